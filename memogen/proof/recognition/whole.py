"""A whole letter recognised: head, text and foot, in this order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from memogen.model import Kind
from memogen.paper import Field, Part, Passage, Region
from memogen.proof.recognition.kinds import Outline, outline
from memogen.proof.recognition.lower import Lower, foot_begins
from memogen.proof.recognition.marks import Marks, Text
from memogen.proof.recognition.minutes import read_minutes_head
from memogen.proof.recognition.upper import Upper
from memogen.proof.recognition.words import has_telephone, is_secrecy, is_urgency

_APART = (Region.HEADER, Region.FOOTER, Region.NOTE)
_SAYS_SOMETHING = re.compile(r"[A-Za-z0-9๐-๙ก-ฮ]")
_CATCH_WORD = re.compile(r"\s*/.{1,80}(?:\.\.\.?|…)\s*")
_PAGE_NUMBER = re.compile(r"\s*-?\s*[0-9๐-๙]{1,3}\s*-?\s*")
_HEAD_PARTS = (Part.HEADING, Part.NUMBER, Part.SUBJECT, Part.TO, Part.AGENCY, Part.DATE)


@dataclass(frozen=True, slots=True)
class Recognition:
    """The passages with their parts, the fields in reading order, and what letter it is.

    `recognised` says whether head and text could be told apart.
    """

    kind: Kind | None
    passages: tuple[Passage, ...]
    fields: tuple[Field, ...]
    recognised: bool


def recognise(passages: Sequence[Passage]) -> Recognition:
    """What each of the passages is in its letter; their parts as given are not looked at.

    Only text, region, row, setting and blanks_before are, and a letter may be of plain texts alone.
    """
    marks = Marks(Text(passages))
    order = [index for index, passage in enumerate(passages) if passage.region not in _APART]
    first_look = outline(marks.text, order)
    begin = _read_head(marks, order, first_look)
    rest = order[begin:]
    has_foot = first_look.kind not in (None, Kind.FORM)
    foot = foot_begins(marks, rest, first_look.kind) if has_foot else len(rest)
    for index in rest[:foot]:
        if _is_text(passages[index]):
            marks.part(index, Part.BODY)
    lower = Lower(marks, first_look.kind)
    if first_look.kind:
        _read_boxes(marks, rest[:foot], first_look.kind)
        lower.read(rest[foot:])
    _read_margins(marks, first_look)
    found = marks.passages_marked()
    return Recognition(
        kind=first_look.kind,
        passages=found,
        fields=marks.fields(found),
        recognised=_is_recognised(marks, first_look),
    )


def _read_head(marks: Marks, order: Sequence[int], first_look: Outline) -> int:
    if first_look.kind is Kind.MINUTES:
        return read_minutes_head(marks, order)
    if first_look.kind is Kind.FORM:
        return _read_title(marks, order, first_look)
    return Upper(marks, order, first_look).read()


def _read_title(marks: Marks, order: Sequence[int], first_look: Outline) -> int:
    """A form has nothing above its text but a title; its labels are for others to write behind."""
    title = first_look.heading
    if title is None or title.index not in order:
        return 0
    marks.parts[title.index] = Part.HEADING
    marks.add(Part.HEADING, title)
    return order.index(title.index) + 1


def _is_text(passage: Passage) -> bool:
    """Whether a passage between head and foot is of the text: no line, page number, catch-word or box."""
    text = passage.seen
    if passage.region is Region.BOX or not _SAYS_SOMETHING.search(text):
        return False
    is_short = len(text) <= 100
    return not (is_short and (_CATCH_WORD.fullmatch(text) or _PAGE_NUMBER.fullmatch(text)))


def _read_boxes(marks: Marks, indices: Sequence[int], kind: Kind | None) -> None:
    """What stands in boxes beside the text: signature, owner of the matter, urgency."""
    for is_box, group in groupby(indices, key=lambda index: marks.passages[index].region is Region.BOX):
        if is_box:
            box = list(group)
            _read_marks_of_rank(marks, box)
            Lower(marks, kind).read([index for index in box if index not in marks.parts])


def _read_margins(marks: Marks, first_look: Outline) -> None:
    """Secrecy at the top and foot of pages, the heading in a page header, the owner in a page footer."""
    regions = (Region.HEADER, Region.FOOTER)
    margins = [index for index, passage in enumerate(marks.passages) if passage.region in regions]
    _read_marks_of_rank(marks, margins)
    heading = first_look.heading
    if heading is not None and heading.index in margins:
        marks.add(Part.HEADING, heading)
    if first_look.kind in (Kind.EXTERNAL, Kind.STAMPED):
        footer = [index for index in margins if marks.passages[index].region is Region.FOOTER]
        if any(has_telephone(marks.passages[index].seen) for index in footer):
            Lower(marks, first_look.kind).read([index for index in footer if index not in marks.parts])


def _read_marks_of_rank(marks: Marks, indices: Sequence[int]) -> None:
    for index in indices:
        for line in marks.text.lines(index):
            if is_urgency(line.text):
                marks.add(Part.URGENCY, line)
            elif is_secrecy(line.text):
                marks.add(Part.SECRECY, line)


def _is_recognised(marks: Marks, first_look: Outline) -> bool:
    """Whether there is a head of the kind and a text under it."""
    if first_look.kind is None or Part.BODY not in marks.parts.values():
        return False
    found = sum(marks.has(part) for part in _HEAD_PARTS)
    is_known_by_words = first_look.heading or first_look.kind in (Kind.CERTIFICATE, Kind.MINUTES)
    return found > 0 if is_known_by_words else found > 1
