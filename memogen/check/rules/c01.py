"""C01: words that letters often misspell."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.spelling import MISSPELT
from memogen.findings import Severity
from memogen.paper import Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        for found, right in MISSPELT.wrong_words(passage.seen):
            yield Fault.of_match(
                passage,
                found,
                message=_("“{text}” สะกดผิด").format(text=found[0]),
                hint=right,
                fix=right,
            )


RULE = Rule(
    code="C01",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="สะกดคำตามพจนานุกรม",
    why=(
        "คำในรายการนี้สะกดผิดบ่อยในหนังสือราชการ เช่น กฏหมาย อนุญาติ ปรากฎ โปรแกรมพิมพ์ส่วนใหญ่ไม่เตือน "
        "ชื่อบุคคลและชื่อบริษัทสะกดตามที่จดทะเบียนจึงไม่นับ"
    ),
    wrong="ขออนุญาติใช้ห้องประชุม",
    right="ขออนุญาตใช้ห้องประชุม",
    source="พจนานุกรม ฉบับราชบัณฑิตยสถาน",
    find=find,
)
