"""T05: a garuda of another size, out of proportion or out of its place."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.emblems import HEIGHTS, emblem, emblem_on, is_named
from memogen.check.measures import as_rendered, centimetres, page_place
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Picture

_HEIGHT_MM = 0.5
_PLACE_MM = 5.0
_STRETCHED = 0.04


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    picture = emblem(paper)
    if picture is None or paper.kind is None:
        return
    height = HEIGHTS[paper.kind]
    if abs(picture.height_mm - height) > _HEIGHT_MM:
        yield Fault(
            message=_("ตราครุฑสูง {value} ซม.").format(value=centimetres(picture.height_mm)),
            hint=_("กำหนดความสูงของตราครุฑ {height} ซม.").format(height=centimetres(height)),
            place=_("ตราครุฑ"),
            severity=None if is_named(picture) else Severity.WARNING,
        )
    if _is_stretched(picture):
        yield Fault(
            message=_("ตราครุฑถูกยืดหรือบีบจนผิดสัดส่วน"),
            hint=_("ตั้งขนาดใหม่โดยล็อกสัดส่วนของภาพ"),
            place=_("ตราครุฑ"),
            severity=Severity.WARNING,
        )
    yield from _misplaced(paper, picture, around)
    for page in around.pages[1:]:
        if emblem_on(around.pages, picture, page.number):
            yield Fault(
                message=_("มีตราครุฑซ้ำในหน้าต่อไป"),
                hint=as_rendered(_("ตราครุฑมีเฉพาะหน้าแรก ย้ายภาพออกจากหัวกระดาษของหน้าต่อไป")),
                place=page_place(page.number),
                severity=Severity.WARNING,
            )


def _is_stretched(picture: Picture) -> bool:
    if not picture.natural_ratio or picture.height_mm <= 0:
        return False
    return abs(picture.width_mm / picture.height_mm / picture.natural_ratio - 1) > _STRETCHED


def _misplaced(paper: Paper, picture: Picture, around: Around) -> Iterator[Fault]:
    if not paper.sheets:
        return
    sheet = paper.sheets[0]
    shown = emblem_on(around.pages, picture)
    left = shown.left_mm if shown else picture.left_mm
    if left is None:
        return
    if paper.kind is Kind.MEMO:
        is_right = abs(left - sheet.left_mm) <= _PLACE_MM
        hint = _("วางตราครุฑชิดขอบซ้ายของข้อความ")
    else:
        middle = left + picture.width_mm / 2
        of_text = (sheet.left_mm + sheet.width_mm - sheet.right_mm) / 2
        is_right = min(abs(middle - sheet.width_mm / 2), abs(middle - of_text)) <= _PLACE_MM
        hint = _("วางตราครุฑกึ่งกลางหน้ากระดาษ")
    if not is_right:
        yield Fault(
            message=_("ตราครุฑอยู่ห่างจากขอบซ้ายของกระดาษ {value} ซม.").format(value=centimetres(left)),
            hint=as_rendered(hint) if shown else hint,
            place=_("ตราครุฑ"),
            severity=Severity.WARNING,
        )


RULE = Rule(
    code="T05",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="ตราครุฑของหนังสือสูง ๓ เซนติเมตร ของบันทึกข้อความสูง ๑.๕ เซนติเมตร ไม่ยืดไม่บีบ",
    why=(
        "ระเบียบกำหนดตราครุฑไว้สองขนาด กระดาษตราครุฑใช้ขนาด ๓ เซนติเมตร วางกึ่งกลาง "
        "กระดาษบันทึกข้อความใช้ขนาด ๑.๕ เซนติเมตร วางมุมบนซ้าย และมีเฉพาะหน้าแรก"
    ),
    wrong="ตราครุฑสูง ๒.๒ เซนติเมตรบนบันทึกข้อความ",
    right="ตราครุฑสูง ๑.๕ เซนติเมตรบนบันทึกข้อความ",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๗๑ ข้อ ๗๕ และข้อ ๗๖",
    find=find,
    kinds=tuple(HEIGHTS),
    origins=(Origin.DOCUMENT,),
)
