"""What a line of สิ่งที่ส่งมาด้วย says: what goes along, how many, and where it is (saraban.md section 8)."""

from __future__ import annotations

import re
from typing import NamedTuple

from memogen import thai

ENCLOSED = "สิ่งที่ส่งมาด้วย"
COUNTED = ("ฉบับ", "ชุด", "เล่ม", "แผ่น", "หน้า")
"""Units that a file can be held against."""

_PAIR = re.compile(r"\s*(?P<left>.+?)\s*=\s*(?P<right>.+?)\s*")
_ONE = rf"[0-9๐-๙]{{1,5}}\s*(?:{'|'.join(COUNTED)}|รายการ|กล่อง|แฟ้ม|ซอง|แผง|ม้วน)"
_COUNT = re.compile(rf"\s*(?:[(]?จำนวน\s*[0-9๐-๙].*|(?:[(]?{_ONE}[)]?\s*)+)", re.DOTALL)
_STATED = re.compile(rf"(?P<number>[0-9๐-๙]{{1,5}})\s*(?P<unit>{'|'.join(COUNTED)})")
_WHOLE = {".xlsx": "ชุด", ".xls": "ชุด", ".csv": "ชุด", ".zip": "ชุด"}
"""What one file is called by its ending; ฉบับ where it is not among these."""


class Stated(NamedTuple):
    """A number of something, as `๓ แผ่น`."""

    number: int
    unit: str


def parted(value: str) -> tuple[str, str]:
    """What is printed, and the file or web address after `=`; the last is empty where there is none."""
    match = _PAIR.fullmatch(value)
    return (match["left"], match["right"]) if match else (value.strip(), "")


def bare(text: str) -> str:
    """The text without the count at its end.

    >>> bare("กำหนดการประชุม จำนวน ๓ แผ่น")
    'กำหนดการประชุม'
    """
    found = _tail(text)
    return text[: found.start()].rstrip() if found else text


def stated(text: str) -> tuple[Stated, ...]:
    """The counts at the end of a text that a file can be held against.

    >>> stated("รายชื่อ จำนวน ๑ ชุด (๑๒ หน้า)")
    (Stated(number=1, unit='ชุด'), Stated(number=12, unit='หน้า'))
    """
    found = _tail(text)
    if not found:
        return ()
    return tuple(
        Stated(int(thai.to_arabic_digits(one["number"])), one["unit"]) for one in _STATED.finditer(found[0])
    )


def missing_count(text: str, file: str) -> str:
    """` จำนวน ๑ ฉบับ` for a file whose line does not say how many it is; else nothing."""
    if _tail(text):
        return ""
    ending = file[file.rfind(".") :].lower()
    return f" จำนวน ๑ {_WHOLE.get(ending, 'ฉบับ')}"


def _tail(text: str) -> re.Match[str] | None:
    """The count at the end of a text, however many units it names."""
    return next((match for at in range(1, len(text)) if (match := _COUNT.fullmatch(text, at))), None)
