"""C14: โทร. and โทรสาร."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import N_, Severity
from memogen.paper import Paper

_FOUND = re.compile(
    r"(?<![ก-๎])(?P<undotted>โทร)(?= ?[0-9๐-๙])|(?P<dotted>โทรสาร\.)(?= ?[0-9๐-๙])"
    r"|(?P<ungrouped>(?<=โทร\. )[0๐][-]?[2-9๒-๙][0-9๐-๙]{6,8}(?![0-9๐-๙]))"
)

_JUDGEMENTS: dict[str, tuple[str, str, str | None]] = {
    "undotted": (N_("“{text}” เป็นคำย่อแต่ไม่มีจุด"), N_("เขียน โทร. แล้วเว้นวรรค"), "โทร."),
    "dotted": (N_("“{text}” เป็นคำเต็มแต่มีจุด"), N_("เขียน โทรสาร ไม่มีจุด"), "โทรสาร"),
    "ungrouped": (N_("หมายเลข “{text}” เขียนติดกัน"), N_("เว้นวรรคเป็นกลุ่ม เช่น ๐ ๒๒๘๑ ๐๐๐๐"), None),
}


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        if "โทร" not in passage.seen:
            continue
        for found in _FOUND.finditer(passage.seen):
            message, hint, fix = _JUDGEMENTS[found.lastgroup or ""]
            yield Fault.of_match(
                passage,
                found,
                message=_(message).format(text=found[0]),
                hint=_(hint),
                fix=fix,
                severity=None if fix == "โทร." else Severity.INFO,
            )


RULE = Rule(
    code="C14",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="โทร. มีจุดเพราะเป็นคำย่อ โทรสารไม่มีจุดเพราะเป็นคำเต็ม",
    why=(
        "โทร. ย่อจากโทรศัพท์จึงมีจุด ส่วนโทรสารเขียนเต็มอยู่แล้ว (คู่มือบางเล่มพิมพ์จุดไว้ จึงเป็นเพียงข้อแนะนำ) "
        "หมายเลขเว้นวรรคเป็นกลุ่มให้อ่านและกดง่าย"
    ),
    wrong="โทร ๐ ๒๒๘๑ ๐๐๐๐ โทรสาร. ๐ ๒๒๘๑ ๐๐๐๑",
    right="โทร. ๐ ๒๒๘๑ ๐๐๐๐ โทรสาร ๐ ๒๒๘๑ ๐๐๐๑",
    source="แนวปฏิบัติในการเขียนหมายเลขโทรศัพท์ของส่วนราชการ",
    find=find,
)
