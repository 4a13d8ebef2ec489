"""What was understood of a sheet and how, told: nothing is passed over, joined or filled in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from itertools import islice

from memogen.findings import Finding, Severity
from memogen.sheets.kinds import Sort
from memogen.sheets.refusals import MOST, told
from memogen.sheets.sorting import Understood
from memogen.sheets.table import Row, letters
from memogen.sheets.values import Raw, is_filled, shown

_EXAMPLES = 8  # rows named in one sentence


def remark(
    sheet: Understood,
    code: str,
    message: str,
    hint: str = "",
    *,
    cell: str | None = None,
    text: str = "",
    severity: Severity = Severity.WARNING,
) -> Finding:
    """A finding about this sheet."""
    return Finding(
        code=code,
        severity=severity,
        file=sheet.file,
        cell=cell,
        place=_("ชีต {sheet}").format(sheet=sheet.sheet) if sheet.sheet else "",
        text=text,
        message=message + _at(sheet, cell),
        hint=hint,
    )


def _at(sheet: Understood, cell: str | None) -> str:
    """The sheet and the cell, to stand behind a sentence about a cell."""
    if not cell:
        return ""
    if not sheet.sheet:
        return _(" (ช่อง {cell})").format(cell=cell)
    return _(" (ชีต “{sheet}” ช่อง {cell})").format(sheet=sheet.sheet, cell=cell)


def no_table_at_all(file: str) -> Finding:
    """X07 of a whole book."""
    return Finding(
        code="X07",
        file=file,
        message=_("ไม่พบตารางในชีตใด (แถวที่มีชื่อคอลัมน์ตั้งแต่สองชื่อขึ้นไป)"),
        hint=_("พิมพ์ชื่อคอลัมน์ไว้เหนือข้อมูล"),
    )


def remarks_on(sheet: Understood) -> Iterator[Finding]:
    """X08 to X20 of one sheet."""
    if sheet.table is None:
        message = _("ชีตนี้ไม่มีตาราง จึงไม่ได้อ่าน") if sheet.titles else _("ชีตนี้ว่าง")
        yield remark(sheet, "X20", message, severity=Severity.INFO)
    yield from told(sheet.file, sheet.sheet, sheet.troubles)
    yield from _strange(sheet)
    for code, message, hint in (*_guesses(sheet), *_hidden(sheet)):
        yield remark(sheet, code, message, hint, severity=Severity.INFO)


def _guesses(sheet: Understood) -> Iterator[tuple[str, str, str]]:
    for group in sheet.filled:
        yield (
            "X13",
            _("คอลัมน์ “{column}” พิมพ์ครั้งเดียวต่อกลุ่ม จึงเติมค่าลงช่องว่างข้างล่าง {count} ช่อง เริ่มที่ {cell}").format(
                column=group.column, count=group.count, cell=group.first
            ),
            _("ถ้าช่องว่างหมายถึงไม่มีค่า พิมพ์ - ในช่องนั้น"),
        )
    if sheet.joined:
        yield (
            "X14",
            _("แถว {rows} มีข้อความช่องเดียวที่ต่อจากแถวบน จึงต่อเข้ากับแถวบน").format(rows=numbers(sheet.joined)),
            _("ถ้าเป็นคนละรายการ พิมพ์ช่องอื่นของแถวให้ครบ"),
        )
    for rows, message in (
        (sheet.totals, _("แถว {rows} เป็นแถวรวมหรือสรุป จึงไม่นับเป็นรายการ")),
        (sheet.notes, _("แถว {rows} เป็นหมายเหตุ จึงไม่นับเป็นรายการ")),
    ):
        if rows:
            yield "X15", message.format(rows=numbers([row.number for row in rows])), ""
    if sheet.repeated:
        yield "X16", _("แถว {rows} เป็นหัวตารางที่พิมพ์ซ้ำ จึงข้ามไป").format(rows=numbers(sheet.repeated)), ""
    if sheet.lonely:
        yield (
            "X19",
            _("แถว {rows} มีค่าช่องเดียว ไม่ทราบว่าเป็นชื่อกลุ่มหรือรายการ จึงนับเป็นรายการ").format(
                rows=numbers([row.number for row in sheet.lonely])
            ),
            _("ถ้าเป็นชื่อกลุ่ม ย้ายไปไว้ในคอลัมน์ของตัวเอง"),
        )


def _hidden(sheet: Understood) -> Iterator[tuple[str, str, str]]:
    hint = _("ถ้าไม่ต้องการใช้ ให้ลบออก")
    if not sheet.is_visible:
        yield "X17", _("ชีตนี้ซ่อนอยู่ แต่อ่านด้วย"), hint
    if sheet.hidden_rows:
        yield "X17", _("แถว {rows} ซ่อนอยู่ แต่นับด้วย").format(rows=numbers(sheet.hidden_rows)), hint
    if sheet.hidden_columns:
        columns = ", ".join(map(letters, sheet.hidden_columns))
        yield "X17", _("คอลัมน์ {columns} ซ่อนอยู่ แต่อ่านด้วย").format(columns=columns), hint


def _strange(sheet: Understood) -> Iterator[Finding]:
    """X18: what does not fit its column."""
    for column, kind in sheet.kinds.items():
        wanted = _("วันที่") if kind.sort is Sort.DATE else _("ตัวเลข")
        for row in islice(kind.strange, MOST):
            text = shown(row.raws[row.layout.places[column]])
            yield remark(
                sheet,
                "X18",
                _("“{text}” ไม่ใช่{wanted} แต่ช่องอื่นในคอลัมน์ “{column}” เป็น{wanted}").format(
                    text=text[:60], wanted=wanted, column=column
                ),
                _("พิมพ์{wanted}ให้ถูก ช่องที่ไม่มีค่าพิมพ์ - หรือเว้นว่าง").format(wanted=wanted),
                cell=row.address(column),
                text=text,
            )
        if len(kind.strange) > MOST:
            yield remark(
                sheet,
                "X18",
                _("และอีก {count} ช่องในคอลัมน์ “{column}”").format(
                    count=len(kind.strange) - MOST, column=column
                ),
            )


def numbers(rows: Sequence[int]) -> str:
    """Row numbers in a sentence: neighbours as a span, and only so many.

    >>> numbers([3, 4, 5, 9])
    '3-5, 9'
    """
    spans: list[list[int]] = []
    for row in rows:
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    words = [str(first) if first == last else f"{first}-{last}" for first, last in spans]
    if len(words) > _EXAMPLES:
        return ", ".join(words[:_EXAMPLES]) + _(" … รวม {count} แถว").format(count=len(rows))
    return ", ".join(words)


def own_raw(row: Row, column: str) -> Raw:
    """What stands in the row's own cell; None where it is merged with or filled from a cell above."""
    raw = row.raws[row.layout.places[column]]
    if not is_filled(raw):
        return None
    place = row.number - 1, row.layout.numbers[row.layout.places[column]]
    return raw if row.layout.corners.get(place, place) == place else None
