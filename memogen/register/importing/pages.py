"""One sheet of an old book, read row by row into lines: which number each has, and what its cells say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from memogen import thai
from memogen.books import BookKind, Status
from memogen.findings import Finding
from memogen.register.importing.headings import Column, Header, find_header, is_header, texts_of, titles_above
from memogen.register.importing.judging import judge
from memogen.register.importing.readings import (
    Serial,
    code_in,
    month_in,
    read_clock,
    read_day,
    read_serial,
    without_clock,
)
from memogen.register.importing.telling import Teller
from memogen.register.importing.witnesses import Cells, Given, facts_of, kind_of, places_of
from memogen.register.remarks import book_date, is_ditto, is_nothing, says_void
from memogen.sheets.raw import RawSheet
from memogen.sheets.table import Cell, address

_TEXTS = {
    Column.SENDER: "sender",
    Column.TO: "to",
    Column.SUBJECT: "subject",
    Column.ACTION: "action",
    Column.NOTE: "note",
}
_REQUIRED = (Column.SENDER, Column.TO, Column.SUBJECT)
_NUMBERS = {Column.SERIAL, Column.COUNT, Column.NUMBER}


@dataclass(slots=True, kw_only=True)
class Line:
    """A row with a number; `values` are an Entry's, `text` the whole row as it stands."""

    sheet: str
    cell: str
    serial: Serial
    kind: BookKind
    code: str
    text: str
    values: dict[str, Any] = field(default_factory=dict)
    is_blank: bool = False  # nothing but its number


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet that holds a register. `code` and `year_be` are None where nothing tells them."""

    sheet: str
    code: str | None
    year_be: int | None
    lines: Sequence[Line]
    findings: Sequence[Finding]


def read_page(sheet: RawSheet, given: Given) -> Page | None:
    """The lines of a sheet, None if no header of a register is on it."""
    header = find_header(sheet)
    if header is None:
        return None
    reader = _Reader(sheet, header, given)
    facts = reader.facts
    lines = reader.lines() if facts.year_be else []
    findings = [*sheet.findings, *reader.teller.findings(year=reader.year_be)]
    return Page(sheet=sheet.name, code=facts.code, year_be=facts.year_be, lines=lines, findings=findings)


class _Reader:
    """Goes down one sheet, remembering the row above and the month or day of the part that it is in."""

    def __init__(self, sheet: RawSheet, header: Header, given: Given) -> None:
        self.sheet, self.header = sheet, header
        self.teller = Teller(given.file, sheet.name)
        kind = kind_of(sheet, header, given, self.teller.tell)
        self.places = places_of(header, kind)
        self.rows = list(self._rows())
        self.facts = facts_of(
            sheet, header, kind, [cells for _row, cells in self.rows], given, self.teller.tell
        )
        self.year_be = self.facts.year_be or 0
        self.month = self.facts.month
        self.day: date | None = None
        self.above: Cells = {}

    def _rows(self) -> Iterator[tuple[Sequence[Cell | None], dict[Column, Cell]]]:
        for row in self.sheet.rows[self.header.last + 1 :]:
            if any(row) and not is_header(row):
                cells = ((column, row[place]) for column, place in self.places.items())
                yield row, {column: cell for column, cell in cells if cell}

    def lines(self) -> list[Line]:
        self._tell_other_columns()
        lines: list[Line] = []
        for row, typed in self.rows:
            found = self._serial(typed, lines)
            if found is None:
                self._tell_unread(row, typed)
                continue
            cells = self._without_dittos(typed)
            if lines and (found[1].address == lines[-1].cell or is_ditto(found[1].text)):
                self._join(lines[-1], row, cells)
            else:
                lines.append(self._line(row, cells, *found))
            self.above = {**self.above, **cells}
        return lines

    @property
    def _day_column(self) -> Column:
        return Column.RECEIVED if self.facts.kind is BookKind.RECEIVING else Column.DATED

    # The number of a row.

    def _serial(self, cells: Cells, lines: Sequence[Line]) -> tuple[Serial, Cell] | None:
        """The row's number and the cell that shows it."""
        source = self.facts.source
        main = cells.get(source) if source else None
        if main and is_ditto(main.text) and lines:
            return lines[-1].serial, main
        serial = self._read(main)
        if main and serial:
            return serial, main
        spare = None if self.facts.kind is BookKind.RECEIVING else cells.get(Column.NUMBER)
        serial = self._read(spare)
        if spare is None or serial is None or spare is main:
            return None
        if main and not is_nothing(main.text):
            self.teller.tell("R60", main)
        return serial, spare

    def _read(self, cell: Cell | None) -> Serial | None:
        if cell is None or isinstance(cell.value, date):
            return None
        return read_serial(cell.text, self.year_be)

    def _tell_unread(self, row: Sequence[Cell | None], cells: Cells) -> None:
        texts = texts_of(row)
        if len(texts) == 1 and self._section(texts[0]):
            return
        whole = " | ".join(texts)
        main = cells.get(self.facts.source) if self.facts.source else None
        if main and len(texts) > 1 and not is_nothing(main.text):
            self.teller.tell("R60 date" if isinstance(main.value, date) else "R60", main, row=whole)
        else:
            self.teller.tell("R63", next(filter(None, row)), row=whole)

    def _section(self, text: str) -> bool:
        """Whether a line across the sheet is its title again, or the month or day of what follows."""
        words = re.sub(r"เดือน|พ\.ศ\.", " ", text.rpartition("วันที่")[2])
        day = read_day(Cell(words, "", words), self.year_be)
        month = month_in(text) if len(text) < 60 else None
        if day or month:
            self.day, self.month = (day.day, day.day.month) if day else (None, month)
            return True
        return text in titles_above(self.sheet, self.header) or "ทะเบียนหนังสือ" in text

    # The line of a row.

    def _line(self, row: Sequence[Cell | None], cells: Cells, serial: Serial, cell: Cell) -> Line:
        line = Line(
            sheet=self.sheet.name,
            cell=cell.address,
            serial=serial,
            kind=self.facts.kind,
            code=self.facts.code or "",
            text=" | ".join(texts_of(row)),
        )
        notes = self._settle_number(line, cells, cell)
        line.values |= self._days(cells, notes)
        notes += self._others(row)
        said = {name: self._text(cells.get(column)) for column, name in _TEXTS.items()}
        is_dated = any(line.values.get(name) for name in ("dated", "their_date", "their_number"))
        line.is_blank = not any((is_dated, said["to"], said["subject"], said["action"], said["note"], *notes))
        line.is_blank &= not serial.rest
        beside = (cells[column].text for column in (Column.NUMBER, Column.DATED) if column in cells)
        around = [text for text in (serial.rest, *filter(says_void, beside)) if text]
        values, is_doubtful = judge(said, dated=line.values["dated"], around=around, notes=notes)
        line.values |= values
        is_undated = not line.values["dated"] and _is_empty(cells.get(self._day_column))
        self._tell_of(line, cell, is_doubtful=is_doubtful, is_undated=is_undated)
        return line

    def _settle_number(self, line: Line, cells: Cells, cell: Cell) -> list[str]:
        """Marks circulars; the words of ที่ that are not of this number are for the note."""
        other = cells.get(Column.NUMBER)
        if self.facts.kind is BookKind.RECEIVING:
            line.values["their_number"] = self._text(other)
            return []
        serial = line.serial
        shown = self._read(other) if other else None
        if self.facts.kind is BookKind.CIRCULAR:
            line.values["circular"] = True
        if self.facts.kind is BookKind.SENDING:
            is_marked = serial.circular or bool(shown and shown.circular) or _ends_in_mark(other)
            is_shared = is_marked and self.facts.source is Column.SERIAL and not serial.circular
            line.values["circular"] = is_marked
            line.kind = BookKind.CIRCULAR if is_marked and not is_shared else BookKind.SENDING
        if other is None or is_nothing(other.text) or is_ditto(other.text) or says_void(other.text):
            return []
        code = code_in(other.text)
        if code and line.code and code != line.code:
            self.teller.together("R78", other, found=code, own=line.code)
        elif (
            shown and other is not cell and self.facts.source is Column.SERIAL and shown.first != serial.first
        ):
            self.teller.tell("R13", other, number=serial.first)
        elif shown or code or _ends_in_mark(other):
            return []
        return [f"ที่ (ตามเล่มเดิม): {other.text}"]

    def _days(self, cells: Cells, notes: list[str]) -> dict[str, Any]:
        column = self._day_column
        dated = self.day if _is_empty(cells.get(column)) else self._day(column, cells, notes)
        if self.facts.kind is not BookKind.RECEIVING:
            return {"dated": dated}
        clocks = (read_clock(cells[column]) for column in (Column.TIME, Column.RECEIVED) if column in cells)
        clock = next(filter(None, clocks), "")
        return {
            "dated": dated,
            "their_date": self._day(Column.DATED, cells, notes, is_ours=False),
            "received_at": f"{dated}T{clock}:00+07:00" if dated and clock else "",
        }

    def _day(self, column: Column, cells: Cells, notes: list[str], *, is_ours: bool = True) -> date | None:
        cell = cells.get(column)
        if cell is None or is_nothing(cell.text) or says_void(cell.text):
            return None
        found = read_day(without_clock(cell), self.year_be, self.month)
        if found is None:
            self.teller.tell("R61", cell)
            notes.append(f"{column} (ตามเล่มเดิม): {cell.text}")
            return None
        if found.guess:
            self.teller.together(f"R65 {found.guess}", cell)
        if is_ours and thai.be_year(found.day) != self.year_be:
            self.teller.tell("R62", cell, date=book_date(found.day), year=self.year_be)
        return found.day

    def _others(self, row: Sequence[Cell | None]) -> list[str]:
        """The cells of columns that no form knows."""
        own = {id(row[place]) for place in self.places.values()}
        cells = [
            (name, row[place]) for place, name in self.header.others.items() if id(row[place]) not in own
        ]
        texts = [(name, self._text(cell)) for name, cell in cells]
        return [f"{name}: {text}" if name else text for name, text in texts if text]

    def _text(self, cell: Cell | None) -> str:
        if cell is None or is_nothing(cell.text):
            return ""
        if thai.unprintable(cell.text):
            self.teller.tell("R79", cell)
        return _tidy(cell.text)

    def _without_dittos(self, cells: Cells) -> Cells:
        """The cells, those that say “as above” replaced by the one above."""
        dittos = [column for column in cells if column not in _NUMBERS and is_ditto(cells[column].text)]
        if not dittos:
            return cells
        for column in dittos:
            self.teller.together("R64", cells[column])
        meant = {**cells, **{column: self.above[column] for column in dittos if column in self.above}}
        return {
            column: cell for column, cell in meant.items() if column not in dittos or column in self.above
        }

    def _join(self, line: Line, row: Sequence[Cell | None], cells: Cells) -> None:
        """A further row of the number above: what it says otherwise is added."""
        for column, name in _TEXTS.items():
            text, known = self._text(cells.get(column)), line.values[name]
            if text and text not in known.split("\n"):
                line.values[name] = f"{known}\n{text}" if known else text
        whole = " | ".join(texts_of(row))
        line.text += f" || {whole}"
        self.teller.tell("R77", next(filter(None, row)), row=whole, number=line.serial.first)

    # What is told.

    def _tell_of(self, line: Line, cell: Cell, *, is_doubtful: bool, is_undated: bool) -> None:
        status, number = line.values["status"], cell.text
        if line.serial.year_be and line.serial.year_be != self.year_be:
            self.teller.tell("R62 number", cell, year=self.year_be)
        if status is Status.VOID:
            self.teller.together("R66", cell)
            return
        if is_doubtful:
            self.teller.tell("R70", cell, row=line.text, number=number)
        if status is Status.RESERVED or line.is_blank:
            return
        if is_undated:
            self.teller.tell("R61 empty", cell, row=line.text, number=number)
        empty = [column for column in _REQUIRED if column in self.places and not line.values[_TEXTS[column]]]
        if empty:
            self.teller.tell("R12", cell, row=line.text, number=number, what=" ".join(empty))

    def _tell_other_columns(self) -> None:
        for place, name in self.header.others.items():
            if any(cell and not self._is_shared(row, cell) for row, _c in self.rows if (cell := row[place])):
                self.teller.tell("R69", Cell(name, address(self.header.last, place), name))

    def _is_shared(self, row: Sequence[Cell | None], cell: Cell) -> bool:
        """Whether a column of ours shows the same merged cell, as lines across the sheet do."""
        return any(row[place] is cell for place in self.places.values())


@lru_cache(maxsize=4096)
def _tidy(typed: str) -> str:
    """The text in its one spelling, its lines without blanks at either end, nothing unprintable in it."""
    text = thai.normalise(typed).replace("\r\n", "\n").replace("\r", "\n")
    for _at, character in thai.unprintable(text):
        text = text.replace(character, " ")
    return "\n".join(line.strip() for line in text.strip().split("\n"))


def _is_empty(cell: Cell | None) -> bool:
    return cell is None or is_nothing(cell.text)


def _ends_in_mark(cell: Cell | None) -> bool:
    """Whether the cell is a code with the mark of circulars and no number: `กษ ๑๑๑๓/ว`."""
    return bool(cell and re.search(r"/ ?ว$", cell.text.strip()))
