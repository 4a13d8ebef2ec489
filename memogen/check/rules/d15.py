"""D15: a letter dated on a day off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import letter_date
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import N_, Severity
from memogen.paper import Paper, Part

_SATURDAY = 5
_FIRST_YEAR = 2019
"""The list of fixed holidays is that of the present reign; older letters are not judged by it."""
_HOLIDAYS = {
    (1, 1): N_("วันขึ้นปีใหม่"),
    (4, 6): N_("วันจักรี"),
    (4, 13): N_("วันสงกรานต์"),
    (4, 14): N_("วันสงกรานต์"),
    (4, 15): N_("วันสงกรานต์"),
    (5, 4): N_("วันฉัตรมงคล"),
    (6, 3): N_("วันเฉลิมพระชนมพรรษาสมเด็จพระราชินี"),
    (7, 28): N_("วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว"),
    (8, 12): N_("วันแม่แห่งชาติ"),
    (10, 13): N_("วันนวมินทรมหาราช"),
    (10, 23): N_("วันปิยมหาราช"),
    (12, 5): N_("วันพ่อแห่งชาติ"),
    (12, 10): N_("วันรัฐธรรมนูญ"),
    (12, 31): N_("วันสิ้นปี"),
}
"""By month and day; holidays of the moon's calendar and those that the cabinet adds are not known here."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    field, day = paper.first(Part.DATE), letter_date(paper)
    if field is None or day is None:
        return
    name = _day_off(day)
    if name:
        yield Fault.of_field(
            field,
            _("“{text}” เป็น{name}").format(text=field.text, name=name),
            _("ถ้าไม่ได้ออกหนังสือในวันหยุด กรุณาตรวจสอบวันที่"),
        )


def _day_off(day: date) -> str:
    if day.year >= _FIRST_YEAR and (day.month, day.day) in _HOLIDAYS:
        return _(_HOLIDAYS[day.month, day.day])
    if day.weekday() >= _SATURDAY:
        return _("วัน{weekday}").format(weekday=thai.weekday_name(day))
    return ""


RULE = Rule(
    code="D15",
    severity=Severity.INFO,
    basis=Basis.PRACTICE,
    title="วันที่ของหนังสือเป็นวันทำการ",
    why="หนังสือออกในวันหยุดได้ แต่ส่วนใหญ่วันหยุดบนหนังสือเกิดจากพิมพ์วันที่หรือปีผิด จึงควรดูอีกครั้ง",
    wrong="วันที่ ๒๖ มีนาคม ๒๕๖๖ (วันอาทิตย์)",
    right="วันที่ ๒๗ มีนาคม ๒๕๖๖ (วันจันทร์)",
    source="ปฏิทินวันหยุดราชการประจำปีที่มีวันที่แน่นอน",
    find=find,
)
