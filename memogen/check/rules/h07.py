"""H07: a part that the form of the letter asks for is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.kinds import CALLED, CLAUSES, NUMBERED, NUMBERED_BY_YEAR, REQUIRED, REQUIRED_WORDS
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Paper, Part, Region

_OF_A_LETTER_FILE = (Part.SUBJECT, Part.TO, Part.BODY)
"""The rest comes from the office's settings, or is asked for when the letter is made."""
_ISSUED = re.compile(r"/\s*ว?\.?\s*[0-9๐-๙]+\s*$")
_ISSUED_BY_YEAR = re.compile(r"[0-9๐-๙]\s*/")
_LETTERHEAD = re.compile(
    r"กระทรวง|กรม|สำนัก|จังหวัด|อำเภอ|เทศบาล|องค์การ|มหาวิทยาลัย|วิทยาลัย|โรงเรียน|โรงพยาบาล|ศูนย์|สถาบัน"
)
_DATE_WORDS = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้) ?ณ ?วันที่")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if paper.kind is None or not paper.recognised:
        return
    for name in _missing(paper, paper.kind):
        may_be_a_note = paper.kind is Kind.MEMO and name == Part.NUMBER.value
        yield Fault(
            message=_("{kind}ยังไม่มี “{part}”").format(kind=paper.kind.value, part=name),
            hint=_("เพิ่มส่วนนี้ตามแบบของ{kind} ({clause})").format(
                kind=paper.kind.value, clause=CLAUSES[paper.kind]
            ),
            place=name,
            severity=Severity.WARNING if may_be_a_note else None,  # clause 26 lets a note do without
        )


def _missing(paper: Paper, kind: Kind) -> Iterator[str]:
    in_file = paper.origin is Origin.LETTER
    for part in REQUIRED[kind]:
        if not (in_file and part not in _OF_A_LETTER_FILE) and not _has(paper, kind, part):
            yield CALLED.get((kind, part), part.value)
    for words in () if in_file else REQUIRED_WORDS.get(kind, ()):
        if not any(words in passage.seen.replace(" ", "") for passage in paper.passages):
            yield words


def _has(paper: Paper, kind: Kind, part: Part) -> bool:
    """Whether a part is there; one that is left blank has rules of its own."""
    if part is Part.BODY:
        return any(passage.part is Part.BODY for passage in paper.passages)
    if part is Part.AGENCY and any(
        _LETTERHEAD.search(one.seen) for one in paper.passages if one.region is Region.HEADER
    ):
        return True
    return paper.first(part) is not None or (part is Part.DATE and _may_be_undated(paper, kind))


def _may_be_undated(paper: Paper, kind: Kind) -> bool:
    """Whether it is a draft, whose number and date come later, or has a date that lacks its day."""
    number = paper.value(Part.NUMBER)
    if kind in NUMBERED:
        return not _ISSUED.search(number)
    if any(_DATE_WORDS.search(passage.seen) for passage in paper.text_passages):
        return True
    return kind in NUMBERED_BY_YEAR and not _ISSUED_BY_YEAR.search(number)


RULE = Rule(
    code="H07",
    severity=Severity.ERROR,
    basis=Basis.REGULATION,
    title="หนังสือมีส่วนประกอบครบตามแบบของชนิดนั้น",
    why="ระเบียบกำหนดส่วนประกอบของหนังสือแต่ละชนิดไว้ ขาดส่วนใดไปผู้รับจะไม่รู้ว่ามาจากใคร เรื่องใด เมื่อใด และทะเบียนรับจะลงไม่ได้",
    wrong="ที่ กษ ๑๑๑๓/๖๕๓\n๒๗ มีนาคม ๒๕๖๖\nเรียน อธิบดีกรมตัวอย่าง",
    right="ที่ กษ ๑๑๑๓/๖๕๓\n๒๗ มีนาคม ๒๕๖๖\nเรื่อง ขอความอนุเคราะห์วิทยากร\nเรียน อธิบดีกรมตัวอย่าง",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑ ถึงข้อ ๒๕ และแบบท้ายระเบียบ",
    find=find,
)
