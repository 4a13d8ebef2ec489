"""T19: urgency that is not red, not large enough or not in its place; secrecy not at top and bottom."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.measures import figure
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Field, Looks, Origin, Paper, Part, Region

_LEAST_PT = 32.0
_HALF = 0x80


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for field in paper.all(Part.URGENCY):
        yield from _urgency(paper, field)
    secrecy = paper.all(Part.SECRECY)
    for field in secrecy:
        looks = _looks(field)
        if looks and not _is_red(looks.colour):
            yield Fault.of_field(
                field,
                _("ชั้นความลับไม่เป็นสีแดง"),
                _("ใช้ตัวอักษรสีแดง หรือเว้นไว้ประทับตรา"),
                severity=Severity.WARNING,
            )
    if secrecy and not _is_at_both_ends(secrecy):
        yield Fault.of_field(
            secrecy[0],
            _("ชั้นความลับมีเฉพาะด้านเดียวของหน้า"),
            _("ใส่ไว้กึ่งกลางด้านบนและด้านล่างของทุกหน้า ในหัวกระดาษและท้ายกระดาษ"),
            severity=Severity.INFO,
        )


def _urgency(paper: Paper, field: Field) -> Iterator[Fault]:
    looks = _looks(field)
    if looks and not _is_red(looks.colour):
        yield Fault.of_field(field, _("ชั้นความเร็วไม่เป็นสีแดง"), _("ใช้ตัวอักษรสีแดง"))
    if looks and looks.thai_size_pt is not None and looks.thai_size_pt < _LEAST_PT:
        yield Fault.of_field(
            field,
            _("ชั้นความเร็วขนาด {size} พอยต์").format(size=figure(looks.thai_size_pt)),
            _("ใช้ขนาดไม่เล็กกว่า ๓๒ พอยต์"),
        )
    below = paper.first(Part.AGENCY if paper.kind is Kind.MEMO else Part.NUMBER)
    if below and _index(paper, field) > _index(paper, below) and field.passage.region is Region.TEXT:
        yield Fault.of_field(
            field,
            _("ชั้นความเร็วอยู่ใต้ {name}").format(name=below.part.value),
            _("ย้ายไปไว้เหนือ {name}").format(name=below.part.value),
            severity=Severity.WARNING,
        )


def _index(paper: Paper, field: Field) -> int:
    return next(number for number, one in enumerate(paper.passages) if one is field.passage)


def _looks(field: Field) -> Looks | None:
    start, _end = field.passage.span(field.start, field.end)
    return next((one.looks for one in field.passage.pieces if one.start <= start < one.end), None)


def _is_red(colour: str) -> bool:
    try:
        red, green, blue = bytes.fromhex(colour)
    except ValueError:
        return False
    return red >= _HALF and max(green, blue) < _HALF


def _is_at_both_ends(fields: tuple[Field, ...]) -> bool:
    """Whether it stands at the foot too; one in a box may stand anywhere."""
    regions = {field.passage.region for field in fields}
    return Region.FOOTER in regions or Region.BOX in regions or len(fields) > 1


RULE = Rule(
    code="T19",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="ชั้นความเร็วเป็นตัวอักษรสีแดง ไม่เล็กกว่า ๓๒ พอยต์ อยู่เหนือ ที่ หรือเหนือส่วนราชการ",
    why=(
        "ผู้รับต้องเห็นชั้นความเร็วได้ทันที หนังสือภายนอกและหนังสือประทับตราวางเหนือ ที่ บันทึกข้อความวางเหนือส่วนราชการ "
        "ส่วนชั้นความลับเป็นสีแดง กึ่งกลางทั้งด้านบนและด้านล่างของหน้า"
    ),
    wrong="ด่วนที่สุด ตัวอักษรสีดำ ๑๖ พอยต์",
    right="ด่วนที่สุด ตัวอักษรสีแดง ๓๒ พอยต์",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๒๘",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED),
    origins=(Origin.DOCUMENT,),
)
