"""T21: a table wider than the text, or one that runs on without its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from typing import TYPE_CHECKING

from memogen.check.measures import as_rendered, centimetres, page_place
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper, Passage, Region

if TYPE_CHECKING:
    from memogen.layout import Page

_OVER_MM = 5.0
"""Word lets the borders of a table stand 2 mm out at either side."""
_SHORTEST_MM = 100.0
_LEAST_ROWS, _LEAST_COLUMNS = 3, 2
_SHORTEST_WORD = 4


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    tables: dict[int, list[Passage]] = {}
    for one in paper.passages:
        if one.row and one.region is Region.TABLE:
            tables.setdefault(one.row[0], []).append(one)
    if not tables or not paper.sheets:
        return
    yield from _too_wide(paper, around)
    for cells in tables.values():
        fault = _without_head(cells, around.pages)
        if fault:
            yield fault


def _too_wide(paper: Paper, around: Around) -> Iterator[Fault]:
    sheet = paper.sheets[0]
    room = sheet.width_mm - sheet.left_mm - sheet.right_mm
    for page in around.pages:
        if abs(page.width_mm - sheet.width_mm) > 1:
            continue  # an annex on paper laid across
        widths = [rule.right_mm - rule.left_mm for rule in page.rules]
        widest = max((one for one in widths if one > _SHORTEST_MM), default=0.0)
        if widest > room + _OVER_MM:
            yield Fault(
                message=_("ตารางกว้าง {value} ซม. เกินขอบข้อความ").format(value=centimetres(widest)),
                hint=as_rendered(_("ตั้งความกว้างตารางไม่เกิน {room} ซม.").format(room=centimetres(room))),
                place=page_place(page.number),
            )
            return


def _without_head(cells: Sequence[Passage], pages: Sequence[Page]) -> Fault | None:
    """The table's head, if its last row stands on a later page that does not show the head again."""
    rows: dict[int, list[Passage]] = {}
    for one in cells:
        rows.setdefault(one.row[1] if one.row else 0, []).append(one)
    head = rows.get(1, [])
    columns = len({one.row[2] for one in head if one.row})
    if len(rows) < _LEAST_ROWS or columns < _LEAST_COLUMNS:
        return None
    words = [word for one in head for word in one.seen.split()[:1] if len(word) >= _SHORTEST_WORD]
    last = [word for one in rows[max(rows)] for word in one.seen.split()[:1] if len(word) >= _SHORTEST_WORD]
    texts = {page.number: "\n".join(line.text for line in page.lines) for page in pages}
    starts, ends = _pages_with(words, texts), _pages_with(last, texts)
    if len(starts) != 1 or len(ends) != 1 or ends[0] <= starts[0]:
        return None
    return Fault(
        passage=head[0],
        start=0,
        end=len(head[0].seen),
        message=_("ตารางต่อไปถึงหน้าอื่น แต่หน้านั้นไม่มีหัวตาราง"),
        hint=as_rendered(_("เลือกแถวแรก แล้วตั้ง “ทำซ้ำเป็นแถวหัวเรื่อง” (Repeat as header row)")),
        place=page_place(ends[0]),
    )


def _pages_with(words: Sequence[str], texts: dict[int, str]) -> list[int]:
    """The pages that have all the words; none without words."""
    return [number for number, text in texts.items() if words and all(word in text for word in words)]


RULE = Rule(
    code="T21",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ตารางไม่กว้างเกินขอบข้อความ และมีหัวตารางทุกหน้า",
    why="ตารางที่ล้นขอบถูกตัดเมื่อพิมพ์หรือเจาะแฟ้ม ตารางหลายหน้าที่ไม่มีหัวทำให้ต้องพลิกกลับไปดูว่าแต่ละช่องคืออะไร",
    wrong="ตารางกว้าง ๑๘ เซนติเมตร",
    right="ตารางกว้าง ๑๖ เซนติเมตร เท่าความกว้างของข้อความ",
    source="แนวปฏิบัติในการจัดหน้าหนังสือราชการ",
    find=find,
    origins=(Origin.DOCUMENT,),
    needs_pages=True,
)
