"""A08: another addressee than in the books."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.addressees import addressee
from memogen.check.entries import own_entry, plain
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part

_ENOUGH = 6
"""Letters at the end that two names share when one is the agency of the other (กรมประมง, อธิบดีกรมประมง)."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    to, entry = addressee(paper), own_entry(paper, around)
    if to is None or entry is None or entry.circular or not entry.to:
        return
    ours, theirs = plain(paper.value(Part.TO)), plain(entry.to)
    if ours in theirs or theirs in ours or _share_an_agency(ours, theirs):
        return
    yield Fault(
        passage=to.field.passage,
        start=to.start,
        end=to.start + len(to.name),
        message=_("ผู้รับบนหนังสือไม่ตรงกับช่อง “ถึง” ในทะเบียน"),
        hint=_("ทะเบียนลงไว้เป็น “{to}”").format(to=entry.to),
    )


def _share_an_agency(ours: str, theirs: str) -> bool:
    """Whether one name ends as the other does: registers give the agency, letters the position."""
    same = 0
    while same < min(len(ours), len(theirs)) and ours[-1 - same] == theirs[-1 - same]:
        same += 1
    return same >= _ENOUGH


RULE = Rule(
    code="A08",
    severity=Severity.WARNING,
    basis=Basis.CONTRADICTION,
    title="ผู้รับบนหนังสือตรงกับช่อง “ถึง” ในทะเบียน",
    why="ถ้าคำขึ้นต้น ซอง และทะเบียนบอกผู้รับคนละราย หนังสืออาจไปผิดที่ และตามไม่ได้ว่าส่งถึงใคร",
    wrong="หนังสือ: เรียน อธิบดีกรมประมง\nทะเบียน: ถึง กรมปศุสัตว์",
    right="หนังสือ: เรียน อธิบดีกรมปศุสัตว์\nทะเบียน: ถึง กรมปศุสัตว์",
    source="ข้อความบนหนังสือขัดกับทะเบียนหนังสือส่ง",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL, Kind.STAMPED),
    origins=(Origin.DOCUMENT,),
)
