"""T06: a line drawn between the head of a memo and its text."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.dots import has_border, has_dots
from memogen.check.measures import TYPING, as_rendered, page_place
from memogen.check.printed import Printed, printed
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Field, Origin, Paper, Part, Passage

_WIDE_MM = 100.0
_UNDER_MM = (1.2, 8.0)
"""Below a baseline: an underline of words stands nearer, the next line of text further."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    subject, to = paper.first(Part.SUBJECT), paper.first(Part.TO)
    if to and has_border(to):
        yield _fault(to.passage)
    elif subject and _is_line(paper, subject):
        yield _fault(subject.passage)
    else:
        yield from _drawn(paper, around)


def _is_line(paper: Paper, subject: Field) -> bool:
    """Whether the border of the subject is no dotted line: that it has besides, or no label has one."""
    above = [field for field in map(paper.first, (Part.AGENCY, Part.NUMBER)) if field]
    if not has_border(subject) or any(map(has_border, above)):
        return False
    return has_dots(subject) or not any(map(has_dots, above))


def _drawn(paper: Paper, around: Around) -> Iterator[Fault]:
    """A line on the rendered page: under the last line of the head or of the addressee, and no other."""
    if not around.pages:
        return
    page = around.pages[0]
    lines = [one for one in printed(paper, around.pages[:1]) if one.passage]
    subject = [one for one in lines if one.passage and one.passage.part is Part.SUBJECT]
    to = [one for one in lines if one.passage and one.passage.part is Part.TO]
    above = [one for one in lines if one.passage and one.passage.part in (Part.AGENCY, Part.NUMBER)]
    if not subject:
        return
    if any(_is_ruled(one, around) for one in above):  # they are the dots of the form
        subject = []
    for one in (subject[-1:], to[-1:]):
        if one and _is_ruled(one[0], around):
            yield Fault(
                message=_("มีเส้นคั่นใต้หัวบันทึกข้อความ"),
                hint=as_rendered(_("ลบเส้นนี้ หัวบันทึกมีเพียงเส้นจุดไข่ปลาหลังหัวข้อ")),
                place=page_place(page.number),
            )
            return


def _is_ruled(one: Printed, around: Around) -> bool:
    top, bottom = (one.line.baseline_mm + below for below in _UNDER_MM)
    following = [
        line.baseline_mm - 1 for line in around.pages[0].lines if line.baseline_mm > one.line.baseline_mm + 1
    ]
    bottom = min(bottom, *following) if following else bottom
    return any(
        top < rule.top_mm < bottom and rule.right_mm - rule.left_mm > _WIDE_MM
        for rule in around.pages[0].rules
    )


def _fault(passage: Passage) -> Fault:
    return Fault(
        passage=passage,
        start=0,
        end=len(passage.seen),
        message=_("มีเส้นคั่นใต้หัวบันทึกข้อความ"),
        hint=_("เอาเส้นขอบของย่อหน้านี้ออก หัวบันทึกมีเพียงเส้นจุดไข่ปลาหลังหัวข้อ"),
    )


RULE = Rule(
    code="T06",
    severity=Severity.WARNING,
    basis=Basis.EXPLANATION,
    title="ไม่มีเส้นขีดทึบระหว่างหัวบันทึกข้อความกับข้อความ",
    why="แบบบันทึกข้อความมีเพียงเส้นจุดไข่ปลาหลัง ส่วนราชการ ที่ วันที่ และเรื่อง โปรแกรมและแม่แบบบางชุดขีดเส้นทึบเพิ่มใต้เรื่องเอง",
    wrong="เรื่อง ขออนุมัติแผน\n────────────\nเรียน อธิบดี",
    right="เรื่อง ขออนุมัติแผน\nเรียน อธิบดี",
    source=TYPING,
    find=find,
    kinds=(Kind.MEMO,),
    origins=(Origin.DOCUMENT,),
)
