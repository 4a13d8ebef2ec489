"""What a single cell means."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence, Set
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite

Value = str | Decimal | date | bool | None
Raw = str | int | float | Decimal | bool | date | time | timedelta | None

BUDDHIST_FROM = 2400  # contract section 4: a year of 2400 or more is พ.ศ.
_AHEAD_OF_CHRISTIAN = 543
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


def is_filled(raw: Raw) -> bool:
    """Whether anything but blanks stands there."""
    return raw is not None and (not isinstance(raw, str) or bool(raw.strip()))


def read_value(raw: Raw) -> tuple[Value, str]:
    """The value and its text. Raises ValueError for a day that is in no calendar (29 February 2568)
    and for a number without end.

    Numbers keep the 15 digits that Excel keeps and shows.
    """
    if isinstance(raw, str):
        text = raw.strip()
        return text or None, text
    if isinstance(raw, float):
        if not isfinite(raw):
            raise ValueError(raw)
        text = f"{raw:.15g}"
        value = Decimal(text)
        return value, text if "e" not in text else f"{value:f}"
    if raw is None:
        return None, ""
    if isinstance(raw, bool):
        return raw, "TRUE" if raw else "FALSE"
    if isinstance(raw, (int, Decimal)):
        return Decimal(raw), str(raw)
    if isinstance(raw, date):
        return _date(raw)
    return str(raw), str(raw)


def is_understood(raw: Raw) -> bool:
    """Whether `read_value` can read it."""
    if isinstance(raw, float):
        return isfinite(raw)
    if isinstance(raw, date):
        try:
            _date(raw)
        except ValueError:
            return False
    return True


def value_of(raw: Raw) -> Value:
    """The value alone; see `read_value`."""
    if isinstance(raw, str):
        return raw.strip() or None
    return read_value(raw)[0]


def values_of(raws: Sequence[Raw], types: Set[type]) -> Sequence[Value]:
    """The values of a column, whose raw values are of these types."""
    if types == {str}:
        return [text.strip() or None for text in raws]  # type: ignore[union-attr]
    return [*map(value_of, raws)]


def shown(raw: Raw) -> str:
    """The text of a cell whose value is not asked for."""
    try:
        return read_value(raw)[1]
    except ValueError:
        return str(raw)


def tidied(name: str) -> str:
    """A header name on one line, without doubled or invisible blanks.

    >>> tidied(" ค่า\\nเป้าหมาย  ปี ")
    'ค่า เป้าหมาย ปี'
    """
    return " ".join(unicodedata.normalize("NFC", name.translate(_INVISIBLE)).split())


def _date(raw: date) -> tuple[date, str]:
    if raw.year >= BUDDHIST_FROM:
        raw = raw.replace(year=raw.year - _AHEAD_OF_CHRISTIAN)
    if not isinstance(raw, datetime):
        return raw, raw.isoformat()
    day, at = raw.date(), raw.time()
    return day, day.isoformat() if at == time() else f"{day} {at:%H:%M}"
