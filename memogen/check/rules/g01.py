"""G01: a signature without the full name in brackets, or without the position under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.signatures import Signature, signatures
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Region

_OTHER_TITLES = re.compile(
    r"(?:พระ|สมเด็จ|ม\.|นพ|พญ|ทพ|ดร|ว่าที่|Mr|Mrs|Ms|Miss|Dr|คุณหญิง|ท่านผู้หญิง|เจ้า|ซิสเตอร์|บาทหลวง|บาดหลวง|[A-Za-z])"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if not paper.recognised:
        return
    for one in signatures(paper)[:1]:
        if one.name.is_blank:
            continue
        if not one.name.is_bracketed:
            yield one.name.fault(
                _("ชื่อผู้ลงนามไม่อยู่ในวงเล็บ"),
                _("พิมพ์ ({name}) ใต้ลายมือชื่อ").format(name=one.person),
                severity=Severity.WARNING,
            )
        elif not _has_title(one):
            yield one.name.fault(
                _("ชื่อผู้ลงนาม “{name}” ไม่มีคำนำหน้านาม").format(name=one.person),
                _("เติม นาย นาง นางสาว หรือคำนำหน้าตามกฎหมาย"),
                severity=Severity.WARNING,
            )
        elif not one.position and one.name.text.endswith(")") and one.name.passage.region is Region.TEXT:
            yield one.name.fault(_("ใต้ชื่อผู้ลงนามไม่มีตำแหน่ง"), _("พิมพ์ตำแหน่งในบรรทัดใต้ชื่อ"))


def _has_title(one: Signature) -> bool:
    """A rank may stand before the signature instead."""
    if one.before is not None or _OTHER_TITLES.match(one.person):
        return True
    try:
        name = thai.parse_name(one.person)
    except thai.PersonNameError:
        return True
    return bool(name.title or name.rank or name.doctor)


RULE = Rule(
    code="G01",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="ใต้ลายมือชื่อมีชื่อเต็มพร้อมคำนำหน้าในวงเล็บ และตำแหน่งใต้ชื่อ",
    why="ลายมือชื่อส่วนมากอ่านไม่ออก ชื่อเต็มกับตำแหน่งบอกว่าใครลงนามและมีอำนาจเรื่องนี้หรือไม่",
    wrong="(สมมติ สองนาม)",
    right="(นายสมมติ สองนาม)\nอธิบดีกรมส่งเสริมสหกรณ์",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑ และข้อ ๑๒ การลงชื่อและตำแหน่ง",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE),
    origins=(Origin.DOCUMENT,),
)
