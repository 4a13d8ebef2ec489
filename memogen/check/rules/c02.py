"""C02: sara am typed as two characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.kept import addresses, outside
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper

_IN_TWO = re.compile("[ก-ฮ](?:[่-๋]?\u0e4d[่-๋]?|\u0e4d)\u0e32")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        if "\u0e4d" not in passage.seen:
            continue
        for found in outside(addresses(passage.seen), _IN_TWO.finditer(passage.seen)):
            right = thai.normalise(found[0])
            yield Fault.of_match(
                passage,
                found,
                message=_("สระอำใน “{text}” พิมพ์เป็นสองตัว").format(text=found[0]),
                hint=_("พิมพ์ใหม่เป็น “{right}” ด้วยแป้นสระอำ").format(right=right),
                fix=right,
            )


RULE = Rule(
    code="C02",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="สระอำพิมพ์เป็นอักขระเดียว",
    why=(
        "นิคหิต ( ํ) ต่อด้วยสระอา (า) มองเหมือนสระอำแต่เป็นคนละอักขระ ค้นหาคำนั้นไม่พบและคอมพิวเตอร์เรียงลำดับผิด "
        "มักติดมาจากการคัดลอกจากไฟล์ PDF"
    ),
    wrong="จ\u0e4d\u0e32นวน (นิคหิตกับสระอา)",
    right="จำนวน",
    source="การสะกดคำตามพจนานุกรม และมาตรฐานรหัสอักขระภาษาไทย มอก. ๖๒๐",
    find=find,
    origins=(Origin.DOCUMENT,),
)
