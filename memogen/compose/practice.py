"""What would have a letter sent back though it can be made: headings, blanks and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.compose.enclosing import ENCLOSED, parted
from memogen.findings import N_, Finding
from memogen.model import Kind, Letter

_BLANK = re.compile(r"\[ระบุ[^\]]*\]")
_REGULATION = N_("ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๒")
_WEEKDAY = re.compile("^วัน[^0-9๐-๙]*?ที่[ \u00a0]*")
_NOT_IN_MEMO = ("อ้างถึง", ENCLOSED)


def practice(letter: Letter, kind: Kind) -> list[Finding]:
    """What would have the letter sent back though it can be made."""
    others = _other_headings(letter) if kind is Kind.MEMO else []
    return [*others, *_left_blanks(letter), *_odd_dates(letter)]


def _other_headings(letter: Letter) -> list[Finding]:
    """A memo has no อ้างถึง and no สิ่งที่ส่งมาด้วย lines: they belong in its text (H03).

    One that names a file prints nothing: the file goes along.
    """
    return [
        Finding(
            code="H03",
            file=letter.file,
            line=header.line,
            text=f"{name}: {header.value}",
            message=_("บันทึกข้อความไม่มีหัวข้อ “{name}”").format(name=name),
            hint=_("กล่าวถึงไว้ในเนื้อความ เช่น “ตามหนังสือ … ที่ … ลงวันที่ …”"),
            source=_(_REGULATION),
        )
        for name in _NOT_IN_MEMO
        for header in letter.all(name)
        if not (name == ENCLOSED and parted(header.value)[1])
    ]


def _left_blanks(letter: Letter) -> list[Finding]:
    """Places of the skeleton that nobody has filled (H20)."""
    return [
        Finding(
            code="H20",
            file=letter.file,
            line=number,
            text=blank,
            message=_("ยังไม่ได้เติม “{blank}”").format(blank=blank),
            hint=_("พิมพ์ข้อความจริงแทนที่วงเล็บนี้ทั้งวงเล็บ"),
        )
        for number, line in _lines(letter)
        for blank in _BLANK.findall(line)
    ]


def _odd_dates(letter: Letter) -> list[Finding]:
    """Dates in the text that no calendar has (D06), or that were another day of the week (D05)."""
    findings = []
    for number, line in _lines(letter):
        for found in thai.find_dates(line):
            if found.fault:
                text = line[found.start : found.end]
                bare = list(thai.find_dates(_WEEKDAY.sub("", text)))
                findings.append(
                    Finding(
                        code="D05" if bare and not bare[0].fault else "D06",
                        file=letter.file,
                        line=number,
                        text=text,
                        message=found.fault,
                        hint=_("เทียบกับปฏิทินแล้วแก้วันที่นี้"),
                    )
                )
    return findings


def _lines(letter: Letter) -> Iterator[tuple[int, str]]:
    """What stands in the letter, line by line; the date of the letter itself is read by its header."""
    yield from ((header.line, header.value) for header in letter.headers if header.name != "วันที่")
    yield from enumerate(letter.body.split("\n"), start=letter.body_line)
