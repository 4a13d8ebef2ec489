"""Numbers of letters (กษ ๑๑๑๓/๖๕๓), orders and certificates (ที่ ๑๒๓/๒๕๖๖) in a text, found by their stroke."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _

from memogen import thai
from memogen.citations.spelling import AT, DIGIT, SPACE

_MONTHS = "|".join(map(re.escape, (*thai.MONTHS, *thai.SHORT_MONTHS)))
_IN_BRACKETS = rf"(?:\({SPACE}[ก-ฮ]{{1,4}}{SPACE}\){SPACE})?"
# Saraban page, 3.1; letters joined to a word before them are a code only after these words.
_CODE = re.compile(
    r"(?:(?<![ก-๎])|(?<=ที่)|(?<=ท่ี)|(?<=หนังสือ)|(?<=ข้อความ)|(?<=และ))"
    rf"[ก-ฮ]{{2,4}}{SPACE}{_IN_BRACKETS}{DIGIT}{{3,6}}{SPACE}{_IN_BRACKETS}"
    rf"(?:\.{SPACE}{DIGIT}{{1,4}}){{0,4}}{SPACE}\Z"
)
_CODE_REACH = 70
_SPACES = 61  # as many as may stand before the stroke
# After the number may stand a year, or the mark of an inserted number (/๑ .๑ ก): read, and told as a fault.
_RUNNING = re.compile(
    rf"{SPACE}(?P<run>ว\.?{SPACE}{DIGIT}{{1,9}}|{DIGIT}{{1,9}}(?!{SPACE}(?:{_MONTHS}))|ว(?![ก-๎]))(?!{DIGIT})"
    rf"(?:{SPACE}/{SPACE}{DIGIT}{{1,4}}|\.{DIGIT}{{1,3}}|{SPACE}[ก-ฉ](?![ก-๎.]))?"
)
_SERIAL = re.compile(rf"{AT}{SPACE}(?P<serial>{DIGIT}{{1,6}}){SPACE}\Z")
_SERIAL_REACH = 60
_YEAR = re.compile(rf"{SPACE}(?P<year>{DIGIT}{{4}}|{DIGIT}{{2}})(?!{DIGIT}|{SPACE}[/.]{SPACE}{DIGIT})")


@dataclass(frozen=True, slots=True)
class Mark:
    """What looks like a number: of a letter, or of an order when it has a `serial` and a `year`.

    It begins at the code or the serial, behind any ที่.
    """

    start: int
    end: int
    running: str = ""
    serial: str = ""
    year: str = ""


def marks(plain: str) -> Iterator[Mark]:
    """Every number of a text, in order, none over another."""
    end = 0
    stroke = plain.find("/")
    while stroke >= 0:
        mark = _mark(plain, stroke, end)
        if mark:
            end = mark.end
            yield mark
        stroke = plain.find("/", max(stroke + 1, end))


def _mark(plain: str, stroke: int, after: int) -> Mark | None:
    before = plain[max(after, stroke - _SPACES) : stroke].rstrip()
    if not before or not (before[-1].isdigit() or before[-1] == ")"):
        return None  # most strokes stand between words
    return _letter(plain, stroke, after) or _order(plain, stroke, after)


def _letter(plain: str, stroke: int, after: int) -> Mark | None:
    code = _CODE.search(plain, max(after, stroke - _CODE_REACH), stroke)
    if not code:
        return None
    running = _RUNNING.match(plain, stroke + 1)
    if not running:
        return Mark(code.start(), stroke + 1)
    return Mark(code.start(), running.end(), running["run"])


def _order(plain: str, stroke: int, after: int) -> Mark | None:
    serial = _SERIAL.search(plain, max(after, stroke - _SERIAL_REACH), stroke)
    year = _YEAR.match(plain, stroke + 1) if serial else None
    if not serial or not year:
        return None
    return Mark(serial.start("serial"), year.end(), serial=serial["serial"], year=year["year"])


def read_number(text: str) -> tuple[thai.DocumentNumber | None, str]:
    """A letter's number, and what is wrong with it in a sentence or nothing."""
    try:
        number = thai.parse_number(text)
    except thai.NumberError as error:
        return None, str(error)
    if number.running is None:
        return number, _("เลขที่ของหนังสือที่อ้าง “{number}” ยังไม่มีเลขหลังเครื่องหมายทับ").format(number=number)
    return number, ""


def read_order(mark: Mark) -> tuple[tuple[int, int] | None, str]:
    """Serial and year พ.ศ. of an order's number, and what is wrong with it in a sentence or nothing."""
    serial, year = (int(thai.to_arabic_digits(part)) for part in (mark.serial, mark.year))
    year += 2500 if year < 100 else 0
    if serial and 2400 <= year < 2700:
        return (serial, year), ""
    typed = f"{mark.serial}/{mark.year}"
    return None, _("อ่านเลขที่ “{number}” ไม่ได้ กรุณาเขียนเลขทับปี พ.ศ. เช่น ๑๒๓/๒๕๖๖").format(number=typed)
