"""C11: numbers without a space before or after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.kept import addresses, is_within
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_D = "[0-9๐-๙]"
_MONTHS = "|".join(thai.MONTHS)
_TIGHT = re.compile(
    rf"(?P<before>จำนวน|วันที่|ครั้งที่|ฉบับที่|ไตรมาสที่|รุ่นที่|ร้อยละ|มาตรา|เป็นเงิน|วงเงิน|ประมาณ|ไม่เกิน|ไม่น้อยกว่า"
    rf"|ปีงบประมาณ|เวลา|{_MONTHS})(?={_D})"
    rf"|(?P<after>(?<![A-Za-z]){_D})(?=บาท|คน(?![ก-ฺเ-๎])|ราย(?!การ)|ฉบับ|เรื่อง|ครั้ง|แห่ง|หน่วยงาน|รายการ|เครื่อง|โครงการ|ชุด|คัน|เล่ม|แผ่น|ห้อง|กล่อง|รีม|เดือน|ชั่วโมง|นาที(?!ก)|{_MONTHS})"
)
_ADJACENT = re.compile("[0-9๐-๙](?:[ก-ฮเ-ไ]|(?<=[ก-๎].))")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if not _ADJACENT.search(text):
            continue
        for found in _TIGHT.finditer(text):
            start, end = found.span()
            if is_within(addresses(text), start, end):
                continue
            yield Fault(
                passage=passage,
                start=start,
                end=end,
                message=(
                    _("ไม่ได้เว้นวรรคระหว่าง “{text}” กับตัวเลข")
                    if found["before"]
                    else _("ไม่ได้เว้นวรรคหลังตัวเลข “{text}”")
                ).format(text=found[0]),
                hint=_("เว้นวรรคหน้าและหลังตัวเลข"),
                fix=f"{found[0]} ",
            )


RULE = Rule(
    code="C11",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="เว้นวรรคหน้าและหลังตัวเลข",
    why="ตัวเลขที่ติดกับคำอ่านยาก และโปรแกรมค้นหาหรือแยกวันที่ไม่พบ",
    wrong="จำนวน๑๕คน",
    right="จำนวน ๑๕ คน",
    source="สำนักงานราชบัณฑิตยสภา หลักเกณฑ์การเว้นวรรคหน้าและหลังตัวเลข",
    find=find,
)
