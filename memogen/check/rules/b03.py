"""B03: a letter that goes on with another and opens as if its matter were new."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.paragraphs import first_paragraph, new_opening
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Part


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    passage = first_paragraph(paper)
    if passage is None or not paper.value(Part.REFERENCE):
        return
    opening = new_opening(passage.seen)
    if opening:
        yield Fault(
            passage=passage,
            start=opening.start("word"),
            end=opening.end("word"),
            message=_("มีหนังสือที่อ้างถึง แต่ข้อความขึ้นต้น “{word}” อย่างเรื่องใหม่").format(word=opening["word"]),
            hint=_("ขึ้นต้น ตามหนังสือที่อ้างถึง … นั้น หรือ ตามที่ … นั้น"),
        )


RULE = Rule(
    code="B03",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="หนังสือที่มีอ้างถึงขึ้นต้นข้อความด้วย ตาม หรือตามที่",
    why="“ด้วย” ใช้กับเรื่องใหม่ เมื่อมีหนังสืออ้างถึงแสดงว่าเคยติดต่อกันแล้ว ผู้รับจะได้รู้ว่าตอบเรื่องใด",
    wrong="อ้างถึง หนังสือกรมตัวอย่าง\nด้วยกรมตัวอย่างขอทราบผล",
    right="อ้างถึง หนังสือกรมตัวอย่าง\nตามหนังสือที่อ้างถึง กรมตัวอย่างขอทราบผล นั้น",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์",
    find=find,
    kinds=(Kind.EXTERNAL,),
)
