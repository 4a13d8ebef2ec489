"""D13: a fiscal year or quarter that is not that of its dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from gettext import gettext as _
from operator import attrgetter

from memogen import thai
from memogen.check.dating import dates, figures
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Passage

_D = "[0-9๐-๙]"
_YEAR = re.compile(rf"ปีงบประมาณ *(?:พ\.ศ\. *)?([2๒][5๕]{_D}{{2}})(?!{_D})")
_BEFORE_DATES = re.compile(r"[ ,(]*(?:(?:ระหว่าง|ตั้งแต่|คือ|เริ่ม|นับ)[ ]*)*(?:วันที่)? *")
_BETWEEN = re.compile(r" *(?:-|–|ถึง) *(?:วันที่)? *")
_MONTHS = "|".join((*thai.MONTHS, *map(re.escape, thai.SHORT_MONTHS)))
_MONTH_OF = {name: index % 12 + 1 for index, name in enumerate((*thai.MONTHS, *thai.SHORT_MONTHS))}
_QUARTER = re.compile(
    rf"ไตรมาส(?:ที่)? *([1-4๑-๔])(?: *(?:ของ|ประจำ)? *ปีงบประมาณ *(?:พ\.ศ\. *)?{_D}{{4}})?"
    rf"[ ,:]*\(? *(?:ระหว่าง|ตั้งแต่)?(?:วันที่ *)?(?:{_D}{{1,2}} *)?(?:เดือน)?({_MONTHS})"
    rf" *(?:[2๒]?[5๕]?{_D}{{2}})? *(?:-|–|ถึง) *(?:วันที่ *)?(?:{_D}{{1,2}} *)?(?:เดือน)?({_MONTHS})"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if "ปีงบประมาณ" in text:
            for year in _YEAR.finditer(text):
                yield from _judged(passage, year)
        if "ไตรมาส" in text:
            for quarter in _QUARTER.finditer(text):
                yield from _judged_quarter(passage, quarter)


def _judged(passage: Passage, year: re.Match[str]) -> Iterator[Fault]:
    span = _span_after(passage.seen, year.end())
    if span is None:
        return
    first, last, end = span
    year_be = figures(year[1])
    if first <= last and {thai.fiscal_year(first), thai.fiscal_year(last)} != {year_be}:
        starts, ends = thai.fiscal_year_span(year_be)
        yield Fault(
            passage=passage,
            start=year.start(),
            end=end,
            message=_("ช่วงวันที่ใน “{text}” ไม่อยู่ในปีงบประมาณนั้น").format(text=passage.seen[year.start() : end]),
            hint=_("ปีงบประมาณ พ.ศ. {year} คือ {first} ถึง {last}").format(
                year=thai.to_thai_digits(str(year_be)),
                first=thai.long_date(starts),
                last=thai.long_date(ends),
            ),
        )


def _span_after(text: str, index: int) -> tuple[date, date, int] | None:
    """The span of two dates right after the year, and where it ends."""
    before = _BEFORE_DATES.match(text, index)
    every = dates(text)
    next_one = bisect_left(every, index, key=attrgetter("start"))
    found = every[next_one : next_one + 2]
    if not before or len(found) < 2 or found[0].start != before.end():
        return None
    between = _BETWEEN.match(text, found[0].end)
    first, last = found[0].day, found[1].day
    if first is None or last is None or not between or between.end() != found[1].start:
        return None
    return first, last, found[1].end


def _judged_quarter(passage: Passage, quarter: re.Match[str]) -> Iterator[Fault]:
    number = figures(quarter[1])
    starts = (number * 3 + 6) % 12 + 1
    right = (starts, starts + 2)
    if (_MONTH_OF[quarter[2]], _MONTH_OF[quarter[3]]) != right:
        yield Fault(
            passage=passage,
            start=quarter.start(),
            end=quarter.end(),
            message=_("เดือนใน “{text}” ไม่ใช่ไตรมาสนั้นของปีงบประมาณ").format(text=quarter[0]),
            hint=_("ไตรมาสที่ {number} ของปีงบประมาณคือ {first} ถึง {last}").format(
                number=thai.to_thai_digits(str(number)),
                first=thai.MONTHS[right[0] - 1],
                last=thai.MONTHS[right[1] - 1],
            ),
        )


RULE = Rule(
    code="D13",
    severity=Severity.WARNING,
    basis=Basis.CONTRADICTION,
    title="ปีงบประมาณและไตรมาสตรงกับวันที่ที่เขียนกำกับ",
    why="ปีงบประมาณเริ่ม ๑ ตุลาคม และเรียกตามปีที่สิ้นสุด ผู้ร่างจึงมักลงปีผิดไปหนึ่งปี หรือนับไตรมาสตามปีปฏิทิน",
    wrong="ปีงบประมาณ พ.ศ. ๒๕๖๖ (๑ ตุลาคม ๒๕๖๖ - ๓๐ กันยายน ๒๕๖๗)",
    right="ปีงบประมาณ พ.ศ. ๒๕๖๖ (๑ ตุลาคม ๒๕๖๕ - ๓๐ กันยายน ๒๕๖๖)",
    source="กฎหมายว่าด้วยวิธีการงบประมาณ นิยามปีงบประมาณ และการคำนวณจากปฏิทิน",
    find=find,
)
