"""H12: number or date on the letter is not that of the books."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check import dating, numbering
from memogen.check.entries import own_entry, plain
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper, Part


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    entry = own_entry(paper, around)
    if entry is None:
        return
    number, dated = paper.first(Part.NUMBER), paper.first(Part.DATE)
    printed = numbering.printed(paper)
    if number and (printed is None or not _is_same(printed.text, entry.number)):
        yield Fault.of_field(
            number,
            _("เลขที่บนหนังสือ “{text}” ไม่ตรงกับทะเบียน").format(text=number.text),
            _("ทะเบียนลงไว้เป็น {number}").format(number=entry.number),
        )
    if dated and entry.dated and dating.letter_date(paper) != entry.dated:
        yield Fault.of_field(
            dated,
            _("วันที่บนหนังสือ “{text}” ไม่ตรงกับทะเบียน").format(text=dated.text),
            _("ทะเบียนลงไว้เป็น {date}").format(date=thai.long_date(entry.dated)),
        )


def _is_same(printed: str, number: str) -> bool:
    try:
        return str(thai.parse_number(printed)) == str(thai.parse_number(number))
    except thai.NumberError:
        return plain(printed) == plain(number)


RULE = Rule(
    code="H12",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="เลขที่และวันที่บนหนังสือตรงกับทะเบียนหนังสือส่ง",
    why=(
        "สารบรรณให้เลขและวันที่เมื่อส่งออก หนังสือ สำเนา และทะเบียนต้องตรงกัน ถ้าไม่ตรง "
        "ผู้รับจะอ้างถึงหนังสือที่ค้นในทะเบียนไม่พบ ร่างที่ยังไม่ออกเลขให้เว้นว่างไว้"
    ),
    wrong="หนังสือ: ที่ กษ ๑๑๑๓/๖๕๔\nทะเบียน: กษ ๑๑๑๓/๖๕๓",
    right="หนังสือ: ที่ กษ ๑๑๑๓/๖๕๓\nทะเบียน: กษ ๑๑๑๓/๖๕๓",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๔๓",
    find=find,
    origins=(Origin.DOCUMENT,),
)
