"""A line of a book as a database row and back, and as the canonical JSON text of the trail."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any

from memogen.books import Book, BookKind, Entry, Event, Origin, Status

Row = tuple[Any, ...]
"""What the database drivers give and take: texts, whole numbers and None, one a column."""

COLUMNS = (
    *("code", "kind", "year_be", "serial", "circular", "status", "dated", "sender", "to", "subject"),
    *("action", "note", "letter", "key", "payload", "sha256", "reason", "holder", "purpose", "due"),
    *("way", "dispatched_on", "recipient", "their_number", "their_date", "received_at", "origin", "cell"),
    *("created_at", "changed_at", "actor"),
)
"""The columns of `entries`, in their order; a new one goes to the end, so that old trails stay readable."""

BOOK_COLUMNS = ("code", "kind", "year_be", "floor")
"""What the trail tells of a book; its last number follows from its entries."""

EVENT_COLUMNS = ("seq", "at", "actor", "action", "code", "kind", "year_be", "serial", "row", "hash")

Place = tuple[str, str, int, int]
"""code, kind, year, serial: one line of one book; serial 0 is the book itself."""

_values: Callable[[Entry], Row] = attrgetter(*COLUMNS)
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_READERS: dict[str, Callable[[Any], Any]] = {
    "kind": {kind.value: kind for kind in BookKind}.__getitem__,
    "status": {status.value: status for status in Status}.__getitem__,
    "origin": {origin.value: origin for origin in Origin}.__getitem__,
    "circular": bool,
    **dict.fromkeys(("dated", "due", "dispatched_on", "their_date"), date.fromisoformat),
}
_READING = [(COLUMNS.index(name), reader) for name, reader in _READERS.items()]
"""The columns that are not texts or whole numbers in an entry."""
_FIELDS: list[Any] = [getattr(Entry, name) for name in COLUMNS]


def values_of(entry: Entry) -> Row:
    """The entry's row, in the order of COLUMNS.

    >>> values_of(Entry(code="กษ ๑๑๑๓", kind=BookKind.ORDER, year_be=2566, serial=1, status=Status.VOID))[:6]
    ('กษ ๑๑๑๓', 'order', 2566, 1, 0, 'void')
    """
    values = list(_values(entry))
    for index, _reader in _READING:
        if values[index] is not None:
            values[index] = _plain(values[index])
    return tuple(values)


def entry_of(row: Sequence[Any]) -> Entry:
    """The entry in a row that has the columns of COLUMNS."""
    values = list(row)
    for index, reader in _READING:
        if values[index] is not None:
            values[index] = reader(values[index])
    # Straight into the slots: a book of 100,000 lines is read twice as fast as through __init__.
    entry = object.__new__(Entry)
    for field, value in zip(_FIELDS, values, strict=True):
        field.__set__(entry, value)
    return entry


def event_of(row: Sequence[Any]) -> Event:
    """The event in a row that has the columns of EVENT_COLUMNS."""
    return Event(**dict(zip(EVENT_COLUMNS, row, strict=True)))


def place_of(book: Book, serial: int = 0) -> Place:
    """Where in the books a line stands, as the trail writes it."""
    return book.code, book.kind.value, book.year_be, serial


def to_json(value: object) -> str:
    """JSON without blanks, Thai as it is: of a row, the one text that both engines, too, write of it.

    >>> to_json({"ที่": 1})
    '{"ที่":1}'
    """
    return _json(value)


def told(row: str | bytes, names: Sequence[str] = COLUMNS) -> dict[str, Any]:
    """What the text of an event's row says, by column; one from before a column was added lacks it."""
    values = json.loads(row)
    return values if isinstance(values, dict) else dict(zip(names, values, strict=False))


def named(event: Event) -> Event:
    """The event with its row as a JSON object, for people; only the bare row is what was hashed."""
    names = COLUMNS if event.serial else BOOK_COLUMNS
    return replace(event, row=to_json(told(event.row, names)))


def payload_text(payload: Mapping[str, str]) -> str:
    """A letter's content as one text: the same for the same content, in whatever order it came."""
    return to_json(dict(sorted(payload.items())))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    return str(value)
