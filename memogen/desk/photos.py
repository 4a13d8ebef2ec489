"""The picture of whom a certificate is for, looked up in the workspace.

Codes: L66 no such picture in the workspace · L67 a picture larger than a certificate needs.
"""

from __future__ import annotations

from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memogen.errors import InputError
from memogen.files import read_bytes
from memogen.findings import Finding
from memogen.model import Photo

if TYPE_CHECKING:
    from memogen.render.photo import Picture

LARGEST = 4 << 20
"""Bytes; 4 × 6 cm at 300 dots an inch take a tenth of it, and the books keep every document."""


def picture_of(photo: Photo, place: Path | None) -> Picture | None:
    """The picture to be put into a document; None where one is stuck on by hand.

    `place` is where its file is, None outside the workspace. Raises InputError (L66, L67, L68, P11) with the
    line of the letter that names it.
    """
    from memogen.render.photo import picture

    if not photo.source:
        return None
    try:
        if place is None or not place.is_file():
            raise InputError(_missing())
        if place.stat().st_size > LARGEST:
            raise InputError(_too_large())
        return picture(read_bytes(place, LARGEST), alt=photo.name, file=photo.source)
    except InputError as error:
        where: dict[str, Any] = {"file": photo.file, "line": photo.line, "text": photo.source}
        raise InputError(*(replace(found, **where) for found in error.findings)) from error


def _missing() -> Finding:
    return Finding(
        code="L66",
        message=_("ไม่พบรูปถ่ายนี้ในโฟลเดอร์ที่ทำงาน"),
        hint=_("วางภาพไว้ในโฟลเดอร์ที่ทำงาน แล้วเขียนอย่าง รูปถ่าย: รูป/ชื่อ.jpg ถ้าจะติดรูปเอง เขียน รูปถ่าย: ใช่"),
    )


def _too_large() -> Finding:
    return Finding(
        code="L67",
        message=_("รูปถ่ายใหญ่เกิน {limit} ล้านไบต์").format(limit=LARGEST >> 20),
        hint=_("ย่อภาพ ขนาด ๔ x ๖ ซม. ใช้เพียง ๔๗๒ x ๗๐๙ จุด"),
    )
