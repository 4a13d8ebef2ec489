"""A table as people read it: items apart from totals and notes, groups filled down, wrapped rows joined.

Nothing is guessed in silence: whatever was done to a row is in `Understood`, to be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from memogen import opc
from memogen.errors import InputError
from memogen.sheets import refusals
from memogen.sheets.delimited import read_delimited
from memogen.sheets.formats import STYLES, NumberFormat, formatted_cells, number_styles
from memogen.sheets.grid import Grid, Laid, laid_out
from memogen.sheets.kinds import Kind, kinds_of, number_in
from memogen.sheets.opening import DELIMITED, WORKBOOKS, content_of, unknown_kind
from memogen.sheets.refusals import Trouble
from memogen.sheets.table import Cell, Place, Record, Row, Rows, Table, address, cell_of
from memogen.sheets.values import Raw, is_filled, shown, tidied
from memogen.sheets.workbook import Sheet, grids_of, sheets_of

_LABEL = re.compile(
    r"[\s\u200b]*(?:(?P<note>(?:หมายเหตุ|ที่มา|แหล่งข้อมูล|ข้อมูล ?ณ|note)(?=[\s:：\d๐-๙]|$)|\*)"
    r"|(?P<total>(?:ยอด|ผล|คะแนน)?รวม"
    r"(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน|สุทธิ|ย่อย|ตามแผน|นอกแผน|ตัวชี้วัด|แผน|โครงการ|เงิน|จำนวน)?(?=[\s(:\d๐-๙]|ที่\s|$)"
    r"|(?:ค่า|คะแนน)?เฉลี่ย(?:รวม)?(?=[\s(:]|$)|(?:grand |sub)?total(?=[\s(:]|$)))",
    re.IGNORECASE,
)
_NOTE_CELLS = 2  # the word and what it notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A column whose value was typed once for several rows: how many of its cells were filled down."""

    column: str
    count: int
    first: str  # the first cell filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A sheet and all that was understood of it. Row numbers are as Excel counts.

    `table` holds the items alone: groups are filled down, and the words of a row that goes on with the one
    above are joined to it; it is None on a sheet without a table. `troubles` are X08 to X12.
    """

    file: str
    sheet: str
    is_visible: bool
    titles: tuple[Cell, ...]  # above the header
    troubles: tuple[Trouble, ...]
    header: tuple[int, int] | None = None  # first and last row
    table: Table | None = None
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    totals: tuple[Row, ...] = ()
    notes: tuple[Row, ...] = ()
    repeated: tuple[int, ...] = ()  # rows of the header, or of a title, typed again
    joined: tuple[int, ...] = ()  # rows that go on with the one above
    lonely: tuple[Row, ...] = ()  # rows with a single value, of which is not known what they are
    filled: tuple[Filled, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()  # from 0
    formats: Mapping[str, NumberFormat] = field(default_factory=dict)  # of cells, from `read_data` alone

    def records(self) -> list[Record]:
        """The items for a letter, their numbers as Excel shows them; none on a sheet without a table."""
        return self.table.records(self.formats) if self.table else []


def read_understood(path: Path, *, file: str = "", sheet: str | None = None) -> tuple[Understood, ...]:
    """Every sheet of a workbook, hidden ones too, or the one of a csv, with what was understood.

    `sheet` names the only one to read. Raises InputError as `read_table`, but for X07 to X12, which stand in
    the sheets.
    """
    file = file or path.as_posix()
    if path.suffix.lower() in DELIMITED:
        return (_delimited(path, file),)
    parts, sheets = _opened(path, file)
    if sheet is not None:
        sheets = _named(sheets, sheet, file)
    return tuple(map(understood, grids_of(parts, sheets, file)))


def read_data(path: Path, sheet: str | None = None, *, file: str = "") -> Understood:
    """The sheet that a letter takes its data from: the one of this name, else the first one in sight.

    Raises InputError as `read_table`.
    """
    file = file or path.as_posix()
    if path.suffix.lower() in DELIMITED:
        data = _delimited(path, file)
    else:
        parts, sheets = _opened(path, file)
        name = sheet or next((name for name, one in sheets.items() if one.is_visible), "")
        data = _with_formats(parts, _named(sheets, name, file), file)
    if data.table is None:
        raise InputError(refusals.no_header(file, data.sheet))
    if data.troubles:
        raise InputError(*refusals.told(file, data.sheet, data.troubles))
    return data


def _delimited(path: Path, file: str) -> Understood:
    return understood(read_delimited(content_of(path, file), file=file))


def _opened(path: Path, file: str) -> tuple[Mapping[str, bytes], Mapping[str, Sheet]]:
    """The parts of a workbook and its sheets by name."""
    if path.suffix.lower() not in WORKBOOKS:
        raise InputError(unknown_kind(path, file))
    parts = opc.read_package(content_of(path, file), file=file)
    return parts, sheets_of(parts, file)


def _named(sheets: Mapping[str, Sheet], name: str, file: str) -> Mapping[str, Sheet]:
    """The one sheet of this name; X03 without it."""
    if name not in sheets:
        raise InputError(refusals.unknown_sheet(file, name, list(sheets)))
    return {name: sheets[name]}


def _with_formats(parts: Mapping[str, bytes], chosen: Mapping[str, Sheet], file: str) -> Understood:
    """The one chosen sheet, with the formats of its numbers."""
    (grid,), (sheet,) = grids_of(parts, chosen, file), chosen.values()
    styles = number_styles(parts.get(STYLES, b""), file=file)
    percents = {
        address(*place): NumberFormat(places=places, fewest=places, scale=2)
        for place, places in grid.percents.items()
    }
    return replace(understood(grid), formats=percents | formatted_cells(parts[sheet.part], styles))


def understood(grid: Grid) -> Understood:
    """What a sheet says, row by row."""
    laid = laid_out(grid)
    if laid is None or (len(laid.table.columns) == 1 and not laid.table.rows):  # words, not a table
        return Understood(
            file=grid.file,
            sheet=grid.sheet,
            is_visible=grid.is_visible,
            titles=tuple(_titles(grid, len(grid.rows))),
            troubles=tuple(grid.troubles),
        )
    titles = tuple(_titles(grid, laid.header[0]))
    sorted_rows = _Sorting(grid, laid, titles)
    items, joined = sorted_rows.joined_items()
    table = laid.table.with_rows(items)
    rows, filled = _filled_down(table, _merged_columns(laid))
    table = table.with_rows(rows)
    return Understood(
        file=grid.file,
        sheet=grid.sheet,
        is_visible=grid.is_visible,
        titles=titles,
        header=(laid.header[0] + 1, laid.header[1] + 1),
        table=table,
        kinds=kinds_of(table),
        totals=tuple(sorted_rows.totals),
        notes=tuple(sorted_rows.notes),
        repeated=tuple(sorted_rows.repeated),
        joined=tuple(joined),
        lonely=tuple(row for row in rows if row.number in sorted_rows.alone) if sorted_rows.alone else (),
        filled=tuple(filled),
        hidden_rows=tuple(sorted(row + 1 for row in grid.hidden_rows if _is_in_use(grid, row))),
        hidden_columns=tuple(
            sorted(
                at
                for at in grid.hidden_columns
                if any(is_filled(row[at]) for row in grid.rows if at < len(row))
            )
        ),
        troubles=tuple(laid.troubles),
    )


def _is_in_use(grid: Grid, row: int) -> bool:
    return row < len(grid.rows) and any(map(is_filled, grid.rows[row]))


def _titles(grid: Grid, end: int) -> Iterator[Cell]:
    """The filled cells above the header."""
    for row in range(end):
        for column, raw in enumerate(grid.rows[row]):
            if is_filled(raw):
                try:
                    yield cell_of(raw, (row, column), grid.percents)
                except ValueError:
                    yield Cell(str(raw), "", str(raw))


class _Sorting:
    """The rows under a header, each put where it belongs."""

    def __init__(self, grid: Grid, laid: Laid, titles: Sequence[Cell]) -> None:
        self.grid = grid
        self.corners = laid.table.rows.layout.corners
        self.totals: list[Row] = []
        self.notes: list[Row] = []
        self.repeated: list[int] = []
        self.items: Sequence[Row] = laid.table.rows
        self.alone: set[int] = set()  # numbers of the items that have a single value
        header = range(laid.header[0], laid.header[1] + 1)
        self.headings = [_texts(grid, row) for row in header]
        self.heads = {grid.rows[row][at] for row in header for at in range(len(grid.rows[row]))}
        self.titles = {tidied(title.text) for title in titles}
        doubtful = self._doubtful(laid.table)
        if doubtful:
            rows = enumerate(laid.table.rows)
            self.items = [row for at, row in rows if at not in doubtful or not self._set_apart(row)]

    def _doubtful(self, table: Table) -> Set[int]:
        """The places of rows that may be no items: all but those that fill the first two columns and begin
        with nothing that a total, a note or a heading begins with."""
        if self.corners or len(table.columns) == 1 or table.rows.layout.numbers[0] != 0:
            return set(range(len(table.rows)))
        first, second = table.by_column[:2]
        starts = {
            raw
            for raw in set(first)
            if not is_filled(raw) or raw in self.heads or (isinstance(raw, str) and _LABEL.match(raw))
        }
        pairs = enumerate(zip(first, second, strict=True))
        return {at for at, (start, beside) in pairs if start in starts or not is_filled(beside)}

    def _set_apart(self, row: Row) -> bool:
        """Puts a row that is no item where it belongs; False for an item."""
        own = self.grid.rows[row.number - 1]
        first = next(filter(is_filled, own))
        label = _LABEL.match(first) if isinstance(first, str) else None
        is_alone = self._is_alone(row)
        if row.raws[0] in self.heads and self._is_heading(row):
            self.repeated.append(row.number)
        elif label and label["note"] and len(self._own(row)) <= _NOTE_CELLS:
            self.notes.append(row)
        elif label and label["total"]:
            self.totals.append(row)
        elif is_alone and isinstance(first, str) and tidied(first) in self.titles:
            self.repeated.append(row.number)
        elif is_alone and self.notes and self.notes[-1].number == row.number - 1 and len(row.raws) > 1:
            self.notes.append(row)
        elif self.corners and not is_alone and self._is_summary(row):
            self.totals.append(row)
        else:
            if is_alone and len(row.raws) > 2:
                self.alone.add(row.number)
            return False
        return True

    def _own(self, row: Row) -> list[Place]:
        """The cells of the row itself that are filled: not those merged with a row above."""
        number = row.number - 1
        return [(number, at) for at, raw in enumerate(self.grid.rows[number]) if is_filled(raw)]

    def _is_alone(self, row: Row) -> bool:
        """Whether the row has one value, and none that is merged from above."""
        raws = row.raws
        if not self.corners and len(raws) > 1 and is_filled(raws[0]) and is_filled(raws[1]):
            return False  # as nearly always, so told without counting
        if not self.corners and len(raws) - raws.count("") - raws.count(None) > 1:
            return False
        number, numbers = row.number - 1, row.layout.numbers
        corners = {
            self.corners.get((number, at), (number, at))
            for at, raw in zip(numbers, row.raws, strict=True)
            if is_filled(raw)
        }
        return len(corners) == 1 and corners == set(self._own(row))

    def _is_summary(self, row: Row) -> bool:
        """Whether words stretch over the first columns, and nothing but numbers stands behind them."""
        own = self._own(row)
        if not own or not is_filled(row.raws[0]):
            return False
        start, columns = own[0], row.layout.numbers
        under = [at for at in columns if self.corners.get((row.number - 1, at)) == start]
        rest = [self.grid.rows[row.number - 1][at] for _row, at in own[1:]]
        return (
            len(under) > 1
            and under[0] == columns[0] == start[1]
            and bool(rest)
            and not any(isinstance(raw, str) for raw in rest)
        )

    def _is_heading(self, row: Row) -> bool:
        """Whether the row says what a row of the header says, in two columns at least."""
        texts = _texts(self.grid, row.number - 1)
        return len(texts) > 1 and texts in self.headings

    def joined_items(self) -> tuple[Sequence[Row], list[int]]:
        """The items, with rows that go on with the one above joined to it; and the numbers of these rows.

        A row goes on when it is the next one and has a single value, words below words, with another value
        at the left in the row above, and at the right a column that every row fills which has more than one
        value: without that column it could be one more item of a group.
        """
        if not self.alone:
            return self.items, []
        others = [row.raws for row in self.items if row.number not in self.alone]
        filled = [all(map(is_filled, column)) for column in zip(*others, strict=True)]
        always = max((at for at, is_always in enumerate(filled) if is_always), default=0)
        joined: set[int] = set()
        items: list[Row] = []
        for row in self.items:
            above = items[-1] if items else None
            is_next = above is not None and (row.number - 1 == above.number or row.number - 1 in joined)
            if row.number in self.alone and above and is_next and _goes_on(above, row, always):
                items[-1] = _joined(above, row)
                joined.add(row.number)
            else:
                items.append(row)
        self.alone -= joined
        return items, sorted(joined)


def _texts(grid: Grid, row: int) -> dict[int, str]:
    """The texts of a row of the sheet, by column."""
    return {at: tidied(shown(raw)) for at, raw in enumerate(grid.rows[row]) if is_filled(raw)}


def _goes_on(above: Row, row: Row, always: int) -> bool:
    """Whether the single value of a row goes on below words; `always` is the last column never empty."""
    place = next(at for at, raw in enumerate(row.raws) if is_filled(raw))
    before = above.raws[place]
    return (
        place > 0
        and isinstance(row.raws[place], str)
        and isinstance(before, str)
        and bool(before.strip())
        and place < always
        and any(map(is_filled, above.raws[:place]))
    )


def _joined(above: Row, row: Row) -> Row:
    raws = tuple(
        f"{str(upper).rstrip()}\n{str(lower).strip()}" if is_filled(lower) else upper
        for upper, lower in zip(above.raws, row.raws, strict=True)
    )
    return replace(above, raws=raws)


def _merged_columns(laid: Laid) -> set[int]:
    """Columns in which a cell under the header is merged with those below it: their blanks are blanks."""
    corners = laid.table.rows.layout.corners
    return {column for (row, column), low in corners.items() if row > laid.header[1] and row != low[0]}


def _filled_down(table: Table, merged: Set[int]) -> tuple[Sequence[Row], list[Filled]]:
    """The items with their group columns filled down, and what was filled.

    A column is one of groups when it stands at the left of a column that every item fills, its first cell is
    filled, a third of its cells or more are empty, nothing in it is merged, and at its left are only
    groups, merged columns and running numbers. A blank at the start of another group at its left stays one.
    """
    items = table.rows
    if len(items) < 3:
        return items, []
    numbers = items.layout.numbers
    groups = []
    for place, column in enumerate(table.by_column):
        is_full = table.is_full(place)
        if numbers[place] in merged or (is_full and _are_numbers(column)):
            continue
        empty = [] if is_full else _blanks(column)
        is_group = empty and 0 not in empty and 3 * len(empty) >= len(items)
        if not is_group or not any(map(table.is_full, range(place + 1, len(numbers)))):
            break
        groups.append(place)
    if not groups:
        return items, []
    filled_rows, corners = _fill(items, groups)
    layout = replace(items.layout, corners={**items.layout.corners, **corners})
    told = [
        Filled(column=table.columns[place], count=len(cells), first=address(cells[0], numbers[place]))
        for place in groups
        if (cells := [row for row, column in corners if column == numbers[place]])
    ]
    return [replace(row, layout=layout) for row in filled_rows], told


def _blanks(column: Sequence[Raw]) -> list[int]:
    return [at for at, raw in enumerate(column) if not is_filled(raw)]


def _are_numbers(column: Sequence[Raw]) -> bool:
    return all(number_in(raw) is not None for raw in column)


def _fill(items: Rows, groups: Sequence[int]) -> tuple[list[Row], dict[Place, Place]]:
    """The rows with the groups' values in the blanks below them, and for each blank whose value it took."""
    numbers = items.layout.numbers
    carried: dict[int, tuple[Raw, Place]] = {}
    corners: dict[Place, Place] = {}
    rows = []
    for row in items:
        raws = list(row.raws)
        for at, place in enumerate(groups):
            here = row.number - 1, numbers[place]
            if is_filled(raws[place]):
                carried[place] = raws[place], row.layout.corners.get(here, here)
                for inner in groups[at + 1 :]:
                    carried.pop(inner, None)
            elif place in carried:
                raws[place], corners[here] = carried[place]
        rows.append(replace(row, raws=tuple(raws)))
    return rows, corners
