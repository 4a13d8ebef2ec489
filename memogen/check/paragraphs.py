"""How the paragraphs of a letter open and end (saraban.md sections 6.1 and 6.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memogen.paper import FILLED_LATER, Paper, Passage

_KNOWN = re.compile(r"\s*(?P<word>อนุสนธิ|ตามที่|ตาม(?=หนังสือ|บันทึก|มติ|คำสั่ง|ประกาศ))")
_NEW = re.compile(r"\s*(?P<word>ด้วย(?!เหตุ|ความ|ประการ)|เนื่องจาก|เนื่องด้วย)")
_END = re.compile(r"นั้น(?=\s|\Z)")
_ENDS = re.compile(r"(?<=\s)นั้น\s*\Z")
_TITLE = re.compile(
    r"\s*(?:[0-9๐-๙]{1,2}[.)]\s*)?(?P<title>เรื่องเดิม|ต้นเรื่อง|ข้อเท็จจริง|ข้อกฎหมาย|ข้อพิจารณา|ข้อเสนอแนะ|ข้อเสนอ)"
    r"(?=[\s:]|\Z)[\s:]*"
)


def known_opening(text: str) -> re.Match[str] | None:
    """The word with which a paragraph takes up a known matter: ตามที่, ตาม, อนุสนธิ."""
    return _KNOWN.match(text)


def new_opening(text: str) -> re.Match[str] | None:
    """The word with which a paragraph tells a new matter: ด้วย, เนื่องจาก."""
    return _NEW.match(text)


def known_matter_ends(text: str) -> re.Match[str] | None:
    """The first นั้น that ends a word."""
    return _END.search(text)


def last_word_is_that(text: str) -> re.Match[str] | None:
    """The นั้น that stands alone at the end of a paragraph."""
    return _ENDS.search(text)


def titled(passage: Passage) -> re.Match[str] | None:
    """The title of a part of a staff memo (๑. เรื่องเดิม) at the start of a passage."""
    return _TITLE.match(passage.seen)


def first_paragraph(paper: Paper) -> Passage | None:
    """The first paragraph that is no title, if the letter was understood."""
    if not paper.recognised:
        return None
    return next((one for one in paper.body if not _is_only_title(one)), None)


def sections(paper: Paper) -> Iterator[tuple[str, Passage, list[tuple[Passage, int]]]]:
    """The titled parts of a staff memo: title, its passage, and passages of text with where each starts."""
    title, top, texts = "", None, list[tuple[Passage, int]]()
    for passage in paper.body:
        found = titled(passage)
        if found:
            if top is not None:
                yield title, top, texts
            title, top, texts = found["title"], passage, []
        if not found or found.end() < len(passage.seen):
            texts.append((passage, found.end() if found else 0))
    if top is not None:
        yield title, top, texts


def is_known_whole(paper: Paper) -> bool:
    """Whether nothing of the text is left for a template to fill."""
    return not any(FILLED_LATER in one.seen for one in paper.text_passages)


def _is_only_title(passage: Passage) -> bool:
    found = titled(passage)
    return found is not None and found.end() == len(passage.seen)
