"""K13: no macros, controls or embedded files."""

from __future__ import annotations

from collections.abc import Iterator

from memogen.check.active import acting
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    yield from acting(around, "K13")


RULE = Rule(
    code="K13",
    severity=Severity.ERROR,
    basis=Basis.SAFETY,
    title="ไม่มีแมโคร ตัวควบคุม หรือไฟล์อื่นฝังในหนังสือ",
    why="แมโครและวัตถุที่ฝังมาทำงานในเครื่องของผู้เปิดได้ ระบบรับหนังสืออิเล็กทรอนิกส์จึงไม่รับ",
    wrong="บันทึกเป็นเอกสาร Word ที่เปิดใช้งานแมโคร (.docm)",
    right="บันทึกเป็นเอกสาร Word (.docx)",
    source="แนวทางรักษาความปลอดภัยของหนังสืออิเล็กทรอนิกส์ ผู้รับต้องเปิดอ่านได้โดยไม่มีสิ่งใดทำงานเอง",
    find=find,
    origins=(Origin.DOCUMENT,),
)
