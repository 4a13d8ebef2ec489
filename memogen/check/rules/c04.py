"""C04: marks typed twice or in the wrong order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.kept import addresses, is_within
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper

# A consonant with all its marks; a vowel sign before or after a consonant typed twice; a mark on nothing.
_CLUSTER = re.compile(
    r"[ก-ฮ](?P<marks>[\u0e31\u0e33-\u0e3a\u0e47-\u0e4c\u0e4e]{2,}า?)|(?P<twice>([ะาแโใไ])\3+)"
    r"|(?<![ก-ฺเ-๎\ufffc])(?P<alone>[\u0e31\u0e34-\u0e3a\u0e47-\u0e4c\u0e4e])(?=[ก-๎])"
)
# What may be one of them; a pattern that begins with a class of letters is quickly looked for.
_MAYBE = re.compile(
    "[ะ-ฺแ-ไ็-๎](?:(?<=[่-๎])[ัิ-ฺ็-๎]|(?<=[ัิ-ฺ็])[ัิ-ฺ็]|(?<=ำ)[ัำิ-ฺ็-๎]"
    "|(?<=ะ)ะ|(?<=า)า|(?<=แ)แ|(?<=โ)โ|(?<=ใ)ใ|(?<=ไ)ไ|(?<=[ัิ-ฺ็-๎])(?<![ก-๎\ufffc].))"
)
_SARA_AM_LOST = re.compile(r"([่-๋])\1า")
_TWO_TONES = re.compile("[่-๋][่-๋]")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if not _MAYBE.search(text):
            continue
        for found in _CLUSTER.finditer(text):
            fault = _judged(found)
            if fault and not is_within(addresses(text), *found.span()):
                message, right = fault
                yield Fault.of_match(
                    passage,
                    found,
                    message=message.format(text=found[0]),
                    hint=_("พิมพ์ใหม่เป็น “{right}”").format(right=right) if right else _("ลบแล้วพิมพ์คำนี้ใหม่"),
                    fix=right or None,
                )


def _judged(found: re.Match[str]) -> tuple[str, str] | None:
    """What is wrong with it, and the right text where that can be told."""
    if found["alone"]:
        return _("วรรณยุกต์หรือสระ “{text}” ลอยอยู่โดยไม่มีพยัญชนะ"), ""
    if found["twice"]:
        return _("พิมพ์สระ “{text}” ซ้ำ"), found["twice"][0]
    right = thai.normalise(found[0])
    if _SARA_AM_LOST.search(found[0]):
        return _("“{text}” มีวรรณยุกต์ซ้ำ อาจเป็นสระอำที่คัดลอกมาไม่ครบ"), ""
    if _TWO_TONES.search(right):
        return _("“{text}” มีวรรณยุกต์สองรูปบนพยัญชนะเดียว"), ""
    if right == found[0]:
        return None
    return _("“{text}” มีวรรณยุกต์หรือสระซ้ำ หรือพิมพ์ผิดลำดับ"), right


RULE = Rule(
    code="C04",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="สระและวรรณยุกต์พิมพ์ครั้งเดียวและเรียงถูกลำดับ",
    why="วรรณยุกต์ที่กดซ้ำหรือพิมพ์ก่อนสระมองแทบไม่เห็นบนจอ แต่พิมพ์ออกมาซ้อนกัน และค้นหาคำไม่พบ",
    wrong="ท่ี (ไม้เอกก่อนสระอี)",
    right="ที่",
    source="การสะกดคำตามพจนานุกรม และมาตรฐานรหัสอักขระภาษาไทย มอก. ๖๒๐",
    find=find,
    origins=(Origin.DOCUMENT,),
)
