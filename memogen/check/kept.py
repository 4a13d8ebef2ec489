"""Stretches of a text that are no Thai prose: addresses, telephones, Latin names, and names of people."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter

Spans = tuple[tuple[int, int], ...]

_D = "[0-9๐-๙]"
_EMAIL = re.compile(r"(?<![^\s()<>\"“”,;:])[^\s()<>\"“”,;:@]{1,64}@[^\s()<>\"“”,;@]+")
# web addresses, and the Latin name of a thing with its number
_LATIN = re.compile(
    r"(?:[A-Za-z]{2,10}://|www\.)[^\s<>\"“”]+"
    r"|[A-Za-z0-9.-]{1,60}\.(?:th|com|org|net|info|io|ly|gov|edu)(?![A-Za-z])[^\s<>\"“”]*"
    r"|[A-Za-z][A-Za-z0-9._/+-]*(?:[ \u00a0][0-9][0-9.:]*)?"
)
_TELEPHONE = re.compile(
    rf"(?:โทร(?:ศัพท์|สาร)?\.?|สายด่วน|เบอร์|หมายเลขโทรศัพท์)[ :\u00a0]{{0,3}}{_D}"
    rf"(?:[ ,()/-]{{0,3}}(?:ต่อ[ ]?)?{_D})*"
    rf"|(?<![0-9๐-๙.,/])[0๐](?:[ -]{{0,2}}{_D}){{8,9}}(?![0-9๐-๙])"
)
_LATIN_LETTER = re.compile("[A-Za-z]")
_DIGIT = re.compile(_D)
_OFFICES = "ก(?:รัฐ|เทศ|องค์|สมาคม|สภา)|อำเภอ|ทะเบียน|จ้าง|ทหาร|ตำรวจ|ช่าง|ประกัน|หน้า|ด่าน|สถานี|แพทย์"
_NAME = re.compile(
    rf"(?:นาย(?!{_OFFICES})|นางสาว|นาง|เด็กชาย|เด็กหญิง|ดร\.|(?:พล|พัน|ร้อย|สิบ|จ่า)(?:ตำรวจ)?(?:เอก|โท|ตรี)) ?"
    r"[ก-๎]{2,40}(?: +[ก-๎]{2,40})?"
    r"|(?:บริษัท|ห้างหุ้นส่วน)[^\n]{1,80}?จำกัด"
)


@lru_cache(maxsize=64)
def addresses(text: str) -> Spans:
    """E-mail and web addresses, telephone numbers, and Latin names with their number: no rule mends them."""
    found: list[tuple[int, int]] = []
    if "@" in text:
        found += (match.span() for match in _EMAIL.finditer(text))
    if _LATIN_LETTER.search(text):
        found += (match.span() for match in _LATIN.finditer(text))
    if _DIGIT.search(text):
        found += (match.span() for match in _TELEPHONE.finditer(text))
    return _apart(found)


@lru_cache(maxsize=64)
def names(text: str) -> Spans:
    """Names of people after their title or rank, and of companies: they are spelt as they are registered."""
    return tuple(match.span() for match in _NAME.finditer(text))


def _apart(spans: Iterable[tuple[int, int]]) -> Spans:
    """The same ground in order and without overlaps."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def untouched(text: str, matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The matches that meet neither an address nor a name."""
    return outside(_apart((*addresses(text), *names(text))), matches)


def is_within(spans: Spans, start: int, end: int) -> bool:
    """Whether one of the spans, which are in order and apart, meets `start` to `end`."""
    index = bisect_right(spans, start, key=itemgetter(0)) - 1
    return any(
        first < max(end, start + 1) and start < last for first, last in spans[max(index, 0) : index + 2]
    )


def outside(spans: Spans, matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The matches that meet none of the spans."""
    return (match for match in matches if not is_within(spans, *match.span()))
