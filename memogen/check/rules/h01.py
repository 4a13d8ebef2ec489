"""H01: a memo that leaves its ministry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check import agencies
from memogen.check.addressees import addressee
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Part

_PRIVATE = re.compile(r"(?:บริษัท|ห้างหุ้นส่วน)(?=\s|[ก-๎]+\s+(?:\([^)]{1,40}\)\s+)?จำกัด)|กรรมการผู้จัดการ\s*บริษัท")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to = addressee(paper)
    if to is None:
        return
    private = _PRIVATE.search(to.name)
    theirs = agencies.agency_of(to.name)
    ours = _our_ministry(paper, around)
    is_outside = theirs and ours and agencies.ministry_of(theirs) != ours
    if private or is_outside:
        yield Fault(
            passage=to.field.passage,
            start=to.start,
            end=to.start + len(to.name),
            message=_("“{name}” อยู่นอกกระทรวง บันทึกข้อความใช้ภายในกระทรวง กรม หรือจังหวัดเดียวกัน").format(
                name=" ".join(to.name.split())[:80]
            ),
            hint=_("ทำเป็นหนังสือภายนอก"),
            severity=None if private or _is_certain(theirs, ours, around) else Severity.WARNING,
        )


def _is_certain(theirs: str, ours: str, around: Around) -> bool:
    """Whether the addressee names a ministry and the settings name ours; of departments a table knows."""
    return theirs.startswith("กระทรวง") and around.office is not None and ours == around.office.ministry


def _our_ministry(paper: Paper, around: Around) -> str:
    """The ministry of the agency that the memo names, else of the office."""
    named = agencies.ministry_of(agencies.agency_named(paper.value(Part.AGENCY)))
    if named or around.office is None:
        return named
    return around.office.ministry or agencies.ministry_of(around.office.name)


RULE = Rule(
    code="H01",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="บันทึกข้อความใช้ภายในกระทรวง กรม หรือจังหวัดเดียวกัน",
    why=(
        "กระดาษบันทึกข้อความไม่มีคำลงท้ายและไม่มีที่อยู่ จึงใช้ได้เฉพาะภายในกระทรวง กรม หรือจังหวัดเดียวกัน "
        "ถ้าถึงกระทรวงอื่นหรือเอกชนต้องทำเป็นหนังสือภายนอกบนกระดาษตราครุฑ"
    ),
    wrong="บันทึกข้อความของกรมส่งเสริมสหกรณ์ (กระทรวงเกษตรและสหกรณ์)\nเรียน อธิบดีกรมบัญชีกลาง",
    right="หนังสือภายนอกของกรมส่งเสริมสหกรณ์\nเรียน อธิบดีกรมบัญชีกลาง",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑ และข้อ ๑๒",
    find=find,
    kinds=(Kind.MEMO,),
)
