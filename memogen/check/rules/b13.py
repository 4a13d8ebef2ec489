"""B13: a paragraph longer than a reader can hold."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import width
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_TOO_LONG = 760
"""Letters of 16 points in eight lines of 16 cm."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.body:
        if len(passage.seen) > _TOO_LONG and width(passage.seen) > _TOO_LONG:
            yield Fault(
                passage=passage,
                end=len(passage.seen),
                message=_("ย่อหน้านี้ยาวเกินแปดบรรทัด"),
                hint=_("แยกเป็นย่อหน้าละประเด็น หรือแยกเป็นข้อ"),
            )


RULE = Rule(
    code="B13",
    severity=Severity.INFO,
    basis=Basis.TASTE,
    title="ย่อหน้าหนึ่งมีประเด็นเดียว และไม่ควรยาวเกินแปดบรรทัด",
    why="ย่อหน้ายาวมักมีหลายประเด็นปนกัน ผู้อ่านจับใจความไม่ได้และอาจสั่งการไม่ครบ",
    wrong="ย่อหน้าเดียว ๑๒ บรรทัด เล่าทั้งเรื่องเดิม ข้อเท็จจริง และข้อเสนอ",
    right="สามย่อหน้า: เรื่องเดิม ข้อเท็จจริง และข้อเสนอ",
    source="ข้อแนะนำให้อ่านง่าย และคู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED),
)
