"""Which kind of letter passages are, by their heading and their labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from memogen.model import Kind
from memogen.paper import Part, Region
from memogen.proof.recognition.marks import Line, Text, part_of_line
from memogen.proof.recognition.words import (
    GAP,
    Label,
    date_inside,
    is_closing,
    is_name,
    is_secrecy,
    is_urgency,
    label_at,
)

HEAD_LENGTH = 80
"""Passages of the letter among which its head is looked for."""
_LONGEST_HEADING = 150
_BEFORE_HEADING = 15
"""Passages above a heading: the office's stamps, marks of urgency."""
_MEMO = "บันทึกข้อความ"
_HEADINGS = (
    (Kind.ORDER, "คำสั่ง", ()),
    (Kind.ANNOUNCEMENT, "ประกาศ", ("ณ",)),
    (Kind.MINUTES, "รายงานการประชุม", ()),
    (Kind.MINUTES, "รายงานสรุปการประชุม", ()),
    (Kind.MINUTES, "สรุปรายงานการประชุม", ()),
    (Kind.CERTIFICATE, "หนังสือรับรอง", ()),
    (Kind.FORM, "แบบรายงาน", ()),
)
CERTIFIES = "หนังสือฉบับนี้ให้ไว้"
_MINUTES_WORDS = ("ผู้มาประชุม", "เริ่มประชุม", "ระเบียบวาระที่", "ผู้เข้าร่วมประชุม", "เลิกประชุม")


@dataclass(slots=True)
class Outline:
    """What the first look at a letter shows.

    `heading` is the line of its heading and `to` that of its salutation; `labels` are those of the head in
    their order.
    """

    kind: Kind | None = None
    heading: Line | None = None
    labels: list[tuple[Line, Label]] = field(default_factory=list)

    def first(self, part: Part) -> Line | None:
        return next((line for line, label in self.labels if label.part is part), None)


def outline(text: Text, order: Sequence[int]) -> Outline:
    """The kind and the labels of a letter; `order` are the indices of the passages of the letter itself."""
    found = Outline()
    for index in order[:HEAD_LENGTH]:
        seen = text.passages[index].seen
        for line in text.lines(index):
            for piece in pieces(line, seen):
                label = label_at(seen, piece.start, piece.end)
                if label:
                    found.labels.append((piece, label))
    _find_heading(found, text, order)
    if found.kind is None:
        found.kind = _without_heading(found, text, order)
    return found


def pieces(line: Line, seen: str) -> Iterator[Line]:
    """A line parted where it holds more than one thing: urgency before the number, วันที่ after it."""
    while (cut := _after_urgency(line, seen)) is not None:
        yield part_of_line(line, seen, line.start, cut)
        line = part_of_line(line, seen, cut, line.end)
    label = label_at(seen, line.start, line.end)
    if label and label.part is Part.NUMBER:
        date = date_inside(seen, label.end, line.end)
        cut = _gap_after_value(seen, label.end, line.end) if date is None else date
        if cut is not None:
            yield part_of_line(line, seen, line.start, cut)
            line = part_of_line(line, seen, cut, line.end)
    yield line


def _after_urgency(line: Line, seen: str) -> int | None:
    """Where a word of urgency or secrecy ends that a gap or the number follows on its line."""
    if not line.text.startswith(("ด่วน", "ลับ")):
        return None
    gap = GAP.search(seen, line.start, line.end)
    if gap and (is_urgency(seen[line.start : gap.start()]) or is_secrecy(seen[line.start : gap.start()])):
        return gap.start()
    word = line.text.partition(" ")[0]
    rest = part_of_line(line, seen, line.start + len(word), line.end)
    label = label_at(seen, rest.start, rest.end)
    is_before_number = label is not None and label.part is Part.NUMBER
    return line.start + len(word) if is_before_number and (is_urgency(word) or is_secrecy(word)) else None


def _gap_after_value(seen: str, start: int, end: int) -> int | None:
    """Where the gap between a value and what else stands on its line begins; one after the label is none."""
    gaps = (gap.start() for gap in GAP.finditer(seen, start, end))
    return next((gap for gap in gaps if seen[start:gap].strip(" :：")), None)


def _find_heading(found: Outline, text: Text, order: Sequence[int]) -> None:
    """The heading, which stands above every label but the number's."""
    first = next((line for line, label in found.labels if label.part in (Part.SUBJECT, Part.TO)), None)
    above = [index for index in order[:_BEFORE_HEADING] if first is None or index <= first.index]
    headers = [index for index, one in enumerate(text.passages) if one.region is Region.HEADER][
        :_BEFORE_HEADING
    ]
    for index in (*above, *headers):
        for line in text.lines(index):
            kind = heading_kind(line, text.passages[index].seen)
            is_above = first is None or index in headers or (index, line.start) < (first.index, first.start)
            if kind and is_above:
                found.kind, found.heading = kind, line
                return


def heading_kind(line: Line, seen: str) -> Kind | None:
    """Which kind a line is the heading of."""
    text = line.text
    if len(text) > _LONGEST_HEADING:
        return None
    tight = text.replace(" ", "")
    if tight == _MEMO or any(
        piece.replace(" ", "") == _MEMO for piece in GAP.split(seen[line.start : line.end])
    ):
        return Kind.MEMO
    for kind, word, never in _HEADINGS:
        if tight.startswith(word) and not tight.removeprefix(word).startswith(never or "\0"):
            return kind
    return None


def _without_heading(found: Outline, text: Text, order: Sequence[int]) -> Kind | None:
    starts = [line.text for index in order for line in text.lines(index)]
    if any(start.startswith(CERTIFIES) for start in starts):
        return Kind.CERTIFICATE
    if len({word for word in _MINUTES_WORDS for start in starts if start.startswith(word)}) > 1:
        return Kind.MINUTES
    parts = {label.part for _line, label in found.labels}
    if Part.AGENCY in parts and parts & {Part.SUBJECT, Part.TO}:
        return Kind.MEMO
    to = found.first(Part.TO)
    if not to and {Part.NUMBER, Part.SUBJECT} <= parts and any(map(is_closing, starts)):
        return Kind.EXTERNAL
    if not to or not parts & {Part.NUMBER, Part.SUBJECT}:
        return None
    if to.text.startswith("ถึง") and Part.NUMBER in parts:
        return Kind.STAMPED
    is_signed = any(is_closing(start) or is_name(start) for start in starts)
    return Kind.EXTERNAL if Part.SUBJECT in parts or is_signed else Kind.STAMPED
