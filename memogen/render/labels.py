"""Address labels for a circular: A4 sheets of 2 × 7 self-adhesive labels of 99.1 × 38.1 mm."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from memogen.model import Copy
from memogen.ooxml import paragraph, run, twips
from memogen.render.companions import A4, AFTER_TABLE, cell, paper, row, shown, table
from memogen.render.properties import Properties
from memogen.render.reading import Template

WIDTH_MM, HEIGHT_MM = 99.1, 38.1
COLUMNS, ROWS = 2, 7
GAP_MM = 2.5
LEFT_MM = (210 - COLUMNS * WIDTH_MM - (COLUMNS - 1) * GAP_MM) / 2
TOP_MM = (297 - ROWS * HEIGHT_MM) / 2
"""The sheet of fourteen that is sold for A4 (as Avery L7163): 4.65 mm at the sides, 15.15 mm above."""
SIDE_MM, ABOVE_MM = 3.5, 2.5
"""How far the text keeps from the edges of its label."""

_SIZES_PT = (16, 15, 14, 13, 12, 11, 10, 9)
_SMALL_PT = 12
_PITCH_EM = 1.13
"""A line of TH SarabunPSK; set exactly, so that its stand-ins take no more room."""
_TO_EM = 2
"""How far the addressee stands behind the beginning of เรียน."""
_MM_PER_POINT = 25.4 / 72

_WIDTHS = (
    (0.27, " \u00a0เโใไๅ.,:;'()/-|!ijlftrI"),
    (0.34, "งธรวาำ"),
    (0.4, "กขคจฉชซฐดตถผฝยลศสอฮะแๆฯ"),
    (0.45, "ฆฎฏฑทนบปพฟภมษหฬ๐๑๒๓๔๕๖๗๘๙0123456789abcdeghknopqsuvxyz"),
)
"""Letters of TH SarabunPSK that are no wider than so many ems; no other is wider than _WIDEST_EM."""
_WIDEST_EM = 0.6
_EMS = {letter: ems for ems, letters in _WIDTHS for letter in letters}
_WORD_EM = 4.5
"""What a line loses when the Thai word after it does not fit any more."""
_FAR_TOO_LONG = 600
"""No two lines hold so many letters; to take words off a whole cell of Excel would take minutes."""
_HELD = re.compile("[ก-๙]{0,8}(?:\u00a0\\S+)+|[!-~]+")
"""Longer pieces in which no line ends."""

_SECTION = (
    f'<w:sectPr>{A4}<w:pgMar w:top="{twips(TOP_MM)}" w:right="{twips(LEFT_MM)}" w:bottom="{twips(10)}" '
    f'w:left="{twips(LEFT_MM)}" w:header="{twips(5)}" w:footer="{twips(5)}" w:gutter="0"/></w:sectPr>'
)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of a label; small ones say from whom it comes, indented ones stand under the addressee.

    `label` is the word before an indented one.
    """

    text: str
    small: bool = False
    indented: bool = False
    label: str = ""


def labels(copies: Sequence[Copy], *, sender: str, template: Template) -> bytes:
    """A label a copy as DOCX, in the order of delivery, along the rows; 14 a sheet.

    Each says `sender`, the number, the addressee, the unit where the addressee does not name it, and the
    address where there is one. Long texts are set smaller, down to 9 points, and then cut with `…`.
    """
    cells = [cell(_label(copy, sender), WIDTH_MM) for copy in copies]
    cells += [cell(paragraph(), WIDTH_MM)] * (-len(cells) % COLUMNS)
    gap = cell(paragraph(), GAP_MM)
    height = f'<w:trHeight w:val="{twips(HEIGHT_MM)}" w:hRule="exact"/>'
    rows = [row((left, gap, right), height) for left, right in zip(cells[::2], cells[1::2], strict=True)]
    no_margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    grid = table(rows, (WIDTH_MM, GAP_MM, WIDTH_MM), properties=no_margins)
    properties = Properties(title="ป้ายจ่าหน้าซอง", creator=sender)
    return paper(template, grid + AFTER_TABLE + _SECTION, properties=properties)


