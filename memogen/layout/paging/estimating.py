"""Whether a letter can be longer than a page, told without rendering: rather once too often."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from memogen.layout.paging.letters import letters_of
from memogen.layout.paging.markup import W
from memogen.layout.paging.measures import LINE_MM
from memogen.layout.paging.story import DOCUMENT, Story, text_of

if TYPE_CHECKING:
    from lxml import etree

LETTERS_A_MM = 0.36
"""Of 16-point text in lines that are not full."""
_FIRST_LINE_MM, _FIRST_IN_CELL_MM = 8.0, 6.4
"""The first line of a paragraph, whatever its size, with a usual space above."""
_NARROWEST_MM = 20
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_EMU_A_MM = 36_000
_DIRECTORY_ENTRY = struct.Struct("<4s20xL18x")
"""Of the directory at the end of a ZIP file, up to the part's name: its mark and the part's size."""


def room_mm(document: bytes) -> float:
    """How much of the first page is left below the letter at the least, or less than nothing."""
    story = Story.of(document)
    width = story.measure("pgSz", "w") - story.measure("pgMar", "left") - story.measure("pgMar", "right")
    needed = sum(_height_mm(block, width) for block in story.blocks)
    return story.bottom_mm - story.measure("pgMar", "top") - needed


def text_size(document: bytes) -> int | None:
    """How many bytes of XML the text of a DOCX of ours is; None where that is not easily seen.

    As `zipfile` would tell, in a hundredth of the time.
    """
    at = document.rfind(DOCUMENT.encode()) - _DIRECTORY_ENTRY.size
    if at < 0:
        return None
    mark, size = _DIRECTORY_ENTRY.unpack_from(document, at)
    return size if mark == b"PK\1\2" else None


def grown_mm(more_bytes: int) -> float:
    """The most that so many more bytes of XML can add to the height of a letter."""
    return more_bytes / (LETTERS_A_MM * _NARROWEST_MM) * LINE_MM


def _height_mm(element: etree._Element, width_mm: float, first_mm: float = _FIRST_LINE_MM) -> float:
    if element.tag == f"{W}tbl":
        return sum(_row_mm(row, width_mm) for row in element.iterfind(f"{W}tr"))
    return first_mm + _more_mm(element, width_mm)


def _row_mm(row: etree._Element, width_mm: float) -> float:
    """As high as its highest cell."""
    return max((_cell_mm(cell, width_mm) for cell in row.iterfind(f"{W}tc")), default=0.0)


def _cell_mm(cell: etree._Element, width_mm: float) -> float:
    given = cell.find(f"{W}tcPr/{W}tcW")
    width = float(given.get(f"{W}w", "0")) * 25.4 / 1440 if given is not None else width_mm
    return sum(_height_mm(one, width, _FIRST_IN_CELL_MM) for one in cell.iterchildren(f"{W}p", f"{W}tbl"))


def _more_mm(paragraph: etree._Element, width_mm: float) -> float:
    """What a paragraph needs for all but its first line."""
    per_line = max(width_mm, _NARROWEST_MM) * LETTERS_A_MM
    more = int(len(letters_of(text_of(paragraph))) / per_line) + sum(1 for _ in paragraph.iter(f"{W}br"))
    pictures = (
        float(extent.get("cy", "0")) / _EMU_A_MM
        for inline in paragraph.iter(_INLINE)
        for extent in inline.iterfind(_EXTENT)
    )
    return more * LINE_MM + max(pictures, default=0.0)
