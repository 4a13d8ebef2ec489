"""What the papers beside a circular share: the office's own looks, sheets of A4, tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from memogen import opc, thai
from memogen.ooxml import HEAD, NAMESPACES, paragraph, run, twips
from memogen.opc.markup import CONTENT_TYPES
from memogen.opc.packing import declare, kind_of, reachable, relate, serialised
from memogen.render.package import DOCUMENT, DOCUMENT_RELATIONS
from memogen.render.properties import Properties
from memogen.render.reading import Template

A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
AFTER_TABLE = paragraph(properties='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')
"""Word wants a paragraph after the last table: one a point high."""
HEADER = "rIdMemogenHeader"
"""The relation id under which a section finds the header of its paper."""

_LOOKS = ("styles", "settings", "fontTable", "theme", "numbering", "webSettings", "footnotes", "endnotes")
"""What a paper takes over from a template; emblem, headers and footers stay with the letter.

Notes are among them because the settings may name their separators.
"""
_HEADER_PART = "word/memogen-header.xml"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def printable(text: str) -> str:
    """A text in Thai digits, without the characters that no document can hold."""
    for _, char in thai.unprintable(text):
        text = text.replace(char, "")
    return thai.thai_digits(text)


def shown(text: str) -> str:
    """A text as a paper prints it, no name, date or number torn."""
    return thai.hold_together(printable(text))


def page_number(style: str = "") -> str:
    """The inside of a header: `- ๒ -` in the middle."""
    field = f'<w:fldSimple w:instr=" PAGE ">{run("๒")}</w:fldSimple>'
    return paragraph(f"{run('- ')}{field}{run(' -')}", style=style, properties='<w:jc w:val="center"/>')


def cell(content: str, width_mm: float, *, columns: int = 1) -> str:
    """A cell of ready paragraphs, in the middle of its row's height."""
    width = f'<w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>'
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr>{width}{span}<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], properties: str = "") -> str:
    """A row that no page tears; `properties` are further ones of the row, in schema order."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths_mm: Sequence[float], *, style: str = "", properties: str = "") -> str:
    """A table of fixed columns; `properties` are those that the schema wants after its layout."""
    look = f'<w:tblStyle w:val="{style}"/>' if style else ""
    widths = [twips(width) for width in widths_mm]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{look}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def paper(
    template: Template,
    body: str,
    *,
    properties: Properties,
    header: str = "",
    pictures: Mapping[str, bytes] | None = None,
) -> bytes:
    """The DOCX of `body`, which ends with its section, in the template's looks: the same bytes every time.

    `header` is the inside of one, which the section names as HEADER; `pictures` are PNGs by relation id.
    """
    parts = {**template.parts, **properties.parts()}
    types = opc.xml(parts[CONTENT_TYPES], file=template.name, part=CONTENT_TYPES)
    relations = opc.xml(parts[DOCUMENT_RELATIONS], file=template.name, part=DOCUMENT_RELATIONS)
    for relation in list(relations):
        if kind_of(relation) not in _LOOKS:
            relations.remove(relation)
    for name, png in (pictures or {}).items():
        part = f"word/media/{name}.png"
        relate(relations, name, "image", part)
        parts[part] = png
    if header:
        relate(relations, HEADER, "header", _HEADER_PART)
        declare(types, _HEADER_PART, _HEADER_TYPE)
        parts[_HEADER_PART] = f"{HEAD}<w:hdr {NAMESPACES}>{header}</w:hdr>".encode()
    document = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    parts |= {
        CONTENT_TYPES: serialised(types),
        DOCUMENT_RELATIONS: serialised(relations),
        DOCUMENT: document.encode(),
    }
    return opc.write_package(reachable(parts))
