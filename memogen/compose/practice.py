"""What would have a letter sent back though it can be made: headings, blanks and dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from gettext import gettext as _

from memogen import thai
from memogen.blanks import BOX, DOTS
from memogen.compose.enclosing import ENCLOSED, parted
from memogen.findings import N_, Finding, Severity
from memogen.model import Kind, Letter

_BLANK = re.compile(r"\[ระบุ[^\]]*\]")
_REGULATION = N_("ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๒")
_WEEKDAY = re.compile("^วัน[^0-9๐-๙]*?ที่[ \u00a0]*")
_FEW = re.compile(r"(?<![.…_])(?:\.{3,4}|…)(?![.…_])")
_MAY_BE_FILLED_IN = re.compile(rf"{DOTS}|\[ \]|{BOX}|\|[ \t]*\||\[\[")
"""Blanks, boxes, empty cells, and data tables, whose cells may be empty."""
_NOT_IN_MEMO = ("อ้างถึง", ENCLOSED)


def practice(letter: Letter, kind: Kind) -> list[Finding]:
    """What would have the letter sent back though it can be made."""
    own = _OF_KIND[kind](letter) if kind in _OF_KIND else []
    return [*own, *_left_blanks(letter), *_odd_dates(letter)]


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


def _of_form(letter: Letter) -> list[Finding]:
    """Dots too few to be a blank (L47); a form in which nothing can be filled in (L48)."""
    findings = [
        _too_few(letter, number, found[0]) for number, line in _lines(letter) for found in _FEW.finditer(line)
    ]
    if letter.body and not _MAY_BE_FILLED_IN.search(letter.body):
        findings.append(
            Finding(
                code="L48",
                severity=Severity.WARNING,
                file=letter.file,
                line=letter.body_line,
                message=_("แบบรายงานนี้ไม่มีที่ให้กรอก"),
                hint=_("พิมพ์จุดห้าจุดขึ้นไป (.....) ตรงที่ให้กรอก [ ] ตรงที่ให้ทำเครื่องหมาย หรือเว้นช่องตารางว่างไว้"),
            )
        )
    return findings


def _too_few(letter: Letter, line: int, dots: str) -> Finding:
    return Finding(
        code="L47",
        severity=Severity.WARNING,
        file=letter.file,
        line=line,
        text=dots,
        message=_("จุดไม่ถึงห้าจุด จะพิมพ์เป็นจุดตามที่พิมพ์ ไม่เป็นเส้นให้กรอก"),
        hint=_("ถ้าให้กรอกตรงนี้ พิมพ์จุดห้าจุดขึ้นไป (.....)"),
    )


_OF_KIND: Mapping[Kind, Callable[[Letter], list[Finding]]] = {Kind.MEMO: _other_headings, Kind.FORM: _of_form}


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
