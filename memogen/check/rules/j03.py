"""J03: a subject that asks, and does not say for what."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.purposes import BARE_REQUESTS
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import known_subject
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_BARE = frozenset((*BARE_REQUESTS, *(f"การ{words}" for words in BARE_REQUESTS)))


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    known = known_subject(paper)
    if known is None:
        return
    subject, text = known
    if "".join(text.split()).rstrip(".") in _BARE:
        yield Fault.of_field(
            subject,
            _("เรื่อง “{text}” ไม่บอกว่าเรื่องอะไร").format(text=text),
            _("ต่อด้วยสิ่งที่ขอหรือแจ้ง เช่น {text}…").format(text=text),
        )


RULE = Rule(
    code="J03",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เรื่องบอกว่าขอหรือแจ้งอะไร",
    why="หนังสือจำนวนมากขอความร่วมมือหรือแจ้งมติเหมือนกันหมด ถ้าไม่บอกว่าเรื่องอะไร จะค้นและแยกเรื่องในทะเบียนไม่ได้",
    wrong="เรื่อง ขอความอนุเคราะห์",
    right="เรื่อง ขอความอนุเคราะห์วิทยากรบรรยายการเขียนหนังสือราชการ",
    source="แนวปฏิบัติของส่วนราชการ: คู่มือเทคนิคการเขียนหนังสือราชการ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED),
)
