"""What a cell of an old book means: its running number, its day, its time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from memogen import thai
from memogen.sheets.table import Cell

MOST_AT_ONCE = 200  # numbers in one row; more is a slip of the pen

_NUMBER = re.compile(
    r"(?:เลข)?(?:ที่)? ?(?:(?P<code>[ก-ฮ]{2,4}[ก-ฮ0-9 .()]*[0-9)]) ?/)? ?(?P<circular>ว)?\.? ?"
    r"(?P<first>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.0+)?"
    r"(?: ?(?:-|–|ถึง) ?(?:ว\.? ?)?(?P<last>[0-9]{1,9}))?"
    r"(?P<suffix> ?(?:[/.] ?[0-9]{1,2}(?![0-9])| ?[ก-ฮ](?![ก-๎])))?"
    r"(?: ?/ ?(?:พ\.?ศ\.? ?)?(?P<year>2[45][0-9]{2}|[0-9]{2}))?"
    r"(?P<rest> ?(?:[(*\[]|- ?(?=[ก-๎])|ยกเลิก|ไม่ใช้|จอง|กันเลข|แทรก).*)?",
)
_CODE_ALONE = re.compile(r"[^/]+/?(?: ?ว)?")
_DAY_MONTH = re.compile(r"(?:ลงวันที่|วันที่|ลว\.?)? ?([0-9]{1,2}) ?(?:[-/.] ?([0-9]{1,2})|([ก-ฮ][ก-๎.]+))\.?")
_DAY_ALONE = re.compile(r"(?:วันที่)? ?([0-9]{1,2})")
_MONTH = re.compile(
    "|".join(re.escape(name) for name in (*thai.MONTHS, *thai.SHORT_MONTHS))
    + "|"
    + "|".join(re.escape(name.rstrip(".")) for name in thai.SHORT_MONTHS)
    + rf"|(?<![ก-๎])(?:{'|'.join(name.replace('.', '') for name in thai.SHORT_MONTHS)})(?![ก-๎])"
)
_YEAR = re.compile(r"(?<![0-9/.])(2[45][0-9]{2})(?![0-9])")
_YEAR_SAID = re.compile(r"(?:พ\.? ?ศ\.?|ปี) *(2[45][0-9]{2})(?![0-9])")
_YEAR_SHORT = re.compile(r"[\s.'’/-]*([0-9]{2})(?![0-9])")
_MIDNIGHT = re.compile(r"[ T]00:00(?::00)?(?:\.0+)?$")
_CLOCK = re.compile(r"(?:เวลา ?)?([0-9]{1,2})[.:]([0-9]{2})(?::[0-9]{2})?(?: ?น\.?)?$")
_FIRST_SERIAL_DAY, _LAST_SERIAL_DAY = 36_526, 55_153  # 2000 to 2050 as Excel counts days
_DAYS_TO_BE = 198_327  # what a พ.ศ. year adds to them: 543 years
_EXCEL_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Serial:
    """A running number as typed: `ว ๗๑`, `กษ ๑๑๑๓/๖๕๓`, `120-125`, `๑๒๓/๑` (inserted), `12/2566`."""

    first: int
    last: int
    circular: bool = False
    code: str = ""
    inserted: str = ""
    year_be: int | None = None
    rest: str = ""  # words after the number, as (ยกเลิก)


@dataclass(frozen=True, slots=True)
class Day:
    """A day and how surely it is known: `guess` is empty, or which guess had to be made."""

    day: date
    guess: str = ""


YEAR_ADDED, EXCEL_CENTURY, CHRISTIAN_SHORT, DAY_COUNT, MONTH_ADDED = (
    "year",
    "excel",
    "christian",
    "count",
    "month",
)


@lru_cache(maxsize=4096)
def code_in(text: str) -> str:
    """The agency's code in a cell that holds a number or the code alone, or nothing.

    >>> code_in("กษ1113/")
    'กษ ๑๑๑๓'
    """
    serial = read_serial(text)
    if serial:
        return serial.code
    if not _CODE_ALONE.fullmatch(text):
        return ""
    return _code(text.partition("/")[0])


@lru_cache(maxsize=4096)
def read_serial(text: str, year_be: int | None = None) -> Serial | None:
    """The running number in a cell, None if there is none. `year_be` tells 12/66 from an inserted number.

    >>> read_serial("กษ ๑๑๑๓/ว ๗๑")
    Serial(first=71, last=71, circular=True, code='กษ ๑๑๑๓', inserted='', year_be=None, rest='')
    """
    typed = " ".join(thai.to_arabic_digits(thai.normalise(text)).split())
    match = _NUMBER.fullmatch(typed)
    if not match:
        return None
    code = _code(match["code"]) if match["code"] else ""
    first = int(match["first"].replace(",", ""))
    last = _last(first, match["last"])
    inserted, year = (match["suffix"] or "").strip(), match["year"]
    if inserted.startswith("/") and year_be and inserted[1:].strip() == f"{year_be % 100:02}":
        inserted, year = "", inserted[1:].strip()
    if (match["code"] and not code) or first < 1 or last is None:
        return None
    return Serial(
        first, last, bool(match["circular"]), code, inserted, _full_year(year), (match["rest"] or "").strip()
    )


def _last(first: int, typed: str | None) -> int | None:
    if typed is None:
        return first
    last = int(typed)
    if last < first and len(typed) < len(str(first)):  # ๑๒๐-๕ is ๑๒๐ to ๑๒๕
        last = int(str(first)[: -len(typed)] + typed)
    return last if first < last < first + MOST_AT_ONCE else None


def _full_year(typed: str | None) -> int | None:
    if not typed:
        return None
    return int(typed) if len(typed) == 4 else 2500 + int(typed)


@lru_cache(maxsize=1024)
def _code(text: str) -> str:
    try:
        return thai.parse_code(text)
    except thai.NumberError:
        return ""


def full_day(cell: Cell) -> date | None:
    """The day in a cell that gives its year, None for any other cell."""
    if isinstance(cell.value, date):
        return cell.value
    return _parsed(cell.text) if isinstance(cell.value, str) else None


def read_day(cell: Cell, year_be: int, month: int | None = None) -> Day | None:
    """The day in a cell of a book of this year, on a page of this month if it has one; None if there is none.

    Years left out, Excel's 1966 for ๖๖, and days that Excel shows as numbers are understood and said to be.
    """
    if isinstance(cell.value, Decimal):
        return _numbered_day(cell.value, year_be, month)
    day = full_day(cell)
    if day is None:
        return _short_day(cell.text, year_be, month)
    return _settled(day, year_be, is_typed=isinstance(cell.value, str))


def _settled(day: date, year_be: int, *, is_typed: bool) -> Day | None:
    """The day in the century that was meant: Excel makes 1966 of ๖๖; 23 is 2023 in a book of 2566."""
    year = year_be - 543
    is_excel_century = not is_typed and day.year != year and day.year % 100 == year_be % 100
    is_christian = is_typed and day.year + 543 == 2500 + year % 100 and day.year != year
    if not (is_excel_century or is_christian):
        return Day(day)
    try:
        return Day(day.replace(year=year), EXCEL_CENTURY if is_excel_century else CHRISTIAN_SHORT)
    except ValueError:
        return None


def _numbered_day(value: Decimal, year_be: int, month: int | None) -> Day | None:
    count = int(value)
    if count > _DAYS_TO_BE:
        count -= _DAYS_TO_BE
    if _FIRST_SERIAL_DAY <= count <= _LAST_SERIAL_DAY:
        return Day(_EXCEL_EPOCH + timedelta(days=count), DAY_COUNT)
    return _short_day(str(value), year_be, month)


def _short_day(text: str, year_be: int, month: int | None) -> Day | None:
    typed = " ".join(thai.to_arabic_digits(thai.normalise(text)).split())
    match = _DAY_MONTH.fullmatch(typed)
    if match:
        parts = (match[1], match[2] or match[3])
        day = _parsed(f"{parts[0]}/{parts[1]}/{year_be}" if match[2] else f"{parts[0]} {parts[1]} {year_be}")
        return Day(day, YEAR_ADDED) if day else None
    alone = _DAY_ALONE.fullmatch(typed)
    day = _parsed(f"{alone[1]}/{month}/{year_be}") if alone and month else None
    return Day(day, MONTH_ADDED) if day else None


@lru_cache(maxsize=2048)
def _parsed(text: str) -> date | None:
    try:
        return thai.parse_date(_MIDNIGHT.sub("", text))
    except thai.DateError:
        return None


def month_in(text: str) -> int | None:
    """The month that a title or the name of a sheet speaks of: `ประจำเดือน มีนาคม`, `มี.ค.66`."""
    return _month_and_year(text)[0]


def year_in(text: str) -> int | None:
    """The year พ.ศ. that a title or the name of a sheet speaks of: `ประจำปี พ.ศ. ๒๕๖๖`, `มี.ค.66`, `2566`."""
    return _month_and_year(text)[1]


@lru_cache(maxsize=256)
def _month_and_year(text: str) -> tuple[int | None, int | None]:
    typed = thai.to_arabic_digits(thai.normalise(text))
    month = _MONTH.search(typed)
    number = _month_number(month[0]) if month else None
    years = _YEAR_SAID.findall(typed) or _YEAR.findall(typed)[-1:]  # before it may stand a code, as กษ ๒๕๐๑
    if years:
        return number, int(years[0])
    short = _YEAR_SHORT.match(typed, month.end()) if month else None
    return number, 2500 + int(short[1]) if short else None


def _month_number(name: str) -> int:
    bare = name.replace(".", "")
    for number, names in enumerate(zip(thai.MONTHS, thai.SHORT_MONTHS, strict=True), start=1):
        if bare in (names[0], names[1].replace(".", "")):
            return number
    raise ValueError(name)


def read_clock(cell: Cell) -> str:
    """The time at the end of a cell as HH:MM, or nothing: `๐๙.๓๐ น.`, `2023-03-27 09:30`."""
    typed = thai.to_arabic_digits(cell.text)
    match = re.search(r"(?:^|[\s,]|เวลา ?)" + _CLOCK.pattern, typed)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        return ""
    return f"{int(match[1]):02}:{match[2]}"


def without_clock(cell: Cell) -> Cell:
    """The cell without the time at its end, so that the day in it can be read."""
    if not isinstance(cell.value, str) or not read_clock(cell):
        return cell
    typed = thai.to_arabic_digits(cell.text)
    text = re.sub(r"(?:^|[\s,]+|\s*เวลา ?)" + _CLOCK.pattern, "", typed).strip(" ,")
    return replace(cell, value=text, text=text)
