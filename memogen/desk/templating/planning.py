"""What varies in a letter, and which tag takes its place: the plan, with nothing touched yet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from memogen.desk.templating.measures import begins_at, text_width
from memogen.desk.templating.meetings import put_meeting
from memogen.desk.templating.plans import Change, Plan, Span, Stop, joined, tag_of
from memogen.desk.templating.signing import is_pushed, put_signers
from memogen.desk.templating.slots import DECISIONS, SALUTATION, SIGNER, SLOTS, Slot
from memogen.model import Kind
from memogen.paper import Field, Paper, Part, Passage, Region
from memogen.proof.recognition.words import label_at

_SIGNED_ON = re.compile(r"\s*(?:สั่ง|ประกาศ|ให้ไว้)\s*ณ\s*วันที่\s*")
_ISSUED = re.compile(r"\s*(?:คำสั่ง|ประกาศ)\s*")
_LEADERS = re.compile(r"[ \t]*(?:\.{4,}|…{2,}|_{4,}|(?:\. ){4,}\.?)[ .…_]*")
_LEADERS_BEFORE = re.compile(_LEADERS.pattern + r"\Z")
_BLANK = re.compile(r"[\s:]*[.…_][\s.…_]{3,}")
_GAP = re.compile(r" {3,}")
_ENCLOSURE_MM = 27.5
"""What the label สิ่งที่ส่งมาด้วย takes."""
_HEAD = (Part.AGENCY, Part.NUMBER, Part.DATE, Part.SUBJECT, Part.TO)
_WITH_STOPS = (Part.AGENCY, Part.NUMBER, Part.DATE, Part.SUBJECT)
_SAYS_SOMETHING = re.compile(r"[A-Za-z0-9๐-๙ก-ฮ]")
_WHOLE_LINE = re.compile(r"[\s.…_]*")


def planned(paper: Paper, kind: Kind, fields: Sequence[str]) -> Plan:
    """What varies in a letter of a kind that has these fields; the text itself is not looked at."""
    plan = Plan()
    blank = {one.part: one for one in _blank(paper)}
    for part, slot in SLOTS[kind].items():
        if slot.field in fields:
            found = [blank[part]] if part in blank else paper.all(part)
            _put_part(plan, part, slot, _spans(found, kind))
    if SALUTATION in fields:
        _put_salutation(plan, paper)
    if SIGNER in fields:
        put_signers(plan, paper, decides=DECISIONS in fields)
    plan.text = tuple(_text(paper))
    if kind is Kind.MINUTES:
        put_meeting(plan, paper)
    else:
        _put_indents(plan, paper, fields)
        _put_stops(plan, paper, kind)
    plan.emptied = list(_emptied(plan))
    return plan


def _text(paper: Paper) -> Iterator[Passage]:
    for passage in paper.passages:
        if passage.part is Part.BODY and passage.region in (Region.TEXT, Region.TABLE):
            yield passage


# --- parts with one value -----------------------------------------------------------------------------


def _spans(found: Sequence[Field], kind: Kind) -> list[Span]:
    """The values in the passages' own text."""
    spans: list[Span] = []
    for one in found:
        start, end = _value(one, kind)
        if start < end and not _SAYS_SOMETHING.search(one.passage.seen, start, end):
            continue  # dots in brackets, of another line
        start, end = one.passage.span(start, end)
        if one.part is Part.NUMBER and one.passage.text[start:end].startswith("/"):
            start = _after_label(one.passage.text, start)
        spans.append(Span(one.passage, start, end))
    return joined(spans)


def _after_label(text: str, start: int) -> int:
    """Where the room for a running number begins: of no-break spaces, else a space behind the label."""
    room = text[:start]
    label = room.rstrip("\u00a0")
    return len(label) if len(label) < start else min(start, len(room.rstrip()) + 1)


def _blank(paper: Paper) -> Iterator[Field]:
    """Labels of a form with nothing but dots behind them: the line below is another matter."""
    for passage in paper.passages:
        seen = passage.seen
        start = len(seen) - len(seen.lstrip())
        label = label_at(seen, start, len(seen))
        if label and _BLANK.fullmatch(seen, label.end):
            yield Field(label.part, passage, label.end, label.end, seen[start : label.end])


def _value(one: Field, kind: Kind) -> tuple[int, int]:
    """Where in the passage's seen text the value is, without words that belong to the form."""
    before = None
    if one.part is Part.DATE:
        before = _SIGNED_ON.match(one.text)
    elif one.part is Part.HEADING and kind in (Kind.ORDER, Kind.ANNOUNCEMENT):
        before = _ISSUED.match(one.text)
    return one.start + (before.end() if before else 0), one.end


def _put_part(plan: Plan, part: Part, slot: Slot, spans: Sequence[Span]) -> None:
    if part is Part.HEADING:
        spans = spans[:1]
    plan.put_over(spans, tag_of(slot.field), everywhere=slot.everywhere)
    if spans and slot.optional:
        passages = tuple(dict.fromkeys(span.passage for span in spans))
        if all(_is_whole(span.passage, part) for span in spans):
            plan.optional.append((slot.field, passages))


