"""T15: a name, date or number that a line's end tears apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _
from itertools import pairwise

from memogen import thai
from memogen.check.kept import is_within, names
from memogen.check.measures import as_rendered
from memogen.check.printed import printed
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper

_IN_NUMBER = re.compile(r"[0-9๐-๙][.,/]?\Z")
_DIGIT = re.compile("[0-9๐-๙]")
_COMPANY = re.compile("บริษัท|ห้างหุ้นส่วน")
_MARK = re.compile("[ะ-ฺ็-๎]")
_LOOSE = re.compile("[0-9๐-๙–-]")
_DASHES = ("-", "–")
_OF_YEAR = (*thai.MONTHS, *thai.SHORT_MONTHS, "พ.ศ.", "ค.ศ.")
_OF_NUMBER = re.compile(r"(?:^\(?(?:ที่)?[ก-ฮ]{2,4}|/ว|โทร\.|[0-9๐-๙])\Z")
_NO_BREAK = "\u00a0"
_WORD = 24
"""Thai words run on without spaces: of a longer one its end is enough."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for one, following in pairwise(printed(paper, around.pages)):
        passage = one.passage
        if passage is None or following.passage is not passage:
            continue
        seen = passage.seen
        gap = seen[one.end : following.start]
        if gap == " " and thai.hold_together(seen)[one.end] == _NO_BREAK:
            hint = _("เปลี่ยนวรรคตรงนี้เป็นวรรคไม่ตัดบรรทัด (กด Ctrl+Shift+Space)")
        elif not gap and _is_torn(seen, one.end):
            hint = _("ปรับข้อความหรือขึ้นบรรทัดใหม่ก่อนคำนี้")
        else:
            continue
        start = _word_before(seen, one.end)
        space = seen.find(" ", following.start)
        end = min(space if space > 0 else len(seen), following.start + _WORD)
        before, after = seen[start : one.end], seen[following.start : end]
        yield Fault(
            passage=passage,
            start=start,
            end=end,
            message=_("“{before}” กับ “{after}” อยู่คนละบรรทัด").format(before=before, after=after),
            hint=as_rendered(hint),
            severity=Severity.INFO if gap and _is_loose(before, after) else None,
        )


def _word_before(seen: str, place: int) -> int:
    """Where the word that ends there begins, or its last letters."""
    start = max(seen.rfind(" ", 0, place) + 1, seen.rfind("\t", 0, place) + 1, place - _WORD)
    while _MARK.match(seen, start):
        start += 1
    return start


def _is_loose(before: str, after: str) -> bool:
    """Whether they are no date, name, number of a letter or number with its unit: มาตรา ๕๒, ห้องประชุม ๑."""
    if not _LOOSE.match(after):
        return before.endswith(_DASHES)
    return not (before.endswith(_OF_YEAR) or _OF_NUMBER.search(before))


def _is_torn(seen: str, place: int) -> bool:
    """Whether a line ends within a number or a person's name."""
    if _DIGIT.match(seen, place) and _IN_NUMBER.search(seen, max(place - 2, 0), place):
        return True
    people = tuple(span for span in names(seen) if not _COMPANY.match(seen, span[0]))
    return is_within(people, place - 1, place) and is_within(people, place, place + 1)


RULE = Rule(
    code="T15",
    severity=Severity.WARNING,
    basis=Basis.EXPLANATION,
    title="ชื่อคน วันที่ และจำนวนกับหน่วย ไม่ขาดเป็นสองบรรทัด",
    why=(
        "วันกับเดือน พ.ศ. กับปี จำนวนกับหน่วย ชื่อกับนามสกุล อ่านเป็นคำเดียวกัน แยกบรรทัดแล้วอ่านผิดได้ "
        "วรรคไม่ตัดบรรทัดทำให้ไปด้วยกันเสมอ"
    ),
    wrong="ภายในวันที่ ๑๕\nสิงหาคม ๒๕๖๖",
    right="ภายในวันที่\n๑๕ สิงหาคม ๒๕๖๖",
    source="คำอธิบายของสำนักนายกรัฐมนตรีเรื่องการพิมพ์หนังสือราชการ การตัดคำท้ายบรรทัด",
    find=find,
    origins=(Origin.DOCUMENT,),
    needs_pages=True,
)
