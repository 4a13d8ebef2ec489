"""D09: years of two digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import dated_passages
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Part, Region

_D = "[0-9๐-๙]"
_LONG = "|".join(thai.MONTHS)
_SHORT_YEAR = re.compile(
    rf"(?:(?<![0-9๐-๙.,/]){_D}{{1,2}} *(?:{_LONG})|เดือน *(?:{_LONG})|ปีงบประมาณ|พ\.ศ\.) *(?:พ\.ศ\. *)?"
    rf"(['’‘]?[4-9๔-๙]{_D})(?![0-9๐-๙]|[.,/:]{_D}"
    r"| *(?:คน|ราย|ครั้ง|บาท|ชุด|เรื่อง|แห่ง|ล้าน|โครงการ|ฉบับ|หน่วย|รายการ))"
)
_PARTS = (Part.BODY, Part.SUBJECT, Part.REFERENCE, Part.DATE)
_MAYBE = re.compile("[4-9๔-๙][0-9๐-๙](?<![0-9๐-๙]..)(?![0-9๐-๙])")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in dated_passages(paper):
        if passage.part not in _PARTS or passage.region is Region.TABLE or not _MAYBE.search(passage.seen):
            continue
        for found in _SHORT_YEAR.finditer(passage.seen):
            right = thai.to_thai_digits(f"25{found[1].lstrip(chr(39) + '’‘')}")
            yield Fault(
                passage=passage,
                start=found.start(1),
                end=found.end(1),
                message=_("ปี “{year}” มีสองหลัก").format(year=found[1]),
                hint=_("เขียนปีสี่หลัก เช่น {year}").format(year=right),
            )


RULE = Rule(
    code="D09",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ปี พ.ศ. เขียนครบสี่หลัก",
    why="ปีสองหลักอ่านสับสนกับจำนวนหรือปี ค.ศ. และเมื่อเก็บหนังสือไว้นานจะไม่รู้ว่าเป็นศตวรรษใด",
    wrong="ประจำปีงบประมาณ ๖๖",
    right="ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    source="แบบหนังสือและคู่มือการเขียนหนังสือราชการ ลงปีพุทธศักราชสี่หลัก",
    find=find,
)
