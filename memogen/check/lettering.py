"""How the Thai letters of a document are set: stretches of one look, and the families of their fonts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from memogen.paper import Looks, Paper, Passage, Region

_STEMS = (
    *("sarabun", "charmonman", "krub", "srisakdi", "niramit", "charm", "kodchasa", "k2d", "mali"),
    *("chakrapetch", "baijam", "koho", "fahkwang", "chulabhorn", "จุฬาภรณ์"),
)
"""The 13 fonts of the cabinet's resolution of 7 September 2553 and the 14th of 2564, without their TH."""
_THAI_LETTER = re.compile("[ก-๎]")
_NOT_OF_NAME = re.compile(r"[\s_-]|^th(?=[\s_-]*[a-z])")


def body_text(paper: Paper) -> Iterator[Passage]:
    """The paragraphs of a letter's text; a template's expressions become others, and vanish or not."""
    return (one for one in paper.body if one.region is Region.TEXT and not _is_template(one.text))


def _is_template(text: str) -> bool:
    return "{{" in text or "{%" in text


@dataclass(frozen=True, slots=True)
class Stretch:
    """Thai letters `passage.text[start:end]` in one look; outer spaces are left out."""

    passage: Passage
    start: int
    end: int
    looks: Looks


def stretches(passages: Iterable[Passage]) -> Iterator[Stretch]:
    """What has a Thai letter in it: Latin words, digits alone and symbols may be in fonts of their own."""
    for passage in passages:
        for piece in passage.pieces:
            text = passage.text[piece.start : piece.end]
            if _THAI_LETTER.search(text):
                start = piece.start + len(text) - len(text.lstrip())
                yield Stretch(passage, start, start + len(text.strip()), piece.looks)


def stretches_of(paper: Paper) -> Iterator[Stretch]:
    """Those of the letter itself, not of its page headers and footers."""
    return stretches(paper.text_passages)


@lru_cache(maxsize=256)
def family(font: str) -> str:
    """The family of an official font, TH SarabunPSK, New and IT๙ being one; empty for any other font."""
    name = _NOT_OF_NAME.sub("", font.strip().lower())
    return next((stem for stem in _STEMS if name.startswith(stem)), "")
