"""How wide the columns of a table are: as their text asks, and never so narrow that a date is torn."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from memogen.model import Align, Run, Table
from memogen.ooxml import twips

TEXT_WIDTH_MM = 160
_CHARACTER_MM = 2.1
"""A letter of 14-point text with its share of spaces, on the generous side."""
_CHARACTER_TWIPS = twips(_CHARACTER_MM)
_LETTER_MM = 1.9
"""The same in a longer line, where wide and narrow letters even out."""
_MEASURED_PT = 14
PADDING_MM = 3.2
"""What of a column is not for its text."""
_NARROWEST, _WIDEST = 5, 40
"""Bounds of a column in characters; longer lines wrap."""
_HEADING = 18
"""A heading of up to so many characters stays on one line."""
_TALL = 18
"""Lines of a row that may be broken over pages."""
_LOW = 2
"""Lines of a row that is not left alone on a page."""
_LEADING, _TRAILING = 8, 16
"""Thai before the first no-break space and after the last may break between words: the nearest one counts."""
# One byte a letter, since measuring bytes takes a tenth of the time; other scripts become question marks.
_ONE_BYTE = "cp874"
_MARKS = "".join(map(chr, (0xE31, *range(0xE34, 0xE3B), *range(0xE47, 0xE4F)))).encode(_ONE_BYTE)
"""Vowels and marks above and below, which take no room."""
_LATIN = bytes(byte if 0x21 <= byte <= 0x7E else 0x20 for byte in range(256))
"""All but Latin letters, digits and signs turned into spaces."""


def column_widths(table: Table, width_mm: float = TEXT_WIDTH_MM) -> list[int]:
    """Widths in twips that together fill a width; numbers, which stand to the right, are never broken."""
    heads = [_measured(_text(head))[1] for head in table.head]
    columns = zip(table.head, *table.rows, strict=True)
    unbreakable, longest = zip(*(_measured("\n".join(map(_text, cells))) for cells in columns), strict=True)
    least = [max(_NARROWEST, min(head, _HEADING), low) for head, low in zip(heads, unbreakable, strict=True)]
    least = [
        max(low, min(_WIDEST, line)) if align is Align.RIGHT else low
        for low, line, align in zip(least, longest, table.aligns, strict=True)
    ]
    wanted = [max(low, min(_WIDEST, line)) for low, line in zip(least, longest, strict=True)]
    room_mm = width_mm - PADDING_MM * len(heads)
    characters = _shared(least, wanted, room_mm / _CHARACTER_MM)
    unit = room_mm / sum(characters)
    return [twips(PADDING_MM + unit * count) for count in characters]


def text_mm(text: str, points: float) -> float:
    """About how wide a line of text is."""
    return len(_shown(text)) * _LETTER_MM * points / _MEASURED_PT


def broken(text: str, width_mm: float, points: float) -> str:
    """A text with line breaks for some of its spaces, so that each line fits a width and no word is torn."""
    first, *others = text.split(" ")
    lines = [first]
    for words in others:
        if text_mm(f"{lines[-1]} {words}", points) <= width_mm:
            lines[-1] += f" {words}"
        else:
            lines.append(words)
    return "\n".join(lines)


def is_tall(row: Sequence[Sequence[Run]], widths: Sequence[int]) -> bool:
    """Whether a row has about so many lines that it would leave a page half empty if it were not broken."""
    return _has_more(row, widths, _TALL)


def is_low(row: Sequence[Sequence[Run]], widths: Sequence[int]) -> bool:
    """Whether a row has so few lines that it should not be alone on a page."""
    return not _has_more(row, widths, _LOW)


def _has_more(row: Sequence[Sequence[Run]], widths: Sequence[int], lines: int) -> bool:
    """Whether a row has more than about so many lines."""
    for runs, width in zip(row, widths, strict=True):
        text = _text(runs)
        if len(text) * _CHARACTER_TWIPS > (lines - text.count("\n")) * width:
            return True
    return False


def _shared(least: Sequence[int], wanted: Sequence[int], room: float) -> list[float]:
    """What each column needs, and of what is left its share by what it would like."""
    left, wishes = room - sum(least), [want - low for low, want in zip(least, wanted, strict=True)]
    if left <= 0 or not any(wishes):
        return [float(low) for low in least]
    return [low + left * wish / sum(wishes) for low, wish in zip(least, wishes, strict=True)]


def _text(runs: Sequence[Run]) -> str:
    return runs[0].text if len(runs) == 1 else "".join([piece.text for piece in runs])


@lru_cache(maxsize=512)
def _measured(text: str) -> tuple[int, int]:
    """Letters that take room: in what no line may end in (Latin words, held phrases), in the longest line."""
    shown = _shown(text)
    latin = max(map(len, shown.translate(_LATIN).split()), default=0)
    words = text.replace("\n", " ").split(" ") if "\u00a0" in text else []
    held = [word.split("\u00a0") for word in words if "\u00a0" in word]
    phrases = "\n".join(
        ["\u00a0".join((first[-_LEADING:], *inner, last[:_TRAILING])) for first, *inner, last in held]
    )
    return max(latin, _longest_line(_shown(phrases))), _longest_line(shown)


def _longest_line(shown: bytes) -> int:
    return max(map(len, shown.split(b"\n")))


def _shown(text: str) -> bytes:
    """The letters that take room, one byte each."""
    return text.encode(_ONE_BYTE, "replace").translate(None, _MARKS)
