"""What marks the file copy of a letter (สำเนาคู่ฉบับ, clause 30), in WordprocessingML."""

from __future__ import annotations

from memogen.ooxml import paragraph, run, twips
from memogen.stamp.box import FONT, Frame, floating

WORDS = "สำเนาคู่ฉบับ"
INITIALS = (("ร่าง", "พิมพ์"), ("ทาน", "ตรวจ"))
"""Who drafted, typed, compared and checked the letter, two in a line: four lines outgrow the margin."""

RIGHT_MM = 20
"""From the right edge of the sheet, where the letter's own text ends."""
_MARK = (8, 50, 8)  # mm from the top, width, height
_INITIALS = (18.5, 74, 15)  # mm from the bottom, width, height
_LINE_MM = 6.4
_SIDE_MM = 1.5  # within the box on either side
_MARK_PT, _INITIALS_PT = 16, 14


def mark(width_mm: float, *, number: int) -> str:
    """A run with the word สำเนาคู่ฉบับ in the top right corner of a sheet so wide."""
    top, width, height = _MARK
    frame = Frame(width_mm - RIGHT_MM - width + _SIDE_MM, top, width, height, has_line=False)
    text = _line(run(WORDS, properties=_looks(_MARK_PT, bold=True)), '<w:jc w:val="right"/>')
    return floating(frame, text, name=WORDS, alt=WORDS, number=number)


def initials(width_mm: float, height_mm: float, *, number: int) -> str:
    """A run with dotted lines for initials at the bottom right of a sheet of this size, within its margin."""
    bottom, width, height = _INITIALS
    frame = Frame(width_mm - RIGHT_MM - width + _SIDE_MM, height_mm - bottom, width, height, has_line=False)
    inside = width - 2 * _SIDE_MM
    stops = "".join(
        f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{twips(at)}"/>'
        for kind, leader, at in (
            ("right", "dot", inside / 2 - 1),
            ("left", "none", inside / 2 + 1),
            ("right", "dot", inside),
        )
    )
    looks = _looks(_INITIALS_PT, bold=False)
    text = "".join(
        _line(run(f"{first}\t\t{second}\t", properties=looks), f"<w:tabs>{stops}</w:tabs>")
        for first, second in INITIALS
    )
    names = " ".join(name for pair in INITIALS for name in pair)
    return floating(frame, text, name="ลายมือชื่อย่อ", alt=names, number=number)


def _line(content: str, properties: str) -> str:
    """A bare line of the box; tab stops stand before its spacing, alignment after its indent."""
    tabs, justified = (properties, "") if properties.startswith("<w:tabs>") else ("", properties)
    return paragraph(
        content,
        properties='<w:widowControl w:val="0"/>'
        f'{tabs}<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:beforeAutospacing="0" w:after="0" '
        f'w:afterAutospacing="0" w:line="{twips(_LINE_MM)}" w:lineRule="exact"/>'
        f'<w:ind w:left="0" w:right="0" w:firstLine="0"/>{justified}',
    )


def _looks(points: int, *, bold: bool) -> str:
    on = "" if bold else ' w:val="0"'
    return (
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'<w:b{on}/><w:bCs{on}/><w:i w:val="0"/><w:iCs w:val="0"/><w:noProof/><w:spacing w:val="0"/>'
        f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/><w:u w:val="none"/>'
        '<w:lang w:bidi="th-TH"/>'
    )
