"""The letters of a text that stay the same however it is spaced, broken into lines, or read from a PDF."""

from __future__ import annotations

import re

from memogen.layout.lines import in_order

_LEADERS = re.compile(r"\.{4,}")
_NO_LETTER = re.compile("[\\s\u0000-\u001f\u00ad\u200b-\u200f\u2060\ufeff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


def letters_of(text: str) -> str:
    """The text without spaces, Thai marks, dot leaders and characters of no width.

    >>> letters_of("น้ำ ๑\u00a0ลบ.ม.")
    'นำ๑ลบ.ม.'
    """
    return _NO_LETTER.sub("", in_order(_LEADERS.sub("", text)))


def index_of(text: str, count: int) -> int:
    """Where in `text` the letter begins that has `count` letters before it; its end when there is none."""
    for index, sign in enumerate(text):
        if not _NO_LETTER.match(sign):
            if count == 0:
                return index
            count -= 1
    return len(text)
