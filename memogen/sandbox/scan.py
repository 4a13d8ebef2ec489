"""Where the tags of a text begin and end, also when their braces are broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN = re.compile(r"\{[{%#]")
_CLOSE = {"{{": "}}", "{%": "%}", "{#": "#}"}
# Bounds everywhere: a text of a million braces must not take a minute to refuse.
_TAG = re.compile(r"\{\{(?:(?!\{[{%]|\}\}).)*\}\}|\{%(?:(?!\{[{%]|%\}).)*%\}", re.DOTALL)
_STRAY = re.compile(r"\{ {0,9}([^{}\n]{1,60}?) {0,9}\}{1,3}|\}\}|%\}|\{ {1,9}[{%]")
_END_OF_BROKEN = re.compile(r"\}+|(?=\n|\{[{%#])|\Z")
_LONGEST_TAG, _LONGEST_BROKEN = 5_000, 60
# Invisible letters go; the rest become what Jinja reads.
_TYPED = str.maketrans(
    dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
    | dict.fromkeys("\u00a0\u2007\u202f", " ")
    | dict.fromkeys("‘’‚′", "'")
    | dict.fromkeys("“”„″", '"')
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A `{{ }}`, `{% %}` or `{# #}` as it stands, and its offset in the text."""

    text: str
    start: int

    @property
    def kind(self) -> str:
        """`{{`, `{%` or `{#`."""
        return self.text[:2]


def tidy(text: str) -> str:
    """A tag or a name without what keyboards and Word smuggle into it."""
    from memogen import thai

    return thai.normalise(text.translate(_TYPED))


def normalise_tags(source: str) -> str:
    """The text with each of its tags tidied; see `memogen.sandbox.normalise_tags`."""
    return _TAG.sub(lambda tag: tidy(tag[0]), source)


def scan(source: str) -> tuple[list[Tag], list[Tag]]:
    """Whole tags, and the beginnings of those that are never closed.

    A tag ends before the next one begins and within its paragraph (an empty line ends a paragraph).
    """
    whole: list[Tag] = []
    broken: list[Tag] = []
    at = 0
    while opening := _OPEN.search(source, at):
        start = opening.start()
        following = _OPEN.search(source, start + 2) if opening[0] != "{#" else None
        limit = min(following.start() if following else len(source), start + _LONGEST_TAG)
        end = source.find(_CLOSE[opening[0]], start + 2, limit)
        if end < 0 or source.find("\n\n", start, end) >= 0:
            at = _end_of_broken(source, start + 2)
            broken.append(Tag(source[start:at].rstrip(), start))
        else:
            at = end + 2
            whole.append(Tag(source[start:at], start))
    return whole, broken


def _end_of_broken(source: str, start: int) -> int:
    """Up to a single closing brace, the end of the line, or the next tag."""
    end = _END_OF_BROKEN.search(source, start)
    return min(end.end() if end else len(source), start + _LONGEST_BROKEN)


def strays(source: str, tags: list[Tag], known: frozenset[str]) -> Iterator[Tag]:
    """Braces outside tags that were meant as one: `{ เรื่อง }}`, `}}`, and `{ เรื่อง }` of a known name."""
    at = 0
    for tag in [*sorted(tags, key=lambda tag: tag.start), Tag("", len(source))]:
        for found in _STRAY.finditer(source, at, tag.start):
            lone = found[0].count("{") == found[0].count("}") == 1
            if not lone or tidy(found[1] or "").strip() in known:
                yield Tag(found[0], found.start())
        at = max(at, tag.start + len(tag.text))
