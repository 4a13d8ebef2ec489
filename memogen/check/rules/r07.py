"""R07: a cancelled number is not used again; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R07",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="เลขที่ยกเลิกแล้วไม่นำกลับมาใช้",
    why="เลขที่ยกเลิกอาจมีสำเนาอยู่ที่ใดที่หนึ่ง ใช้ซ้ำจะมีหนังสือสองฉบับในเลขเดียว",
    wrong="๖๕๓ (ยกเลิก) แล้วออกเลข ๖๕๓ ให้ฉบับใหม่",
    right="ฉบับใหม่ใช้เลขถัดไป",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
