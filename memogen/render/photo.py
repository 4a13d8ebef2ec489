"""The photograph of a certificate in its place of 4 × 6 cm (clause 24).

Code: L68 a picture that cannot be put there.
"""

from __future__ import annotations

from dataclasses import dataclass
from gettext import gettext as _

from memogen.errors import InputError
from memogen.findings import Finding
from memogen.ooxml import inline_picture, run
from memogen.render.values import Xml

PHOTO, CERTIFIED = "รูปถ่าย", "ผู้ได้รับการรับรอง"
"""The fields of the picture, and of the name under it."""
WIDTH_MM, HEIGHT_MM = 40, 60
NO_PICTURE = Xml(run("ติดรูปถ่าย ๔ x ๖ ซม."))
_FRAME_MM = 0.5
"""The frame and the line that the picture stands in need so much of it, at each side."""
_RELATION = "rIdPhoto"
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SIZED = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
"""Segments of a JPEG that begin with its size."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for the place: its run, and its part of the package by relation id."""

    xml: Xml
    media: dict[str, tuple[str, bytes]]


def picture(content: bytes, *, alt: str, file: str) -> Picture:
    """A PNG or JPEG as large as the place takes it; `alt` says who it shows.

    Raises InputError (L68) for anything else, and for a picture that is wider than high: it lies on its side.
    """
    ending, (width, height) = _kind_and_size(content)
    if not (width and height):
        raise InputError(_no_picture(file))
    if width > height:
        raise InputError(_lies(file))
    room_mm = WIDTH_MM - 2 * _FRAME_MM, HEIGHT_MM - 2 * _FRAME_MM
    scale = min(room_mm[0] / width, room_mm[1] / height)
    xml = inline_picture(
        _RELATION, number=90, name=PHOTO, alt=alt, width_mm=width * scale, height_mm=height * scale
    )
    return Picture(Xml(xml), {_RELATION: (f"word/media/photo.{ending}", content)})


def _kind_and_size(content: bytes) -> tuple[str, tuple[int, int]]:
    """The ending of a picture's part, and its width and height in dots; no size of what is no picture."""
    if content.startswith(_PNG) and content[12:16] == b"IHDR":
        return "png", (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big"))
    return "jpeg", _jpeg_size(content) if content.startswith(_JPEG) else (0, 0)


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Width and height in dots, from the segment that begins the picture (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in _SIZED:
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        at += 2 + length
    return 0, 0


def _no_picture(file: str) -> Finding:
    return Finding(
        code="L68",
        file=file,
        message=_("รูปถ่ายต้องเป็นภาพ JPG หรือ PNG"),
        hint=_("เปิดภาพแล้วบันทึกเป็น JPG หรือ PNG แล้วสั่งใหม่"),
    )


def _lies(file: str) -> Finding:
    return Finding(
        code="L68",
        file=file,
        message=_("รูปถ่ายกว้างกว่าสูง จะวางในช่อง ๔ x ๖ ซม. ไม่ได้"),
        hint=_("หมุนภาพให้ตั้ง หรือตัดให้กว้าง ๔ ส่วน สูง ๖ ส่วน แล้วบันทึกใหม่"),
    )
