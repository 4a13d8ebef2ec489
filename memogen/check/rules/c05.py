"""C05: spaces around ๆ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.kept import addresses, outside
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_TIGHT = re.compile(
    r"""(?<=[^\s(“"'‘])ๆ(?P<closed>(?![\s.,;:)\]”"'’/!?…ฯๆ]|$))?|(?<=\s)ๆ(?![\s.,;:)\]”"'’/!?…ๆ]|$)"""
)
_CONTEXT = 8


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if "ๆ" not in text:
            continue
        for found in outside(addresses(text), _TIGHT.finditer(text)):
            start, end = found.span()
            before = "" if text[start - 1].isspace() else " "
            after = " " if found["closed"] is not None or not before else ""
            yield Fault(
                passage=passage,
                start=start,
                end=end,
                message=_("ไม้ยมกใน “{text}” ไม่ได้เว้นวรรคหน้าและหลัง").format(
                    text=text[max(0, start - _CONTEXT) : end + 2].split("\n")[-1].strip()
                ),
                hint=_("เว้นวรรคหน้าและหลังไม้ยมก เช่น ต่าง ๆ ที่"),
                fix=f"{before}ๆ{after}",
            )


RULE = Rule(
    code="C05",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="เว้นวรรคหน้าและหลังไม้ยมก",
    why="ราชบัณฑิตยสภากำหนดให้เว้นวรรคเล็กทั้งหน้าและหลังไม้ยมก ยกเว้นเมื่อมีเครื่องหมายวรรคตอนตามหลัง",
    wrong="หน่วยงานต่างๆ ในสังกัด",
    right="หน่วยงานต่าง ๆ ในสังกัด",
    source="สำนักงานราชบัณฑิตยสภา หลักเกณฑ์การใช้ไม้ยมกและการเว้นวรรค",
    find=find,
)
