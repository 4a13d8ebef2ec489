"""B05: no paragraph of its own that begins with จึง and says what is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.paragraphs import is_known_whole
from memogen.check.purposes import final
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_AT_LINE_START = re.compile(r"(?m)^[ \t]*(?:[0-9๐-๙]{1,2}[.)][ \t]*)?(?:ข้อ[ก-๎]{2,15}[ \t:]+)?จึง")
_MERGED = re.compile(r"\s*(?:ด้วย|เนื่องจาก|ตาม|รายละเอียด)[ก-๎]{0,60}\s+จึง(?:ขอ)?(?:กราบเรียน|เรียน|นมัสการ)")
"""A short text with its purpose in one line; where an agency's name stands before จึง, all is well."""
_INSIDE = re.compile(r"จึง(?:ขอ)?(?:กราบเรียน|เรียน|นมัสการ)")
_WITHOUT_FOR = re.compile(r"^\s*จึง(?:ขอ)?(?:กราบเรียน|เรียน|นมัสการ)มา(?=โปรด|ทราบ|พิจารณา|ดำเนินการ|ถือปฏิบัติ)")
_OTHER_ENDS = re.compile("ขอบคุณ|ขอบพระคุณ|โอกาสนี้|ขออภัย|ขอแสดงความ|เสียใจ")
"""Thanks, apologies and condolences end in words of their own."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    for passage in paper.body:
        cut = _WITHOUT_FOR.search(passage.seen)
        if cut:
            yield Fault(
                passage=passage,
                start=cut.end() - len(cut[0].lstrip()),
                end=cut.end(),
                message=_("“{text}…” ขาดคำว่า “เพื่อ”").format(text=cut[0].strip()),
                hint=_("เขียน {text}เพื่อ…").format(text=cut[0].strip()),
                fix=f"{cut[0].strip()}เพื่อ",
            )
    yield from _without_purpose(paper)


def _without_purpose(paper: Paper) -> Iterator[Fault]:
    body = paper.body
    if not paper.recognised or not body or not is_known_whole(paper):
        return
    last = final(paper)
    if last and not _MERGED.match(last[0].seen):
        return
    if any(_AT_LINE_START.search(one.seen) for one in paper.text_passages):
        return
    for passage in reversed(body):
        inside = _INSIDE.search(passage.seen)
        if inside:
            yield Fault(
                passage=passage,
                start=inside.start(),
                end=inside.end(),
                message=_("ภาคสรุป “{text}…” ไม่ได้ขึ้นย่อหน้าใหม่").format(text=inside[0]),
                hint=_("ขึ้นย่อหน้าใหม่ที่คำว่า “จึง”"),
            )
            return
    if not _OTHER_ENDS.search(body[-1].seen):
        yield Fault(
            passage=body[-1],
            end=len(body[-1].seen),
            message=_("ไม่มีภาคสรุปที่ขึ้นต้นด้วย “จึง”"),
            hint=_("เติมย่อหน้าสุดท้าย เช่น จึงเรียนมาเพื่อโปรดทราบ หรือ จึงเรียนมาเพื่อโปรดพิจารณา"),
        )


RULE = Rule(
    code="B05",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="ภาคสรุปเป็นย่อหน้าของตนเองและขึ้นต้นด้วย “จึง”",
    why="ผู้มีอำนาจอ่านย่อหน้าสุดท้ายเพื่อรู้ว่าต้องทำอะไร ทราบ พิจารณา อนุมัติ หรือลงนาม ถ้าไม่มีหรือปนกับเนื้อเรื่องจะสั่งการไม่ได้",
    wrong="กองแผนงานจะจัดประชุมชี้แจงแผน จึงเรียนมาเพื่อโปรดทราบ",
    right="กองแผนงานจะจัดประชุมชี้แจงแผน\nจึงเรียนมาเพื่อโปรดทราบ",
    source="คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
