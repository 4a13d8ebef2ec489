"""B16: a construction of two parts of which the second is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import FILLED_LATER, Paper

_REACH = 200
_OPENERS = (
    (re.compile(r"ไม่ว่าจะ"), re.compile("หรือ|ก็ตาม|ใด|อย่างไร|ไหน|และ|กี่|เพียง|ก็|เมื่อ|มาก|ไร|[,/]"), "ไม่ว่าจะ…หรือ…"),
    (
        re.compile(
            r"หาอาจ(?<!ปัญหาอาจ)(?<!เนื้อหาอาจ)(?<!จัดหาอาจ)(?<!สรรหาอาจ)(?<!กล่าวหาอาจ)(?<!ค้นหาอาจ)(?<!แสวงหาอาจ)"
        ),
        re.compile("ไม่"),
        "หาอาจ…ได้ไม่",
    ),
    (re.compile(r"แต่อย่าง(?=\s|\Z)"), re.compile(r"\A\s*ใด"), "แต่อย่างใด"),
    (re.compile(r"มิอาจ(?<!ภูมิอาจ)(?<!รัศมิอาจ)"), re.compile("ได้|ให้"), "มิอาจ…ได้"),
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for opener, closer, whole in _OPENERS:
        for passage, found in unquoted(paper, opener):
            rest = passage.seen[found.end() : found.end() + _REACH]
            if not closer.search(rest) and FILLED_LATER not in rest:
                yield Fault.of_match(
                    passage,
                    found,
                    message=_("“{text}” ยังไม่มีคำที่ต้องใช้คู่กัน").format(text=found[0]),
                    hint=_("เขียนให้ครบคู่: {whole}").format(whole=whole),
                )


RULE = Rule(
    code="B16",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="คำที่ใช้เป็นคู่ต้องมีครบทั้งสองส่วน",
    why="ผู้อ่านรอส่วนหลังของ “ไม่ว่าจะ…หรือ” “มิอาจ…ได้” “หาอาจ…ได้ไม่” ถ้าไม่มี ความจะค้างและเข้าใจเป็นตรงกันข้ามได้",
    wrong="กรมมิอาจอนุมัติ",
    right="กรมมิอาจอนุมัติได้",
    source="เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร",
    find=find,
)
