"""K15: no markup that embeds another document."""

from __future__ import annotations

from collections.abc import Iterator

from memogen.check.active import acting
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    yield from acting(around, "K15")


RULE = Rule(
    code="K15",
    severity=Severity.ERROR,
    basis=Basis.SAFETY,
    title="ไม่มีเอกสารหรือแหล่งข้อมูลอื่นซ่อนอยู่ในเนื้อความ",
    why="เอกสารที่ฝังและแหล่งข้อมูลจดหมายเวียนติดไปกับไฟล์ ผู้รับเห็นข้อมูลของผู้อื่นได้",
    wrong="ส่งไฟล์หลักของจดหมายเวียนที่ยังผูกกับรายชื่อ",
    right="ส่งฉบับที่รวมจดหมายเวียนแล้ว",
    source="แนวทางรักษาความปลอดภัยของหนังสืออิเล็กทรอนิกส์ ผู้รับต้องเปิดอ่านได้โดยไม่มีสิ่งใดทำงานเอง",
    find=find,
    origins=(Origin.DOCUMENT,),
)
