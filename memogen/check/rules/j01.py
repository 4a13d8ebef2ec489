"""J01: a subject that is empty or too long."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import width
from memogen.findings import Severity
from memogen.paper import Paper, Part

_TWO_LINES = 150
"""Letters of 16 points in two lines of a letter's head; the longest subjects of real letters stay below."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    subject = paper.first(Part.SUBJECT)
    if subject is None:
        return
    text = paper.value(Part.SUBJECT)
    if not text.strip(" .…_"):
        yield Fault.of_field(
            subject,
            _("ยังไม่ได้เขียนเรื่อง"),
            _("เขียนใจความที่สั้นที่สุดของหนังสือ"),
            place=subject.passage.place or Part.SUBJECT.value,
        )
    elif width(text) > _TWO_LINES:
        yield Fault.of_field(
            subject,
            _("เรื่องยาวเกินสองบรรทัด"),
            _("ย่อให้เหลือใจความที่สั้นที่สุด รายละเอียดไว้ในข้อความ"),
            severity=Severity.WARNING,
        )


RULE = Rule(
    code="J01",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="เรื่องเป็นใจความที่สั้นที่สุด ไม่ว่างและไม่เกินสองบรรทัด",
    why="ผู้รับและทะเบียนใช้เรื่องจำแนกและค้นหนังสือ เรื่องว่างลงทะเบียนไม่ได้ เรื่องยาวอ่านแล้วจับใจความไม่ได้",
    wrong="เรื่อง",
    right="เรื่อง ขออนุมัติจัดโครงการอบรมการเขียนหนังสือราชการ",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑ และข้อ ๑๒",
    find=find,
)
