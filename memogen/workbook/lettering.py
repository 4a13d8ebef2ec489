"""What a letter is told of its data: what of the sheet it does not get, and what may not be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _

from memogen.findings import Finding, Severity
from memogen.sheets.sorting import Understood
from memogen.sheets.table import Row
from memogen.sheets.values import shown
from memogen.workbook.remarks import numbers, remark


def remarks_for_letter(name: str, sheet: Understood) -> Iterator[Finding]:
    """One finding of a kind, however many rows: X40 what was done to the rows, X41 rows hidden in Excel that
    the letter has, X42 rows of a single value, X43 cells that do not fit their column."""
    hint = _('ดูทุกแถวและทุกช่องด้วย memogen data check "{book}"').format(
        book=f"{sheet.file}#{sheet.sheet}" if sheet.sheet else sheet.file
    )
    if done := ", ".join(_done(sheet)):
        message = _("ข้อมูล “{name}” มี {count} รายการ ({done})").format(
            name=name, count=len(sheet.table.rows) if sheet.table else 0, done=done
        )
        yield remark(sheet, "X40", message, hint, text=name, severity=Severity.INFO)
    if sheet.hidden_rows:
        message = _("ข้อมูล “{name}” มีแถวที่ซ่อนอยู่ในสมุดงาน และหนังสือนับด้วย คือแถว {rows}").format(
            name=name, rows=numbers(sheet.hidden_rows)
        )
        yield remark(sheet, "X41", message, _("ถ้าไม่ต้องการใช้ ให้ลบแถวออกจากสมุดงาน"), text=name)
    if sheet.lonely:
        message = _("ข้อมูล “{name}” มีแถวที่มีค่าช่องเดียว ซึ่งนับเป็นรายการ คือแถว {rows}").format(
            name=name, rows=_numbers_of(sheet.lonely)
        )
        yield remark(sheet, "X42", message, _("ถ้าเป็นชื่อกลุ่ม ย้ายไปไว้ในคอลัมน์ของตัวเอง"), text=name)
    yield from _strange(name, sheet, hint)


def _done(sheet: Understood) -> Iterator[str]:
    if sheet.totals:
        yield _("ไม่นับแถวรวม {rows}").format(rows=_numbers_of(sheet.totals))
    if sheet.notes:
        yield _("ไม่นับหมายเหตุแถว {rows}").format(rows=_numbers_of(sheet.notes))
    if sheet.repeated:
        yield _("ข้ามหัวตารางที่พิมพ์ซ้ำแถว {rows}").format(rows=numbers(sheet.repeated))
    if sheet.joined:
        yield _("ต่อแถว {rows} เข้ากับแถวบน").format(rows=numbers(sheet.joined))
    for group in sheet.filled:
        yield _("เติมชื่อกลุ่มในคอลัมน์ “{column}” {count} ช่อง").format(column=group.column, count=group.count)


def _strange(name: str, sheet: Understood, hint: str) -> Iterator[Finding]:
    strange = [(row, column) for column, kind in sheet.kinds.items() for row in kind.strange]
    if not strange:
        return
    row, column = strange[0]
    text = shown(row.raws[row.layout.places[column]])
    message = _("ข้อมูล “{name}” มี {count} ช่องที่ไม่เข้ากับคอลัมน์ของตน เช่น “{text}” ในคอลัมน์ “{column}”").format(
        name=name, count=len(strange), text=text[:60], column=column
    )
    yield remark(sheet, "X43", message, hint, cell=row.address(column), text=text)


def _numbers_of(rows: Sequence[Row]) -> str:
    return numbers([row.number for row in rows])
