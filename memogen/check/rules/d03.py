"""D03: Arabic digits that their font draws as Thai ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.kept import addresses, is_within
from memogen.check.masked import mask_at
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper

_NUMBER = re.compile(r"[0-9๐-๙]+(?:[.,/:][0-9๐-๙]+)*")
_ARABIC = re.compile("[0-9]")
_THAI = re.compile("[๐-๙]")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    keep = around.office.keep_digits if around.office else ()
    for passage in paper.passages:
        text = passage.seen
        if not passage.pieces or not _ARABIC.search(text):
            continue
        written = thai.thai_digits(text, keep)
        for number in _NUMBER.finditer(text):
            start, end = number.span()
            if _THAI.search(number[0]) or _ARABIC.search(written, start, end):
                continue
            font = mask_at(passage, passage.span(start, end)[0])
            if font and not is_within(addresses(text), start, end):
                right = thai.to_thai_digits(number[0])
                yield Fault(
                    passage=passage,
                    start=start,
                    end=end,
                    message=_("“{text}” พิมพ์เป็นเลขอารบิก แบบอักษร {font} วาดให้เห็นเป็นเลขไทย").format(
                        text=number[0], font=font
                    ),
                    hint=right,
                    fix=right,
                )


RULE = Rule(
    code="D03",
    severity=Severity.WARNING,
    basis=Basis.CABINET,
    title="พิมพ์เลขไทยให้เป็นเลขไทยจริง ไม่อาศัยรูปของแบบอักษร",
    why=(
        "แบบอักษร TH SarabunIT๙ วาดเลข 0 ถึง 9 เป็นรูปเลขไทย เมื่อเปิดในเครื่องที่ไม่มีแบบอักษรนี้ ค้นหาคำ "
        "หรือคัดลอกไปใช้ที่อื่น เลขจะกลับเป็นเลขอารบิก"
    ),
    wrong="วันที่ 27 มีนาคม 2566 (แบบอักษร TH SarabunIT๙)",
    right="วันที่ ๒๗ มีนาคม ๒๕๖๖",
    source="มติคณะรัฐมนตรีให้ส่วนราชการใช้เลขไทยในหนังสือราชการ และการวัดรูปอักษรในแบบอักษร TH SarabunIT๙",
    find=find,
    origins=(Origin.DOCUMENT,),
)
