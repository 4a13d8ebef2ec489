"""A03: how letters to monks open and close."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import MONK, PATRIARCH, addressee, is_high, is_ordinary, monk_closings
from memogen.check.closings import closings
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_REVERENT = (MONK, f"กราบ{MONK}")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to = addressee(paper)
    if to is None:
        return
    allowed = monk_closings(to.name)
    is_reverent = to.word in _REVERENT
    right = MONK if allowed else to.asked
    is_wrong = (right == MONK and to.word != MONK) or (right == PATRIARCH and PATRIARCH not in to.word)
    if is_wrong or (is_reverent and (is_ordinary(to.name) or is_high(to.name))):
        yield Fault(
            passage=to.field.passage,
            start=max(to.field.passage.seen.rfind(to.word, 0, to.start), 0),
            end=to.start + len(to.name),
            message=_("คำขึ้นต้น “{word}” ไม่ใช้กับ{name}").format(
                word=to.word, name=" ".join(to.name.split())[:80]
            ),
            hint=_("ใช้คำขึ้นต้น {right}").format(right=right),
        )
    for closing in closings(paper) if allowed and paper.kind is Kind.EXTERNAL else ():
        if closing.words not in allowed:
            yield Fault(
                passage=closing.passage,
                start=closing.start,
                end=closing.end,
                message=_("คำลงท้าย “{text}” ไม่ใช้กับพระสงฆ์รูปนี้").format(text=closing.words),
                hint=_("ใช้ {words}").format(words=" / ".join(allowed)),
            )


RULE = Rule(
    code="A03",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="หนังสือถึงพระสงฆ์ขึ้นต้น “นมัสการ” และลงท้ายตามสมณศักดิ์",
    why=(
        "สมเด็จพระราชาคณะและรองสมเด็จพระราชาคณะลงท้าย ขอนมัสการด้วยความเคารพอย่างยิ่ง พระราชาคณะลงท้าย "
        "ขอนมัสการด้วยความเคารพอย่างสูง พระภิกษุทั่วไปลงท้าย ขอนมัสการด้วยความเคารพ"
    ),
    wrong="เรียน เจ้าอาวาสวัดตัวอย่าง\nขอแสดงความนับถือ",
    right="นมัสการ เจ้าอาวาสวัดตัวอย่าง\nขอนมัสการด้วยความเคารพ",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ภาคผนวก ๒",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
