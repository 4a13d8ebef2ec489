"""B25: an English word for which there is a Thai one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.prose import unquoted
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.words.english import THAI
from memogen.findings import Severity
from memogen.paper import Paper

_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
_NAME_BEFORE = re.compile(r"[A-Za-z0-9._/&@+-]$|[A-Za-z0-9] $")
_NAME_AFTER = re.compile(r"[0-9._/&@+-]|[ ]?[:=(]|[ ][A-Za-z0-9&]")
"""Beside other Latin words a word is part of a name, and before a colon it is a label."""
_EXPLAINED = re.compile(r"\([^()\n]{0,200}$")
"""Inside a bracket that is still open."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage, found in unquoted(paper, _WORD):
        text, thai_word = passage.seen, THAI.get(found[0].lower())
        if thai_word is None or _NAME_AFTER.match(text, found.end()):
            continue
        if _NAME_BEFORE.search(text[max(0, found.start() - 2) : found.start()]):
            continue
        if not _EXPLAINED.search(text[max(0, found.start() - 201) : found.start()]):
            yield Fault.of_match(
                passage,
                found,
                message=_("“{text}” มีคำไทยใช้").format(text=found[0]),
                hint=_("เขียน “{thai}”").format(thai=thai_word),
            )


RULE = Rule(
    code="B25",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ใช้คำไทยเมื่อมีคำไทยใช้",
    why="ผู้รับบางคนอ่านคำภาษาอังกฤษไม่เข้าใจ ถ้าเป็นชื่อเฉพาะหรือศัพท์ที่จำเป็น ให้เขียนคำไทยก่อนแล้ววงเล็บภาษาอังกฤษ",
    wrong="ขอเชิญเข้าร่วม workshop ในวันจันทร์",
    right="ขอเชิญเข้าร่วมการประชุมเชิงปฏิบัติการ (workshop) ในวันจันทร์",
    source="เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร",
    find=find,
)
