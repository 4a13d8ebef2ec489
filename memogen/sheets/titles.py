"""Rows above a header that have two values and are none: a title, and at its right the unit or the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from memogen.sheets.table import Place
from memogen.sheets.values import Raw, is_filled, shown, tidied

_MOST_TITLES = 4
_UNIT = re.compile(r"\(?(?:หน่วย(?:นับ|เงิน)? ?[:：]|(?:ข้อมูล ?)?ณ (?:วันที่|เดือน|สิ้น)|หน้า(?:ที่)? ?[0-9๐-๙])")
_SAID = re.compile(
    r"\(?(?:(?:ประจำ)?ปี(?:งบประมาณ)? ?(?:พ\.ศ\.)? ?[0-9๐-๙]{4}|รอบ(?:ที่)? ?[0-9๐-๙]"
    r"|แบบ(?:ฟอร์ม)?(?:ที่)? ?[0-9๐-๙]|เอกสาร(?:แนบ|หมายเลข))|[^:：]{2,40} ?[:：] ?\S"
)
_LONG = 40  # letters that no heading over several columns has
_DIGITS = "0123456789๐๑๒๓๔๕๖๗๘๙-"

Merges = Sequence[tuple[Place, Place]]


def first_of_header(rows: Sequence[Sequence[Raw]], merges: Merges) -> int | None:
    """The first row with two different values or more that is no title; None without such a row."""
    several = (number for number, row in enumerate(rows) if len(set(_texts(row))) > 1)
    candidates = [*islice(several, _MOST_TITLES + 1)]
    for at, number in enumerate(candidates[1:], start=1):
        if all(_is_title(rows, above, number, merges) for above in candidates[:at]):
            return number
    return candidates[0] if candidates else None


def _is_title(rows: Sequence[Sequence[Raw]], title: int, header: int, merges: Merges) -> bool:
    """Whether a row is a title above a row that heads all its columns and more, each with words of its own.

    One that fills half of the columns at most is, unless it may be headings over those below: these stretch
    over all columns, and are short. A fuller one is if it ends with the unit.
    """
    above, names = _texts(rows[title]), _texts(rows[header])
    filled, over = _filled(rows[title]), _merged_in(title, merges)
    named = _filled(rows[header]) | _merged_in(header, merges)
    if not filled < named or len({*names}) < len(names) or not all(map(_is_heading, names)):
        return False
    if any(low[0] == title < high[0] for low, high in merges):
        return False
    if _UNIT.match(above[-1]):
        return True
    says_so = any(_SAID.match(text) or len(text) > _LONG for text in above)
    is_over_all = named <= filled | over
    return 2 * len(filled) <= len(named) and min(filled) == min(named) and (says_so or not is_over_all)


def _is_heading(text: str) -> bool:
    return text[0] not in _DIGITS and not _UNIT.match(text)


def _texts(row: Sequence[Raw]) -> list[str]:
    return [tidied(shown(raw)) or "-" for raw in row if is_filled(raw)]


def _filled(row: Sequence[Raw]) -> set[int]:
    return {place for place, raw in enumerate(row) if is_filled(raw)}


def _merged_in(number: int, merges: Merges) -> set[int]:
    """The columns that merged cells beginning in a row cover."""
    return {place for low, high in merges if low[0] == number for place in range(low[1], high[1] + 1)}
