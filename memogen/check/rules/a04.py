"""A04: closings that the regulation does not have."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import addressee, monk_closings
from memogen.check.closings import OF_SALUTATION, RESPECT, odd_closings
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for closing in odd_closings(paper):
        if paper.kind is Kind.MEMO and closing.words.startswith(RESPECT):
            continue  # H02 tells that a memo has no closing
        yield Fault(
            passage=closing.passage,
            start=closing.start,
            end=closing.end,
            message=_("“{text}” ไม่ใช่คำลงท้ายตามระเบียบ").format(text=closing.words),
            hint=_("ลบออก บันทึกข้อความไม่มีคำลงท้าย")
            if paper.kind is Kind.MEMO
            else _("ใช้ {words}").format(words=_right(paper)),
        )


def _right(paper: Paper) -> str:
    to = addressee(paper)
    monks = monk_closings(to.name) if to else ()
    return monks[0] if monks else OF_SALUTATION.get((to.asked or to.word) if to else "", RESPECT)


RULE = Rule(
    code="A04",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="คำลงท้ายเป็นถ้อยคำที่ระเบียบกำหนด",
    why="คำลงท้ายอย่าง “ด้วยความเคารพอย่างสูง” สุภาพแต่ไม่มีในภาคผนวก ๒ หนังสือถึงบุคคลธรรมดาลงท้าย ขอแสดงความนับถือ",
    wrong="ด้วยความเคารพอย่างสูง",
    right="ขอแสดงความนับถือ",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ภาคผนวก ๒",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
