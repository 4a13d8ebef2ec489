"""The data tables of a letter: rows chosen by an index, each cell set for print once for all recipients.

Codes: L24 unknown data · L25 an unknown column · L26 a cell that cannot be added up · L27 no rows · L28 a
wide table that went to an annex · L29 more rows than one document may have.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from gettext import gettext as _
from itertools import accumulate, groupby, pairwise
from typing import Any, TypeAlias

from memogen import sandbox, thai
from memogen.compose.filling import printable
from memogen.compose.orders import (
    BLANK_COLUMN,
    COLUMNS,
    COUNTS,
    GROUPS,
    NO_ANNEX,
    SUMS,
    Pair,
    TableOrder,
    guessed,
)
from memogen.compose.wording import finished, restored, wording
from memogen.findings import Finding, Severity
from memogen.model import MOST_COLUMNS, Align, Run, Span, Table

_TOTAL, _ALL = "รวม", "รวมทั้งสิ้น"
_NOTHING = ("", "-", "–")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_NUMBERS = (int, Decimal, sandbox.Formatted)
_NAMING = ("ปี", "พ.ศ.", "รหัส", "เลข", "หมายเลข", "โทร")
"""Numbers under such headings name something: 2566 stays ๒๕๖๖, not ๒,๕๖๖."""
_SATANG = 2

Cell: TypeAlias = tuple[Run, ...]
Origin: TypeAlias = tuple[str | None, str, Sequence[int]]
"""A printed text, with the column and the rows (from 0) that it comes from; the text is None where these only
decide which rows are printed."""
_EMPTY = Table((), (), ())


class DataTables:
    """The data of one letter, and what its body has ordered of it so far."""

    def __init__(
        self,
        data: Mapping[str, Any],
        *,
        unread: Sequence[str],
        file: str,
        keep: tuple[str, ...],
        wide_in_text: bool = False,
    ) -> None:
        """`unread` are names whose data could not be read, which has been told.

        A wide table goes to an annex of its own unless its order says otherwise, or all are `wide_in_text`.
        """
        self._data = data
        self._unread = unread
        self._file = file
        self._keep = keep
        self._wide_in_text = wide_in_text
        self._made: dict[TableOrder, _Prepared] = {}
        self._same: dict[TableOrder, Table] = {}

    def table(self, order: TableOrder, values: Sequence[str]) -> Table:
        """The table with a recipient's values; an empty one when it cannot be made."""
        printed = self._printed(order)
        if printed is None or printed.faults:
            return _EMPTY
        if printed.waits:
            return printed.table(values)
        if order not in self._same:
            self._same[order] = printed.table(values)
        return self._same[order]

    def cells(self, order: TableOrder, values: Sequence[str]) -> Iterator[Origin]:
        """Where each text that the table prints comes from; nothing of a table that cannot be made."""
        printed = self._printed(order)
        return iter(()) if printed is None or printed.faults else printed.cells(values)

    def findings(self, order: TableOrder, values: Sequence[str], line: int) -> list[Finding]:
        """What is wrong with the table and its data."""
        printed = self._printed(order)
        found = printed.findings(values) if printed else self._unknown(order)
        return [replace(one, file=self._file, line=line) for one in found]

    def _printed(self, order: TableOrder) -> _Prepared | None:
        if order not in self._made:
            rows = self._data.get(order.data)
            if not isinstance(rows, list | tuple) or not all(isinstance(row, Mapping) for row in rows):
                return None
            stays = self._wide_in_text and order.annex is None
            placed = replace(order, annex=NO_ANNEX) if stays else order
            self._made[order] = _Prepared(placed, rows, self._keep)
        return self._made[order]

    def _unknown(self, order: TableOrder) -> list[Finding]:
        if order.data in self._unread:
            return []
        known = [*self._data]
        return [
            Finding(
                code="L24",
                text=order.data,
                message=_("ไม่มีข้อมูลชื่อ “{name}”").format(name=order.data),
                hint=guessed(order.data, known)
                if known
                else _("เพิ่มหัวข้อ ข้อมูล: {name} = fixtures/สมุดงาน.xlsx#แผ่นงาน").format(name=order.data),
            )
        ]


