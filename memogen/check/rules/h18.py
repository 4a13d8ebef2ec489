"""H18: an external letter without the sender's address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part

_ADDRESS = re.compile(
    r"ถนน|ถ\.|ตำบล|ต\.|แขวง|อำเภอ|เขต|ซอย|หมู่ที่|ทำเนียบรัฐบาล|ศาลากลาง|ที่ว่าการ|(?<![0-9๐-๙])[0-9๐-๙]{5}(?![0-9๐-๙/])"
)
_NOT_HERE = frozenset((Part.BODY, Part.TO, Part.SUBJECT, Part.REFERENCE, Part.ENCLOSURE, Part.NUMBER))


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    agency = paper.first(Part.AGENCY)
    if not paper.recognised or agency is None or paper.first(Part.ADDRESS):
        return
    if any(one.part not in _NOT_HERE and _ADDRESS.search(one.seen) for one in paper.passages):
        return
    yield Fault.of_field(
        agency,
        _("ใต้ชื่อส่วนราชการเจ้าของหนังสือยังไม่มีที่ตั้ง"),
        _("เพิ่มถนน ตำบลหรือแขวง อำเภอหรือเขต จังหวัด และรหัสไปรษณีย์"),
    )


RULE = Rule(
    code="H18",
    severity=Severity.WARNING,
    basis=Basis.REGULATION,
    title="หนังสือภายนอกมีที่ตั้งของส่วนราชการใต้ชื่อ",
    why="โดยปกติให้ลงที่ตั้งของส่วนราชการเจ้าของหนังสือไว้ด้วย เพื่อให้ผู้รับตอบกลับได้ถูกที่",
    wrong="กรมส่งเสริมสหกรณ์",
    right="กรมส่งเสริมสหกรณ์\nถนนตัวอย่าง เขตสมมติ กรุงเทพมหานคร ๑๐๒๐๐",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑",
    find=find,
    kinds=(Kind.EXTERNAL,),
    origins=(Origin.DOCUMENT,),
)
