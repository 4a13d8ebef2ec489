"""A worksheet's XML looked through before calamine sees it: how far it reaches, and what calamine hides.

One value far out, as at XFD1048576, ends the whole process inside calamine; formulas without a value
and error values it gives as empty cells; of formats and of what is hidden it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from memogen.errors import InputError
from memogen.sheets import refusals
from memogen.sheets.bounds import MAX_COLUMNS, MAX_ROWS
from memogen.sheets.refusals import Trouble
from memogen.sheets.table import Place, letters

_COLUMNS = {letters(number): number for number in range(MAX_COLUMNS)}
_REFERENCE = re.compile(r"[A-Z]{1,3}[0-9]{1,7}", re.ASCII)
_DIGITS = "0123456789"
_TRUE = ("1", "true")
# No possessive quantifiers here: Python 3.11.2, that of Debian 12, gets them wrong.
_WITHIN = rb'(?:[A-Z]|[A-F][A-Z]|G[A-R])(?:[1-9][0-9]{0,3}|1[0-9]{4}|20000)"'
_PERCENT_CELL = re.compile(
    rb'<c r="([A-Z]+)([0-9]+)" s="([0-9]+)"(?: t="n")?(?:/>|><v>[^<&]*</v></c>)(?:<c r|</row>)'
)
_ODD_ROW = re.compile(rb"<row(?![^<>/]*(?:/>|>(?:<c r|</row>)))")
_OTHER_ENCODING = re.compile(rb"""<\?xml[^>]*encoding=(?!["'][uU][tT][fF]-8["'])""")

_Patterns = tuple[re.Pattern[bytes], re.Pattern[bytes]]


@dataclass(slots=True)
class Seen:
    """What a look through a worksheet tells; places, rows and columns from 0."""

    troubles: list[Trouble] = field(default_factory=list)  # X10 and X11, in the order of the sheet
    percents: dict[Place, int] = field(default_factory=dict)  # places after the point of a percent format
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def look_through(worksheet: bytes, percents: Mapping[int, int], *, file: str, sheet: str) -> Seen:
    """What calamine does not tell of a sheet. `percents` are the places after the point by style.

    Raises InputError: X04 for the first value beyond the bounds, X05 for a sheet that is not as Excel
    writes one.
    """
    odd_cell, plain_cells = _patterns(frozenset(percents))
    seen = _glance(worksheet, percents, odd_cell)
    if seen:
        return seen
    scan = _Scan(file, sheet, percents)
    try:
        scan.parser.Parse(plain_cells.sub(b"", worksheet), True)
    except expat.ExpatError as error:
        raise InputError(refusals.damaged(file, sheet, str(error))) from error
    scan.leave_cell()
    return scan.seen


def troubles_in(worksheet: bytes, *, file: str, sheet: str) -> list[Trouble]:
    """The troubles alone; see `look_through`."""
    return look_through(worksheet, {}, file=file, sheet=sheet).troubles


@lru_cache(maxsize=8)
def _patterns(percents: frozenset[int]) -> _Patterns:
    """The beginning of a cell that has something to tell, and cells in a row that have nothing.

    Nothing to tell have cells within bounds that hold a value alone, without a percent format. A large sheet
    is passed over twice as fast as it is parsed.
    """
    styles = b"|".join(b"%d" % style for style in sorted(percents))
    other = rb'(?!(?:%b)")' % styles if percents else b""
    plain = _WITHIN + rb'(?: s="' + other + rb'[0-9]+")?(?: t="(?:s|n|b|str)")?'
    odd = re.compile(rb'<c(?! r="' + plain + rb"(?:/>|><v>[^<&]*</v></c>)(?:<c r|</row>))")
    # One that stands before a cell without reference stays, as that is counted from it.
    cells = re.compile(rb'(?:<c r="' + plain + rb'(?:/>|><v>[^<&]+</v></c>)(?=<c r="))+')
    return odd, cells


def _glance(worksheet: bytes, percents: Mapping[int, int], odd_cell: re.Pattern[bytes]) -> Seen | None:
    """What a sheet of plain cells alone tells; None for every other sheet, and where there is a doubt.

    Every row must be as `<row …>` and every cell as `<c r="B2"><v>1</v></c>`, one after the other: then there
    is no room for a formula, an error or a cell in disguise, and what is broken calamine finds.
    """
    start, end = worksheet.find(b"<sheetData>"), worksheet.rfind(b"</sheetData>")
    head = worksheet[: max(start, 0)]
    if start < 0 or end < start or _OTHER_ENCODING.search(head) or b"<!" in head:
        return None
    if worksheet.find(b" hidden=", 0, end) >= 0 or _ODD_ROW.search(worksheet, start, end):
        return None
    seen = Seen()
    for odd in odd_cell.finditer(worksheet, start, end):
        cell = _PERCENT_CELL.match(worksheet, odd.start())
        column = _COLUMNS.get(cell[1].decode()) if cell else None
        if cell is None or column is None or int(cell[2]) > MAX_ROWS or int(cell[3]) not in percents:
            return None
        seen.percents[int(cell[2]) - 1, column] = percents[int(cell[3])]
    return seen


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
        column = cell.rstrip(_DIGITS)
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
