"""H05: a stamped letter has ถึง, and neither salutation, closing nor a signer's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import SALUTATIONS
from memogen.check.closings import closings, odd_closings
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Part

_NAME = re.compile(r"\((?:นาย|นาง|นางสาว|หม่อม|พล|พัน|ร้อย|ว่าที่|ดร\.|ศาสตราจารย์|รองศาสตราจารย์)[^()\n]{3,60}\)")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for to in paper.all(Part.TO):
        if to.label in SALUTATIONS:
            yield Fault(
                passage=to.passage,
                start=max(to.passage.seen.rfind(to.label, 0, to.start), 0),
                end=to.end,
                message=_("หนังสือประทับตราใช้ “ถึง” ไม่ใช้คำขึ้นต้น “{word}”").format(word=to.label),
                hint=_("เขียน “ถึง” แล้วตามด้วยชื่อส่วนราชการหรือผู้รับ"),
            )
    for closing in (*closings(paper), *odd_closings(paper)):
        yield Fault(
            passage=closing.passage,
            start=closing.start,
            end=closing.end,
            message=_("หนังสือประทับตราไม่มีคำลงท้าย “{text}”").format(text=closing.words),
            hint=_("ลบคำลงท้ายออก"),
        )
    for signature in paper.all(Part.SIGNATURE):
        for name in _NAME.finditer(signature.text):
            yield Fault(
                passage=signature.passage,
                start=signature.start + name.start(),
                end=signature.start + name.end(),
                message=_("หนังสือประทับตราไม่พิมพ์ชื่อผู้ลงนาม “{text}”").format(text=name[0]),
                hint=_("ลบชื่อออก ให้ประทับตราชื่อส่วนราชการและลงชื่อย่อกำกับตรา"),
            )


RULE = Rule(
    code="H05",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="หนังสือประทับตราใช้ “ถึง” ไม่มีคำขึ้นต้น คำลงท้าย และชื่อผู้ลงนาม",
    why="หนังสือประทับตราใช้ตราชื่อส่วนราชการแทนการลงชื่อ หัวหน้ากองหรือผู้ได้รับมอบหมายเพียงลงชื่อย่อกำกับตรา",
    wrong="เรียน สำนักงานสหกรณ์จังหวัดตัวอย่าง",
    right="ถึง สำนักงานสหกรณ์จังหวัดตัวอย่าง",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๓ และข้อ ๑๔",
    find=find,
    kinds=(Kind.STAMPED,),
)
