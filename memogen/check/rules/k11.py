"""K11: nothing is fetched from outside when the file is opened."""

from __future__ import annotations

from collections.abc import Iterator

from memogen.check.active import acting
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    yield from acting(around, "K11")


RULE = Rule(
    code="K11",
    severity=Severity.ERROR,
    basis=Basis.SAFETY,
    title="เปิดไฟล์แล้วไม่ดึงข้อมูลจากที่อื่น",
    why=(
        "ภาพหรือแม่แบบที่เชื่อมโยงไว้ทำให้ Word ติดต่อออกไปทันทีที่ผู้รับเปิด "
        "บอกผู้อื่นได้ว่าใครเปิดเมื่อใด และหนังสือที่เห็นวันนี้อาจไม่เหมือนที่เห็นพรุ่งนี้"
    ),
    wrong="แทรกรูปภาพด้วย “เชื่อมโยงไปยังไฟล์”",
    right="แทรกรูปภาพลงในไฟล์",
    source="แนวทางรักษาความปลอดภัยของหนังสืออิเล็กทรอนิกส์ ผู้รับต้องเปิดอ่านได้โดยไม่มีสิ่งใดทำงานเอง",
    find=find,
    origins=(Origin.DOCUMENT,),
)
