"""Every sheet of a workbook as it stands, without a guess where its table begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from memogen import opc
from memogen.errors import InputError
from memogen.findings import Finding
from memogen.sheets import refusals
from memogen.sheets.delimited import read_delimited
from memogen.sheets.grid import Grid, corners_of
from memogen.sheets.opening import DELIMITED, WORKBOOKS, content_of, unknown_kind
from memogen.sheets.refusals import Trouble
from memogen.sheets.table import Cell, Place, address, cell_of
from memogen.sheets.values import is_filled
from memogen.sheets.workbook import grids_of, sheets_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSheet:
    """All rows from the first, a Cell or None for every column.

    A merged cell stands in every place that it covers, with the address of its corner.
    """

    file: str
    name: str  # empty for a csv
    is_visible: bool
    rows: tuple[tuple[Cell | None, ...], ...]
    findings: tuple[Finding, ...]  # X10 to X12, each with its cell

    @property
    def is_empty(self) -> bool:
        return not any(cell for row in self.rows for cell in row)


def read_sheets(path: Path, *, file: str = "") -> tuple[RawSheet, ...]:
    """The sheets of an xlsx in the order of their tabs, hidden ones too, or the one of a csv.

    Cells are read as by `read_table`. Raises InputError as it does, except that a formula never calculated
    (X10), an error value (X11) and a date that does not exist (X12) are told in the sheet's findings; the
    text of the last two stands in the cell.
    """
    file, kind = file or path.as_posix(), path.suffix.lower()
    if kind in DELIMITED:
        return (_raw(read_delimited(content_of(path, file), file=file)),)
    if kind not in WORKBOOKS:
        raise InputError(unknown_kind(path, file))
    parts = opc.read_package(content_of(path, file), file=file)
    return tuple(_raw(grid) for grid in grids_of(parts, sheets_of(parts, file), file))


def _raw(grid: Grid) -> RawSheet:
    troubles = list(grid.troubles)
    errors = {trouble.place: trouble.text for trouble in troubles if trouble.text}
    own = [
        [_cell(grid, (number, column), errors, troubles) for column in range(len(row))]
        for number, row in enumerate(grid.rows)
    ]
    for (row, column), (low_row, low_column) in corners_of(grid).items():
        own[row][column] = own[low_row][low_column]
    return RawSheet(
        file=grid.file,
        name=grid.sheet,
        is_visible=grid.is_visible,
        rows=tuple(map(tuple, own)),
        findings=tuple(_told(grid, troubles)),
    )


def _cell(grid: Grid, place: Place, errors: dict[Place, str], troubles: list[Trouble]) -> Cell | None:
    raw = grid.rows[place[0]][place[1]]
    if not is_filled(raw):
        error = errors.get(place)
        return Cell(error, address(*place), error) if error else None
    try:
        return cell_of(raw, place, grid.percents)
    except ValueError:
        code = "X12" if isinstance(raw, date) else "X11"
        troubles.append(Trouble(code, place, str(raw)))
        return Cell(str(raw), address(*place), str(raw))


def _told(grid: Grid, troubles: list[Trouble]) -> Iterator[Finding]:
    """Each one alone: of a register not one may hide behind a count."""
    for trouble in troubles:
        yield from refusals.told(grid.file, grid.sheet, [trouble])
