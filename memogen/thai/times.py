"""Times of day, read as people type them and written as letters do."""

from __future__ import annotations

import re
from datetime import time
from gettext import gettext as _

from memogen.thai.digits import to_arabic_digits, to_thai_digits
from memogen.thai.text import normalise

_TIME = re.compile(r"(?:เวลา ?)?([0-9]{1,2})(?: ?[.:] ?([0-9]{2}))? ?(น\.?|นาฬิกา)?")


class TimeError(ValueError):
    """A time that does not exist or cannot be read; the sentence says what is wrong and what to write."""


def parse_time(text: str) -> time:
    """`9.30 น.`, `๐๙:๓๐`, `เวลา 13.30` or `9 น.` (the full hour needs its น.); raises TimeError."""
    typed = " ".join(to_arabic_digits(normalise(text)).split())
    match = _TIME.fullmatch(typed)
    if not match or not (match[2] or match[3]):
        raise TimeError(_("อ่านเวลา “{text}” ไม่ได้ กรุณาเขียนชั่วโมงและนาที เช่น ๐๙.๓๐ น.").format(text=text[:60]))
    hour, minute = int(match[1]), int(match[2] or 0)
    if (hour, minute) == (24, 0):
        raise TimeError(_("ไม่ใช้เวลา ๒๔.๐๐ น. กรุณาเขียน ๐๐.๐๐ น. ของวันถัดไป"))
    if hour > 23 or minute > 59:
        raise TimeError(
            _("ไม่มีเวลา “{text}” ชั่วโมงมีตั้งแต่ ๐๐ ถึง ๒๓ และนาทีตั้งแต่ ๐๐ ถึง ๕๙ กรุณาตรวจสอบเวลา").format(
                text=text[:60]
            )
        )
    return time(hour, minute)


def clock_time(clock: time) -> str:
    """`๐๙.๓๐ น.`: two digits for the hour, a dot, น. (saraban section 4); seconds are left out."""
    return f"{_figures(clock)} น."


def time_span(start: time, end: time) -> str:
    """`๐๙.๐๐ - ๑๒.๐๐ น.`; an end before its start is in the next night, and is written the same."""
    return f"{_figures(start)} - {_figures(end)} น."


def _figures(clock: time) -> str:
    return to_thai_digits(f"{clock.hour:02}.{clock.minute:02}")
