"""B01: a known matter taken up with ตาม and not ended with นั้น."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.paragraphs import first_paragraph, known_matter_ends, known_opening
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import FILLED_LATER, Paper

_LIST_FOLLOWS = ("ดังนี้", "ดังต่อไปนี้", ":")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    passage = first_paragraph(paper)
    opening = known_opening(passage.seen) if passage else None
    if passage is None or opening is None or passage.seen.rstrip().endswith((*_LIST_FOLLOWS, FILLED_LATER)):
        return
    if any(known_matter_ends(one.seen) for one in paper.body):
        return
    yield Fault(
        passage=passage,
        start=opening.start("word"),
        end=opening.end("word"),
        message=_("ย่อหน้าขึ้นต้น “{word}” แต่ไม่มี “นั้น” ลงท้าย").format(word=opening["word"]),
        hint=_("จบความที่อ้างด้วย “นั้น” แล้วขึ้นย่อหน้าใหม่ ถ้าเป็นเรื่องใหม่ให้ขึ้นต้น “ด้วย”"),
    )


RULE = Rule(
    code="B01",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ย่อหน้าที่ขึ้นต้น ตาม ตามที่ หรืออนุสนธิ ลงท้ายด้วย “นั้น”",
    why="“ตามที่…นั้น” บอกผู้อ่านว่าความช่วงนี้รู้กันอยู่แล้ว และเรื่องที่จะบอกใหม่เริ่มหลัง “นั้น” ขาดคำท้ายความจะค้าง",
    wrong="ตามที่กรมตัวอย่างขอให้ส่งรายงาน",
    right="ตามที่กรมตัวอย่างขอให้ส่งรายงาน นั้น",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์ และเทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED),
)
