"""T13: page numbers that are missing, or not as - ๒ - in the middle of the top from page 2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen.check.measures import as_rendered, figure, page_place
from memogen.check.printed import HEADER_MM, page_number, printed
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part, Passage, Region

if TYPE_CHECKING:
    from memogen.layout import Line, Page

_BETWEEN_HYPHENS = re.compile(r"[-–—]\s*[0-9๐-๙]{1,3}\s*[-–—]")
_BARE = re.compile(r"\s*(?:หน้า(?:ที่)?\s*)?[0-9๐-๙]{1,3}(?:\s*(?:/|จาก)\s*[0-9๐-๙]{1,3})?\s*")
_ARABIC = re.compile("[0-9]")
_MIDDLE_MM = 8.0
_FOOT_MM = 30.0


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if around.pages:
        yield from _rendered(paper, around)
    else:
        yield from _written(paper)


def _rendered(paper: Paper, around: Around) -> Iterator[Fault]:
    first = around.pages[0]
    at_top = [one for one in first.lines if one.baseline_mm < HEADER_MM and page_number(one)]
    if at_top:
        yield _of_page(paper, first, at_top[0].text, _("หน้าแรกมีเลขหน้า"), _("หน้าแรกไม่ใส่เลขหน้า"))
    for page in around.pages[1 : _last_page(paper, around)]:
        fault = _fault_of(paper, page)
        if fault:
            yield fault
            return


def _last_page(paper: Paper, around: Around) -> int:
    """The page on which the letter ends: what is attached may be numbered otherwise."""
    lines = [one for one in printed(paper, around.pages) if one.passage]
    signed = [one.page.number for one in lines if one.passage and one.passage.part is Part.SIGNATURE]
    text = [one.page.number for one in lines if one.is_body]
    return max(signed or text, default=1)


def _fault_of(paper: Paper, page: Page) -> Fault | None:
    numbers = [one for one in page.lines if page_number(one)]
    top = next((one for one in numbers if one.baseline_mm < HEADER_MM), None)
    right = f"- {figure(page.number)} -"
    if top is None:
        foot = next((one for one in numbers if one.baseline_mm > page.height_mm - _FOOT_MM), None)
        message = _("เลขหน้าอยู่ท้ายกระดาษ") if foot else _("ไม่มีเลขหน้า")
        hint = _("พิมพ์ {right} กึ่งกลางด้านบนของหน้า").format(right=right)
        return _of_page(paper, page, foot.text if foot else "", message, hint)
    hint = _("พิมพ์ {right}").format(right=right)
    if not _BETWEEN_HYPHENS.fullmatch(top.text):
        return _of_page(paper, page, top.text, _("เลขหน้าไม่อยู่ระหว่างขีด"), hint)
    if _ARABIC.search(top.text) and not _is_arabic(paper):
        return _of_page(paper, page, top.text, _("เลขหน้าเป็นเลขอารบิก"), hint)
    if not _is_in_middle(paper, page, top):
        return _of_page(paper, page, top.text, _("เลขหน้าไม่อยู่กึ่งกลาง"), _("จัดเลขหน้าไว้กึ่งกลาง"))
    return None


def _is_in_middle(paper: Paper, page: Page, line: Line) -> bool:
    middle = (line.left_mm + line.right_mm) / 2
    middles = [page.width_mm / 2]
    middles += [(one.left_mm + one.width_mm - one.right_mm) / 2 for one in paper.sheets[:1]]
    return any(abs(middle - one) <= _MIDDLE_MM for one in middles)


def _is_arabic(paper: Paper) -> bool:
    """Whether the letter itself has no Thai digit."""
    return not any(re.search("[๐-๙]", one.seen) for one in paper.text_passages)


def _of_page(paper: Paper, page: Page, text: str, message: str, hint: str) -> Fault:
    passage = next((one for one in _numbers(paper) if text), None)
    return Fault(
        passage=passage,
        start=0,
        end=len(passage.seen) if passage else 0,
        message=message,
        hint=as_rendered(hint),
        place=page_place(page.number),
    )


def _numbers(paper: Paper) -> Iterator[Passage]:
    for one in paper.passages:
        if one.region in (Region.HEADER, Region.FOOTER) and (
            _BARE.fullmatch(one.seen) or _BETWEEN_HYPHENS.fullmatch(one.seen.strip())
        ):
            yield one


def _written(paper: Paper) -> Iterator[Fault]:
    """What the page header alone tells; how many pages there are, nobody knows yet."""
    for passage in _numbers(paper):
        if passage.region is Region.FOOTER:
            message, hint = _("เลขหน้าอยู่ท้ายกระดาษ"), _("ย้ายเลขหน้าไปกึ่งกลางด้านบนของหน้า")
        elif _BARE.fullmatch(passage.seen):
            message, hint = _("เลขหน้าไม่อยู่ระหว่างขีด"), _("พิมพ์อย่าง - ๒ -")
        elif paper.sheets and not paper.sheets[0].first_page_differs:
            message, hint = _("หน้าแรกมีเลขหน้า"), _("เลือก “หน้าแรกต่างกัน” (Different First Page) ที่หัวกระดาษ")
        else:
            continue
        yield Fault(passage=passage, start=0, end=len(passage.seen), message=message, hint=hint)
        return


RULE = Rule(
    code="T13",
    severity=Severity.WARNING,
    basis=Basis.EXPLANATION,
    title="ตั้งแต่หน้า ๒ มีเลขหน้าระหว่างขีด กึ่งกลางด้านบน หน้าแรกไม่มี",
    why=(
        "หนังสือหลายหน้าที่ไม่มีเลขหน้าสลับหน้ากันได้เมื่อถ่ายสำเนา "
        "เลขหน้าอยู่ห่างจากขอบบนประมาณ ๓ เซนติเมตร ใช้เลขชนิดเดียวกับข้อความ"
    ),
    wrong="2",
    right="- ๒ -",
    source="คำอธิบายของสำนักนายกรัฐมนตรีเรื่องการพิมพ์หนังสือราชการ การพิมพ์เลขหน้า",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED, Kind.ORDER, Kind.ANNOUNCEMENT),
    origins=(Origin.DOCUMENT,),
)
