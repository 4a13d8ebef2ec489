"""T07: a memo without the dotted lines after its labels."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.dots import has_border, has_dots
from memogen.check.measures import TYPING
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part, Region

_LABELS = (Part.AGENCY, Part.NUMBER, Part.DATE, Part.SUBJECT)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if around.office and not around.office.dotted_lines:
        return
    labelled = [field for part in _LABELS for field in paper.all(part)[:1] if field.label]
    seen = [field for field in labelled if field.passage.region is Region.TEXT and field.passage.pieces]
    bare = [field for field in seen if not (has_dots(field) or has_border(field))]
    if bare and len(bare) == len(seen):
        first = bare[0]
        yield Fault.of_field(
            first,
            _("ไม่มีเส้นจุดไข่ปลาหลัง {labels}").format(labels=" ".join(field.label.strip() for field in bare)),
            _("ขีดเส้นใต้แบบจุดไปจนสุดบรรทัด หรือตั้งแท็บขวาที่มีจุดไข่ปลา"),
        )
        return
    for field in bare:
        yield Fault.of_field(
            field,
            _("ไม่มีเส้นจุดไข่ปลาหลัง {labels}").format(labels=field.label.strip()),
            _("ทำเส้นจุดไข่ปลาให้เหมือนหัวข้ออื่น"),
        )


RULE = Rule(
    code="T07",
    severity=Severity.WARNING,
    basis=Basis.EXPLANATION,
    title="หัวบันทึกข้อความมีเส้นจุดไข่ปลาหลัง ส่วนราชการ ที่ วันที่ และเรื่อง",
    why=(
        "กระดาษบันทึกข้อความของราชการพิมพ์เส้นจุดไข่ปลาไว้ให้เขียนทับ เมื่อพิมพ์ด้วยคอมพิวเตอร์จึงทำเส้นนั้นด้วย "
        "หน่วยงานที่ไม่ใช้ ตั้ง dotted_lines = false ใน memogen.toml"
    ),
    wrong="เรื่อง  ขออนุมัติแผน",
    right="เรื่อง  ขออนุมัติแผน........................................",
    source=TYPING,
    find=find,
    kinds=(Kind.MEMO,),
    origins=(Origin.DOCUMENT,),
)
