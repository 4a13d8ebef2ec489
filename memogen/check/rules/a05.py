"""A05: ท่าน before the addressee's position."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import addressee
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_HONOUR = re.compile(r"ท่าน(?!ผู้หญิง|หญิง|ชาย|เจ้าคุณ|เจ้าประคุณ)\s*(?=[ก-๎])")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to = addressee(paper)
    honour = _HONOUR.match(to.name) if to else None
    if to and honour:
        yield Fault(
            passage=to.field.passage,
            start=to.start,
            end=to.start + honour.end(),
            message=_("ไม่ใช้ “ท่าน” หน้าตำแหน่งในคำขึ้นต้น"),
            hint=_("เขียน {word} {name}").format(word=to.word, name=to.name[honour.end() :][:80]),
            fix="",
        )


RULE = Rule(
    code="A05",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="คำขึ้นต้นตามด้วยตำแหน่ง ไม่มีคำว่า “ท่าน”",
    why="คำขึ้นต้น เรียน หรือ กราบเรียน แสดงความเคารพอยู่แล้ว ระเบียบให้ตามด้วยตำแหน่งของผู้รับ",
    wrong="เรียน ท่านผู้อำนวยการกองแผนงาน",
    right="เรียน ผู้อำนวยการกองแผนงาน",
    source="แนวปฏิบัติของส่วนราชการ ตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑ ซึ่งให้ลงตำแหน่งของผู้รับ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
