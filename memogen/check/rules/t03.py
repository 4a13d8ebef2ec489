"""T03: a font or size that was given to Latin letters only, so that Word draws the Thai ones otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.lettering import Stretch, family, stretches_of
from memogen.check.measures import figure
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Looks, Origin, Paper

_BODY_PT = 16.0


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    places = [one for one in stretches_of(paper) if _is_for_latin_only(one.looks)]
    if not places:
        return
    first: Stretch = places[0]
    looks = first.looks
    yield Fault(
        passage=first.passage,
        start=first.start,
        end=first.end,
        raw=True,
        message=_("กำหนด {latin} ให้อักษรอังกฤษเท่านั้น อักษรไทยจึงเป็น {thai} (พบ {count} แห่ง)").format(
            latin=_said(looks.latin_font, looks.latin_size_pt),
            thai=_said(looks.thai_font, looks.thai_size_pt),
            count=figure(len(places)),
        ),
        hint=_("เลือกข้อความ แล้วกำหนดแบบอักษรและขนาดในช่อง “ภาษาที่เขียนแบบซับซ้อน” (Complex scripts) ให้เหมือนกัน"),
    )


def _is_for_latin_only(looks: Looks) -> bool:
    has_font = bool(family(looks.latin_font)) and not family(looks.thai_font)
    has_size = looks.latin_size_pt == _BODY_PT and looks.thai_size_pt != _BODY_PT
    return has_font or has_size


def _said(font: str, size: float | None) -> str:
    name = font or _("แบบอักษรที่ Word เลือกเอง")
    return _("{font} {size} พอยต์").format(font=name, size=figure(size)) if size else name


RULE = Rule(
    code="T03",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="กำหนดแบบอักษรและขนาดให้อักษรไทยด้วย ไม่ใช่เฉพาะอักษรอังกฤษ",
    why=(
        "Word เก็บแบบอักษรของไทยแยกจากอังกฤษ ถ้ากำหนดไว้เฉพาะอังกฤษ เครื่องของผู้ทำอาจดูถูกต้อง "
        "แต่เครื่องอื่นแสดงอักษรไทยเป็นแบบและขนาดอื่น บรรทัดและหน้าจึงเลื่อน มักเกิดกับไฟล์ที่โปรแกรมอื่นสร้าง"
    ),
    wrong="อังกฤษ TH SarabunPSK ๑๖ พอยต์ ไทยไม่ได้กำหนด",
    right="ทั้งอังกฤษและไทย TH SarabunPSK ๑๖ พอยต์",
    source="วิธีทำงานของ Word กับอักษรไทย (w:cs และ w:szCs ในไฟล์ .docx)",
    find=find,
    origins=(Origin.DOCUMENT,),
)
