"""J06: a subject that grants what the text refuses, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.purposes import DECISIVE
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import known_subject
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_ACT = "|".join(DECISIVE)
_NOT = r"(?:ไม่|มิ)(?:อาจ|สามารถ|ควร|ได้)?(?:พิจารณา)?(?:ให้)?(?:ความ)?"
_REFUSED = re.compile(rf"{_NOT}(?P<act>{_ACT})")
_GRANTED = re.compile(rf"(?<!ขอ)(?<!พิจารณา)(?<!ความ)(?P<act>{_ACT})(?:ให้|แล้ว|ตามที่|โครงการ|แผน)")
_HELPING_SUBJECT = re.compile(r"(?:แจ้ง(?:การ)?|ตอบรับ(?:การ)?|ยินดี)?ให้(?:ความอนุเคราะห์|การสนับสนุน|ความร่วมมือ)")
_HELP_REFUSED = re.compile(r"จึง(?:ไม่อาจ|ไม่สามารถ|ขอปฏิเสธ)")
_GRANTING_SUBJECT = re.compile(rf"(?:แจ้ง(?:การ)?)?(?:ให้ความ)?(?P<act>{_ACT})")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    known = known_subject(paper)
    if known is None or not paper.body:
        return
    subject, text = known
    whole = "\n".join(passage.seen for passage in paper.body)
    refused = {found["act"] for found in _REFUSED.finditer(whole)}
    granted = {found["act"] for found in _GRANTED.finditer(_REFUSED.sub(" ", whole))}
    refusing = _REFUSED.search(text)
    granting = None if refusing else _GRANTING_SUBJECT.match(text)
    if refusing and refusing["act"] in granted - refused:
        yield Fault.of_field(
            subject,
            _("เรื่องบอกว่าไม่{act} แต่ข้อความบอกว่า{act}").format(act=refusing["act"]),
            _("แก้เรื่องหรือข้อความให้ตรงกัน"),
        )
    elif _HELPING_SUBJECT.match(text) and _HELP_REFUSED.search(whole):
        yield Fault.of_field(
            subject,
            _("เรื่องบอกว่าให้ตามที่ขอ แต่ข้อความปฏิเสธ"),
            _("แก้เรื่องหรือข้อความให้ตรงกัน เช่น การขอความอนุเคราะห์…"),
        )
    elif granting and granting["act"] in refused - granted:
        yield Fault.of_field(
            subject,
            _("เรื่องบอกว่า{act} แต่ข้อความบอกว่าไม่{act}").format(act=granting["act"]),
            _("แก้เรื่องหรือข้อความให้ตรงกัน หรือใช้เรื่องกลาง ๆ เช่น การขอ{act}…").format(act=granting["act"]),
        )


RULE = Rule(
    code="J06",
    severity=Severity.WARNING,
    basis=Basis.CONTRADICTION,
    title="เรื่องไม่บอกผลตรงข้ามกับข้อความ",
    why="หนังสือปฏิเสธที่ใช้เรื่องว่าอนุมัติ หรือกลับกัน ทำให้ผู้รับเข้าใจผิดตั้งแต่ยังไม่เปิดอ่าน",
    wrong="เรื่อง อนุมัติให้ใช้สถานที่\n…พิจารณาแล้วไม่อาจอนุมัติได้",
    right="เรื่อง การขออนุมัติใช้สถานที่\n…พิจารณาแล้วไม่อาจอนุมัติได้",
    source="ข้อความในเรื่องขัดกับข้อความในหนังสือ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
