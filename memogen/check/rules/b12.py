"""B12: a cited letter that is younger than the letter itself, or that the books know otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from gettext import gettext as _

from memogen import thai
from memogen.books import Entry, Status
from memogen.check import numbering
from memogen.check.dating import dates, letter_date
from memogen.check.entries import plain
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.citations import Citation, find_citations
from memogen.findings import Severity
from memogen.paper import Paper, Part, Passage

_DATED = ("ลงวันที่", "ลว")
_DRAFT = re.compile("(?:ร่าง|ลงนาม|ลงชื่อ)[^\n]{0,80}$")
"""A letter may come with the draft of another that is dated later."""
_OF_PAPER = re.compile(r"ลงวันที่ *\Z")
_PAYABLE = re.compile("เช็ค|ตั๋ว|ค้ำประกัน")
"""Papers that may bear a day to come."""
_REACH = 120
_SUBJECT = re.compile(r"\s*เรื่อง\s+(?P<subject>[^\n]{8,200}?)\s*(?=$|ลงวันที่|นั้น|ความละเอียด)")
_ALIKE = 0.4


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    own = letter_date(paper)
    printed = numbering.printed(paper) if around.find_entry else None
    for passage in paper.text_passages:
        if passage.part not in (Part.BODY, Part.REFERENCE) or not _is_dated(passage):
            continue
        has_later_day = own is not None and any(one.day and one.day > own for one in dates(passage.seen))
        if not has_later_day and around.find_entry is None:
            continue  # to read citations costs much more than to read dates
        cited = find_citations(passage.seen)
        for one in cited:
            if printed and plain(str(one.number)) == plain(printed.text):
                continue
            known = _against_the_books(passage, one, around)
            if known:
                yield known
            elif own and one.dated and one.dated > own and not _is_draft(passage, one.start):
                yield Fault(
                    passage=passage,
                    start=one.start,
                    end=one.end,
                    message=_("หนังสือที่อ้างลงวันที่ {cited} หลังวันที่ของหนังสือฉบับนี้ ({own})").format(
                        cited=thai.long_date(one.dated), own=thai.long_date(own)
                    ),
                    hint=_("ตรวจวันที่และปีของหนังสือที่อ้างกับต้นเรื่อง"),
                )
        if own and has_later_day:
            yield from _other_papers(passage, own, cited)


def _is_dated(passage: Passage) -> bool:
    return any(word in passage.seen for word in _DATED)


def _is_draft(passage: Passage, start: int) -> bool:
    return _DRAFT.search(passage.seen[max(0, start - 90) : start]) is not None


# --- contracts and other papers -------------------------------------------------------------------


def _other_papers(passage: Passage, own: date, cited: tuple[Citation, ...]) -> Iterator[Fault]:
    """Contracts, announcements and their kin with a day to come."""
    text = passage.seen
    for found in dates(text):
        before = text[max(0, found.start - _REACH) : found.start]
        if found.day is None or found.day <= own or not _OF_PAPER.search(before):
            continue
        is_cited = any(one.start <= found.start < one.end for one in cited)
        if not is_cited and not _PAYABLE.search(before) and not _is_draft(passage, found.start):
            yield Fault(
                passage=passage,
                start=found.start,
                end=found.end,
                message=_("“{text}” หลังวันที่ของหนังสือฉบับนี้ ({own})").format(
                    text=text[found.start : found.end], own=thai.long_date(own)
                ),
                hint=_("ตรวจวันที่และปีของเอกสารที่อ้างกับต้นเรื่อง"),
                severity=Severity.WARNING,
            )


# --- the books ------------------------------------------------------------------------------------


def _against_the_books(passage: Passage, cited: Citation, around: Around) -> Fault | None:
    """What the books say otherwise of one of our letters; nothing where they do not know the number.

    As `register check` judges it: another date is an error, and so is a cancelled number.
    """
    entry = _meant(cited, around)
    if entry is None or cited.dated is None:
        return None
    hint, severity = _("ตรวจเลขและวันที่กับต้นเรื่อง"), Severity.ERROR
    if entry.status is Status.VOID:
        message = _("{number} ยกเลิกแล้วในทะเบียน").format(number=entry.number)
    elif entry.status is Status.RESERVED:
        message = _("{number} เป็นเลขที่จองไว้ ยังไม่ได้ออกหนังสือ").format(number=entry.number)
        severity = Severity.WARNING
    elif entry.dated and entry.dated != cited.dated:
        message = _("อ้างลงวันที่ {cited} แต่ในทะเบียน {number} ลงวันที่ {right}").format(
            cited=thai.long_date(cited.dated), number=entry.number, right=thai.long_date(entry.dated)
        )
        if entry.subject:
            hint = _("ในทะเบียนเป็นเรื่อง {subject} ถ้าใช่ฉบับนี้แก้วันที่ ถ้าไม่ใช่แก้เลข").format(subject=entry.subject)
    elif _is_of_other_subject(passage, cited, entry):
        message = _("ในทะเบียน {number} เป็นเรื่อง {subject}").format(number=entry.number, subject=entry.subject)
        severity = Severity.WARNING
    else:
        return None
    return Fault(
        passage=passage, start=cited.start, end=cited.end, message=message, hint=hint, severity=severity
    )


def _meant(cited: Citation, around: Around) -> Entry | None:
    """The line of the year cited, or of the same day in another year: years are what is mistyped."""
    if around.find_entry is None or cited.number is None or not cited.number.running or cited.dated is None:
        return None
    number, year = str(cited.number), thai.be_year(cited.dated)
    entry = around.find_entry(number, year)
    if entry:
        return entry
    day = (cited.dated.day, cited.dated.month)
    for other in (year - 1, year + 1, None):
        entry = around.find_entry(number, other)
        if entry and entry.dated and (entry.dated.day, entry.dated.month) == day:
            return entry
    return None


def _is_of_other_subject(passage: Passage, cited: Citation, entry: Entry) -> bool:
    """Whether a subject, within the citation or right after it, has little of the one in the books."""
    said = _SUBJECT.search(cited.text) or _SUBJECT.match(passage.seen, cited.end)
    if said is None or not entry.subject:
        return False
    alike = SequenceMatcher(None, plain(said["subject"]), plain(entry.subject), autojunk=False)
    return alike.ratio() < _ALIKE


RULE = Rule(
    code="B12",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="หนังสือที่อ้างถึงลงวันที่ไม่หลังหนังสือฉบับนี้ และตรงกับทะเบียน",
    why=(
        "หนังสือที่ยังไม่ออกอ้างถึงไม่ได้ วันที่ที่ล้ำหน้ามักเกิดจากพิมพ์ปีผิด ผู้รับจะค้นเรื่องเดิมไม่พบ "
        "ถ้ามีทะเบียนหนังสือส่งและหนังสือที่อ้างเป็นของหน่วยงานเอง เลขกับวันที่ต้องตรงกับทะเบียนด้วย"
    ),
    wrong="๒๗ มีนาคม ๒๕๖๖\nอ้างถึง หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๖ ตุลาคม ๒๕๖๖",
    right="๒๗ มีนาคม ๒๕๖๖\nอ้างถึง หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๖ ตุลาคม ๒๕๖๕",
    source="เทียบวันที่ของหนังสือที่อ้างกับวันที่ของหนังสือฉบับนี้ และกับทะเบียนหนังสือส่ง",
    find=find,
)
