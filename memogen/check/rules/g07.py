"""G07: a signer of another department than the one that sends the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.signatures import signatures
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part

_HEAD = re.compile(
    r"(?:(?:รอง|ผู้ช่วย)?อธิบดี(?P<department>กรม[ก-๎]+)|(?:รอง|ผู้ช่วย)?ปลัด(?P<ministry>กระทรวง[ก-๎]+)"
    r"|(?:รอง)?ผู้ว่าราชการ(?P<province>จังหวัด[ก-๎]+)|(?:รอง|ผู้ช่วย)?คณบดี(?P<faculty>คณะ[ก-๎]+)"
    r"|(?:รอง)?ผู้อำนวยการ(?P<school>โรงเรียน[ก-๎]+))"
)

_SORTS = ("กรม", "กระทรวง", "จังหวัด", "คณะ", "โรงเรียน")
_ALIKE = 8
"""Letters after the sort by which one name may be the other with more to it."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    agency = paper.first(Part.AGENCY)
    signed = signatures(paper)
    if agency is None or not signed or not signed[0].position:
        return
    heads = list(_HEAD.finditer(signed[0].post))
    sender = "".join((paper.value(Part.AGENCY) + paper.value(Part.ADDRESS)).split())
    if not heads:
        return
    own = next(filter(None, heads[-1].groups()))
    if own in sender or not _is_named(sender, own):
        return
    yield (
        signed[0]
        .position[-1]
        .fault(
            _("ผู้ลงนามสังกัด{own} แต่ส่วนราชการเจ้าของหนังสือคือ {agency}").format(
                own=own, agency=paper.value(Part.AGENCY)
            ),
            _("ให้ส่วนราชการกับตำแหน่งผู้ลงนามเป็นหน่วยงานเดียวกัน"),
        )
    )


def _is_named(sender: str, own: str) -> bool:
    """Whether the sender is another agency of the same sort, a department for a department."""
    sort = next(one for one in _SORTS if own.startswith(one))
    return sender.startswith(sort) and not sender.startswith(own[: len(sort) + _ALIKE])


RULE = Rule(
    code="G07",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ผู้ลงนามอยู่ในส่วนราชการเจ้าของหนังสือ",
    why=(
        "หนังสือออกในนามส่วนราชการใด ผู้ลงนามต้องเป็นหัวหน้าหรือผู้ได้รับมอบอำนาจของส่วนราชการนั้น "
        "ต่างกันมักเพราะใช้ไฟล์ของหน่วยงานอื่นเป็นต้นแบบ"
    ),
    wrong="ส่วนราชการ กรมตัวอย่าง … อธิบดีกรมส่งเสริมสหกรณ์",
    right="ส่วนราชการ กรมส่งเสริมสหกรณ์ … อธิบดีกรมส่งเสริมสหกรณ์",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์ แบบหนังสือภายนอก",
    find=find,
    kinds=(Kind.EXTERNAL,),
    origins=(Origin.DOCUMENT,),
)
