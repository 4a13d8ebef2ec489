"""A sheet's grid of values made a table: header found, merged cells filled, doubts told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from math import isfinite
from typing import Any

from memogen.errors import InputError
from memogen.sheets import refusals
from memogen.sheets.refusals import Trouble
from memogen.sheets.table import Layout, Place, Rows, Table
from memogen.sheets.titles import first_of_header
from memogen.sheets.values import Raw, is_filled, is_understood, shown, tidied

_MOST_HEADER_ROWS = 4
_NEVER_IN_DOUBT = {str, float, int, bool, Decimal, type(None)}
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """What stands on a sheet, from its cell A1; `merges` are the two corners of each merged range."""

    file: str
    sheet: str
    rows: Sequence[Sequence[Raw]]  # all equally long
    merges: Sequence[tuple[Place, Place]] = ()
    troubles: Sequence[Trouble] = ()  # what the reader of the file could not understand
    percents: Mapping[Place, int] = field(default_factory=dict)  # places after the point, by cell
    hidden_rows: Set[int] = frozenset()
    hidden_columns: Set[int] = frozenset()
    is_visible: bool = True  # whether the tab of the sheet is in sight


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A grid with its header found: the rows under it, and what about them is in doubt (X08 to X12)."""

    header: tuple[int, int]  # first and last row, from 0
    table: Table
    troubles: Sequence[Trouble]


def to_table(grid: Grid) -> Table:
    """The table on the grid. Raises InputError with every X07 to X12 on it."""
    laid = laid_out(grid)
    if laid is None:
        raise InputError(refusals.no_header(grid.file, grid.sheet))
    if laid.troubles:
        raise InputError(*refusals.told(grid.file, grid.sheet, laid.troubles))
    return laid.table


def laid_out(grid: Grid) -> Laid | None:
    """The table on the grid with all doubts about it; None without a header."""
    corners = corners_of(grid)
    header = _header_rows(grid)
    if header is None:
        return None
    corners |= _spread_headings(grid, corners, header)
    troubles = [trouble for trouble in grid.troubles if trouble.place[0] >= header[0]]
    columns = _columns(grid, corners, header, troubles)
    places = {name: at for at, name in enumerate(columns)}
    layout = Layout(places, tuple(columns.values()), corners, grid.percents)
    is_whole = not corners and len(columns) == len(grid.rows[0])  # as of most large tables
    numbers = _rows_in_use(grid, header[1] + 1)
    raws = [grid.rows[number] if is_whole else raws_of(grid, layout, number) for number in numbers]
    rows = Rows([number + 1 for number in numbers], raws, layout)
    table = Table(grid.file, grid.sheet, tuple(columns), rows)
    for number, column, types in zip(layout.numbers, table.by_column, table.types, strict=True):
        if _may_hold_doubts(column, types):
            troubles += _doubts(rows, column, layout, number)
    return Laid(header=header, table=table, troubles=troubles)


def _header_rows(grid: Grid) -> tuple[int, int] | None:
    """The first and the last row of the header, from 0; None without one."""
    first = _first_header_row(grid)
    if first is None:
        return None
    last = first
    while last - first < _MOST_HEADER_ROWS and (below := _last_row_below(grid, first, last)) > last:
        last = below
    return first, min(last, len(grid.rows) - 1)


def _last_row_below(grid: Grid, first: int, last: int) -> int:
    """How far down the headings reach that begin in the last row so far; that row itself if no further."""
    starting = [(low, high) for low, high in grid.merges if low[0] == last]
    lowest = max((high[0] for _low, high in starting), default=last)
    if lowest > last:
        return lowest
    if _has_subheadings(grid, last, starting) or (not starting and _has_loose_subheadings(grid, first, last)):
        return last + 1
    return last


def _first_header_row(grid: Grid) -> int | None:
    """The first row with two different values that is no title; on a sheet of a single column, the first
    with any."""
    number = first_of_header(grid.rows, grid.merges)
    if number is not None:
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


def _has_loose_subheadings(grid: Grid, first: int, last: int) -> bool:
    """Whether the row below completes headings typed once over several columns without merging them.

    It must fill columns that have no heading yet, all of them, and speak only there and under the heading
    at their left; be words or 1, 2, 3 …; and stand above a row that fills other columns.
    """
    if last + 2 >= len(grid.rows):
        return False
    above = set[int]().union(*(_filled(grid.rows[row]) for row in range(first, last + 1)))
    below = _filled(grid.rows[last + 1])
    empty = {place for place in range(len(grid.rows[0])) if place not in above}
    used = {place for place in empty if _first_filled(grid, place, last + 1) is not None}
    beside = {place - 1 for place in used if place - 1 in above}
    texts = [tidied(shown(grid.rows[last + 1][place])) for place in sorted(below)]
    return (
        len(below) > 1
        and bool(used)
        and used <= below <= used | beside
        and bool(_filled(grid.rows[last + 2]) - below)
        and _are_headings(texts)
    )


def _spread_headings(
    grid: Grid, corners: Mapping[Place, Place], header: tuple[int, int]
) -> dict[Place, Place]:
    """Blanks at the right of a heading, both with headings below, and the heading that counts for them."""
    spread: dict[Place, Place] = {}
    for row in range(header[0], header[1]):
        for place in range(1, len(grid.rows[row])):
            here, left = (row, place), (row, place - 1)
            is_under = is_filled(grid.rows[row + 1][place]) and is_filled(grid.rows[row + 1][place - 1])
            if here in corners or is_filled(grid.rows[row][place]) or not is_under:
                continue
            if left in spread or is_filled(grid.rows[row][place - 1]):
                spread[here] = spread.get(left, left)
    return spread


def _are_headings(texts: Sequence[str]) -> bool:
    """Words, or the numbers of levels from 1.

    >>> _are_headings(["จำนวน", "ร้อยละ"]), _are_headings(["๑", "๒"]), _are_headings(["12", "7.5"])
    (True, True, False)
    """
    if [text.translate(_ARABIC) for text in texts] == [str(at) for at in range(1, len(texts) + 1)]:
        return True
    return not any(text.translate(_ARABIC)[:1] in set("0123456789-") for text in texts)


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


def raws_of(grid: Grid, layout: Layout, number: int) -> tuple[Raw, ...]:
    """What stands in each column of a row; a merged or filled cell in every place that it covers."""
    places = [(number, column) for column in layout.numbers]
    corners = [layout.corners.get(place, place) for place in places]
    return tuple([grid.rows[row][column] for row, column in corners])


def _rows_in_use(grid: Grid, start: int) -> list[int]:
    """The rows from this one on that have any value; in most the first cell tells."""
    rows = enumerate(islice(grid.rows, start, None), start)
    return [number for number, row in rows if is_filled(row[0]) or any(map(is_filled, row))]


def _may_hold_doubts(column: Sequence[Raw], types: Set[type]) -> bool:
    """Whether to look at the values one by one; most columns hold none that could be in doubt."""
    if float in types:
        floats: Iterable[Any] = column if len(types) == 1 else [raw for raw in column if type(raw) is float]
        if not isfinite(sum(floats)):
            return True
    return not types <= _NEVER_IN_DOUBT and not all(map(is_understood, set(column)))


def _doubts(rows: Rows, column: Sequence[Raw], layout: Layout, number: int) -> Iterator[Trouble]:
    """Numbers without end (X11) and days in no calendar (X12)."""
    for row, raw in zip(rows.numbers, column, strict=True):
        if not is_understood(raw):
            place = row - 1, number
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
