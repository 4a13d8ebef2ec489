"""R01: a running number is given once; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R01",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="เลขทะเบียนหนึ่งเลขใช้ได้ครั้งเดียวในเล่มและปีปฏิทินเดียวกัน",
    why="เลขซ้ำทำให้อ้างถึงหนังสือไม่ได้ว่าฉบับใด มักเกิดเมื่อหลายคนจดเลขในสมุดคนละเล่ม",
    wrong="๖๕๓ ขออนุมัติโครงการ และ ๖๕๓ ส่งรายงาน",
    right="๖๕๓ ขออนุมัติโครงการ และ ๖๕๔ ส่งรายงาน",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
