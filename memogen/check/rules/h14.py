"""H14: ส่วนราชการ of a memo that does not begin with the signer's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.signers import first_signer
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part

_HEAD = re.compile(r"(?:อธิบดี|ปลัด(?=กระทรวง))(?P<agency>(?:กรม|กระทรวง)[ก-๎]+)")
_SMALL = re.compile(r"(?:กอง|สำนัก|กลุ่ม|ฝ่าย|ศูนย์|ส่วน|งาน)[ก-๎]")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    agency = paper.first(Part.AGENCY)
    head = _HEAD.search(first_signer(paper)[1])
    if agency is None or head is None or not _SMALL.match(agency.text):
        return
    yield Fault.of_field(
        agency,
        _("ผู้ลงนามเป็นหัวหน้าของ{agency} แต่ส่วนราชการขึ้นต้นด้วยหน่วยงานอื่น").format(agency=head["agency"]),
        _("เขียน {agency} ก่อน แล้วตามด้วยหน่วยงานเจ้าของเรื่อง").format(agency=head["agency"]),
    )


RULE = Rule(
    code="H14",
    severity=Severity.WARNING,
    basis=Basis.REGULATION,
    title="ส่วนราชการขึ้นต้นด้วยส่วนราชการของผู้ลงนาม แล้วจึงเป็นเจ้าของเรื่อง",
    why=(
        "บันทึกที่อธิบดีหรือปลัดกระทรวงลงนามออกในนามกรมหรือกระทรวง จึงลงชื่อกรมหรือกระทรวงก่อน แล้วลงกองเจ้าของเรื่อง "
        "บันทึกที่ผู้อำนวยการลงนามลงเพียงชื่อกองหรือกลุ่ม"
    ),
    wrong="ส่วนราชการ กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑\n(ลงนาม) อธิบดีกรมส่งเสริมสหกรณ์",
    right="ส่วนราชการ กรมส่งเสริมสหกรณ์ กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑\n(ลงนาม) อธิบดีกรมส่งเสริมสหกรณ์",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๒",
    find=find,
    kinds=(Kind.MEMO,),
    origins=(Origin.DOCUMENT,),
)
