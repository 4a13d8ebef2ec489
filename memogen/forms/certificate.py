"""The form of the หนังสือรับรอง: แบบที่ ๑๐ on garuda paper (clause 24, saraban.md 1.2)."""

from __future__ import annotations

from memogen.forms.letterhead import EMBLEM_MM, closing_style, emblem_line, letterhead_styles, number_line
from memogen.forms.package import package
from memogen.forms.pieces import BODY, emblem_picture, optional, qr_codes, signature, signature_styles
from memogen.forms.stylesheet import INDENT_MM, spacing
from memogen.ooxml import paragraph, run

_ABOVE_TEXT_PT = 12


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
        + qr_codes()
    )
    styles = [
        *letterhead_styles()[:3],
        closing_style("LetterClosing", "วันที่", 2 * INDENT_MM),
        *signature_styles(),
    ]
    return package(body, styles, emblem_picture(EMBLEM_MM))
