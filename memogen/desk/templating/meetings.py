"""What varies in minutes: which meeting, when and where, who came, and who wrote it down."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from memogen.desk.templating.plans import Plan, Span, joined, tag_of
from memogen.desk.templating.signers import Signer, signers
from memogen.desk.templating.signing import put_person
from memogen.desk.templating.slots import RECORDER, REVIEWER
from memogen.paper import Paper, Part, Passage, Region
from memogen.proof.recognition.minutes import ATTENDANCE

_NAME, _SESSION, _HELD, _PLACE = "การประชุม", "ครั้งที่", "เมื่อ", "ณ"
_DAY = r"วัน(?:ที่|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)"
_LABELS = (
    (_NAME, re.compile(r"(?:สรุป)?รายงาน(?:สรุป)?การประชุม")),
    (_SESSION, re.compile(r"ครั้งที่\s*(?=[0-9๐-๙.…_])")),
    (_HELD, re.compile(rf"เมื่อ\s*(?=วัน|[0-9๐-๙.…_])|(?={_DAY})")),
    (_PLACE, re.compile(r"(?<!\S)ณ(?=\s|ห้อง)\s*|(?<!\S)(?=ผ่าน(?:ระบบ|ทาง|สื่อ)|ห้องประชุม)")),
)
_COUNT = re.compile(r"[0-9๐-๙.…_]+(?:\s*/\s*[0-9๐-๙.…_]+)?")
_SAYS_SOMETHING = re.compile(r"[A-Za-z0-9๐-๙ก-ฮ]|[.…_]{3,}")
_TIME = re.compile(r"[0-9๐-๙]|[.…_]{3,}")
_STARTED = re.compile(r"\s*(?:เริ่ม|เปิด)(?:การ)?ประชุม")
_CLOSED = re.compile(r"\s*(?:เลิก|ปิด)(?:การ)?ประชุม")
_WORK = re.compile(r"(?P<recorder>ผู้(?:จด|บันทึก|จัดทำ))[ก-๎]*|ผู้ตรวจ(?:ทาน|สอบ)?(?:รายงาน|บันทึก)[ก-๎]*")
"""What those at the foot are to the minutes."""


def put_meeting(plan: Plan, paper: Paper) -> None:
    """The fields of minutes; what stands between the times becomes the text."""
    for field, spans in _head(paper).items():
        plan.put_over(joined(spans), tag_of(field))
    started = next((one for one in plan.text if _STARTED.match(one.seen)), None)
    closed = next((one for one in reversed(plan.text) if _CLOSED.match(one.seen)), None)
    _put_time(plan, started, "เริ่มประชุม")
    _put_time(plan, closed, "เลิกประชุม")
    plan.attendance = tuple(_attendance(paper, started))
    plan.text = tuple(_between(plan.text, started, closed))
    plan.foot = closed
    _put_writers(plan, signers(paper))


# --- the head -----------------------------------------------------------------------------------------


def _head(paper: Paper) -> dict[str, list[Span]]:
    """The values of the head, some of several lines; a line without a label goes on with the one above."""
    found: dict[str, list[Span]] = defaultdict(list)
    seen: set[str] = set()
    current = _NAME
    for passage in paper.passages:
        if passage.part not in (Part.HEADING, Part.DATE) or passage.region in (Region.HEADER, Region.FOOTER):
            continue
        for field, start, end in _pieces(passage.seen, seen):
            current = field or current
            if _SAYS_SOMETHING.search(passage.seen, start, end):
                found[current].append(Span(passage, *passage.span(start, end)))
            if current == _SESSION:
                current = _NAME
    return found


def _pieces(text: str, known: set[str]) -> Iterator[tuple[str, int, int]]:
    """The lines of a head parted at their labels: the field, or none, and where its value is."""
    at = 0
    for line in text.split("\n"):
        begin, end = at, at + len(line)
        at = end + 1
        labels = sorted(
            (found.start(), found.end(), field)
            for field, pattern in _LABELS
            if field not in known and (found := pattern.search(text, begin, end))
        )
        known |= {field for _start, _end, field in labels}
        following = [*(start for start, _end, _field in labels), end]
        yield "", *_trimmed(text, begin, following[0])
        for (_start, value, field), stop in zip(labels, following[1:], strict=True):
            number = _COUNT.match(text, value, stop) if field == _SESSION else None
            yield field, *_trimmed(text, value, number.end() if number else stop)
            if number:
                yield "", *_trimmed(text, number.end(), stop)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(end - len(piece) + len(piece.rstrip()), start)


# --- between head and foot ----------------------------------------------------------------------------


def _put_time(plan: Plan, passage: Passage | None, field: str) -> None:
    """The time, and what is told in one paragraph with it."""
    found = passage and _TIME.search(passage.seen)
    if passage and found:
        plan.put(passage, *passage.span(found.start(), len(passage.seen.rstrip())), tag_of(field))


def _attendance(paper: Paper, started: Passage | None) -> Iterator[Passage]:
    """The lists of people, from the title of the first to the time or the text."""
    is_list = False
    for passage in paper.passages:
        if passage is started or passage.part is Part.BODY:
            return
        is_title = passage.part is Part.OTHER and ATTENDANCE.match(passage.seen.strip())
        is_list = is_list or bool(is_title)
        if is_list and passage.region in (Region.TEXT, Region.TABLE):
            yield passage


def _between(text: Sequence[Passage], started: Passage | None, closed: Passage | None) -> Iterator[Passage]:
    is_inside = started is None
    for passage in text:
        if passage is closed:
            return
        if is_inside:
            yield passage
        is_inside = is_inside or passage is started


# --- the foot -----------------------------------------------------------------------------------------


def _put_writers(plan: Plan, found: Sequence[Signer]) -> None:
    """Who wrote the minutes down and who read them over, by their words, else in this order."""
    people: dict[str, Signer] = {}
    for signer in found:
        person = _work_of(signer) or (REVIEWER if RECORDER in people else RECORDER)
        if person in people:
            plan.fixed.append(signer.name)
        else:
            people[person] = signer
            _put_writer(plan, signer, person)
    if reviewer := people.get(REVIEWER):
        lines = (reviewer.sign_here, reviewer.rank, reviewer.name, *reviewer.position)
        passages = tuple(dict.fromkeys(line.passage for line in lines if line))
        plan.optional.append((f"{REVIEWER}.ชื่อ", passages))


def _put_writer(plan: Plan, signer: Signer, person: str) -> None:
    """The person; the words for the work go from beside the line to sign on, they come below the position."""
    put_person(plan, signer, person)
    plan.signed[person] = signer.name.passage
    line = signer.sign_here
    if line and (work := _WORK.search(line.text)):
        plan.drop(line.passage, *line.part(*work.span()).span)


def _work_of(signer: Signer) -> str:
    lines = (signer.sign_here, signer.line, *signer.position)
    found = next((work for line in lines if line and (work := _WORK.search(line.text))), None)
    return "" if found is None else RECORDER if found["recorder"] else REVIEWER
