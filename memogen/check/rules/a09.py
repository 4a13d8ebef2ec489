"""A09: several addressees with commas between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Part

_COMMA = re.compile(r"[ก-๎)][ ]?(?P<comma>[,;])[ ]?(?=[ก-ฮเ-ไ])")
_OFFICE = re.compile(r"ผู้|หัวหน้า|อธิบดี|ปลัด|เลขา|ประธาน|คณบดี|นาย|รัฐมนตรี|กรรมการ|สหกรณ์จังหวัด|รอง")
_TWO = 2


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for to in paper.all(Part.TO):
        comma = _COMMA.search(to.text)
        if comma and len(_OFFICE.findall(to.text)) >= _TWO:
            yield Fault(
                passage=to.passage,
                start=to.start + comma.start("comma"),
                end=to.start + comma.end("comma"),
                message=_("คั่นผู้รับหลายรายด้วยเครื่องหมาย “{sign}”").format(sign=comma["comma"]),
                hint=_("ลงผู้รับรายละบรรทัด หรือเว้นวรรคแล้วใช้ “และ” หน้ารายสุดท้าย เสนอผ่านให้เขียน ผ่าน …"),
            )


RULE = Rule(
    code="A09",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ผู้รับหลายรายแยกบรรทัดหรือเว้นวรรค ไม่ใช้จุลภาค",
    why="จุลภาคไม่ใช่วิธีแยกรายการในภาษาไทยของหนังสือราชการ และทำให้ดูไม่ออกว่าเสนอพร้อมกันหรือเสนอผ่านกันตามลำดับ",
    wrong="เรียน ผู้อำนวยการกองแผนงาน, เลขานุการกรม",
    right="เรียน ผู้อำนวยการกองแผนงาน และเลขานุการกรม",
    source="แนวปฏิบัติของส่วนราชการ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
