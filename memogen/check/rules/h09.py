"""H09: a year in a letter's number, or none in that of an order or certificate."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check import numbering
from memogen.check.kinds import NUMBERED, NUMBERED_BY_YEAR
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    printed = numbering.printed(paper)
    if printed is None or paper.kind is None:
        return
    if paper.kind in NUMBERED and numbering.has_year(printed.text):
        yield Fault.of_field(
            printed.field,
            _("เลขที่หนังสือ “{text}” มีปี พ.ศ.").format(text=printed.text),
            _("ตัดปีออก เหลือ {right}").format(right=printed.text.rpartition("/")[0].rstrip()),
        )
    elif paper.kind in NUMBERED_BY_YEAR and not numbering.ends_with_year(printed.text):
        yield Fault.of_field(
            printed.field,
            _("เลขที่{kind} “{text}” ไม่มีปี พ.ศ.").format(kind=paper.kind.value, text=printed.text),
            _("เขียนเลขลำดับ ทับ ปี พ.ศ. สี่หลัก เช่น ๑๒/๒๕๖๖"),
        )


RULE = Rule(
    code="H09",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="เลขที่หนังสือไม่มีปี พ.ศ. เลขที่คำสั่งและหนังสือรับรองมีปี พ.ศ.",
    why=(
        "หลังเครื่องหมายทับของหนังสือคือเลขทะเบียนหนังสือส่งซึ่งเริ่มใหม่ทุกปีปฏิทิน จึงไม่ต้องมีปี "
        "ส่วนคำสั่งและหนังสือรับรองมีเลขลำดับของตนเอง ทับปี พ.ศ."
    ),
    wrong="ที่ กษ ๑๑๑๓/๖๕๓/๒๕๖๖",
    right="ที่ กษ ๑๑๑๓/๖๕๓",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑ ข้อ ๑๖ และข้อ ๒๔",
    find=find,
    kinds=(*NUMBERED, *NUMBERED_BY_YEAR),
)
