"""D11: times of day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.dating import figures
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Paper, Passage

_D = "[0-9๐-๙]"
_TIME = rf"{_D}{{1,2}}[.:]{_D}{{2}}"
_WITH_UNIT = re.compile(rf"(?<![0-9๐-๙.,/:])({_D}{{1,2}})([.:])({_D}{{2}})(?= *(?:น\.|นาฬิกา|น(?![ก-๎.])))")
# เวลา of a duration is no time of day, and a span has its unit at the end.
_AFTER_WORD = re.compile(
    rf"(?<!ใช้)(?<!ระยะ)(?<!เป็น)(?<!ภายใน)(?<!รวม)เวลา *({_TIME}(?: *(?:-|–|ถึง) *{_TIME})?)"
    rf"(?![0-9๐-๙.:]| *(?:น\.|นาฬิกา|ชั่วโมง|ชม|นาที|วัน|ปี|เดือน|-|–|ถึง|และ|\ufffc))"
)


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    times = [
        (passage, found)
        for passage in paper.passages
        if "น." in passage.seen or "นาฬิกา" in passage.seen or " น" in passage.seen
        for found in _WITH_UNIT.finditer(passage.seen)
    ]
    marks = Counter(found[2] for _passage, found in times)
    rare = ":" if len(marks) == 2 and marks[":"] <= marks["."] else "." if len(marks) == 2 else ""
    for passage, found in times:
        yield from _judged(passage, found, rare)
    for passage in paper.passages:
        if "เวลา" in passage.seen:
            for found in _AFTER_WORD.finditer(passage.seen):
                yield Fault(
                    passage=passage,
                    start=found.start(1),
                    end=found.end(1),
                    message=_("เวลา “{text}” ไม่มี “น.” ตามหลัง").format(text=found[1]),
                    hint=_("เขียนเช่น {text} น.").format(text=found[1]),
                )


def _judged(passage: Passage, found: re.Match[str], rare: str) -> Iterator[Fault]:
    hour, minute = figures(found[1]), figures(found[3])
    if (hour, minute) == (24, 0):
        message, hint = _("ไม่ใช้เวลา “{text} น.”"), _("เขียน ๐๐.๐๐ น. ของวันถัดไป")
    elif hour > 23 or minute > 59:
        message, hint = _("ไม่มีเวลา “{text} น.”"), _("ตรวจสอบเวลา ชั่วโมงมีถึง ๒๓ และนาทีมีถึง ๕๙")
    elif found[2] == rare:
        other = ":" if rare == "." else "."
        message = _("เวลา “{text} น.” คั่นต่างจากเวลาอื่นในหนังสือ")
        hint = _("เขียน {text} น.").format(text=found[0].replace(rare, other))
    else:
        return
    yield Fault.of_match(
        passage,
        found,
        message=message.format(text=found[0]),
        hint=hint,
    )


RULE = Rule(
    code="D11",
    severity=Severity.WARNING,
    basis=Basis.ACADEMY,
    title="เวลามี “น.” ตามหลัง คั่นแบบเดียวกันทั้งฉบับ และเป็นเวลาที่มีจริง",
    why=(
        "ตัวเลขเปล่า ๆ อ่านเป็นจำนวนได้ และเวลา ๒๔.๐๐ น. ไม่ชัดว่าเป็นวันใด ราชบัณฑิตยสภารับทั้งจุดและทวิภาค "
        "แต่ฉบับหนึ่งควรใช้แบบเดียว"
    ),
    wrong="เวลา ๐๙.๓๐ ณ ห้องประชุม",
    right="เวลา ๐๙.๓๐ น. ณ ห้องประชุม",
    source="สำนักงานราชบัณฑิตยสภา การใช้เครื่องหมายในการบอกเวลา",
    find=find,
)
