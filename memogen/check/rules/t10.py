"""T10: other space between the paragraphs than 6 points before each and 12 before the closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _

from memogen.check.indents import is_item, lead
from memogen.check.lettering import body_text
from memogen.check.measures import LINE_PT, TYPED, TYPING, figure
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper, Part, Passage, Region, Setting

_BEFORE_PT = (5.0, 14.0)
_CLOSING_PT = (10.0, 40.0)
_AFTER_PT = 1.0


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    body = [(one, one.setting) for one in body_text(paper) if one.setting]
    after = [(one, setting.after_pt) for one, setting in body if setting.after_pt > _AFTER_PT]
    if after:
        yield _together(
            after,
            _("เว้นระยะหลังย่อหน้า {value} พอยต์ (พบ {count} ย่อหน้า)"),
            _("ตั้งระยะหลังย่อหน้า (After) เป็น ๐ และก่อนย่อหน้า (Before) เป็น ๖ พอยต์"),
        )
    before = [(one, setting.before_pt) for one, setting in body if _is_off(one, setting)]
    if before:
        yield _together(
            before,
            _("เว้นระยะก่อนย่อหน้า {value} พอยต์ (พบ {count} ย่อหน้า)"),
            _("ตั้งระยะก่อนย่อหน้า (Before) เป็น ๖ พอยต์"),
        )
    closing = paper.first(Part.CLOSING)
    if closing and closing.passage.setting and closing.passage.region is Region.TEXT:
        gap = _gap(closing.passage, closing.passage.setting)
        if not _CLOSING_PT[0] <= gap <= _CLOSING_PT[1] and not closing.passage.setting.page_break_before:
            yield Fault.of_field(
                closing,
                _("เว้นระยะก่อนคำลงท้าย {value} พอยต์").format(value=figure(gap)),
                _("ตั้งระยะก่อนคำลงท้าย (Before) เป็น ๑๒ พอยต์"),
            )


def _is_off(passage: Passage, setting: Setting) -> bool:
    """Items of a list may follow each other closely, and a blank line does as well as 6 points."""
    if is_item(passage) or setting.page_break_before or setting.alignment in ("center", "right"):
        return False
    if setting.after_pt > _AFTER_PT or passage.blanks_before:
        return False
    return not _BEFORE_PT[0] <= setting.before_pt <= _BEFORE_PT[1]


def _gap(passage: Passage, setting: Setting) -> float:
    return setting.before_pt + passage.blanks_before * LINE_PT


def _together(passages: Sequence[tuple[Passage, float]], message: str, hint: str) -> Fault:
    """One fault for all of them, told at the first."""
    first, value = passages[0]
    return Fault(
        passage=first,
        start=len(lead(first)),
        end=len(first.seen),
        message=message.format(value=figure(value), count=figure(len(passages))),
        hint=hint,
    )


RULE = Rule(
    code="T10",
    severity=Severity.WARNING,
    basis=Basis.EXPLANATION,
    title="เว้นก่อนย่อหน้า ๖ พอยต์ ก่อนคำลงท้าย ๑๒ พอยต์ ไม่เว้นหลังย่อหน้า",
    why="ระยะที่เท่ากันทำให้เห็นแต่ละภาคของหนังสือชัด Word ตั้งระยะหลังย่อหน้ามาให้ ๘ พอยต์ ซึ่งทำให้หนังสือยาวเกินหน้า",
    wrong="ก่อนย่อหน้า ๐ พอยต์ หลังย่อหน้า ๘ พอยต์",
    right="ก่อนย่อหน้า ๖ พอยต์ หลังย่อหน้า ๐ พอยต์",
    source=TYPING,
    find=find,
    kinds=TYPED,
    origins=(Origin.DOCUMENT,),
)
