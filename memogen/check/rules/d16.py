"""D16: amounts of baht without their commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_D = "[0-9๐-๙]"
_BAHT = re.compile(rf"(?<![0-9๐-๙.,/])({_D}[0-9๐-๙,]*)(\.{_D}+)?(?= *บาท)")
_GROUPED = re.compile(rf"{_D}{{1,3}}(?:,{_D}{{3}})*")
_NO_SATANG = re.compile(r"\.[0๐]+")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    amounts = [
        (passage, found)
        for passage in paper.passages
        if "บาท" in passage.seen
        for found in _BAHT.finditer(passage.seen)
    ]
    writes_bare = any(not found[2] for _passage, found in amounts)
    for passage, found in amounts:
        decimals = found[2] or ""
        right = _grouped(found[1])
        if found[1] != right:
            right += decimals
            message, severity = _("จำนวนเงิน “{text}” คั่นหลักพันไม่ถูก"), None
        elif writes_bare and _NO_SATANG.fullmatch(decimals):
            message, severity = _("จำนวนเงิน “{text}” มีทศนิยม ทั้งที่จำนวนอื่นไม่มี"), Severity.INFO
        else:
            continue
        yield Fault.of_match(
            passage,
            found,
            message=message.format(text=found[0]),
            hint=_("เขียน {right} บาท").format(right=right),
            severity=severity,
        )


def _grouped(whole: str) -> str:
    """The figures with a comma at each thousand, in the digits that they are typed in."""
    if _GROUPED.fullmatch(whole):
        return whole
    grouped = f"{int(thai.to_arabic_digits(whole).replace(',', '')):,}"
    return grouped if whole[0] in "0123456789" else thai.to_thai_digits(grouped)


RULE = Rule(
    code="D16",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="จำนวนเงินตั้งแต่หลักพันมีจุลภาคคั่นทุกสามหลัก",
    why="จำนวนเงินที่ไม่มีจุลภาคอ่านหลักผิดได้ง่าย และจุลภาคที่วางผิดที่ทำให้สงสัยว่าพิมพ์ตัวเลขตก ทศนิยมใส่เมื่อมีเศษสตางค์",
    wrong="เป็นเงิน ๑๕๐๐๐ บาท",
    right="เป็นเงิน ๑๕,๐๐๐ บาท",
    source="แนวปฏิบัติในการเขียนจำนวนเงินของส่วนราชการ",
    find=find,
)
