"""What letters on garuda paper have: the emblem of 3 cm in the middle, a line at its feet (section 2.4)."""

from __future__ import annotations

from memogen.forms.pieces import PAPER_CENTRE_MM, emblem
from memogen.forms.stylesheet import (
    HANGING_MM,
    KEEP_NEXT,
    Style,
    hanging,
    indented,
    spacing,
    tabs,
)
from memogen.ooxml import paragraph, run

EMBLEM_MM = 30
SENDER_MM = 100
"""Where the sender and its address begin, from the left margin."""
_ABOVE_PT, _URGENCY_PT = 34.95, 36
"""Together they bring the line after the emblem's to its feet, 4.5 cm below the edge of the sheet."""


def emblem_line(*, urgency: bool = True) -> str:
    """The line beside the emblem, with the urgency that stands above ที่ (saraban.md 2.7)."""
    word = run("{{ ชั้นความเร็ว }}", style="Urgency") if urgency else ""
    return paragraph(emblem(EMBLEM_MM) + word, style="EmblemLine")


def number_line(label: str, sender: str = "") -> str:
    """The number at the left and, where the form has it there, the sender at the right."""
    return paragraph(run(f"{label}  {{{{ ที่ }}}}" + (f"\t{sender}" if sender else "")), style="LetterNumber")


def letterhead_styles() -> list[Style]:
    """The styles of the lines above the subject."""
    return [
        Style(
            id="EmblemLine",
            name="บรรทัดตราครุฑ",
            paragraph=spacing(_ABOVE_PT, exactly_pt=_URGENCY_PT),
        ),
        Style(
            id="LetterNumber",
            name="ที่",
            paragraph=tabs(("left", SENDER_MM)) + spacing() + hanging(SENDER_MM),
        ),
        Style(id="LetterAddress", name="ที่อยู่", paragraph=spacing() + indented(SENDER_MM)),
        Style(id="LetterDate", name="วันที่", paragraph=spacing(6) + indented(PAPER_CENTRE_MM)),
    ]


def hanging_style(id: str, name: str, mm: float = HANGING_MM) -> Style:
    """A label with its value hanging behind it, a little below the line before (saraban.md 2.2)."""
    return Style(id=id, name=name, paragraph=tabs(("left", mm)) + spacing(6) + hanging(mm))


def closing_style(id: str, name: str, mm: float = PAPER_CENTRE_MM) -> Style:
    """The line after the text: the closing, or the day of an order."""
    return Style(id=id, name=name, paragraph=KEEP_NEXT + spacing(12) + indented(mm))


def owner() -> str:
    """Bottom left after three empty lines: whose matter it is, telephone, e-mail."""
    return paragraph(style="Owner") * 3 + paragraph(run("{{ เจ้าของเรื่อง }}"), style="Owner")


def owner_style() -> Style:
    return Style(id="Owner", name="เจ้าของเรื่อง", paragraph="<w:keepLines/>" + spacing())
