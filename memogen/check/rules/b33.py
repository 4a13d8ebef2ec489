"""B33: ดังกล่าว or ข้างต้น with nothing before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.paragraphs import first_paragraph
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import FILLED_LATER, Paper

_POINTING = re.compile(
    r"[^\n“]{0,32}?(?P<word>ดังกล่าว(?:ข้างต้น|มาแล้ว)?|ข้างต้น)"
    r"|[^\n“0-9๐-๙]{0,120}?(?:รายการ|รายชื่อ|ตาราง)(?P<list>ข้างต้น)"
)
"""Further on, a list is pointed to that nobody has seen."""
_POINTS_TO_HEAD = ("อ้างถึง", "เรื่อง", "ตามหนังสือ", FILLED_LATER)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    passage = first_paragraph(paper)
    found = _POINTING.match(passage.seen) if passage else None
    if passage is None or found is None or any(word in found[0] for word in _POINTS_TO_HEAD):
        return
    word = "word" if found["word"] else "list"
    yield Fault(
        passage=passage,
        start=found.start(word),
        end=found.end(word),
        message=_("“{word}” อยู่ต้นหนังสือ ยังไม่มีความที่กล่าวมาก่อน").format(word=found[word]),
        hint=_("เขียนชื่อเรื่องหรือสิ่งนั้นเต็ม"),
    )


RULE = Rule(
    code="B33",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="“ดังกล่าว” และ “ข้างต้น” ต้องมีสิ่งที่กล่าวมาก่อน",
    why="ย่อหน้าแรกที่ขึ้นต้นด้วยสิ่งที่ยังไม่เคยกล่าวถึง ผู้รับไม่รู้ว่าหมายถึงอะไร มักเกิดจากตัดย่อหน้าแรกของหนังสือเดิมทิ้ง",
    wrong="ด้วยโครงการดังกล่าวจะสิ้นสุดในเดือนนี้ (ย่อหน้าแรก)",
    right="ด้วยโครงการส่งเสริมการออมจะสิ้นสุดในเดือนนี้",
    source="แนวปฏิบัติของส่วนราชการ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED),
)
