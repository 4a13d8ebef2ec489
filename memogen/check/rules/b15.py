"""B15: a list with และ before every item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_AND_AND = re.compile(r"(?<![ก-๎])[ก-๎]{2,80} และ(?:(?!และ)[ก-๎]){2,25} และ[ก-๎]{2,40}")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage, found in unquoted(paper, _AND_AND):
        yield Fault.of_match(
            passage,
            found,
            message=_("รายการ “{text}” ใช้ “และ” คั่นทุกรายการ").format(text=found[0]),
            hint=_("เว้นวรรคระหว่างรายการ ใช้ “และ” หน้ารายการสุดท้ายเพียงแห่งเดียว"),
        )


RULE = Rule(
    code="B15",
    severity=Severity.INFO,
    basis=Basis.PRACTICE,
    title="รายการหลายอย่างใช้ “และ” หน้ารายการสุดท้ายเพียงแห่งเดียว",
    why="“และ” หน้าทุกรายการทำให้ไม่รู้ว่ารายการจบที่ใด และรายการใดเป็นคู่กัน",
    wrong="จัดเตรียม เอกสาร และอุปกรณ์ และสถานที่",
    right="จัดเตรียมเอกสาร อุปกรณ์ และสถานที่",
    source="เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร",
    find=find,
)
