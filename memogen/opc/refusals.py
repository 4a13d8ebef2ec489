"""Why a package is not opened, in the officer's words."""

from __future__ import annotations

from gettext import gettext as _

from memogen.findings import Finding

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def not_a_package(file: str, data: bytes) -> Finding:
    """What `data` is in place of a package: empty, old Word, old Excel, locked, or something else."""
    if not data:
        return Finding(code="K01", file=file, message=_("ไฟล์ว่างเปล่า"), hint=_("ขอไฟล์ใหม่จากเจ้าของไฟล์"))
    if not data.startswith(_OLE):
        return Finding(
            code="K01",
            file=file,
            message=_("ไม่ใช่ไฟล์ Word (.docx) หรือ Excel (.xlsx)"),
            hint=_("เปิดด้วย Word หรือ Excel แล้วบันทึกเป็น .docx หรือ .xlsx"),
        )
    if _holds(data, "EncryptedPackage"):
        return locked(file)
    if _holds(data, "WordDocument"):
        return _old(file, _("Word รุ่นเก่า (.doc)"), ".docx")
    if _holds(data, "Workbook") or _holds(data, "Book"):
        return _old(file, _("Excel รุ่นเก่า (.xls)"), ".xlsx")
    return _old(file, _("Office รุ่นเก่า"), _(".docx หรือ .xlsx"))


def damaged(file: str) -> Finding:
    """Cut short, or its check sums do not agree."""
    return Finding(
        code="K02",
        file=file,
        message=_("ไฟล์เสียหรือมาไม่ครบ"),
        hint=_("คัดลอกหรือดาวน์โหลดใหม่ หรือเปิดด้วย Word หรือ Excel ให้ซ่อม แล้วบันทึกใหม่"),
    )


def locked(file: str) -> Finding:
    """Encrypted."""
    return Finding(
        code="K04",
        file=file,
        message=_("ไฟล์ล็อกด้วยรหัสผ่าน"),
        hint=_("เปิดด้วย Word หรือ Excel เอารหัสผ่านออก แล้วบันทึกใหม่"),
    )


def too_large(file: str, why: str) -> Finding:
    """Over one of the bounds; `why` says which."""
    return Finding(
        code="K05",
        file=file,
        message=_("ไฟล์ใหญ่เกินกำหนด: {why}").format(why=why),
        hint=_("ย่อรูปภาพ ลบส่วนที่ไม่ใช้ หรือแบ่งไฟล์ แล้วบันทึกใหม่"),
    )


def strange_name(file: str, part: str) -> Finding:
    """A part that points out of the package, or that is there twice."""
    return Finding(
        code="K06",
        file=file,
        place=part,
        message=_("ชื่อส่วน “{part}” ภายในไฟล์ผิดปกติหรือซ้ำกัน").format(part=part),
        hint=_("อย่าใช้ไฟล์นี้จนกว่าจะทราบที่มา หรือเปิดด้วย Word หรือ Excel แล้วบันทึกเป็นไฟล์ใหม่"),
    )


def entities(file: str, part: str) -> Finding:
    """XML that defines entities, or hides in an encoding of its own."""
    return Finding(
        code="K07",
        file=file,
        place=part,
        message=_("ส่วน “{part}” ภายในไฟล์มีคำสั่ง XML ที่ไม่ปลอดภัย").format(part=part),
        hint=_("อย่าใช้ไฟล์นี้จนกว่าจะทราบที่มา Word และ Excel ไม่เขียนคำสั่งเช่นนี้"),
    )


def malformed(file: str, part: str, line: int, reason: str) -> Finding:
    """XML that is none; `line` counts inside the part, `reason` is the parser's."""
    return Finding(
        code="K08",
        file=file,
        place=_("{part} บรรทัด {line}").format(part=part, line=line),
        text=reason,
        message=_("ส่วน “{part}” ภายในไฟล์เสีย").format(part=part),
        hint=_("เปิดด้วย Word หรือ Excel ให้ซ่อม แล้วบันทึกใหม่"),
    )


def no_contents(file: str) -> Finding:
    """A zip, but of something else."""
    return Finding(
        code="K09",
        file=file,
        message=_("ไฟล์นี้เป็น zip ธรรมดา ไม่ใช่ไฟล์ Word หรือ Excel"),
        hint=_("ตรวจดูว่าเลือกไฟล์ถูก"),
    )


def _holds(data: bytes, stream: str) -> bool:
    """Whether the OLE file lists a stream of this name."""
    return stream.encode("utf-16-le") + b"\0\0" in data


def _old(file: str, what: str, wanted: str) -> Finding:
    return Finding(
        code="K03",
        file=file,
        message=_("เป็นไฟล์ {what}").format(what=what),
        hint=_("เปิดไฟล์แล้วเลือก “บันทึกเป็น” ชนิด {wanted}").format(wanted=wanted),
    )
