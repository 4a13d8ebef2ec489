"""H08: a number that is not of the form of annex 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check import numbering
from memogen.check.agencies import CODES
from memogen.check.kinds import NUMBERED
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_LETTERS = re.compile(r"[ก-ฮ]+")
_BLANK = " \t\n.…_/ว"
"""A number of these only is left blank as a whole, which H13 tells."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    printed = numbering.printed(paper)
    if (
        printed is None
        or not printed.text.strip(_BLANK)
        or numbering.has_year(printed.text)
        or numbering.misplaced_circular(printed.text)
    ):
        return
    try:
        number = thai.parse_number(printed.text)
    except thai.NumberError as error:
        yield Fault.of_field(printed.field, str(error), _("เขียนอย่าง กษ ๑๑๑๓/๖๕๓ หรือ กษ ๑๑๑๓/ เมื่อยังไม่ออกเลข"))
        return
    letters = _LETTERS.match(number.code)
    if (
        letters
        and letters[0] not in CODES
        and not (around.office and around.office.code.startswith(letters[0]))
    ):
        yield Fault.of_field(
            printed.field,
            _("ไม่รู้จักรหัสตัวพยัญชนะ “{letters}”").format(letters=letters[0]),
            _("เทียบกับรหัสของกระทรวง จังหวัด หรือหน่วยงานในภาคผนวก ๑"),
            severity=Severity.INFO,
        )


RULE = Rule(
    code="H08",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="เลขที่หนังสือเป็นรหัสตัวพยัญชนะ เลขประจำของเจ้าของเรื่อง ทับ เลขทะเบียนหนังสือส่ง",
    why="ผู้รับใช้เลขที่ค้นหาและอ้างถึงหนังสือ ถ้ารหัสมีจุด ไม่มีเครื่องหมายทับ หรือสลับที่ จะค้นในทะเบียนไม่พบ",
    wrong="ที่ ก.ษ. ๑๑๑๓-๖๕๓",
    right="ที่ กษ ๑๑๑๓/๖๕๓",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑ และภาคผนวก ๑",
    find=find,
    kinds=NUMBERED,
)
