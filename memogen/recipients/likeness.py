"""When people would call two texts the same."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from memogen import thai
from memogen.model import Plain

_BLANK = re.compile("[\\s\u200c\u200d]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def likeness(text: str) -> str:
    """What two texts have in common that look alike: Thai and Arabic digits, blanks and case apart.

    >>> likeness("พื้นที่ ๑") == likeness("พื้นที่1")
    True
    """
    return thai.to_arabic_digits(_BLANK.sub("", thai.normalise(text))).casefold() if text else ""


def in_one_line(text: str) -> str:
    """The text with single blanks and nothing invisible."""
    return " ".join(_INVISIBLE.sub("", text).split())


def shown(value: Plain) -> str:
    """The value as a spreadsheet shows it."""
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def is_said(value: Plain, word: str) -> bool:
    """Whether a person who types `word` means this value: 1,200 or ๑๒๐๐ the number, 27 มี.ค. 66 the day."""
    if isinstance(value, bool):
        return likeness(word) in (("ใช่", "true") if value else ("ไม่", "ไม่ใช่", "false"))
    if isinstance(value, (int, Decimal)):
        try:
            return Decimal(likeness(word).replace(",", "")) == value
        except InvalidOperation:
            return False
    if isinstance(value, date):
        try:
            return thai.parse_date(word) == value
        except thai.DateError:
            return False
    return likeness(value or "") == likeness(word)
