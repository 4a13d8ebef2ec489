"""R14: orders and certificates have books of their own; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R14",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="คำสั่งและหนังสือรับรองลงทะเบียนแยกจากหนังสือส่ง",
    why="คำสั่งและหนังสือรับรองมีเลขของตนทับปี พ.ศ. ปนกันแล้วเลขของทั้งสองเล่มขาด",
    wrong="คำสั่งในทะเบียนหนังสือส่ง",
    right="คำสั่งในทะเบียนคำสั่ง ๑๒/๒๕๖๖",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
