"""H03: a memo has no lines อ้างถึง and สิ่งที่ส่งมาด้วย."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Part, Passage

_HEADINGS = (Part.REFERENCE, Part.ENCLOSURE)
_IN_BODY = re.compile(r"[ \t]*(?P<name>อ้างถึง|สิ่งที่(?:ส่ง|แนบ)มาด้วย)(?=[ ]*:|\t|  | ?หนังสือ| [๑1][.)])")
"""In the text the words may begin a sentence; as a heading they have a colon, a gap or a list after them."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for field in paper.fields:
        if field.part in _HEADINGS and field.label:
            label = max(field.passage.seen.rfind(field.label, 0, field.start), 0)
            yield _fault(field.passage, field.label, label, field.end)
    for passage in paper.body:
        found = _IN_BODY.match(passage.seen)
        if found:
            yield _fault(passage, found["name"], found.start("name"), len(passage.seen))


def _fault(passage: Passage, name: str, start: int, end: int) -> Fault:
    return Fault(
        passage=passage,
        start=start,
        end=end,
        message=_("บันทึกข้อความไม่มีหัวข้อ “{name}”").format(name=name),
        hint=_("กล่าวถึงไว้ในเนื้อความ เช่น “ตามหนังสือ … ที่ … ลงวันที่ …”"),
    )


RULE = Rule(
    code="H03",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="บันทึกข้อความไม่มีหัวข้อ อ้างถึง และ สิ่งที่ส่งมาด้วย",
    why="แบบบันทึกข้อความมีเพียง ส่วนราชการ ที่ วันที่ เรื่อง และคำขึ้นต้น หนังสือที่อ้างถึงและเอกสารที่แนบให้กล่าวไว้ในข้อความ",
    wrong="เรียน ผู้อำนวยการกองแผนงาน\nอ้างถึง หนังสือกองแผนงาน ที่ กษ ๑๑๐๓/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖",
    right="เรียน ผู้อำนวยการกองแผนงาน\nตามหนังสือกองแผนงาน ที่ กษ ๑๑๐๓/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖ แจ้งว่า… นั้น",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๒",
    find=find,
    kinds=(Kind.MEMO,),
)
