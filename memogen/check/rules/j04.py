"""J04: a subject that does not begin with what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check import numbering
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import known_subject
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_NOUN = re.compile(
    r"(?P<noun>โครงการ|เอกสาร|ข้อมูล|งบประมาณ|รายชื่อ|คู่มือ|กำหนดการ|ปัญหา|บัญชี|ครุภัณฑ์|พัสดุ|อุปกรณ์|เครื่อง|รถ(?!ไฟ)|สถานที่|วิทยากร|"
    r"บุคลากร|ห้องประชุม|ค่าใช้จ่าย|เงิน|ใบ|สัญญา|ผลการ(?=เบิกจ่าย|ดำเนิน|ประเมิน|สำรวจ|ตรวจ|ปฏิบัติ)|แผน(?=ปฏิบัติ|บริหาร|ปรับปรุง|งาน|พัฒนา|การ|ดำเนิน))"
)
_SHORT = 24
"""Shorter ones are told by J02."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    known = known_subject(paper)
    printed = numbering.printed(paper)
    if known is None or len(known[1]) < _SHORT or (printed and "ว" in printed.text.partition("/")[2]):
        return
    subject, text = known
    noun = _NOUN.match(text)
    if noun:
        yield Fault.of_field(
            subject,
            _("เรื่องขึ้นต้นด้วย “{noun}” ยังไม่บอกว่าจะให้ทำอะไร").format(noun=noun["noun"]),
            _("ขึ้นต้นด้วยคำกริยา เช่น ขออนุมัติ รายงาน ส่ง แจ้ง"),
        )


RULE = Rule(
    code="J04",
    severity=Severity.INFO,
    basis=Basis.TASTE,
    title="เรื่องขึ้นต้นด้วยสิ่งที่ต้องการ",
    why="เรื่องที่ขึ้นต้นด้วยคำกริยา เช่น ขออนุมัติ รายงาน ส่ง ทำให้ผู้บังคับบัญชารู้ตั้งแต่บรรทัดแรกว่าต้องทำอะไร",
    wrong="เรื่อง แผนปรับปรุงการให้บริการของหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    right="เรื่อง ขออนุมัติแผนปรับปรุงการให้บริการของหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    source="ข้อแนะนำจากเอกสารฝึกอบรมการเขียนหนังสือราชการ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
