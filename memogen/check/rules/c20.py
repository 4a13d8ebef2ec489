"""C20: loanwords by the spelling of the Royal Society."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.spelling import MISSPELT_LOANWORDS
from memogen.findings import Severity
from memogen.paper import Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.passages:
        for found, right in MISSPELT_LOANWORDS.wrong_words(passage.seen):
            yield Fault.of_match(
                passage,
                found,
                message=_("คำทับศัพท์ “{text}” เขียนไม่ตรงกับราชบัณฑิตยสภา").format(text=found[0]),
                hint=right,
                fix=right,
            )


RULE = Rule(
    code="C20",
    severity=Severity.INFO,
    basis=Basis.ACADEMY,
    title="คำทับศัพท์เขียนตามราชบัณฑิตยสภา",
    why=(
        "คำทับศัพท์เขียนกันหลายแบบ หนังสือราชการใช้ตามพจนานุกรมและหลักเกณฑ์การทับศัพท์ ถ้ามีคำไทยที่ใช้กันทั่วไปควรใช้คำไทย "
        "ชื่อบริษัทและชื่อสินค้าเขียนตามที่จดทะเบียน"
    ),
    wrong="เว็ปไซด์ของหน่วยงาน",
    right="เว็บไซต์ของหน่วยงาน",
    source="สำนักงานราชบัณฑิตยสภา หลักเกณฑ์การทับศัพท์ภาษาอังกฤษ และพจนานุกรม",
    find=find,
)