def _label(copy: Copy, sender: str) -> str:
    size, paragraphs = _fitting(list(_paragraphs(copy, sender)))
    return "".join(_xml(part, size) for part in paragraphs)


def _paragraphs(copy: Copy, sender: str) -> Iterator[_Paragraph]:
    recipient = copy.recipient
    yield _Paragraph(shown(sender), small=True)
    yield _Paragraph(shown(f"ที่ {copy.number or '.' * 30}"), small=True)
    if recipient.to:
        yield _Paragraph(shown(recipient.to), indented=True, label="เรียน")
    further = [recipient.name] if recipient.name not in recipient.to else []
    further += [recipient.address] if recipient.address else []
    for text in further:
        yield _Paragraph(shown(text), indented=bool(recipient.to))


def _xml(part: _Paragraph, size: int) -> str:
    points = _points(part, size)
    indent = round(_TO_EM * points * 20) if part.indented else 0
    first = f'w:hanging="{indent}"' if part.label else 'w:firstLine="0"'
    properties = (
        f'<w:spacing w:before="0" w:after="0" w:line="{round(points * _PITCH_EM * 20)}" w:lineRule="exact"/>'
        f'<w:ind w:left="{twips(SIDE_MM) + indent}" w:right="{twips(SIDE_MM)}" {first}/><w:jc w:val="left"/>'
    )
    text = f"{part.label}\t{part.text}" if part.label else part.text
    look = f'<w:sz w:val="{2 * points}"/><w:szCs w:val="{2 * points}"/>'
    return paragraph(run(text, properties=look), properties=properties)


# --- what fits ------------------------------------------------------------------------------------


def _fitting(paragraphs: Sequence[_Paragraph]) -> tuple[int, Sequence[_Paragraph]]:
    """The largest size in points at which the whole label fits; at the smallest one, its texts are cut."""
    for size in _SIZES_PT:
        if _height_mm(paragraphs, size) <= HEIGHT_MM - 2 * ABOVE_MM:
            return size, paragraphs
    smallest = _SIZES_PT[-1]
    return smallest, [replace(part, text=_cut(part, smallest)) for part in paragraphs]


def _height_mm(paragraphs: Iterable[_Paragraph], size: int) -> float:
    return sum(
        _lines(part, part.text, size) * _points(part, size) * _PITCH_EM * _MM_PER_POINT for part in paragraphs
    )


def _lines(part: _Paragraph, text: str, size: int) -> int:
    """How many lines a text takes in the place of `part`, if each but its last is as short as it may be."""
    room = (WIDTH_MM - 2 * SIDE_MM) / (_points(part, size) * _MM_PER_POINT)
    return sum(_wrapped(line, room - _TO_EM * part.indented) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    loss = min(max((_width(held) for held in _HELD.findall(line)), default=0) + _WORD_EM, room / 2)
    return 1 + max(0, math.ceil((_width(line) - room) / (room - loss)))


def _width(text: str) -> float:
    """In ems; vowels and marks above and below take no room."""
    return sum(_EMS.get(char, _WIDEST_EM) for char in text if unicodedata.category(char) != "Mn")


def _points(part: _Paragraph, size: int) -> int:
    return min(size, _SMALL_PT) if part.small else size


def _cut(part: _Paragraph, size: int) -> str:
    """As many words as two lines hold, or one small line; in a word too long for that, as many letters."""
    most = 1 if part.small else 2
    text = part.text.replace("\n", " ")[:_FAR_TOO_LONG]
    while _lines(part, text, size) > most:
        shorter = text.rstrip("…").rpartition(" ")[0] or text.rstrip("…")[:-1]
        text = f"{shorter}…"
    return text
