"""R11: a dispatched letter says how and to whom; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R11",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="หนังสือที่ส่งแล้วบอกวิธีส่งและผู้รับ",
    why="เมื่อปลายทางบอกว่าไม่ได้รับ ทะเบียนต้องตอบได้ว่าส่งทางใด ใครรับ",
    wrong="ส่งแล้ว ไม่มีวิธีส่ง",
    right="ส่งแล้ว ทางไปรษณีย์ลงทะเบียน",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
