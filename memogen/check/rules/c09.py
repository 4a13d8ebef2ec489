"""C09: spaces on the wrong side of commas, brackets and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.kept import addresses, outside
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_SIGNS = ("( ", "[ ", "“ ", " ,", " )", " ]", " ”")
_ASTRAY = re.compile(
    r"(?<=[(\[“])(?P<after> {1,2})(?=[^\s.…_\-)\]])"
    r"|(?:(?<=[^\s.…_\-(\[,])|(?<=[ก-๎]\.))(?P<before> {1,2})(?=[,)\]”])"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if not any(sign in text for sign in _SIGNS):
            continue
        for found in outside(addresses(text), _ASTRAY.finditer(text)):
            sign = text[found.start() - 1] if found["after"] else text[found.end()]
            message = _("มีวรรคหลัง “{sign}”") if found["after"] else _("มีวรรคหน้า “{sign}”")
            yield Fault.of_match(
                passage,
                found,
                message=message.format(sign=sign),
                hint=_("ลบวรรคนี้"),
                fix="",
            )


RULE = Rule(
    code="C09",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="ไม่เว้นวรรคหน้าจุลภาคและวงเล็บปิด หรือหลังวงเล็บเปิด",
    why="จุลภาคและวงเล็บปิดต้องติดกับคำหน้า วงเล็บเปิดต้องติดกับคำหลัง มิฉะนั้นเครื่องหมายอาจหลุดไปอยู่คนละบรรทัดกับคำ",
    wrong="สำนัก , กอง และศูนย์ ( ส่วนกลาง )",
    right="สำนัก, กอง และศูนย์ (ส่วนกลาง)",
    source="สำนักงานราชบัณฑิตยสภา หลักเกณฑ์การเว้นวรรค",
    find=find,
)
