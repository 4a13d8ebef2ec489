"""Dates in years of พ.ศ., counted and written."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from gettext import gettext as _

from memogen.thai.digits import to_thai_digits

MONTHS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")

# พ.ศ. ๒๔๓๒ was the first year to begin on 1 April; before it the year followed the moon.
FIRST_DAY = date(1889, 4, 1)
FIRST_YEAR_BE = 2432
LAST_DAY = date(2399, 12, 31)
LAST_YEAR_BE = 2942
_SHORT_YEAR_BE = 2483  # 1 April to 31 December; from 2484 the year begins on 1 January
_APRIL = 4


class DateError(ValueError):
    """A date that does not exist or cannot be read; the sentence says what is wrong and what to write."""


def from_be(day: int, month: int, year_be: int) -> date:
    """The day of a Thai calendar year, 2432 to 2942; raises DateError for one that does not exist.

    Until 2483 the year began on 1 April, so that January to March were its end:
    15 กุมภาพันธ์ ๒๔๘๐ is 15 February 1938, and January to March ๒๔๘๓ never were (saraban section 4).
    """
    if not FIRST_YEAR_BE <= year_be <= LAST_YEAR_BE:
        raise DateError(_year_fault(year_be))
    if year_be == _SHORT_YEAR_BE and month < _APRIL:
        raise DateError(
            _(
                "พ.ศ. ๒๔๘๓ มีเฉพาะเดือนเมษายนถึงธันวาคม เพราะเปลี่ยนวันขึ้นปีใหม่เป็น ๑ มกราคม "
                "กรุณาตรวจสอบว่าเป็น พ.ศ. ๒๔๘๒ หรือ ๒๔๘๔"
            )
        )
    is_end_of_old_year = year_be < _SHORT_YEAR_BE and month < _APRIL
    return from_ce(day, month, year_be - 542 if is_end_of_old_year else year_be - 543)


def from_ce(day: int, month: int, year: int) -> date:
    """The day of a year of ค.ศ., FIRST_DAY to LAST_DAY; raises DateError for one that does not exist."""
    if not 1 <= month <= 12:
        raise DateError(_("ไม่มีเดือนที่ {month} กรุณาเขียนวันก่อนเดือน เช่น 27/3/2566").format(month=_figure(month)))
    if not FIRST_DAY.year <= year <= LAST_DAY.year or (year, month) < (FIRST_DAY.year, _APRIL):
        raise DateError(
            _("รับวันที่ตั้งแต่ ๑ เมษายน ค.ศ. ๑๘๘๙ ถึง ๓๑ ธันวาคม ค.ศ. ๒๓๙๙ กรุณาตรวจสอบปี {year}").format(
                year=_figure(year)
            )
        )
    if not 1 <= day <= monthrange(year, month)[1]:
        raise DateError(_day_fault(day, month, year))
    return date(year, month, day)


def be_year(day: date) -> int:
    """The year of พ.ศ. that the day was in; raises DateError before 1 April 1889 (พ.ศ. ๒๔๓๒)."""
    if (day.year, day.month) < (FIRST_DAY.year, _APRIL):
        raise DateError(_year_fault(day.year + 543))
    was_end_of_old_year = day.year + 543 <= _SHORT_YEAR_BE and day.month < _APRIL
    return day.year + (542 if was_end_of_old_year else 543)


def long_date(day: date) -> str:
    """`๒๗ มีนาคม ๒๕๖๖`: letters and memos."""
    return to_thai_digits(f"{day.day} {MONTHS[day.month - 1]} {be_year(day)}")


def era_date(day: date) -> str:
    """`๒๗ มีนาคม พ.ศ. ๒๕๖๖`: orders, announcements and certificates."""
    return to_thai_digits(f"{day.day} {MONTHS[day.month - 1]} พ.ศ. {be_year(day)}")


def weekday_date(day: date) -> str:
    """`วันจันทร์ที่ ๒๗ มีนาคม ๒๕๖๖`: invitations and minutes."""
    return f"วัน{weekday_name(day)}ที่ {long_date(day)}"


def short_date(day: date) -> str:
    """`๒๗ มี.ค. ๖๖`: tables, registers and notes."""
    return to_thai_digits(f"{day.day} {SHORT_MONTHS[day.month - 1]} {be_year(day) % 100:02}")


def weekday_name(day: date) -> str:
    """`จันทร์`, without วัน."""
    return WEEKDAYS[day.weekday()]


def fiscal_year(day: date) -> int:
    """The fiscal year of พ.ศ.: it runs from 1 October and is named after the year it ends in.

    1 October 2022 is in 2566. Registers do not follow it. Today's rule is used for all times.
    """
    return be_year(date(day.year + (day.month >= 10), 9, 30))


def fiscal_year_span(year_be: int) -> tuple[date, date]:
    """First and last day of a fiscal year: 2566 is 1 October 2022 to 30 September 2023."""
    return from_be(1, 10, year_be - 1), from_be(30, 9, year_be)


def _figure(number: int) -> str:
    return to_thai_digits(str(number))


def _year_fault(year_be: int) -> str:
    if year_be > LAST_YEAR_BE:
        return _("ปี พ.ศ. {year} ไกลเกินไป กรุณาตรวจสอบปี").format(year=_figure(year_be))
    if year_be < FIRST_YEAR_BE - 100:
        return _("พ.ศ. {year} ไม่น่าใช่ปี พ.ศ. ถ้าเป็นคริสต์ศักราช กรุณาเขียน ค.ศ. หน้าปี").format(year=_figure(year_be))
    return _(
        "แปลงวันที่ใน พ.ศ. {year} ให้แน่นอนไม่ได้ เพราะก่อน ๑ เมษายน พ.ศ. ๒๔๓๒ "
        "ปีใหม่นับตามจันทรคติ กรุณาใช้ พ.ศ. ๒๔๓๒ เป็นต้นไป"
    ).format(year=_figure(year_be))


def _day_fault(day: int, month: int, year: int) -> str:
    last = monthrange(year, month)[1]
    if (day, month) == (29, 2):
        return _("ไม่มีวันที่ ๒๙ กุมภาพันธ์ พ.ศ. {year_be} เพราะไม่ใช่ปีอธิกสุรทิน เดือนกุมภาพันธ์มี ๒๘ วัน").format(
            year_be=_figure(be_year(date(year, month, 1)))
        )
    return _("ไม่มีวันที่ {day} เดือน{month}มี {last} วัน กรุณาตรวจสอบวันที่").format(
        day=_figure(day), month=MONTHS[month - 1], last=_figure(last)
    )
