"""C16: one style of dash in spans of days and years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Part

_D = "[0-9๐-๙]"
_MONTHS = "|".join(map(re.escape, (*thai.MONTHS, *thai.SHORT_MONTHS)))
_SPAN = re.compile(
    rf"(?<![0-9๐-๙.,/-])(?:(?P<days>{_D}{{1,2}})(?P<d> *[-–—] *){_D}{{1,2}} *(?:{_MONTHS})"
    rf"|(?P<years>[2๒][5๕]{_D}{{2}})(?P<y> *[-–—] *)(?:พ\.ศ\. *)?[2๒][5๕]{_D}{{2}}(?!{_D}))"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    spans = [
        (passage, found, "d" if found["days"] else "y")
        for passage in paper.text_passages
        if passage.part in (Part.BODY, Part.SUBJECT) and any(dash in passage.seen for dash in "-–—")
        for found in _SPAN.finditer(passage.seen)
    ]
    styles = Counter(found[dash] for _passage, found, dash in spans)
    if len(styles) < 2:
        return
    usual = max(styles, key=lambda style: (styles[style], style == " - "))
    for passage, found, dash in spans:
        if found[dash] != usual:
            yield Fault.of_match(
                passage,
                found,
                message=_("ช่วง “{text}” ใช้ขีดต่างจากช่วงอื่นในหนังสือ").format(text=found[0]),
                hint=_("ใช้ขีดแบบเดียวกันทั้งฉบับ เช่น {right}").format(right=found[0].replace(found[dash], usual)),
            )


RULE = Rule(
    code="C16",
    severity=Severity.INFO,
    basis=Basis.TASTE,
    title="ช่วงวันและช่วงปีใช้ขีดแบบเดียวกันทั้งฉบับ",
    why="ขีดสั้นบ้างยาวบ้าง เว้นวรรคบ้างไม่เว้นบ้าง ทำให้หนังสือดูไม่ได้ตรวจทาน",
    wrong="วันที่ ๑๕ - ๑๗ มีนาคม และ ๒๐–๒๒ เมษายน ๒๕๖๖",
    right="วันที่ ๑๕ - ๑๗ มีนาคม และ ๒๐ - ๒๒ เมษายน ๒๕๖๖",
    source="ข้อแนะนำให้อ่านง่าย",
    find=find,
)
