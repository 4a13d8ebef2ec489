"""B04: text that goes on after นั้น in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.paragraphs import known_opening
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_GOES_ON = re.compile(
    r"(?<=[ \t])นั้น(?=[ \t]+\S[^\n]{29})|(?<=แล้ว)นั้น(?=[ \t]+(?:บัดนี้|ในการนี้|[ก-๎]{3,60}(?:พิจารณาแล้ว|ขอเรียน|จึง)))"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.body:
        found = _GOES_ON.search(passage.seen) if known_opening(passage.seen) else None
        if found:
            yield Fault.of_match(
                passage,
                found,
                message=_("มีความต่อหลัง “นั้น” ในย่อหน้าเดียวกัน"),
                hint=_("ขึ้นย่อหน้าใหม่หลัง “นั้น”"),
            )


RULE = Rule(
    code="B04",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="จบ “นั้น” แล้วขึ้นย่อหน้าใหม่",
    why="ความก่อน “นั้น” เป็นเรื่องที่รู้กันแล้ว ความหลังเป็นเรื่องใหม่ แยกย่อหน้าแล้วผู้รับหาเรื่องใหม่พบทันที",
    wrong="ตามที่กรมตัวอย่างขอวิทยากร นั้น กรมพิจารณาแล้วยินดีให้ความอนุเคราะห์วิทยากร",
    right="ตามที่กรมตัวอย่างขอวิทยากร นั้น\nกรมพิจารณาแล้วยินดีให้ความอนุเคราะห์วิทยากร",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
