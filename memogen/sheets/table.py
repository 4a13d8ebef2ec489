"""A table as its reader wants it: rows by number, cells by column name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from memogen.sheets.formats import as_percent
from memogen.sheets.values import Raw, Value, read_value, value_of

Place = tuple[int, int]  # row and column, from 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and where it stands; a merged cell keeps the address of its corner, as Excel does."""

    value: Value
    address: str  # as B4
    text: str  # as Excel would show it without a number format; a date as 2023-03-27
    percent: str = ""  # as Excel shows it under a percent format: 83.80% where the value is 0.838

    @property
    def shown(self) -> str:
        """What the officer sees in Excel, as far as a format changes what is said."""
        return self.percent or self.text


def cell_of(raw: Raw, place: Place, percents: Mapping[Place, int]) -> Cell:
    """The cell whose value stands at a place. Raises ValueError as `read_value`."""
    value, text = read_value(raw)
    places = percents.get(place) if percents else None
    percent = as_percent(value, places) if places is not None and isinstance(value, Decimal) else ""
    return Cell(value, address(*place), text, percent)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the columns of a table, which all its rows share, stand on the sheet."""

    places: Mapping[str, int]  # name of a column: its place among them
    numbers: tuple[int, ...]  # of each column on the sheet, from 0
    corners: Mapping[Place, Place]  # merged or filled place: where its value stands
    percents: Mapping[Place, int] = field(default_factory=dict)  # places after the point, by cell


@dataclass(frozen=True, slots=True)
class Row(Mapping[str, Cell]):
    """A row of the table, by column name: `row["ชื่อ"].value`. A cell is made when it is asked for."""

    number: int  # as Excel counts
    raws: tuple[Raw, ...]  # what stands in each column
    layout: Layout = field(repr=False, compare=False)

    def __getitem__(self, column: str) -> Cell:
        place = self._place(column)
        corner = self.layout.corners.get(place, place)
        return cell_of(self.raws[self.layout.places[column]], corner, self.layout.percents)

    def __iter__(self) -> Iterator[str]:
        return iter(self.layout.places)

    def __len__(self) -> int:
        return len(self.raws)

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(self.values())

    def address(self, column: str) -> str:
        """Where the value of the column stands, as B4."""
        place = self._place(column)
        return address(*self.layout.corners.get(place, place))

    def is_wide(self, column: str) -> bool:
        """Whether a merged cell stands there that covers other columns too."""
        corner = self.layout.corners.get(self._place(column))
        others = (self._place(other) for other in self if other != column)
        return corner is not None and any(self.layout.corners.get(place) == corner for place in others)

    def _place(self, column: str) -> Place:
        return self.number - 1, self.layout.numbers[self.layout.places[column]]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under one header row; rows without any value are left out."""

    file: str
    sheet: str  # empty for a csv
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def records(self) -> list[dict[str, Value]]:
        """The plain values of each row by column name, for a template."""
        return [dict(zip(self.columns, map(value_of, row.raws), strict=True)) for row in self.rows]


def address(row: int, column: int) -> str:
    """The name of a cell, both counted from 0.

    >>> address(3, 1)
    'B4'
    """
    return f"{letters(column)}{row + 1}"


@cache
def letters(column: int) -> str:
    """The letters of a column, counted from 0.

    >>> letters(199)
    'GR'
    """
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
