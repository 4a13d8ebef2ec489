"""D07: a year of ค.ศ. after a Thai month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import dated_passages, figures
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Part

_MONTHS = "|".join(map(re.escape, (*thai.MONTHS, *thai.SHORT_MONTHS)))
_YEAR = re.compile(rf"(?:{_MONTHS}) *((?:[1๑][9๙]|[2๒][0๐])[0-9๐-๙]{{2}})(?![0-9๐-๙,.])")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in dated_passages(paper):
        for found in _YEAR.finditer(passage.seen):
            yield Fault(
                passage=passage,
                start=found.start(1),
                end=found.end(1),
                message=_("“{year}” เป็นปี ค.ศ. หลังชื่อเดือนภาษาไทย").format(year=found[1]),
                hint=_("เขียนปี พ.ศ. {year}").format(year=thai.to_thai_digits(str(figures(found[1]) + 543))),
                severity=None if passage.part is Part.DATE else Severity.WARNING,
            )


RULE = Rule(
    code="D07",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="ปีในวันที่ภาษาไทยเป็นปีพุทธศักราช",
    why="หนังสือราชการลงปีพุทธศักราช ปี ค.ศ. มักติดมากับวันที่ที่โปรแกรมเติมให้ ในข้อความให้เขียนคำ “ค.ศ.” กำกับถ้าจำเป็นต้องใช้",
    wrong="๒๗ มีนาคม ๒๐๒๓",
    right="๒๗ มีนาคม ๒๕๖๖",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑ และข้อ ๑๒ (วัน เดือน ปี)",
    find=find,
)
