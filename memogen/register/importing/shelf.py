"""The lines of all sheets brought together into books: doubles, gaps and dates that run backwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from memogen import thai
from memogen.books import Book, BookKind, Entry, Origin, Status
from memogen.findings import Finding
from memogen.register.importing.oddities import oddity
from memogen.register.importing.pages import Line, Page
from memogen.register.remarks import book_date
from memogen.register.spans import spans, spoken


def shelve(pages: Sequence[Page], *, file: str) -> tuple[tuple[Entry, ...], list[Finding]]:
    """One entry for each number of the pages, by book and number, and what is odd between the lines.

    Of a number that was written twice the first letter counts; the other lines of it, and inserted numbers,
    go to its note. Numbers that were only printed ahead, after the last used one, are left out.
    """
    shelf = _Shelf(file)
    return shelf.entries(pages), shelf.told


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with one number of the book it belongs to."""

    book: Book
    serial: int
    line: Line

    @property
    def is_void(self) -> bool:
        return self.line.values["status"] is Status.VOID


class _Shelf:
    def __init__(self, file: str) -> None:
        self.file = file
        self.told: list[Finding] = []

    def entries(self, pages: Sequence[Page]) -> tuple[Entry, ...]:
        rows = self._one_series(self._rows(pages))
        self._tell_disorder(rows)
        by_book: dict[Book, list[_Row]] = {}
        for row in rows:
            by_book.setdefault(row.book, []).append(row)
        shelved: list[Entry] = []
        for _book, own in sorted(by_book.items()):
            entries = self._entries_of(own)
            self._tell_gaps(entries)
            self._tell_dates([entry for entry in entries if _is_of_its_year(entry)])
            shelved += entries
        return tuple(shelved)

    def _rows(self, pages: Sequence[Page]) -> list[_Row]:
        code = next((page.code for page in pages if page.code), "")
        rows = []
        for page in pages:
            for line in page.lines:
                book = Book(line.code or code, line.kind, page.year_be or 0)
                first, last = line.serial.first, line.serial.last
                if last > first:
                    self._tell("R71", line, number=spoken([(first, last)]))
                rows += [_Row(book, serial, line) for serial in range(first, last + 1)]
        return rows

    def _one_series(self, rows: Sequence[_Row]) -> list[_Row]:
        """Circulars that stand among the others and fill the gaps of their numbers share their series."""
        by_book: dict[Book, list[_Row]] = {}
        for row in rows:
            by_book.setdefault(row.book, []).append(row)
        shared = set()
        for book, own in by_book.items():
            others = by_book.get(replace(book, kind=BookKind.SENDING), [])
            if book.kind is BookKind.CIRCULAR and _fills_gaps(own, others):
                shared.add(book)
                numbers = spoken(spans(row.serial for row in own))
                self._tell("R76", own[0].line, number=numbers)
        return [_in_ordinary(row) if row.book in shared else row for row in rows]

    # One entry a number.

    def _entries_of(self, rows: Sequence[_Row]) -> list[Entry]:
        own = [row for row in rows if not row.line.serial.inserted]
        last = max((row.serial for row in own if not row.line.is_blank), default=0)
        ahead = [row for row in own if row.serial > last]
        if ahead:
            self._tell("R72", ahead[0].line, number=spoken(spans(row.serial for row in ahead)))
        chosen: dict[int, _Row] = {}
        notes: dict[int, list[str]] = {}
        for row in own:
            if row.serial <= last:
                self._choose(row, chosen, notes)
        for row in rows:
            if row.line.serial.inserted:
                self._insert(row, chosen, notes)
        return [_entry(chosen[serial], notes.get(serial, [])) for serial in sorted(chosen)]

    def _choose(self, row: _Row, chosen: dict[int, _Row], notes: dict[int, list[str]]) -> None:
        first = chosen.setdefault(row.serial, row)
        if first is row:
            if row.line.is_blank:
                self._tell("R12 blank", row.line, number=row.serial)
            return
        is_better = (first.is_void and not row.is_void) or (first.line.is_blank and not row.line.is_blank)
        kept, other = (row, first) if is_better and not row.line.is_blank else (first, row)
        code = "R07" if other.is_void and not kept.is_void else "R01"
        chosen[row.serial] = kept
        self._tell(code, other.line, number=row.serial, at=f"{kept.line.sheet} {kept.line.cell}".strip())
        if not other.line.is_blank:
            notes.setdefault(row.serial, []).append(f"เลขซ้ำในเล่มเดิม: {other.line.text}")

    def _insert(self, row: _Row, chosen: Mapping[int, _Row], notes: dict[int, list[str]]) -> None:
        number = thai.to_thai_digits(f"{row.serial}{row.line.serial.inserted}")
        self._tell("R10" if row.serial in chosen else "R10 alone", row.line, number=number)
        notes.setdefault(row.serial, []).append(f"เลขแทรก {number}: {row.line.text}")

    # What is odd between the lines.

    def _tell_disorder(self, rows: Sequence[_Row]) -> None:
        """Once a sheet: a number under a higher one of its book."""
        above: dict[tuple[Book, str], int] = {}
        told: set[str] = set()
        for row in rows:
            sheet = row.line.sheet
            before = above.get((row.book, sheet), 0)
            if row.serial < before and sheet not in told:
                told.add(sheet)
                self._tell("R73", row.line, number=row.serial, other=before)
            above[row.book, sheet] = row.serial

    def _tell_gaps(self, entries: Sequence[Entry]) -> None:
        if entries and entries[0].serial > 1:
            self._tell_at("R03 start", entries[0], number=entries[0].serial)
        for before, after in pairwise(entries):
            if after.serial > before.serial + 1:
                self._tell_at("R03", after, number=spoken([(before.serial + 1, after.serial - 1)]))

    def _tell_dates(self, dated: Sequence[Entry]) -> None:
        for before, after in pairwise(dated):
            if before.dated and after.dated and after.dated < before.dated:
                days = {"date": book_date(after.dated), "other_date": book_date(before.dated)}
                self._tell_at("R04", after, number=after.serial, other=before.serial, **days)

    def _tell(self, code: str, line: Line, **values: Any) -> None:
        told = oddity(code, file=self.file, sheet=line.sheet, cell=line.cell, row=line.text, **values)
        self.told.append(told)

    def _tell_at(self, code: str, entry: Entry, **values: Any) -> None:
        sheet, _mark, cell = entry.cell.rpartition("!")
        self.told.append(oddity(code, file=self.file, sheet=sheet, cell=cell, **values))


def _fills_gaps(circulars: Sequence[_Row], ordinary: Sequence[_Row]) -> bool:
    taken, own = {row.serial for row in ordinary}, {row.serial for row in circulars}
    sheets = {row.line.sheet for row in ordinary}
    if not taken or own & taken or any(row.line.sheet not in sheets for row in circulars):
        return False
    return min(own) > min(taken) and max(own) <= max(taken) + 1


def _is_of_its_year(entry: Entry) -> bool:
    """Whether it has a date in the year of its book; that it has another one is told already."""
    return entry.dated is not None and thai.be_year(entry.dated) == entry.year_be


def _in_ordinary(row: _Row) -> _Row:
    return replace(row, book=replace(row.book, kind=BookKind.SENDING))


def _entry(row: _Row, notes: Sequence[str]) -> Entry:
    book, values = row.book, dict(row.line.values)
    values["note"] = "\n".join(filter(None, (values["note"], *notes)))
    return Entry(
        code=book.code,
        kind=book.kind,
        year_be=book.year_be,
        serial=row.serial,
        origin=Origin.IMPORT,
        cell="!".join(filter(None, (row.line.sheet, row.line.cell))),
        **values,
    )
