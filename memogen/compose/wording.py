"""Texts with values in them, set for print: values literally, Thai digits, phrases held together.

A value must come out exactly, whatever it holds: `*`, `#`, `|` or a line break in a workbook's cell is
not Markdown. So each value stands as a numbered slot, in characters that no letter may hold, until the
Markdown has been read. What is typed between backticks waits in a slot too, and keeps its digits.

The letters of a circular share their texts with slots: `wording` reads one once, and each letter fills it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from memogen import sandbox, thai

_VALUE, _AS_TYPED, _END = "\x02", "\x06", "\x03"
_SLOT = re.compile(f"[{_VALUE}{_AS_TYPED}]([0-9]+){_END}")
_NEXT = "\x0e"
"""Stands where one of several texts ends and the next begins."""
_SLOT_OR_NEXT = re.compile(f"([{_VALUE}{_AS_TYPED}][0-9]+{_END}|{_NEXT})")
_LONG = 500
"""Characters of a phrase that is not worth remembering."""


@dataclass(slots=True)
class Slots:
    """What has been taken out of texts, in order."""

    values: list[str] = field(default_factory=list)

    def put(self, text: str, *, as_typed: bool = False) -> sandbox.Ready:
        """Keeps a text and gives the slot that stands for it; `as_typed` says that its digits stay."""
        self.values.append(text)
        return _slot(len(self.values) - 1, as_typed)


@lru_cache(maxsize=1024)
def _slot(number: int, as_typed: bool) -> sandbox.Ready:
    return sandbox.Ready(f"{_AS_TYPED if as_typed else _VALUE}{number}{_END}")


def restored(text: str, values: Sequence[str]) -> str:
    """The text with its slots filled, digits and spaces as they are."""
    return _SLOT.sub(lambda slot: values[int(slot[1])], text)


class _Piece(NamedTuple):
    """Words, or the value of a slot, in the text with this number."""

    text: int
    words: str
    slot: int | None = None
    as_typed: bool = False


class _Waiting(NamedTuple):
    """The pieces of a phrase that waits for values; `text` is the one that all of it stands in, if any."""

    pieces: list[_Piece]
    text: int | None


_Phrase: TypeAlias = "_Piece | _Waiting"
"""Words that are set already, or a phrase that waits for values."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Texts side by side, set for print but for the phrases that wait for the values of `slots`."""

    texts: tuple[str, ...]
    keep: tuple[str, ...]
    phrases: Sequence[_Phrase]
    slots: Sequence[int]

    def filled(self, values: Sequence[str]) -> list[str]:
        """Each text with its values."""
        done: list[list[str]] = [[] for _text in self.texts]
        for phrase in self._phrases(values):
            if isinstance(phrase, _Piece):
                done[phrase.text].append(phrase.words)
            elif phrase.text is not None:
                done[phrase.text].append(finished("".join(_typed(phrase.pieces, values)), self.keep))
            else:
                words_of_each = _set(phrase.pieces, values, self.keep)
                for piece, words in zip(phrase.pieces, words_of_each, strict=True):
                    done[piece.text].append(words)
        return ["".join(words) for words in done]

    def _phrases(self, values: Sequence[str]) -> Sequence[_Phrase]:
        """All as one when a value has a straight quote: that may pair with one in another phrase."""
        if len(self.phrases) > 1 and '"' in "".join([values[slot] for slot in self.slots]):
            return [*map(_waiting, _read([_NEXT.join(self.texts)], len(self.texts)))]
        return self.phrases


@lru_cache(maxsize=2048)
def wording(texts: tuple[str, ...], keep: tuple[str, ...]) -> Wording:
    """The texts read as one, so that a bold number holds on to its unit (rule T15).

    `keep` are words whose digits stay. A value changes nothing beyond its phrase: all others are set here.
    """
    phrases: list[_Phrase] = []
    read = [*_read(thai.phrases(_NEXT.join(texts), keep), len(texts))]
    for waits, group in groupby(read, key=lambda pieces: any(piece.slot is not None for piece in pieces)):
        together = [*group]
        phrases += map(_waiting, together) if waits else _ready(together, keep)
    slots = [piece.slot for pieces in read for piece in pieces if piece.slot is not None]
    return Wording(texts, keep, phrases, slots)


def _read(phrases: Sequence[str], count: int) -> Iterator[list[_Piece]]:
    """The pieces of each phrase, and the spaces between phrases, of so many texts."""
    text = 0
    for number, phrase in enumerate(phrases):
        if number:
            yield [_Piece(text, " ")]
        pieces = []
        for words in _SLOT_OR_NEXT.split(phrase):
            if slot := _SLOT.fullmatch(words):
                pieces.append(_Piece(text, "", int(slot[1]), words.startswith(_AS_TYPED)))
            elif words == _NEXT and text + 1 < count:
                text += 1
            elif words:
                pieces.append(_Piece(text, words))
        yield pieces


def _ready(phrases: Iterable[Sequence[_Piece]], keep: tuple[str, ...]) -> Iterator[_Piece]:
    """Phrases without values, set for print; what stands in one text is made one."""
    done = (
        (piece.text, words)
        for pieces in phrases
        for piece, words in zip(pieces, _set(pieces, (), keep), strict=True)
    )
    for text, group in groupby(done, key=itemgetter(0)):
        yield _Piece(text, "".join([words for _text, words in group]))


def _waiting(pieces: list[_Piece]) -> _Waiting:
    texts = {piece.text for piece in pieces}
    in_one = len(texts) == 1 and not any(piece.as_typed for piece in pieces)
    return _Waiting(pieces, texts.pop() if in_one else None)


def _typed(pieces: Sequence[_Piece], values: Sequence[str]) -> list[str]:
    """The words of pieces as they were typed."""
    return [piece.words if piece.slot is None else values[piece.slot] for piece in pieces]


def _set(pieces: Sequence[_Piece], values: Sequence[str], keep: tuple[str, ...]) -> list[str]:
    """The words of a phrase's pieces, set for print as one; that makes none longer or shorter."""
    typed = _typed(pieces, values)
    whole = "".join(typed)
    done = finished(whole, keep)
    ready, start = [], 0
    for piece, words in zip(pieces, typed, strict=True):
        end = start + len(words)
        ready.append(words if piece.as_typed else done[start:end])
        start = end
    return ready


def finished(text: str, keep: tuple[str, ...]) -> str:
    """A text without slots, set for print; that makes it neither longer nor shorter."""
    return _finished(text, keep) if len(text) < _LONG else _finished.__wrapped__(text, keep)


@lru_cache(maxsize=4096)
def _finished(text: str, keep: tuple[str, ...]) -> str:
    return thai.hold_together(thai.thai_digits(text, keep=keep))
