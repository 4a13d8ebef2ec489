"""Small pieces of WordprocessingML, as text: runs, paragraphs, pictures, measures."""

from __future__ import annotations

from html import escape as _escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_DRAWING = "<w:drawing " + NAMESPACES.partition(" ")[2] + ">"
"""A drawing brings its own namespaces: Word declares those of pictures nowhere else."""
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(mm: float) -> int:
    """Millimetres to twentieths of a point, as page, indent and tab positions want them."""
    return round(mm * 1440 / 25.4)


def mm(twips: int) -> float:
    """Twentieths of a point to millimetres."""
    return twips * 25.4 / 1440


def emu(mm: float) -> int:
    """Millimetres to English metric units, as drawings want them."""
    return round(mm * 36_000)


def text(value: str) -> str:
    """`w:t`, `w:br` and `w:tab` for a value; what goes in comes out, spaces too."""
    if "\n" in value or "\t" in value:
        return "<w:br/>".join("<w:tab/>".join(map(text, line.split("\t"))) for line in value.split("\n"))
    if not value:
        return ""
    escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:t xml:space="preserve">{escaped}</w:t>'


def run(value: str, *, style: str = "", properties: str = "") -> str:
    """A run in a character style (its id) or with direct properties, both optional."""
    if not style and not properties:
        return f"<w:r>{text(value)}</w:r>"
    inside = (f'<w:rStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:r><w:rPr>{inside}</w:rPr>{text(value)}</w:r>"


def paragraph(content: str = "", *, style: str = "", properties: str = "") -> str:
    """A paragraph of ready runs in a paragraph style (its id), with direct properties after it."""
    inside = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    return f"<w:p>{f'<w:pPr>{inside}</w:pPr>' if inside else ''}{content}</w:p>"


def _graphic(relation: str, number: int, name: str, width_mm: float, height_mm: float) -> str:
    extent = f'cx="{emu(width_mm)}" cy="{emu(height_mm)}"'
    return (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic>"
    )


_LOCKED = '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'


def inline_picture(
    relation: str, *, number: int, name: str, alt: str, width_mm: float, height_mm: float
) -> str:
    """A run with a picture that stands in the line like a letter."""
    return (
        f'<w:r>{_DRAWING}<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{emu(width_mm)}" cy="{emu(height_mm)}"/>'
        f'<wp:docPr id="{number}" name="{_escape(name)}" descr="{_escape(alt)}"/>{_LOCKED}'
        f"{_graphic(relation, number, _escape(name), width_mm, height_mm)}</wp:inline></w:drawing></w:r>"
    )


def page_picture(
    relation: str,
    *,
    number: int,
    name: str,
    left_mm: float,
    top_mm: float,
    width_mm: float,
    height_mm: float,
) -> str:
    """A run with a picture fixed on the page: left from the margin, top from the sheet's edge."""
    return (
        f'<w:r>{_DRAWING}<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="2" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:posOffset>{emu(left_mm)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(top_mm)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{emu(width_mm)}" cy="{emu(height_mm)}"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{_escape(name)}" descr="{_escape(name)}"/>{_LOCKED}'
        f"{_graphic(relation, number, _escape(name), width_mm, height_mm)}</wp:anchor></w:drawing></w:r>"
    )
