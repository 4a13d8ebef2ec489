"""The form of the หนังสือภายนอก: แบบที่ ๑ on garuda paper (clause 11, saraban.md 1.2, 2.2, 2.4)."""

from __future__ import annotations

from memogen.forms.letterhead import (
    EMBLEM_MM,
    closing_style,
    emblem_line,
    hanging_style,
    letterhead_styles,
    number_line,
    owner,
    owner_style,
)
from memogen.forms.package import package
from memogen.forms.pieces import (
    BODY,
    emblem_picture,
    labelled,
    optional,
    qr_codes,
    signature,
    signature_styles,
)
from memogen.ooxml import paragraph, run


def _head() -> str:
    return (
        emblem_line()
        + number_line("ที่", "{{ ส่วนราชการ }}")
        + optional("ที่อยู่", paragraph(run("{{ ที่อยู่ }}"), style="LetterAddress"))
        + paragraph(run("{{ วันที่ }}"), style="LetterDate")
        + labelled("เรื่อง", "เรื่อง", "Subject")
        + labelled("{{ คำขึ้นต้น }}", "เรียน", "To")
        + optional("อ้างถึง", labelled("อ้างถึง", "อ้างถึง", "Reference"))
        + optional("สิ่งที่ส่งมาด้วย", labelled("สิ่งที่ส่งมาด้วย", "สิ่งที่ส่งมาด้วย", "Enclosure"))
    )


def external() -> dict[str, bytes]:
    """The parts of `templates/หนังสือภายนอก.docx`."""
    body = (
        _head()
        + BODY
        + paragraph(run("{{ คำลงท้าย }}"), style="LetterClosing")
        + signature("ผู้ลงนาม")
        + owner()
        + optional("สำเนาส่ง", labelled("สำเนาส่ง", "สำเนาส่ง", "Copies"))
        + qr_codes()
    )
    styles = [
        *letterhead_styles(),
        hanging_style("Subject", "เรื่อง"),
        hanging_style("To", "เรียน"),
        hanging_style("Reference", "อ้างถึง", 15),
        hanging_style("Enclosure", "สิ่งที่ส่งมาด้วย", 27.5),
        closing_style("LetterClosing", "คำลงท้าย"),
        *signature_styles(),
        owner_style(),
        hanging_style("Copies", "สำเนาส่ง", 17.5),
    ]
    return package(body, styles, emblem_picture(EMBLEM_MM))
