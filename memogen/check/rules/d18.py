"""D18: years of พ.ศ. and ค.ศ. side by side that are not the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import figures
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_D = "[0-9๐-๙]"
_PAIR = re.compile(
    rf"(?P<month>{'|'.join(thai.MONTHS)})? *(?:พ\.ศ\.)? *(?P<be>[2๒][3-6๓-๖]{_D}{{2}})"
    rf" *[(/=]? *(?:หรือ|ตรงกับ)? *(?:ปี)? *(?:ค\.ศ\.|คริสต์ศักราช) *(?P<ce>[12๑๒]{_D}{{3}})(?!{_D})"
)
_FIRST_JANUARY_YEAR = 2484


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        if "ค.ศ" not in passage.seen and "คริสต์" not in passage.seen:
            continue
        for found in _PAIR.finditer(passage.seen):
            be, ce = figures(found["be"]), figures(found["ce"])
            allowed = _years(be, found["month"])
            if ce not in allowed:
                yield Fault(
                    passage=passage,
                    start=found.start("be"),
                    end=found.end(),
                    message=_("ปี พ.ศ. กับ ค.ศ. ใน “{text}” ไม่ตรงกัน").format(
                        text=passage.seen[found.start("be") : found.end()]
                    ),
                    hint=_("พ.ศ. {be} ตรงกับ ค.ศ. {ce}").format(
                        be=thai.to_thai_digits(str(be)), ce=thai.to_thai_digits(str(allowed[0]))
                    ),
                )


def _years(be: int, month: str | None) -> tuple[int, ...]:
    """The years of ค.ศ. that a year of พ.ศ. meets; until 2483 it ran from April to March."""
    if be >= _FIRST_JANUARY_YEAR:
        return (be - 543,)
    if month is None:
        return be - 543, be - 542
    return (be - 542,) if thai.MONTHS.index(month) < 3 else (be - 543,)


RULE = Rule(
    code="D18",
    severity=Severity.WARNING,
    basis=Basis.CONTRADICTION,
    title="ปี พ.ศ. และ ค.ศ. ที่เขียนคู่กันเป็นปีเดียวกัน",
    why=(
        "พ.ศ. เท่ากับ ค.ศ. บวก ๕๔๓ แต่ก่อน พ.ศ. ๒๔๘๔ ปีใหม่เริ่ม ๑ เมษายน "
        "เดือนมกราคมถึงมีนาคมจึงบวก ๕๔๒ เช่น ๑๕ กุมภาพันธ์ ๒๔๘๐ คือ ค.ศ. ๑๙๓๘"
    ),
    wrong="๑๕ กุมภาพันธ์ พ.ศ. ๒๔๘๐ (ค.ศ. ๑๙๓๗)",
    right="๑๕ กุมภาพันธ์ พ.ศ. ๒๔๘๐ (ค.ศ. ๑๙๓๘)",
    source="พระราชบัญญัติปีประดิทิน พุทธศักราช ๒๔๘๓ ซึ่งให้เริ่มปีในวันที่ ๑ มกราคม ตั้งแต่ พ.ศ. ๒๔๘๔",
    find=find,
)
