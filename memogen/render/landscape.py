"""What the papers of a plan's KPIs share: landscape A4, and tables whose cells are merged both ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from memogen.model import Role
from memogen.ooxml import paragraph, run, twips
from memogen.render.blocks import Styles
from memogen.render.companions import HEADER, shown

WIDTH_MM = 297 - 15 - 15
"""Of the text: landscape A4 without its sides."""
CENTRED = '<w:jc w:val="center"/>'
RIGHT = '<w:jc w:val="right"/>'
SYMBOLS = '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:cs="Segoe UI Symbol"/>'
"""The run properties of ticks and boxes, which TH SarabunPSK has none of."""

SECTION = (
    f'<w:sectPr><w:headerReference w:type="default" r:id="{HEADER}"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    f'<w:pgMar w:top="{twips(20)}" w:right="{twips(15)}" w:bottom="{twips(15)}" w:left="{twips(15)}" '
    f'w:header="{twips(10)}" w:footer="{twips(5)}" w:gutter="0"/>'
    '<w:pgNumType w:fmt="thaiNumbers"/><w:titlePg/></w:sectPr>'
)
"""From page 2 on the page number stands above the text."""

MARGINS = (
    f'<w:tblCellMar><w:left w:w="{twips(0.8)}" w:type="dxa"/><w:right w:w="{twips(0.8)}" w:type="dxa"/>'
    "</w:tblCellMar>"
)
"""Of the cells of a table with so many columns that it has no room to give away."""

Merge = Literal["", "restart", "continue"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width, and how its cells are aligned (paragraph properties)."""

    heading: str
    width_mm: float
    align: str = ""


def size(points: float) -> str:
    """The run properties of a text in so many points."""
    return f'<w:sz w:val="{round(2 * points)}"/><w:szCs w:val="{round(2 * points)}"/>'


def merged(content: str, widths_mm: Sequence[float], *, down: Merge = "", middle: bool = False) -> str:
    """A cell of ready paragraphs over as many columns as there are widths; `down` merges it with others."""
    span = f'<w:gridSpan w:val="{len(widths_mm)}"/>' if len(widths_mm) > 1 else ""
    merge = f'<w:vMerge w:val="{down}"/>' if down else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    width = f'<w:tcW w:w="{sum(map(twips, widths_mm))}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{span}{merge}{align}</w:tcPr>{content}</w:tc>"


def covered(width_mm: float) -> str:
    """A cell that the one above it reaches down to."""
    return merged(paragraph(), [width_mm], down="continue")


def heads(
    columns: Sequence[Column], groups: Sequence[tuple[str, int]], look: str, styles: Styles
) -> list[str]:
    """The cells of a heading in two rows, each row in one text.

    `groups` are the words over neighbouring columns and how many these are; a column of its own, which both
    rows of the heading share, is a group of one without words.
    """
    upper, lower = [], []
    rest = list(columns)
    for words, count in groups:
        group, rest = rest[:count], rest[count:]
        widths = [column.width_mm for column in group]
        own = [_head(column.heading, look, styles) for column in group]
        if words:
            upper.append(merged(_head(words, look, styles), widths, middle=True))
            lower += [merged(head, [width], middle=True) for head, width in zip(own, widths, strict=True)]
        else:
            upper.append(merged(own[0], widths, down="restart", middle=True))
            lower.append(covered(widths[0]))
    return ["".join(upper), "".join(lower)]


def _head(text: str, look: str, styles: Styles) -> str:
    return paragraph(run(shown(text), properties=look), style=styles[Role.TABLE_HEAD])


def lines(text: str, *, style: str, look: str = "", properties: str = "") -> str:
    """A paragraph for each line of a text, and an empty one for none."""
    texts = text.split("\n")
    return "".join(
        paragraph(run(shown(line), properties=look), style=style, properties=properties) for line in texts
    )
