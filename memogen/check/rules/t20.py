"""T20: number, agency and date of an external letter out of line with the garuda."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen.check.emblems import emblem, emblem_on
from memogen.check.measures import as_rendered, centimetres
from memogen.check.printed import Printed, printed
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Field, Origin, Paper, Part, Region

if TYPE_CHECKING:
    from memogen.layout import Image

_BY_SPACES = re.compile(" {6}")
"""T17 tells of these."""
_AXIS_MM = 4.0
_ABOVE_MM, _BELOW_MM = 4.0, 11.0
"""A line that follows the garuda's own begins up to a line below its feet."""
_URGENCY_MM = 18.0
"""What an urgency of 32 points takes above the number."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    picture = emblem(paper)
    shown = emblem_on(around.pages, picture) if picture else None
    if shown is not None and paper.sheets:
        lines = printed(paper, around.pages[:1])
        yield from _number(paper, lines, shown)
        yield from _date(paper, lines, shown)


def _number(paper: Paper, lines: Sequence[Printed], shown: Image) -> Iterator[Fault]:
    number, agency = paper.first(Part.NUMBER), paper.first(Part.AGENCY)
    at = _line(lines, number)
    if number is None or at is None or (agency and agency.passage.region is Region.BOX):
        return  # another program may place the box elsewhere
    below = at.line.baseline_mm - shown.top_mm - shown.height_mm
    room = _BELOW_MM + (_URGENCY_MM if paper.first(Part.URGENCY) else 0)
    if not -_ABOVE_MM <= below <= room:
        side = _("สูงกว่า") if below < 0 else _("ต่ำกว่า")
        yield Fault.of_field(
            number,
            _("บรรทัด ที่ อยู่{side}เท้าครุฑ {value} ซม.").format(side=side, value=centimetres(abs(below))),
            as_rendered(_("วางบรรทัด ที่ และส่วนราชการให้ตรงแนวเท้าของตราครุฑ")),
        )


def _date(paper: Paper, lines: Sequence[Printed], shown: Image) -> Iterator[Fault]:
    date, sheet = paper.first(Part.DATE), paper.sheets[0]
    at = _line(lines, date)
    if date is None or at is None or at.start != _first_word(date) or _BY_SPACES.match(date.passage.seen):
        return
    of_text = (sheet.left_mm + sheet.width_mm - sheet.right_mm) / 2
    axes = (shown.left_mm + shown.width_mm / 2, sheet.width_mm / 2, of_text)
    off = min(abs(at.line.left_mm - axis) for axis in axes)
    if off > _AXIS_MM:
        yield Fault.of_field(
            date,
            _("วันที่เริ่มห่างจากแนวกลางตราครุฑ {value} ซม.").format(value=centimetres(off)),
            as_rendered(_("ให้เลขวันที่เริ่มตรงแนวกลางของตราครุฑ")),
        )


def _line(lines: Sequence[Printed], field: Field | None) -> Printed | None:
    """The line that prints the beginning of a field's value."""
    if field is None:
        return None
    return next((one for one in lines if one.passage is field.passage and one.end > field.start), None)


def _first_word(field: Field) -> int:
    """Where the first word of the field's passage stands."""
    seen = field.passage.seen
    return len(seen) - len(seen.lstrip())


RULE = Rule(
    code="T20",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ที่ และส่วนราชการอยู่แนวเท้าครุฑ วันที่เริ่มตรงแนวกลางตราครุฑ",
    why=(
        "หนังสือภายนอกวาง ที่ ทางซ้ายและส่วนราชการทางขวาในแนวเท้าของตราครุฑ แล้วขึ้นวันที่ตรงกลางใต้ตราครุฑ "
        "ผู้รับจึงหาเลขที่และวันที่พบในที่เดิมเสมอ"
    ),
    wrong="วันที่ชิดขอบขวา",
    right="วันที่เริ่มที่กึ่งกลางหน้ากระดาษ ใต้ตราครุฑ",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์ แบบหนังสือภายนอก",
    find=find,
    kinds=(Kind.EXTERNAL,),
    origins=(Origin.DOCUMENT,),
    needs_pages=True,
)
