"""D17: a length of time that is not that of its years or dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import dates, figures, letter_date
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Passage

_D = "[0-9๐-๙]"
_BE = rf"[2๒][45๔๕]{_D}{{2}}"
_YEARS = re.compile(
    rf"(?<![0-9๐-๙.,/-])({_D}{{1,2}}) *ปี *\( *(?:ปีงบประมาณ)? *(?:พ\.ศ\.)? *({_BE})"
    rf" *(?:-|–|ถึง) *(?:พ\.ศ\.)? *({_BE}) *\)"
)
_PLAN = re.compile(r"(?:แผน|ยุทธศาสตร์)[^\n]{0,60}\Z")
"""The years of a plan are counted with the first and the last."""
_DAYS = re.compile(
    r"[ ,(]*(?:รวมเป็นเวลา|รวมระยะเวลา|รวมเวลา|เป็นระยะเวลา|เป็นเวลา|ระยะเวลา|มีกำหนด|รวมทั้งสิ้น|รวม)"
    rf" *({_D}{{1,3}}) *(?P<unit>วัน|เดือน|ปี)(?!ทำการ|ทำงาน|ที่)"
)
_DAYS_BEFORE = re.compile(
    r"(?:เป็นเวลา|ระยะเวลา|มีกำหนด|กำหนดเวลา|รวมทั้งสิ้น|รวม)"
    rf" *({_D}{{1,3}}) *(?P<unit>วัน|เดือน|ปี)[ ,(]*(?:โดย)?(?:เริ่ม|นับ)?(?:ตั้งแต่|ระหว่าง|แต่)?วันที่ *\Z"
)
_REACH = 80
"""How far before the first day the length of time may stand."""
_BETWEEN = re.compile(r" *(?:-|–|ถึง) *(?:วัน[ก-๎]{0,12}ที่)? *")
_MISSING_MONTH = re.compile(rf"(?<![0-9๐-๙.,/])({_D}{{1,2}}) *(?:-|–|ถึง) *(?:วันที่)? *\Z")
_BORN = re.compile(r"เกิด(?:เมื่อ)?(?:วันที่)? *\Z")
_AGE = re.compile(rf"[ ,]*(?:ปัจจุบัน)?(?:มี)?อายุ *({_D}{{1,3}}) *ปี")
_WEEKEND = 5


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    written = letter_date(paper)
    for passage in paper.passages:
        text = passage.seen
        if "ปี" in text:
            yield from _years(passage)
        if "วัน" in text and ("รวม" in text or "เวลา" in text or "กำหนด" in text):
            yield from _days(passage)
        if "เกิด" in text and "อายุ" in text and written:
            yield from _age(passage, written)


def _years(passage: Passage) -> Iterator[Fault]:
    for found in _YEARS.finditer(passage.seen):
        length = figures(found[3]) - figures(found[2])
        span, counted = (found.start(), found.end()), _("นับได้ {count} ปี")
        if figures(found[1]) not in (length, length + 1):
            yield _fault(passage, *span, counted, length + 1)
        elif figures(found[1]) == length and _PLAN.search(passage.seen, max(0, span[0] - _REACH), span[0]):
            yield replace(_fault(passage, *span, counted, length + 1), severity=Severity.WARNING)


def _days(passage: Passage) -> Iterator[Fault]:
    text, found = passage.seen, dates(passage.seen)
    for index, last in enumerate(found):
        first = _first_day(text, found[index - 1] if index else None, last)
        if first is None or last.day is None or first[0] > last.day:
            continue
        before = _DAYS_BEFORE.search(text, max(0, first[1] - _REACH), first[1])
        after = _DAYS.match(text, last.end)
        for length in filter(None, (before, after)):
            start, end = min(first[1], length.start(1)), max(last.end, length.end("unit"))
            yield from _judged(passage, length, (first[0], last.day), (start, end))


def _judged(
    passage: Passage, length: re.Match[str], days: tuple[date, date], span: tuple[int, int]
) -> Iterator[Fault]:
    said, (first, last) = figures(length[1]), days
    if length["unit"] == "วัน":
        count = (last - first).days + 1
        if not _fewest(first, last) <= said <= count:
            yield _fault(passage, *span, _("นับได้ {count} วัน"), count)
        return
    count = _whole_months(first, last)
    if count and count != said * (12 if length["unit"] == "ปี" else 1):
        yield _fault(passage, *span, _("นับได้ {count} เดือน"), count)


def _whole_months(first: date, last: date) -> int:
    """The months from the first day to the last, 0 where they are not whole months."""
    following = last + timedelta(days=1)
    if following.day != first.day:
        return 0
    return (following.year - first.year) * 12 + following.month - first.month


def _first_day(text: str, before: thai.FoundDate | None, last: thai.FoundDate) -> tuple[date, int] | None:
    """The first day of a span that ends with `last`, and where it stands."""
    if before and before.day:
        between = _BETWEEN.match(text, before.end)
        if between and between.end() == last.start:
            return before.day, before.start
    bare = _MISSING_MONTH.search(text, max(0, last.start - 30), last.start)
    if bare and last.day and 1 <= figures(bare[1]) <= last.day.day:
        return last.day.replace(day=figures(bare[1])), bare.start()
    return None


def _fewest(first: date, last: date) -> int:
    """The fewest days that may be meant: nights, or working days with a holiday for every five of them."""
    length = (last - first).days
    if length > 400:
        return length
    working = sum((first + timedelta(days)).weekday() < _WEEKEND for days in range(length + 1))
    return min(length, working - working // 5)


def _age(passage: Passage, written: date) -> Iterator[Fault]:
    text = passage.seen
    for found in dates(text):
        age = _AGE.match(text, found.end)
        if (
            age
            and found.day
            and found.day < written
            and _BORN.search(text, max(0, found.start - 30), found.start)
        ):
            years = written.year - found.day.year
            if abs(figures(age[1]) - years) > 1:
                yield _fault(passage, found.start, age.end(), _("นับได้ {count} ปี"), years)


def _fault(passage: Passage, start: int, end: int, counted: str, count: int) -> Fault:
    return Fault(
        passage=passage,
        start=start,
        end=end,
        message=_("ระยะเวลาใน “{text}” ไม่ตรงกับวันหรือปีที่เขียนไว้").format(text=passage.seen[start:end]),
        hint=counted.format(count=thai.to_thai_digits(str(count))),
    )


RULE = Rule(
    code="D17",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="จำนวนวันหรือปีตรงกับวันเริ่มและวันสิ้นสุด",
    why=(
        "เมื่อแก้วันเริ่มหรือปีสิ้นสุดแล้วลืมแก้จำนวนวันหรือปี ผู้อ่านจะไม่รู้ว่าเลขใดถูก รับทั้งการนับรวมและไม่รวมวันแรก "
        "และการนับเฉพาะวันทำการ"
    ),
    wrong="แผนปฏิบัติราชการ ระยะ ๓ ปี (พ.ศ. ๒๕๖๖ - ๒๕๗๐)",
    right="แผนปฏิบัติราชการ ระยะ ๕ ปี (พ.ศ. ๒๕๖๖ - ๒๕๗๐)",
    source="คำนวณจากวันและปีที่เขียนในหนังสือ",
    find=find,
)
