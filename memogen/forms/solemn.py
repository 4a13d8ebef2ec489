"""The forms of คำสั่ง and ประกาศ: แบบที่ ๔ and ๗ on garuda paper (clauses 16 and 20, saraban.md 1.2)."""

from __future__ import annotations

from memogen.forms.letterhead import EMBLEM_MM, closing_style, emblem_line, letterhead_styles
from memogen.forms.package import package
from memogen.forms.pieces import BODY, emblem_picture, optional, qr_codes, signature, signature_styles
from memogen.forms.stylesheet import (
    BOLD,
    CENTRED,
    INDENT_MM,
    KEEP_NEXT,
    TEXT_WIDTH_MM,
    THAI_JUSTIFIED,
    Style,
    first_line,
    spacing,
)
from memogen.ooxml import paragraph, run, twips

_RULE_MM = 30
_BELOW_EMBLEM_PT = 18
_DATE_MM = 2 * INDENT_MM
"""The line with the day begins twice as far in as a paragraph."""


def rule() -> str:
    """The short dashed line under the heading of forms 4 to 8 and 11."""
    return paragraph(style="Rule")


def heading_styles(above_pt: float = 0) -> list[Style]:
    """The heading in the middle, and the line under it."""
    side = twips((TEXT_WIDTH_MM - _RULE_MM) / 2)
    line = '<w:pBdr><w:bottom w:val="dashed" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    return [
        Style(id="Heading", name="หัวหนังสือ", paragraph=KEEP_NEXT + spacing(above_pt) + CENTRED, run=BOLD),
        Style(id="HeadingLine", name="บรรทัดหัวหนังสือ", base="Heading", paragraph=spacing()),
        Style(
            id="Rule",
            name="เส้นใต้หัวหนังสือ",
            paragraph=f'{KEEP_NEXT}{line}{spacing(exactly_pt=8)}<w:ind w:left="{side}" w:right="{side}"/>',
        ),
    ]


def _solemn(word: str, number: str, day: str) -> dict[str, bytes]:
    """A form under a heading in the middle; `number` is a line of it, `day` what stands before the date."""
    lines = [number, "เรื่อง {{ เรื่อง }}"] if number else ["เรื่อง {{ เรื่อง }}"]
    body = (
        emblem_line(urgency=False)
        + paragraph(run(f"{word}{{{{ ผู้ออก }}}}"), style="Heading")
        + "".join(paragraph(run(line), style="HeadingLine") for line in lines)
        + rule()
        + BODY
        + optional("ทั้งนี้", paragraph(run("ทั้งนี้ {{ ทั้งนี้ }}"), style="Effective"))
        + paragraph(run(f"{day} ณ วันที่ {{{{ วันที่ }}}}"), style="LetterClosing")
        + signature("ผู้ลงนาม")
        + qr_codes()
    )
    effective = KEEP_NEXT + spacing(6) + first_line(INDENT_MM) + THAI_JUSTIFIED
    styles = [
        *letterhead_styles()[:1],
        *heading_styles(_BELOW_EMBLEM_PT),
        Style(id="Effective", name="ทั้งนี้", paragraph=effective),
        closing_style("LetterClosing", "วันที่", _DATE_MM),
        *signature_styles(),
    ]
    return package(body, styles, emblem_picture(EMBLEM_MM))


def order() -> dict[str, bytes]:
    """The parts of `templates/คำสั่ง.docx`."""
    return _solemn("คำสั่ง", "ที่ {{ ที่ }}", "สั่ง")


def announcement() -> dict[str, bytes]:
    """The parts of `templates/ประกาศ.docx`; an announcement has no number."""
    return _solemn("ประกาศ", "", "ประกาศ")
