"""Why a letter is not stamped, in the officer's words."""

from __future__ import annotations

from gettext import gettext as _

from memogen.findings import Finding


def not_a_letter(file: str) -> Finding:
    """A package, but no Word document, or one in the strict dialect that other programs cannot read."""
    return Finding(
        code="K19",
        file=file,
        message=_("ไฟล์นี้ไม่ใช่เอกสาร Word (.docx) แบบปกติ"),
        hint=_("เปิดด้วย Word แล้วเลือก “บันทึกเป็น” ชนิด “เอกสาร Word (.docx)” หรือบันทึกเป็น PDF แล้วประทับตราบน PDF"),
    )


def signed_docx(file: str) -> Finding:
    """A stamp would break the digital signature."""
    return Finding(
        code="K17",
        file=file,
        message=_("เอกสารนี้ลงลายมือชื่อดิจิทัลไว้ การประทับตราจะทำให้ลายมือชื่อใช้ไม่ได้"),
        hint=_("เก็บต้นฉบับไว้ตามเดิม แล้วพิมพ์เป็น PDF ฉบับใหม่เพื่อประทับตรา"),
    )


def protected(file: str) -> Finding:
    """Word lets nobody change it without a password."""
    return Finding(
        code="K18",
        file=file,
        message=_("เอกสารนี้ป้องกันการแก้ไขไว้ จึงประทับตราไม่ได้"),
        hint=_("บันทึกเป็น PDF แล้วประทับตราบน PDF หรือขอไฟล์ที่ไม่ได้ป้องกันจากเจ้าของหนังสือ"),
    )


def damaged_pdf(file: str, reason: str) -> Finding:
    """Cut short, no PDF at all, or nonsense inside; `reason` is the reader's own."""
    return Finding(
        code="Y08",
        file=file,
        text=reason,
        message=_("ไฟล์นี้ไม่ใช่ PDF หรือเสีย หรือมาไม่ครบ"),
        hint=_("คัดลอกหรือดาวน์โหลดใหม่ หรือเปิดดูแล้วพิมพ์เป็น PDF ฉบับใหม่"),
    )


def locked_pdf(file: str) -> Finding:
    """Encrypted, whether or not it asks for a password to be read."""
    return Finding(
        code="Y09",
        file=file,
        message=_("ไฟล์ PDF นี้เข้ารหัสหรือห้ามแก้ไขไว้ จึงประทับตราไม่ได้"),
        hint=_("ขอไฟล์ที่ไม่เข้ารหัสจากเจ้าของหนังสือ หรือพิมพ์เป็น PDF ฉบับใหม่"),
    )


def signed_pdf(file: str) -> Finding:
    """A stamp would break the digital signature."""
    return Finding(
        code="Y10",
        file=file,
        message=_("ไฟล์ PDF นี้ลงลายมือชื่อดิจิทัลไว้ การประทับตราจะทำให้ลายมือชื่อใช้ไม่ได้"),
        hint=_("เก็บต้นฉบับไว้ตามเดิม แล้วพิมพ์เป็น PDF ฉบับใหม่เพื่อประทับตรา"),
    )


def no_room(file: str) -> Finding:
    """A sheet smaller than the stamp's place, or full of stamps."""
    return Finding(
        code="Y11",
        file=file,
        message=_("หน้าแรกเล็กเกินไป ไม่มีที่ว่างสำหรับตรารับขนาด ๒.๕ x ๕ เซนติเมตร"),
        hint=_("ตรวจขนาดกระดาษของหน้าแรก หรือประทับตราด้วยมือ"),
    )


def name_too_long(file: str, agency: str) -> Finding:
    """More than the box holds in the smallest letters that can be read."""
    return Finding(
        code="Y12",
        file=file,
        text=agency,
        message=_("ชื่อส่วนราชการ “{agency}” ยาวเกินกรอบตรารับ").format(agency=agency),
        hint=_("ใช้ชื่อย่อหรือชื่อที่สั้นกว่านี้สำหรับตรารับ"),
    )
