"""A worksheet's XML looked through before calamine sees it: how far it reaches, and what calamine hides.

One value far out, as at XFD1048576, ends the whole process inside calamine; formulas without a value
and error values it gives as empty cells; of formats and of what is hidden it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from xml.parsers import expat

from memogen.errors import InputError
from memogen.sheets import refusals
from memogen.sheets.bounds import MAX_COLUMNS, MAX_ROWS
from memogen.sheets.refusals import Trouble
from memogen.sheets.table import Place, letters

_COLUMNS = {letters(number): number for number in range(MAX_COLUMNS)}
_COLUMN_NUMBERS = {name.encode(): number for name, number in _COLUMNS.items()}
_REFERENCE = re.compile(r"[A-Z]{1,3}[0-9]{1,7}", re.ASCII)
_TRUE = ("1", "true")
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml\s[^<>?]*\?>")
# No possessive quantifiers here: Python 3.11.2, that of Debian 12, gets them wrong.
_COLUMN = b"(?:[A-Z]|[A-F][A-Z]|G[A-R])"
_ROW = b"(?:[1-9][0-9]{0,3}|1[0-9]{4}|20000)"
_AFTER_ROW = b"""(?=<row r="[^"]|</sheetData>)"""
_IN_SIGHT = b""" (?!r=|hidden="(?:1|true)")[^ ="<>&]+="[^"<>&]*\""""
_CELL = b'<c r="'
_LONGEST = len(_CELL) + len("GR20000")
_STYLE = b' s="[0-9]+"'
_TYPE = b' t="(?:s|n|b|str)"'
_INLINE = b' t="inlineStr"'
_PLAIN_TEXT = b"[^<]*"
# With the entities that every reader of XML knows; a text with more of them is left to the parser.
_PLAIN_TEXT_WITH_ENTITIES = b"[^<&]*(?:&(?:amp|lt|gt|quot|apos);[^<&]*){0,50}"
_LONGEST_PATTERN = 100 * MAX_COLUMNS  # a hostile row would give one that takes minutes to compile
_STYLED_CELL = re.compile(rb'<c r="([A-Z]+)[0-9]+" s="([0-9]+)"[^<>/]*><')


@dataclass(slots=True)
class Seen:
    """What a look through a worksheet tells; places, rows and columns from 0."""

    troubles: list[Trouble] = field(default_factory=list)  # X10 and X11, in the order of the sheet
    percents: dict[Place, int] = field(default_factory=dict)  # places after the point of a percent format
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def look_through(worksheet: bytes, percents: Mapping[int, int], *, file: str, sheet: str) -> Seen:
    """What calamine does not tell of a sheet. `percents` are the places after the point by style.

    Rows and cells that hold values alone, as most do, are passed over: a large sheet that way takes a
    twentieth of the time of parsing it.
    Raises InputError: X04 for the first value beyond the bounds, X05 for a sheet that is not as Excel
    writes one.
    """
    scan = _Scan(file, sheet, percents)
    if not _has_disguises(worksheet):
        text = _PLAIN_TEXT_WITH_ENTITIES if b"&" in worksheet else _PLAIN_TEXT
        rows, cells = _plain_patterns(text)
        if row := rows.search(worksheet, len(worksheet) // 2):  # not one of the first, which are headings
            worksheet, scan.seen.percents = _without_rows_like(row, text, percents)
        scan.seen.percents |= _plain_percents(worksheet, percents)
        worksheet = cells.sub(b"", rows.sub(b"", worksheet))
    try:
        scan.parser.Parse(worksheet, True)
    except expat.ExpatError as error:
        raise InputError(refusals.damaged(file, sheet, str(error))) from error
    scan.leave_cell()
    return scan.seen


def troubles_in(worksheet: bytes, *, file: str, sheet: str) -> list[Trouble]:
    """The troubles alone; see `look_through`."""
    return look_through(worksheet, {}, file=file, sheet=sheet).troubles


def _has_disguises(worksheet: bytes) -> bool:
    """Whether there are comments, CDATA or instructions: text in these only looks like cells."""
    declaration = _DECLARATION.match(worksheet)
    start = declaration.end() if declaration else 0
    # The second character alone is hardly ever there, and found twenty times as fast.
    return any(
        worksheet.find(mark[1:], start) >= 0 and worksheet.find(mark, start) >= 0 for mark in (b"<!", b"<?")
    )


def _plain_cell(reference: bytes, text: bytes) -> bytes:
    """The pattern of a cell that has nothing to tell: without a value, or with a value alone."""
    value = b"<v>" + text + b"</v></c>"
    inline = b'<is><t(?: xml:space="preserve")?>' + text + b"</t></is></c>"
    typed = b"(?:" + _TYPE + b">" + value + b"|" + _INLINE + b">" + inline + b")"
    # The value stands in each branch, so that no branch is tried twice.
    return _CELL + b'%b"(?:>%b|%b(?:>%b|%b|/>)|%b|/>)' % (reference, value, _STYLE, value, typed, typed)


@cache
def _plain_patterns(text: bytes) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Rows of plain cells whose texts are like `text`, and plain cells in other rows.

    What stands before a row or a cell without a reference stays, as that is counted from it. No match has
    more cells than a row within bounds, as each takes memory until the match ends.
    """
    row = b'<row r="(%b)"(?:%b)*(?:/>|>(?:%b){0,%d}</row>)' + _AFTER_ROW
    cells = b'(?:%b(?=<c r="[^"])){1,%d}'
    return (
        re.compile(row % (_ROW, _IN_SIGHT, _plain_cell(_COLUMN + rb"\1", text), MAX_COLUMNS)),
        re.compile(cells % (_plain_cell(_COLUMN + _ROW, text), MAX_COLUMNS)),
    )


def _without_rows_like(
    row: re.Match[bytes], text: bytes, percents: Mapping[int, int]
) -> tuple[bytes, dict[Place, int]]:
    """The sheet without this plain row and those like it but for number and values, and their percents.

    These are most rows of a large table, and their pattern, having no branches, is searched twice as fast.
    """
    pattern = re.escape(row[0]).replace(row[1], b"(%b)" % _ROW, 1)
    pattern = re.sub(rb'(<c\\ r="[A-Z]+)[0-9]+', rb"\1\\1", pattern)
    pattern = re.sub(rb"(<v>|<t>|<t\\ [^>]*>)[^<]*", rb"\1" + text, pattern)
    if len(pattern) > _LONGEST_PATTERN:
        return row.string, {}
    pieces = re.compile(pattern + _AFTER_ROW).split(row.string)
    numbers = [int(number) - 1 for number in pieces[1::2]]
    places = {b"%d" % style: places for style, places in percents.items()}
    found: dict[Place, int] = {}
    for column, style in _STYLED_CELL.findall(row[0]):
        if style in places:
            found |= dict.fromkeys(zip(numbers, repeat(_COLUMN_NUMBERS[column])), places[style])
    return b"".join(pieces[::2]), found


def _plain_percents(worksheet: bytes, percents: Mapping[int, int]) -> dict[Place, int]:
    """The plain cells with a value that have a percent format."""
    if not percents:
        return {}
    styles = b"|".join(b"%d" % style for style in sorted(percents))
    found: dict[Place, int] = {}
    for match in re.finditer(rb'" s="(%b)"(?:(?:%b)?><v>|%b><is>)' % (styles, _TYPE, _INLINE), worksheet):
        end = match.start()
        cell = worksheet[max(end - _LONGEST, 0) : end].partition(_CELL)[2]
        column = cell.rstrip(b"0123456789")
        if column in _COLUMN_NUMBERS and len(column) < len(cell):
            found[int(cell[len(column) :]) - 1, _COLUMN_NUMBERS[column]] = percents[int(match[1])]
    return found


class _LocalNames(dict[str, str]):
    """Element names without their prefix, each worked out once."""

    def __missing__(self, name: str) -> str:
        self[name] = local = name.rpartition(":")[2]
        return local


class _Scan:
    """One pass over the elements of a worksheet; only their beginnings are looked at."""

    def __init__(self, file: str, sheet: str, percents: Mapping[int, int]) -> None:
        self.file, self.sheet = file, sheet
        self.percents = {str(style): places for style, places in percents.items()}
        self.seen = Seen()
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._enter
        self.names = _LocalNames()
        self.row = 0  # as Excel counts
        self.cell = ""  # reference of the last cell of this row, empty before the first
        self.places: int | None = None  # after the point of its percent format
        self.kind = ""  # its type: e for an error, str for a text that a formula gave
        self.is_inside = False
        self.is_suspect = False  # whether it holds a formula or an error
        self.has_value = False
        self.value: list[str] = []

    def _enter(self, name: str, attributes: dict[str, str]) -> None:
        name = self.names[name]
        if name == "v" or name == "is":
            place = self._place(self.cell)
            self.has_value = True
            if self.places is not None:
                self.seen.percents[place] = self.places
            if self.is_suspect:
                self.parser.CharacterDataHandler = self.value.append
        elif name == "c":
            if self.is_suspect:
                self.leave_cell()
            self.cell = attributes.get("r") or self._next_cell()
            self.kind = attributes.get("t", "")
            self.places = self.percents.get(attributes.get("s", ""))
            self.is_suspect = self.kind == "e"
            self.has_value = False
            self.is_inside = True
        elif name == "f":
            self.is_suspect = self.is_inside  # rules after the cells have their own formulas
        else:
            self.leave_cell()
            self.is_inside = False
            if name == "row":
                self.row = self._row_number(attributes.get("r"))
                self.cell = ""
                if attributes.get("hidden") in _TRUE:
                    self.seen.hidden_rows.add(self.row - 1)
            elif name == "col" and attributes.get("hidden") in _TRUE:
                self._hide(attributes.get("min", ""), attributes.get("max", ""))

    def _hide(self, first: str, last: str) -> None:
        """Columns counted from 1 as Excel writes them; those beyond bounds hold nothing."""
        if first.isascii() and first.isdigit() and last.isascii() and last.isdigit():
            self.seen.hidden_columns.update(range(int(first) - 1, min(int(last), MAX_COLUMNS)))

    def leave_cell(self) -> None:
        """Judge the cell that has been read, if it may be one whose value calamine hides."""
        if self.is_suspect:
            value = "".join(self.value).strip()
            if self.kind == "e" and value:
                self.seen.troubles.append(Trouble("X11", self._place(self.cell), value))
            elif not value and not (self.has_value and self.kind == "str"):
                self.seen.troubles.append(Trouble("X10", self._place(self.cell)))
            self.parser.CharacterDataHandler = None
            self.value = []
            self.is_suspect = False

    def _place(self, cell: str) -> Place:
        """Row and column from 0. Raises InputError where there may be no value."""
        column = cell.rstrip("0123456789")
        number = cell[len(column) :]
        if column in _COLUMNS and number and 0 < int(number) <= MAX_ROWS:
            return int(number) - 1, _COLUMNS[column]
        if _REFERENCE.fullmatch(cell):
            raise InputError(refusals.beyond(self.file, self.sheet, cell, MAX_ROWS, MAX_COLUMNS))
        raise InputError(refusals.damaged(self.file, self.sheet, cell))

    def _next_cell(self) -> str:
        """The reference of a cell that does not give its own: one to the right of the last."""
        if not self.cell:
            return f"A{self.row}"
        row, column = self._place(self.cell)
        return f"{letters(column + 1)}{max(row + 1, self.row)}"

    def _row_number(self, given: str | None) -> int:
        if given is None:
            return self.row + 1
        if given.isascii() and given.isdigit():
            return int(given)
        raise InputError(refusals.damaged(self.file, self.sheet, f"row {given}"))
