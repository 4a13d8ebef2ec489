"""R03: no gap without a cancelled row; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R03",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="เลขทะเบียนเรียงต่อกัน เลขที่ไม่ใช้คงไว้พร้อมเหตุผลที่ยกเลิก",
    why="เลขที่หายไปโดยไม่มีคำอธิบายทำให้ผู้ตรวจสอบถามว่าหนังสือฉบับนั้นอยู่ที่ใด",
    wrong="๖๕๒ แล้ว ๖๕๔",
    right="๖๕๒ แล้ว ๖๕๓ (ยกเลิก: พิมพ์ผิด) แล้ว ๖๕๔",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
