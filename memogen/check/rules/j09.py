"""J09: another subject than in the books."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.entries import own_entry, plain
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import known_subject
from memogen.findings import Severity
from memogen.paper import Paper


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    known = known_subject(paper)
    entry = own_entry(paper, around)
    if known is None or entry is None or not entry.subject:
        return
    subject, text = known
    if plain(thai.normalise(text)) != plain(thai.normalise(entry.subject)):
        yield Fault.of_field(
            subject,
            _("เรื่องบนหนังสือไม่ตรงกับทะเบียน"),
            _("ทะเบียนลงไว้เป็น “{subject}”").format(subject=entry.subject),
        )


RULE = Rule(
    code="J09",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="เรื่องบนหนังสือตรงกับทะเบียน",
    why="ทะเบียนลงเรื่องจากหนังสือฉบับที่ออกเลข ถ้าหนังสือถูกแก้เรื่องภายหลัง จะค้นจากทะเบียนไม่พบ และเป็นหนังสือคนละฉบับกับที่ออกเลข",
    wrong="หนังสือ: เรื่อง การจัดทำแผนการให้บริการ\nทะเบียน: เรื่อง การปรับปรุงแผนการให้บริการ",
    right="หนังสือ: เรื่อง การปรับปรุงแผนการให้บริการ\nทะเบียน: เรื่อง การปรับปรุงแผนการให้บริการ",
    source="ข้อความบนหนังสือขัดกับทะเบียนหนังสือส่ง",
    find=find,
)
