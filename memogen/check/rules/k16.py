"""K16: no parts that Word does not write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memogen.check.active import acting
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for fault in acting(around, "K16"):
        yield replace(fault, severity=Severity.WARNING)


RULE = Rule(
    code="K16",
    severity=Severity.WARNING,
    basis=Basis.SAFETY,
    title="ทุกส่วนของไฟล์เป็นชนิดที่ Word เขียน และอยู่ครบ",
    why="ไฟล์ที่ส่วนประกอบขาดหรือแปลกมักเสียจากการแปลงหรือถูกดัดแปลง บางเครื่องจะเปิดไม่ได้",
    wrong="ไฟล์ที่อ้างถึงภาพซึ่งไม่มีอยู่แล้ว",
    right="เปิดด้วย Word แล้วบันทึกเป็นไฟล์ใหม่",
    source="แนวทางรักษาความปลอดภัยของหนังสืออิเล็กทรอนิกส์ ผู้รับต้องเปิดอ่านได้โดยไม่มีสิ่งใดทำงานเอง",
    find=find,
    origins=(Origin.DOCUMENT,),
)
