"""B20: padding."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted_words
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.spelling import Spelling
from memogen.check.words import speech
from memogen.findings import Severity
from memogen.paper import Paper

_PADDING = Spelling(speech.PADDING, speech.PADDING_EXCEPT_BEFORE, {})


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage, found, instead in unquoted_words(paper, _PADDING):
        yield Fault.of_match(
            passage,
            found,
            message=_("“{text}” ตัดให้สั้นได้").format(text=found[0]),
            hint=_("เขียน “{instead}”").format(instead=instead),
        )


RULE = Rule(
    code="B20",
    severity=Severity.INFO,
    basis=Basis.TASTE,
    title="ตัดคำที่ไม่เพิ่มความ เช่น ทำการ ในส่วนของ",
    why="“ทำการตรวจสอบ” กับ “ตรวจสอบ” มีความเท่ากัน คำสั้นอ่านเร็วและเข้าใจตรงกัน",
    wrong="กองคลังทำการตรวจสอบเอกสารแล้ว",
    right="กองคลังตรวจสอบเอกสารแล้ว",
    source="ข้อแนะนำให้อ่านง่าย",
    find=find,
)
