"""B08: an answer is asked for in the text and not in the last paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.purposes import final
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import FILLED_LATER, Paper

_ANSWER = re.compile(
    r"(?:ขอให้|ขอได้โปรด|ขอความกรุณา|โปรด|กรุณา)(?:พิจารณา)?(?:แจ้ง(?:ผล|ตอบ|ยืนยัน|รายชื่อ)|ตอบกลับ|แจ้งให้[ก-๎]{1,40}ทราบ)"
)
_COVERED = re.compile("แจ้ง|ตอบ|ผล|ดำเนินการ|รายชื่อ")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    last = final(paper)
    if not last:
        return
    conclusion = " ".join(one.seen for one in last)
    if _COVERED.search(conclusion) or FILLED_LATER in conclusion:
        return
    for passage in paper.body[: -len(last)]:
        found = _ANSWER.search(passage.seen)
        if found:
            yield Fault.of_match(
                passage,
                found,
                message=_("ข้อความขอคำตอบ “{text}” แต่ภาคสรุปไม่ได้กล่าวถึง").format(text=found[0]),
                hint=_("เติมในภาคสรุป เช่น จึงเรียนมาเพื่อโปรดพิจารณา แล้วแจ้งผลให้ทราบด้วย"),
            )
            return


RULE = Rule(
    code="B08",
    severity=Severity.INFO,
    basis=Basis.PRACTICE,
    title="ขอสองอย่าง ให้ภาคสรุปบอกครบทั้งสองอย่าง",
    why="ผู้รับที่อ่านแต่ภาคสรุปจะพิจารณาแล้วเก็บเรื่อง โดยไม่รู้ว่าต้องแจ้งผลกลับด้วย",
    wrong="…พร้อมทั้งโปรดแจ้งผลภายในวันที่ ๓๐ มิถุนายน ๒๕๖๖\nจึงเรียนมาเพื่อโปรดพิจารณา",
    right="…\nจึงเรียนมาเพื่อโปรดพิจารณา แล้วแจ้งผลให้ทราบภายในวันที่ ๓๐ มิถุนายน ๒๕๖๖ ด้วย",
    source="เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
