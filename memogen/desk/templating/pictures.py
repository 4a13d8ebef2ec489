"""The pictures of an office's letter: the emblem, which stays under its name, and QR codes, which go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen.desk.templating.fragments import W, elements, remove, text_of
from memogen.desk.templating.nouns import Placement
from memogen.desk.templating.slots import CODE_WORDS
from memogen.ooxml import run
from memogen.proof.markup import local, word

if TYPE_CHECKING:
    from lxml import etree

EMBLEM = "ตราครุฑ"
_EMBLEM_MM = (10, 45)
_EMBLEM_ASPECT = (0.8, 0.98)
"""The garuda is a little higher than wide."""
_CODE_MM = (10, 60)
_EMU_PER_MM = 36_000


def name_emblem(roots: Iterable[etree._Element]) -> Iterator[Placement]:
    """The first emblem under its name, so that settings can take another or none."""
    for root in roots:
        for drawing in root.iter(f"{W}drawing"):
            holder = drawing.getparent()
            if holder is None or word(holder) != "r" or not _is_emblem(drawing):
                continue
            for one in drawing.iter("{*}docPr"):
                one.set("name", EMBLEM)
            holder.addprevious(elements(run(f"{{%r if {EMBLEM} %}}"))[0])
            holder.addnext(elements(run("{%r endif %}"))[0])
            yield Placement(f"{{%r if {EMBLEM} %}}", _("ภาพตราครุฑ"), _("ต้นหนังสือ"))
            return


def drop_codes(body: etree._Element) -> Iterator[Placement]:
    """QR codes of this one letter go, with the lines about them; each letter brings its own."""
    for block in list(body):
        is_code = word(block) in ("p", "tbl") and any(map(_is_code, block.iter(f"{W}drawing")))
        if not is_code or "{{" in text_of(block):
            continue
        for one in (block.getprevious(), block.getnext()):
            if one is not None and word(one) == "p" and CODE_WORDS.search(text_of(one)):
                remove(one)
        remove(block)
        yield Placement("{{p คิวอาร์ }}", _("ภาพคิวอาร์โค้ดของหนังสือฉบับเดิม"), _("ท้ายหนังสือ"))


def _is_emblem(drawing: etree._Element) -> bool:
    width, height = _size(drawing)
    is_high_enough = _EMBLEM_MM[0] <= height <= _EMBLEM_MM[1]
    return is_high_enough and _EMBLEM_ASPECT[0] <= width / height <= _EMBLEM_ASPECT[1]


def _is_code(drawing: etree._Element) -> bool:
    width, height = _size(drawing)
    is_emblem = any(one.get("name") == EMBLEM for one in drawing.iter("{*}docPr"))
    return not is_emblem and abs(width - height) < 1 and _CODE_MM[0] <= height <= _CODE_MM[1]


def _size(drawing: etree._Element) -> tuple[float, float]:
    """Width and height of a drawing that is one picture, in mm; nothing for others."""
    extent = next(drawing.iter("{*}extent"), None)
    if extent is None or not any(local(one) == "blip" for one in drawing.iter("*")):
        return 0.0, 0.0
    width, height = (extent.get(name, "") for name in ("cx", "cy"))
    if not (width.isdecimal() and height.isdecimal() and len(width + height) < 24):
        return 0.0, 0.0
    return int(width) / _EMU_PER_MM, int(height) / _EMU_PER_MM
