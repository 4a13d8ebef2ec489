"""The open books within one transaction: counters moved, lines written, each with its event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import Self, TypedDict

from memogen.books import Book, Entry, Status
from memogen.register import store
from memogen.register.documents import Shelf
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
_LIVE = (Status.ISSUED, Status.DISPATCHED)


class Stamp(TypedDict):
    """When and by whom a line was made and changed."""

    created_at: str
    changed_at: str
    actor: str


class Ledger:
    """Knows no rules; `events` are the rows that `finish` writes to the trail."""

    def __init__(self, books: Store, head: Head, now: datetime, actor: str) -> None:
        self.store = books
        self.shelf = Shelf(books)
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
        self._moved: set[Book] = set()
        """Books whose counter is to be written at the end of the turn."""
        self._newest: dict[Book, Entry | None] = {}
        """The last line that this turn wrote into a book, where it bears a date."""

    def __enter__(self) -> Self:
        """`with ledger`: the writes of one act; when one fails, the transaction can no longer be kept."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.spoiled |= kind is not None

    def counter(self, book: Book) -> tuple[int, int] | None:
        """Floor and last number of a book, None before its first."""
        try:
            return self._counters[book]
        except KeyError:
            rows = self.store.query(store.BOOK, place_of(book)[:3])
            counter = self._counters[book] = (rows[0][0], rows[0][1]) if rows else None
            return counter

    def highest(self, book: Book) -> int:
        """The highest number that has a line, 0 when there is none."""
        return int(self.store.query(store.HIGHEST, place_of(book)[:3])[0][0] or 0)

    def entry(self, book: Book, serial: int) -> Entry | None:
        """The line of a number."""
        return self._one(store.ENTRY, book, serial)

    def _one(self, statement: str, book: Book, serial: int) -> Entry | None:
        rows = self.store.query(statement, place_of(book, serial))
        return entry_of(rows[0]) if rows else None

    def neighbours(self, book: Book, serial: int) -> tuple[Entry | None, Entry | None]:
        """The nearest lines before and after a number that are in force and bear a date."""
        newest = self._newest.get(book)
        if newest is not None and newest.serial == serial - 1:
            before: Entry | None = newest
        else:
            before = self._one(store.BEFORE, book, serial)
        _floor, last = self.counter(book) or (0, 0)
        return before, self._one(store.AFTER, book, serial) if serial < last else None

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
        counter = self.counter(book)
        if counter is None:
            self.open_book(book, 0)
        floor, before = counter or (0, 0)
        if last > before:
            self._counters[book] = (floor, last)
            self._moved.add(book)

    def insert(self, action: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """New lines of one book, which bear `stamp`, as they now stand there."""
        rows = [values_of(entry) for entry in entries]
        self.store.run_many(store.NEW_ENTRY, rows)
        for row in rows:
            self.record(action, row[:_AFTER_KEY], to_json(row))
        for entry in entries[-1:]:
            in_force = entry.status in _LIVE and entry.dated is not None
            self._newest[entry.book] = entry if in_force else None
        return tuple(entries)

    def update(self, action: str, entry: Entry) -> Entry:
        """A line changed, as it now stands in the book."""
        stamped = replace(entry, changed_at=self.at, actor=self.actor)
        row = values_of(stamped)
        self._newest[entry.book] = None
        self.store.run(store.CHANGE_ENTRY, (*row[_AFTER_KEY:], *row[:_AFTER_KEY]))
        self.record(action, row[:_AFTER_KEY], to_json(row))
        return stamped

    def put_back(self, entry: Entry) -> None:
        """A line as an event that is known already left it."""
        row = values_of(entry)
        self._newest[entry.book] = None
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
        """Write the counters and the trail, and move its head."""
        for book in self._moved:
            floor, last = self._counters[book] or (0, 0)
            self.store.run(store.MOVE_BOOK, (floor, last, *place_of(book)[:3]))
        if self.events:
            self.store.run_many(store.NEW_EVENT, self.events)
            self.store.run(store.MOVE_HEAD, self.head)