@dataclass(frozen=True, slots=True)
class _Column:
    """A printed column; `places` are the decimals of its numbers, None where these have more than two.

    Numbers of formatted cells are printed as their workbook shows them.
    """

    name: str
    heading: str
    is_number: bool
    is_amount: bool
    places: int | None


@dataclass(frozen=True, slots=True)
class _Total:
    """A row with what others add up to: it stands below so many of them, and is of `rows` of the data."""

    below: int
    name: str
    rows: Sequence[int]
    cells: tuple[Cell, ...]


class _Prepared:
    """The rows that one order chooses from by an index; each is set for print when first asked for."""

    def __init__(self, order: TableOrder, rows: Sequence[Mapping[str, Any]], keep: tuple[str, ...]) -> None:
        self._order = order
        self._rows = rows
        self._keep = keep
        self._names = {_key(name): name for name in rows[0]} if rows else {}
        self._cells: dict[int, tuple[Cell, ...]] = {}
        self._odd: dict[int, list[Finding]] = {}
        texts = [*(heading for _name, heading in order.columns), order.numbering or "", order.annex or ""]
        texts += [text for _name, text in (*order.only, *order.counts)]
        self.waits = any(wording((text,), keep).slots for text in texts)
        self.faults = [*self._unknown_columns()] if rows else []

    # --- which rows -------------------------------------------------------------------------------

    def _chosen(self, values: Sequence[str]) -> Sequence[int]:
        """The places of the rows that a recipient's table shows."""
        if not self._order.only:
            return range(len(self._rows))
        wanted = tuple(_key(restored(text, values)) for _name, text in self._order.only)
        return self._index.get(wanted, ())

    @cached_property
    def _index(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        index: dict[tuple[str, ...], list[int]] = {}
        names = [self._name(column) for column, _text in self._order.only]
        for place, row in enumerate(self._rows):
            index.setdefault(tuple(_key(sandbox.shown(row.get(name))) for name in names), []).append(place)
        return index

    def _name(self, column: str) -> str:
        """A column as the data call it: `_` may stand for a space, as in tags."""
        return self._names.get(_key(column), column)

    # --- what is printed --------------------------------------------------------------------------

    @cached_property
    def _columns(self) -> Sequence[_Column]:
        filtered = {self._name(column) for column, _text in self._order.only}
        pairs: Sequence[Pair] = self._order.columns or [
            (name, name.replace("_", " ")) for name in self._names.values() if name not in filtered
        ]
        sums = {self._name(column) for column in self._order.sums}
        return [self._column(self._name(column), heading, sums) for column, heading in pairs]

    def _column(self, name: str, heading: str, sums: set[str]) -> _Column:
        filled = [value for row in self._rows if (value := row.get(name)) not in (None, *_NOTHING)]
        is_number = name in sums or (bool(filled) and all(type(value) in _NUMBERS for value in filled))
        formatted = [value.text for value in filled if isinstance(value, sandbox.Formatted)]
        others = [value for value in filled if is_number and not isinstance(value, sandbox.Formatted)]
        numbers = [number for value in others if (number := _number(value)) is not None]
        places = max((max(0, -int(number.as_tuple().exponent)) for number in numbers), default=0)
        usual = None if places > _SATANG else _SATANG if places else 0
        return _Column(
            name=name,
            heading=heading,
            is_number=is_number,
            is_amount=not name.startswith(_NAMING),
            places=None if usual is None else max((usual, *map(_places_in, formatted))),
        )

    def _row(self, place: int) -> tuple[Cell, ...]:
        """The cells of a row; what is odd in them is kept in `_odd`."""
        if place not in self._cells:
            row = self._rows[place]
            odd = self._odd.setdefault(place, [])
            self._cells[place] = tuple(
                self._cell(row.get(column.name), column, place, odd) for column in self._columns
            )
        return self._cells[place]

    def _cell(self, value: Any, column: _Column, place: int, odd: list[Finding]) -> Cell:
        if column.is_number and value not in (None, *_NOTHING) and not isinstance(value, sandbox.Formatted):
            number = _number(value)
            if number is None:
                odd.append(_not_a_number(value, column.name, place, self._rows[place]))
            else:
                return (Run(self._finished(_figures(number, column))),)
        if self._order.short_dates and isinstance(value, date):
            value = thai.short_date(value)
        text, unprintable = printable(sandbox.shown(value))
        odd += unprintable
        return (Run(self._finished(text)),) if text else ()

    def _finished(self, text: str) -> str:
        return finished(text, self._keep)

    def _text(self, text: str, values: Sequence[str]) -> str:
        """A text of the order with its values, set for print."""
        return wording((text,), self._keep).filled(values)[0]

    # --- the table --------------------------------------------------------------------------------

    def table(self, values: Sequence[str]) -> Table:
        """The table with a recipient's values."""
        order, columns = self._order, self._columns
        chosen = self._chosen(values)
        rows = [self._row(place) for place in chosen]
        head = [self._text(column.heading, values) for column in columns]
        aligns = [Align.RIGHT if column.is_number else Align.LEFT for column in columns]
        groups = [self._place(group) for group in order.groups] if rows else []
        totals = self._totals(chosen, values)
        names = {total.below + at: total.name for at, total in enumerate(totals)}
        rows, spans = _totalled(*_merged(rows, groups), totals)
        if order.numbering is not None:
            rows, spans = _numbered(rows, spans, groups[:1], names)
            head.insert(0, self._text(order.numbering, values))
            aligns.insert(0, Align.CENTRE)
        for place, name in names.items():
            spans += _labelled(rows, place, name)
        return Table(
            tuple((Run(text),) for text in head),
            tuple(rows),
            tuple(aligns),
            spans=tuple(spans),
            annex=self._annex(values),
        )

    def cells(self, values: Sequence[str]) -> Iterator[Origin]:
        """See `DataTables.cells`."""
        chosen = self._chosen(values)
        names = [column.name for column in self._columns]
        for place in chosen:
            for name, cell in zip(names, self._row(place), strict=True):
                if name != BLANK_COLUMN:
                    yield _text(cell), name, (place,)
        for total in self._totals(chosen, values):
            for name, cell in zip(names, total.cells, strict=True):
                if cell:
                    yield _text(cell), name, total.rows
        for column, _wanted in self._order.only:
            if (name := self._name(column)) not in names:
                yield None, name, chosen

    def _place(self, column: str) -> int:
        name = self._name(column)
        return next(place for place, printed in enumerate(self._columns) if printed.name == name)

    def _annex(self, values: Sequence[str]) -> str | None:
        title = self._order.annex
        if title is None:
            return "" if self._is_wide else None
        return None if title == NO_ANNEX else self._text(title, values)

    @property
    def _is_wide(self) -> bool:
        return len(self._columns) + (self._order.numbering is not None) > MOST_COLUMNS

    def _totals(self, chosen: Sequence[int], values: Sequence[str]) -> list[_Total]:
        """The totals of several first groups, if wanted, and of all; none where nothing is added up."""
        groups = [*self._groups(chosen)] if self._order.subtotals else []
        parts = groups if len(groups) > 1 else []
        ends = accumulate(len(rows) for _name, rows in parts)
        totals = [
            _Total(below, name, rows, self._total(rows, values))
            for below, (name, rows) in zip(ends, parts, strict=True)
        ]
        name = _ALL if parts else _TOTAL
        totals.append(_Total(len(chosen), name, chosen, self._total(chosen, values)))
        return [total for total in totals if total.cells]

    def _groups(self, chosen: Sequence[int]) -> Iterator[tuple[str, Sequence[int]]]:
        """Equal neighbours in the first group's column, with the name of their total."""
        column = self._place(self._order.groups[0])
        for cell, rows in groupby(chosen, key=lambda place: self._row(place)[column]):
            name = _text(cell).partition("\n")[0]
            yield f"{_TOTAL} {name}".strip(), [*rows]

    def _total(self, chosen: Sequence[int], values: Sequence[str]) -> tuple[Cell, ...]:
        """What the columns of these rows add up to and how many they are; none without such columns."""
        if not chosen:
            return ()
        order = self._order
        cells: dict[int, str] = {}
        for name in order.sums:
            column = self._columns[self._place(name)]
            numbers = (_number(self._rows[place].get(column.name)) for place in chosen)
            cells[self._place(name)] = _figures(sum(filter(None, numbers), Decimal(0)), column)
        for name, unit in order.counts:
            data = self._name(name)
            count = sum(self._rows[place].get(data) not in (None, "") for place in chosen)
            cells[self._place(name)] = f"{count:,} {restored(unit, values)}".strip()
        if not cells:
            return ()
        texts = [cells.get(place, "") for place in range(len(self._columns))]
        return tuple((Run(self._finished(text), bold=True),) if text else () for text in texts)

    # --- what is wrong ----------------------------------------------------------------------------

    def findings(self, values: Sequence[str]) -> list[Finding]:
        """What is wrong with the order, or with the rows that it chooses."""
        if self.faults:
            return self.faults
        chosen = self._chosen(values)
        if len(chosen) > sandbox.ROWS:
            return [_too_many(len(chosen))]
        found = [] if chosen else [_no_rows(self._order.data, has_head=bool(self._columns))]
        for place in chosen:
            self._row(place)
            found += self._odd[place]
        if self._order.annex is None and self._is_wide:
            found.append(_went_to_annex(self._order.data))
        return found

    def _unknown_columns(self) -> Iterator[Finding]:
        order, known = self._order, [*self._names.values()]
        for column, _text in (*order.columns, *order.only):
            if column != BLANK_COLUMN and _key(column) not in self._names:
                yield _unknown_column(column, order.data, known)
        printed = [column.name for column in self._columns]
        uses = {GROUPS: order.groups, SUMS: order.sums, COUNTS: [name for name, _unit in order.counts]}
        for word, columns in uses.items():
            for column in columns:
                if self._name(column) not in printed:
                    yield _not_printed(column, word, printed)


def _text(cell: Cell) -> str:
    return "".join(run.text for run in cell)


def _key(text: str) -> str:
    """Texts that count as equal: digits of either kind, any white space, `_` for a space."""
    return thai.to_arabic_digits(" ".join(thai.normalise(text).replace("_", " ").split()))


def _number(value: Any) -> Decimal | None:
    """A number, also one that is text such as ๑,๓๙๗.๕๐; None for what is none."""
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return Decimal(value)
    text = thai.to_arabic_digits(value).replace(",", "").strip() if isinstance(value, str) else ""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _places_in(text: str) -> int:
    """How many digits stand behind the point."""
    return len(text.partition(".")[2])


def _figures(number: Decimal, column: _Column) -> str:
    """A number as a table prints it; all numbers of a column have as many decimals."""
    places = "" if column.places is None else f".{column.places}"
    return format(number, f"{',' if column.is_amount else ''}{places}f")


def _merged(
    rows: Sequence[tuple[Cell, ...]], groups: Sequence[int]
) -> tuple[list[tuple[Cell, ...]], list[Span]]:
    """Equal neighbours in each group's column made one cell, within the groups before it."""
    ready, spans = [[*row] for row in rows], []
    parted = {0, len(rows)}
    for column in groups:
        parted |= {place for place in range(1, len(rows)) if rows[place][column] != rows[place - 1][column]}
        starts = sorted(parted)
        for start, end in pairwise(starts):
            if end - start > 1 and rows[start][column]:
                spans.append(Span(start, column, down=end - start))
                for place in range(start + 1, end):
                    ready[place][column] = ()
    return [tuple(row) for row in ready], spans


def _totalled(
    rows: list[tuple[Cell, ...]], spans: Sequence[Span], totals: Sequence[_Total]
) -> tuple[list[tuple[Cell, ...]], list[Span]]:
    """The rows with the totals between and below them."""
    for total in reversed(totals):
        rows.insert(total.below, total.cells)
    above = [sum(total.below <= span.row for total in totals) for span in spans]
    return rows, [replace(span, row=span.row + count) for span, count in zip(spans, above, strict=True)]


def _numbered(
    rows: Sequence[tuple[Cell, ...]], spans: Sequence[Span], group: Sequence[int], totals: Container[int]
) -> tuple[list[tuple[Cell, ...]], list[Span]]:
    """A running number before each row but the totals; with a `group`, one for what was made one in it."""
    together = {span.row: span.down for span in spans if span.column in group}
    inside = {row + step for row, down in together.items() for step in range(1, down)}
    count, numbered = 0, []
    for place, row in enumerate(rows):
        is_counted = place not in inside and place not in totals
        count += is_counted
        mark = (Run(thai.to_thai_digits(f"{count:,}")),) if is_counted else ()
        numbered.append((mark, *row))
    moved = [replace(span, column=span.column + 1) for span in spans]
    return numbered, [Span(row, 0, down=down) for row, down in together.items()] + moved


def _labelled(rows: list[tuple[Cell, ...]], place: int, name: str) -> Iterator[Span]:
    """Puts the name of a total into the empty cells before its first figure, made one."""
    empty = next((column for column, cell in enumerate(rows[place]) if cell), 0)
    if empty:
        rows[place] = ((Run(name, bold=True),), *rows[place][1:])
    if empty > 1:
        yield Span(place, 0, across=empty)


# --- what is told -----------------------------------------------------------------------------------


def _unknown_column(column: str, data: str, known: Sequence[str]) -> Finding:
    return Finding(
        code="L25",
        text=column,
        message=_("ข้อมูล “{data}” ไม่มีคอลัมน์ “{column}”").format(data=data, column=column),
        hint=guessed(column, known),
    )


def _not_printed(column: str, word: str, printed: Sequence[str]) -> Finding:
    return Finding(
        code="L25",
        text=column,
        message=_("“{word}: {column}” ไม่อยู่ในคอลัมน์ที่พิมพ์").format(word=word, column=column),
        hint=_("เพิ่มคอลัมน์นี้ใน “{columns}” หรือ {guess}").format(columns=COLUMNS, guess=guessed(column, printed)),
    )


def _not_a_number(value: Any, column: str, place: int, row: Mapping[str, Any]) -> Finding:
    shown = sandbox.shown(value)[:40]
    where, cell = _where(row, column)
    return Finding(
        code="L26",
        text=shown,
        place=where or _("แถวที่ {row} ของข้อมูล").format(row=place + 1),
        cell=cell,
        message=_("“{value}” ในคอลัมน์ “{column}” ไม่ใช่จำนวน จึงรวมไม่ได้").format(value=shown, column=column)
        + (_(" ({where} ช่อง {cell})").format(where=where, cell=cell) if cell else ""),
        hint=_("แก้ช่องนี้ในสมุดงานเป็นจำนวน เว้นว่าง หรือใส่ -"),
    )


def _where(row: Mapping[str, Any], column: str) -> tuple[str, str | None]:
    """The workbook and sheet, and the cell, that a value of a row comes from, as far as the row knows."""
    from memogen.sheets.table import Record  # only letters at fault pay for it

    if not isinstance(row, Record):
        return "", None
    where = _("{file} ชีต “{sheet}”") if row.sheet else "{file}"
    return where.format(file=row.file, sheet=row.sheet), row.row.address(column)


def _no_rows(data: str, *, has_head: bool) -> Finding:
    return Finding(
        code="L27",
        severity=Severity.WARNING if has_head else Severity.ERROR,
        text=data,
        message=_("ตารางจากข้อมูล “{data}” ไม่มีแถว พิมพ์ได้แต่หัวตาราง").format(data=data),
        hint=_("ตรวจเงื่อนไขหลัง “เฉพาะ” ว่าสะกดตรงกับข้อมูล"),
    )


def _went_to_annex(data: str) -> Finding:
    return Finding(
        code="L28",
        severity=Severity.INFO,
        text=data,
        message=_("ตารางจากข้อมูล “{data}” มีหลายคอลัมน์ จึงพิมพ์เป็นเอกสารแนบแนวนอน").format(data=data),
        hint=_("ตั้งชื่อด้วย “เอกสารแนบ: ชื่อ” และอ้างถึงในเนื้อความ หรือใส่ “เอกสารแนบ: ไม่” ให้อยู่ในเนื้อความ"),
    )


def _too_many(rows: int) -> Finding:
    return Finding(
        code="L29",
        message=_("ตารางมี {rows} แถว เกิน {most} แถวที่เอกสารหนึ่งฉบับพิมพ์ได้").format(
            rows=f"{rows:,}", most=f"{sandbox.ROWS:,}"
        ),
        hint=_("เลือกแถวด้วย “เฉพาะ” หรือแบ่งเป็นหลายฉบับ"),
    )
