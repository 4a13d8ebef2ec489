"""H06: a stamped letter that asks for what it may not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_ASKS = re.compile(
    r"(?:เพื่อ|จึง|ขอได้โปรด|ขอให้|โปรด|ทั้งนี้ *ขอ)(?:โปรด|ขอ|ขอให้|ได้|พิจารณา|ให้|ความ){0,5}"
    r"(?P<act>อนุมัติ|อนุญาต|เห็นชอบ|เบิกจ่าย|ลงนาม)"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.body:
        for found in _ASKS.finditer(passage.seen):
            yield Fault.of_match(
                passage,
                found,
                message=_("หนังสือประทับตราไม่ใช้ขอให้{act}").format(act=found["act"]),
                hint=_("ทำเป็นหนังสือภายนอกหรือบันทึกข้อความที่ลงชื่อ"),
            )


RULE = Rule(
    code="H06",
    severity=Severity.WARNING,
    basis=Basis.REGULATION,
    title="หนังสือประทับตราใช้เฉพาะเรื่องที่ระเบียบกำหนด",
    why=(
        "ใช้ได้ ๖ กรณี: ขอรายละเอียดเพิ่มเติม ส่งสำเนาหนังสือ สิ่งของหรือเอกสาร ตอบรับทราบที่ไม่เกี่ยวกับราชการสำคัญหรือการเงิน "
        "แจ้งผลงานที่ทำแล้ว เตือนเรื่องที่ค้าง และเรื่องที่หัวหน้าส่วนราชการสั่งให้ใช้ การขออนุมัติหรือการเงินต้องมีผู้ลงชื่อ"
    ),
    wrong="จึงขอให้พิจารณาอนุมัติโครงการ",
    right="จึงส่งสำเนาโครงการมาเพื่อทราบ",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๓",
    find=find,
    kinds=(Kind.STAMPED,),
)
