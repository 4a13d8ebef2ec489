"""C13: a full stop at the end of a Thai sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Part, Region

_LAST_WORD = re.compile(r"(?<![ก-๎.])([ก-๎]{1,400})\.[ ]*(?=\n|\Z)")
_VOWEL = re.compile("[ะ-ฺเ-็]")
_ABBREVIATIONS = ("โทร", "เม", "มิ", "มี", "โรงเรียน")
_SHORTEST = 5
_LAST_WORDS = ("นั้น", "ด้วย", "แล้ว", "ทราบ", "จริง")
"""Short words that end a clause and that nothing is cut short to."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if passage.part is not Part.BODY or passage.region is Region.TABLE or "." not in text:
            continue
        for found in _LAST_WORD.finditer(text):
            word = found[1]
            if word not in _LAST_WORDS and (
                len(word) < _SHORTEST or word in _ABBREVIATIONS or not _VOWEL.search(word)
            ):
                continue
            yield Fault(
                passage=passage,
                start=found.end(1),
                end=found.end(1) + 1,
                message=_("มีมหัพภาคจบประโยคหลัง “{word}”").format(word=word[-20:]),
                hint=_("ภาษาไทยไม่ใช้จุดจบประโยค ลบจุดนี้ออก"),
            )


RULE = Rule(
    code="C13",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ไม่ใส่จุดจบประโยคภาษาไทย",
    why="ภาษาไทยจบความด้วยวรรคหรือย่อหน้า จุดใช้กับคำย่อและตัวเลข จุดท้ายประโยคมักติดมาจากแบบภาษาอังกฤษหรือข้อความแปล",
    wrong="จึงเรียนมาเพื่อโปรดพิจารณา.",
    right="จึงเรียนมาเพื่อโปรดพิจารณา",
    source="แนวปฏิบัติในการใช้เครื่องหมายวรรคตอนในภาษาไทย",
    find=find,
)
