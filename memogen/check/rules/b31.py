"""B31: a new matter under the title เรื่องเดิม."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.paragraphs import new_opening, sections, titled
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_EARLIER = re.compile(
    "ตามที่|ตามหนังสือ|ตามบันทึก|ตามมติ|ตามคำสั่ง|เมื่อวันที่|ลงวันที่|(?<!เรื่อง)เดิม"
    "|(?:อนุมัติ|เห็นชอบ|อนุญาต|มอบหมาย)(?:ไว้|แล้ว)|ได้รับอนุมัติ|สั่งการ"
)
_NUMBER = re.compile(r"\s*[0-9๐-๙][0-9๐-๙.]{0,6}\)?\s+")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for title, passage, texts in sections(paper):
        found = titled(passage)
        if title != "เรื่องเดิม" or found is None or not texts:
            continue
        first, start = texts[0]
        number = _NUMBER.match(first.seen, start)
        is_new = new_opening(first.seen[number.end() if number else start :]) is not None
        if is_new and not any(
            _EARLIER.search(one.seen, begin) for one, begin in texts if one is not passage or begin
        ):
            yield Fault(
                passage=passage,
                start=found.start("title"),
                end=found.end("title"),
                message=_("หัวข้อ “เรื่องเดิม” แต่ความเป็นเรื่องใหม่"),
                hint=_("ใช้หัวข้อ “ต้นเรื่อง” เรื่องเดิมใช้กับเรื่องที่เคยดำเนินการมาแล้ว"),
            )


RULE = Rule(
    code="B31",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เรื่องใหม่ใช้หัวข้อ “ต้นเรื่อง” เรื่องที่เคยดำเนินการแล้วใช้ “เรื่องเดิม”",
    why="“เรื่องเดิม” บอกผู้บริหารว่าเคยสั่งการไว้แล้วและจะหาหนังสือเก่าได้ ใช้กับเรื่องใหม่จะหาไม่พบ",
    wrong="๑. เรื่องเดิม\nด้วยกองแผนงานประสงค์จะจัดประชุม",
    right="๑. ต้นเรื่อง\nด้วยกองแผนงานประสงค์จะจัดประชุม",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์",
    find=find,
    kinds=(Kind.MEMO,),
)
