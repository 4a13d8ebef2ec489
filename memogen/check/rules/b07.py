"""B07: politeness doubled."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted_words
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.spelling import Spelling
from memogen.check.words import speech
from memogen.findings import Severity
from memogen.paper import Paper

_POLITE_TWICE = Spelling(speech.POLITE_TWICE, speech.POLITE_EXCEPT_BEFORE, speech.POLITE_EXCEPT_AFTER)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage, found, instead in unquoted_words(paper, _POLITE_TWICE):
        yield Fault.of_match(
            passage,
            found,
            message=_("“{text}” เป็นคำสุภาพซ้อนกัน").format(text=found[0]),
            hint=_("เขียน “{instead}”").format(instead=instead),
        )


RULE = Rule(
    code="B07",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ใช้คำสุภาพคำเดียว ไม่ซ้อนกัน",
    why="“โปรด” กับ “กรุณา” มีความหมายเดียวกัน ใช้คำเดียวก็สุภาพแล้ว ซ้อนกันทำให้ยืดยาวและฟังไม่เป็นทางการ",
    wrong="จึงเรียนมาเพื่อโปรดกรุณาพิจารณา",
    right="จึงเรียนมาเพื่อโปรดพิจารณา",
    source="แนวปฏิบัติของส่วนราชการในการเขียนภาคสรุป",
    find=find,
)
