"""Thai text as it should have been typed: its marks in order, nothing invisible, nothing unprintable."""

from __future__ import annotations

import re
from itertools import product
from unicodedata import is_normalized, normalize

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\ufeff\u2060\u00ad"))
_LINE_END = re.compile("(?<!\r)\r+\n")
_SARA_AM_IN_TWO = re.compile("\u0e4d([\u0e48-\u0e4b]*)\u0e32")
# Marks above and below a consonant, and sara am, which a tone mark precedes.
_MARKS = re.compile("[\u0e31\u0e33\u0e34-\u0e3a\u0e47-\u0e4e]{2,}")
_PHINTHU, _SARA_AM = "\u0e3a", "\u0e33"
_TONES_AND_SILENCERS = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e"
_ODD = re.compile("[\u200b\ufeff\u2060\u00ad\u0e4d\r]")
_VOWELS, _TONES = "\u0e31\u0e34-\u0e39\u0e47\u0e4d", "\u0e48-\u0e4c\u0e4e"
# A mark typed twice, or before one that must precede it.
_IN_DISORDER = re.compile(
    rf"([{_VOWELS}{_TONES}\u0e33\u0e3a])"
    rf"(?:\1|(?<=[{_VOWELS}])\u0e3a|(?<=[{_TONES}])[{_VOWELS}\u0e3a]|(?<=\u0e33)[{_VOWELS}{_TONES}\u0e3a])"
)
_MARK_SIGNS = ["\u0e31", *map(chr, range(0x0E33, 0x0E3B)), *map(chr, range(0x0E47, 0x0E4F))]
_ORDERLY = frozenset(
    pair for pair in map("".join, product(_MARK_SIGNS, repeat=2)) if not _IN_DISORDER.search(pair)
)
"""Every two marks that may follow each other."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


def normalise(text: str) -> str:
    """The same text in the one spelling that searching and comparing rely on; done twice, nothing changes.

    Unicode form NFC (never NFKC, which would split sara am); นิคหิต + า becomes ำ, เ + เ becomes แ; tone marks
    stand after upper and lower vowels and before ำ; a mark typed twice stands once; U+200B, U+FEFF, U+2060
    and the soft hyphen go; Windows line ends become \\n. Digits, spaces, no-break spaces and all else stay.
    """
    if _is_tidy(text):
        return text
    tidy = _once(text)
    while tidy != text:  # each pass moves marks one way only, so this ends
        text, tidy = tidy, _once(tidy)
    return tidy


def unprintable(text: str) -> list[tuple[int, str]]:
    """Index and character of each one that cannot stand in a document.

    These are what XML 1.0 cannot hold (control characters, lone surrogates, U+FFFE, U+FFFF) and the marks
    that turn the direction of text (U+202A to U+202E, U+2066 to U+2069), so that it looks like another text.
    """
    # Nearly all texts are told by Python's own test, which knows no-break spaces as unprintable.
    if text.replace("\u00a0", " ").isprintable():
        return []
    return [(match.start(), match[0]) for match in _UNPRINTABLE.finditer(text)]


def _is_tidy(text: str) -> bool:
    """Whether there is nothing to do, as with nearly every text."""
    if text.isascii():
        return "\r" not in text
    is_odd = _ODD.search(text) or "เเ" in text
    return not is_odd and _is_in_order(text) and is_normalized("NFC", text)


def _is_in_order(text: str) -> bool:
    """Nearly all marks that follow each other are two in order, which is told in a third of the time."""
    return _ORDERLY.issuperset(_MARKS.findall(text)) or not _IN_DISORDER.search(text)


def _once(text: str) -> str:
    text = _LINE_END.sub("\n", text.translate(_INVISIBLE))
    text = normalize("NFC", text).replace("เเ", "แ")
    text = _SARA_AM_IN_TWO.sub(rf"\1{_SARA_AM}", text)
    return _MARKS.sub(_in_order, text)


def _in_order(marks: re.Match[str]) -> str:
    ordered = sorted(marks[0], key=_rank)
    return "".join(mark for mark, before in zip(ordered, ["", *ordered], strict=False) if mark != before)


def _rank(mark: str) -> int:
    """Phinthu (which NFC puts first), vowels, tone marks and silencers, sara am."""
    if mark in _TONES_AND_SILENCERS:
        return 2
    return {_PHINTHU: 0, _SARA_AM: 3}.get(mark, 1)
