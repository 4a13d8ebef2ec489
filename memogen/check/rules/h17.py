"""H17: a colon after a label of the head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper, Part

_COLON = re.compile(r"[ ]*[:：][ ]*")
_HEAD = frozenset(
    (Part.AGENCY, Part.NUMBER, Part.DATE, Part.SUBJECT, Part.TO, Part.REFERENCE, Part.ENCLOSURE, Part.COPIES)
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for field in paper.fields:
        label = field.label.rstrip(" :：\t")
        if field.part not in _HEAD or not label:
            continue
        seen = field.passage.seen
        at = seen.rfind(label, 0, field.start + 1)
        found = _COLON.match(seen, at + len(label)) if at >= 0 else None
        if found:
            yield Fault(
                passage=field.passage,
                start=found.start(),
                end=found.end(),
                message=_("มีเครื่องหมาย : หลัง “{label}”").format(label=label),
                hint=_("เว้นวรรคแทนเครื่องหมาย :"),
                fix="" if seen[found.end() : found.end() + 1] in ("", "\t", "\n") else "  ",
            )


RULE = Rule(
    code="H17",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="หัวข้อของหนังสือไม่มีเครื่องหมาย :",
    why="ไม่มีแบบใดท้ายระเบียบที่ใช้เครื่องหมาย : หลัง ที่ เรื่อง เรียน หรืออ้างถึง ให้เว้นวรรคแล้วพิมพ์ข้อความต่อ",
    wrong="เรื่อง: การประชุมคณะทำงาน",
    right="เรื่อง  การประชุมคณะทำงาน",
    source="แนวปฏิบัติตามแบบหนังสือท้ายระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖",
    find=find,
    origins=(Origin.DOCUMENT,),
)
