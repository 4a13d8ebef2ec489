"""A02: กราบเรียน for those whom it is for, and for no others."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import HIGH, LETTER, addressee, is_high, is_ordinary, is_royal, monk_closings
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to = addressee(paper)
    if to is None or to.word not in (HIGH, LETTER):
        return
    name = " ".join(to.name.split())[:80]
    start, end = max(to.field.passage.seen.rfind(to.word, 0, to.start), 0), to.start + len(to.name)
    if to.word == LETTER and is_high(to.name):
        yield Fault(
            passage=to.field.passage,
            start=start,
            end=end,
            message=_("ถึง{name}ใช้คำขึ้นต้น “กราบเรียน”").format(name=name),
            hint=_("เขียน กราบเรียน {name} และลงท้าย ขอแสดงความนับถืออย่างยิ่ง").format(name=name),
        )
    elif to.word == HIGH and is_ordinary(to.name):
        yield Fault(
            passage=to.field.passage,
            start=start,
            end=end,
            message=_("“กราบเรียน” ไม่ใช้กับ{name}").format(name=name),
            hint=_("เขียน เรียน {name} หนังสือภายนอกลงท้าย ขอแสดงความนับถือ").format(name=name),
        )
    elif to.word == HIGH and not (is_high(to.name) or is_royal(to.name) or monk_closings(to.name)):
        yield Fault(
            passage=to.field.passage,
            start=start,
            end=end,
            message=_("{name} ไม่อยู่ในรายชื่อผู้ดำรงตำแหน่งที่ใช้ “กราบเรียน”").format(name=name),
            hint=_("เทียบกับภาคผนวก ๒ ฉบับปัจจุบัน ถ้าไม่มีให้ใช้ เรียน"),
            severity=Severity.INFO,
        )


RULE = Rule(
    code="A02",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="“กราบเรียน” ใช้กับตำแหน่งที่ภาคผนวก ๒ กำหนดเท่านั้น และต้องใช้ทุกครั้ง",
    why=(
        "กราบเรียนใช้กับประธานองคมนตรี นายกรัฐมนตรี ประธานรัฐสภา ประธานสภาผู้แทนราษฎร ประธานวุฒิสภา ประธานศาลฎีกา "
        "รัฐบุรุษ และประธานองค์กรตามรัฐธรรมนูญที่ระบุไว้ รัฐมนตรี ปลัดกระทรวง อธิบดี และผู้ว่าราชการจังหวัดใช้ เรียน"
    ),
    wrong="กราบเรียน รัฐมนตรีว่าการกระทรวงการคลัง",
    right="เรียน รัฐมนตรีว่าการกระทรวงการคลัง",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ภาคผนวก ๒",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
