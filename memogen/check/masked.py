"""Fonts that draw the digits of the keyboard as Thai ones, so that nobody sees which they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memogen.paper import Passage

_MASKING = re.compile(r"IT ?[๙9]", re.IGNORECASE)


def masked(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """The stretches of `passage.text` in such a font, with its name."""
    for piece in passage.pieces:
        if _MASKING.search(piece.looks.latin_font):
            yield piece.start, piece.end, piece.looks.latin_font


def mask_at(passage: Passage, index: int) -> str:
    """The name of the masking font at `passage.text[index]`, empty if it is set in another."""
    return next((font for start, end, font in masked(passage) if start <= index < end), "")
