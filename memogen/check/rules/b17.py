"""B17: the particles of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.kept import addresses, is_within, names
from memogen.check.prose import unquoted
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.words.particles import PARTICLES
from memogen.findings import Severity
from memogen.paper import Paper

_END = "(?![ก-๎])"
_PARTICLE = re.compile(
    rf"นะ(?:ครับ(?:ผม)?|ค่ะ|คะ|จ๊ะ|จ้ะ){_END}|ครับ(?:ผม)?{_END}|ค่ะ{_END}|จ้ะ{_END}|จ๊ะ{_END}"
    rf"|(?:ไหม|หรือไม่|หรือยัง|แล้ว)(?:ค่ะ|คะ){_END}|คะ{_END}(?<![^\s]คะ)"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage, found in unquoted(paper, _PARTICLE):
        text = passage.seen
        if found[0] in PARTICLES or any(is_within(kept(text), *found.span()) for kept in (addresses, names)):
            continue  # misspelt ones are C19's
        yield Fault.of_match(
            passage,
            found,
            message=_("“{text}” เป็นคำลงท้ายในภาษาพูด").format(text=found[0]),
            hint=_("ตัดออก หนังสือราชการสุภาพด้วยคำว่า โปรด ขอ และคำลงท้ายตามแบบ"),
        )


RULE = Rule(
    code="B17",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ไม่ใช้ ครับ ค่ะ คะ นะคะ ในหนังสือราชการ",
    why="หนังสือราชการเป็นถ้อยคำของส่วนราชการ ไม่ใช่คำพูดของคนหนึ่ง ความสุภาพอยู่ที่คำขึ้นต้น คำลงท้าย และคำว่า โปรด",
    wrong="จึงเรียนมาเพื่อโปรดพิจารณาค่ะ",
    right="จึงเรียนมาเพื่อโปรดพิจารณา",
    source="แนวปฏิบัติของส่วนราชการในการใช้ภาษาราชการ",
    find=find,
)
