"""H02: a memo has no closing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_CLOSING = re.compile(r"ขอแสดงความนับถือ(?:อย่างยิ่ง)?")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.text_passages:
        for found in _CLOSING.finditer(passage.seen):
            yield Fault.of_match(
                passage,
                found,
                message=_("บันทึกข้อความไม่มีคำลงท้าย “{text}”").format(text=found[0]),
                hint=_("ลบคำลงท้ายออก ลงชื่อและตำแหน่งต่อจากข้อความได้เลย"),
            )


RULE = Rule(
    code="H02",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="บันทึกข้อความไม่มีคำลงท้าย",
    why="แบบบันทึกข้อความใช้ติดต่อภายในกระทรวง กรม หรือจังหวัดเดียวกัน จึงไม่มีคำลงท้ายอย่างหนังสือภายนอก",
    wrong="จึงเรียนมาเพื่อโปรดพิจารณา\nขอแสดงความนับถือ",
    right="จึงเรียนมาเพื่อโปรดพิจารณา",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๒ และแบบที่ ๒",
    find=find,
    kinds=(Kind.MEMO,),
)
