"""The form of the หนังสือประทับตรา: แบบที่ ๓ on garuda paper (clauses 13 and 14, saraban.md 1.2)."""

from __future__ import annotations

from memogen.forms.letterhead import (
    EMBLEM_MM,
    emblem_line,
    hanging_style,
    letterhead_styles,
    number_line,
    owner,
    owner_style,
)
from memogen.forms.package import package
from memogen.forms.pieces import BODY, emblem_picture, labelled, qr_codes, signature_styles
from memogen.forms.stylesheet import CENTRED, KEEP_NEXT, Style, spacing
from memogen.ooxml import paragraph, run


def _seal() -> str:
    """The sender, room for its seal with the initials of the officer, the date: no name, no closing."""
    return (
        paragraph(run("{{ ส่วนราชการ }}"), style="Sender")
        + paragraph(style="SignSpace") * 3
        + paragraph(run("{{ วันที่ }}"), style="SignPost")
    )


def stamped() -> dict[str, bytes]:
    """The parts of `templates/หนังสือประทับตรา.docx`."""
    body = (
        emblem_line() + number_line("ที่") + labelled("ถึง", "ถึง", "To") + BODY + _seal() + owner() + qr_codes()
    )
    styles = [
        *letterhead_styles(),
        hanging_style("To", "ถึง", 10),
        *signature_styles(),
        Style(id="Sender", name="ส่วนราชการ", base="SignName", paragraph=KEEP_NEXT + spacing(12) + CENTRED),
        owner_style(),
    ]
    return package(body, styles, emblem_picture(EMBLEM_MM))
