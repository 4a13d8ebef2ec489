"""Whom a letter is to, and how it greets him (annex 2 of the regulation, `memogen.salutations`)."""

from __future__ import annotations

from dataclasses import dataclass

from memogen.paper import FILLED_LATER, Field, Origin, Paper, Part
from memogen.salutations import (
    HIGH,
    HIGH_REVERENCE,
    HIGHEST_REVERENCE,
    LETTER,
    MONK,
    PATRIARCH,
    REVERENCE,
    SALUTATIONS,
    asked,
    is_high,
    is_ordinary,
    is_patriarch,
    is_royal,
    monk_closings,
    parted,
)

__all__ = [
    "HIGH",
    "HIGHEST_REVERENCE",
    "HIGH_REVERENCE",
    "LETTER",
    "MONK",
    "PATRIARCH",
    "REVERENCE",
    "SALUTATIONS",
    "Addressee",
    "addressee",
    "asked",
    "is_high",
    "is_ordinary",
    "is_patriarch",
    "is_royal",
    "monk_closings",
]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter is to: `word` is the salutation, `name` what follows it, at `start` in `passage.seen`."""

    field: Field
    word: str
    name: str
    start: int

    @property
    def asked(self) -> str:
        """The salutation that annex 2 asks for; empty where it cannot be told."""
        return asked(self.name)


def addressee(paper: Paper) -> Addressee | None:
    """The first addressee, if there is one and he is known yet.

    In a letter file the header is called เรียน whomever it is for: there the word goes by the name.
    """
    found = paper.first(Part.TO)
    if found is None:
        return None
    word, text, start = found.label.strip(" :\t"), found.text, found.start
    own, rest = parted(text)
    if own:
        word, start, text = own, start + len(text) - len(rest), rest
    elif paper.origin is Origin.LETTER:
        word = asked(text) or LETTER
    if not text.strip() or FILLED_LATER in text:
        return None
    return Addressee(found, word, text, start)
