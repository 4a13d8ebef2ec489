"""C08: several spaces where one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.kept import addresses, is_within
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Part, Region

_SPACES = re.compile(r"(?<=[^\s.…_/:]) {2,}(?![-•*➤☞]|\(?[0-9๐-๙]{1,2}[.)])(?=[^\s.…_/])")
_LABEL_BEFORE = re.compile(
    r"(?:^|\n)\s*(?:[(]?[0-9๐-๙ก-ฮA-Za-z]{1,2}[.)]?(?:[0-9๐-๙]{1,2}[.)]?){0,4}|[-•*]"
    r"|เรื่อง|เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย|ที่|วันที่|ส่วนราชการ|ถึง|ข้อ [0-9๐-๙]{1,3}|หมายเหตุ)\Z"
)
_LATIN = re.compile("[A-Za-z0-9]")
_PARTS = (Part.BODY, Part.SUBJECT)
_LABEL_REACH = 24


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if passage.part not in _PARTS or passage.region is Region.TABLE or "  " not in text:
            continue
        for found in _SPACES.finditer(text):
            start, end = found.span()
            is_latin = _LATIN.match(text[start - 1]) and _LATIN.match(text[end])
            if is_latin or is_within(addresses(text), start, end) or _is_after_label(text, start):
                continue
            yield Fault(
                passage=passage,
                start=start,
                end=end,
                message=_("มีวรรคซ้อนกันหลัง “{text}”").format(text=text[max(0, start - 12) : start].split()[-1]),
                hint=_("เว้นวรรคเดียวระหว่างข้อความ"),
                fix=" ",
                severity=None if end - start > 2 else Severity.INFO,
            )


def _is_after_label(text: str, start: int) -> bool:
    """Whether the gap is that of the form, between a heading or number and what it belongs to."""
    line = max(0, start - _LABEL_REACH)
    return _LABEL_BEFORE.search(text if not line else text[line:start], 0, start - line) is not None


RULE = Rule(
    code="C08",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ไม่เคาะวรรคซ้อนกลางประโยค",
    why=(
        "คำอธิบายการพิมพ์ให้เว้นสองจังหวะหลังหัวข้อและระหว่างเรื่องที่ต่างกันเท่านั้น วรรคที่ซ้อนกลางประโยคมักเกิดจากลบคำแล้วลืมลบวรรค "
        "และยิ่งกว้างเมื่อจัดข้อความชิดสองขอบ สองวรรคจึงเตือนไว้ให้ดู สามวรรคควรแก้"
    ),
    wrong="กลุ่มพัฒนาระบบบริหาร   จะจัดประชุม",
    right="กลุ่มพัฒนาระบบบริหาร จะจัดประชุม",
    source="คำอธิบายการพิมพ์หนังสือราชการ เรื่องการเว้นวรรค และแนวปฏิบัติของส่วนราชการ",
    find=find,
)
