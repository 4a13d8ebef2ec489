"""The form of the หนังสือรับรอง: แบบที่ ๑๐ on garuda paper (clause 24, saraban.md 1.2)."""

from __future__ import annotations

from memogen.forms.letterhead import EMBLEM_MM, closing_style, emblem_line, letterhead_styles, number_line
from memogen.forms.package import package
from memogen.forms.pieces import BODY, emblem_picture, optional, qr_codes, signature, signature_styles
from memogen.forms.stylesheet import CENTRED, INDENT_MM, KEEP_NEXT, Style, spacing
from memogen.ooxml import paragraph, run, twips

_ABOVE_TEXT_PT = 12
_PHOTO_MM, _PHOTO_HEIGHT_MM = 40, 60
_BESIDE_MM = 15
"""The name under the photograph may be so much wider than it, at each side."""


def certificate() -> dict[str, bytes]:
    """The parts of `templates/หนังสือรับรอง.docx`."""
    body = (
        emblem_line(urgency=False)
        + number_line("เลขที่", "{{ ส่วนราชการ }}")
        + optional("ที่อยู่", paragraph(run("{{ ที่อยู่ }}"), style="LetterAddress"))
        + paragraph(properties=spacing(_ABOVE_TEXT_PT))
        + BODY
        + paragraph(run("ให้ไว้ ณ วันที่ {{ วันที่ }}"), style="LetterClosing")
        + signature("ผู้ลงนาม")
        + optional("ผู้ได้รับการรับรอง", *_photograph())
        + qr_codes()
    )
    styles = [
        *letterhead_styles()[:3],
        closing_style("LetterClosing", "วันที่", 2 * INDENT_MM),
        *signature_styles(),
        Style(id="Photo", name="รูปถ่าย", paragraph=KEEP_NEXT + spacing() + CENTRED),
    ]
    return package(body, styles, emblem_picture(EMBLEM_MM), kinds=("png", "jpeg"))


def _photograph() -> tuple[str, ...]:
    """At the left, of important certificates: the photograph, and under it who signs (clause 24.8)."""
    space = paragraph(style="Photo")
    place = _row(
        _cell(_BESIDE_MM, space),
        _cell(_PHOTO_MM, paragraph(run("{{r รูปถ่าย }}"), style="Photo"), _FRAME),
        _cell(_BESIDE_MM, space),
        height_mm=_PHOTO_HEIGHT_MM,
    )
    width = 2 * _BESIDE_MM + _PHOTO_MM
    signed = "".join(
        (
            space * 2,
            paragraph(run("({{ ผู้ได้รับการรับรอง }})"), style="Photo"),
            paragraph(run("ผู้ได้รับการรับรอง"), style="Photo"),
        )
    )
    under = _row(_cell(width, signed, '<w:gridSpan w:val="3"/>'))
    columns = "".join(f'<w:gridCol w:w="{twips(mm)}"/>' for mm in (_BESIDE_MM, _PHOTO_MM, _BESIDE_MM))
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(width)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{place}{under}</w:tbl>"
    )
    return space, table, paragraph(style="Hidden")


_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right")
)
_FRAME = f'<w:tcBorders>{_EDGES}</w:tcBorders><w:vAlign w:val="center"/>'


def _row(*cells: str, height_mm: float = 0) -> str:
    height = f'<w:trHeight w:val="{twips(height_mm)}" w:hRule="atLeast"/>' if height_mm else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(width_mm: float, content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'
