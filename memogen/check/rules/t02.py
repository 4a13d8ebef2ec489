"""T02: letters of another size than the explanation of the typing gives."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.lettering import Stretch, body_text, stretches
from memogen.check.measures import TYPED, TYPING, figure
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Looks, Origin, Paper, Part

_BODY_PT = 16.0
_NEAR_PT = 1.0
_TITLES_PT = 20.0
_HEADING_PT = (29.0, 33.0)
_LABEL_PT = (16.0, 20.0)
_LABELS = (Part.AGENCY, Part.NUMBER, Part.DATE, Part.SUBJECT)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    yield from _bodies(paper)
    if paper.kind is Kind.MEMO:
        yield from _headings(paper)
        yield from _labels(paper)


def _bodies(paper: Paper) -> Iterator[Fault]:
    by_size: dict[float, list[Stretch]] = {}
    for one in stretches(body_text(paper)):
        size = one.looks.thai_size_pt
        is_title = one.looks.bold and size is not None and _BODY_PT < size <= _TITLES_PT
        if size is not None and size != _BODY_PT and not is_title and one.looks.latin_size_pt != _BODY_PT:
            by_size.setdefault(size, []).append(one)
    for size, places in by_size.items():
        is_near = abs(size - _BODY_PT) <= _NEAR_PT
        yield _fault(
            places[0],
            _("ตัวอักษรของข้อความขนาด {size} พอยต์ (พบ {count} แห่ง)").format(
                size=figure(size), count=figure(len(places))
            ),
            _("ใช้ขนาด ๑๖ พอยต์"),
            Severity.WARNING if is_near or paper.kind not in TYPED else None,
        )


def _headings(paper: Paper) -> Iterator[Fault]:
    for field in paper.all(Part.HEADING):
        start, end = field.passage.span(field.start, field.end)
        for one in stretches((field.passage,)):
            if one.start <= start < one.end and not _is_within(one.looks, _HEADING_PT):
                yield _fault(
                    Stretch(field.passage, start, min(end, one.end), one.looks),
                    _said(field.text, one.looks, _HEADING_PT),
                    _("ใช้ตัวหนา ขนาด ๒๙ พอยต์"),
                    Severity.WARNING,
                )


def _labels(paper: Paper) -> Iterator[Fault]:
    """The labels that are off, told at the first of them."""
    known = [at for at in (_label_of(paper, part) for part in _LABELS) if at]
    labels = [at for at in known if not _is_within(at.looks, _LABEL_PT)]
    if labels:
        words = " ".join(at.passage.text[at.start : at.end] for at in labels)
        yield _fault(
            labels[0],
            _said(words, labels[0].looks, _LABEL_PT),
            _("ใช้ตัวหนา ขนาด ๒๐ พอยต์ ส่วนข้อความหลังคำนี้ ๑๖ พอยต์ ตัวปกติ"),
            Severity.WARNING,
        )


def _is_within(looks: Looks, sizes: tuple[float, float]) -> bool:
    """Whether letters are bold and of a size between the two."""
    return looks.bold and _has_size(looks, sizes)


def _has_size(looks: Looks, sizes: tuple[float, float]) -> bool:
    return looks.thai_size_pt is None or sizes[0] <= looks.thai_size_pt <= sizes[1]


def _said(words: str, looks: Looks, sizes: tuple[float, float]) -> str:
    if _has_size(looks, sizes):
        return _("คำว่า {words} ไม่เป็นตัวหนา").format(words=words)
    return _("คำว่า {words} ขนาด {size} พอยต์").format(words=words, size=figure(looks.thai_size_pt or 0))


def _label_of(paper: Paper, part: Part) -> Stretch | None:
    """Where the label of a field stands: before its value, or in a cell of its own."""
    field = paper.first(part)
    label = field.label.strip() if field else ""
    if field is None or not label:
        return None
    start = field.passage.seen.rfind(label, 0, field.start)
    passage = field.passage
    if start < 0:
        found = next((one for one in paper.passages if one.seen.strip(" :") == label), None)
        if found is None:
            return None
        passage, start = found, found.seen.find(label)
    start, end = passage.span(start, start + len(label))
    piece = next((one for one in passage.pieces if one.start <= start < one.end), None)
    return Stretch(passage, start, end, piece.looks) if piece else None


def _fault(place: Stretch, message: str, hint: str, severity: Severity | None) -> Fault:
    return Fault(
        passage=place.passage,
        start=place.start,
        end=place.end,
        raw=True,
        message=message,
        hint=hint,
        severity=severity,
    )


RULE = Rule(
    code="T02",
    severity=Severity.ERROR,
    basis=Basis.EXPLANATION,
    title="ข้อความขนาด ๑๖ พอยต์ คำว่า บันทึกข้อความ ๒๙ พอยต์ตัวหนา หัวข้อของบันทึก ๒๐ พอยต์ตัวหนา",
    why=(
        "ขนาดเดียวกันทำให้หนังสือของทุกส่วนราชการอ่านง่ายเสมอกัน ตัวเล็กลงเพื่อให้จบในหน้าเดียวทำให้อ่านยาก "
        "คำอธิบายยอมให้ปรับเล็กน้อยเพื่อความสวยงาม จึงต่างไม่เกิน ๑ พอยต์เป็นเพียงคำเตือน "
        "หัวข้อของบันทึกรับตั้งแต่ ๑๖ พอยต์ เพราะคู่มือของบางกระทรวงใช้ขนาดนั้น"
    ),
    wrong="ข้อความขนาด ๑๔ พอยต์",
    right="ข้อความขนาด ๑๖ พอยต์",
    source=TYPING,
    find=find,
    origins=(Origin.DOCUMENT,),
)
