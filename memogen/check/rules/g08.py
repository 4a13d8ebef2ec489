"""G08: a rank within the brackets of the name, or the degree ดร. as a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.signatures import Signature, signatures
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper

_DOCTOR = re.compile(r"ดร\.? ?|ด\.ร\. ?")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for one in signatures(paper):
        if not one.name.is_bracketed:
            continue
        doctor = _DOCTOR.search(one.name.text)
        try:
            name = thai.parse_name(one.person)
        except thai.PersonNameError:
            continue
        if doctor and name.doctor:
            yield Fault(
                passage=one.name.passage,
                start=one.name.start + doctor.start(),
                end=one.name.start + doctor.end(),
                message=_("“ดร.” เป็นวุฒิ ไม่ใช่คำนำหน้านามในการลงชื่อ"),
                hint=_("ใช้ นาย นาง นางสาว หรือตำแหน่งทางวิชาการ"),
                severity=None if paper.kind is Kind.ORDER else Severity.INFO,
            )
        if name.rank and not one.name.text.startswith("(ว่าที่"):
            yield from _rank(one, name.rank)


def _rank(one: Signature, rank: str) -> Iterator[Fault]:
    yield one.name.fault(
        message=_("ยศ “{rank}” อยู่ในวงเล็บกับชื่อ").format(rank=rank),
        hint=_("พิมพ์ยศเต็มไว้หน้าลายมือชื่อ ในวงเล็บมีแต่ชื่อกับนามสกุล"),
    )


RULE = Rule(
    code="G08",
    severity=Severity.WARNING,
    basis=Basis.REGULATION,
    title="ยศพิมพ์เต็มหน้าลายมือชื่อ ในวงเล็บไม่มียศ และไม่ใช้ “ดร.” เป็นคำนำหน้า",
    why="ภาคผนวก ๓ ให้ผู้มียศพิมพ์ยศไว้หน้าลายมือชื่อ ตำแหน่งทางวิชาการใช้เป็นคำนำหน้านามได้ แต่ ดร. เป็นวุฒิการศึกษา",
    wrong="(พลเอก ตัวอย่าง หนึ่งนาม)",
    right="พลเอก\n(ตัวอย่าง หนึ่งนาม)",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ภาคผนวก ๓ การลงชื่อและตำแหน่ง",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE),
    origins=(Origin.DOCUMENT,),
)
