"""A06: an addressee by name and by position."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import addressee
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_NAME = (
    r"(?:(?:ผู้ช่วย|รอง)?ศาสตราจารย์|คุณ|นางสาว|นาง(?!พยาบาล|สาว)|นาย(?!กรัฐมนตรี|กเทศมนตรี|กองค์การ|กสมาคม|กสภา|กเมืองพัทยา|กเหล่ากาชาด|ทะเบียน|อำเภอ|จ้าง|ทหาร|ตำรวจ|"
    r"ช่าง|ประกัน|หน้า|ด่าน|สถานี|แพทย์|ไปรษณีย์|อากร|ตรวจ|ท่า))[ก-๎]{2,40}[ \t]+[ก-๎]{2,40}"
)
_POSITION = (
    r"(?:รอง|ผู้ช่วย)?(?:ผู้อำนวยการ|อธิบดี|ผู้ว่าราชการ|ปลัด|หัวหน้า|เลขานุการ|เลขาธิการ|คณบดี|อธิการบดี|รัฐมนตรี|"
    r"นายกเทศมนตรี|นายอำเภอ|กรรมการผู้จัดการ|ผู้จัดการ|หุ้นส่วนผู้จัดการ|ประธาน)"
)
_DOCTOR = r"(?:นายแพทย์|แพทย์หญิง|ทันตแพทย์(?:หญิง)?|เภสัชกร(?:หญิง)?|ดร\.)[ \t]*[ก-๎]{2,40}[ \t]+[ก-๎]{2,40}"
"""Within brackets only: นายแพทย์สาธารณสุขจังหวัด is a position."""
_BOTH = re.compile(
    rf"{_NAME}[ \t,]+(?:ตำแหน่ง[ \t]*)?{_POSITION}"
    rf"|{_POSITION}[^\n(]{{0,120}}?(?:\([ \t]*(?:{_NAME}|{_DOCTOR})[ \t]*\)|[ \t]{_NAME}$)"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to = addressee(paper)
    both = _BOTH.match(to.name) if to else None
    if to and both:
        yield Fault(
            passage=to.field.passage,
            start=to.start + both.start(),
            end=to.start + both.end(),
            message=_("คำขึ้นต้นมีทั้งชื่อและตำแหน่ง"),
            hint=_("ลงตำแหน่งอย่างเดียว ลงชื่อเฉพาะเมื่อเป็นเรื่องส่วนตัวไม่เกี่ยวกับตำแหน่ง"),
        )


RULE = Rule(
    code="A06",
    severity=Severity.WARNING,
    basis=Basis.REGULATION,
    title="คำขึ้นต้นลงตำแหน่งหรือชื่ออย่างใดอย่างหนึ่ง",
    why="หนังสือราชการถึงตำแหน่ง ผู้ที่มาดำรงตำแหน่งต่อจึงรับช่วงเรื่องได้ ลงชื่อเฉพาะเมื่อติดต่อกับบุคคลโดยไม่เกี่ยวกับตำแหน่ง",
    wrong="เรียน นายสมมติ สองนาม ผู้อำนวยการกองแผนงาน",
    right="เรียน ผู้อำนวยการกองแผนงาน",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
