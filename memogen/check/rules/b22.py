"""B22: จัก where จะ is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Part

_SHALL = re.compile(
    r"จัก(?<!รู้จัก)(?<!ประจัก)(?=ได้|ดำเนิน|เป็น(?!พระ?คุณ)|ต้อง|มี|ไม่|แจ้ง|ขอ(?!บ)|จัด|พิจารณา|ให้|ส่ง|ประชุม|นำ|รับ|เดินทาง|เข้า|เปิด|เสนอ|รายงาน|ตรวจ)"
)
_URGES = re.compile("เร่งรัด|เตือน|ทวงถาม|ติดตาม|กำชับ|ขอให้ชำระ")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if _URGES.search(paper.value(Part.SUBJECT)):
        return
    for passage, found in unquoted(paper, _SHALL):
        if not _URGES.search(passage.seen):
            yield Fault.of_match(
                passage,
                found,
                message=_("“จัก” ใช้เมื่อสั่งหรือเร่งรัด"),
                hint=_("ในข้อความทั่วไปเขียน “จะ”"),
            )


RULE = Rule(
    code="B22",
    severity=Severity.INFO,
    basis=Basis.PRACTICE,
    title="ใช้ “จะ” ในข้อความทั่วไป “จัก” ในคำสั่งหรือคำเร่งรัด",
    why="“จัก” มีน้ำหนักบังคับ ใช้ในเรื่องธรรมดาฟังเป็นการขู่หรือเร่งรัดผู้รับ",
    wrong="กองแผนงานจักจัดประชุมในวันจันทร์",
    right="กองแผนงานจะจัดประชุมในวันจันทร์",
    source="เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED),
)
