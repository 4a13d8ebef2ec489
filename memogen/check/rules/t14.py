"""T14: a catch-word that is not what the next page begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from itertools import pairwise

from memogen.check.measures import as_rendered, page_place
from memogen.check.printed import is_catchword, letters, text_lines
from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.findings import Severity
from memogen.paper import Origin, Paper, Passage, Region

_CATCHWORD = re.compile(r"\s*/\s*(?P<words>\S[^\n]{0,80}?)\s*(?:…|\.{3,})\s*")
_EDGES = re.compile(r"^/|(?:…|\.{3,})$")


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    if around.pages:
        yield from _rendered(paper, around)
        return
    passages = [one for one in paper.text_passages if one.region in (Region.TEXT, Region.TABLE)]
    for passage, following in pairwise(passages):
        if following.region is Region.TABLE:  # what its heads show first, only its page tells
            continue
        if _CATCHWORD.fullmatch(passage.seen) and not _agree(passage.seen, [following.seen]):
            yield _fault(passage, following.seen, "")


def _rendered(paper: Paper, around: Around) -> Iterator[Fault]:
    for page, following in pairwise(around.pages):
        catchword = next((line for line in page.lines[-4:] if is_catchword(line, page)), None)
        lines = [line.text for line in text_lines(following)]
        if catchword is None or not lines or _agree(catchword.text, lines):
            continue
        wanted = _announced(catchword.text)
        passage = next((one for one in paper.text_passages if _announced(one.seen) == wanted), None)
        yield _fault(passage, lines[0], page_place(page.number))


def _agree(catchword: str, lines: Sequence[str]) -> bool:
    return letters("".join(lines[:3])).startswith(_announced(catchword))


def _announced(catchword: str) -> str:
    return letters(_EDGES.sub("", catchword.strip()))


def _fault(passage: Passage | None, following: str, place: str) -> Fault:
    begins = " ".join(following.split())[:30]
    hint = _("หน้าต่อไปขึ้นต้นว่า “{text}” แก้คำต่อเนื่องให้ตรงกัน").format(text=begins)
    return Fault(
        passage=passage,
        start=0,
        end=len(passage.seen) if passage else 0,
        message=_("คำต่อเนื่องไม่ตรงกับคำขึ้นต้นของหน้าต่อไป"),
        hint=as_rendered(hint) if place else hint,
        place=place,
    )


RULE = Rule(
    code="T14",
    severity=Severity.WARNING,
    basis=Basis.EXPLANATION,
    title="คำต่อเนื่องตรงกับคำแรกของหน้าต่อไป",
    why="คำต่อเนื่องที่มุมล่างขวาบอกว่าหน้าต่อไปคือหน้าใด เมื่อแก้ข้อความแล้วหน้าเลื่อน คำเดิมจะไม่ตรง จึงต้องดูใหม่ทุกครั้ง",
    wrong="/๓. ข้อพิจารณา… (หน้าต่อไปขึ้นต้นว่า ๔. ข้อเสนอแนะ)",
    right="/๔. ข้อเสนอแนะ…",
    source="คำอธิบายของสำนักนายกรัฐมนตรีเรื่องการพิมพ์หนังสือราชการ ข้อ ๑๐ คำต่อเนื่อง",
    find=find,
    origins=(Origin.DOCUMENT,),
)
