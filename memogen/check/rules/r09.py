"""R09: a reserved number is not left lying; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R09",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เลขที่จองไว้ใช้หรือยกเลิกในเวลาอันควร",
    why="เลขที่จองค้างไว้ทำให้ทะเบียนมีช่องว่าง และหนังสือที่ใช้ภายหลังมีวันที่ย้อน",
    wrong="จองเลข ๖๕๓ ไว้ตั้งแต่ ๓ เดือนก่อน",
    right="ยกเลิกเลข ๖๕๓ พร้อมเหตุผล",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
