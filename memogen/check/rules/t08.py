"""T08: paragraphs whose first line does not begin 2.5 cm in."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.indents import first_line_mm, is_item, lead
from memogen.check.lettering import body_text
from memogen.check.measures import TYPED, TYPING, centimetres, figure
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper, Passage

_INDENT_MM = 25.0
_TOLERANCE_MM = 1.0
_CENTRED = ("center", "right")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    by_place: dict[float, list[Passage]] = {}
    by_spaces: list[Passage] = []
    for passage in body_text(paper):
        if not _is_paragraph(passage):
            continue
        if len(lead(passage).replace("\t", "")) >= 3:
            by_spaces.append(passage)
            continue
        place = first_line_mm(passage)
        if place is not None and abs(place - _INDENT_MM) > _TOLERANCE_MM:
            by_place.setdefault(round(place, 1), []).append(passage)
    if by_spaces:
        yield _by_spaces(by_spaces)
    for place, passages in by_place.items():
        first = passages[0]
        start = len(lead(first))
        yield Fault(
            passage=first,
            start=start,
            end=_first_words(first, start),
            message=_("ย่อหน้าเริ่มที่ {value} ซม. (พบ {count} ย่อหน้า)").format(
                value=centimetres(place), count=figure(len(passages))
            ),
            hint=_("ตั้งเยื้องบรรทัดแรก ๒.๕ ซม. เท่ากันทุกย่อหน้า"),
        )


def _is_paragraph(passage: Passage) -> bool:
    """Paragraphs of text: no items, titles or lines in the middle, and nothing that goes on after a page."""
    setting = passage.setting
    if setting is None or is_item(passage):
        return False
    if setting.alignment in _CENTRED or setting.page_break_before or passage.seen.lstrip().startswith("/"):
        return False
    return not (passage.pieces and all(piece.looks.bold for piece in passage.pieces))


def _by_spaces(passages: list[Passage]) -> Fault:
    first = passages[0]
    return Fault(
        passage=first,
        start=0,
        end=len(lead(first)),
        message=_("ย่อหน้าด้วยการเคาะวรรค (พบ {count} ย่อหน้า)").format(count=figure(len(passages))),
        hint=_("ลบวรรค แล้วตั้งเยื้องบรรทัดแรก ๒.๕ ซม."),
        severity=Severity.INFO,
    )


def _first_words(passage: Passage, start: int) -> int:
    space = passage.seen.find(" ", start + 1)
    return space if 0 < space <= start + 40 else min(len(passage.seen), start + 40)


RULE = Rule(
    code="T08",
    severity=Severity.WARNING,
    basis=Basis.EXPLANATION,
    title="ย่อหน้าเยื้องบรรทัดแรก ๒.๕ เซนติเมตรเท่ากัน",
    why=(
        "ภาคเหตุ ภาคความประสงค์ และภาคสรุปเริ่มที่ระยะเดียวกัน ผู้อ่านจึงเห็นแต่ละภาคทันที "
        "การเคาะวรรคทำให้ระยะเพี้ยนเมื่อเปลี่ยนแบบอักษร"
    ),
    wrong="ย่อหน้าเริ่มที่ ๑.๒๗ เซนติเมตร",
    right="ย่อหน้าเริ่มที่ ๒.๕ เซนติเมตร",
    source=TYPING,
    find=find,
    kinds=TYPED,
    origins=(Origin.DOCUMENT,),
)
