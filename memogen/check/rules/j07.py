"""J07: a subject that asks for one thing, and a last paragraph that asks for another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.purposes import ASKING, DECISIVE, final
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import known_subject
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import FILLED_LATER, Paper

_ASKS = re.compile("|".join(sorted(ASKING, key=len, reverse=True)))
_HELP = re.compile(r"ขอ(?:ให้|ได้โปรด)?(?P<sign>ลงนาม)|ขอความอนุเคราะห์")
"""What is asked for by these may be worded in many ways, only not as a matter told."""
_ONLY_TOLD = re.compile(r"จึงเรียนมาเพื่อ(?:โปรด)?ทราบ\s*$")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    known = known_subject(paper)
    last = final(paper)
    text = " ".join(passage.seen for passage in last)
    asks = _ASKS.match(known[1]) if known else None
    helps = _HELP.match(known[1]) if known and _ONLY_TOLD.search(text) else None
    if not (asks or helps) or not last:
        return
    wanted = ASKING[asks[0]] if asks else _wanted(helps)
    others = [act for act in DECISIVE if act in text]
    if wanted in text or FILLED_LATER in text or not (others or _ONLY_TOLD.search(text)):
        return
    passage = last[0]
    yield Fault(
        passage=passage,
        start=len(passage.seen) - len(passage.seen.lstrip()),
        end=len(passage.seen.rstrip()),
        message=_("เรื่องขอให้{wanted} แต่ภาคสรุปไม่ได้ขอ").format(wanted=wanted),
        hint=_("เขียนภาคสรุปให้ตรงกับเรื่อง เช่น จึงเรียนมาเพื่อโปรดพิจารณา{wanted}").format(wanted=wanted),
    )


def _wanted(helps: re.Match[str] | None) -> str:
    return "ลงนาม" if helps and helps["sign"] else "ให้ความอนุเคราะห์"


RULE = Rule(
    code="J07",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เรื่องกับภาคสรุปขอสิ่งเดียวกัน",
    why="ผู้มีอำนาจอ่านเรื่องกับย่อหน้าสุดท้ายก่อน ถ้าเรื่องขออนุมัติแต่ย่อหน้าสุดท้ายเพียงแจ้งให้ทราบ จะสั่งการไม่ได้",
    wrong="เรื่อง ขออนุมัติเดินทางไปราชการ\nจึงเรียนมาเพื่อโปรดทราบ",
    right="เรื่อง ขออนุมัติเดินทางไปราชการ\nจึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ",
    source="แนวปฏิบัติของส่วนราชการ: คู่มือการเขียนหนังสือราชการ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
