"""R13: the number shown is the number kept; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R13",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เลขที่เต็มตรงกับเลขลำดับในแถวเดียวกัน",
    why="สมุด Excel มีทั้งช่องเลขลำดับและช่องเลขเต็ม แก้ช่องเดียวแล้วจะไม่ตรงกัน",
    wrong="ลำดับ ๖๕๓ ที่ กษ ๑๑๑๓/๖๓๕",
    right="ลำดับ ๖๕๓ ที่ กษ ๑๑๑๓/๖๕๓",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
