"""Where the table of a sheet begins, which of its columns is which, and the lines under its headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import TypeAlias

from memogen.kpi.columns import Column, column_of
from memogen.sheets.raw import RawSheet
from memogen.sheets.table import Cell
from memogen.sheets.values import tidied

_DEEPEST = 60  # rows above the table may be titles; further down nobody begins one
_FEWEST = 2  # columns that we know, or it is none of our tables

_Cells: TypeAlias = Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table; `cells` are the filled ones of the columns that we know.

    A label is a line whose first words stretch over several columns, as those of totals and notes do; these
    words are no column's own.
    """

    number: int  # as Excel counts
    cells: Mapping[Column, Cell]
    row: _Cells
    is_label: bool

    @property
    def first(self) -> Cell:
        """The first filled cell."""
        return next(filter(None, self.row))

    def own(self, column: Column) -> Cell | None:
        """The cell of the column, unless it is merged with the row above or is a label."""
        return self._own(self.cells.get(column))

    def own_at(self, place: int) -> Cell | None:
        """The cell at a place of the row, as `own`."""
        return self._own(self.row[place])

    def _own(self, cell: Cell | None) -> Cell | None:
        if cell is None or (self.is_label and cell.address == self.first.address):
            return None
        return cell if cell.address.lstrip(ascii_uppercase) == str(self.number) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`names` are the headings of all columns by place.

    `doubled` are the headings of a second column of one kind. `unknown` are the columns with something in
    them that we do not know: their headings, or where there is none what stands first in them.
    """

    file: str
    sheet: str
    titles: tuple[str, ...]  # the lines above
    places: Mapping[Column, int]
    names: Mapping[int, str]
    doubled: tuple[Cell, ...]
    unknown: tuple[Cell, ...]
    lines: tuple[Line, ...]


def find_table(sheet: RawSheet) -> Table | None:
    """The table whose headings name the most columns that we know; None if there is none.

    Empty rows and headings that are repeated (as at the top of each printed page) are passed over.
    """
    starts = range(min(len(sheet.rows), _DEEPEST))
    headers = [header for first in starts for header in _headers(sheet, first)]
    header = max(headers, key=lambda header: len(header.places), default=None)
    if header is None or len(header.places) < _FEWEST:
        return None
    lines = tuple(_lines(sheet, header))
    return Table(
        file=sheet.file,
        sheet=sheet.name,
        titles=tuple(text for row in sheet.rows[: header.first] for text in _texts_of(row)),
        places=header.places,
        names=header.names,
        doubled=header.doubled,
        unknown=tuple(_unknown(header, lines)),
        lines=lines,
    )


# --- headings -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Header:
    """`cells` are the addresses of each column's heading: the same ones where it is merged sideways."""

    first: int  # rows, from 0
    last: int
    places: Mapping[Column, int]
    names: Mapping[int, str]
    cells: Mapping[int, tuple[str, ...]]
    doubled: tuple[Cell, ...]


def _headers(sheet: RawSheet, first: int) -> Iterator[_Header]:
    """What the headings may be that begin in this row: as deep as its merged cells go, or one row deeper."""
    last = first
    while last + 1 < len(sheet.rows) and _addresses(sheet.rows[first]) & _addresses(sheet.rows[last + 1]):
        last += 1
    yield _header(sheet, first, last)
    if last + 1 < len(sheet.rows):
        yield _header(sheet, first, last + 1)


def _header(sheet: RawSheet, first: int, last: int) -> _Header:
    """A heading with nothing above it may stand under one to its left, as in a csv, which merges no cells."""
    places: dict[Column, int] = {}
    names: dict[int, str] = {}
    addresses: dict[int, tuple[str, ...]] = {}
    doubled = []
    above = ""
    for place, top in enumerate(sheet.rows[first]):
        cells = [cell for row in sheet.rows[first : last + 1] if (cell := row[place])]
        name = " ".join(dict.fromkeys(tidied(cell.text) for cell in cells))
        above = tidied(top.text) if top else above
        stretched = f"{above} {name}" if cells and not top else name
        names[place] = stretched if column_of(stretched) else name
        addresses[place] = tuple(cell.address for cell in cells)
        column = column_of(names[place])
        if column and addresses[places.setdefault(column, place)] != addresses[place]:
            doubled.append(cells[-1])
    return _Header(first, last, places, names, addresses, tuple(doubled))


def _unknown(header: _Header, lines: Sequence[Line]) -> Iterator[Cell]:
    known = {header.cells[place] for place in header.places.values()}
    for place, addresses in header.cells.items():
        name = header.names[place]
        if addresses in known or column_of(name):
            continue
        filled = (cell for line in lines if not line.is_label and (cell := line.row[place]))
        if first := next(filled, None):
            yield Cell(name, addresses[-1], name) if addresses else first


# --- lines ----------------------------------------------------------------------------------------


def _lines(sheet: RawSheet, header: _Header) -> Iterator[Line]:
    headings = {text for row in sheet.rows[header.first : header.last + 1] for text in _texts_of(row)}
    for at, row in enumerate(sheet.rows[header.last + 1 :], start=header.last + 1):
        if any(row) and not headings.issuperset(_texts_of(row)):
            cells = {column: cell for column, place in header.places.items() if (cell := row[place])}
            yield Line(at + 1, cells, row, _is_label(row, header))


def _is_label(row: _Cells, header: _Header) -> bool:
    first = next(filter(None, row))
    covered = (place for place, cell in enumerate(row) if cell and cell.address == first.address)
    return len({header.cells[place] for place in covered}) > 1


def _texts_of(row: _Cells) -> list[str]:
    """The texts of a row, one of each merged range."""
    return list({cell.address: tidied(cell.text) for cell in row if cell}.values())


def _addresses(row: _Cells) -> set[str]:
    return {cell.address for cell in row if cell}
