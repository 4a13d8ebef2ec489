"""C06: spaces around ฯลฯ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.kept import addresses, outside
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_ET_CETERA = re.compile("ฯลฯ")
_OPENING, _CLOSING = "(“\"'‘[", ".,;:)]”\"'’/!?"


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if "ฯลฯ" not in text:
            continue
        for found in outside(addresses(text), _ET_CETERA.finditer(text)):
            before, after = (
                text[max(0, found.start() - 1) : found.start()],
                text[found.end() : found.end() + 1],
            )
            left = "" if not before or before.isspace() or before in _OPENING else " "
            right = "" if not after or after.isspace() or after in _CLOSING else " "
            if left or right:
                yield Fault.of_match(
                    passage,
                    found,
                    message=_("“ฯลฯ” ไม่ได้เว้นวรรคหน้าและหลัง"),
                    hint=_("เว้นวรรคหน้าและหลัง เช่น ดินสอ ปากกา ฯลฯ เป็นต้น"),
                    fix=f"{left}ฯลฯ{right}",
                )


RULE = Rule(
    code="C06",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="เว้นวรรคหน้าและหลังไปยาลใหญ่",
    why="ราชบัณฑิตยสภากำหนดให้เว้นวรรคเล็กหน้าและหลัง ฯลฯ จึงอ่านได้ว่าเป็นรายการที่ยังมีต่อ",
    wrong="กระดาษ หมึกพิมพ์ฯลฯ",
    right="กระดาษ หมึกพิมพ์ ฯลฯ",
    source="สำนักงานราชบัณฑิตยสภา หลักเกณฑ์การใช้ไปยาลใหญ่และการเว้นวรรค",
    find=find,
)
