"""B06: โปรด in what a superior tells subordinates to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import addressee
from memogen.check.purposes import final
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.signers import first_signer
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_ORDER = re.compile(r"โปรด(?=(?:ถือปฏิบัติ|ถือเป็น|ดำเนินการ|ปฏิบัติ|รายงาน|จัดส่ง|กำชับ))")
_RANKS = (
    re.compile("ปลัดกระทรวง|รัฐมนตรี"),
    re.compile("อธิบดี|เลขาธิการ|ผู้ว่าราชการ|อธิการบดี|นายกเทศมนตรี|นายกองค์การ"),
    re.compile("ผู้อำนวยการ(?:สำนัก|กอง|โรงเรียน)|คณบดี|ปลัดเทศบาล|ปลัดองค์การ|หัวหน้าสำนัก"),
    re.compile("ผู้อำนวยการ(?:กลุ่ม|ส่วน|ฝ่าย)|หัวหน้า(?:กลุ่ม|ฝ่าย|งาน)"),
    re.compile("เจ้าหน้าที่|ข้าราชการ|พนักงาน|บุคลากร"),
)
"""From the highest; deputies and those in between are not judged."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to, last = addressee(paper), final(paper)
    found = _ORDER.search(last[0].seen) if last else None
    if to is None or found is None:
        return
    ours, theirs = _rank(_position(paper, around)), _rank(to.name)
    if ours is not None and theirs is not None and ours < theirs:
        yield Fault(
            passage=last[0],
            start=found.start(),
            end=found.end(),
            message=_("หนังสือสั่งการถึงผู้ใต้บังคับบัญชาไม่ต้องใช้ “โปรด”"),
            hint=_("เขียน เช่น จึงเรียนมาเพื่อถือปฏิบัติต่อไป หรือ จึงเรียนมาเพื่อดำเนินการต่อไป"),
        )


def _position(paper: Paper, around: Around) -> str:
    """The signer's position; a letter file names a signer by his key."""
    name, position = first_signer(paper)
    signers = around.office.signers if around.office else ()
    return next((one.position for one in signers if not name and one.key == position), position)


def _rank(position: str) -> int | None:
    return next((rank for rank, pattern in enumerate(_RANKS) if pattern.match(position)), None)


RULE = Rule(
    code="B06",
    severity=Severity.INFO,
    basis=Basis.PRACTICE,
    title="ใช้ “โปรด” กับผู้บังคับบัญชาและบุคคลภายนอก ไม่ใช้ในคำสั่งการถึงผู้ใต้บังคับบัญชา",
    why="“โปรด” เป็นคำขอร้อง คำสั่งการใช้ ขอให้ ให้ หรือ เพื่อถือปฏิบัติ ผู้รับจึงรู้ว่าต้องทำ ไม่ใช่แล้วแต่จะกรุณา",
    wrong="เรียน ผู้อำนวยการกองแผนงาน (อธิบดีลงนาม)\nจึงเรียนมาเพื่อโปรดถือปฏิบัติต่อไป",
    right="เรียน ผู้อำนวยการกองแผนงาน (อธิบดีลงนาม)\nจึงเรียนมาเพื่อถือปฏิบัติต่อไป",
    source="แนวปฏิบัติ: เทคนิคการเขียนหนังสือราชการ กรมส่งเสริมการเกษตร เรื่องคำบังคับและคำขอร้อง",
    find=find,
    kinds=(Kind.MEMO,),
)
