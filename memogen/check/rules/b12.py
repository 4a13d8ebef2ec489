"""B12: a cited letter that is younger than the letter itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from gettext import gettext as _

from memogen import thai
from memogen.check.dating import dates, letter_date
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.citations import Citation, find_citations
from memogen.findings import Severity
from memogen.paper import Paper, Part, Passage

_DATED = ("ลงวันที่", "ลว")


_DRAFT = re.compile("(?:ร่าง|ลงนาม|ลงชื่อ)[^\n]{0,80}$")
"""A letter may come with the draft of another that is dated later."""


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    own = letter_date(paper)
    if own is None:
        return
    for passage in paper.text_passages:
        if passage.part not in (Part.BODY, Part.REFERENCE) or not _has_later_day(passage, own):
            continue
        for cited in find_citations(passage.seen):
            if cited.dated and cited.dated > own and not _is_draft(passage, cited):
                yield Fault(
                    passage=passage,
                    start=cited.start,
                    end=cited.end,
                    message=_("หนังสือที่อ้างลงวันที่ {cited} หลังวันที่ของหนังสือฉบับนี้ ({own})").format(
                        cited=thai.long_date(cited.dated), own=thai.long_date(own)
                    ),
                    hint=_("ตรวจวันที่และปีของหนังสือที่อ้างกับต้นเรื่อง"),
                )


def _is_draft(passage: Passage, cited: Citation) -> bool:
    return _DRAFT.search(passage.seen[max(0, cited.start - 90) : cited.start]) is not None


def _has_later_day(passage: Passage, own: date) -> bool:
    """Whether citations are worth looking for; to read them costs much more than to read dates."""
    is_dated = any(word in passage.seen for word in _DATED)
    return is_dated and any(one.day and one.day > own for one in dates(passage.seen))


RULE = Rule(
    code="B12",
    severity=Severity.ERROR,
    basis=Basis.CONTRADICTION,
    title="หนังสือที่อ้างถึงลงวันที่ไม่หลังหนังสือฉบับนี้",
    why="หนังสือที่ยังไม่ออกอ้างถึงไม่ได้ วันที่ที่ล้ำหน้ามักเกิดจากพิมพ์ปีผิด ผู้รับจะค้นเรื่องเดิมไม่พบ",
    wrong="๒๗ มีนาคม ๒๕๖๖\nอ้างถึง หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๖ ตุลาคม ๒๕๖๖",
    right="๒๗ มีนาคม ๒๕๖๖\nอ้างถึง หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๖ ตุลาคม ๒๕๖๕",
    source="เทียบวันที่ของหนังสือที่อ้างกับวันที่ของหนังสือฉบับนี้",
    find=find,
)