def _is_whole(passage: Passage, part: Part) -> bool:
    """Whether nothing but this part stands in a paragraph of the letter's own text."""
    return passage.part is part and passage.region is Region.TEXT


def _put_salutation(plan: Plan, paper: Paper) -> None:
    """เรียน is a word of the form, but กราบเรียน or นมัสการ goes with the addressee."""
    to = paper.first(Part.TO)
    if to is None:
        return
    label = to.label.strip()
    holders = [to.passage, *(one for one in paper.passages if one.part is Part.TO)]
    for passage in holders:
        at = passage.seen.find(label) if label else -1
        if at >= 0 and (passage is not to.passage or at < to.start or to.start == to.end):
            plan.put(passage, *passage.span(at, at + len(label)), tag_of(SALUTATION))
            return


# --- places by spaces, tabs and dots --------------------------------------------------------------------


def _put_indents(plan: Plan, paper: Paper, fields: Sequence[str]) -> None:
    """Indents for values of several lines: spaces and tabs put only the first in its place."""
    for part in (Part.ADDRESS, Part.OWNER, Part.COPIES):
        first = paper.first(part)
        if first and not first.label and is_pushed(first.passage):
            if first.passage.seen[: first.start].strip():
                continue  # it shares its line
            plan.indented.append((first.passage, begins_at(first.passage), 0.0))
    enclosure = paper.first(Part.ENCLOSURE)
    if enclosure and str(Part.ENCLOSURE) in fields and enclosure.passage.region is Region.TEXT:
        text = enclosure.passage.text
        start, _end = enclosure.passage.span(enclosure.start, enclosure.end)
        gap = len(text[:start]) - len(text[:start].rstrip(" "))
        if gap and "\t" not in text and text[: start - gap].strip():
            plan.changes.append(Change(enclosure.passage, start - gap, start, "\t"))
            plan.indented.append((enclosure.passage, _ENCLOSURE_MM, -_ENCLOSURE_MM))


def _put_stops(plan: Plan, paper: Paper, kind: Kind) -> None:
    """Tab stops where dots or spaces were typed: values of another length keep their line."""
    width = text_width(paper)
    address = paper.first(Part.ADDRESS)
    column = begins_at(address.passage) if address else width / 2
    passages = {id(one.passage): one.passage for one in plan.changes if one.passage.part in _HEAD}
    for passage in passages.values():
        if "\n" in passage.text:
            continue
        if passage.region is Region.TEXT and passage.part in _WITH_STOPS:
            _put_stops_in(plan, passage, width, width / 2 if kind is Kind.MEMO else column)
        else:
            _drop_leaders(plan, passage)


def _put_stops_in(plan: Plan, passage: Passage, width: float, column: float) -> None:
    """Leaders become dots up to the margin or the next column, and spaces a tab to it."""
    text = passage.text
    for start, end, last, following in _taken(plan, passage):
        lead = _LEADERS_BEFORE.search(text[last:start])
        if lead and lead.start() > 0:
            plan.changes.append(Change(passage, last + lead.start(), start, "  "))
        leaders, gap = _LEADERS.match(text, end, following), _GAP.match(text, end, following)
        is_last = following == len(text)
        if leaders:
            plan.changes.append(Change(passage, leaders.start(), leaders.end(), "\t"))
            plan.stops[id(passage)].append(Stop(width if is_last else column, is_last, is_dotted=True))
        elif gap and not is_last and "\t" not in text:
            plan.changes.append(Change(passage, gap.start(), gap.end(), "\t"))
            plan.stops[id(passage)].append(Stop(column, is_right=False, is_dotted=False))


def _drop_leaders(plan: Plan, passage: Passage) -> None:
    """Dots that waited for a value go when it comes."""
    for _start, end, _last, following in _taken(plan, passage):
        leaders = _LEADERS.match(passage.text, end, following)
        if leaders:
            plan.drop(passage, *leaders.span())


def _taken(plan: Plan, passage: Passage) -> list[tuple[int, int, int, int]]:
    """The values of a passage: start, end, where the one before ends and where the next one starts."""
    spans = sorted((one.start, one.end) for one in plan.changes if one.passage is passage)
    ends = [0, *(end for _start, end in spans)]
    starts = [*(start for start, _end in spans[1:]), len(passage.text)]
    return [(*span, last, following) for span, last, following in zip(spans, ends, starts, strict=False)]


# --- what is left -------------------------------------------------------------------------------------


def _emptied(plan: Plan) -> Iterator[Passage]:
    """The passages of which nothing is left but leaders."""
    by_passage: dict[int, list[Change]] = defaultdict(list)
    for change in plan.changes:
        by_passage[id(change.passage)].append(change)
    for changes in by_passage.values():
        if any(change.new for change in changes):
            continue
        text = changes[0].passage.text
        for change in sorted(changes, key=lambda one: one.start, reverse=True):
            text = text[: change.start] + text[change.end :]
        if _WHOLE_LINE.fullmatch(text):
            yield changes[0].passage
