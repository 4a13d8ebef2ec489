"""The subject of a letter: its text and its length."""

from __future__ import annotations

import re

from memogen.paper import FILLED_LATER, Field, Paper, Part

_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


def known_subject(paper: Paper) -> tuple[Field, str] | None:
    """The subject's first line and its whole text; None where it is missing, empty or not known yet."""
    first, text = paper.first(Part.SUBJECT), paper.value(Part.SUBJECT)
    return (first, text) if first and text and FILLED_LATER not in text else None


def width(text: str) -> int:
    """How many letters wide a text is; marks above and below take no room."""
    return len(text) - len(_MARKS.findall(text))
