"""A line with blanks: dotted lines that share its room, and boxes to tick.

A blank is a tab whose leader are dots, so that what is typed on it pushes nothing out of its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeAlias

from memogen.blanks import BOX, DOTS, TICKED, boxed, weight
from memogen.model import Run
from memogen.ooxml import run, twips
from memogen.render.blocks import Styles, runs_xml
from memogen.render.columns import text_mm
from memogen.render.landscape import SYMBOLS

_LEAST_MM = 15
"""Room to write a number; a narrow line has less."""
_SHARE = 4
"""Of a narrow line a blank has at least the fourth part."""
_FEWEST_DOTS = 30
_BLANK = re.compile(rf"(?:(?<=[.][ก-ฮ])[.]|(?<=[0-9๐-๙])[.])?(?P<dots>{DOTS})")
"""The last point of พ.ศ. and of ๑. is none of the dots after it."""
_BOXES = re.compile(f"([{BOX}{TICKED}])")


@dataclass(frozen=True, slots=True)
class Dots:
    """A blank, typed with so many dots."""

    count: int


Piece: TypeAlias = "Run | Dots"


@dataclass(frozen=True, slots=True)
class Room:
    """Where a line stands: from left to right in mm from the left margin, and the size of its letters."""

    left_mm: float
    right_mm: float
    points: float

    @property
    def width_mm(self) -> float:
        return self.right_mm - self.left_mm

    def of(self, pieces: Iterable[Piece]) -> float:
        """About how wide the texts among pieces are."""
        return sum(text_mm(piece.text, self.points) for piece in pieces if isinstance(piece, Run))


def pieces_of(runs: Iterable[Run]) -> list[Piece]:
    """The texts and blanks of a line, in order."""
    pieces: list[Piece] = []
    for one in runs:
        text, end = boxed(one.text), 0
        for found in _BLANK.finditer(text):
            pieces += [replace(one, text=text[end : found.start("dots")]), Dots(weight(found["dots"]))]
            end = found.end()
        pieces.append(replace(one, text=text[end:]))
    return [piece for piece in pieces if isinstance(piece, Dots) or piece.text]


def has_blank(pieces: Iterable[Piece]) -> bool:
    return any(isinstance(piece, Dots) for piece in pieces)


def is_to_fill_in(pieces: Iterable[Piece]) -> bool:
    """Whether a line has a blank or a box."""
    return any(isinstance(piece, Dots) or _BOXES.search(piece.text) for piece in pieces)


def set_in(pieces: Sequence[Piece], room: Room) -> tuple[Sequence[Piece], str]:
    """A line up to the right edge of its room, and its tab stops.

    Blanks that do not fit beside the text stay dots within it; one at its end is a line all the same.
    """
    if not has_blank(pieces):
        return pieces, ""
    stops = stops_of(pieces, room)
    if not stops:
        pieces = [*map(_typed, pieces[:-1]), *_at_end(pieces, room)]
        if not has_blank(pieces):
            return pieces, ""
    return pieces, tabs([*(("left", stop) for stop in stops[:-1]), ("right", room.right_mm)])


def stops_of(pieces: Sequence[Piece], room: Room) -> list[float]:
    """Where each blank ends so that the line fills its room; nothing where they do not fit in one line."""
    counts = [piece.count for piece in pieces if isinstance(piece, Dots)]
    least = _least_mm(room)
    spare = room.width_mm - room.of(pieces) - least * len(counts)
    if spare < 0:
        return []
    ends = accumulate(
        (
            least + spare * piece.count / sum(counts) if isinstance(piece, Dots) else room.of([piece])
            for piece in pieces
        ),
        initial=room.left_mm,
    )
    next(ends)
    return [end for piece, end in zip(pieces, ends, strict=True) if isinstance(piece, Dots)]


def _least_mm(room: Room) -> float:
    return min(_LEAST_MM, room.width_mm / _SHARE)


def _at_end(pieces: Sequence[Piece], room: Room) -> Sequence[Piece]:
    """The last piece; a blank has a line of its own below a text that just about fills one."""
    last = pieces[-1]
    is_full = room.of(pieces) < room.width_mm + _least_mm(room)
    return [Run("\n"), last] if is_full and isinstance(last, Dots) else [last]


def _typed(piece: Piece) -> Run:
    """A blank as the dots that flow with a text."""
    if isinstance(piece, Run):
        return piece
    return Run("." * max(piece.count, _FEWEST_DOTS))


def tabs(stops: Iterable[tuple[str, float]]) -> str:
    """Tab stops with dots up to them, as (alignment, mm from the left margin)."""
    inside = "".join(
        f'<w:tab w:val="{align}" w:leader="dot" w:pos="{twips(stop)}"/>' for align, stop in stops
    )
    return f"<w:tabs>{inside}</w:tabs>"


def content(pieces: Iterable[Piece], styles: Styles) -> str:
    """The runs of a line; boxes are in a font that has them."""
    return "".join(run("\t") if isinstance(piece, Dots) else _with_boxes(piece, styles) for piece in pieces)


def _with_boxes(text: Run, styles: Styles) -> str:
    return "".join(
        run(part, properties=SYMBOLS)
        if part in (BOX, TICKED)
        else runs_xml([replace(text, text=part)], styles)
        for part in _BOXES.split(text.text)
        if part
    )
