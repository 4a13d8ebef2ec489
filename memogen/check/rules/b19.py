"""B19: words of speech."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted_words
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.spelling import Spelling
from memogen.check.words import speech
from memogen.findings import Severity
from memogen.paper import Paper

_SPOKEN = Spelling(
    {**speech.SPOKEN, **speech.EVERYDAY_NAMES},
    speech.SPOKEN_EXCEPT_BEFORE,
    {**speech.SPOKEN_EXCEPT_AFTER, **speech.EVERYDAY_EXCEPT_AFTER},
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage, found, instead in unquoted_words(paper, _SPOKEN):
        yield Fault.of_match(
            passage,
            found,
            message=_("“{text}” เป็นคำพูดหรือคำฟุ่มเฟือย").format(text=found[0]),
            hint=_("เขียน “{instead}”").format(instead=instead),
            severity=Severity.INFO if found[0] in speech.EVERYDAY_NAMES else None,
        )


RULE = Rule(
    code="B19",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ใช้คำราชการแทนคำพูด",
    why=(
        "คำพูดอย่าง อยาก ยังไง เยอะ และคำฟุ่มเฟือยอย่าง เนื่องจากว่า เพื่อที่จะ ทำให้หนังสือไม่เป็นทางการ "
        "ชื่อที่เรียกกันทั่วไป เช่น ใบขับขี่ มีชื่อทางราชการของตน"
    ),
    wrong="กองแผนงานอยากทราบว่าเมื่อไหร่จะส่งรายงาน",
    right="กองแผนงานประสงค์จะทราบว่าจะส่งรายงานเมื่อใด",
    source="เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร และบัญชีคำภาษาราชการที่ส่วนราชการใช้",
    find=find,
)
