"""The date of a cited letter, which follows its number: ลงวันที่, ลว. or วันที่."""

from __future__ import annotations

import re
from datetime import date
from gettext import gettext as _

from memogen import thai
from memogen.citations.spelling import AT, DIGIT, SPACE

_DAY = (
    rf"{DIGIT}{{1,2}}{SPACE}[-/]?{SPACE}(?:เดือน{SPACE})?"
    rf"[ก-ฮเ-ไ][ก-๎.]{{1,14}}(?: [คพย]\.(?! ?ศ))?{SPACE}[-/]?{SPACE}"
    rf"(?:[พค]{SPACE}\.?{SPACE}ศ{SPACE}\.?)?{SPACE}['’]?(?:{DIGIT}{{2,5}})?"
    rf"|{DIGIT}{{1,4}} ?[-/.] ?{DIGIT}{{1,2}} ?[-/.] ?{DIGIT}{{1,5}}"
)
_SAME = "เดียวกัน|ดังกล่าว"
_BLUR = r"[0-9๐-๙.…_][^\s,;)]{0,20}(?: [^\s,;)]{1,20}){0,2}"
_DATE = re.compile(
    rf"{SPACE},?{SPACE}(?:และ)?{SPACE}(?P<label>ลง{SPACE}วัน{AT}?|ลว{SPACE}\.?|วัน{AT}){SPACE}"
    rf"(?:(?P<same>{_SAME})|(?P<day>{_DAY})|(?P<blur>{_BLUR}))?"
)
LABEL = re.compile(r"ลง\s?วันที่|ลงวันท่ี|ลว\.?(?=\s?[0-9๐-๙])")
"""The labels that only documents have, not days in general."""
_SUBJECT = re.compile(r"[^\S\n]{0,20}\n?[^\S\n]{0,40}เรื่อง[^\n]{1,300}?(?=ลงวันที่|ลว\.?\s?[0-9๐-๙])")


def date_after(plain: str, end: int, limit: int) -> re.Match[str] | None:
    """The date that follows a number at once or after its เรื่อง, never one behind `limit`."""
    subject = _SUBJECT.match(plain, end, limit)
    return _DATE.match(plain, subject.end() if subject else end)


def is_of_document(when: re.Match[str] | None) -> bool:
    """Whether the label is ลงวันที่ or ลว., not วันที่ alone."""
    return when is not None and when["label"].startswith("ล")


def read_date(when: re.Match[str], before: date | None) -> tuple[date | None, str]:
    """The day, `before` for ลงวันที่เดียวกัน, and what is wrong with it in a sentence or nothing."""
    if when["same"]:
        return before, ""
    if when["day"]:
        try:
            return thai.parse_date(when["day"]), ""
        except thai.DateError as error:
            return None, str(error)
    if not is_of_document(when):
        return None, ""
    typed = " ".join(when[0].split())
    return None, _("อ่านวันที่ของหนังสือที่อ้าง “{text}” ไม่ได้ กรุณาเขียน เช่น ลงวันที่ ๒๗ มีนาคม ๒๕๖๖").format(text=typed)
