"""Those who sign a letter or decide on it: the lines of each, told by their words and order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from memogen.desk.templating.slots import CODE_WORDS
from memogen.paper import Paper, Part, Passage
from memogen.proof.recognition.words import (
    is_bare_name,
    is_name,
    is_position,
    is_rank,
    is_sign_here,
    may_be_name,
)

_BRACKETS = re.compile(r"\((?!(?:ลงชื่อ|ลงนาม)\))(?P<name>[^()]*)\)")
_BLANK_NAME = re.compile(r"\s*\([\s.…_]{5,}\)\s*")
_LEADERS = " .…_"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the foot: `text` is `passage.seen[start:end]`."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.seen[self.start : self.end]

    @property
    def span(self) -> tuple[int, int]:
        """Where it is in `passage.text`."""
        return self.passage.span(self.start, self.end)

    def part(self, start: int, end: int) -> Line:
        """What stands at `text[start:end]`, without spaces; with dots that wait for a name."""
        text = self.text[start:end]
        if text.strip(_LEADERS):
            start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
        return Line(self.passage, self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Signer:
    """A name without brackets, the whole line it is in, the rank above and the position's lines below.

    `sign_here` is the line above with the word ลงชื่อ, if there is one.
    """

    name: Line
    line: Line
    rank: Line | None
    position: tuple[Line, ...]
    sign_here: Line | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(one for one in (self.rank, self.name, *self.position) if one)


def signers(paper: Paper) -> tuple[Signer, ...]:
    """Those who sign or decide, in order; none where two names share a line, for their posts do too."""
    lines = list(_by_columns(_lines(paper))) or list(_blank_lines(paper))
    names = [number for number, line in enumerate(lines) if _is_name(line.text)]
    holders = [lines[number].passage for number in names]
    if len({id(one) for one in holders}) < len(holders):
        return ()
    ranks = {number for number in names if number and is_rank(lines[number - 1].text)}
    ends = [*(number - (number in ranks) for number in names[1:]), len(lines)]
    return tuple(
        _signer(
            lines[number],
            lines[number - 1] if number in ranks else None,
            lines[number + 1 : end],
            _sign_here(lines, number - (number in ranks)),
        )
        for number, end in zip(names, ends, strict=False)
    )


def _by_columns(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those in a table where people sign side by side one column after the other."""
    for table, group in groupby(lines, key=lambda line: _place(line)[0]):
        own = list(group)
        rows = [_place(line)[1] for line in own if _is_name(line.text)]
        if table and len(set(rows)) < len(rows):
            own.sort(key=lambda line: _place(line)[2])
        yield from own


def _place(line: Line) -> tuple[int, int, int]:
    """Table, row and cell; noughts outside of tables."""
    return line.passage.row or (0, 0, 0)


def _sign_here(lines: Sequence[Line], number: int) -> Line | None:
    """The line above that number with the word ลงชื่อ."""
    return lines[number - 1] if number and is_sign_here(lines[number - 1].text) else None


def _lines(paper: Paper) -> Iterator[Line]:
    for field in paper.all(Part.SIGNATURE):
        start = field.start
        for text in field.text.split("\n"):
            if text.strip():
                yield Line(field.passage, start, start + len(text)).part(0, len(text))
            start += len(text) + 1


def _blank_lines(paper: Paper) -> Iterator[Line]:
    """Of a form to be filled in: brackets with dots or spaces, and the line under them."""
    for passage, following in zip(paper.passages, (*paper.passages[1:], None), strict=False):
        if _BLANK_NAME.fullmatch(passage.seen):
            for one in (passage, following):
                if one is not None:
                    yield Line(one, 0, len(one.seen)).part(0, len(one.seen))
            return


def _is_name(text: str) -> bool:
    if is_sign_here(text):
        return False
    return is_name(text) or may_be_name(text) or (is_bare_name(text) and not is_position(text))


def _signer(line: Line, rank: Line | None, below: Sequence[Line], above: Line | None) -> Signer:
    below = tuple(takewhile(lambda one: _is_under(one, line), below))
    found = _BRACKETS.search(line.text)
    if found is None:
        return Signer(line, line, rank, below, above)
    beside = line.part(found.end(), len(line.text))
    position = (beside, *below) if beside.text.strip(_LEADERS) else below
    return Signer(line.part(*found.span("name")), line, rank, position, above)


def _is_under(line: Line, name: Line) -> bool:
    """Whether a line is of the position: not where the next one signs, nor the words about QR codes below."""
    table, its = (_place(one)[0] for one in (name, line))
    is_other = is_sign_here(line.text) or CODE_WORDS.search(line.text)
    return table == its and line.passage.region is name.passage.region and not is_other
