"""A10: an abbreviated position in the salutation of an external letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import addressee
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_SHORT = re.compile(r"(?:รอง|ปลัด|หัวหน้า|นายก|ผู้อำนวยการ)?[ ]?(?P<short>[ก-ฮ]{2,5}\.(?:[ก-ฮ]{1,5}\.)*)")
_TITLES = re.compile(r"(?:นพ|พญ|ทพ|ทญ|ดร|ศ|รศ|ผศ|นส|พล|ภก|ภญ|สพ|กร|พท)\.|(?:[ก-ฮ]\.)")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to = addressee(paper)
    short = _SHORT.match(to.name) if to else None
    if to and short and not _TITLES.match(short["short"]):
        yield Fault(
            passage=to.field.passage,
            start=to.start + short.start("short"),
            end=to.start + short.end("short"),
            message=_("“{text}” เป็นชื่อย่อ หนังสือภายนอกเขียนตำแหน่งเต็ม").format(text=short["short"]),
            hint=_("เขียนตำแหน่งและชื่อหน่วยงานเต็ม"),
        )


RULE = Rule(
    code="A10",
    severity=Severity.INFO,
    basis=Basis.PRACTICE,
    title="หนังสือภายนอกเขียนตำแหน่งผู้รับเต็ม",
    why="ชื่อย่ออย่าง ผอ.กพร. คนนอกหน่วยงานอาจไม่รู้จัก ใช้ได้เฉพาะบันทึกภายใน",
    wrong="เรียน ผวจ.ตัวอย่าง",
    right="เรียน ผู้ว่าราชการจังหวัดตัวอย่าง",
    source="แนวปฏิบัติของส่วนราชการ",
    find=find,
    kinds=(Kind.EXTERNAL,),
)
