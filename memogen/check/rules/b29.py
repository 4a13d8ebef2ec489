"""B29: an amount in figures that is not the amount in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Passage

_AMOUNT = r"(?<![0-9๐-๙.,/])(?P<figures>[0-9๐-๙][0-9๐-๙,]*(?:\.[0-9๐-๙]+)?)"
_MARKS = r"[-–= ]*"
_FIGURES_FIRST = re.compile(
    rf"{_AMOUNT} *(?:-|\.-)? *บาท(?:ถ้วน)? *\({_MARKS}(?:ตัวอักษร)?{_MARKS}(?P<words>[ก-๎ ]{{2,200}}){_MARKS}\)"
)
_WORDS_FIRST = re.compile(
    r"(?P<words>(?:ลบ|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่สิบ|เอ็ด|ร้อย|พัน|หมื่น|แสน|ล้าน|ศูนย์){1,60}บาท[ก-๎]{0,40})"
    rf" *\( *{_AMOUNT} *(?:บาท)? *\)"
)
_MONEY = re.compile("บาท|สตางค์|ถ้วน")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        if "บาท" in passage.seen and "(" in passage.seen:
            for pattern in (_FIGURES_FIRST, _WORDS_FIRST):
                for found in pattern.finditer(passage.seen):
                    yield from _judged(passage, found)


def _judged(passage: Passage, found: re.Match[str]) -> Iterator[Fault]:
    typed = "".join(found["words"].split())
    if not _MONEY.search(typed):
        return
    try:
        readings = thai.baht_readings(found["figures"])
    except thai.AmountError:
        return  # commas astray are D16's
    if typed in readings or f"{typed}ถ้วน" in readings:
        return
    yield Fault.of_match(
        passage,
        found,
        message=_("จำนวนเงิน “{figures}” กับตัวอักษร “{words}” ไม่ตรงกัน").format(
            figures=found["figures"], words=found["words"].strip()
        ),
        hint=_("{figures} บาท อ่านว่า {words}").format(
            figures=found["figures"], words=thai.baht_text(found["figures"])
        ),
    )


RULE = Rule(
    code="B29",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="จำนวนเงินเป็นตัวเลขตรงกับตัวอักษรในวงเล็บ",
    why="ถ้าตัวเลขกับตัวอักษรไม่ตรงกัน ฝ่ายการเงินเบิกจ่ายไม่ได้และต้องส่งคืน รับทั้งคำอ่าน “เอ็ด” และ “หนึ่ง” ท้ายหลักร้อยขึ้นไป",
    wrong="เป็นเงิน ๑๕,๐๐๐ บาท (หนึ่งหมื่นห้าร้อยบาทถ้วน)",
    right="เป็นเงิน ๑๕,๐๐๐ บาท (หนึ่งหมื่นห้าพันบาทถ้วน)",
    source="เทียบจำนวนเงินที่เป็นตัวเลขกับตัวอักษรในหนังสือ",
    find=find,
)
