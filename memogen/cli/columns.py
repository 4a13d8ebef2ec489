"""Text in the columns of a terminal, where Thai vowels and tone marks above and below take no room."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_NO_WIDTH = ("Mn", "Me", "Cf")
_STAYS_WITH_NEXT = "เแโใไ"
_STAYS_WITH_LAST = "ะาำๅๆฯ"


def width(text: str) -> int:
    """How many columns `text` takes.

    >>> width("ที่")
    1
    """
    return sum(unicodedata.category(character) not in _NO_WIDTH for character in text)


def padded(text: str, columns: int) -> str:
    """`text` with spaces up to `columns`."""
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """The lines of `text`, broken at spaces, and inside a word only if it is longer than a line.

    An empty line in `text` stays; other line ends are as spaces, unless the line begins with a space.
    """
    lines: list[str] = []
    for paragraph in _paragraphs(text):
        lines += list(_filled(paragraph, columns)) or [""]
    return lines


def _paragraphs(text: str) -> list[str]:
    joined = re.sub(r"(?<=\S)\n(?=[^\s])", " ", text.strip())
    return joined.split("\n")


def _filled(paragraph: str, columns: int) -> Iterator[str]:
    indent = paragraph[: len(paragraph) - len(paragraph.lstrip(" "))]
    line = ""
    for word in paragraph.split():
        if line and width(f"{indent}{line} {word}") > columns:
            yield indent + line
            line = ""
        line = f"{line} {word}" if line else word
        while width(indent + line) > columns:
            end = _break(line, columns - len(indent))
            yield indent + line[:end]
            line = line[end:]
    if line:
        yield indent + line


def _break(word: str, columns: int) -> int:
    """Where a word too long for a line may be cut: never between a Thai letter and its vowels."""
    end = len(word)
    while end > 1 and (width(word[:end]) > columns or not _is_boundary(word, end)):
        end -= 1
    return end


def _is_boundary(word: str, at: int) -> bool:
    if at >= len(word):
        return True
    joins = unicodedata.category(word[at]) in _NO_WIDTH or word[at] in _STAYS_WITH_LAST
    return not joins and word[at - 1] not in _STAYS_WITH_NEXT
