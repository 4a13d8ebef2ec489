"""Running numbers that skip or repeat (X26), and a name that stands twice or is missing in a list (X27)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.findings import Finding
from memogen.sheets.kinds import Sort, number_in
from memogen.sheets.sorting import Understood
from memogen.sheets.table import Row, address
from memogen.sheets.values import is_filled, shown, tidied
from memogen.workbook.figures import grouped
from memogen.workbook.remarks import own_raw, remark

_RUNNING = re.compile(r"(?:ลำดับ(?:ที่)?|ที่|no\.?)", re.IGNORECASE)
_FEWEST = 10  # names that make a list of them
_MOST_TWICE = 2


def order_doubts(sheet: Understood) -> Iterator[Finding]:
    """X26 and X27 of a sheet."""
    if sheet.table is None:
        return
    for column in sheet.table.columns:
        if _RUNNING.fullmatch(column) and sheet.kinds[column].sort is Sort.NUMBER:
            yield from _running(sheet, column)
    yield from _names(sheet)


def _running(sheet: Understood, column: str) -> Iterator[Finding]:
    """Each number is one more than the last; it may begin again at 1."""
    rows = sheet.table.rows if sheet.table else ()
    last: int | None = None
    for row in rows:
        number = number_in(own_raw(row, column))
        if number is None or number != int(number):
            continue
        if number not in (1, (last or 0) + 1):
            message = (
                _("ลำดับเริ่มที่ {number}")
                if last is None
                else _("ลำดับ {number} ซ้ำหรือย้อน")
                if number <= last
                else _("ลำดับข้ามจาก {last} ไป {number}")
            )
            yield remark(
                sheet,
                "X26",
                message.format(last=last, number=grouped(number)),
                _("ตรวจดูว่าแถวหายหรือซ้ำ แล้วแก้ลำดับ"),
                cell=row.address(column),
                text=grouped(number),
            )
        last = int(number)


def _names(sheet: Understood) -> Iterator[Finding]:
    """The first column of words is a list of names when nearly all of its values are different."""
    column = _name_column(sheet)
    if column is None or sheet.table is None:
        return
    seen: dict[str, Row] = {}
    twice = []
    rows = sheet.table.rows
    place = sheet.table.columns.index(column)
    if len(rows) < _FEWEST or len(set(sheet.table.by_column[place])) < len(rows) - 2 * _MOST_TWICE:
        return
    for row in rows:
        name = tidied(shown(row.raws[place]))
        if name in seen and name:
            twice.append((row, seen[name]))
        seen.setdefault(name, row)
    unread = {address(*trouble.place) for trouble in sheet.troubles}
    missing = [row for row in rows if not is_filled(row.raws[place]) and row.address(column) not in unread]
    if len(twice) > _MOST_TWICE or len(missing) > _MOST_TWICE:
        return
    for row, first in twice:
        yield remark(
            sheet,
            "X27",
            _("“{name}” ซ้ำกับช่อง {cell}").format(name=shown(row.raws[place]), cell=first.address(column)),
            _("ตรวจดูว่าพิมพ์ซ้ำหรือไม่"),
            cell=row.address(column),
            text=shown(row.raws[place]),
        )
    for row in missing:
        yield remark(
            sheet,
            "X27",
            _("แถวนี้ไม่มี “{column}”").format(column=column),
            _("พิมพ์ให้ครบ หรือลบแถวนี้"),
            cell=row.address(column),
        )


def _name_column(sheet: Understood) -> str | None:
    """The first column of words, unless it has merged or filled cells: then it holds groups."""
    if sheet.table is None or not sheet.table.rows:
        return None
    layout = sheet.table.rows.layout
    for column in sheet.table.columns:
        if sheet.kinds[column].sort is Sort.TEXT:
            number = layout.numbers[layout.places[column]]
            under = sheet.table.rows[0].number - 1
            is_group = any(row >= under and at == number for row, at in layout.corners)
            return None if is_group else column
    return None
