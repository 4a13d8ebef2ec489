"""B30: law copied at length into a staff memo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.paragraphs import sections, titled
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import width
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_TOO_LONG = 1500
"""Letters of 16 points in some sixteen lines."""
_QUOTED_LONG = 600
_QUOTES = re.compile(r"(?:บัญญัติ|กำหนด)(?:ไว้)?ว่า\s*[“\"]")
"""The words of the law themselves."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for title, passage, texts in sections(paper):
        found = titled(passage)
        if found is None or title != "ข้อกฎหมาย":
            continue
        is_quoted = any(_QUOTES.search(one.seen) for one, _start in texts)
        if sum(width(one.seen) for one, _start in texts) > (_QUOTED_LONG if is_quoted else _TOO_LONG):
            yield Fault(
                passage=passage,
                start=found.start("title"),
                end=found.end("title"),
                message=_("ข้อกฎหมายยาวเหมือนคัดตัวบทมาทั้งมาตรา"),
                hint=_("สรุปสาระและบอกมาตราหรือข้อ ตัวบทเต็มแนบเป็นเอกสาร"),
            )


RULE = Rule(
    code="B30",
    severity=Severity.INFO,
    basis=Basis.PRACTICE,
    title="ข้อกฎหมายในบันทึกเสนอผู้บริหารสรุปสาระ ไม่คัดตัวบททั้งมาตรา",
    why="ผู้บริหารต้องการรู้ว่ากฎหมายให้ทำอะไรได้ ตัวบทเต็มทำให้หาข้อพิจารณาไม่พบ",
    wrong="ข้อกฎหมาย (คัดมาตรา ๕๖ ทั้งมาตราสองหน้า)",
    right="ข้อกฎหมาย มาตรา ๕๖ ให้ใช้วิธีเฉพาะเจาะจงได้เมื่อวงเงินไม่เกินที่กำหนด รายละเอียดตามเอกสารแนบ",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์",
    find=find,
    kinds=(Kind.MEMO,),
)
