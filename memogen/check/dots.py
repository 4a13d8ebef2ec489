"""The dotted lines that follow the labels of a memo's head, by whichever means."""

from __future__ import annotations

import re

from memogen.paper import Field

_TYPED = re.compile(r"\.{4,}|…{2,}")


def has_dots(field: Field) -> bool:
    """Whether an underline, the leader of a tab or typed dots are on the value or follow it."""
    passage = field.passage
    if passage.setting and passage.setting.has_leaders and "\t" in passage.seen:
        return True
    start, _end = passage.span(field.start, field.end)
    if any(one.looks.underline and one.end > start for one in passage.pieces):
        return True
    return _TYPED.search(passage.seen) is not None


def has_border(field: Field) -> bool:
    """Whether its paragraph has a border: dots or a line, nobody knows which."""
    return field.passage.setting is not None and field.passage.setting.has_border
