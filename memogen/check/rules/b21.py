"""B21: words that blame the reader."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted_words
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.spelling import Spelling
from memogen.check.words import speech
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_BLAME = Spelling(speech.BLAME, speech.BLAME_EXCEPT_BEFORE, {})


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage, found, instead in unquoted_words(paper, _BLAME):
        yield Fault.of_match(
            passage,
            found,
            message=_("“{text}” เป็นคำตำหนิผู้รับ").format(text=found[0]),
            hint=_("เขียนให้เป็นกลาง เช่น {instead}").format(instead=instead),
        )


RULE = Rule(
    code="B21",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ไม่ใช้ถ้อยคำตำหนิผู้รับ",
    why="ถ้อยคำตำหนิทำให้ผู้รับไม่ร่วมมือและอาจโต้แย้งเป็นเรื่องใหม่ บอกข้อเท็จจริงและสิ่งที่ขอให้ทำก็พอ",
    wrong="ท่านเข้าใจผิดว่าต้องส่งภายในเดือนนี้",
    right="อาจเกิดความเข้าใจคลาดเคลื่อนเรื่องกำหนดส่ง",
    source="เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED),
)
