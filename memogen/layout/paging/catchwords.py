"""The catchword (คำต่อเนื่อง): the first words of the next page, `/๓. ข้อพิจารณา…`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from memogen.layout.paging.letters import index_of, letters_of

FEWEST_LETTERS, MOST_LETTERS = 6, 26
_SPACES = re.compile(r"[ \n]+|\Z")


NONE = "/…"
"""The catchword of a page that begins with no letters."""


def catchword(text: str, at: int, narrow: Iterable[str]) -> str:
    """The catchword of a page that begins with `text` after `at` letters.

    It ends at a space, else where a word ends. LibreOffice knows where: `narrow` are the letters of each line
    as it sets the text in a narrow column.
    """
    end = _end(text, at, narrow)
    words = text[index_of(text, at) : index_of(text, end)]
    return f"/{_SPACES.sub(' ', words).strip()}…"


def _end(text: str, at: int, narrow: Iterable[str]) -> int:
    spaces = sorted({len(letters_of(text[: space.start()])) for space in _SPACES.finditer(text)})
    lines = list(accumulate(map(len, narrow)))
    for ends in (spaces, lines):
        good = [end for end in ends if at + FEWEST_LETTERS <= end <= at + MOST_LETTERS]
        if good:
            return good[-1]
    return next((end for end in sorted({*spaces, *lines}) if end > at), at)
