"""What is wrong with a recipients' list, in the officer's words, with its row and cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from gettext import gettext as _

from memogen.findings import Finding, Severity, nearest
from memogen.model import Recipient
from memogen.recipients.likeness import in_one_line, shown


def no_names(file: str, sheet: str, headers: Sequence[str], expected: Sequence[str]) -> Finding:
    return Finding(
        code="N01",
        file=file,
        place=_("ชีต {sheet}").format(sheet=sheet) if sheet else "",
        text=", ".join(headers),
        message=_("รายชื่อผู้รับไม่มีคอลัมน์ชื่อหน่วยงาน มีแต่ {headers}").format(headers=_listed(headers)),
        hint=_("ตั้งหัวคอลัมน์ของชื่อผู้รับว่า “หน่วยงาน” (ใช้ได้: {expected})").format(expected=", ".join(expected)),
    )


def nobody(file: str, *, is_settings: bool) -> Finding:
    if is_settings:
        hint = _("เพิ่มรายการ [[units]] ใน {file} หรือบอกไฟล์รายชื่อด้วย --to").format(file=file)
    else:
        hint = _("พิมพ์ผู้รับใต้หัวคอลัมน์ แถวละหนึ่งหน่วยงาน")
    return Finding(code="N02", file=file, message=_("รายชื่อผู้รับยังไม่มีผู้รับ"), hint=hint)


# --- rows -----------------------------------------------------------------------------------------


def no_recipient(row: Recipient, total: str) -> Finding:
    """A row that names nobody: one of totals (N04), the heading of a group (N05), or an empty name (N03)."""
    text = in_one_line(shown(row.values.get("ชื่อ")))
    if total:
        message = _("{row} เป็นยอดรวม (“{text}”) ไม่ใช่ผู้รับ").format(row=_row(row), text=total)
        return _fault("N04", row, total, message, _("ลบแถวนี้ หรือย้ายไปไว้อีกชีต"))
    if text:
        message = _("{row} “{text}” ผสานเซลล์ข้ามคอลัมน์ จึงเป็นหัวข้อกลุ่ม ไม่ใช่ผู้รับ").format(row=_row(row), text=text)
        return _fault("N05", row, text, message, _("เพิ่มคอลัมน์ของกลุ่ม (เช่น ภาค) แล้วลบแถวนี้"))
    message = _("{row} มีข้อมูล แต่ไม่มีชื่อหน่วยงาน").format(row=_row(row))
    return _fault("N03", row, "", message, _("เติมชื่อหน่วยงาน หรือลบแถวนี้"))


def doubled_unit(row: Recipient, first: Recipient) -> Finding:
    message = _("{row} “{name}” ซ้ำกับ{first}").format(row=_row(row), name=row.name, first=_where(first))
    hint = _("เหลือไว้แถวเดียว ถ้าหน่วยงานมีข้อมูลหลายแถว ให้หนังสืออ่านด้วยหัวข้อ “ข้อมูล”")
    return _fault("N06", row, row.name, message, hint)


def doubled_short(row: Recipient, first: Recipient) -> Finding:
    message = _("{row} ชื่อย่อ “{short}” ซ้ำกับ{first}").format(
        row=_row(row), short=row.short, first=_where(first)
    )
    hint = _("ตรวจดูว่าไม่ได้พิมพ์ผิด")
    return _fault("N07", row, row.short, message, hint, severity=Severity.WARNING)


def illegal_name(row: Recipient, words: str, reason: str) -> Finding:
    message = _("{row} “{words}” ตั้งเป็นชื่อไฟล์ไม่ได้ ({reason})").format(row=_row(row), words=words, reason=reason)
    return _fault("N10", row, words, message, _("พิมพ์ชื่อที่จะใช้ในชื่อไฟล์ไว้ในคอลัมน์ “ชื่อไฟล์”"))


def same_name(row: Recipient, first: Recipient, file_name: str) -> Finding:
    message = _("{row} ไฟล์ “{name}” ชื่อเดียวกับไฟล์ของ{first}").format(
        row=_row(row), name=file_name, first=_where(first)
    )
    hint = _("Windows แยกสองชื่อนี้ไม่ได้ พิมพ์ชื่อที่ต่างกันไว้ในคอลัมน์ “ชื่อไฟล์”")
    return _fault("N11", row, file_name, message, hint)


def _fault(
    code: str, row: Recipient, text: str, message: str, hint: str, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        file=row.file,
        cell=row.cell,
        place=_row(row),
        text=text,
        message=message,
        hint=hint,
    )


def _row(row: Recipient) -> str:
    if row.cell is None:
        return _("[[units]] รายการที่ {number}").format(number=row.row)
    return _("แถว {number}").format(number=row.row)


def _where(row: Recipient) -> str:
    if row.cell is None:
        return _("รายการที่ {number} “{name}”").format(number=row.row, name=row.name)
    return _("แถว {number} “{name}” (ช่อง {cell})").format(number=row.row, name=row.name, cell=row.cell)


# --- filters --------------------------------------------------------------------------------------


def unknown_recipient(word: str, recipients: Sequence[Recipient]) -> Finding:
    known = [text for one in recipients for text in (one.name, one.short) if text]
    message = _("ในรายชื่อไม่มี “{word}”").format(word=word)
    return _unknown(word, word, known, recipients, message, _("เขียนชื่อหน่วยงาน ชื่อย่อ หรือ คอลัมน์=ค่า"))


def unknown_column(
    word: str, column: str, columns: Sequence[str], recipients: Sequence[Recipient]
) -> Finding:
    message = _("รายชื่อไม่มีคอลัมน์ “{column}”").format(column=column)
    hint = _("คอลัมน์ที่มี: {columns}").format(columns=", ".join(columns))
    return _unknown(word, column, columns, recipients, message, hint)


def unknown_value(word: str, column: str, value: str, recipients: Sequence[Recipient]) -> Finding:
    known = list(dict.fromkeys(filter(None, (shown(one.values.get(column)) for one in recipients))))
    message = _("ไม่มีผู้รับที่คอลัมน์ “{column}” เป็น “{value}”").format(column=column, value=value)
    return _unknown(
        word, value, known, recipients, message, _("ค่าที่มี: {values}").format(values=_listed(known))
    )


def nobody_left(file: str, only: Iterable[str], but: Iterable[str]) -> Finding:
    return Finding(
        code="N09",
        file=file,
        text=", ".join([*only, *but]),
        message=_("กรองแล้วไม่เหลือผู้รับ"),
        hint=_("ลดเงื่อนไขใน --only หรือ --except"),
    )


def _unknown(
    word: str, typed: str, known: Sequence[str], recipients: Sequence[Recipient], message: str, hint: str
) -> Finding:
    close = nearest(typed, known)
    return Finding(
        code="N08",
        file=recipients[0].file if recipients else "",
        text=word,
        message=message,
        hint=_("หมายถึง “{name}” หรือไม่").format(name=close) if close else hint,
    )


def _listed(words: Sequence[str], most: int = 8) -> str:
    """The first few words."""
    return ", ".join([*words[:most], *(["…"] if len(words) > most else [])])
