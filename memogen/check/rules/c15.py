"""C15: quotation marks and brackets in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import FILLED_LATER, Paper, Passage

_SIGN = re.compile(r"[()\[\]“”]")
_PAIRS = {")": "(", "]": "[", "”": "“"}
# ๑) ก) (1) before an item, and :) of nobody's letters
_ITEM = re.compile(r"(?:^|[\s(,/])(?:[0-9๐-๙]{1,3}(?:\.[0-9๐-๙]{1,3}){0,4}|[ก-ฮA-Za-z]|[ivxIVX]{1,4})\)")
_STRAIGHT = re.compile(r'(?<![0-9๐-๙])"([^"\n]{1,200})"')
_THAI = re.compile("[ก-๎]")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.text_passages:
        if FILLED_LATER in passage.seen:
            continue
        yield from _unpaired(passage)
        if '"' in passage.seen:
            yield from _straight(passage)


def _unpaired(passage: Passage) -> Iterator[Fault]:
    text = passage.seen
    open_signs: list[int] = []
    items: set[int] | None = None
    for found in _SIGN.finditer(text):
        sign, at = found[0], found.start()
        if sign not in _PAIRS:
            open_signs.append(at)
        elif open_signs and text[open_signs[-1]] == _PAIRS[sign]:
            open_signs.pop()
        else:
            if items is None:
                items = {one.end() - 1 for one in _ITEM.finditer(text)}
            if at not in items:
                yield _fault(passage, at, _PAIRS[sign])
    for at in open_signs:
        yield _fault(passage, at, {"(": ")", "[": "]", "“": "”"}[text[at]])


def _fault(passage: Passage, at: int, other: str) -> Fault:
    sign = passage.seen[at]
    return Fault(
        passage=passage,
        start=at,
        end=at + 1,
        message=_("“{sign}” ไม่มี “{other}” คู่กันในย่อหน้านี้").format(sign=sign, other=other),
        hint=_("เติม “{other}” หรือลบ “{sign}”").format(sign=sign, other=other),
        severity=Severity.INFO if sign in "“”" else None,
    )


def _straight(passage: Passage) -> Iterator[Fault]:
    for found in _STRAIGHT.finditer(passage.seen):
        if _THAI.search(found[1]):
            yield Fault.of_match(
                passage,
                found,
                message=_("{text} ใช้เครื่องหมายคำพูดแบบพิมพ์ดีด").format(text=found[0][:60]),
                hint=_("ใช้อัญประกาศ “{text}”").format(text=found[1][:60]),
                severity=Severity.INFO,
            )


RULE = Rule(
    code="C15",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="วงเล็บและอัญประกาศเปิดแล้วต้องปิด",
    why=(
        "วงเล็บที่ขาดข้างหนึ่งมักเกิดจากลบข้อความไม่หมด ผู้อ่านไม่รู้ว่าข้อความแทรกจบที่ใด อัญประกาศควรใช้แบบโค้ง “ ” ให้เหมือนกันทั้งฉบับ"
    ),
    wrong="ผ่านระบบออนไลน์ (Google Form",
    right="ผ่านระบบออนไลน์ (Google Form)",
    source="แนวปฏิบัติในการใช้เครื่องหมายวรรคตอน",
    find=find,
)
