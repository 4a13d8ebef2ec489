"""T04: another paper than A4, or other margins at the left and right."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.measures import TYPING, centimetres
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import N_, Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Sheet

_A4 = (210.0, 297.0)
_A5 = (148.0, 210.0)
_PAPER_MM = 1.5
_MARGIN_MM = 1.0
_SURELY_MM = 3.0
"""Beyond this a margin is no more a small change for neatness."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if not paper.sheets:
        return
    sheet = paper.sheets[0]
    if not _is_paper(sheet, paper.kind):
        yield Fault(
            message=_("กระดาษขนาด {width} x {height} ซม.").format(
                width=centimetres(sheet.width_mm), height=centimetres(sheet.height_mm)
            ),
            hint=_("ตั้งกระดาษเป็น A4 แนวตั้ง (๒๑ x ๒๙.๗ ซม.)"),
            place=_("ตั้งค่าหน้ากระดาษ"),
        )
        return
    for name, is_mm, right_mm in (
        (N_("ซ้าย"), sheet.left_mm, 30.0),
        (N_("ขวา"), sheet.right_mm, 20.0),
    ):
        off = abs(is_mm - right_mm)
        if off > _MARGIN_MM:
            yield Fault(
                message=_("ขอบ{side}ของกระดาษ {value} ซม.").format(side=_(name), value=centimetres(is_mm)),
                hint=_("ตั้งขอบ{side} {value} ซม.").format(side=_(name), value=centimetres(right_mm)),
                place=_("ตั้งค่าหน้ากระดาษ"),
                severity=None if off > _SURELY_MM else Severity.WARNING,
            )


def _is_paper(sheet: Sheet, kind: Kind | None) -> bool:
    size = (sheet.width_mm, sheet.height_mm)
    sizes = [_A4, _A5, _A5[::-1]] if kind is Kind.MEMO else [_A4]
    return any(
        abs(size[0] - width) <= _PAPER_MM and abs(size[1] - height) <= _PAPER_MM for width, height in sizes
    )


RULE = Rule(
    code="T04",
    severity=Severity.ERROR,
    basis=Basis.EXPLANATION,
    title="กระดาษ A4 ขอบซ้าย ๓ เซนติเมตร ขอบขวา ๒ เซนติเมตร",
    why=(
        "ขอบซ้ายเว้นไว้เจาะเก็บเข้าแฟ้ม Word ตั้งมาให้ ๒.๕๔ เซนติเมตรทั้งสองข้าง และบางเครื่องตั้งกระดาษเป็น Letter "
        "จึงต้องตั้งใหม่ก่อนพิมพ์ บันทึกข้อความใช้กระดาษ A5 ได้"
    ),
    wrong="ขอบซ้าย ๒.๕๔ เซนติเมตร ขอบขวา ๒.๕๔ เซนติเมตร",
    right="ขอบซ้าย ๓ เซนติเมตร ขอบขวา ๒ เซนติเมตร",
    source=f"{TYPING} และระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๗๔ เรื่องขนาดกระดาษ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED, Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE),
    origins=(Origin.DOCUMENT,),
)
