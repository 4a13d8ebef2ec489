"""What a template must not hold, in the officer's words."""

from __future__ import annotations

from gettext import gettext as _

from memogen.findings import Finding, Severity


def outside(file: str, part: str, target: str) -> Finding:
    """Something fetched from elsewhere when the file is opened."""
    return _finding(
        "K11",
        file,
        part,
        target,
        _("ไฟล์นี้ดึงข้อมูลจากภายนอกเมื่อเปิด: {text}"),
        _("ใน Word ให้ตัดการเชื่อมโยง (ไฟล์ > ข้อมูล > แก้ไขการเชื่อมโยงไปยังไฟล์) หรือแทรกรูปลงในไฟล์โดยตรง"),
    )


def unsafe_link(file: str, part: str, target: str) -> Finding:
    """A link that leads to a file, a script or a program."""
    return _finding(
        "K12",
        file,
        part,
        target,
        _("ลิงก์นี้ไม่ใช่ที่อยู่เว็บหรืออีเมล: {text}"),
        _("เปลี่ยนเป็น https:// หรือ mailto: หรือลบลิงก์ออก"),
    )


def embedded(file: str, part: str, what: str) -> Finding:
    """A macro, a control, or another file inside this one."""
    return _finding(
        "K13",
        file,
        part,
        what,
        _("มีแมโคร ตัวควบคุม หรือไฟล์อื่นฝังอยู่: {text}"),
        _("ลบสิ่งที่ฝังอยู่ออก แล้วบันทึกเป็น .docx ธรรมดา"),
    )


def field(file: str, part: str, instruction: str, severity: Severity) -> Finding:
    """A field that runs or fetches something, or may hide one that does."""
    return _finding(
        "K14",
        file,
        part,
        " ".join(instruction.split())[:80],
        _("มีรหัสเขตข้อมูล (field) ที่เรียกโปรแกรมหรือไฟล์อื่น: {text}"),
        _("กด Alt+F9 ใน Word เพื่อดูรหัส แล้วลบออก"),
        severity,
    )


def markup(file: str, part: str, element: str) -> Finding:
    """An element that embeds another document, an object or a data source."""
    return _finding(
        "K15",
        file,
        part,
        element,
        _("มีเอกสาร วัตถุ หรือแหล่งข้อมูลอื่นฝังอยู่ในเนื้อความ: {text}"),
        _("ลบออก หรือวางใหม่เป็นข้อความหรือรูปภาพธรรมดา"),
    )


def misplaced(file: str, part: str, what: str) -> Finding:
    """A part of a kind that Word does not write, or a reference that leads to none."""
    return _finding(
        "K16",
        file,
        part,
        what,
        _("มีส่วนประกอบที่ไม่รู้จัก หรืออ้างถึงส่วนที่ไม่มีอยู่: {text}"),
        _("เปิดด้วย Word แล้วบันทึกเป็นไฟล์ใหม่"),
    )


def _finding(
    code: str, file: str, part: str, text: str, message: str, hint: str, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        file=file,
        place=part,
        text=text,
        message=message.format(text=text),
        hint=hint,
    )
