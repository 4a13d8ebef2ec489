"""B27: items that skip a number, repeat one or change their style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import figures
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part, Passage, Region

_D = "[0-9๐-๙]"
_MARK = re.compile(
    r"^[ \t]*(?P<mark>(?P<word>ข้อ[ ]?)?(?P<open>\(?)"
    rf"(?P<above>(?:{_D}{{1,2}}\.)*)(?P<last>{_D}{{1,2}})(?P<close>[.)]{{0,2}}))"
    r"(?=[ \t]+[^\s0-9๐-๙])(?![^\n]{1,80}(?:\.{3}|…)[ \t]*$)",
    re.MULTILINE,
)
"""At the start of a line; not the catch-word at the foot of a page (๓. ข้อพิจารณา...)."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item's mark, in text passage `at`; in `style` n is its number and each < one above it."""

    passage: Passage
    at: int
    start: int
    end: int
    style: str
    above: str
    number: int

    @property
    def text(self) -> str:
        return self.passage.seen[self.start : self.end]

    @property
    def next(self) -> str:
        """The mark that comes after it, in its own digits."""
        number = str(self.number + 1)
        is_thai = self.text != thai.to_arabic_digits(self.text)
        mark = self.style.replace("n", thai.to_thai_digits(number) if is_thai else number)
        return mark.replace(_ABOVE * self.above.count("."), self.above)


_ABOVE = "<"
_IN_CLAUSES = (Kind.ORDER, Kind.ANNOUNCEMENT)
"""Kinds whose text is in clauses ข้อ ๑ ข้อ ๒; elsewhere such a line speaks of another rule's clause."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if any(one.setting and one.setting.is_list_item for one in paper.body):
        return  # Word numbers some of them itself
    levels: list[_Item] = []
    for item in _items(paper):
        depth = next((at for at, one in enumerate(levels) if one.style == item.style), None)
        if depth is None:
            if levels and item.number == levels[-1].number + 1 and not item.above and not levels[-1].above:
                yield _fault(item, _("ข้อ “{text}” ใช้เครื่องหมายต่างจากข้อก่อน “{before}”"), levels[-1])
                del levels[-1]
            levels.append(item)
            continue
        before = levels[depth]
        levels[depth:] = [item]
        if item.above != before.above:
            continue
        if item.number > before.number + 1 and not _runs_on(paper, before, item):
            yield _fault(item, _("ข้อ “{text}” ข้ามลำดับจากข้อ “{before}”"), before)
        elif item.number == before.number > 1:
            yield _fault(item, _("ข้อ “{text}” ซ้ำกับข้อก่อน “{before}”"), before)


def _runs_on(paper: Paper, before: _Item, item: _Item) -> bool:
    """Whether the next mark stands within a line, or in a table, between the two."""
    mark = re.compile(rf"(?<![0-9๐-๙.,]){re.escape(before.next)}(?![0-9๐-๙])")
    for at in range(before.at, item.at + 1):
        text = paper.text_passages[at].seen
        start, end = before.end if at == before.at else 0, item.start if at == item.at else len(text)
        if mark.search(text, start, end):
            return True
    return False


def _fault(item: _Item, message: str, before: _Item) -> Fault:
    return Fault(
        passage=item.passage,
        start=item.start,
        end=item.end,
        message=message.format(text=item.text, before=before.text),
        hint=_("ข้อที่ต่อจาก “{before}” คือ “{right}”").format(before=before.text, right=before.next),
    )


def _items(paper: Paper) -> Iterator[_Item]:
    for at, passage in enumerate(paper.text_passages):
        is_text = passage.part is Part.BODY and passage.region is not Region.TABLE
        for found in _MARK.finditer(passage.seen) if is_text else ():
            if paper.kind in _IN_CLAUSES if found["word"] else found["close"] or found["above"]:
                above = _ABOVE * found["above"].count(".")
                style = f"{found['word'] or ''}{found['open']}{above}n{found['close']}"
                start, end = found.span("mark")
                yield _Item(passage, at, start, end, style, found["above"], figures(found["last"]))


RULE = Rule(
    code="B27",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เลขข้อเรียงต่อกันและใช้แบบเดียวกันในระดับเดียวกัน",
    why="เลขข้อที่ข้าม ซ้ำ หรือเปลี่ยนแบบ ทำให้สงสัยว่าข้อความตกหล่น และอ้างอิงข้อผิดในหนังสือฉบับต่อไป",
    wrong="๑. ตรวจเอกสาร\n๓. รายงานผล",
    right="๑. ตรวจเอกสาร\n๒. รายงานผล",
    source="แนวปฏิบัติ ตามตัวอย่างในคู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED, Kind.ORDER, Kind.ANNOUNCEMENT),
    origins=(Origin.DOCUMENT,),
)
