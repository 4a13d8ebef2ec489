"""What a column holds, told by its cells: words, numbers, percents or days."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from memogen import thai
from memogen.sheets.table import Row, Table
from memogen.sheets.values import Raw, is_filled, tidied

NOTHING = {"-", "–", "—", "ไม่มี", "n/a", "N/A"}
_FEWEST, _MOST_OF = 4, Decimal("0.8")  # cells of one sort that make a column of it, and their share
_NUMBER = re.compile(
    r"-?(?:0|[1-9][0-9]{0,11}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})(?:\.[0-9]+)? ?(%?)", re.ASCII
)
_STARTS_OF_NUMBERS = frozenset("-0123456789๐๑๒๓๔๕๖๗๘๙")
_MAYBE_DATE = re.compile(r"[0-9๐-๙]{1,4} ?[-/.ก-ฮ]")
NAMES_THINGS = re.compile(r"(?:^|[ (])(?:ข้อ|รหัส|เลข|ลำดับ|โทร)|ที่\)?$")
"""Headers of columns whose numbers are names."""


class Sort(StrEnum):
    """What a cell or a column holds."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    EMPTY = "empty"


_NUMBERS, _DAYS = {Sort.NUMBER, Sort.PERCENT}, {Sort.DATE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The sort of a column; `typed` are its numbers and days that were typed as text, `strange` the rows
    whose value is of another sort."""

    sort: Sort
    filled: int = 0
    typed: int = 0
    strange: tuple[Row, ...] = ()


def kinds_of(table: Table) -> dict[str, Kind]:
    """The kind of each column by name.

    A column is of numbers or days when four cells in five are; dashes that mean nothing do not count.
    """
    if not table.rows:
        return dict.fromkeys(table.columns, Kind(sort=Sort.EMPTY))
    layout = table.rows.layout
    percents = Counter(column for _row, column in layout.percents)
    return {name: _kind(table, at, percents[layout.numbers[at]]) for at, name in enumerate(table.columns)}


def _kind(table: Table, at: int, percents: int) -> Kind:
    """The kind of one column; `percents` of its cells are shown as such."""
    raws, types = table.by_column[at], table.types[at]
    is_share = percents and 2 * percents > sum(map(is_filled, raws))
    numeric = Sort.PERCENT if is_share else Sort.NUMBER
    if types <= {float, int}:
        return Kind(sort=numeric, filled=len(raws))
    if types <= {date, datetime}:
        return Kind(sort=Sort.DATE, filled=len(raws))
    look = _sort_of_code if NAMES_THINGS.search(table.columns[at]) else _sort_of_text
    known = {text: look(text) for text in table.texts[at]}
    if types == {str} and set(known.values()) == {Sort.TEXT}:
        return Kind(sort=Sort.TEXT, filled=len(raws))
    sorts = [known[raw] if isinstance(raw, str) else _sort_of_value(raw) for raw in raws]
    counts = Counter(sort for sort in sorts if sort is not None)
    filled = sum(counts.values())
    if not counts:
        return Kind(sort=Sort.EMPTY)
    numbers, days = counts[Sort.NUMBER] + counts[Sort.PERCENT], counts[Sort.DATE]
    for sort, count, own in ((numeric, numbers, _NUMBERS), (Sort.DATE, days, _DAYS)):
        if count == filled or (count >= _FEWEST and count >= _MOST_OF * filled):
            return Kind(
                sort=sort,
                filled=filled,
                typed=sum(isinstance(raw, str) and of in own for raw, of in zip(raws, sorts, strict=True)),
                strange=tuple(
                    table.rows[row] for row, of in enumerate(sorts) if of is not None and of not in own
                ),
            )
    return Kind(sort=Sort.TEXT, filled=filled)


def number_in(raw: Raw) -> Decimal | None:
    """The number that a cell is, also one typed as text in either digits: ๑,๒๓๔.๕๐ or ๘๕ %."""
    if isinstance(raw, float):
        return Decimal(f"{raw:.15g}")
    if isinstance(raw, bool):
        return None
    if isinstance(raw, (int, Decimal)):
        return Decimal(raw)
    match = _NUMBER.fullmatch(thai.to_arabic_digits(raw.strip())) if isinstance(raw, str) else None
    return Decimal(match[0].rstrip("% ").replace(",", "")) if match else None


def _sort_of_value(raw: Raw) -> Sort | None:
    if raw is None:
        return None
    if isinstance(raw, date):
        return Sort.DATE
    return Sort.NUMBER if isinstance(raw, (int, float, Decimal)) and not isinstance(raw, bool) else Sort.TEXT


def _sort_of_code(text: str) -> Sort | None:
    """Numbers with a point are codes there: ๓.๑๐ is not ๓.๑."""
    sort = _sort_of_text(text)
    return Sort.TEXT if sort is Sort.NUMBER and "." in text else sort


def _sort_of_text(text: str) -> Sort | None:
    text = tidied(text)
    if not text or text in NOTHING:
        return None
    if text[0] in _STARTS_OF_NUMBERS and (number := _NUMBER.fullmatch(thai.to_arabic_digits(text))):
        return Sort.PERCENT if number[1] else Sort.NUMBER
    return Sort.DATE if _is_day(text) else Sort.TEXT


def _is_day(text: str) -> bool:
    if len(text) > 40 or not _MAYBE_DATE.search(text):
        return False
    try:
        thai.parse_date(text)
    except thai.DateError:
        return False
    return True
