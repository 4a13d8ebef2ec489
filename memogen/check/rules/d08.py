"""D08: dates shortened in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import dated_passages
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Part, Region

_D = "[0-9๐-๙]"
_SHORT = "|".join(map(re.escape, thai.SHORT_MONTHS))
_LONG = "|".join(thai.MONTHS)
_FOUND = re.compile(
    rf"(?<![0-9๐-๙.,/-])(?:(?P<short>{_D}{{1,2}} *(?:{_SHORT}) *(?:พ\.ศ\. *)?{_D}{{2,4}})"
    rf"|(?P<figures>{_D}{{1,2}}/{_D}{{1,2}}/(?:[2๒][5๕])?{_D}{{2}})"
    rf"|(?P<zero>[0๐][1-9๑-๙]) *(?:{_LONG}))(?![0-9๐-๙/])"
)
_BRACKETED = re.compile(r"\([^()\n]*\)")
_PARTS = (Part.BODY, Part.SUBJECT, Part.REFERENCE, Part.DATE)
_MAYBE = re.compile(f"{_D} *(?:[มกเพสตธ].{{0,2}}\\.|/)|[0๐][1-9๑-๙] *[มกเพสตธ]")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in dated_passages(paper):
        if passage.part not in _PARTS or passage.region is Region.TABLE or not _MAYBE.search(passage.seen):
            continue
        brackets: list[tuple[int, int]] | None = None
        for found in _FOUND.finditer(passage.seen):
            if brackets is None:
                brackets = [one.span() for one in _BRACKETED.finditer(passage.seen)]
            if any(start < found.start() < end for start, end in brackets):
                continue
            kind = found.lastgroup or ""
            right = _written_out(found[kind]) if kind != "zero" else found[kind][1:]
            if right:
                yield Fault(
                    passage=passage,
                    start=found.start(kind),
                    end=found.end(kind),
                    message=(
                        _("วันที่ “{text}” มีเลขศูนย์นำหน้า")
                        if kind == "zero"
                        else _("วันที่ “{text}” เขียนย่อในเนื้อความ")
                    ).format(text=found[kind]),
                    hint=right,
                )


def _written_out(text: str) -> str:
    """The date in full, nothing where it cannot be told for sure."""
    try:
        return thai.long_date(thai.parse_date(text))
    except thai.DateError:
        return ""


RULE = Rule(
    code="D08",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="วันที่ในเนื้อความเขียนวัน เดือน และปีเต็ม",
    why=(
        "ชื่อเดือนย่อ วันที่แบบ ๒๗/๓/๖๖ และเลขศูนย์นำหน้า ใช้ในตาราง ทะเบียน หรือข้อความในวงเล็บ "
        "ในหนังสือเขียนชื่อเดือนเต็มให้อ่านได้ทันที"
    ),
    wrong="ภายในวันที่ ๒๗ มี.ค. ๖๖",
    right="ภายในวันที่ ๒๗ มีนาคม ๒๕๖๖",
    source="แบบหนังสือและคู่มือการเขียนหนังสือราชการ ลงวัน ชื่อเดือนเต็ม และปี",
    find=find,
)
