"""C19: คะ and ค่ะ, and tone marks that their consonant cannot bear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.kept import names, outside
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.spelling import MISSPELT_LOANWORDS
from memogen.check.words.particles import PARTICLES
from memogen.findings import Severity
from memogen.paper import Paper

_WRONG = re.compile("|".join(sorted(PARTICLES, key=len, reverse=True)))
# ไม้ตรี and ไม้จัตวา stand on middle consonants only, or on ร ล ว after one of them.
_TONE = re.compile("(?:(?<![กจดตบปอฎฏ])[รลว]|[ขฃคฅฆงฉชซฌญฐฑฒณถทธนผฝพฟภมยศษสหฬฮ])[ิ-ู็ั]?[๊๋]")
_SIGNS = ("๊", "๋", "ค่ะ", "ครัช", "คับ", "จร้า")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        text = passage.seen
        if not any(sign in text for sign in _SIGNS):
            continue
        particles = tuple(found.span() for found in _WRONG.finditer(text))
        for start, end in particles:
            yield Fault(
                passage=passage,
                start=start,
                end=end,
                message=_("“{text}” สะกดผิด").format(text=text[start:end]),
                hint=_("เขียน “{right}” และหนังสือราชการไม่ใช้คำลงท้ายแบบพูด").format(
                    right=PARTICLES[text[start:end]]
                ),
                fix=PARTICLES[text[start:end]],
            )
        for found in outside(particles, outside(names(text), _TONE.finditer(text))):
            if _is_loanword(text, found):
                continue
            yield Fault.of_match(
                passage,
                found,
                message=_("“{text}” ใช้ไม้ตรีหรือไม้จัตวากับพยัญชนะที่ใช้ไม่ได้").format(text=found[0]),
                hint=_("ไม้ตรีและไม้จัตวาใช้กับอักษรกลางเท่านั้น (ก จ ฎ ฏ ด ต บ ป อ)"),
            )


def _is_loanword(text: str, tone: re.Match[str]) -> bool:
    """Whether C20 tells the right spelling of the word."""
    return any(
        word.start() < tone.end() and tone.start() < word.end()
        for word, _right in MISSPELT_LOANWORDS.wrong_words(text)
    )


RULE = Rule(
    code="C19",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="คะ ค่ะ และไม้ตรีไม้จัตวาใช้ให้ถูกหลัก",
    why=(
        "“คะ” ใช้ถามและต่อท้าย “นะ” ส่วน “ค่ะ” ใช้ตอบรับ ไม้ตรีและไม้จัตวาใช้ได้กับอักษรกลางเท่านั้น จึงไม่มีคำว่า ค๊ะ โน๊ต หรือ ล๊อก"
    ),
    wrong="ขอบคุณนะค่ะ",
    right="ขอบคุณนะคะ (หรือ ขอขอบคุณ)",
    source="หลักการผันวรรณยุกต์และพจนานุกรม ฉบับราชบัณฑิตยสถาน",
    find=find,
)
