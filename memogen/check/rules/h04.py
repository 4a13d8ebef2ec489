"""H04: an external letter has one closing, on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import addressee, is_royal
from memogen.check.closings import OF_SALUTATION, RESPECT, Closing, closings, odd_closings
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    found = list(closings(paper))
    for one in found[1:]:
        yield _fault(one, _("หนังสือภายนอกมีคำลงท้ายได้ครั้งเดียว พบ “{text}” ซ้ำ"), _("ลบคำลงท้ายที่ซ้ำออก"))
    for one in found[:1]:
        if not one.is_alone:
            yield _fault(one, _("คำลงท้าย “{text}” ต่อท้ายข้อความอื่นในบรรทัดเดียวกัน"), _("ขึ้นบรรทัดใหม่ให้คำลงท้าย"))
    if not found and _lacks(paper):
        yield Fault(
            message=_("หนังสือภายนอกยังไม่มีคำลงท้าย"),
            hint=_("เพิ่ม “{words}” เป็นบรรทัดของตนเอง ก่อนลงชื่อ").format(words=_words(paper)),
            place=_("ก่อนลงชื่อ"),
        )


def _lacks(paper: Paper) -> bool:
    """Whether a closing was to be seen: to a letter file the template adds it, and A04 tells of odd ones."""
    if paper.origin is Origin.LETTER or not paper.recognised or paper.first(Part.CLOSING):
        return False
    to = addressee(paper)
    return not any(odd_closings(paper)) and not (to and is_royal(to.name))


def _words(paper: Paper) -> str:
    to = addressee(paper)
    return OF_SALUTATION.get(to.word, RESPECT) if to else RESPECT


def _fault(one: Closing, message: str, hint: str) -> Fault:
    return Fault(
        passage=one.passage, start=one.start, end=one.end, message=message.format(text=one.words), hint=hint
    )


RULE = Rule(
    code="H04",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="หนังสือภายนอกมีคำลงท้ายหนึ่งครั้ง เป็นบรรทัดของตนเอง",
    why="คำลงท้ายเป็นส่วนหนึ่งของแบบหนังสือภายนอก อยู่ระหว่างข้อความกับลงชื่อ ขาดไปหรือพิมพ์ต่อท้ายข้อความถือว่าผิดแบบ",
    wrong="จึงเรียนมาเพื่อโปรดพิจารณา ขอแสดงความนับถือ",
    right="จึงเรียนมาเพื่อโปรดพิจารณา\nขอแสดงความนับถือ",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑ และแบบที่ ๑",
    find=find,
    kinds=(Kind.EXTERNAL,),
)
