"""D05: a weekday that is not the date's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import dated_passages, dates, figures
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Passage

_NAMES = "|".join((*thai.WEEKDAYS, "พฤหัส"))
_NAMED = re.compile(rf"วัน({_NAMES})ฯ?ที่ *")
# The day before a dash has month and year in common with the day after it.
_FIRST_OF_SPAN = re.compile(rf"วัน({_NAMES})ฯ?(?:ที่)? *([0-9๐-๙]{{1,2}}) *(?:-|–|ถึง|และ) *(?:วันที่ *)?")
_AFTER = re.compile(rf" *\( *(?:ตรงกับ)?วัน({_NAMES})ฯ? *\)")
_REACH = 60


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in dated_passages(paper):
        if "วัน" in passage.seen:
            for found in dates(passage.seen):
                day = found.day or _without_weekday(passage.seen[found.start : found.end])
                if day:
                    yield from _judged(passage, found, day)


def _without_weekday(text: str) -> date | None:
    """The day of a date whose weekday may be wrong; None for a date that does not exist (D06)."""
    bare = dates(_NAMED.sub("", text))
    return bare[0].day if bare else None


def _judged(passage: Passage, found: thai.FoundDate, day: date) -> Iterator[Fault]:
    """The weekday before the date, one in brackets after it, and one before the first day of a span."""
    text = passage.seen
    before = _NAMED.match(text, found.start, found.end)
    if before and not thai.weekday_name(day).startswith(before[1]):
        yield _fault(passage, found.start, found.end, day)
    after = _AFTER.match(text, found.end)
    if after and not thai.weekday_name(day).startswith(after[1]):
        yield _fault(passage, found.start, after.end(), day)
    for first in _FIRST_OF_SPAN.finditer(text, max(0, found.start - _REACH), found.start):
        number = figures(first[2])
        if first.end() == found.start and 1 <= number <= day.day:
            started = day.replace(day=number)
            if not thai.weekday_name(started).startswith(first[1]):
                yield _fault(passage, first.start(), first.end(2), started)


def _fault(passage: Passage, start: int, end: int, day: date) -> Fault:
    right = thai.weekday_name(day)
    return Fault(
        passage=passage,
        start=start,
        end=end,
        message=_("“{text}” ไม่ตรงกับปฏิทิน {date} เป็นวัน{right}").format(
            text=passage.seen[start:end], date=thai.long_date(day), right=right
        ),
        hint=_("แก้เป็นวัน{right} หรือตรวจสอบวันที่").format(right=right),
    )


RULE = Rule(
    code="D05",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="ชื่อวันตรงกับวันที่",
    why="ชื่อวันที่ไม่ตรงกับวันที่ทำให้ผู้รับไม่รู้ว่าจะมาวันไหน มักเกิดจากการแก้หนังสือปีก่อนแล้วลืมแก้ชื่อวัน",
    wrong="วันพุธที่ ๒๗ มีนาคม ๒๕๖๖",
    right="วันจันทร์ที่ ๒๗ มีนาคม ๒๕๖๖",
    source="คำนวณจากปฏิทิน",
    find=find,
)
