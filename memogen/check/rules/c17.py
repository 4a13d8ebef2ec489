"""C17: characters that nobody sees, left by copying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import UNSEEN, Origin, Paper

_ODD = re.compile(f"[{UNSEEN}]+|[\uf700-\uf71a]+")
# How old fonts for Thai shifted marks, as PDF files still hold them.
_SHIFTED = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐิีึื่้๊๋์่้๊๋์ญั\u0e4d็่้๊๋์ฺุู",
        strict=True,
    )
)
_CONTEXT = 10


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.text
        for found in _ODD.finditer(text):
            start, end = found.span()
            around_it = _without_unseen(text[max(0, start - _CONTEXT) : end + _CONTEXT])
            is_shifted = found[0][0] not in UNSEEN
            yield Fault(
                passage=passage,
                start=start,
                end=end,
                raw=True,
                message=(
                    _("อักขระรหัสเฉพาะของแบบอักษรเก่าใน “{text}”")
                    if is_shifted
                    else _("มีอักขระที่มองไม่เห็นใน “{text}”")
                ).format(text=around_it),
                hint=(_("พิมพ์คำนี้ใหม่ หรือแก้อัตโนมัติ") if is_shifted else _("ลบอักขระนี้ มักติดมากับข้อความที่คัดลอก")),
                fix=found[0].translate(_SHIFTED) if is_shifted else "",
            )


def _without_unseen(text: str) -> str:
    """The words around it as they are read, in one line."""
    return " ".join(
        _ODD.sub(lambda odd: odd[0].translate(_SHIFTED) if odd[0][0] not in UNSEEN else "", text).split()
    )


RULE = Rule(
    code="C17",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ไม่มีอักขระที่มองไม่เห็นปนในข้อความ",
    why=(
        "ข้อความที่คัดลอกจากเว็บไซต์หรือไฟล์ PDF มักมีอักขระกว้างศูนย์หรือรหัสของแบบอักษรเก่าติดมา ทำให้ค้นหาไม่พบ "
        "ตัดบรรทัดผิด และสระลอย"
    ),
    wrong="ระบบ[อักขระกว้างศูนย์]สารบรรณ",
    right="ระบบสารบรรณ",
    source="แนวปฏิบัติในการพิมพ์หนังสือด้วยคอมพิวเตอร์",
    find=find,
    origins=(Origin.DOCUMENT,),
)
