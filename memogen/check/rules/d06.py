"""D06: a date that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import dated_passages, dates, figures
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Passage

_WEEKDAY = re.compile("^วัน[^0-9๐-๙]*?ที่ *")
_YEAR = re.compile("[0-9๐-๙]+$")
_FIRST_YEAR = 2432
_D = "[0-9๐-๙]"
_IN_FIGURES = re.compile(
    r"(?<!ข้อ )(?<!เลขที่ )(?<!ครั้งที่ )(?<!คำสั่งที่ )"
    rf"(?<![0-9๐-๙./-])({_D}{{1,2}})([/.-])({_D}{{1,2}})\2((?:[2๒][45๔๕]|[1๑][9๙]|[2๒][0๐]){_D}{{2}})(?![0-9๐-๙./-])"
)
_LAST_DAYS = "|".join(
    f"(?:[3๓][1๑]) *{month}" for month in ("เมษายน", "มิถุนายน", "กันยายน", "พฤศจิกายน", "กุมภาพันธ์")
)
_WITHOUT_YEAR = re.compile(rf"(?<![0-9๐-๙.,/])(?:{_LAST_DAYS}|[3๓][0๐] *กุมภาพันธ์)(?! *(?:[พค]\.ศ\. *)?{_D})")
_MAYBE_FIGURES = re.compile("[0-9๐-๙][/.-][0-9๐-๙]{1,2}[/.-][0-9๐-๙]{4}")
_MAYBE_LAST_DAY = re.compile("[3๓][01๐๑] *[เมกพ]")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in dated_passages(paper):
        text = passage.seen
        for found in dates(text):
            fault = _impossible(text[found.start : found.end]) if found.fault else ""
            if fault:
                yield _fault(passage, found.start, found.end, fault)
        for numeric in _IN_FIGURES.finditer(text) if _MAYBE_FIGURES.search(text) else ():
            fault = _impossible_in_figures(numeric)
            if fault:
                yield _fault(passage, *numeric.span(), fault)
        for bare in _WITHOUT_YEAR.finditer(text) if _MAYBE_LAST_DAY.search(text) else ():
            yield _fault(passage, *bare.span(), _("ไม่มีวันที่ {text} ในปฏิทิน").format(text=bare[0]))


def _fault(passage: Passage, start: int, end: int, message: str) -> Fault:
    return Fault(passage=passage, start=start, end=end, message=message, hint=_("เทียบกับปฏิทินแล้วแก้วันที่นี้"))


def _impossible(text: str) -> str:
    """What is wrong with the date itself; weekdays are D05's, short years D09's, old ones may be right."""
    bare = _WEEKDAY.sub("", text)
    year = _YEAR.search(bare)
    if year is None or len(year[0]) == 3 or (len(year[0]) == 4 and figures(year[0]) < _FIRST_YEAR):
        return ""
    faults = [found.fault for found in dates(bare)]
    return faults[0] if faults else ""


def _impossible_in_figures(numeric: re.Match[str]) -> str:
    """A numeric date whose month has no such day; the figures of anything else say nothing."""
    day, month = figures(numeric[1]), figures(numeric[3])
    if not (29 <= day <= 31 and 1 <= month <= 12):
        return ""
    try:
        thai.parse_date(numeric[0])
    except thai.DateError as error:
        return str(error)
    return ""


RULE = Rule(
    code="D06",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="วันที่มีอยู่จริงในปฏิทิน",
    why="วันที่ ๓๑ เมษายน หรือ ๒๙ กุมภาพันธ์ของปีที่ไม่ใช่อธิกสุรทิน ทำให้กำหนดนัดและกำหนดส่งใช้ไม่ได้ ผู้รับต้องสอบถามกลับมา",
    wrong="ภายในวันที่ ๓๑ เมษายน ๒๕๖๖",
    right="ภายในวันที่ ๓๐ เมษายน ๒๕๖๖",
    source="คำนวณจากปฏิทิน",
    find=find,
)
