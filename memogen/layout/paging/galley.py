"""The galley: the letter on one sheet of three metres, so that its lines are known before its pages are."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.layout.lines import Line
from memogen.layout.pages import Page
from memogen.layout.paging.letters import letters_of
from memogen.layout.paging.markup import W, new, put
from memogen.layout.paging.measures import DESCENT_EM
from memogen.layout.paging.story import ADDED, Story, place_of
from memogen.ooxml import twips

if TYPE_CHECKING:
    from lxml import etree

SHEET_MM = 2998
"""As high a page as LibreOffice lays out."""
WORDS_MM = 60
"""The width of the column whose lines end where catchwords may."""
_MM_A_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A line as it is set: of which block, and which row of a table; `letters` as `letters_of` gives them.

    Millimetres are from the top of the galley.
    """

    block: int
    row: int
    letters: str
    baseline_mm: float
    bottom_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """The lines of a letter from top to bottom; `top_mm` is the first baseline of each page but the first."""

    lines: tuple[Set, ...]
    top_mm: float


def galley_of(document: bytes, *, width_mm: float | None = None) -> bytes:
    """The DOCX to be rendered for `read_galley`; its text is `width_mm` wide, by default as the letter's."""
    story = Story.of(document)
    story.paint()
    section = copy.deepcopy(story.section)
    for element in list(story.body):
        if element not in story.blocks:
            story.body.remove(element)
    if (last := story.section.getparent()) is not None and last is not story.body:
        last.remove(story.section)  # an annex follows; its section goes on no more
    probe = new(story.body, "p")
    put(_within(probe, "pPr"), "pageBreakBefore")
    text = new(probe, "t")
    text.text = "ก"
    _within(probe, "r").append(text)
    story.body.extend([probe, section])
    _with_height(section, SHEET_MM)
    if width_mm is not None:
        narrow(section, width_mm)
    story.paint_rest()
    story.section = section
    plain_numbers(section)
    return story.document()


def narrow(section: etree._Element, width_mm: float) -> None:
    """Moves the right margin so that the text is this wide."""
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is not None and margins is not None:
        free = int(size.get(f"{W}w", "0")) - int(margins.get(f"{W}left", "0"))
        margins.set(f"{W}right", str(free - twips(width_mm)))


def plain_numbers(section: etree._Element) -> None:
    """Page numbers in ordinary digits, which take LibreOffice half the time (`printing`)."""
    for numbers in section.iter(f"{W}pgNumType"):
        numbers.attrib.pop(f"{W}fmt", "")


def _with_height(section: etree._Element, height_mm: float) -> None:
    size = section.find(f"{W}pgSz")
    if size is not None:
        size.set(f"{W}h", str(twips(height_mm)))


def _within(element: etree._Element, name: str) -> etree._Element:
    found = new(element, name)
    element.append(found)
    return found


def read_galley(pages: Sequence[Page], blocks: int) -> Galley | None:
    """The lines of a rendered galley of so many blocks; None where it is no such thing."""
    probe = next((line for page in pages for line in page.lines if ADDED in line.colours), None)
    if probe is None:
        return None
    lines = [
        one
        for number, page in enumerate(pages)
        for line in page.lines
        if (one := line_set(line, blocks, below_mm=number * SHEET_MM)) is not None
    ]
    return Galley(lines=tuple(lines), top_mm=probe.baseline_mm) if lines else None


def line_set(line: Line, blocks: int, *, below_mm: float = 0) -> Set | None:
    """A line of the letter of so many blocks; None for what stands at head and foot of the page."""
    painted = [place for colour in line.colours if 0 <= (place := place_of(colour))[0] < blocks]
    if not painted:
        return None
    block, row = max(painted)
    descent = DESCENT_EM * max(line.sizes_pt) * _MM_A_POINT
    return Set(
        block=block,
        row=row,
        letters=letters_of(line.text),
        baseline_mm=below_mm + line.baseline_mm,
        bottom_mm=below_mm + line.baseline_mm + descent,
    )
