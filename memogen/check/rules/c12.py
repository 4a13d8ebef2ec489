"""C12: พ.ศ., น. and ณ with their dots and spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.kept import addresses, is_within
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_D = "[0-9๐-๙]"
_FOUND = re.compile(
    rf"(?P<era>(?<![ก-๎.])[พค]\.? ?ศ\.? ?)(?=[12๑๒][0-9๐-๙]{{3}}(?![0-9๐-๙/]))"
    rf"|(?P<hour>(?<=[.:]{_D}{_D})น\.)"
    rf"|(?P<dotted>(?<![ก-๎.])ณ\. ?)(?=[ก-ฮเ-ไ][ก-๎])"
    r"|(?P<joined>(?<![ก-๎])ณ)(?=วันที่|ห้องประชุม|ห้อง|โรงแรม|สำนักงาน|อาคาร|กรุงเทพ|ศูนย์|จังหวัด)"
    r"|(?P<at>(?<=ประกาศ|ให้ไว้)ณ *|(?<=สั่ง)ณ *)(?=วันที่)"
)

_EXAMPLES = {
    "era": "พ.ศ. ๒๕๖๖",
    "hour": "๐๙.๓๐ น.",
    "dotted": "ณ ห้องประชุม",
    "joined": "ณ ห้องประชุม",
    "at": "ประกาศ ณ วันที่",
}
_MAYBE = re.compile(f"[ศน]\\.?(?:(?<={_D}น\\.)| ?{_D})|ณ(?:\\.|[วหรสอกศจ ])")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if not _MAYBE.search(text):
            continue
        for found in _FOUND.finditer(text):
            kind = found.lastgroup or ""
            right = _right(kind, found[0])
            if right == found[0] or is_within(addresses(text), *found.span()):
                continue
            yield Fault.of_match(
                passage,
                found,
                message=_("“{text}” ไม่ได้ใส่จุดหรือเว้นวรรคตามแบบ").format(text=found[0].strip()),
                hint=_("เขียนเช่น {example}").format(example=_EXAMPLES[kind]),
                fix=right,
            )


def _right(kind: str, text: str) -> str:
    if kind == "era":
        return f"{text[0]}.ศ. "
    return {"hour": " น.", "at": " ณ "}.get(kind, "ณ ")


RULE = Rule(
    code="C12",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="พ.ศ. และ น. มีจุดและเว้นวรรค ส่วน ณ เว้นวรรคและไม่มีจุด",
    why="พ.ศ. และ น. เป็นคำย่อจึงมีจุด และเว้นวรรคจากตัวเลข ส่วน “ณ” เป็นคำเต็ม ไม่ใช่คำย่อ จึงไม่มีจุด",
    wrong="พ.ศ.๒๕๖๖ เวลา ๐๙.๓๐น.",
    right="พ.ศ. ๒๕๖๖ เวลา ๐๙.๓๐ น.",
    source="สำนักงานราชบัณฑิตยสภา หลักเกณฑ์การเว้นวรรคและการเขียนคำย่อ",
    find=find,
)
