"""Dates as people type them, understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _

from memogen.thai.dates import (
    MONTHS,
    SHORT_MONTHS,
    WEEKDAYS,
    DateError,
    from_be,
    from_ce,
    long_date,
    weekday_name,
)
from memogen.thai.digits import to_arabic_digits, to_thai_digits
from memogen.thai.text import normalise

_FIRST_BE_WITHOUT_ERA = 2400
_FIRST_CE_WITHOUT_ERA = 1900

_MONTH_OF = {
    name.replace(".", ""): number
    for names in (MONTHS, SHORT_MONTHS)
    for number, name in enumerate(names, start=1)
}
_DAY_NAMES = "|".join((*WEEKDAYS, "พฤหัสฯ?"))
_LABEL = re.compile(rf"(?:ลง|ลว\.?|ณ|เมื่อ|ใน)? ?(?:วันที่|(?:วัน)?(?P<weekday>{_DAY_NAMES})(?: ?ที่)?)? ?")
_ERA = r"(?:ปี ?)?(?P<era>[พคร] ?\.? ?ศ ?\.?|พุทธศักราช|คริสต์ศักราช)?"
_NAMED = re.compile(
    r"(?P<day>[0-9]{1,4}) ?[-/]? ?(?:เดือน ?)?(?P<month>[ก-ฮเ-ไ][ก-ฮะ-ฺเ-๎. ]*?) ?[-/]? ?"
    + _ERA
    + r" ?['’]?(?P<year>[0-9]{0,5})"
)
_NUMERIC = re.compile(
    r"(?P<day>[0-9]{1,2}) ?([-/.]) ?(?P<month>[0-9]{1,2}) ?\2 ?" + _ERA + r" ?(?P<year>[0-9]{1,5})"
)
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})(?P<era>)")
_IN_TEXT = re.compile(
    rf"(?:วัน(?:{_DAY_NAMES})ที่[ \u00a0]*)?(?<![0-9๐-๙])[0-9๐-๙]{{1,2}}[ \u00a0]*"
    rf"(?:{'|'.join(map(re.escape, (*MONTHS, *SHORT_MONTHS)))})"
    r"[ \u00a0]*(?:[พค]\.ศ\.[ \u00a0]*)?[0-9๐-๙]{2,4}(?![0-9๐-๙])"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in running text: `text[start:end]` is the day, or `fault` says why it is none."""

    start: int
    end: int
    day: date | None
    fault: str = ""


def parse_date(text: str) -> date:
    """A date as people type it, in either digits: `๒๗ มีนาคม ๒๕๖๖`, `27 มี.ค. 66`, `27/3/2566`, `2566-03-27`.

    Before it may stand วันที่, ลงวันที่, ลว. or วันจันทร์ที่ (the weekday must be the date's), before the year
    พ.ศ. or ค.ศ. Without them a year from 2400 is พ.ศ., from 1900 to 2399 ค.ศ., and two digits are พ.ศ. 25xx.
    Years พ.ศ. 2432 to 2942 (1 April 1889 to 31 December 2399) can be read, with the new year of 1 April until
    พ.ศ. 2483. Raises DateError, whose Thai sentence says what is wrong and what to write.
    """
    typed = " ".join(to_arabic_digits(normalise(text)).split())
    label = _LABEL.match(typed)
    body = typed[label.end() :] if label else typed
    day = _read_body(body, text)
    if label and label["weekday"]:
        _check_weekday(label["weekday"].rstrip("ฯ"), day)
    return day


def find_dates(text: str) -> Iterator[FoundDate]:
    """The dates in running text that have their month in letters, with those that do not exist."""
    for match in _IN_TEXT.finditer(text):
        try:
            yield FoundDate(match.start(), match.end(), parse_date(match[0]))
        except DateError as error:
            yield FoundDate(match.start(), match.end(), None, str(error))


def _read_body(body: str, text: str) -> date:
    numeric = _YEAR_FIRST.fullmatch(body) or _NUMERIC.fullmatch(body)
    if numeric:
        return _day_of(int(numeric["day"]), int(numeric["month"]), numeric["year"], numeric["era"])
    named = _NAMED.fullmatch(body)
    if not named:
        raise DateError(
            _("อ่านวันที่ “{text}” ไม่ได้ กรุณาเขียน เช่น ๒๗ มีนาคม ๒๕๖๖ หรือ 27/3/2566").format(text=text[:60])
        )
    month = _month_of(named["month"])
    if not named["year"]:
        raise DateError(_("วันที่ “{text}” ไม่มีปี กรุณาเขียนปี พ.ศ. เช่น ๒๗ มีนาคม ๒๕๖๖").format(text=text[:60]))
    return _day_of(int(named["day"]), month, named["year"], named["era"])


def _month_of(name: str) -> int:
    month = _MONTH_OF.get(name.replace(".", "").replace(" ", ""))
    if month:
        return month
    from difflib import get_close_matches

    close = get_close_matches(name, (*MONTHS, *SHORT_MONTHS), n=1, cutoff=0.5)
    if close:
        raise DateError(
            _("ไม่รู้จักเดือน “{name}” ที่ใกล้ที่สุดคือ “{nearest}” กรุณาแก้ชื่อเดือน").format(
                name=name[:60], nearest=close[0]
            )
        )
    raise DateError(_("ไม่รู้จักเดือน “{name}” กรุณาเขียนชื่อเดือน เช่น มีนาคม หรือ มี.ค.").format(name=name[:60]))


def _day_of(day: int, month: int, year: str, era: str | None) -> date:
    if (era or "").startswith("ร"):
        raise DateError(_("ยังไม่รับปี ร.ศ. กรุณาเขียนเป็น พ.ศ. (ร.ศ. บวก ๒๓๒๔)"))
    is_ce = (era or "").startswith("ค")
    if len(year) == 2 and not is_ce:
        return from_be(day, month, 2500 + int(year))
    if len(year) != 4:
        raise DateError(_("ปี “{year}” ไม่ครบ กรุณาเขียนปี พ.ศ. สี่หลัก เช่น ๒๕๖๖").format(year=to_thai_digits(year)))
    number = int(year)
    if not era and number < _FIRST_CE_WITHOUT_ERA:
        raise DateError(
            _("ไม่แน่ชัดว่าปี {year} เป็น พ.ศ. หรือ ค.ศ. กรุณาเขียน พ.ศ. หรือ ค.ศ. หน้าปี").format(
                year=to_thai_digits(year)
            )
        )
    if is_ce or (not era and number < _FIRST_BE_WITHOUT_ERA):
        return from_ce(day, month, number)
    return from_be(day, month, number)


def _check_weekday(name: str, day: date) -> None:
    if not weekday_name(day).startswith(name):
        raise DateError(
            _("{date} เป็นวัน{right} ไม่ใช่วัน{wrong} กรุณาแก้ชื่อวันหรือวันที่").format(
                date=long_date(day), right=weekday_name(day), wrong=name
            )
        )
