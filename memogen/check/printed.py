"""The rendered pages of a letter held against its passages: which words each line prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.paper import Paper, Part, Passage, Region

if TYPE_CHECKING:
    from memogen.layout import Line, Page

HEADER_MM = 40.0
"""Above this no text of a second page begins: its number stands about 3 cm below the edge."""
_FOOTER_MM = 15.0
_CATCHWORD = re.compile(r"/?\s*\S.*(?:…|\.{3})")
_PAGE_NUMBER = re.compile(r"[-–—]?\s*(?P<figures>[0-9๐-๙]{1,3})\s*[-–—]?")
_MARKS = frozenset(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
_DOTS = re.compile(r"\.{4,}")
_MOST_BETWEEN = 6
"""Lines that may stand between two of one paragraph: page number, secrecy, catch-word."""
_LONGEST_NUMBERING = 8
_FURTHEST = 2_000
"""Lines in which a passage is looked for."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line with the passage that it prints: `passage.seen[start:end]`; no passage where none is sure."""

    page: Page
    line: Line
    passage: Passage | None = None
    start: int = 0
    end: int = 0

    @property
    def is_last_of_passage(self) -> bool:
        return self.passage is not None and not self.passage.seen[self.end :].strip()

    @property
    def is_first_of_passage(self) -> bool:
        return self.passage is not None and not self.passage.seen[: self.start].strip()

    @property
    def is_body(self) -> bool:
        return self.passage is not None and self.passage.part is Part.BODY


def page_number(line: Line) -> str:
    """The figures of a line that is nothing but a page number."""
    found = _PAGE_NUMBER.fullmatch(line.text)
    return found["figures"] if found else ""


def is_catchword(line: Line, page: Page) -> bool:
    """Whether a line announces the first words of the next page: at the right, ending with three dots."""
    is_right = line.left_mm > page.width_mm / 2
    return is_right and _CATCHWORD.fullmatch(line.text) is not None


def text_lines(page: Page) -> tuple[Line, ...]:
    """The lines of a page but for its header and footer, page number and catch-word."""
    lines = [line for line in page.lines if line.baseline_mm < page.height_mm - _FOOTER_MM]
    if page.number > 1:
        lines = [line for line in lines if not (line.baseline_mm < HEADER_MM and _is_of_header(line, page))]
    return tuple(line for line in lines if not is_catchword(line, page) and not _is_number(line, page))


def _is_of_header(line: Line, page: Page) -> bool:
    middle = (line.left_mm + line.right_mm) / 2
    return bool(page_number(line)) or (abs(middle - page.width_mm / 2) < 10 and len(line.text) < 12)


def _is_number(line: Line, page: Page) -> bool:
    return bool(page_number(line)) and line.baseline_mm > page.height_mm - 2 * _FOOTER_MM


def printed(paper: Paper, pages: Sequence[Page]) -> tuple[Printed, ...]:
    """Every line of the pages' text, from the first to the last, with the words that it prints."""
    lines = [(page, line) for page in pages for line in text_lines(page)]
    bare = [letters(line.text) for _page, line in lines]
    found: dict[int, Printed] = {}
    cursor = 0
    for passage in paper.text_passages:
        if passage.region is not Region.TEXT:
            continue
        places = _places(passage.seen)
        taken = _taken("".join(map(_plain, (passage.seen[place] for place in places))), bare, cursor)
        for number, start, end in taken:
            page, line = lines[number]
            last = _with_marks(passage.seen, places[end - 1] + 1)
            found[number] = Printed(page, line, passage, places[start], last)
        if taken:
            cursor = taken[-1][0] + 1
    return tuple(found.get(number, Printed(page, line)) for number, (page, line) in enumerate(lines))


def letters(text: str) -> str:
    """A text to be compared: without spaces, leaders and the marks that every program orders its own way."""
    return "".join(_plain(text[place]) for place in _places(text))


def _places(text: str) -> list[int]:
    """Where the letters stand in a text."""
    dotted = {place for dots in _DOTS.finditer(text) for place in range(*dots.span())}
    return [
        place for place, sign in enumerate(text) if not (sign.isspace() or sign in _MARKS or place in dotted)
    ]


def _plain(sign: str) -> str:
    """Its mark taken off ำ, which may be two characters."""
    return "า" if sign == "ำ" else sign


def _with_marks(text: str, end: int) -> int:
    """Behind the marks of the letter that ends there."""
    while end < len(text) and text[end] in _MARKS:
        end += 1
    return end


def _taken(text: str, lines: Sequence[str], cursor: int) -> list[tuple[int, int, int]]:
    """The lines that print a passage whole, with what of it each prints; none if one is missing."""
    for first in range(cursor, min(cursor + _FURTHEST, len(lines))):
        taken = _whole(text, lines, first) if _begins(text, lines[first]) else []
        if taken:
            return taken
    return []


def _begins(text: str, line: str) -> bool:
    return bool(line) and (text.startswith(line) or line[:_LONGEST_NUMBERING].find(text[:2]) > 0)


def _whole(text: str, lines: Sequence[str], first: int) -> list[tuple[int, int, int]]:
    taken: list[tuple[int, int, int]] = []
    at, number, between = 0, first, 0
    while at < len(text) and number < len(lines) and between <= _MOST_BETWEEN:
        line = lines[number] if taken else _without_numbering(text, lines[number])
        if line and text.startswith(line, at):
            taken.append((number, at, at + len(line)))
            at, between = at + len(line), 0
        else:
            between += 1
        number += 1
    return taken if at == len(text) else []


def _without_numbering(text: str, line: str) -> str:
    """The line without the number that Word itself puts before an item of a list."""
    if text.startswith(line):
        return line
    start = line.find(text[:2], 0, _LONGEST_NUMBERING + 2)
    return line[start:] if start > 0 else line
