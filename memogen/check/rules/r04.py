"""R04: dates do not run back while numbers go up; `register check` holds the books against it."""

from __future__ import annotations

from memogen.check.rule import Basis, Rule
from memogen.findings import Severity

RULE = Rule(
    code="R04",
    severity=Severity.ERROR,
    basis=Basis.EXPLANATION,
    title="วันที่ในทะเบียนไม่ย้อนหลังขณะที่เลขเพิ่มขึ้น",
    why="ทะเบียนเดินตามเวลา เลขที่สูงกว่าแต่ลงวันก่อน แสดงว่าลงวันที่ย้อนหลังหรือจดผิดแถว",
    wrong="๖๕๓ ลงวันที่ ๒๗ มีนาคม และ ๖๕๔ ลงวันที่ ๒๔ มีนาคม",
    right="๖๕๓ ลงวันที่ ๒๗ มีนาคม และ ๖๕๔ ลงวันที่ ๒๘ มีนาคม",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ว่าด้วยทะเบียนหนังสือ และแนวปฏิบัติของงานสารบรรณ",
    asked_by="memogen register check",
)
