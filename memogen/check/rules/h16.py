"""H16: an external letter does not say who knows about it, or how to call them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part

_PHONE = re.compile(r"โทร|หมายเลข|[Tt]el|☎")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if not paper.recognised:
        return
    owner = paper.first(Part.OWNER)
    if owner is None:
        yield Fault(
            message=_("หนังสือภายนอกยังไม่มีส่วนราชการเจ้าของเรื่องที่มุมล่างซ้าย"),
            hint=_("เพิ่มชื่อกองหรือกลุ่มเจ้าของเรื่อง โทร. และไปรษณีย์อิเล็กทรอนิกส์"),
            place=Part.OWNER.value,
        )
    elif not _PHONE.search(paper.value(Part.OWNER)):
        yield Fault.of_field(
            owner, _("ส่วนราชการเจ้าของเรื่องยังไม่มีหมายเลขโทรศัพท์"), _("เพิ่มบรรทัด โทร. ใต้ชื่อหน่วยงาน")
        )


RULE = Rule(
    code="H16",
    severity=Severity.WARNING,
    basis=Basis.REGULATION,
    title="หนังสือภายนอกลงส่วนราชการเจ้าของเรื่องและโทรศัพท์ไว้ที่มุมล่างซ้าย",
    why="ผู้รับภายนอกไม่รู้ว่าเรื่องอยู่ที่กองใด จึงต้องบอกเจ้าของเรื่องพร้อมโทรศัพท์ไว้ให้ติดต่อ",
    wrong="กลุ่มพัฒนาระบบบริหาร",
    right="กลุ่มพัฒนาระบบบริหาร\nโทร. ๐ ๒๒๘๑ ๐๐๐๐",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑",
    find=find,
    kinds=(Kind.EXTERNAL,),
    origins=(Origin.DOCUMENT,),
)
