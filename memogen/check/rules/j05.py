"""J05: a letter that goes on with an earlier one under another subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from gettext import gettext as _

from memogen import thai
from memogen.check.entries import plain
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import known_subject
from memogen.citations import find_citations
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper, Part

_ALIKE = 0.4
_REQUEST = "ขอ"
_SAID = re.compile(r"(?:^|\s)เรื่อง\s+(?P<subject>[^\n]{8,200}?)\s*(?=$|ลงวันที่)")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    known = known_subject(paper)
    earlier = _subject_said(paper) or _subject_in_books(paper, around)
    if known is None or not earlier:
        return
    subject, text = known
    ours, theirs = plain(text), plain(earlier)
    if ours == theirs and ours.startswith(_REQUEST):
        yield Fault.of_field(
            subject,
            _("เรื่องเดิมเป็นคำขอ “{subject}” และหนังสือฉบับนี้เป็นเรื่องต่อเนื่อง").format(subject=earlier),
            _("เติม “การ” ไว้ข้างหน้า: การ{subject}").format(subject=earlier),
        )
    elif SequenceMatcher(None, ours, theirs, autojunk=False).ratio() < _ALIKE:
        yield Fault.of_field(
            subject,
            _("หนังสือที่อ้างถึงใช้เรื่อง “{subject}” แต่ฉบับนี้ใช้เรื่องอื่น").format(subject=earlier),
            _("หนังสือต่อเนื่องโดยปกติลงเรื่องของหนังสือฉบับเดิม"),
        )


def _subject_said(paper: Paper) -> str:
    """The subject that อ้างถึง gives of the one letter it names."""
    references = paper.all(Part.REFERENCE)
    said = _SAID.search(references[0].text) if len(references) == 1 else None
    return said["subject"].strip() if said else ""


def _subject_in_books(paper: Paper, around: Around) -> str:
    """The subject of the one letter that อ้างถึง names, if it names one and the books have it."""
    references = paper.all(Part.REFERENCE)
    if around.find_entry is None or not references:
        return ""
    cited = [
        one for field in references for one in find_citations(field.text) if one.number and one.number.running
    ]
    dated = cited[0].dated if len(cited) == 1 else None
    entry = around.find_entry(str(cited[0].number), thai.be_year(dated)) if dated else None
    return entry.subject if entry and entry.dated == dated else ""


RULE = Rule(
    code="J05",
    severity=Severity.INFO,
    basis=Basis.REGULATION,
    title="หนังสือต่อเนื่องลงเรื่องของหนังสือฉบับเดิม",
    why="ใช้เรื่องเดิมทำให้ทะเบียนและแฟ้มของทั้งสองฝ่ายรวมเรื่องเดียวกันไว้ด้วยกัน ถ้าเรื่องเดิมเป็นคำขอ ให้เติม “การ” ไว้ข้างหน้า",
    wrong="อ้างถึง หนังสือเรื่อง ขอความอนุเคราะห์วิทยากร\nเรื่อง ขอความอนุเคราะห์วิทยากร",
    right="อ้างถึง หนังสือเรื่อง ขอความอนุเคราะห์วิทยากร\nเรื่อง การขอความอนุเคราะห์วิทยากร",
    source="ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๑",
    find=find,
    kinds=(Kind.EXTERNAL,),
)
