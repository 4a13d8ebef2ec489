"""B28: sums and products that do not come out."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.sums import wrong_sums
from memogen.findings import Severity
from memogen.paper import Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for wrong in wrong_sums(paper):
        right = thai.to_thai_digits(f"{wrong.right.normalize():,f}")
        yield Fault(
            passage=wrong.passage,
            start=wrong.start,
            end=wrong.end,
            message=_("ยอด “{text}” ไม่ตรงกับที่คำนวณได้").format(text=wrong.text),
            hint=_("คำนวณจากรายการได้ {right} กรุณาตรวจสอบยอดและรายการ").format(right=right),
            severity=None if wrong.sure else Severity.WARNING,
        )


RULE = Rule(
    code="B28",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="ยอดรวมและผลคูณตรงกับรายการ",
    why="ยอดที่ไม่ตรงกับรายการทำให้อนุมัติวงเงินผิดและเบิกจ่ายไม่ได้ มักเกิดจากแก้รายการหนึ่งแล้วลืมแก้ยอดรวม",
    wrong="จำนวน ๕ เครื่อง เครื่องละ ๓๐,๐๐๐ บาท เป็นเงิน ๑๒๐,๐๐๐ บาท",
    right="จำนวน ๕ เครื่อง เครื่องละ ๓๐,๐๐๐ บาท เป็นเงิน ๑๕๐,๐๐๐ บาท",
    source="คำนวณจากตัวเลขที่เขียนในหนังสือ",
    find=find,
)
