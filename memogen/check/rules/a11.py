"""A11: a letter to a member of the royal family."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import HIGH, LETTER, addressee, is_royal
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to = addressee(paper)
    if to is None or not is_royal(to.name):
        return
    is_wrong = to.word in (HIGH, LETTER)
    yield Fault(
        passage=to.field.passage,
        start=to.start,
        end=to.start + len(to.name),
        message=_("คำขึ้นต้น “{word}” ไม่ใช้กับพระราชวงศ์").format(word=to.word)
        if is_wrong
        else _("หนังสือถึงพระราชวงศ์ต้องให้ผู้รู้ตรวจถ้อยคำทุกแห่ง"),
        hint=_("เทียบคำขึ้นต้น สรรพนาม และคำลงท้ายกับภาคผนวก ๒ และแนวทางของสำนักพระราชวังฉบับปัจจุบัน"),
        severity=None if is_wrong else Severity.WARNING,
    )


RULE = Rule(
    code="A11",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="หนังสือถึงพระราชวงศ์ใช้ถ้อยคำตามพระอิสริยยศ และให้คนตรวจทุกครั้ง",
    why=(
        "คำขึ้นต้น สรรพนาม และคำลงท้ายต่างกันตามพระอิสริยยศ และเปลี่ยนตามพระราชโองการ โปรแกรมจึงบอกได้เพียงว่าต้องให้ผู้รู้ตรวจ "
        "และบอกว่าผิดเมื่อใช้คำขึ้นต้นของบุคคลธรรมดา"
    ),
    wrong="เรียน หม่อมเจ้าตัวอย่าง",
    right="ทูล หม่อมเจ้าตัวอย่าง (ให้ผู้รู้ตรวจ)",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ภาคผนวก ๒",
    find=find,
)
