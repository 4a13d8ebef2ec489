"""H15: a memo without its telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import FILLED_LATER, Paper, Part

_PHONE = re.compile(rf"โทร|หมายเลข|[Tt]el|☎|{FILLED_LATER}")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    agency = paper.first(Part.AGENCY)
    if agency and agency.text.strip() and not _PHONE.search(paper.value(Part.AGENCY)):
        yield Fault.of_field(
            agency,
            _("ส่วนราชการยังไม่มีหมายเลขโทรศัพท์"),
            _("ต่อท้ายด้วย โทร. {phone}").format(phone=_phone(agency.text, around)),
        )


def _phone(agency: str, around: Around) -> str:
    """The office's telephone, if the memo is the office's."""
    office = around.office
    is_ours = office and office.phone and (office.name in agency or office.unit in agency)
    return office.phone if office and is_ours else "…"


RULE = Rule(
    code="H15",
    severity=Severity.WARNING,
    basis=Basis.REGULATION,
    title="ส่วนราชการของบันทึกข้อความลงท้ายด้วยหมายเลขโทรศัพท์",
    why="ผู้รับจะได้สอบถามเจ้าของเรื่องได้ทันที บันทึกข้อความไม่มีที่อื่นให้ลงโทรศัพท์",
    wrong="ส่วนราชการ กลุ่มพัฒนาระบบบริหาร",
    right="ส่วนราชการ กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๒",
    find=find,
    kinds=(Kind.MEMO,),
)
