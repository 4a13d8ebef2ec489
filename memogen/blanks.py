"""The blanks of a form as they are typed: rows of dots to write on, boxes to tick."""

from __future__ import annotations

import re

DOTS = r"(?:[.…_]{5,}|…{2,})"
"""Five dots or more are a blank; the pattern is for use in others."""
BOX, TICKED = "☐", "☑"
_DOTS = re.compile(DOTS)
_OPEN_BOX = re.compile("([ \u00a0]*)\\[[ \u00a0]\\]")
_APART = "\u2003"
"""One wide space, since several would be taken for a slip."""
_ELLIPSIS_DOTS = 3


def is_blank(text: str) -> bool:
    """Whether a text is a blank and nothing else."""
    return bool(_DOTS.fullmatch(text.strip()))


def weight(dots: str) -> int:
    """How many dots a blank was typed with."""
    return sum(_ELLIPSIS_DOTS if sign == "…" else 1 for sign in dots)


def boxed(text: str) -> str:
    """The text with its `[ ]` as boxes, each apart from the words before it."""
    return _OPEN_BOX.sub(lambda box: f"{box[1] and _APART}{BOX}", text)
