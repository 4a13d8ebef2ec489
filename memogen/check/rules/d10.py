"""D10: วันพฤหัสบดี cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_SHORT = re.compile("วันพฤหัส(?!บดี)ฯ?")
_RIGHT = "วันพฤหัสบดี"


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        for found in _SHORT.finditer(passage.seen):
            yield Fault.of_match(
                passage,
                found,
                message=_("“{text}” เป็นคำพูด").format(text=found[0]),
                hint=_RIGHT,
                fix=_RIGHT,
            )


RULE = Rule(
    code="D10",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เขียนวันพฤหัสบดีเต็มคำ",
    why="“วันพฤหัส” เป็นภาษาพูด ชื่อวันในหนังสือราชการเขียนเต็ม",
    wrong="วันพฤหัสที่ ๓๐ มีนาคม ๒๕๖๖",
    right="วันพฤหัสบดีที่ ๓๐ มีนาคม ๒๕๖๖",
    source="ชื่อวันเต็มตามปฏิทินและพจนานุกรม",
    find=find,
)
