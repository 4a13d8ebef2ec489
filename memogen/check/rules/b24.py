"""B24: อนุมัติ, อนุญาต and เห็นชอบ asked for by turns in one matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.purposes import final
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Part

_ASKED = re.compile(
    r"(?:ขอ(?:ความ)?|พิจารณา(?:ให้ความ)?)(?P<act>อนุมัติ|อนุญาต|เห็นชอบ)(?:ให้)?[ ]?(?P<what>[ก-๎]{6})"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    last = final(paper)
    subject_and_last = " ".join((paper.value(Part.SUBJECT), *(one.seen for one in last)))
    asked = {found["what"]: found["act"] for found in _ASKED.finditer(subject_and_last)}
    for passage in paper.body[: len(paper.body) - len(last)]:
        for found in _ASKED.finditer(passage.seen):
            act = asked.setdefault(found["what"], found["act"])
            if act != found["act"]:
                yield Fault(
                    passage=passage,
                    start=found.start(),
                    end=found.end("act"),
                    message=_("เรื่องเดียวกันใช้ทั้ง “{act}” และ “{other}”").format(act=found["act"], other=act),
                    hint=_("ใช้คำเดียวกันทั้งฉบับ: อนุมัติ (ให้ทำตามอำนาจ) อนุญาต (ยอมให้ทำ) เห็นชอบ (เห็นด้วย)"),
                )


RULE = Rule(
    code="B24",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เรื่องเดียวกันใช้คำเดียวระหว่าง อนุมัติ อนุญาต และเห็นชอบ",
    why="สามคำนี้เป็นการสั่งการต่างกันและใช้อำนาจต่างกัน ถ้าใช้ปนกันผู้มีอำนาจไม่รู้ว่าต้องสั่งอย่างไร",
    wrong="กองแผนงานขออนุญาตเดินทางไปราชการ\nจึงเรียนมาเพื่อโปรดพิจารณาอนุมัติเดินทางไปราชการ",
    right="กองแผนงานขออนุมัติเดินทางไปราชการ\nจึงเรียนมาเพื่อโปรดพิจารณาอนุมัติเดินทางไปราชการ",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์ ซึ่งแยกข้อเสนอ เห็นชอบ อนุมัติ และอนุญาต",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
