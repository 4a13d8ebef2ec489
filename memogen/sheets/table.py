"""A table as its reader wants it: rows by number, cells by column name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, cached_property
from itertools import repeat
from typing import Self, overload

from memogen.sandbox import Formatted
from memogen.sheets.formats import NumberFormat, as_percent
from memogen.sheets.values import Raw, Value, is_filled, read_value, values_of

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


@dataclass(frozen=True, slots=True, eq=False)
class Rows(Sequence[Row]):
    """The rows of a table, of one layout. A row is made when it is asked for."""

    numbers: Sequence[int]  # as Excel counts
    raws: Sequence[Sequence[Raw]] = field(repr=False)
    layout: Layout = field(repr=False)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and [*self] == [*other]

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: int | slice) -> Row | Self:
        if isinstance(at, slice):
            return replace(self, numbers=self.numbers[at], raws=self.raws[at])
        return Row(self.numbers[at], tuple(self.raws[at]), self.layout)

    def __iter__(self) -> Iterator[Row]:
        return map(Row, self.numbers, map(tuple, self.raws), repeat(self.layout))


@dataclass(frozen=True)  # no slots, for the cached properties
class Table:
    """The rows under one header row; rows without any value are left out."""

    file: str
    sheet: str  # empty for a csv
    columns: tuple[str, ...]
    rows: Rows

    @cached_property
    def by_column(self) -> tuple[tuple[Raw, ...], ...]:
        """What stands in each column, from the left, a value a row."""
        if not self.rows:
            return ((),) * len(self.columns)
        return tuple(zip(*self.rows.raws, strict=True))

    @cached_property
    def types(self) -> tuple[set[type], ...]:
        """The types of the values in each column, from the left."""
        return tuple(set(map(type, raws)) for raws in self.by_column)

    @cached_property
    def texts(self) -> tuple[Set[str], ...]:
        """The different texts in each column, from the left."""
        columns = zip(self.by_column, self.types, strict=True)
        return tuple(
            {raw for raw in set(raws) if isinstance(raw, str)} if str in types else set()
            for raws, types in columns
        )

    def is_full(self, column: int) -> bool:
        """Whether something stands in every row of a column, counted from 0."""
        return type(None) not in self.types[column] and all(map(is_filled, self.texts[column]))

    def with_rows(self, rows: Sequence[Row]) -> Table:
        """A table of these rows; this one, which may know its columns already, if they are its own."""
        if rows is self.rows:
            return self
        layout = rows[0].layout if rows else self.rows.layout
        return replace(self, rows=Rows([row.number for row in rows], [row.raws for row in rows], layout))

    def records(self, formats: Mapping[str, NumberFormat] | None = None) -> list[Record]:
        """The plain values of each row by column name, for a template.

        `formats` are those of cells by address: their numbers are as Excel shows them, 83.80 for a share of
        0.838, and are printed so; to count with they are exact.
        """
        columns = [*map(values_of, self.by_column, self.types)]
        records = [
            Record(self, row, values)
            for row, values in zip(self.rows, zip(*columns, strict=True), strict=True)
        ]
        if formats:
            for record in records:
                record.show(formats)
        return records


class Record(dict[str, Value]):
    """The values of a row by column name, which know where they stand."""

    __slots__ = ("file", "row", "sheet")

    def __init__(self, table: Table, row: Row, values: Iterable[Value]) -> None:
        super().__init__(zip(table.columns, values, strict=True))
        self.file, self.sheet, self.row = table.file, table.sheet, row

    def show(self, formats: Mapping[str, NumberFormat]) -> None:
        """Puts the numbers that Excel shows in place of those of formatted cells."""
        for column, value in self.items():
            if isinstance(value, Decimal) and (form := formats.get(self.row.address(column))):
                self[column] = Formatted(form.number(value), form.text(value))


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
