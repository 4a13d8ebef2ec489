"""H11: where ว of a circular's number stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check import numbering
from memogen.check.kinds import NUMBERED
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper

_CIRCULAR = re.compile(r"\s*(?<![ก-๎.])ว(?![ก-๎])[\s.\-]*")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    printed = numbering.printed(paper)
    if printed is None or not numbering.misplaced_circular(printed.text):
        return
    code, _slash, running = _CIRCULAR.sub(" ", printed.text).partition("/")
    yield Fault.of_field(
        printed.field,
        _("ว ของหนังสือเวียนใน “{text}” อยู่ผิดที่").format(text=printed.text),
        _("วาง ว หลังเครื่องหมายทับ หน้าเลขทะเบียน: {right}").format(
            right=f"{' '.join(code.split())}/ว{running.strip(' /')}"
        ),
    )


RULE = Rule(
    code="H11",
    severity=Severity.WARNING,
    basis=Basis.REGULATION,
    title="ว ของหนังสือเวียนอยู่หลังเครื่องหมายทับ หน้าเลขทะเบียน",
    why="ว เป็นส่วนของเลขทะเบียนหนังสือส่ง ไม่ใช่ส่วนของรหัสหน่วยงาน ถ้าวางผิดที่จะอ่านเป็นรหัสของหน่วยงานอื่น",
    wrong="ที่ กษ ว ๑๑๑๓/๗๑",
    right="ที่ กษ ๑๑๑๓/ว๗๑",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๓๒",
    find=find,
    kinds=NUMBERED,
)
