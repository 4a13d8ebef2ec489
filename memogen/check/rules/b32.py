"""B32: two matters in one letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import known_subject
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_ACTS = "ขออนุมัติ|ขออนุญาต|ขอความอนุเคราะห์|ขอเชิญ|ขอส่ง|รายงานผล|แจ้งผล|ขอเบิก|ขอจ้าง|ขอซื้อ|ขอยืม|ขอลา"
_TWO_ACTS = re.compile(rf"(?P<first>{_ACTS})(?P<what>[^\n]{{6,120}}?)[ ]?(?P<and>และ[ ]?(?P<second>{_ACTS}))")
_ANOTHER = re.compile(r"(?:อีก(?:เรื่อง|ประการ)หนึ่ง|เรื่องที่สอง)(?=[ ]|ขอ|คือ)")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    known = known_subject(paper)
    two = _TWO_ACTS.search(known[1]) if known else None
    if known and two and two["first"] != two["second"]:
        yield Fault.of_field(
            known[0],
            _("เรื่องนี้มีสองเรื่อง: “{first}” และ “{second}”").format(first=two["first"], second=two["second"]),
            _("ถ้าเป็นคนละเรื่อง แยกเป็นหนังสือสองฉบับ จะลงทะเบียนและเก็บเข้าแฟ้มได้ถูก"),
        )
    for passage in paper.body:
        another = _ANOTHER.search(passage.seen)
        if another:
            yield Fault(
                passage=passage,
                start=another.start(),
                end=another.end(),
                message=_("“{text}” แสดงว่าหนังสือมีมากกว่าหนึ่งเรื่อง").format(text=another[0]),
                hint=_("ถ้าเป็นคนละเรื่อง แยกเป็นหนังสือสองฉบับ"),
            )


RULE = Rule(
    code="B32",
    severity=Severity.INFO,
    basis=Basis.PRACTICE,
    title="หนังสือฉบับหนึ่งมีเรื่องเดียว",
    why="ทะเบียนและแฟ้มเก็บหนังสือตามเรื่อง หนังสือสองเรื่องเก็บเข้าแฟ้มได้ทางเดียว และสั่งการไม่ครบทั้งสองเรื่อง",
    wrong="เรื่อง ขอเชิญประชุมชี้แจงแผน และขอยืมรถยนต์ราชการ",
    right="เรื่อง ขอเชิญประชุมชี้แจงแผน (เรื่องยืมรถทำอีกฉบับหนึ่ง)",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์ ส่วนหนังสือภาษาอังกฤษ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
