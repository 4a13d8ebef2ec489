"""B23: กับ or แด่ where แก่ or ต่อ belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_PEOPLE = (
    "ผู้|ท่าน|นาย|นาง|ข้าราชการ|เจ้าหน้าที่|บุคลากร|พนักงาน|ลูกจ้าง|นักเรียน|นักศึกษา|ประชาชน|เกษตรกร|สมาชิก|คณะ|บริษัท"
    "|หน่วยงาน|ส่วนราชการ|อธิบดี|โรงเรียน|สหกรณ์|กลุ่ม|สำนัก|กอง|ครู|เด็ก|บุตร|ทายาท|คู่สมรส|เยาวชน|ชุมชน|ครอบครัว|นายทะเบียน|ศาล|จังหวัด|อำเภอ|เทศบาล|องค์การ"
)
_TO_ROYALTY = re.compile(rf"แด่(?= ?(?:{_PEOPLE}))(?! ?(?:ท่านผู้หญิง|คณะสงฆ์|ผู้ล่วงลับ|ผู้วายชนม์|ผู้สละชีพ))")
_GIVING = (
    r"(?:ให้(?:บริการ|ความรู้|คำปรึกษา|คำแนะนำ|ความช่วยเหลือ|เงิน)|มอบ(?:เงิน|รางวัล|เกียรติบัตร|โล่|ทุนการศึกษา)"
    r"|จ่าย(?:เงิน|ค่าตอบแทน)|แจก(?:จ่าย|เอกสาร)|บริจาค(?:เงิน|สิ่งของ)?|ถ่ายทอดความรู้)"
)
_WITH = rf"(?P<with>กับ)(?= ?(?:{_PEOPLE}))"
_GIVEN_WITH = re.compile(rf"{_GIVING}(?:ให้)?{_WITH}")
_FOR_WITH = re.compile(rf"ให้{_WITH}")
"""Everybody writes so; only a hint."""
_TOLD_WITH = re.compile(rf"(?:เสนอ|แจ้ง|ยื่น(?:คำขอ|คำร้อง|หนังสือ|เรื่อง)?|ร้องเรียน){_WITH}")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage, found in unquoted(paper, _TO_ROYALTY):
        yield Fault.of_match(
            passage,
            found,
            message=_("“แด่” ใช้กับพระราชวงศ์และพระสงฆ์"),
            hint=_("กับบุคคลทั่วไปเขียน “แก่”"),
        )
    told = set[tuple[int, int]]()
    for pattern, right in ((_GIVEN_WITH, "แก่"), (_TOLD_WITH, "ต่อ")):
        for passage, found in unquoted(paper, pattern):
            yield Fault(
                passage=passage,
                start=found.start(),
                end=found.end("with"),
                message=_("“{text}” ใช้ “กับ” ไม่ตรงความหมาย").format(text=found[0]),
                hint=_("เขียน “{right}” เพราะ “กับ” ใช้เมื่อทำด้วยกัน").format(right=right),
            )
            told.add((id(passage), found.end("with")))
    for passage, found in unquoted(paper, _FOR_WITH):
        if (id(passage), found.end("with")) not in told:
            yield Fault(
                passage=passage,
                start=found.start(),
                end=found.end("with"),
                message=_("“{text}” ใช้ “กับ” ไม่ตรงความหมาย").format(text=found[0]),
                hint=_("เขียน “{right}” เพราะ “กับ” ใช้เมื่อทำด้วยกัน").format(right="แก่"),
                severity=Severity.INFO,
            )


RULE = Rule(
    code="B23",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ใช้ กับ แก่ แด่ ต่อ ให้ตรงความหมาย",
    why="กับ ใช้เมื่อทำด้วยกัน แก่ ใช้หน้าผู้รับ แด่ ใช้กับพระราชวงศ์และพระสงฆ์ ต่อ ใช้เมื่อมุ่งไปยังผู้นั้น เช่น เสนอต่อ ยื่นต่อ",
    wrong="มอบเกียรติบัตรแด่ผู้เข้ารับการอบรม",
    right="มอบเกียรติบัตรแก่ผู้เข้ารับการอบรม",
    source="เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร",
    find=find,
)
