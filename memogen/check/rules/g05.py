"""G05: an order or announcement that somebody else than its issuer signs, with no word of acting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.signatures import signatures
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part

_ISSUER = re.compile(
    r"\s*(?:คำสั่ง|ประกาศ)\s*(?P<issuer>กรม|กระทรวง|จังหวัด|อำเภอ|มหาวิทยาลัย|เทศบาล|องค์การบริหารส่วน|โรงเรียน|โรงพยาบาล)[ก-๎]"
)
_HEADS: Mapping[str, tuple[str, ...]] = {
    "กรม": ("อธิบดี", "เจ้ากรม"),
    "กระทรวง": ("รัฐมนตรี", "ปลัดกระทรวง"),
    "จังหวัด": ("ผู้ว่าราชการจังหวัด", "ประธาน"),
    "อำเภอ": ("นายอำเภอ",),
    "มหาวิทยาลัย": ("อธิการบดี", "นายกสภา", "ประธาน"),
    "เทศบาล": ("นายกเทศมนตรี", "ปลัดเทศบาล", "ประธาน"),
    "โรงเรียน": ("ผู้อำนวยการ", "ครูใหญ่", "ประธาน", "ผู้รับใบอนุญาต", "ผู้จัดการ"),
    "โรงพยาบาล": ("ผู้อำนวยการ", "นายแพทย์", "ประธาน"),
    "องค์การบริหารส่วน": ("นายกองค์การบริหารส่วน", "ปลัดองค์การบริหารส่วน", "ประธาน"),
}


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    issuer = _ISSUER.match(paper.value(Part.HEADING))
    signed = signatures(paper)
    if issuer is None or not signed or not signed[0].position:
        return
    one, heads = signed[0], _HEADS[issuer["issuer"]]
    if any(head in one.post for head in heads) or one.is_acting:
        return
    yield one.position[0].fault(
        _("ผู้ลงนามตำแหน่ง “{post}” ไม่ใช่หัวหน้าของ{issuer}ที่ออก{kind}").format(
            post=one.post, issuer=issuer["issuer"], kind=paper.kind.value if paper.kind else ""
        ),
        _("ให้ {heads} ลงนาม หรือลงคำว่า ปฏิบัติราชการแทน พร้อมตำแหน่งที่แทน").format(heads=" / ".join(heads)),
    )


RULE = Rule(
    code="G05",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ผู้ลงนามคำสั่งและประกาศคือผู้มีอำนาจของส่วนราชการที่ออก",
    why="คำสั่งกรมลงนามโดยอธิบดีหรือผู้ได้รับมอบอำนาจ ผู้อำนวยการกองลงนามคำสั่งกรมในตำแหน่งของตนเองไม่ได้ คำสั่งอาจไม่มีผล",
    wrong="คำสั่งกรมส่งเสริมสหกรณ์ … ผู้อำนวยการกองแผนงาน",
    right="คำสั่งกรมส่งเสริมสหกรณ์ … อธิบดีกรมส่งเสริมสหกรณ์",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์ ผู้ลงนามหนังสือสั่งการ",
    find=find,
    kinds=(Kind.ORDER, Kind.ANNOUNCEMENT),
    origins=(Origin.DOCUMENT,),
)
