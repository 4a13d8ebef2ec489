"""The pages of a document: their size and margins, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memogen.paper import Sheet
from memogen.proof.markup import attribute, child, is_on, millimetres

if TYPE_CHECKING:
    from lxml import etree

_LETTER_PAPER = (215.9, 279.4)
"""What Word takes where a section does not say."""
_INCH = 25.4


def sheet_of(section: etree._Element) -> Sheet:
    """The page that a `w:sectPr` describes; a gutter counts to the left margin."""
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    title = child(section, "titlePg")
    return Sheet(
        width_mm=_read(size, "w", _LETTER_PAPER[0]),
        height_mm=_read(size, "h", _LETTER_PAPER[1]),
        top_mm=abs(_read(margins, "top", _INCH)),
        right_mm=_read(margins, "right", _INCH),
        bottom_mm=abs(_read(margins, "bottom", _INCH)),
        left_mm=round(_read(margins, "left", _INCH) + _read(margins, "gutter", 0.0), 2),
        header_mm=_read(margins, "header", 0.0),
        first_page_differs=title is not None and is_on(title),
    )


def _read(element: etree._Element | None, name: str, otherwise: float) -> float:
    value = None if element is None else millimetres(attribute(element, name))
    return otherwise if value is None else value
