"""B18: the writer as ผม, หนู, เรา or ฉัน."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_DOES = (
    "ได้|จะ|ขอ|จึง|ใคร่|เห็น|ต้อง|ไม่|มีความ|ประสงค์|ในฐานะ|และคณะ|อยาก|พิจารณา|ตรวจสอบ|แจ้ง|ดำเนินการ|ยินดี|เสนอ|ทราบ"
    "|พร้อม| "
)
_WRITER = re.compile(rf"(?:พวกเรา|เรา|ผม|ฉัน)(?={_DOES})|หนู(?=ขอ|จะ|ได้ขอ|อยาก|ใคร่|มีความประสงค์)")
_WORD_GOES_ON = re.compile(r"[ก-๎]$")
_OPENINGS = ("ด้วย", "เนื่องจาก", "ตามที่", "ทาง")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage, found in unquoted(paper, _WRITER):
        before = passage.seen[max(0, found.start() - 10) : found.start()]
        if _WORD_GOES_ON.search(before) and not before.endswith(_OPENINGS):
            continue
        yield Fault.of_match(
            passage,
            found,
            message=_("“{text}” เป็นสรรพนามในภาษาพูด").format(text=found[0]),
            hint=_("ใช้ชื่อส่วนราชการ ถ้าเขียนในนามบุคคลใช้ ข้าพเจ้า กระผม หรือดิฉัน"),
        )


RULE = Rule(
    code="B18",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ผู้เขียนไม่เรียกตนเองว่า ผม หนู เรา ฉัน",
    why="หนังสือราชการพูดในนามส่วนราชการ จึงใช้ชื่อส่วนราชการ บุคคลใช้ ข้าพเจ้า กระผม หรือดิฉัน ตามภาคผนวก ๒",
    wrong="เราได้พิจารณาแล้วเห็นว่า",
    right="กรมส่งเสริมสหกรณ์ได้พิจารณาแล้วเห็นว่า",
    source="เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร และภาคผนวก ๒ ของระเบียบว่าด้วยงานสารบรรณ",
    find=find,
)
