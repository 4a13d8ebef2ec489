"""How far a line's beginning stands from the text's left edge, by whatever it was put there."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from memogen.desk.templating.signers import Line
from memogen.paper import Paper, Passage

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
    setting = passage.setting
    at = setting.left_mm + setting.first_line_mm if setting else 0.0
    stops = setting.tab_stops_mm if setting else ()
    for sign in lead_of(passage):
        at = _next_stop(at, stops) if sign == "\t" else at + _SPACE_MM
    return round(at, 1)


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
