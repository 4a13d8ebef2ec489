"""B14: one relative word again and again in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_WHICH = re.compile(r"ซึ่ง(?!กัน)")
_TIMES = 3
_REACH = 200
"""Letters of a long sentence."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    every = list(unquoted(paper, _WHICH))
    told: tuple[int, int] = (0, 0)
    for (passage, first), (other, last) in zip(every, every[_TIMES - 1 :], strict=False):
        is_near = passage is other and last.end() - first.start() <= _REACH
        if not is_near or "\n" in passage.seen[first.start() : last.end()]:
            continue
        if told[0] == id(passage) and first.start() < told[1]:
            continue
        told = (id(passage), last.end())
        yield Fault(
            passage=passage,
            start=first.start(),
            end=last.end(),
            message=_("ใช้ “ซึ่ง” ซ้อนกันหลายครั้งในประโยคเดียว"),
            hint=_("แบ่งเป็นหลายประโยค หรือเปลี่ยนเป็น ที่ และ โดย ตามความ"),
        )


RULE = Rule(
    code="B14",
    severity=Severity.INFO,
    basis=Basis.PRACTICE,
    title="ไม่ใช้คำเชื่อมคำเดียวซ้ำหลายครั้งในประโยคเดียว",
    why="“ซึ่ง…ซึ่ง…ซึ่ง” ทำให้ผู้อ่านไม่รู้ว่าขยายคำใด ประโยคสั้นหลายประโยคอ่านเข้าใจกว่า",
    wrong="กองแผนงานซึ่งเป็นเจ้าของเรื่องซึ่งได้รับมอบหมายซึ่งต้องรายงานทุกเดือน",
    right="กองแผนงานเป็นเจ้าของเรื่องและได้รับมอบหมายให้รายงานทุกเดือน",
    source="เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร",
    find=find,
)
