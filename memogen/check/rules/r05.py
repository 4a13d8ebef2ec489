"""R05: the series begins with the calendar year; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R05",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="เลขทะเบียนเริ่มใหม่ในวันที่ ๑ มกราคม ไม่ใช่ต้นปีงบประมาณ",
    why="ระเบียบให้นับตามปีปฏิทิน เริ่มใหม่ในวันที่ ๑ ตุลาคม จะได้เลขซ้ำในปีเดียวกัน",
    wrong="เลข ๑ ลงวันที่ ๑ ตุลาคม ๒๕๖๖",
    right="เลข ๑ ลงวันที่ ๒ มกราคม ๒๕๖๗",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
