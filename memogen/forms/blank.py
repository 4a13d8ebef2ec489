"""The form of the แบบรายงาน: a title over lines and tables that units fill in, on plain paper."""

from __future__ import annotations

from memogen.forms.package import package
from memogen.forms.pieces import BODY, qr_codes
from memogen.forms.solemn import heading_styles
from memogen.forms.stylesheet import BOLD, KEEP_WHOLE, LEVEL_MM, Style, first_line, spacing
from memogen.model import Role
from memogen.ooxml import paragraph, run

_TOP_PT = 14
_LEVELS = ((Role.HEADING_1, Role.ITEM_1), (Role.HEADING_2, Role.ITEM_2), (Role.HEADING_3, Role.ITEM_3))


def _styles() -> list[Style]:
    """Everything begins at the margin: a line is as long as can be."""
    styles = [
        *heading_styles(_TOP_PT)[:1],
        Style(id="Body", name=Role.BODY, paragraph=spacing(6)),
    ]
    for level, (heading, item) in enumerate(_LEVELS):
        indent = first_line(level * LEVEL_MM)
        styles += [
            Style(
                id=f"Heading{level + 1}x", name=heading, paragraph=KEEP_WHOLE + spacing(12) + indent, run=BOLD
            ),
            Style(id=f"Item{level + 1}", name=item, base="Body", paragraph=indent),
        ]
    return styles


def blank() -> dict[str, bytes]:
    """The parts of `templates/แบบรายงาน.docx`."""
    body = (
        paragraph(run("{{ เรื่อง }}"), style="Heading")
        + BODY
        + qr_codes()
        + paragraph(style="Hidden")  # Word wants a paragraph after a table at the end
    )
    return package(body, _styles(), {})
