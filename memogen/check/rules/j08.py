"""J08: a subject with a full stop, or in quotation marks as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Part

_STOP = re.compile(r"(?:[ก-๎]{6}|[0-9๐-๙)])(?P<stop>\.+)$")
_QUOTED = re.compile(r"[“\"](?P<inside>[^“”\"]+)[”\"]$")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    fields = paper.all(Part.SUBJECT)
    if not fields:
        return
    last = fields[-1]
    stop = _STOP.search(last.text)
    if stop:
        yield Fault(
            passage=last.passage,
            start=last.start + stop.start("stop"),
            end=last.start + stop.end("stop"),
            message=_("เรื่องไม่ลงท้ายด้วยจุด"),
            hint=_("ลบจุดออก"),
            fix="",
        )
    quoted = _QUOTED.match(last.text) if len(fields) == 1 else None
    if quoted:
        yield Fault.of_field(
            last, _("เรื่องไม่ต้องอยู่ในเครื่องหมายอัญประกาศทั้งเรื่อง"), quoted["inside"], fix=quoted["inside"]
        )


RULE = Rule(
    code="J08",
    severity=Severity.INFO,
    basis=Basis.TASTE,
    title="เรื่องไม่มีจุดท้าย และไม่อยู่ในเครื่องหมายอัญประกาศทั้งเรื่อง",
    why="เรื่องเป็นใจความ ไม่ใช่ประโยคหรือคำพูดของผู้ใด เครื่องหมายที่เกินมาจะติดไปในทะเบียนและหนังสือตอบ",
    wrong="เรื่อง “การจัดทำแผนการให้บริการ”",
    right="เรื่อง การจัดทำแผนการให้บริการ",
    source="ข้อแนะนำให้อ่านง่าย",
    find=find,
)
