"""K14: no fields that run or fetch."""

from __future__ import annotations

from collections.abc import Iterator

from memogen.check.active import acting
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    yield from acting(around, "K14")


RULE = Rule(
    code="K14",
    severity=Severity.ERROR,
    basis=Basis.SAFETY,
    title="ไม่มีรหัสเขตข้อมูลที่เรียกโปรแกรมหรือไฟล์อื่น",
    why="เขตข้อมูลอย่าง DDE หรือ INCLUDETEXT ดึงหรือสั่งโปรแกรมอื่นเมื่อปรับปรุง ข้อความในหนังสือจึงเปลี่ยนได้เอง",
    wrong='{ INCLUDETEXT "แผน.docx" }',
    right="คัดลอกข้อความมาวาง",
    source="แนวทางรักษาความปลอดภัยของหนังสืออิเล็กทรอนิกส์ ผู้รับต้องเปิดอ่านได้โดยไม่มีสิ่งใดทำงานเอง",
    find=find,
    origins=(Origin.DOCUMENT,),
)
