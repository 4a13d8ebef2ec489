"""Whether a letter can be longer than a page, told without rendering: rather once too often."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import TYPE_CHECKING

from memogen.layout.paging.letters import letters_of
from memogen.layout.paging.markup import W
from memogen.layout.paging.measures import LINE_MM, SLACK_LINES
from memogen.layout.paging.story import DOCUMENT, Story, text_of

if TYPE_CHECKING:
    from lxml import etree

LETTERS_A_MM = 0.4
"""Of 16-point text in lines that are not full."""
_LARGER_MM = 6.0
"""What larger letters at the head of a letter add to its lines."""
_TWIPS_A_MM = 1440 / 25.4
_SINGLE = 240
"""What `w:line` says of single lines."""
_NARROWEST_MM = 20
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_EMU_A_MM = 36_000
_DOCUMENT = DOCUMENT.encode()
_DIRECTORY_ENTRY = struct.Struct("<4s20xL18x")
"""Of the directory at the end of a ZIP file, up to the part's name: its mark and the part's size."""


def room_mm(document: bytes) -> float:
    """How much of the first page is left at the least below the letter and two lines of slack.

    Less than nothing where the letter may fill the page or need a second one.
    """
    story = Story.of(document)
    width = story.measure("pgSz", "w") - story.measure("pgMar", "left") - story.measure("pgMar", "right")
    needed = sum(
        (_height_mm(story, block, width) for block in story.blocks), _LARGER_MM + SLACK_LINES * LINE_MM
    )
    return story.bottom_mm - story.measure("pgMar", "top") - needed


def text_size(document: bytes) -> int | None:
    """How many bytes of XML the text of a DOCX of ours is; None where that is not easily seen.

    As `zipfile` would tell, in a hundredth of the time.
    """
    at = document.rfind(_DOCUMENT) - _DIRECTORY_ENTRY.size
    if at < 0:
        return None
    mark, size = _DIRECTORY_ENTRY.unpack_from(document, at)
    return size if mark == b"PK\1\2" else None


def grown_mm(more_bytes: int) -> float:
    """The most that so many more bytes of XML can add to the height of a letter."""
    return more_bytes / (LETTERS_A_MM * _NARROWEST_MM) * LINE_MM


def _height_mm(story: Story, element: etree._Element, width_mm: float) -> float:
    if element.tag == f"{W}tbl":
        return sum(_row_mm(story, row, width_mm) for row in element.iterfind(f"{W}tr"))
    said = story.spacing(element)
    around = float(said.get("before", 0)) + float(said.get("after", 0))
    lines = 1 + _more_lines(element, width_mm)
    return around / _TWIPS_A_MM + lines * _line_mm(said) + _picture_mm(element)


def _line_mm(spacing: Mapping[str, str]) -> float:
    """From line to line, as the spacing of a paragraph says."""
    line, rule = float(spacing.get("line", _SINGLE)), spacing.get("lineRule", "auto")
    if rule == "exact":
        return line / _TWIPS_A_MM
    return max(LINE_MM, LINE_MM * line / _SINGLE if rule == "auto" else line / _TWIPS_A_MM)


def _row_mm(story: Story, row: etree._Element, width_mm: float) -> float:
    """As high as its highest cell."""
    return max((_cell_mm(story, cell, width_mm) for cell in row.iterfind(f"{W}tc")), default=0.0)


def _cell_mm(story: Story, cell: etree._Element, width_mm: float) -> float:
    given = cell.find(f"{W}tcPr/{W}tcW")
    width = float(given.get(f"{W}w", "0")) / _TWIPS_A_MM if given is not None else width_mm
    return sum(_height_mm(story, one, width) for one in cell.iterchildren(f"{W}p", f"{W}tbl"))


def _more_lines(paragraph: etree._Element, width_mm: float) -> int:
    """How many lines a paragraph has after its first one."""
    per_line = max(width_mm, _NARROWEST_MM) * LETTERS_A_MM
    breaks = sum(1 for _ in paragraph.iter(f"{W}br"))
    return int(len(letters_of(text_of(paragraph))) / per_line) + breaks


def _picture_mm(paragraph: etree._Element) -> float:
    """The height of the highest picture that stands in a line."""
    pictures = (
        float(extent.get("cy", "0")) / _EMU_A_MM
        for inline in paragraph.iter(_INLINE)
        for extent in inline.iterfind(_EXTENT)
    )
    return max(pictures, default=0.0)
