"""A sheet's grid of values made a table: header found, merged cells filled, doubts told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from memogen.errors import InputError
from memogen.sheets import refusals
from memogen.sheets.refusals import Trouble
from memogen.sheets.table import Layout, Place, Row, Table
from memogen.sheets.values import Raw, is_filled, is_understood, shown, tidied


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """What stands on a sheet, from its cell A1; `merges` are the two corners of each merged range."""

    file: str
    sheet: str
    rows: Sequence[Sequence[Raw]]  # all equally long
    merges: Sequence[tuple[Place, Place]] = ()
    troubles: Sequence[Trouble] = ()  # what the reader of the file could not understand


def to_table(grid: Grid) -> Table:
    """The table on the grid. Raises InputError with every X07 to X12 on it."""
    corners = corners_of(grid)
    first, last = _header_rows(grid)
    troubles = [trouble for trouble in grid.troubles if trouble.place[0] >= first]
    columns = _columns(grid, corners, (first, last), troubles)
    places = {name: at for at, name in enumerate(columns)}
    layout = Layout(places, tuple(columns.values()), corners)
    rows = []
    for number in range(last + 1, len(grid.rows)):
        if any(map(is_filled, grid.rows[number])):
            raws = _raws(grid, layout, number)
            troubles += _doubts(raws, layout, number)
            rows.append(Row(number + 1, raws, layout))
    if troubles:
        raise InputError(*refusals.told(grid.file, grid.sheet, troubles))
    return Table(grid.file, grid.sheet, tuple(columns), tuple(rows))


def _header_rows(grid: Grid) -> tuple[int, int]:
    """The first and the last row of the header, from 0."""
    first = _first_header_row(grid)
    if first is None:
        raise InputError(refusals.no_header(grid.file, grid.sheet))
    starting = [(low, high) for low, high in grid.merges if low[0] == first]
    last = max((high[0] for _low, high in starting), default=first)
    if last == first and _has_subheadings(grid, first, starting):
        last += 1
    return first, min(last, len(grid.rows) - 1)


def _first_header_row(grid: Grid) -> int | None:
    """The first row with two different values; on a sheet of a single column, the first with any."""
    for number, row in enumerate(grid.rows):
        if len({str(raw).strip() for raw in row if is_filled(raw)}) > 1:
            return number
    filled = [(number, place) for number, row in enumerate(grid.rows) for place in _filled(row)]
    return filled[0][0] if len({place for _number, place in filled}) == 1 else None


def _filled(row: Sequence[Raw]) -> set[int]:
    return {place for place, raw in enumerate(row) if is_filled(raw)}


def _has_subheadings(grid: Grid, first: int, merges: Sequence[tuple[Place, Place]]) -> bool:
    """Whether the row below speaks only under headings that stretch over several columns."""
    if first + 1 >= len(grid.rows):
        return False
    width = len(grid.rows[0])
    wide = [range(low[1], min(high[1] + 1, width)) for low, high in merges if high[1] > low[1]]
    stretched = {place for places in wide for place in places}
    below = _filled(grid.rows[first + 1])
    return len(below) > 1 and below <= stretched


def corners_of(grid: Grid) -> dict[Place, Place]:
    """The corner whose value counts for each merged place, as far as the sheet is in use."""
    height, width = len(grid.rows), max(map(len, grid.rows), default=0)
    corners: dict[Place, Place] = {}
    area = 0
    for low, high in grid.merges:
        rows = range(low[0], min(high[0] + 1, height))
        columns = range(low[1], min(high[1] + 1, width))
        area += len(rows) * len(columns)
        if area > height * width:  # merges never overlap in a workbook that Excel wrote
            raise InputError(refusals.damaged(grid.file, grid.sheet, "mergeCells"))
        corners.update(((row, column), low) for row in rows for column in columns)
    return corners


def _raws(grid: Grid, layout: Layout, number: int) -> tuple[Raw, ...]:
    """What stands in each column of a row; a merged cell in every place that it covers."""
    if not layout.corners:
        row = grid.rows[number]
        return tuple([row[column] for column in layout.numbers])
    places = [(number, column) for column in layout.numbers]
    corners = [layout.corners.get(place, place) for place in places]
    return tuple([grid.rows[row][column] for row, column in corners])


def _doubts(raws: Sequence[Raw], layout: Layout, number: int) -> Iterator[Trouble]:
    """Numbers without end (X11) and days in no calendar (X12)."""
    for column, raw in zip(layout.numbers, raws, strict=True):
        if not is_understood(raw):
            place = number, column
            code = "X12" if isinstance(raw, date) else "X11"
            yield Trouble(code, layout.corners.get(place, place), str(raw))


def _columns(
    grid: Grid, corners: dict[Place, Place], header: tuple[int, int], troubles: list[Trouble]
) -> dict[str, int]:
    """Each column's name and place. A column without a name, or named twice, may only be an empty one."""
    columns: dict[str, int] = {}
    for place in range(len(grid.rows[0])):
        name = _column_name(grid, corners, header, place)
        own = _first_filled(grid, place, header[1] + 1)
        if name and name not in columns:
            columns[name] = place
        elif own is not None and name:
            troubles.append(Trouble("X08", (header[1], place), name))
        elif own is not None:
            troubles.append(Trouble("X09", (own, place), shown(grid.rows[own][place])))
    return columns


def _column_name(grid: Grid, corners: dict[Place, Place], header: tuple[int, int], place: int) -> str:
    levels: list[str] = []
    for number in range(header[0], header[1] + 1):
        row, column = corners.get((number, place), (number, place))
        level = tidied(shown(grid.rows[row][column]))
        if level and level not in levels[-1:]:
            levels.append(level)
    return " ".join(levels)


def _first_filled(grid: Grid, place: int, start: int) -> int | None:
    numbers = range(start, len(grid.rows))
    return next((number for number in numbers if is_filled(grid.rows[number][place])), None)
