"""The open books within one transaction: counters moved, lines written, each with its event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import Self, TypedDict

from memogen.books import Book, Entry
from memogen.register import store
from memogen.register.rows import (
    COLUMNS,
    Place,
    Row,
    entry_of,
    place_of,
    to_json,
    values_of,
)
from memogen.register.store import Head, Store
from memogen.register.trail import hash_of

_AFTER_KEY = 4  # code, kind, year_be, serial come first


class Stamp(TypedDict):
    """When and by whom a line was made and changed."""

    created_at: str
    changed_at: str
    actor: str


class Ledger:
    """Knows no rules; `events` are the rows that `finish` writes to the trail."""

    def __init__(self, books: Store, head: Head, now: datetime, actor: str) -> None:
        self.store = books
        self.head = head
        self.now = now
        self.at = now.isoformat(timespec="seconds")
        self.actor = actor
        self.stamp = Stamp(created_at=self.at, changed_at=self.at, actor=actor)
        """What every new line bears."""
        self.events: list[Row] = []
        self.spoiled = False
        self.dirty = False
        """Whether something without an event was written: a document brought back."""
        self._counters: dict[Book, tuple[int, int] | None] = {}

    def __enter__(self) -> Self:
        """`with ledger`: the writes of one act; when one fails, the transaction can no longer be kept."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.spoiled |= kind is not None

    def counter(self, book: Book) -> tuple[int, int] | None:
        """Floor and last number of a book, None before its first."""
        if book not in self._counters:
            rows = self.store.query(store.BOOK, place_of(book)[:3])
            self._counters[book] = (rows[0][0], rows[0][1]) if rows else None
        return self._counters[book]

    def highest(self, book: Book) -> int:
        """The highest number that has a line, 0 when there is none."""
        return int(self.store.query(store.HIGHEST, place_of(book)[:3])[0][0] or 0)

    def entry(self, book: Book, serial: int) -> Entry | None:
        """The line of a number."""
        rows = self.store.query(store.ENTRY, place_of(book, serial))
        return entry_of(rows[0]) if rows else None

    def open_book(self, book: Book, floor: int) -> None:
        """Begin a book, or begin it anew after another number; an event tells."""
        self.set_floor(book, floor)
        self.record("open", place_of(book), to_json((*place_of(book)[:3], floor)))

    def set_floor(self, book: Book, floor: int) -> None:
        """The same without an event."""
        key = place_of(book)[:3]
        if self.counter(book) is None:
            self.store.run(store.NEW_BOOK, (*key, floor, floor))
        else:
            self.store.run(store.MOVE_BOOK, (floor, floor, *key))
        self._counters[book] = (floor, floor)

    def move(self, book: Book, last: int) -> None:
        """Let `last` be the last number given, if it is higher; opens the book at need."""
        if self.counter(book) is None:
            self.open_book(book, 0)
        floor, before = self.counter(book) or (0, 0)
        if last > before:
            self.store.run(store.MOVE_BOOK, (floor, last, *place_of(book)[:3]))
            self._counters[book] = (floor, last)

    def insert(self, action: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """New lines, which bear `stamp`, as they now stand in the book."""
        rows = [values_of(entry) for entry in entries]
        self.store.run_many(store.NEW_ENTRY, rows)
        for row in rows:
            self.record(action, row[:_AFTER_KEY], to_json(row))
        return tuple(entries)

    def update(self, action: str, entry: Entry) -> Entry:
        """A line changed, as it now stands in the book."""
        stamped = replace(entry, changed_at=self.at, actor=self.actor)
        row = values_of(stamped)
        self.store.run(store.CHANGE_ENTRY, (*row[_AFTER_KEY:], *row[:_AFTER_KEY]))
        self.record(action, row[:_AFTER_KEY], to_json(row))
        return stamped

    def put_back(self, entry: Entry) -> None:
        """A line as an event that is known already left it."""
        row = values_of(entry)
        if self.entry(entry.book, entry.serial) is None:
            self.move(entry.book, entry.serial)
            self.store.run(store.NEW_ENTRY, row)
        else:
            self.store.run(store.CHANGE_ENTRY, (*row[_AFTER_KEY:], *row[:_AFTER_KEY]))

    def record(self, action: str, place: Place | Row, row: str) -> None:
        """Add an event to the trail."""
        seq = self.head.seq + 1
        code, kind, year_be, serial = place
        digest = hash_of(self.head.hash, seq, self.at, self.actor, action, (code, kind, year_be, serial), row)
        self.keep((seq, self.at, self.actor, action, *place, row, digest))

    def keep(self, event: Row) -> None:
        """Take an event as it is, one that follows the head."""
        self.events.append(event)
        self.head = Head(event[0], event[-1], event[1])

    def begin(self, register: str) -> None:
        """The first event of a register: a name, so that no two trails are alike, and what rows mean."""
        self.store.run(store.NAME_REGISTER, (register,))
        self.record("begin", ("", "", 0, 0), to_json({"register": register, "columns": COLUMNS}))

    def finish(self) -> None:
        """Write the trail and move its head."""
        if self.events:
            self.store.run_many(store.NEW_EVENT, self.events)
            self.store.run(store.MOVE_HEAD, self.head)
