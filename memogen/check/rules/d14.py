"""D14: what is asked for lies before the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import dates, letter_date
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_PAST_MATTER = re.compile(r"[\s0-9๐-๙.]*(?:ตาม|อนุสนธิ|ด้วย|เนื่องจาก|อ้างถึง|เรื่องเดิม|ต้นเรื่อง)")
_ASKED = re.compile(
    r"(?:โปรด|ขอให้|จึงขอ|ขอเชิญ|ขอความ|จะจัด|จะดำเนิน|จะประชุม|กำหนดจะ|มีกำหนด|เห็น(?:สม)?ควร|จึงให้|ลงทะเบียนได้|สมัครได้)"
)
_DONE = re.compile(
    r"แล้ว|นั้น|ได้(?:จัด|ดำเนิน|รับ|แจ้ง|ขอ|ส่ง|กำหนด|มี|รายงาน|เสนอ|ประชุม)|ลงวันที่|ประกาศ ณ|เมื่อ|ตั้งแต่|ระหว่าง|มาจาก"
)
_DEADLINE = re.compile(r"(?:ภายใน|ก่อน|ไม่เกิน|ไม่ช้ากว่า)(?:วันที่)? *\Z")
_EVENT = re.compile(r"(?:ใน|กำหนด)(?:วันที่)? *\Z")
_REACH = 200
_DEADLINE_REACH = 400
"""What is asked may be told at length before the day until when."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    written = letter_date(paper)
    if written is None:
        return
    for passage in paper.body:
        text = passage.seen
        if _PAST_MATTER.match(text) or not _ASKED.search(text):
            continue
        for found in dates(text):
            if found.day is None or found.day >= written:
                continue
            is_deadline = _DEADLINE.search(text[max(0, found.start - _REACH) : found.start]) is not None
            reach = _DEADLINE_REACH if is_deadline else _REACH
            before = text[max(0, found.start - reach) : found.start]
            asked = list(_ASKED.finditer(before))
            if not asked or not (is_deadline or _EVENT.search(before)):
                continue
            if _DONE.search(before, asked[-1].start()):
                continue
            yield Fault(
                passage=passage,
                start=found.start,
                end=found.end,
                message=_("“{text}” ผ่านไปแล้วก่อนวันที่ของหนังสือ ({written})").format(
                    text=text[found.start : found.end], written=thai.long_date(written)
                ),
                hint=_("ตรวจสอบวันที่ของหนังสือและวันที่ที่ขอให้ดำเนินการ โดยเฉพาะปี"),
                severity=None if is_deadline else Severity.WARNING,
            )


RULE = Rule(
    code="D14",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="กำหนดที่ขอให้ทำไม่อยู่ก่อนวันที่ของหนังสือ",
    why="ผู้รับทำสิ่งที่ขอไม่ได้ถ้ากำหนดผ่านไปแล้ว มักเกิดจากใช้หนังสือเดิมแล้วลืมแก้ปี หรือหนังสือค้างรอลงนามจนเลยกำหนด",
    wrong="(หนังสือลงวันที่ ๒๗ มีนาคม ๒๕๖๖) โปรดส่งรายงานภายในวันที่ ๑๐ มีนาคม ๒๕๖๖",
    right="โปรดส่งรายงานภายในวันที่ ๑๐ เมษายน ๒๕๖๖",
    source="เทียบวันที่ในข้อความกับวันที่ของหนังสือ",
    find=find,
)
