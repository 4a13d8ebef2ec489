"""H20: a place that nobody has filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.blanks import DOTS
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Part, Passage, Region

_BLANK = re.compile(
    r"\[(?:ระบุ|ใส่|กรอก|เติม|พิมพ์)[^\]\n]{0,200}\]|<(?:ระบุ|ใส่|กรอก|เติม)[^>\n]{0,200}>|\[ ?[.…_]{2,60} ?\]"
    r"|\{\{[^}\n]{0,200}\}\}|\{%[^}\n]{0,200}%\}|«[^»\n]{1,80}»"
    r"|\[ ?(?:ชื่อ|วันที่|จำนวน|ตำแหน่ง|หน่วยงาน|สถานที่)[ก-๎ \-/]{0,30}\]"
    r"|(?<![A-Za-z0-9._/\-])(?:[xX]{3,20}(?![A-Za-z0-9._/\-])|xx(?= ?[ก-๎]))"
    r"|(?<![A-Za-z0-9._/\-])[xX]{2}(?:[.:/-][xX]{2,4}){1,2}(?![A-Za-z0-9])"
)
_CALLED = re.compile(
    r"(?<=[ก-๎\s])\((?:ชื่อ ?[-–] ?(?:นาม)?สกุล|ชื่อ(?:และ| )นามสกุล|ชื่อหน่วยงาน|ชื่อโครงการ|จำนวนเงิน)\)(?= ?[ก-๎])"
)
_BEGINS = re.compile(r"[\[<{«xX]")
"""What all of them begin with; most paragraphs have none."""
_DOTS = re.compile(DOTS)
_MAY_BE_BLANK = frozenset((Part.NUMBER, Part.DATE))
_HEAD = frozenset((Part.SUBJECT, Part.TO, Part.REFERENCE, Part.ENCLOSURE))
_FORM = re.compile(r"ลงชื่อ|ลงนาม|\([ .…_]{5,}\)|ข้าพเจ้า")
"""A line of an enclosed form is to be filled in by others."""
_FORM_BLANKS = 3
_LONG = 10
"""Fewer dots at the end of a paragraph may be the sign that a page goes on."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        if passage.part in _MAY_BE_BLANK or not _BEGINS.search(passage.seen):
            continue
        for found in _BLANK.finditer(passage.seen):
            yield Fault.of_match(
                passage,
                found,
                message=_("ยังไม่ได้เติม “{blank}”").format(blank=found[0]),
                hint=_("พิมพ์ข้อความจริงแทนที่ตรงนี้ทั้งหมด"),
            )
    if paper.kind is Kind.FORM:  # its dotted lines are for others to fill in
        return
    yield from _called_instead(paper)
    for field in paper.fields:
        if field.part in _HEAD:
            for dots in _DOTS.finditer(field.text):
                yield _dotted(field.start + dots.start(), field.start + dots.end(), field.passage)
    for passage in paper.body if paper.recognised else ():
        blanks = list(_DOTS.finditer(passage.seen)) if passage.region is Region.TEXT else []
        if 0 < len(blanks) < _FORM_BLANKS and not _FORM.search(passage.seen):
            for dots in blanks:
                if dots.end() < len(passage.seen.rstrip()) or len(dots[0]) >= _LONG:
                    yield _dotted(dots.start(), dots.end(), passage, severity=Severity.WARNING)


def _called_instead(paper: Paper) -> Iterator[Fault]:
    """What is to be said, named in brackets within a sentence: เพื่อรับรองว่า (ชื่อ-สกุล) เป็นข้าราชการ."""
    for passage in paper.body if paper.recognised else ():
        is_form = _DOTS.search(passage.seen) or _FORM.search(passage.seen)
        if passage.region is not Region.TEXT or is_form:
            continue
        for found in _CALLED.finditer(passage.seen):
            yield Fault.of_match(
                passage,
                found,
                message=_("ยังไม่ได้เติม “{blank}”").format(blank=found[0]),
                hint=_("พิมพ์ข้อความจริงแทนที่ตรงนี้ทั้งหมด"),
                severity=Severity.WARNING,
            )


def _dotted(start: int, end: int, passage: Passage, severity: Severity | None = None) -> Fault:
    return Fault(
        passage=passage,
        start=start,
        end=end,
        message=_("ยังเว้นที่ไว้ให้เติม “{blank}”").format(blank=passage.seen[start:end][:20]),
        hint=_("พิมพ์ข้อความจริงแทนจุด"),
        severity=severity,
    )


RULE = Rule(
    code="H20",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="ไม่มีที่ว่างให้เติมเหลืออยู่ นอกจากเลขที่และวันที่",
    why=(
        "ข้อความอย่าง [ระบุ…] xxx หรือจุดไข่ปลาเป็นที่ซึ่งร่างเว้นไว้ให้เติม ถ้าเหลืออยู่ หนังสือที่ลงนามแล้วจะมีใจความไม่ครบ "
        "เฉพาะเลขทะเบียนและวันที่เท่านั้นที่เว้นไว้จนถึงวันส่งออกได้ ส่วนแบบรายงานมีจุดไข่ปลาไว้ให้หน่วยงานกรอก"
    ),
    wrong="ภายในวันที่ [ระบุวันที่]",
    right="ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๖",
    source="ข้อความที่ยังไม่ได้เติมขัดกับการเป็นหนังสือที่พร้อมลงนาม",
    find=find,
)
