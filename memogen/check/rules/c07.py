"""C07: a name cut short by ฯ before it has stood in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_NOUNS = (
    "กระทรวง|กรม|สำนักงาน|สำนัก|กอง|ศูนย์|สถาบัน|คณะกรรมการ|คณะอนุกรรมการ|คณะทำงาน|มหาวิทยาลัย|วิทยาลัย|โรงเรียน"
    "|สมาคม|มูลนิธิ|บริษัท|สหกรณ์|เทศบาล|ระเบียบ|พระราชบัญญัติ|พระราชกฤษฎีกา|โครงการ|แผน|คู่มือ|ประกาศ|คำสั่ง|ชุมนุม"
)
_NOUN = re.compile(rf"(?P<noun>{_NOUNS})(?:(?P<short>ฯ)(?!ลฯ)|(?P<full>[ ]?[ก-ฮเ-ไ]))")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if not paper.recognised or not any("ฯ" in passage.seen for passage in paper.passages):
        return
    named: set[str] = set()
    for passage in paper.passages:
        for found in _NOUN.finditer(passage.seen):
            if found["full"]:
                named.add(found["noun"])
            elif found["noun"] not in named:
                yield Fault.of_match(
                    passage,
                    found,
                    message=_("“{text}” ย่อโดยที่ยังไม่ได้เขียนชื่อเต็มมาก่อน").format(text=found[0]),
                    hint=_("เขียนชื่อเต็มเมื่อกล่าวถึงครั้งแรก ครั้งต่อไปจึงย่อด้วย ฯ"),
                )


RULE = Rule(
    code="C07",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เขียนชื่อเต็มก่อนแล้วจึงย่อด้วยไปยาลน้อย",
    why="ผู้รับที่ไม่คุ้นกับเรื่องจะไม่รู้ว่า “คณะกรรมการฯ” หมายถึงคณะใด ถ้ายังไม่เคยเห็นชื่อเต็มในหนังสือฉบับนั้น",
    wrong="ด้วยคณะทำงานฯ จะประชุม (ยังไม่เคยเขียนชื่อเต็ม)",
    right="ด้วยคณะทำงานพัฒนาระบบบริหารจะประชุม",
    source="แนวปฏิบัติในการใช้ไปยาลน้อยของส่วนราชการ",
    find=find,
)
