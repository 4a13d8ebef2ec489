"""B35: an order that does not say from when it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.paragraphs import is_known_whole
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_FROM_WHEN = re.compile(
    "ตั้งแต่|นับแต่(?!วันที่(?:ผู้|ได้รับ|ส่งมอบ|รับมอบ|ตรวจรับ))"
    "|มีผล|บัดนี้เป็นต้นไป|เป็นต้นไป|ในวันที่|ระหว่างวันที่|ภายในวันที่|จนกว่า|ถึงวันที่|ใช้บังคับ"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    body = paper.body
    if not paper.recognised or not body or not is_known_whole(paper):
        return
    if not any(_FROM_WHEN.search(one.seen) for one in paper.text_passages):
        yield Fault(
            passage=body[-1],
            end=len(body[-1].seen),
            message=_("คำสั่งไม่ได้บอกว่ามีผลตั้งแต่เมื่อใด"),
            hint=_("เติมท้ายข้อความ เช่น ทั้งนี้ ตั้งแต่วันที่ … เป็นต้นไป หรือ ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"),
        )


RULE = Rule(
    code="B35",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="คำสั่งบอกวันที่มีผล “ทั้งนี้ ตั้งแต่…”",
    why="ผู้รับคำสั่งต้องรู้ว่าเริ่มปฏิบัติเมื่อใด โดยเฉพาะเมื่อวันมีผลไม่ใช่วันที่ลงนาม",
    wrong="ให้คณะทำงานรายงานผลทุกเดือน\nสั่ง ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖",
    right="ให้คณะทำงานรายงานผลทุกเดือน\nทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป\nสั่ง ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์ เรื่องข้อความของคำสั่ง",
    find=find,
    kinds=(Kind.ORDER,),
)
