"""K12: a link leads to a web or mail address only."""

from __future__ import annotations

from collections.abc import Iterator

from memogen.check.active import acting
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    yield from acting(around, "K12")


RULE = Rule(
    code="K12",
    severity=Severity.ERROR,
    basis=Basis.SAFETY,
    title="ลิงก์ไปได้เฉพาะที่อยู่เว็บและไปรษณีย์อิเล็กทรอนิกส์",
    why="ลิงก์ไปยังไฟล์หรือโปรแกรมในเครื่องใช้ไม่ได้ที่เครื่องผู้รับ และอาจเรียกโปรแกรมที่ไม่ประสงค์",
    wrong="file:///C:/งาน/แผน.docx",
    right="https://www.example.go.th/แผน",
    source="แนวทางรักษาความปลอดภัยของหนังสืออิเล็กทรอนิกส์ ผู้รับต้องเปิดอ่านได้โดยไม่มีสิ่งใดทำงานเอง",
    find=find,
    origins=(Origin.DOCUMENT,),
)
