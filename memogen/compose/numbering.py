"""Numbers of headings and items: ๑. ๑.๑ (๑) ๑) in Thai digits (saraban.md 6.5)."""

from __future__ import annotations

import re

from memogen import thai

_N = "(?![0๐])[0-9๐-๙]{1,2}"
_END = r"(?=\s|[ก-ฮเ-ไ“])(?!\s*(?:น\.(?!ส)|บาท|ล้าน|%))"
"""A number ends before a space or a letter; ๑๕.๓๐ น. and ๒.๕ ล้านบาท are no numbers of items."""
_OWN_NUMBER = re.compile(rf"(?:\({_N}(?:\.{_N})*\)|{_N}(?:\.{_N})+[.)]?){_END}")
_LIST_MARKER = re.compile(rf"({_N})([.)])(?:[ \t]+|$|(?=[ก-ฮเ-ไ“]))")
_WORDS = "(?:ระเบียบ)?วาระที่|เรื่องที่|ประเด็นที่|ส่วนที่|ตอนที่|บทที่|ข้อที่|ข้อ|หมวดที่|หมวด|ภาคผนวก"
_HEADING_NUMBER = re.compile(rf"{_N}[.)]{_END}|{_OWN_NUMBER.pattern}|(?:{_WORDS})\s*{_N}(?![0-9๐-๙.])")

DEEPEST = 3


def own_number(text: str) -> str:
    """The number that a paragraph already begins with (๑.๑, ๒.๑), (๓)), or an empty string."""
    found = _OWN_NUMBER.match(text)
    return found[0] if found else ""


def heading_number(text: str) -> str:
    """The number that a heading already begins with (๓., ๑.๑, ระเบียบวาระที่ ๔), or an empty string."""
    found = _HEADING_NUMBER.match(text)
    return found[0] if found else ""


def list_marker(line: str) -> str:
    """The line for Markdown when it begins with a list number (๑. ๑) 1. ๑.ก), else an empty string."""
    found = _LIST_MARKER.match(line)
    if not found:
        return ""
    return f"{thai.to_arabic_digits(found[1])}{found[2]} {line[found.end() :]}"


def depth(number: str) -> int:
    """How deep a printed number stands: ๑. is 1, ๑.๑ is 2, (๑) and ๑.๑.๑ are 3."""
    if number.startswith("("):
        return DEEPEST
    return min(len([part for part in re.split(r"[.)]", number) if part]), DEEPEST)


def label(parent: str, count: int, mark: str) -> str:
    """The number of the `count`-th item under `parent`, itself a number or empty.

    `mark` is the sign typed after it, `.` or `)`: ๑. under nothing, ๒.๑ under ๒., (๑) under ๑.๑,
    ๑) under nothing, ๑.๑) under ๑).
    """
    number = thai.to_thai_digits(str(count))
    above = parent.rstrip(".)").lstrip("(")
    if parent.startswith("("):
        return f"({above}.{number})" if mark == "." else f"{number})"
    if not above or parent.endswith(")") != (mark == ")"):
        return f"{number}{mark}"
    if depth(parent) >= DEEPEST - 1:
        return f"({number})"
    return f"{above}.{number}{')' if mark == ')' else ''}"


class Headings:
    """Counts headings of three levels; one that brings its own number keeps it."""

    def __init__(self) -> None:
        self._counts = [0] * DEEPEST
        self.current = ""

    def number(self, level: int, own: str = "") -> str:
        """The label to print before a heading's text: an empty one when it brings its `own`."""
        if own:
            self._adopt(level, own)
        else:
            self._counts[level - 1] += 1
            self.current = self._label(level)
        self._counts[level:] = [0] * (DEEPEST - level)
        return "" if own else self.current

    def _adopt(self, level: int, own: str) -> None:
        numbers = re.findall(r"[0-9]+", thai.to_arabic_digits(own))
        self._counts[level - 1] = int(numbers[-1])
        joined = thai.to_thai_digits(".".join(numbers))
        self.current = f"({joined})" if own.startswith("(") else joined + "." * (len(numbers) == 1)

    def _label(self, level: int) -> str:
        """A heading of the second level before any of the first counts as one: ๑., not ๐.๑."""
        first, second, third = (thai.to_thai_digits(str(count)) for count in self._counts)
        over = f"{first}.{second}" if self._counts[0] else f"{second}."
        return (f"{first}.", over, f"({third})")[level - 1]
