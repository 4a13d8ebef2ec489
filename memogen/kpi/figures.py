"""What a single cell of a plan says: a number as offices write one, words, a code, or nothing."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from memogen import thai
from memogen.kpi.nouns import Entry, Figure, Words
from memogen.sheets.table import Cell

_NOTHING = {"", "-", "–", "—", "ไม่มี", "n/a"}
_NUMBER = r"-?(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]+)?"
_BEFORE = "(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|ไม่เกิน|เท่ากับ|≥|≤)? ?(?:ร้อยละ|ระดับที่|ระดับ|ขั้นตอนที่|ขั้นที่|จำนวน)?"
_AFTER = "%|[ก-๙a-zA-Z][^0-9]*"
_FIGURE = re.compile(rf"{_BEFORE} ?({_NUMBER}) ?(?:{_AFTER})?")
_CODE = r"[0-9]{1,3}(?:\.[0-9]{1,3})*"
_CODE_ALONE = re.compile(rf"(?:ตัวชี้วัด|kpi)? ?(?:ที่)? ?({_CODE})\.?", re.IGNORECASE)
_CODE_FIRST = re.compile(r"(?:ตัวชี้วัด|kpi)? ?(?:ที่)? ?([0-9]+(?:\.[0-9]+)+)[.)]? (.+)", re.IGNORECASE)
_CODES_IN_TITLE = re.compile(r"(?<![0-9.])[0-9]{1,2}(?:\.[0-9]{1,2})+(?![0-9.])")
_TOO_LARGE = Decimal(10) ** 15  # beyond what Excel keeps to the unit
_AWAITED = re.compile("ทราบผล|ยังไม่|อยู่ระหว่าง|รอผล|รอการ|^รอ")


def plain(text: str) -> str:
    """The text in one line and one spelling, with Arabic digits, for comparing and matching."""
    return thai.to_arabic_digits(one_line(text))


def one_line(text: str) -> str:
    return " ".join(thai.normalise(text).split())


def is_nothing(cell: Cell | None) -> bool:
    """Whether the cell is empty or has the dash that stands for nothing."""
    return cell is None or one_line(cell.text).casefold() in _NOTHING


def number_in(cell: Cell) -> Decimal | None:
    """The number that the cell is: 80, ๘๐, ร้อยละ ๘๐, 80 %, ขั้นตอนที่ ๓, ๒๔ สื่อ, 1,397,139.50 บาท.

    Nothing else is guessed at: a day, two numbers in one cell or a sentence is no number.
    """
    if isinstance(cell.value, Decimal):
        return cell.value if abs(cell.value) < _TOO_LARGE else None
    if isinstance(cell.value, (bool, date)):
        return None
    text = plain(cell.text)
    match = _FIGURE.fullmatch(text)
    return Decimal(match[1].replace(",", "")) if match and not _AWAITED.search(text) else None


def entry_of(cell: Cell | None, sheet: str) -> Entry | None:
    """The cell as a figure, else as words; None for nothing."""
    if cell is None or is_nothing(cell):
        return None
    value = number_in(cell)
    if value is None:
        return Words(one_line(cell.text), sheet, cell.address)
    if cell.percent:
        return Figure(value.scaleb(2), cell.percent.rstrip("%"), sheet, cell.address, is_percent=True)
    text = one_line(cell.text)
    return Figure(value, text, sheet, cell.address, is_percent="%" in text or "ร้อยละ" in text)


def figure_of(cell: Cell | None, sheet: str) -> Figure | None:
    """The cell as a figure; None for nothing and for words."""
    entry = entry_of(cell, sheet)
    return entry if isinstance(entry, Figure) else None


def is_awaited(entry: Entry | None) -> bool:
    """Whether the words say that it is not yet known."""
    return isinstance(entry, Words) and bool(_AWAITED.search(entry.text))


def code_of(cell: Cell | None) -> str:
    """The code of a KPI with ASCII digits, or an empty string.

    >>> code_of(Cell("ตัวชี้วัดที่ ๑.๓", "A5", "ตัวชี้วัดที่ ๑.๓"))
    '1.3'
    """
    match = _CODE_ALONE.fullmatch(plain(cell.text)) if cell else None
    return match[1] if match else ""


def code_and_name(text: str) -> tuple[str, str]:
    """`๑.๓ ระดับความสำเร็จ…` as code and name; without code the name alone."""
    line = one_line(text)
    match = _CODE_FIRST.fullmatch(thai.to_arabic_digits(line))
    return (match[1], line[match.start(2) :]) if match else ("", line)


def codes_in(titles: tuple[str, ...]) -> set[str]:
    """The codes that the titles of a sheet name: `ตัวชี้วัดที่ ๔.๒ ๔.๓ และ ๕.๑ ค่าใช้จ่าย…`."""
    texts = [plain(title) for title in titles if "ตัวชี้วัด" in title]
    return {code for text in texts for code in _CODES_IN_TITLE.findall(text)}
