"""D01: one number in two kinds of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_MIXED = re.compile(
    r"(?<![0-9๐-๙])(?<![0-9๐-๙][.,/:])(?=[0-9.,/:]*[๐-๙])(?=[๐-๙.,/:]*[0-9])[0-9๐-๙](?:[.,/:]?[0-9๐-๙])*"
)
"""Not begun again inside a number, which would look at a long one from each of its digits."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        for found in _MIXED.finditer(passage.seen):
            right = thai.to_thai_digits(found[0])
            yield Fault.of_match(
                passage,
                found,
                message=_("เลขไทยปนกับเลขอารบิก “{text}”").format(text=found[0]),
                hint=right,
                fix=right,
            )


RULE = Rule(
    code="D01",
    severity=Severity.ERROR,
    basis=Basis.CABINET,
    title="จำนวนหนึ่งเขียนด้วยเลขชนิดเดียว",
    why=(
        "จำนวนที่มีทั้งเลขไทยและเลขอารบิกเกิดจากการแก้หนังสือฉบับเก่าทีละตัว แบบอักษร TH SarabunIT๙ "
        "วาดเลขอารบิกเป็นรูปเลขไทย จึงมองไม่เห็นจนกว่าจะส่งไฟล์ให้ผู้อื่น"
    ),
    wrong="วันที่ ๒๗ มีนาคม ๒๕๖6",
    right="วันที่ ๒๗ มีนาคม ๒๕๖๖",
    source="มติคณะรัฐมนตรีให้ส่วนราชการใช้เลขไทยในหนังสือราชการ",
    find=find,
)
