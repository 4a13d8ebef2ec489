"""A table as its reader wants it: rows by number, cells by column name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache

Value = str | Decimal | date | bool | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and where it stands; a merged cell keeps the address of its corner, as Excel does."""

    value: Value
    address: str  # as B4
    text: str  # as Excel would show it without a number format; a date as 2023-03-27


@dataclass(frozen=True, slots=True)
class Row(Mapping[str, Cell]):
    """A row of the table, by column name: `row["ชื่อ"].value`."""

    number: int  # as Excel counts
    cells: tuple[Cell, ...]
    places: Mapping[str, int] = field(repr=False, compare=False)  # column name: its place in `cells`

    def __getitem__(self, column: str) -> Cell:
        return self.cells[self.places[column]]

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows under one header row; rows without any value are left out."""

    file: str
    sheet: str  # empty for a csv
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def records(self) -> list[dict[str, Value]]:
        """The plain values of each row by column name, for a template."""
        return [{name: cell.value for name, cell in row.items()} for row in self.rows]


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
