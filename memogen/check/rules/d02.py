"""D02: one letter in two kinds of digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.kept import addresses, is_within
from memogen.check.masked import mask_at
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper, Passage

_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,/:][0-9๐-๙]+)*")
_ARABIC = re.compile("[0-9]")
_UNIT = re.compile(
    r" ?(?:[kMGTµm]?(?:Hz|bps|W|VA|Wh|V|A|Ah|B|Pa)|[cmkµn]?m[²³]?|[mk]?g|m?l|rpm|dpi|ppm|BTU|°C)(?![A-Za-z])"
)
"""A measure in Latin letters is written whole in them: 200 MHz."""
_THAI = re.compile("[๐-๙]")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    keep = around.office.keep_digits if around.office else ()
    arabic = [
        (passage, number)
        for passage in paper.passages
        if _ARABIC.search(passage.seen)
        for number in _arabic_numbers(passage, keep)
    ]
    if not arabic:
        return
    in_thai = [(passage, number) for passage in paper.passages for number in _thai_numbers(passage.seen)]
    if len(arabic) <= len(in_thai):
        fewer, mend = arabic, thai.to_thai_digits
        message = _("“{text}” เป็นเลขอารบิก แต่หนังสือฉบับนี้ใช้เลขไทย")
    else:
        fewer, mend = in_thai, thai.to_arabic_digits
        message = _("“{text}” เป็นเลขไทย แต่หนังสือฉบับนี้ใช้เลขอารบิก")
    for passage, number in fewer:
        right = mend(number[0])
        yield Fault(
            passage=passage,
            start=number.start(),
            end=number.end(),
            message=message.format(text=number[0]),
            hint=right,
            fix=right,
        )


def _arabic_numbers(passage: Passage, keep: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """Numbers in Arabic digits that Thai prose writes in Thai ones; D03 tells those that nobody sees."""
    text = passage.seen
    written = thai.thai_digits(text, keep)
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        if (
            not _THAI.search(number[0])
            and not _ARABIC.search(written, start, end)
            and not is_within(addresses(text), start, end)
            and not _UNIT.match(text, end)
            and not mask_at(passage, passage.span(start, end)[0])
        ):
            yield number


def _thai_numbers(text: str) -> Iterator[re.Match[str]]:
    if not _THAI.search(text):
        return
    for number in _NUMBER.finditer(text):
        if not _ARABIC.search(number[0]) and not is_within(addresses(text), *number.span()):
            yield number


RULE = Rule(
    code="D02",
    severity=Severity.WARNING,
    basis=Basis.CABINET,
    title="หนังสือฉบับหนึ่งใช้เลขชนิดเดียวตลอด",
    why=(
        "หนังสือราชการใช้เลขไทย ฉบับที่มีเลขไทยบ้างเลขอารบิกบ้างมักเกิดจากการคัดลอกมาจากหลายแหล่ง "
        "ยกเว้นที่อยู่อีเมล เว็บไซต์ หมายเลขโทรศัพท์ ชื่อสินค้าหรือมาตรฐาน และข้อความภาษาอังกฤษ ให้คงไว้ตามเดิม"
    ),
    wrong="ประชุมวันที่ ๒๗ มีนาคม ๒๕๖๖ ผู้เข้าประชุม 15 คน",
    right="ประชุมวันที่ ๒๗ มีนาคม ๒๕๖๖ ผู้เข้าประชุม ๑๕ คน",
    source="มติคณะรัฐมนตรีให้ส่วนราชการใช้เลขไทยในหนังสือราชการ",
    find=find,
    origins=(Origin.DOCUMENT,),
)
