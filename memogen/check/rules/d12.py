"""D12: spans of time written in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_TIME = r"[0-9๐-๙]{1,2}[.:][0-9๐-๙]{2}"
_SPAN = re.compile(rf"(?<![0-9๐-๙.,])({_TIME})( *น\.)? *(?:-|–|ถึง) *(?:เวลา *)?({_TIME}) *น\.")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    spans = [
        (passage, found)
        for passage in paper.passages
        if "น." in passage.seen
        for found in _SPAN.finditer(passage.seen)
    ]
    doubled = [(passage, found) for passage, found in spans if found[2]]
    if not doubled or len(doubled) == len(spans):
        return
    for passage, found in doubled:
        yield Fault.of_match(
            passage,
            found,
            message=_("ช่วงเวลา “{text}” เขียนต่างจากช่วงเวลาอื่นในหนังสือ").format(text=found[0]),
            hint=_("เขียน “น.” ครั้งเดียวท้ายช่วง เช่น {start} - {end} น.").format(start=found[1], end=found[3]),
        )


RULE = Rule(
    code="D12",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ช่วงเวลาเขียนแบบเดียวกันทั้งฉบับ",
    why="ช่วงเวลาที่เขียน “น.” บ้างครั้งเดียวบ้างสองครั้งในฉบับเดียวกัน แสดงว่าข้อความมาจากหลายแหล่งและยังไม่ได้ตรวจทาน",
    wrong="เวลา ๐๙.๐๐ - ๑๒.๐๐ น. และเวลา ๑๓.๐๐ น. - ๑๖.๐๐ น.",
    right="เวลา ๐๙.๐๐ - ๑๒.๐๐ น. และเวลา ๑๓.๐๐ - ๑๖.๐๐ น.",
    source="แนวปฏิบัติในการเขียนช่วงเวลาของส่วนราชการ",
    find=find,
)
