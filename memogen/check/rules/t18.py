"""T18: lines whose letters are drawn apart to fill them."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from statistics import median

from memogen.check.lettering import body_text
from memogen.check.measures import as_rendered
from memogen.check.printed import Printed, printed
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import width
from memogen.findings import Severity
from memogen.paper import Origin, Paper, Passage

_SPREAD = ("thaiDistribute", "distribute", "both")
_DRAWN_APART = 1.35
"""So much wider than a line that fills itself: more than a third of a letter between two letters."""
_SHORT = 0.75
_LETTERS_PER_MM = 0.5
"""Of 16 points, set solid."""
_LEAST_LETTERS = 8
_FULL_MM = 3.0


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    yield from _written(paper)
    if around.pages and paper.sheets:
        yield from _rendered(paper, around)


def _rendered(paper: Paper, around: Around) -> Iterator[Fault]:
    lines = [
        one for one in printed(paper, around.pages) if one.passage and width(one.line.text) >= _LEAST_LETTERS
    ]
    usual = [_pitch(one) for one in lines if one.is_last_of_passage and _size(one) == [16.0]]
    if not usual:
        return
    edge = paper.sheets[0].width_mm - paper.sheets[0].right_mm
    for one in lines:
        if one.passage is None or one.is_last_of_passage or not _is_spread(one.passage):
            continue
        if abs(one.line.right_mm - edge) > _FULL_MM or one.passage.seen.startswith("\n", one.end):
            continue
        if _size(one) == [16.0] and _pitch(one) > _DRAWN_APART * median(usual):
            yield Fault(
                passage=one.passage,
                start=one.start,
                end=one.end,
                message=_("ตัวอักษรในบรรทัดนี้ถูกถ่างออกจนห่าง"),
                hint=as_rendered(_("จัดชิดซ้าย หรือแก้ข้อความให้มีที่ตัดบรรทัด")),
            )


def _pitch(one: Printed) -> float:
    """From letter to letter, in mm."""
    return (one.line.right_mm - one.line.left_mm) / width(one.line.text)


def _size(one: Printed) -> list[float]:
    return list(one.line.sizes_pt)


def _is_spread(passage: Passage | None) -> bool:
    return passage is not None and passage.setting is not None and passage.setting.alignment in _SPREAD


def _written(paper: Paper) -> Iterator[Fault]:
    """A short line that Shift+Enter ends is drawn out to the edge."""
    for passage in body_text(paper):
        if not _is_spread(passage) or not paper.sheets:
            continue
        sheet = paper.sheets[0]
        full = (sheet.width_mm - sheet.left_mm - sheet.right_mm) * _LETTERS_PER_MM
        start = 0
        for line in passage.seen.split("\n")[:-1]:
            end = start + len(line)
            if _LEAST_LETTERS <= width(line.strip()) < _SHORT * full:
                yield Fault(
                    passage=passage,
                    start=start + len(line) - len(line.lstrip()),
                    end=end,
                    message=_("บรรทัดสั้นที่จบด้วย Shift+Enter จะถูกถ่างให้เต็มบรรทัด"),
                    hint=_("จบบรรทัดด้วย Enter หรือจัดชิดซ้าย"),
                )
            start = end + 1


RULE = Rule(
    code="T18",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ตัวอักษรในบรรทัดไม่ถูกถ่างให้เต็มบรรทัด",
    why=(
        "การจัดแบบกระจายไทย (Thai distributed) ถ่างตัวอักษรให้เต็มบรรทัด "
        "บรรทัดสั้นที่จบด้วย Shift+Enter หรือมีคำยาวที่ตัดไม่ได้จึงห่างจนอ่านยาก"
    ),
    wrong="จึ ง เ รี ย น ม า เ พื่ อ โ ป ร ด ท ร า บ",
    right="จึงเรียนมาเพื่อโปรดทราบ",
    source="แนวปฏิบัติในการจัดหน้าหนังสือราชการ",
    find=find,
    origins=(Origin.DOCUMENT,),
)
