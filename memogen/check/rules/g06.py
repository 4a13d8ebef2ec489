"""G06: แทน alone under a signature, without saying by what right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.signatures import signatures
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper

_ALONE = re.compile(
    r"(?<!ราชการ)(?<!ทำการ)(?<!รักษาการ)(?<!ปฏิบัติการ)(?<!ปฏิบัติหน้าที่)(?<!ผู้)(?<!ตัว)แทน(?=\s*$)"
    r"|^แทน(?=\s|อธิบดี|ผู้|ปลัด|หัวหน้า)"
    r"|(?<!ราชการ )(?<!รักษาการ )(?<!ปฏิบัติการ )(?<!ทำการ )(?<=\s)"
    r"แทน(?=อธิบดี|ผู้อำนวยการ|ผู้ว่า|ปลัด|หัวหน้า|คณบดี|เลขา|นายก|นายอำเภอ)"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for one in signatures(paper):
        for line in one.position:
            found = _ALONE.search(line.text)
            if found:
                yield Fault(
                    passage=line.passage,
                    start=line.start + found.start(),
                    end=line.start + found.end(),
                    message=_("คำว่า “แทน” ไม่บอกว่าลงนามในฐานะใด"),
                    hint=_("ใช้ {known} ตามกรณี").format(known=" / ".join(thai.ACTING)),
                )


RULE = Rule(
    code="G06",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="การลงนามแทนบอกฐานะ ไม่ใช้คำว่า “แทน” ลอย ๆ",
    why="แทน เฉย ๆ ไม่บอกว่าได้รับมอบอำนาจ รักษาราชการ หรือเพียงทำแทน ผู้รับจึงไม่รู้ว่าหนังสือผูกพันส่วนราชการหรือไม่",
    wrong="ผู้อำนวยการกองแผนงาน แทน\nอธิบดีกรมส่งเสริมสหกรณ์",
    right="ผู้อำนวยการกองแผนงาน ปฏิบัติราชการแทน\nอธิบดีกรมส่งเสริมสหกรณ์",
    source="แนวปฏิบัติตามพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. ๒๕๓๔ การปฏิบัติราชการแทน",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE),
    origins=(Origin.DOCUMENT,),
)
