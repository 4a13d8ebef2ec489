"""How wide the columns of a table are: as their text asks, and never so narrow that a date is torn."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from memogen.model import Run, Table
from memogen.ooxml import twips

TEXT_WIDTH_MM = 160
_CHARACTER_MM = 2.1
"""A letter of 14-point text with its share of spaces, on the generous side."""
_PADDING_MM = 3.2
_NARROWEST, _WIDEST = 5, 40
"""Bounds of a column in characters; longer lines wrap."""
_HEADING = 18
"""A heading of up to so many characters stays on one line."""
_HELD = re.compile("\\S+(?:\u00a0\\S+)+|[!-~]+")
"""What no line may end in: phrases held by no-break spaces, and Latin words."""
_LEADING = 8
"""Thai before the first no-break space may break between its words: only its last word counts."""


def column_widths(table: Table) -> list[int]:
    """Widths in twips that together fill the text width."""
    columns = list(zip(table.head, *table.rows, strict=True))
    least = [
        max(_NARROWEST, min(_longest_line(head), _HEADING), *map(_unbreakable, cells))
        for head, cells in zip(table.head, columns, strict=True)
    ]
    wanted = [
        max(low, min(_WIDEST, max(map(_longest_line, cells))))
        for low, cells in zip(least, columns, strict=True)
    ]
    room = (TEXT_WIDTH_MM - _PADDING_MM * len(columns)) / _CHARACTER_MM
    characters = _shared(least, wanted, room)
    unit = (TEXT_WIDTH_MM - _PADDING_MM * len(columns)) / sum(characters)
    return [twips(_PADDING_MM + unit * count) for count in characters]


def _shared(least: Sequence[int], wanted: Sequence[int], room: float) -> list[float]:
    """What each column needs, and of what is left its share by what it would like."""
    left, wishes = room - sum(least), [want - low for low, want in zip(least, wanted, strict=True)]
    if left <= 0 or not any(wishes):
        return [float(low) for low in least]
    return [low + left * wish / sum(wishes) for low, wish in zip(least, wishes, strict=True)]


def _lines(runs: Sequence[Run]) -> Iterator[str]:
    yield from "".join(piece.text for piece in runs).split("\n")


def _longest_line(runs: Sequence[Run]) -> int:
    return max(map(_shown_length, _lines(runs)))


def _unbreakable(runs: Sequence[Run]) -> int:
    phrases = [found[0] for line in _lines(runs) for found in _HELD.finditer(line)]
    return max((_shown_length(_without_leading(phrase)) for phrase in phrases), default=0)


def _without_leading(phrase: str) -> str:
    first, space, rest = phrase.partition("\u00a0")
    return first[-_LEADING:] + space + rest if space else phrase


def _shown_length(text: str) -> int:
    """Characters that take room; vowels and marks above and below take none."""
    return sum(unicodedata.category(char) != "Mn" for char in text)
