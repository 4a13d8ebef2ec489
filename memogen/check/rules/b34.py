"""B34: an order that does not say by what power it is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.paragraphs import is_known_whole
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import FILLED_LATER, Paper

_POWER = re.compile(
    "อาศัยอำนาจ|โดยอำนาจ|ใช้อำนาจ|อำนาจหน้าที่|ตามความใน|ตามมาตรา|มอบอำนาจ|ตามคำสั่ง|ตามระเบียบ|ตามประกาศ|ตามข้อ|ตามมติ"
)
_EMPTY_POWER = re.compile(r"อาศัยอำนาจ(?:ตาม(?:ความใน)?)?(?P<after>[^\n]{0,160})")
_LAW = re.compile("มาตรา|ข้อ|พระราช|ระเบียบ|ข้อบังคับ|คำสั่ง|ประกาศ|กฎ|มติ|รัฐธรรมนูญ|พ\\.ร\\.บ")
_LEAST = 15
"""Letters after which a law would have been named; shorter lines run on in the next passage."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    body = paper.body
    if not paper.recognised or not body:
        return
    for passage in body:
        for found in _EMPTY_POWER.finditer(passage.seen):
            if (
                len(found["after"]) >= _LEAST
                and not _LAW.search(found["after"])
                and FILLED_LATER not in found["after"]
            ):
                yield Fault(
                    passage=passage,
                    start=found.start(),
                    end=found.start("after"),
                    message=_("อ้างอำนาจแต่ไม่บอกกฎหมายหรือระเบียบ"),
                    hint=_("ระบุมาตราหรือข้อ ชื่อกฎหมาย และปี พ.ศ."),
                )
    if not any(_POWER.search(one.seen) for one in body) and is_known_whole(paper):
        yield Fault(
            passage=body[0],
            end=len(body[0].seen),
            message=_("คำสั่งไม่ได้อ้างอำนาจที่ให้ออกคำสั่ง"),
            hint=_("เติม เช่น อาศัยอำนาจตามความในมาตรา … แห่งพระราชบัญญัติ… พ.ศ. … ถ้ามีกฎหมายให้อำนาจไว้"),
        )


RULE = Rule(
    code="B34",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="คำสั่งบอกเหตุและอำนาจที่ให้ออกคำสั่ง",
    why="ผู้รับคำสั่งต้องรู้ว่าออกโดยอำนาจใด คำสั่งที่ไม่อ้างอำนาจอาจถูกโต้แย้งว่าผู้ลงนามไม่มีอำนาจ",
    wrong="จึงแต่งตั้งคณะทำงาน ดังต่อไปนี้ (ไม่อ้างอำนาจ)",
    right="อาศัยอำนาจตามความในมาตรา ๓๒ แห่งพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. ๒๕๓๔ จึงแต่งตั้งคณะทำงาน ดังต่อไปนี้",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์ เรื่องข้อความของคำสั่ง",
    find=find,
    kinds=(Kind.ORDER,),
)
