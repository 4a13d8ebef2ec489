"""T23: words in the middle of the text in bold, italics, underlined or in colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.lettering import Stretch, body_text, stretches
from memogen.check.measures import TYPED
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Looks, Origin, Paper

_LEAD = re.compile(r"[\s(]*(?:[0-9๐-๙.]{1,8}[.)]?\s*)?")
_BLACK = ("", "000000", "000001", "0D0D0D", "1A1A1A", "262626", "404040")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for one in stretches(body_text(paper)):
        marks = _marks(one)
        if marks:
            yield Fault(
                passage=one.passage,
                start=one.start,
                end=one.end,
                raw=True,
                message=_("“{text}” เป็น{marks}").format(
                    text=" ".join(one.passage.text[one.start : one.end].split())[:60], marks=" ".join(marks)
                ),
                hint=_("ใช้ตัวปกติสีดำ เน้นด้วยถ้อยคำ"),
            )


def _marks(one: Stretch) -> list[str]:
    """How a stretch differs from plain letters; a title that opens a paragraph may be bold or underlined."""
    looks = one.looks
    is_title = _is_title(one)
    marks = []
    if looks.bold and not is_title:
        marks.append(_("ตัวหนา"))
    if looks.underline and not is_title:
        marks.append(_("ขีดเส้นใต้"))
    if looks.italic and not _is_whole(one):
        marks.append(_("ตัวเอน"))
    if _is_coloured(looks):
        marks.append(_("ตัวสี"))
    return marks


def _is_title(one: Stretch) -> bool:
    """Whether only a number, or letters in the same look, stand before it."""
    before = [piece for piece in one.passage.pieces if piece.end <= one.start]
    plain = "".join(one.passage.text[piece.start : piece.end] for piece in before if not piece.looks.bold)
    return _LEAD.fullmatch(plain) is not None


def _is_whole(one: Stretch) -> bool:
    return one.passage.text.strip() == one.passage.text[one.start : one.end]


def _is_coloured(looks: Looks) -> bool:
    return looks.colour.upper() not in _BLACK


RULE = Rule(
    code="T23",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ข้อความเป็นตัวปกติสีดำ ตัวหนาใช้เฉพาะหัวข้อ",
    why=(
        "ตัวหนา ขีดเส้นใต้ หรือสีกลางข้อความทำให้หนังสือดูเหมือนประกาศโฆษณา ถ่ายสำเนาแล้วสีหาย "
        "และผู้อ่านไม่รู้ว่าส่วนที่ไม่เน้นสำคัญน้อยกว่าหรือไม่"
    ),
    wrong="ขอให้ส่ง **ภายในวันที่ ๑๕ สิงหาคม ๒๕๖๖**",
    right="ขอให้ส่งภายในวันที่ ๑๕ สิงหาคม ๒๕๖๖",
    source="แนวปฏิบัติในการพิมพ์หนังสือราชการ",
    find=find,
    kinds=TYPED,
    origins=(Origin.DOCUMENT,),
)
