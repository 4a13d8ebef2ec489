"""Adopting the lines of an older book, with the numbers they have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from memogen.books import Book, Entry, Origin
from memogen.register import refusals, store
from memogen.register.ledger import Ledger
from memogen.register.rows import COLUMNS, entry_of, place_of, told, values_of

_OWN = {"created_at", "changed_at", "actor", "origin", "cell", "letter", "key", "payload", "sha256"}
"""What only the register knows of a line; a book on paper or in Excel is not compared by it."""

_by_book = attrgetter("book")
_by_serial = attrgetter("serial")


def adopt(ledger: Ledger, entries: Iterable[Entry]) -> int:
    """Enter `entries`; how many were new. Raises R39 with every number that has another line already."""
    books = [
        (book, sorted(lines, key=_by_serial))
        for book, lines in groupby(sorted(entries, key=_by_book), key=_by_book)
    ]
    new: list[Entry] = []
    conflicts: list[tuple[Entry, str]] = []
    for book, lines in books:
        fresh, clashing = _sorted_out(ledger, book, lines)
        new += fresh
        conflicts += clashing
    if conflicts:
        raise refusals.conflicts(conflicts)
    with ledger:
        for book, group in groupby(new, key=_by_book):
            adopted = [replace(entry, origin=Origin.IMPORT, **ledger.stamp) for entry in group]
            ledger.move(book, adopted[-1].serial)
            ledger.insert("adopt", adopted)
    return len(new)


def _sorted_out(
    ledger: Ledger, book: Book, lines: list[Entry]
) -> tuple[list[Entry], list[tuple[Entry, str]]]:
    """The lines that are new, and those that clash with the columns in which they do."""
    known = {}
    if ledger.counter(book) is not None:
        known = {row[3]: entry_of(row) for row in ledger.store.query(store.BOOK_ENTRIES, place_of(book)[:3])}
    adopted = _as_adopted(ledger, book) if known else {}
    new: list[Entry] = []
    conflicts = []
    for entry in lines:
        there = known.get(entry.serial)
        if there is None:
            known[entry.serial] = entry
            new.append(entry)
        elif (differing := _differing(entry, there)) and adopted.get(entry.serial) != _compared(entry):
            conflicts.append((entry, ", ".join(map(refusals.field_name, differing))))
    return new, conflicts


def _as_adopted(ledger: Ledger, book: Book) -> dict[int, dict[str, object]]:
    """What the lines were like when they came in, whatever has happened to them since."""
    rows = ledger.store.query(store.ADOPTED, place_of(book)[:3])
    return {serial: _without_own(told(row)) for serial, row in rows}


def _compared(entry: Entry) -> dict[str, object]:
    return _without_own(dict(zip(COLUMNS, values_of(entry), strict=True)))


def _without_own(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name not in _OWN}


def _differing(entry: Entry, there: Entry) -> list[str]:
    old, new = _compared(there), _compared(entry)
    return [name for name in new if old[name] != new[name]]
