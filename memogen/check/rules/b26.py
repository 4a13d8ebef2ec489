"""B26: an abbreviation that is explained only after it was used."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Passage

_SHORT = r"[ก-ฮ]{1,6}\.(?:[ก-ฮ]{1,4}\.){0,4}|[A-Z]{3,8}"
_LEAD = "(?:ต่อไปนี้เรียกว่า|เรียกโดยย่อว่า|ชื่อย่อ|ย่อว่า|สำนักงาน|คณะกรรมการ)?"
_EXPLAINED = re.compile(rf"(?<=[ก-๎A-Za-z]) ?\({_LEAD} ?[“\"]?(?P<short>{_SHORT})[”\"]?\)")
_USED = re.compile(rf"(?<![ก-๎A-Za-z.(“\"/@-])(?:{_SHORT})(?![A-Za-z@.-])")
_COMMON = "พ.ศ. ค.ศ. ร.ศ. น. โทร. ดร. ผศ. รศ. ศ. ม. ร.ต. ส.ต. พ.ต. จ.ส. อ. จ. ต. ถ. ม.ค. ก.พ. มี.ค. เม.ย."
_NEED_NO_NAME = frozenset(_COMMON.split())

_LONGEST_NAME = 80


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    used: dict[str, tuple[Passage, re.Match[str]]] = {}
    explained: set[str] = set()
    for passage in paper.body:
        for found in heapq.merge(
            _USED.finditer(passage.seen), _explained(passage.seen), key=lambda one: one.start()
        ):
            if found.re is _USED:
                used.setdefault(found[0], (passage, found))
            elif found["short"] not in explained:
                explained.add(found["short"])
                if found["short"] in used:
                    yield _fault(*used[found["short"]])


def _explained(text: str) -> Iterator[re.Match[str]]:
    """The abbreviations in brackets after what they stand for."""
    found_all = _EXPLAINED.finditer(text) if "(" in text else ()
    return (found for found in found_all if found["short"] not in _NEED_NO_NAME and _stands_for(found))


def _stands_for(found: re.Match[str]) -> bool:
    """Whether the Thai letters of an abbreviation stand in that order in the words before it."""
    short = found["short"]
    letters = iter(found.string[max(0, found.start() - _LONGEST_NAME) : found.start()])
    return short.isascii() or all(letter in letters for letter in short if letter.isalpha())


def _fault(passage: Passage, found: re.Match[str]) -> Fault:
    return Fault.of_match(
        passage,
        found,
        message=_("ใช้ชื่อย่อ “{short}” ก่อนชื่อเต็ม").format(short=found[0]),
        hint=_("ย้ายชื่อเต็มพร้อมชื่อย่อในวงเล็บมาไว้ครั้งแรก"),
    )


RULE = Rule(
    code="B26",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เขียนชื่อเต็มก่อนชื่อย่อ",
    why="ชื่อเต็มพร้อมชื่อย่อในวงเล็บต้องอยู่ครั้งแรกที่กล่าวถึง ผู้อ่านจึงรู้ว่าชื่อย่อต่อจากนั้นหมายถึงใคร",
    wrong="กพร. แจ้งผลแล้ว … กลุ่มพัฒนาระบบบริหาร (กพร.)",
    right="กลุ่มพัฒนาระบบบริหาร (กพร.) แจ้งผลแล้ว … กพร.",
    source="แนวปฏิบัติของส่วนราชการ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED, Kind.ORDER, Kind.ANNOUNCEMENT),
)
