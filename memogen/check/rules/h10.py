"""H10: a circular is one text for many; one text for many is a circular."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check import numbering
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part

_CIRCULAR = re.compile(r"/\s*ว")
_OFFICES = ("ผู้อำนวยการ", "หัวหน้า", "อธิบดี", "เลขานุการ", "ปลัด", "คณบดี", "ผู้ว่าราชการ", "นายอำเภอ")
_ALL = re.compile(
    r"(?:ทุก(?:กอง|สำนัก|กลุ่ม|กรม|กระทรวง|จังหวัด|อำเภอ|หน่วยงาน|ส่วนราชการ|แห่ง|คณะ)|ตาม(?:บัญชี)?รายชื่อ(?:ที่)?แนบ)"
)
_MANY = 4


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    printed, to = numbering.printed(paper), paper.first(Part.TO)
    if printed is None or to is None or "/" not in printed.text or _CIRCULAR.search(printed.text):
        return
    listed = paper.value(Part.TO)
    if _ALL.search(listed) or sum(map(listed.count, _OFFICES)) >= _MANY:
        yield Fault.of_field(
            to,
            _("ถึงผู้รับหลายรายด้วยใจความเดียวกัน แต่เลขที่ไม่มี ว"),
            _("ถ้าออกเป็นหนังสือเวียน ให้มี ว หน้าเลขทะเบียน เช่น กษ ๑๑๑๓/ว๗๑"),
            severity=Severity.INFO,
        )


RULE = Rule(
    code="H10",
    severity=Severity.WARNING,
    basis=Basis.REGULATION,
    title="หนังสือเวียนใช้ ว เมื่อข้อความเหมือนกันถึงผู้รับจำนวนมาก",
    why=(
        "รหัส ว บอกว่าผู้รับทุกรายได้ข้อความเดียวกัน ถ้าข้อความต่างกันแม้เพียงรายชื่อก็ไม่เป็นหนังสือเวียน "
        "และถ้าเหมือนกันทุกฉบับก็ไม่ควรใช้เลขทะเบียนทีละฉบับ"
    ),
    wrong="ที่ กษ ๑๑๑๓/๖๕๓\nเรียน ผู้อำนวยการสำนัก ผู้อำนวยการกอง เลขานุการกรม และผู้อำนวยการศูนย์",
    right="ที่ กษ ๑๑๑๓/ว๗๑\nเรียน ผู้อำนวยการสำนัก ผู้อำนวยการกอง เลขานุการกรม และผู้อำนวยการศูนย์",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๓๒",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
    origins=(Origin.DOCUMENT,),
)
