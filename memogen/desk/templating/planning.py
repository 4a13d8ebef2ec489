"""What varies in a letter, and which tag takes its place: the plan, with nothing touched yet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from memogen.desk.templating.measures import begins_at, lead_of, middle_of, text_width
from memogen.desk.templating.nouns import Placement
from memogen.desk.templating.signers import Line, Signer, signers
from memogen.desk.templating.slots import DECIDER, DECISIONS, SALUTATION, SIGNER, SLOTS, Slot
from memogen.model import Kind
from memogen.paper import Field, Paper, Part, Passage, Region
from memogen.proof import Edit
from memogen.proof.recognition.words import is_decision, label_at

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


@dataclass(frozen=True, slots=True)
class Change:
    """`new` in the place of `passage.text[start:end]`."""

    passage: Passage
    start: int
    end: int
    new: str

    @property
    def before(self) -> str:
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Stop:
    """A tab stop, with dots up to it or without."""

    at_mm: float
    is_right: bool
    is_dotted: bool


@dataclass(slots=True)
class Plan:
    """The changes of words, and the passages that more is done to.

    `emptied` lose all their words; `optional` go where their field is empty (field, passages); `decision` are
    the passages of whoever decides; `name` is the signer's. By spaces or tabs stood signature lines in
    `centred` (and where their middle is, in mm), and lines of several values in `indented` (left and first
    line, in mm); `stops` come in place of typed leaders. `fixed` are further signers, who stay.
    """

    changes: list[Change] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    emptied: list[Passage] = field(default_factory=list)
    optional: list[tuple[str, tuple[Passage, ...]]] = field(default_factory=list)
    decision: tuple[Passage, ...] = ()
    name: Passage | None = None
    centred: dict[Passage, float] = field(default_factory=dict)
    indented: list[tuple[Passage, float, float]] = field(default_factory=list)
    stops: dict[int, list[Stop]] = field(default_factory=lambda: defaultdict(list))
    fixed: list[Line] = field(default_factory=list)

    @property
    def edits(self) -> list[Edit]:
        """The changes as the editor of Word files takes them, which may not meet."""
        return [
            Edit(one.passage.address, one.start, one.end, one.new)
            for one in _apart(self.changes)
            if one.passage.address is not None
        ]

    def put(self, passage: Passage, start: int, end: int, tag: str) -> None:
        """A tag in the place of `passage.text[start:end]`."""
        before = " ".join(passage.text[start:end].split())
        spaced = f" {tag}" if start == end and passage.text[start - 1 : start].strip() else tag
        self.changes.append(Change(passage, start, end, spaced))
        self.placements.append(Placement(tag, before, passage.place))

    def drop(self, passage: Passage, start: int, end: int) -> None:
        """Nothing in the place of `passage.text[start:end]`."""
        self.changes.append(Change(passage, start, end, ""))


def _apart(changes: Sequence[Change]) -> Iterator[Change]:
    """What is put where nothing stood is one change with what goes right behind it."""
    waiting: Change | None = None
    for one in sorted(changes, key=lambda one: (id(one.passage), one.start, one.end)):
        if waiting and waiting.passage is one.passage and waiting.end == one.start:
            one = Change(one.passage, one.start, one.end, waiting.new + one.new)
        elif waiting:
            yield waiting
        waiting = one if one.start == one.end else None
        if not waiting:
            yield one
    if waiting:
        yield waiting


def tag_of(name: str) -> str:
    return f"{{{{ {name} }}}}"


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
        _put_signers(plan, paper, decides=DECISIONS in fields)
    _put_indents(plan, paper, fields)
    _put_stops(plan, paper, kind)
    plan.emptied = list(_emptied(plan))
    return plan


# --- parts with one value -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Span:
    """Lines of one part that stand together: `passage.text[start:end]`."""

    passage: Passage
    start: int
    end: int


def _spans(found: Sequence[Field], kind: Kind) -> list[_Span]:
    """The values in the passages' own text."""
    spans: list[_Span] = []
    for one in found:
        start, end = _value(one, kind)
        if start < end and not _SAYS_SOMETHING.search(one.passage.seen, start, end):
            continue  # dots in brackets, of another line
        start, end = one.passage.span(start, end)
        if one.part is Part.NUMBER and one.passage.text[start:end].startswith("/"):
            start = _after_label(one.passage.text, start)
        spans.append(_Span(one.passage, start, end))
    return _joined(spans)


