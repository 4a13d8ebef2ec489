"""H19: an urgency or a secrecy that there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity, nearest
from memogen.model import SECRECIES, URGENCIES
from memogen.paper import FILLED_LATER, Paper, Part

_KNOWN = {Part.URGENCY: URGENCIES, Part.SECRECY: SECRECIES}
_UNKNOWN = re.compile(
    r"\s*(?:(?P<urgency>ด่วนมากที่สุด|ด่วนที่สุดมาก|ด่วนพิเศษ|ด่วนด่วน|ด่วนจี๋|ด่วนสุด|ด่วนที่สุดที่สุด"
    r"|ด่วน(?:มาก|ที่สุด)? ?ๆ|เร่งด่วน|ด่วนยิ่ง)"
    r"|(?P<secrecy>ปกปิด|ลับเฉพาะ|ลับมากที่สุด|ลับสุดยอด|ลับที่สุดมาก|ลับสุด))\s*"
)
_UNRECOGNISED = (Part.OTHER, Part.AGENCY, Part.ADDRESS)
"""What an unknown word above the head may have been taken for."""
_UNTIL = re.compile(r"ด่วนภายใน.")
"""Clause 28 lets ด่วนภายใน be followed by a day and an hour."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for part, known in _KNOWN.items():
        for field in paper.all(part):
            word = "".join(field.text.split())
            if word and word not in known and not _UNTIL.match(word) and FILLED_LATER not in word:
                yield Fault.of_field(field, _message(field.text.strip(), part), _hint(word, part))
    for passage in paper.text_passages:
        unknown = _UNKNOWN.fullmatch(passage.seen) if passage.part in _UNRECOGNISED else None
        if unknown:
            part = Part.URGENCY if unknown["urgency"] else Part.SECRECY
            word = unknown["urgency"] or unknown["secrecy"]
            start, end = unknown.span("urgency" if unknown["urgency"] else "secrecy")
            yield Fault(
                passage=passage,
                start=start,
                end=end,
                message=_message(word, part),
                hint=_hint(word, part),
            )


def _message(word: str, part: Part) -> str:
    return _("“{value}” ไม่ใช่{name}ตามระเบียบ").format(value=word, name=part.value)


def _hint(word: str, part: Part) -> str:
    guess = nearest(word, _KNOWN[part])
    if guess:
        return _("หมายถึง “{guess}” ใช่หรือไม่").format(guess=guess)
    return _("ที่ใช้ได้: {known}").format(known=", ".join(_KNOWN[part]))


RULE = Rule(
    code="H19",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="ชั้นความเร็วคือ ด่วน ด่วนมาก ด่วนที่สุด ชั้นความลับคือ ลับ ลับมาก ลับที่สุด",
    why=(
        "ด่วนที่สุดให้ปฏิบัติในทันทีที่ได้รับ ด่วนมากให้ปฏิบัติโดยเร็ว ด่วนให้ปฏิบัติเร็วกว่าปกติ คำอื่นไม่มีความหมายในระเบียบ "
        "และ “ปกปิด” เลิกใช้แล้ว"
    ),
    wrong="ด่วนมากที่สุด",
    right="ด่วนที่สุด",
    source=(
        "ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๒๘ "
        "และระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. ๒๕๔๔"
    ),
    find=find,
)
