"""H13: a draft that leaves its whole number blank."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.kinds import NUMBERED
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper, Part


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    number = paper.first(Part.NUMBER)
    if number is None or number.text.strip(" \t\n.…_/ว"):
        return
    code = around.office.code if around.office else "กษ ๑๑๑๓"
    yield Fault(
        passage=number.passage,
        start=number.start,
        end=number.end,
        message=_("ยังไม่มีรหัสของหน่วยงานที่หัวข้อ “ที่”"),
        hint=_("ร่างเว้นไว้เฉพาะเลขทะเบียน: {code}/").format(code=code),
        place=number.passage.place or _("หัวข้อ “ที่”"),
    )


RULE = Rule(
    code="H13",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ร่างเว้นว่างเฉพาะเลขทะเบียน ไม่เว้นรหัสของหน่วยงาน",
    why="รหัสตัวพยัญชนะและเลขประจำของเจ้าของเรื่องรู้แน่แล้วตั้งแต่ร่าง พิมพ์ไว้ก่อนช่วยให้สารบรรณลงเลขถูกเล่ม",
    wrong="ที่",
    right="ที่ กษ ๑๑๑๓/",
    source="แนวปฏิบัติของส่วนราชการ: แบบร่างที่ใช้อยู่พิมพ์รหัสและเครื่องหมายทับไว้ เว้นเลขทะเบียน",
    find=find,
    kinds=NUMBERED,
    origins=(Origin.DOCUMENT,),
)
