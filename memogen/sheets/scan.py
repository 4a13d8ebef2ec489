"""A worksheet's XML looked through before calamine sees it: how far it reaches, and what calamine hides.

One value far out, as at XFD1048576, ends the whole process inside calamine; formulas without a value
and error values it gives as empty cells.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from memogen.errors import InputError
from memogen.sheets import refusals
from memogen.sheets.bounds import MAX_COLUMNS, MAX_ROWS
from memogen.sheets.refusals import Trouble
from memogen.sheets.table import Place, letters

_COLUMNS = {letters(number): number for number in range(MAX_COLUMNS)}
_REFERENCE = re.compile(r"[A-Z]{1,3}[0-9]{1,7}", re.ASCII)
_DIGITS = "0123456789"
# Cells within bounds that hold nothing but a value have nothing to tell. Without them a large sheet is read
# three times as fast. One that stands before a cell without reference stays, as that is counted from it.
_PLAIN_CELLS = re.compile(
    rb'(?:<c r="(?:[A-Z]|[A-F][A-Z]|G[A-R])(?:[1-9][0-9]{0,3}|1[0-9]{4}|20000)"'
    rb'(?: s="[0-9]+")?(?: t="(?:s|n|b|str)")?(?:/>|><v>[^<&]+</v></c>)(?=<c r="))+'
)


def troubles_in(worksheet: bytes, *, file: str, sheet: str) -> list[Trouble]:
    """Formulas never calculated (X10) and error values (X11), in the order of the sheet.

    Raises InputError: X04 for the first value beyond the bounds, X05 for a sheet that is not as Excel
    writes one.
    """
    scan = _Scan(file, sheet)
    try:
        scan.parser.Parse(_PLAIN_CELLS.sub(b"", worksheet), True)
    except expat.ExpatError as error:
        raise InputError(refusals.damaged(file, sheet, str(error))) from error
    scan.leave_cell()
    return scan.troubles


class _LocalNames(dict[str, str]):
    """Element names without their prefix, each worked out once."""

    def __missing__(self, name: str) -> str:
        self[name] = local = name.rpartition(":")[2]
        return local


class _Scan:
    """One pass over the elements of a worksheet; only their beginnings are looked at."""

    def __init__(self, file: str, sheet: str) -> None:
        self.file, self.sheet = file, sheet
        self.troubles: list[Trouble] = []
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._enter
        self.names = _LocalNames()
        self.row = 0  # as Excel counts
        self.cell = ""  # reference of the last cell of this row, empty before the first
        self.kind = ""  # its type: e for an error, str for a text that a formula gave
        self.is_inside = False
        self.is_suspect = False  # whether it holds a formula or an error
        self.has_value = False
        self.value: list[str] = []

    def _enter(self, name: str, attributes: dict[str, str]) -> None:
        name = self.names[name]
        if name == "v" or name == "is":
            self._place(self.cell)
            self.has_value = True
            if self.is_suspect:
                self.parser.CharacterDataHandler = self.value.append
        elif name == "c":
            if self.is_suspect:
                self.leave_cell()
            self.cell = attributes.get("r") or self._next_cell()
            self.kind = attributes.get("t", "")
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

    def leave_cell(self) -> None:
        """Judge the cell that has been read, if it may be one whose value calamine hides."""
        if self.is_suspect:
            value = "".join(self.value).strip()
            if self.kind == "e" and value:
                self.troubles.append(Trouble("X11", self._place(self.cell), value))
            elif not value and not (self.has_value and self.kind == "str"):
                self.troubles.append(Trouble("X10", self._place(self.cell)))
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
