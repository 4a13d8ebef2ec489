"""C03: sara ae typed as two sara e."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.kept import addresses, outside
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper

_TWICE = re.compile("เเ(?=[ก-ฮ])")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        if "เเ" not in passage.seen:
            continue
        for found in outside(addresses(passage.seen), _TWICE.finditer(passage.seen)):
            word = passage.seen[found.start() : found.end() + 4].split()[0]
            yield Fault.of_match(
                passage,
                found,
                message=_("“{text}” พิมพ์สระเอสองตัวแทนสระแอ").format(text=word),
                hint=_("พิมพ์สระแอ (แ) ตัวเดียว"),
                fix="แ",
            )


RULE = Rule(
    code="C03",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="สระแอพิมพ์เป็นอักขระเดียว",
    why="สระเอสองตัว (เเ) มองเกือบเหมือนสระแอ (แ) แต่ค้นหาคำไม่พบและตัดคำท้ายบรรทัดผิด",
    wrong="เเผนงาน (สระเอสองตัว)",
    right="แผนงาน",
    source="การสะกดคำตามพจนานุกรม และมาตรฐานรหัสอักขระภาษาไทย มอก. ๖๒๐",
    find=find,
    origins=(Origin.DOCUMENT,),
)
