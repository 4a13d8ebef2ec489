"""How far a line's beginning stands from the text's left edge, by whatever it was put there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from memogen.desk.templating.signers import Line
from memogen.paper import Paper, Passage
from memogen.proof.recognition.words import is_position

_NUMBER = re.compile(r"\s*[0-9๐-๙]{1,3}[.)]?\s+")
_DEFAULT_STOP_MM = 12.7
_NEARLY = 0.01
"""A line that ends almost at a stop is past it."""
_SPACE_MM = 1.28
"""A space of TH Sarabun in 16 points."""
_SIGN_MM = 1.9
"""A letter of the same, those above and below others not counted."""
_TEXT_WIDTH_MM = 160.0


def lead_of(passage: Passage) -> str:
    """The spaces and tabs before the first word."""
    return passage.text[: len(passage.text) - len(passage.text.lstrip())]


def begins_at(passage: Passage) -> float:
    """Where the first word begins: indent, tabs and spaces together, in mm."""
    return _reached(passage, len(lead_of(passage)))


def columns_of(passage: Passage) -> tuple[float, float, float] | None:
    """Where a number, the name after it and, behind a tab, the position begin; None without the tab."""
    text, setting = passage.text.rstrip(), passage.setting
    number = _NUMBER.match(text)
    name = number.end() if number else len(lead_of(passage))
    parts = [found.end() for found in re.finditer(r"\t+", text) if found.start() > name]
    if not parts:
        return None
    post = next((part for part in parts if is_position(text[part:])), parts[-1])
    is_counted = setting is not None and setting.is_list_item
    begins = setting.left_mm if setting and is_counted else _reached(passage, name)
    return begins_at(passage), begins, _reached(passage, post)


def _reached(passage: Passage, end: int) -> float:
    """Where the sign of that index begins, its line being the first, in mm."""
    setting = passage.setting
    at = setting.left_mm + setting.first_line_mm if setting else 0.0
    stops = setting.tab_stops_mm if setting else ()
    for sign in passage.text[:end]:
        at = _next_stop(at, stops) if sign == "\t" else at + _width_of(sign)
    return round(at, 1)


def _width_of(sign: str) -> float:
    if sign == " ":
        return _SPACE_MM
    return 0.0 if unicodedata.category(sign) in ("Mn", "Cf") else _SIGN_MM


def _next_stop(at: float, stops: Sequence[float]) -> float:
    """The next tab stop of the paragraph, else of those that stand everywhere."""
    passed = int(at / _DEFAULT_STOP_MM + _NEARLY)
    return next((stop for stop in stops if stop > at), (passed + 1) * _DEFAULT_STOP_MM)


def middle_of(line: Line) -> float:
    """About where the middle of a line's words is, in mm from the text's left edge."""
    signs = sum(unicodedata.category(sign) not in ("Mn", "Cf") for sign in line.text)
    return begins_at(line.passage) + signs * _SIGN_MM / 2


def text_width(paper: Paper) -> float:
    """Of the first page, in mm."""
    sheet = paper.sheets[0] if paper.sheets else None
    return sheet.width_mm - sheet.left_mm - sheet.right_mm if sheet else _TEXT_WIDTH_MM
