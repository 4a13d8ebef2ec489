"""Measures as the pages of rules tell them, and how sure those of a rendered page are."""

from __future__ import annotations

from gettext import gettext as _

from memogen import thai
from memogen.model import Kind

TYPED = (Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED)
"""Kinds whose typing the explanation of พ.ศ. ๒๕๕๓ draws line by line."""
TYPING = "คำอธิบายการพิมพ์หนังสือราชการภาษาไทยด้วยโปรแกรมการพิมพ์ในเครื่องคอมพิวเตอร์ (สำนักนายกรัฐมนตรี พ.ศ. ๒๕๕๓)"
"""The explanation itself; it ends with the words that small changes for neatness are free."""
LINE_PT = 18.0
"""From line to line at 16 points, single."""
SLACK_MM = 10.0
"""A fault of rendered pages that this would not undo is there in Word too."""


def figure(value: float) -> str:
    """A measure in Thai digits, to at most two places: ๒.๕๔."""
    return thai.to_thai_digits(f"{value:.2f}".rstrip("0").rstrip("."))


def centimetres(mm: float) -> str:
    return figure(mm / 10)


def page_place(number: int) -> str:
    """Where a fault is that belongs to a page and to no words on it."""
    return _("หน้า {number}").format(number=figure(number))


def as_rendered(hint: str) -> str:
    """The hint of what was measured on a rendered page."""
    return _("{hint} (วัดจากหน้าที่ LibreOffice จัด Word อาจต่างเล็กน้อย)").format(hint=hint)
