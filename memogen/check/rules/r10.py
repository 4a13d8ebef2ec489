"""R10: an inserted number has a note; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R10",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เลขแทรกมีหมายเหตุ",
    why="เลขอย่าง ๖๕๓/๑ ไม่มีในระเบียบ ถ้าจำเป็นต้องมี ผู้ตรวจต้องรู้ว่าเพราะอะไร",
    wrong="๖๕๓/๑ ไม่มีหมายเหตุ",
    right="๖๕๓/๑ หมายเหตุ ออกเลขซ้ำเมื่อวันที่ ๒๗ มีนาคม จึงแทรก",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
