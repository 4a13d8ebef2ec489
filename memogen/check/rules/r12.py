"""R12: from, to and subject are filled; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R12",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="ช่อง จาก ถึง และเรื่อง กรอกครบ",
    why="แบบทะเบียนกำหนดช่องเหล่านี้ไว้ รายการที่ว่างค้นและอ้างอิงไม่ได้",
    wrong="๖๕๓ เรื่องว่าง",
    right="๖๕๓ เรื่อง ขออนุมัติโครงการ",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
