"""C10: titles and ranks before names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_APART = re.compile(
    r"(?:(?<![ก-๎])|(?<=ให้)|(?<=แก่)|(?<=โดย)|(?<=ของ)|(?<=ว่า)|(?<=และ))"
    r"(?P<title>นางสาว|นาง|นาย|เด็กชาย|เด็กหญิง) {1,2}(?=[ก-ฮเ-ไ][ก-๎])(?!หรือ|และ|กับ|ให้|มา|ไป|ก็|จะ|เป็น)"
)
_ACADEMIC = re.compile(
    r"(?<=\()(?P<title>(?:ผู้ช่วย|รอง)?ศาสตราจารย์) {1,2}(?=[ก-ฮเ-ไ][ก-๎]+ +[ก-๎])"
    r"(?!นาย|นาง|แพทย์|ทันต|เภสัช|สัตว|ดร|ว่าที่|พล|พัน|ร้อย|หม่อม|คุณหญิง|พิเศษ)"
)
"""A title before the name in brackets; other titles and ranks stand apart from it."""
_RANKS = "|".join(
    (
        *(
            f"{stem}{grade}"
            for stem in ("พล", "พลตำรวจ", "พลเรือ", "พลอากาศ")
            for grade in ("เอก", "โท", "ตรี")
        ),
        *(f"{stem}{grade}" for stem in ("พัน", "พันตำรวจ", "ร้อย", "ร้อยตำรวจ") for grade in ("เอก", "โท", "ตรี")),
        *(
            f"{stem}{grade}"
            for stem in ("นาวาอากาศ", "เรืออากาศ", "จ่าสิบ", "พันจ่า")
            for grade in ("เอก", "โท", "ตรี")
        ),
        "ดาบตำรวจ",
    )
)
_GRADES = ("เอก", "โท", "ตรี", "ดาบ")
_JOINED = re.compile(
    rf"(?<![ก-๎])(?P<rank>(?:ว่าที่ *)?(?:{_RANKS}))(?!หญิง|พิเศษ|ขึ้น|หรือ|และ|นาย)(?=[ก-ฮเ-ไ][ก-๎]+ +[ก-ฮเ-ไ])"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if "นา" in text or "เด็ก" in text or "ศาสตราจารย์ " in text:
            for found in (*_APART.finditer(text), *_ACADEMIC.finditer(text)):
                yield Fault.of_match(
                    passage,
                    found,
                    message=_("มีวรรคระหว่างคำนำหน้านาม “{title}” กับชื่อ").format(title=found["title"]),
                    hint=_("พิมพ์คำนำหน้านามติดกับชื่อ"),
                    fix=found["title"],
                )
        if not any(grade in text for grade in _GRADES):
            continue
        for found in _JOINED.finditer(text):
            yield Fault.of_match(
                passage,
                found,
                message=_("ยศ “{rank}” ติดกับชื่อ").format(rank=found["rank"]),
                hint=_("เว้นวรรคระหว่างยศกับชื่อ"),
                fix=f"{found['rank']} ",
            )


RULE = Rule(
    code="C10",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="คำนำหน้านามติดกับชื่อ ยศเว้นวรรคก่อนชื่อ",
    why="คำนำหน้านามเป็นส่วนหนึ่งของชื่อจึงไม่เว้นวรรค ส่วนยศเว้นหนึ่งวรรค ถ้าเขียนต่างกันในฉบับเดียวจะค้นหาชื่อไม่ครบ",
    wrong="(นาย สมมติ สองนาม)",
    right="(นายสมมติ สองนาม)",
    source="สำนักงานราชบัณฑิตยสภา หลักเกณฑ์การเว้นวรรคระหว่างยศ คำนำหน้านาม และชื่อ",
    find=find,
)
