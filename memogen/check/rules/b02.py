"""B02: a new matter told with ด้วย that ends with นั้น."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.paragraphs import last_word_is_that, new_opening
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_KNOWN = ("ตามที่", "ตามหนังสือ", "ตามบันทึก")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.body:
        end = last_word_is_that(passage.seen)
        opening = new_opening(passage.seen) if end else None
        if end and opening and not any(word in passage.seen for word in _KNOWN):
            yield Fault(
                passage=passage,
                start=end.start(),
                end=end.start() + len("นั้น"),
                message=_("ย่อหน้าขึ้นต้น “{word}” ไม่ต้องมี “นั้น” ลงท้าย").format(word=opening["word"]),
                hint=_("ตัด “นั้น” ออก ถ้าเป็นเรื่องที่รู้กันอยู่แล้วให้ขึ้นต้น “ตามที่”"),
            )


RULE = Rule(
    code="B02",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ย่อหน้าที่ขึ้นต้น ด้วย หรือเนื่องจาก ไม่ลงท้ายด้วย “นั้น”",
    why="“ด้วย” และ “เนื่องจาก” บอกเหตุของเรื่องใหม่ ส่วน “นั้น” ปิดความที่รู้กันอยู่แล้ว ใช้คู่กันจึงขัดกัน",
    wrong="ด้วยกองแผนงานจะจัดประชุมชี้แจงแผน นั้น",
    right="ด้วยกองแผนงานจะจัดประชุมชี้แจงแผน",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์ และเทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED),
)
