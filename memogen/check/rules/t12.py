"""T12: a signature that stands alone on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from itertools import takewhile

from memogen.check.measures import LINE_PT, SLACK_MM, as_rendered, page_place
from memogen.check.printed import Printed, printed
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part

_FOOT = (Part.CLOSING, Part.SIGNATURE)
_LEAST_LINES = 2
_MM_PER_PT = 25.4 / 72


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    lines = printed(paper, around.pages)
    name = next((one for one in lines if one.passage and one.passage.part is Part.SIGNATURE), None)
    if name is None:
        return
    torn = _torn_off(lines, name)
    if torn:
        yield Fault(
            passage=torn.passage,
            start=torn.start,
            end=torn.end,
            message=_("ตำแหน่งอยู่คนละหน้ากับชื่อผู้ลงนาม"),
            hint=as_rendered(_("ให้ชื่อ ตำแหน่ง และข้อความอย่างน้อย ๒ บรรทัดอยู่หน้าเดียวกัน")),
            place=page_place(torn.page.number),
            severity=Severity.WARNING,
        )
    if name.page.number == 1:
        return
    on_page = [one for one in lines if one.page is name.page and one.line.baseline_mm < name.line.baseline_mm]
    above = [one for one in on_page if not (one.passage and one.passage.part in _FOOT)]
    if len(above) >= _LEAST_LINES:
        return
    if above:
        message = _("ข้อความตามมาอยู่หน้าเดียวกับลายมือชื่อเพียงบรรทัดเดียว")
        severity = Severity.WARNING
    else:
        message = _("ลายมือชื่ออยู่โดดเดี่ยวในหน้าสุดท้าย")
        severity = Severity.ERROR if _is_sure(paper, lines, name) else Severity.WARNING
    yield Fault(
        passage=name.passage,
        start=name.start,
        end=name.end,
        message=message,
        hint=as_rendered(_("ให้ข้อความอย่างน้อย ๒ บรรทัดตามมาอยู่หน้าเดียวกับลายมือชื่อ")),
        place=page_place(name.page.number),
        severity=severity,
    )


def _torn_off(lines: Sequence[Printed], name: Printed) -> Printed | None:
    """The first line under the name that stands on the next page, if it still belongs to the name."""
    under = takewhile(_is_under_name, lines[lines.index(name) + 1 :])
    return next((one for one in under if one.page is not name.page), None)


def _is_under_name(one: Printed) -> bool:
    is_signature = one.passage is not None and one.passage.part is Part.SIGNATURE
    return is_signature and not one.line.text.startswith("(")


def _is_sure(paper: Paper, lines: Sequence[Printed], name: Printed) -> bool:
    """Whether the block would not fit on the page before even if that had some more room."""
    foot = [one for one in lines if one.passage and one.passage.part in _FOOT]
    before = [one for one in lines if one.page.number == name.page.number - 1]
    setting = foot[0].passage.setting if foot[0].passage else None
    if setting and setting.page_break_before:
        return True
    if not before or not paper.sheets or foot[0].page is not name.page or foot[0].passage is None:
        return False
    blanks = foot[0].passage.blanks_before * LINE_PT + (setting.before_pt if setting else 0)
    with_name = [one for one in foot if one.page is name.page]
    height = with_name[-1].line.baseline_mm - with_name[0].line.baseline_mm
    needed = before[-1].line.baseline_mm + (blanks + LINE_PT) * _MM_PER_PT + height
    return needed - SLACK_MM > name.page.height_mm - paper.sheets[0].bottom_mm


RULE = Rule(
    code="T12",
    severity=Severity.ERROR,
    basis=Basis.EXPLANATION,
    title="ลายมือชื่อไม่อยู่โดดเดี่ยวในหน้าสุดท้าย มีข้อความนำมาอย่างน้อย ๒ บรรทัด",
    why="หน้าที่มีแต่ลายมือชื่อนำไปต่อท้ายหนังสือฉบับใดก็ได้ จึงต้องมีข้อความของเรื่องอยู่ในหน้าเดียวกันอย่างน้อยสองบรรทัด",
    wrong="หน้า ๒: ขอแสดงความนับถือ (นายสมมติ สองนาม)",
    right="หน้า ๒: …ข้อความสองบรรทัดสุดท้าย… ขอแสดงความนับถือ (นายสมมติ สองนาม)",
    source="คำอธิบายของสำนักนายกรัฐมนตรีเรื่องการพิมพ์หนังสือราชการ ข้อ ๑๐ คำต่อเนื่อง",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE),
    origins=(Origin.DOCUMENT,),
    needs_pages=True,
)
