"""What several forms have: emblems, tags, signatures, codes."""

from __future__ import annotations

from importlib.resources import files

from memogen.forms.stylesheet import CENTRED, KEEP_NEXT, LAST_KEPT, TEXT_WIDTH_MM, Style, indented, spacing
from memogen.ooxml import page_picture, paragraph, run

EMBLEM = "ตราครุฑ"
_ASPECT = 666 / 709
_RELATION = "rIdEmblem"
_TOP_MM = 15
PAPER_CENTRE_MM = 105 - 30
"""The middle of the sheet from the left margin: the axis of the garuda, of the date and of the closing."""
CLOSING_MM = 29.7
"""The width of ขอแสดงความนับถือ, under whose middle the signature stands."""
_SIGNATURE_MM = 2 * PAPER_CENTRE_MM + CLOSING_MM - TEXT_WIDTH_MM
"""The left indent at which centred lines have that middle."""


def tag(words: str, kind: str = "p") -> str:
    """A paragraph (or run) that holds nothing but a tag, and goes away with it."""
    inside = run(f"{{%{kind} {words} %}}")
    return paragraph(inside) if kind == "p" else inside


def emblem(height_mm: int, left_mm: float | None = None) -> str:
    """Runs with the garuda 1.5 cm below the edge of the sheet, in its middle unless `left_mm` says where."""
    width = height_mm * _ASPECT
    picture = page_picture(
        _RELATION,
        number=1,
        name=EMBLEM,
        left_mm=PAPER_CENTRE_MM - width / 2 if left_mm is None else left_mm,
        top_mm=_TOP_MM,
        width_mm=width,
        height_mm=height_mm,
    )
    return tag("if ตราครุฑ", "r") + picture + tag("endif", "r")


def emblem_picture(height_mm: int) -> dict[str, tuple[str, bytes]]:
    """The picture of `emblem` for the package."""
    garuda = files("memogen").joinpath("assets", f"garuda-{height_mm}mm.png").read_bytes()
    return {_RELATION: ("garuda.png", garuda)}


def optional(field: str, *paragraphs: str) -> str:
    """Paragraphs that stand only where a field has something to say."""
    return tag(f"if {field}") + "".join(paragraphs) + tag("endif")


def labelled(label: str, field: str, style: str) -> str:
    """A label and its value, which hangs behind it."""
    return paragraph(run(f"{label}\t{{{{ {field} }}}}"), style=style)


def signature(person: str, space: str = "SignSpace", name: str = "SignName", post: str = "SignPost") -> str:
    """Three empty lines, the name in brackets, the position lines (saraban.md 2.2, 6.7)."""
    return (
        paragraph(style=space) * 2
        + paragraph(run(f"{{{{ {person}.ยศ }}}}"), style=space)
        + paragraph(run(f"({{{{ {person}.ชื่อ }}}})"), style=name)
        + paragraph(run(f"{{{{ {person}.ตำแหน่ง }}}}"), style=post)
    )


def qr_codes() -> str:
    """The codes of a letter under their heading."""
    return optional("คิวอาร์", paragraph(run("{{ หัวคิวอาร์ }}"), style="QrTitle"), paragraph(run("{{p คิวอาร์ }}")))


BODY = paragraph(run("{{p เนื้อความ }}"))


def signature_styles() -> list[Style]:
    """The signature under the middle of the closing (saraban.md 2.4), in place of the right half's."""
    axis = indented(_SIGNATURE_MM)
    return [
        Style(id="SignSpace", name="ที่ลงชื่อ", paragraph=KEEP_NEXT + spacing() + axis),
        Style(id="SignName", name="ลงชื่อ", paragraph=KEEP_NEXT + spacing() + axis + CENTRED),
        Style(id="SignPost", name="ตำแหน่งผู้ลงนาม", base="SignName", paragraph=LAST_KEPT),
    ]
