"""J10: the subject speaks of another year or another meeting than the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import FILLED_LATER, Paper, Part

_DIGIT = "[0-9๐-๙]"
_FISCAL = re.compile(rf"ปีงบประมาณ\s*(?:พ\.\s?ศ\.\s*)?(?P<value>{_DIGIT}{{4}})(?!{_DIGIT})")
_MEETING = re.compile(rf"ครั้งที่\s*(?P<value>{_DIGIT}{{1,3}}\s?/\s?{_DIGIT}{{4}})(?!{_DIGIT})")
_YEAR = re.compile(rf"(?<!{_DIGIT}){_DIGIT}{{4}}(?!{_DIGIT})")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for subject in paper.all(Part.SUBJECT):
        fiscal, meeting = _FISCAL.search(subject.text), _MEETING.search(subject.text)
        if not fiscal and not meeting:
            continue
        body = "\n".join(passage.seen for passage in paper.passages if passage.part is Part.BODY)
        if FILLED_LATER in body:
            return
        for found, pattern, anywhere in ((fiscal, _FISCAL, _YEAR), (meeting, _MEETING, _MEETING)):
            spoken = {_plain(one["value"]) for one in pattern.finditer(body)}
            mentioned = {
                _plain(one["value"] if anywhere is _MEETING else one[0]) for one in anywhere.finditer(body)
            }
            if found and spoken and _plain(found["value"]) not in mentioned:
                yield Fault(
                    passage=subject.passage,
                    start=subject.start + found.start(),
                    end=subject.start + found.end(),
                    message=_("เรื่องว่า “{text}” แต่ข้อความกล่าวถึงเพียง {other}").format(
                        text=found[0], other=", ".join(sorted(spoken))
                    ),
                    hint=_("ตรวจว่าปีหรือครั้งใดถูก แล้วแก้ให้ตรงกัน"),
                )


def _plain(value: str) -> str:
    return thai.to_thai_digits("".join(value.split()))


RULE = Rule(
    code="J10",
    severity=Severity.WARNING,
    basis=Basis.CONTRADICTION,
    title="ปีงบประมาณและครั้งที่ในเรื่องตรงกับข้อความ",
    why="หนังสือที่แก้จากฉบับของปีก่อนมักแก้ปีในเรื่องแล้วลืมแก้ในข้อความ หรือกลับกัน",
    wrong="เรื่อง แผนการให้บริการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗\nด้วยได้จัดทำแผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    right="เรื่อง แผนการให้บริการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖\nด้วยได้จัดทำแผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    source="ข้อความในเรื่องขัดกับข้อความในหนังสือ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
