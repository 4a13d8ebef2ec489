"""B10: enclosures that the text names and the head does not, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import figures
from memogen.check.paragraphs import is_known_whole
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Field, Paper, Part, Passage

_D = "[0-9๐-๙]"
_UNITS = "ฉบับ|ชุด|แผ่น|เล่ม|หน้า|รายการ|กล่อง|ซอง"
_MENTION = re.compile(
    r"สิ่งที่ส่งมาด้วย[ ]?(?:ลำดับ(?:ที่)?|หมายเลข|ข้อ|ที่)?[ ]?"
    rf"(?P<numbers>{_D}{{1,2}}(?:[ ]?(?:-|–|,|และ|ถึง)[ ]?{_D}{{1,2}})*)?(?!{_D})(?P<unit>[ ]?(?:{_UNITS}))?"
)
_NUMBER = re.compile(rf"{_D}{{1,2}}")
_SPAN = re.compile(rf"({_D}{{1,2}})[ ]?(?:-|–|ถึง)[ ]?({_D}{{1,2}})")
_ITEM = re.compile(rf"(?:^|\s)({_D}{{1,2}})[.)]\s")
_SENT = re.compile("ส่งมา|ส่งให้|ขอส่ง|จัดส่ง|แนบ|พร้อมนี้|พร้อมกับหนังสือ|เสนอ|เอกสาร|สำเนา|รายละเอียด|QR")
_LINE = re.compile(r"(?m)^[ \t]*(?:สิ่งที่ส่งมา|เอกสารที่ส่งมา|เอกสารแนบ)[ก-๎]*(?:[ ]?:|[ ]?\t|[ ]{2}|[ \t]*$)")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if not paper.recognised:
        return
    enclosures = tuple(one for one in paper.all(Part.ENCLOSURE) if one.text.strip())
    mentions = [
        (passage, found)
        for passage in paper.text_passages
        if passage.part is Part.BODY
        for found in _MENTION.finditer(passage.seen)
    ]
    if not enclosures:
        if not any(_LINE.search(one.seen) for one in paper.passages):
            yield from _without_line(mentions)
        return
    listed = [figures(number) for one in enclosures for number in _ITEM.findall(f" {one.text} ")]
    count = max([sum(one.text.count("\n") + 1 for one in enclosures), *listed])
    yield from _beyond(mentions, count)
    if is_known_whole(paper):
        yield from _unnamed(paper, enclosures, mentions, listed)


def _without_line(mentions: list[tuple[Passage, re.Match[str]]]) -> Iterator[Fault]:
    for passage, found in mentions[:1]:
        yield Fault.of_match(
            passage,
            found,
            message=_("ข้อความกล่าวถึง “{text}” แต่ไม่มีหัวข้อ สิ่งที่ส่งมาด้วย").format(text=found[0].strip()),
            hint=_("เติมหัวข้อ สิ่งที่ส่งมาด้วย พร้อมชื่อและจำนวน"),
        )


def _beyond(mentions: list[tuple[Passage, re.Match[str]]], count: int) -> Iterator[Fault]:
    for passage, found in mentions:
        if not found["unit"] and max(_numbers(found), default=0) > count:
            yield Fault.of_match(
                passage,
                found,
                message=_("กล่าวถึง “{text}” แต่หัวข้อ สิ่งที่ส่งมาด้วย มีเพียง {count} รายการ").format(
                    text=found[0].strip(), count=thai.to_thai_digits(str(count))
                ),
                hint=_("แก้เลขลำดับ หรือเติมรายการในหัวข้อ สิ่งที่ส่งมาด้วย"),
            )


def _unnamed(
    paper: Paper,
    enclosures: tuple[Field, ...],
    mentions: list[tuple[Passage, re.Match[str]]],
    listed: list[int],
) -> Iterator[Fault]:
    named = {number for _passage, found in mentions if not found["unit"] for number in _numbers(found)}
    missing = sorted(set(listed) - named) if named else []
    if missing:
        numbers = " ".join(thai.to_thai_digits(str(number)) for number in missing)
        yield Fault.of_field(
            enclosures[0],
            _("ข้อความไม่ได้กล่าวถึงสิ่งที่ส่งมาด้วย {numbers}").format(numbers=numbers),
            _("กล่าวถึงทุกรายการในข้อความ เช่น (สิ่งที่ส่งมาด้วย {numbers})").format(numbers=numbers),
            severity=Severity.WARNING,
        )
    elif not mentions and not any(
        _SENT.search(one.seen) for one in paper.text_passages if one.part is Part.BODY
    ):
        yield Fault.of_field(
            enclosures[0],
            _("มีสิ่งที่ส่งมาด้วย แต่ข้อความไม่ได้กล่าวถึง"),
            _("กล่าวถึงในข้อความ เช่น รายละเอียดตามสิ่งที่ส่งมาด้วย"),
            severity=Severity.WARNING,
        )


def _numbers(found: re.Match[str]) -> set[int]:
    text = found["numbers"] or ""
    spans = [(figures(first), figures(last)) for first, last in _SPAN.findall(text)]
    return {figures(number) for number in _NUMBER.findall(text)} | {
        number for first, last in spans for number in range(first, last + 1)
    }


RULE = Rule(
    code="B10",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="สิ่งที่ส่งมาด้วยในข้อความตรงกับหัวข้อ สิ่งที่ส่งมาด้วย",
    why="ผู้รับตรวจนับเอกสารตามหัวข้อ ถ้าข้อความอ้างรายการที่ไม่มี จะต้องสอบถามว่าเอกสารตกหล่นหรือไม่",
    wrong="สิ่งที่ส่งมาด้วย กำหนดการ จำนวน ๑ ชุด\n…แบบตอบรับ (สิ่งที่ส่งมาด้วย ๒)",
    right="สิ่งที่ส่งมาด้วย ๑. กำหนดการ จำนวน ๑ ชุด ๒. แบบตอบรับ จำนวน ๑ แผ่น\n…แบบตอบรับ (สิ่งที่ส่งมาด้วย ๒)",
    source="เทียบข้อความกับหัวข้อ สิ่งที่ส่งมาด้วย ของหนังสือฉบับเดียวกัน (คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์)",
    find=find,
    kinds=(Kind.EXTERNAL,),
)
