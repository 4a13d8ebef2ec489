"""What is wrong with a scorecard, in the officer's words, with its sheet and cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from gettext import gettext as _

from memogen.findings import Finding, Severity, nearest
from memogen.kpi.arithmetic import digits
from memogen.kpi.nouns import Figure, Words
from memogen.sheets.table import Cell

# --- the workbook ---------------------------------------------------------------------------------


def no_scorecard(file: str, sheets: Sequence[str]) -> Finding:
    return Finding(
        code="V01",
        file=file,
        text=", ".join(sheets),
        message=_("ไม่พบตารางคะแนนในสมุดงาน แผ่นงานที่มี: {sheets}").format(sheets=", ".join(sheets) or "-"),
        hint=_("ตารางคะแนนมีคอลัมน์ตัวชี้วัดและน้ำหนัก อยู่ในแผ่นงานที่ไม่ได้ซ่อน"),
    )


def many_scorecards(file: str, sheets: Sequence[str]) -> Finding:
    return Finding(
        code="V01",
        file=file,
        text=", ".join(sheets),
        message=_("มีตารางคะแนน {count} แผ่น: {sheets}").format(count=len(sheets), sheets=", ".join(sheets)),
        hint=_("บอกแผ่นงานต่อท้ายชื่อไฟล์ เช่น แผน.xlsx#{sheet}").format(sheet=sheets[0]),
    )


def no_such_sheet(file: str, name: str, sheets: Sequence[str]) -> Finding:
    close = nearest(name, sheets)
    return Finding(
        code="V01",
        file=file,
        text=name,
        message=_("แผ่นงาน “{sheet}” ไม่มี หรือไม่ใช่ตารางคะแนน").format(sheet=name),
        hint=_("หมายถึง “{name}” หรือไม่").format(name=close)
        if close and close != name
        else _("แผ่นงานที่มี: {names}").format(names=", ".join(sheets)),
    )


def missing_columns(file: str, sheet: str, columns: Sequence[str]) -> Finding:
    return Finding(
        code="V02",
        file=file,
        place=_place(sheet),
        text=", ".join(columns),
        message=_("ตารางคะแนนขาดคอลัมน์ {columns}").format(columns=", ".join(f"“{name}”" for name in columns)),
        hint=_("ตั้งหัวคอลัมน์ตามนี้ หัวตารางสองชั้นให้ผสานช่องชั้นบนไว้"),
    )


def doubled_column(file: str, sheet: str, cell: str, name: str) -> Finding:
    return _at(
        "V02",
        file,
        Words(name, sheet, cell),
        _("หัวคอลัมน์ “{name}” มีสองคอลัมน์").format(name=name),
        _("เหลือไว้คอลัมน์เดียว หรือตั้งชื่อให้ต่างกัน"),
    )


def unknown_column(file: str, sheet: str, cell: Cell) -> Finding:
    """A column of the scorecard that nothing is read from."""
    return _at(
        "V22",
        file,
        Words(cell.text, sheet, cell.address),
        _("ไม่รู้จักคอลัมน์ “{name}” จึงไม่ได้ใช้").format(name=cell.text),
        _("ถ้าใช้คิดคะแนน ตั้งหัวคอลัมน์ให้ตรงกับตารางคะแนน"),
        severity=Severity.INFO,
    )


# --- cells and rows -------------------------------------------------------------------------------


def not_a_number(file: str, where: Words, column: str) -> Finding:
    return _at(
        "V03",
        file,
        where,
        _("“{text}” ในคอลัมน์ “{column}” ไม่ใช่ตัวเลข").format(text=where.text, column=column),
        _("พิมพ์เป็นตัวเลข ช่องที่ไม่มีค่าพิมพ์ - หรือเว้นว่าง"),
    )


def unknown_mark(file: str, where: Words) -> Finding:
    return _at(
        "V03",
        file,
        where,
        _("อ่านไม่ออกว่า “{text}” คือทำแล้วหรือยัง").format(text=where.text),
        _("ทำแล้วพิมพ์ / ยังไม่ทำเว้นว่าง"),
    )


def impossible_weight(file: str, weight: Figure) -> Finding:
    return _at(
        "V03",
        file,
        weight,
        _("น้ำหนัก {text} ไม่อยู่ระหว่าง 0 ถึง 100").format(text=weight.text),
        _("พิมพ์น้ำหนักเป็นร้อยละ"),
    )


def impossible_level(file: str, level: Figure) -> Finding:
    return _at(
        "V03",
        file,
        level,
        _("ระดับ {text} ไม่ใช่จำนวนเต็ม 0 ถึง 5").format(text=level.text),
        _("พิมพ์ระดับสูงสุดที่ผลถึง หรือเว้นว่างให้โปรแกรมคิดจากผลและค่าเป้าหมาย"),
    )


def unread_row(file: str, where: Words) -> Finding:
    return _at(
        "V04",
        file,
        where,
        _("แถวนี้มีข้อมูลของตัวชี้วัด แต่ไม่มีรหัสตัวชี้วัด: “{text}”").format(text=where.text),
        _("พิมพ์รหัส เช่น ๑.๓ ในคอลัมน์ “ตัวชี้วัดที่” หรือลบแถวนี้"),
    )


def nothing_to_score(file: str, sheet: str) -> Finding:
    return Finding(
        code="V04",
        file=file,
        place=_place(sheet),
        message=_("ตารางคะแนนไม่มีตัวชี้วัด"),
        hint=_("พิมพ์ตัวชี้วัดแถวละหนึ่งตัว พร้อมรหัส เช่น ๑.๓"),
    )


def missing_value(file: str, where: Words, column: str) -> Finding:
    return _at(
        "V05",
        file,
        where,
        _("ตัวชี้วัด {code} ไม่มีค่าในคอลัมน์ “{column}”").format(code=where.text, column=column),
        _("เติมค่าในช่องนี้ ช่องที่ใช้ร่วมกันหลายแถวให้ผสานไว้"),
    )


def two_values(file: str, first: Figure, second: Figure, column: str) -> Finding:
    return _at(
        "V06",
        file,
        second,
        _("“{column}” ของกลุ่มเดียวกันมีสองค่า คือ {first} (ช่อง {cell}) และ {second}").format(
            column=column, first=first.text, cell=first.cell, second=second.text
        ),
        _("กลุ่มหนึ่งมีน้ำหนักค่าเดียว แก้ให้ตรงกัน"),
    )


def doubled_code(file: str, where: Words, first: Words, severity: Severity = Severity.ERROR) -> Finding:
    return _at(
        "V07",
        file,
        where,
        _("รหัสตัวชี้วัด {code} ซ้ำกับช่อง {cell}").format(code=where.text, cell=first.cell),
        _("แก้รหัสให้ไม่ซ้ำ รหัสที่ลงท้ายด้วยศูนย์ (เช่น 3.10) ให้พิมพ์เป็นข้อความ"),
        severity=severity,
    )


def no_targets(file: str, where: Words) -> Finding:
    return _at(
        "V08",
        file,
        where,
        _("ตัวชี้วัด {code} ไม่มีค่าเป้าหมาย จึงคิดระดับไม่ได้").format(code=where.text),
        _("พิมพ์ค่าเป้าหมายอย่างน้อยหนึ่งระดับ"),
    )


def wavering_targets(file: str, code: str, targets: Sequence[Figure]) -> Finding:
    return _at(
        "V08",
        file,
        targets[0],
        _("ค่าเป้าหมายของตัวชี้วัด {code} ไม่เรียงขึ้นหรือลงทางเดียว: {targets}").format(
            code=code, targets=", ".join(target.text for target in targets)
        ),
        _("แก้ค่าเป้าหมายระดับ ๑ ถึง ๕ ให้เพิ่มขึ้นหรือลดลงตามลำดับ"),
    )


# --- disagreements --------------------------------------------------------------------------------


def weights_do_not_add_up(
    file: str, weights: Sequence[Figure], total: Decimal, whose: str, severity: Severity
) -> Finding:
    return _at(
        "V10",
        file,
        weights[0],
        _("น้ำหนักของ{whose} รวมกันได้ {total} ไม่ใช่ 100 ({weights})").format(
            whose=whose,
            total=digits(total),
            weights=" + ".join(f"{weight.text} {weight.cell}" for weight in weights),
        ),
        _("แก้น้ำหนักให้รวมเป็น 100"),
        severity=severity,
    )


def wrong_percentage(file: str, code: str, stated: Figure, shown: str, share: str, ratio: str) -> Finding:
    return _doubt(
        "V11",
        file,
        stated,
        _("ตัวชี้วัด {code} เขียนว่าร้อยละ {stated} แต่ {ratio} คือร้อยละ {share}").format(
            code=code, stated=shown, ratio=ratio, share=share
        ),
        _("ตรวจดูว่าตัวตั้ง ตัวหาร หรือร้อยละที่ผิด"),
    )


def wrong_level(file: str, code: str, level: Figure, result: str, ours: int) -> Finding:
    return _doubt(
        "V12",
        file,
        level,
        _("ตัวชี้วัด {code} เขียนว่าระดับ {stated} แต่ผล {result} ได้ระดับ {ours} ตามค่าเป้าหมาย").format(
            code=code, stated=level.text, result=result, ours=ours
        ),
        _("โปรแกรมคิดคะแนนตามค่าเป้าหมาย ตรวจผล ค่าเป้าหมาย หรือแก้ระดับ"),
    )


def level_before_result(file: str, code: str, level: Figure, awaited: Words) -> Finding:
    return _doubt(
        "V12",
        file,
        level,
        _("ตัวชี้วัด {code} เขียนว่าระดับ {stated} แต่ผลคือ “{awaited}”").format(
            code=code, stated=level.text, awaited=awaited.text
        ),
        _("โปรแกรมนับว่ายังไม่ทราบผล พิมพ์ผล หรือลบระดับ"),
    )


def wrong_result(file: str, code: str, result: Figure, counted: str, source: str) -> Finding:
    return _doubt(
        "V13",
        file,
        result,
        _("ตัวชี้วัด {code} เขียนว่าผล {stated} แต่{source} ได้ {counted}").format(
            code=code, stated=result.text, source=source, counted=counted
        ),
        _("ตรวจดูว่าแผ่นงานใดเป็นข้อมูลล่าสุด แล้วแก้ให้ตรงกัน"),
    )


def wrong_score(file: str, whose: str, stated: Figure, ours: str) -> Finding:
    return _doubt(
        "V14",
        file,
        stated,
        _("คะแนนของ{whose} เขียนว่า {stated} แต่คิดได้ {ours}").format(
            whose=whose, stated=digits(stated.value), ours=ours
        ),
        _("คะแนนคือ ระดับ / 5 คูณน้ำหนักทั้งสามชั้น"),
    )


def wrong_count(file: str, noun: str, stated: Figure, ours: int) -> Finding:
    return _doubt(
        "V15",
        file,
        stated,
        _("เขียนว่ามี {stated} {noun} แต่ในตารางมี {ours}").format(stated=stated.value, noun=noun, ours=ours),
        _("ตรวจดูว่าแถวขาดหรือเกิน หรือแก้จำนวน"),
    )


def wrong_sum(file: str, column: str, stated: Figure, ours: Decimal, *, across: bool) -> Finding:
    message = (
        _("“{column}” ของแถวนี้คือ {stated} แต่รายการในแถวรวมกันได้ {ours}")
        if across
        else _("ยอดรวมของ “{column}” คือ {stated} แต่แถวข้างบนรวมกันได้ {ours}")
    )
    return _doubt(
        "V16",
        file,
        stated,
        message.format(column=column, stated=grouped(stated.value), ours=grouped(ours)),
        _("ตรวจดูรายการและยอดรวม หรือใช้สูตร SUM"),
    )


def wrong_budget(file: str, code: str, budget: Figure, costs: Decimal, sheet: str) -> Finding:
    return _doubt(
        "V17",
        file,
        budget,
        _("งบประมาณของตัวชี้วัด {code} คือ {budget} แต่ค่าใช้จ่ายใน{sheet} รวมได้ {costs}").format(
            code=code, budget=grouped(budget.value), sheet=_named(sheet), costs=grouped(costs)
        ),
        _("ตรวจดูว่าแผ่นงานใดเป็นข้อมูลล่าสุด แล้วแก้ให้ตรงกัน"),
    )


def mixed_scales(file: str, code: str, result: str, where: Figure, targets: str) -> Finding:
    return _at(
        "V18",
        file,
        where,
        _("ผลของตัวชี้วัด {code} คือ {result} แต่ค่าเป้าหมายคือ {targets} อาจเป็นร้อยละคนละมาตรา").format(
            code=code, result=result, targets=targets
        ),
        _("พิมพ์ผลและค่าเป้าหมายเป็นมาตราเดียวกัน เช่น 83.80 หรือพิมพ์หน่วยไว้ด้วย เช่น 0.8%"),
    )


def unknown_details(file: str, where: Words) -> Finding:
    return _doubt(
        "V19",
        file,
        where,
        _("ตัวชี้วัด {code} ไม่มีในตารางคะแนน").format(code=where.text),
        _("ตรวจดูรหัสตัวชี้วัดในแผ่นงานนี้"),
    )


def other_name(file: str, code: str, where: Words, name: str) -> Finding:
    return _doubt(
        "V20",
        file,
        where,
        _("ชื่อของตัวชี้วัด {code} ในแผ่นงานนี้ (“{here}”) ไม่ตรงกับตารางคะแนน (“{name}”)").format(
            code=code, here=where.text, name=name
        ),
        _("ใช้ชื่อเดียวกันทั้งสองแผ่นงาน"),
    )


def no_result(file: str, where: Words) -> Finding:
    return _doubt(
        "V21",
        file,
        where,
        _("ตัวชี้วัด {code} ไม่มีผล และไม่ได้บอกว่าจะทราบผลเมื่อใด").format(code=where.text),
        _("พิมพ์ผล หรือพิมพ์ว่า ทราบผล เดือน ก.ย. ๖๖"),
    )


# --- words ----------------------------------------------------------------------------------------


def grouped(value: Decimal) -> str:
    """The number with commas: 1,397,139.5."""
    return f"{Decimal(digits(value)):,}"


def listed(figures: Iterable[Figure | None]) -> str:
    """Targets as they stand, a dash where there is none."""
    return ", ".join(figure.text if figure else "-" for figure in figures)


def _doubt(code: str, file: str, where: Figure | Words, message: str, hint: str) -> Finding:
    return _at(code, file, where, message, hint, severity=Severity.WARNING)


def _at(
    code: str,
    file: str,
    where: Figure | Words,
    message: str,
    hint: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        file=file,
        cell=where.cell,
        place=_place(where.sheet),
        text=where.text,
        message=f"{_named(where.sheet)}: {message}" if where.sheet else message,
        hint=hint,
    )


def _place(sheet: str) -> str:
    return _("ชีต {sheet}").format(sheet=sheet) if sheet else ""


def _named(sheet: str) -> str:
    return _("ชีต “{sheet}”").format(sheet=sheet)
