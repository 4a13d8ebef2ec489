"""The closings of letters: the formulae of annex 2 of the regulation, and what people write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memogen.paper import Paper, Passage
from memogen.salutations import (
    HIGH_RESPECT,
    HIGH_REVERENCE,
    HIGHEST_REVERENCE,
    OF_SALUTATION,
    RESPECT,
    REVERENCE,
)

__all__ = ["HIGH_RESPECT", "ODD", "OF_SALUTATION", "RESPECT", "Closing", "closings", "odd_closings"]

ODD = (
    "ด้วยความเคารพ",
    "ด้วยความเคารพอย่างสูง",
    "ด้วยความเคารพอย่างยิ่ง",
    "ด้วยความเคารพนับถือ",
    "ด้วยความเคารพและนับถือ",
    "ด้วยความเคารพรัก",
    "ด้วยความนับถือ",
    "ด้วยความนับถืออย่างสูง",
    "ด้วยความนับถืออย่างยิ่ง",
    "ขอแสดงความเคารพ",
    "ขอแสดงความเคารพอย่างสูง",
    "ขอแสดงความเคารพอย่างยิ่ง",
    "ขอแสดงความเคารพนับถือ",
    "ขอแสดงความนับถืออย่างสูง",
    "ขอแสดงความนับถืออย่างสูงยิ่ง",
    "ขอแสดงความนับถืออย่างสูงสุด",
    "ขอแสดงความนับถือเป็นอย่างยิ่ง",
    "ขอแสดงความนับถือเป็นอย่างสูง",
    "ขอแสดงความนับถือยิ่ง",
    "ขอแสดงความนับถืออย่างมาก",
    "ขอแสดงความขอบคุณ",
)
"""No formulae of the regulation, though they are often seen (saraban.md A04, section 12)."""

_FORMULA = re.compile(
    rf"(?:{HIGH_RESPECT}|{RESPECT}|{HIGHEST_REVERENCE}|{HIGH_REVERENCE}|{REVERENCE}|ควรมิควรแล้วแต่จะ[ก-๎]{{0,60}})"
    r"(?=[ \t]*(?:\n|\Z)|\t)"
)
_ODD_LINE = re.compile(
    rf"^[ \t]*(?P<words>{'|'.join(sorted(ODD, key=len, reverse=True))})(?=[ \t]*$)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing: `words` is `passage.seen[start:end]`; `is_alone` when its line begins with it."""

    passage: Passage
    start: int
    end: int
    words: str
    is_alone: bool


def closings(paper: Paper) -> Iterator[Closing]:
    """Every formula that ends a line of the letter."""
    for passage in paper.text_passages:
        seen = passage.seen
        for found in _FORMULA.finditer(seen):
            before = seen[seen.rfind("\n", 0, found.start()) + 1 : found.start()]
            yield Closing(passage, found.start(), found.end(), found[0], not before.strip())


def odd_closings(paper: Paper) -> Iterator[Closing]:
    """Every line that closes the letter with words which are no formula."""
    for passage in paper.text_passages:
        for found in _ODD_LINE.finditer(passage.seen):
            start, end = found.span("words")
            yield Closing(passage, start, end, found["words"], True)
