"""Totals that are not the sum of their items, down a column (X21) or along a row (X22)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from gettext import gettext as _

from memogen.findings import Finding
from memogen.sheets.sorting import Understood
from memogen.sheets.table import Row
from memogen.sheets.values import is_filled, shown, tidied
from memogen.workbook.figures import figures_of, grouped, is_near, number_columns
from memogen.workbook.remarks import remark

_SUM = re.compile(r"(?:ยอด|ผล|คะแนน)?รวม|(?:grand |sub)?total", re.IGNORECASE)
_SUM_COLUMN = re.compile(
    r"(?:^|[ )])(?:ยอด|เป็นเงิน)?รวม(?:เงิน|ทั้งสิ้น|ทั้งหมด|เป็นเงิน)?(?: ?\(|$)|\btotal\b", re.IGNORECASE
)
_SAMPLE = 50  # rows by which is told what a column adds up


def sum_doubts(sheet: Understood) -> Iterator[Finding]:
    """X21 and X22 of a sheet."""
    yield from _down(sheet)
    yield from _along(sheet)


def _down(sheet: Understood) -> Iterator[Finding]:
    """A total may be of the rows since the total before, of all items above, or of the totals above."""
    if sheet.table is None or not sheet.totals:
        return
    totals = sheet.table.with_rows([row for row in sheet.totals if _SUM.match(_words(row))]).rows
    items = sheet.table.rows
    for column in number_columns(sheet):
        figures = list(zip(items.numbers, figures_of(items, column), strict=True))
        stated = figures_of(totals, column)
        for at, (total, figure) in enumerate(zip(totals, stated, strict=True)):
            above = [value for number, value in figures if value is not None and number < total.number]
            if figure is None or not above:
                continue
            since = totals[at - 1].number if at else 0
            block = [v for number, v in figures if v is not None and since < number < total.number]
            sums = [sum(block, Decimal(0)), sum(above, Decimal(0))]
            others = [value for value in stated[:at] if value is not None]
            if others:
                sums.append(sum(others, Decimal(0)))
            if not any(is_near(figure, ours) for ours in sums):
                ours = sums[0] if block else sums[1]
                yield remark(
                    sheet,
                    "X21",
                    _("ยอดรวมของ “{column}” คือ {stated} แต่รายการข้างบนรวมกันได้ {ours}").format(
                        column=column, stated=grouped(figure), ours=grouped(ours)
                    ),
                    _("ตรวจดูรายการและยอดรวม หรือใช้สูตร SUM"),
                    cell=total.address(column),
                    text=grouped(figure),
                )


def _words(row: Row) -> str:
    first = next((raw for raw in row.raws if is_filled(raw) and _SUM.match(tidied(shown(raw)))), "")
    return tidied(shown(first))


def _along(sheet: Understood) -> Iterator[Finding]:
    """A column called รวม is of the number columns at its left, as far as most rows agree with that."""
    if sheet.table is None:
        return
    columns = number_columns(sheet)
    rows = sheet.table.rows
    for place, column in enumerate(columns):
        if place < 2 or not _SUM_COLUMN.search(column):
            continue
        stated = figures_of(rows, column)
        parts = [figures_of(rows, other) for other in columns[:place]]
        first = _first_part(parts, stated)
        if first is None:
            continue
        for at, (row, figure) in enumerate(zip(rows, stated, strict=True)):
            values = [part[at] for part in parts[first:] if part[at] is not None]
            ours = sum((value for value in values if value is not None), Decimal(0))
            if figure is not None and values and not is_near(figure, ours):
                yield remark(
                    sheet,
                    "X22",
                    _("“{column}” ของแถวนี้คือ {stated} แต่รายการในแถวรวมกันได้ {ours}").format(
                        column=column, stated=grouped(figure), ours=grouped(ours)
                    ),
                    _("ตรวจดูรายการและยอดรวม หรือใช้สูตร SUM"),
                    cell=row.address(column),
                    text=grouped(figure),
                )


def _first_part(parts: Sequence[Sequence[Decimal | None]], stated: Sequence[Decimal | None]) -> int | None:
    """The column from which on the parts add up in two rows at least, and in half of the first ones."""
    known = [at for at, figure in enumerate(stated[:_SAMPLE]) if figure is not None]
    best: tuple[int, int] | None = None
    for first in range(len(parts) - 1):
        right = 0
        for at in known:
            ours = sum((part[at] or Decimal(0) for part in parts[first:]), Decimal(0))
            right += is_near(ours, stated[at] or Decimal(0))
        if right >= 2 and 2 * right >= len(known) and (best is None or right > best[0]):
            best = right, first
    return best[1] if best else None
