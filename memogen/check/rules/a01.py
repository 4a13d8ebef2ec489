"""A01: a closing that does not go with the salutation."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import addressee
from memogen.check.closings import OF_SALUTATION, closings
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to = addressee(paper)
    right = OF_SALUTATION.get(to.word) if to else None
    if to is None or right is None or to.asked not in ("", to.word):
        return  # another rule tells that the salutation itself is wrong
    for closing in closings(paper):
        if closing.words in OF_SALUTATION.values() and closing.words != right:
            yield Fault(
                passage=closing.passage,
                start=closing.start,
                end=closing.end,
                message=_("ขึ้นต้น “{word}” แต่ลงท้าย “{text}”").format(word=to.word, text=closing.words),
                hint=right,
                fix=right if to.asked else None,
            )


RULE = Rule(
    code="A01",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="“กราบเรียน” คู่กับ “ขอแสดงความนับถืออย่างยิ่ง” “เรียน” คู่กับ “ขอแสดงความนับถือ”",
    why="คำขึ้นต้นและคำลงท้ายกำหนดไว้เป็นคู่ตามผู้รับ ใช้สลับคู่กันถือว่าผิดแบบ",
    wrong="เรียน อธิบดีกรมตัวอย่าง\nขอแสดงความนับถืออย่างยิ่ง",
    right="เรียน อธิบดีกรมตัวอย่าง\nขอแสดงความนับถือ",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ภาคผนวก ๒",
    find=find,
    kinds=(Kind.EXTERNAL,),
)