def _joined(spans: Iterable[_Span]) -> list[_Span]:
    """The spans, those with only space and line breaks between them as one."""
    joined: list[_Span] = []
    for one in spans:
        last = joined[-1] if joined else None
        if last and last.passage is one.passage and not one.passage.text[last.end : one.start].strip():
            joined[-1] = _Span(last.passage, last.start, one.end)
        else:
            joined.append(one)
    return joined


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


def _put_part(plan: Plan, part: Part, slot: Slot, spans: Sequence[_Span]) -> None:
    if part is Part.HEADING:
        spans = spans[:1]
    for number, span in enumerate(spans):
        if number == 0 or slot.everywhere:
            plan.put(span.passage, span.start, span.end, tag_of(slot.field))
        else:
            plan.drop(span.passage, span.start, span.end)
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


# --- signatures ---------------------------------------------------------------------------------------


def _put_signers(plan: Plan, paper: Paper, *, decides: bool) -> None:
    found = signers(paper)
    for number, signer in enumerate(found):
        if number == 0:
            _put_person(plan, signer, SIGNER)
            plan.name = signer.name.passage
        elif number == 1 and decides and (passages := _decision(paper, found[0], signer)):
            plan.decision = passages
            for passage in passages:
                if is_decision(passage.seen.strip()):
                    plan.put(passage, *_trimmed(passage.text), tag_of(f"{DECIDER}.ผล"))
            _put_person(plan, signer, DECIDER)
        else:
            plan.fixed.append(signer.name)


def _put_person(plan: Plan, signer: Signer, person: str) -> None:
    plan.put(signer.name.passage, *signer.name.span, tag_of(f"{person}.ชื่อ"))
    if signer.rank:
        plan.put(signer.rank.passage, *signer.rank.span, tag_of(f"{person}.ยศ"))
    for number, span in enumerate(_joined(_Span(line.passage, *line.span) for line in signer.position)):
        if number == 0:
            plan.put(span.passage, span.start, span.end, tag_of(f"{person}.ตำแหน่ง"))
        else:
            plan.drop(span.passage, span.start, span.end)
    if _is_pushed(signer.name.passage):
        middle = middle_of(signer.line)
        plan.centred |= {line.passage: middle for line in signer.lines if _is_pushed(line.passage)}


def _is_pushed(passage: Passage) -> bool:
    """Whether a line stands where it does by spaces or tabs: another name would not be centred so."""
    lead = lead_of(passage)
    return passage.region is Region.TEXT and ("\t" in lead or len(lead) > 2)


def _decision(paper: Paper, first: Signer, second: Signer) -> tuple[Passage, ...]:
    """The passages of who decides, from the decision to the end of the post; none if others are between."""
    order = {id(one): number for number, one in enumerate(paper.passages)}
    begin = max(order[id(line.passage)] for line in first.lines) + 1
    end = max(order[id(line.passage)] for line in second.lines) + 1
    passages = paper.passages[begin:end]
    known = {id(line.passage) for line in second.lines}
    is_whole = all(id(one) in known or is_decision(one.seen.strip()) for one in passages)
    return tuple(passages) if passages and is_whole else ()


# --- places by spaces, tabs and dots --------------------------------------------------------------------


def _put_indents(plan: Plan, paper: Paper, fields: Sequence[str]) -> None:
    """Indents for values of several lines: spaces and tabs put only the first in its place."""
    for part in (Part.ADDRESS, Part.OWNER, Part.COPIES):
        first = paper.first(part)
        if first and not first.label and _is_pushed(first.passage):
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


def _trimmed(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())


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
