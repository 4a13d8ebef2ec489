"""The head of a letter: its labels and values, down to the first paragraph of its text."""

from __future__ import annotations

from collections.abc import Sequence

from memogen.model import Kind
from memogen.paper import Part, Passage, Region
from memogen.proof.recognition.kinds import CERTIFIES, Outline, heading_kind, pieces
from memogen.proof.recognition.marks import Line, Mark, Marks, Text, part_of_line
from memogen.proof.recognition.words import (
    GAP,
    is_date,
    is_number,
    is_position,
    is_secrecy,
    is_stamp,
    is_urgency,
    item_number,
    label_at,
    opens_body,
)

_LATE = (Part.TO, Part.REFERENCE, Part.ENCLOSURE)
"""What stands last in the head of a letter that has an addressee."""
_FULL_LINE = 55
"""Characters of a line that was broken by hand because it was full."""
_LONGEST_VALUE = 160
_HANGING_MM = 8.0
_FREE = (Kind.EXTERNAL, Kind.STAMPED, Kind.CERTIFICATE)
"""Kinds whose agency and date stand in the head without labels."""
_SOLEMN = (Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE)


class Upper:
    """Reads the head; `read` gives the place in `order` at which the text begins."""

    def __init__(self, marks: Marks, order: Sequence[int], outline: Outline) -> None:
        self._marks = marks
        self._passages = marks.passages
        self._order = order
        self._outline = outline
        self._current: Mark | None = None  # the field that may run on
        self._is_open = False  # it has a label and no value yet
        self._last_text = ""
        self._stamps = _stamps(marks.text, order)
        self._sure = _sure_end(self._passages, order, outline)

    def read(self) -> int:
        for position, index in enumerate(self._order):
            if index in self._stamps:
                continue
            lines = self._marks.text.lines(index)
            if lines and not self._belongs(lines[0], position):
                return position
            for line in lines:
                if self._is_heading(line):
                    self._heading(line)
                    continue
                for piece in pieces(line, self._passages[index].seen):
                    self._take(piece, position)
        return len(self._order)

    # --- does the head go on? ---------------------------------------------------------------------

    def _belongs(self, line: Line, position: int) -> bool:
        if self._is_heading(line) or line.index <= self._sure:
            return True
        label = label_at(self._passages[line.index].seen, line.start, line.end)
        if label:
            return label.part is not Part.COPIES
        if is_urgency(line.text) or is_secrecy(line.text):
            return True
        return self._current is not None and self._runs_on(line, position)

    def _runs_on(self, line: Line, position: int) -> bool:
        """Whether a line without a label is more of the field before it."""
        mark, text = self._current, line.text
        assert mark is not None
        passage, before = self._passages[line.index], self._passages[mark.index]
        if self._is_open and _in_one_row(passage, before):
            return True
        if len(text) > _LONGEST_VALUE or opens_body(text):
            return self._is_open and len(text) <= _LONGEST_VALUE and passage.row is not None
        if self._is_open:
            return True
        if passage.row and before.row and passage.row[:1] == before.row[:1]:
            return True
        number, last = item_number(text), item_number(self._last_text)
        if number is not None:
            return last is not None and number == last + 1
        if self._outline.kind in _SOLEMN and mark.part is Part.SUBJECT:
            return passage.setting is not None and passage.setting.alignment == "center"
        if mark.part is Part.TO and (is_position(text) or text.startswith("และ")):
            return True
        if _hangs(passage) and _hangs_or_labelled(before):
            return True
        return len(self._last_text) >= _FULL_LINE and self._text_follows(position)

    def _text_follows(self, position: int) -> bool:
        """Whether the letter's text clearly begins within the next passages."""
        for index in self._order[position + 1 : position + 4]:
            text = self._passages[index].seen.strip()
            if opens_body(text):
                return True
            if len(text) > _LONGEST_VALUE:
                return False
        return False

    # --- one line ---------------------------------------------------------------------------------

    def _is_heading(self, line: Line) -> bool:
        heading = self._outline.heading
        return heading is not None and (line.index, line.start) == (heading.index, heading.start)

    def _heading(self, line: Line) -> None:
        """The heading's line, which may hold a word of urgency too."""
        seen = self._passages[line.index].seen
        self._marks.parts[line.index] = Part.HEADING
        at = line.start
        for gap in (*GAP.finditer(seen, line.start, line.end), None):
            piece = part_of_line(line, seen, at, gap.start() if gap else line.end)
            if is_urgency(piece.text):
                self._marks.add(Part.URGENCY, piece)
            elif is_secrecy(piece.text):
                self._marks.add(Part.SECRECY, piece)
            elif heading_kind(piece, seen):
                end = line.end if self._outline.kind is not Kind.MEMO else piece.end
                self._marks.add(Part.HEADING, part_of_line(line, seen, piece.start, end))
                if end == line.end:
                    break
            at = gap.end() if gap else line.end

    def _take(self, line: Line, position: int) -> None:
        seen = self._passages[line.index].seen
        label = label_at(seen, line.start, line.end)
        if label:
            self._labelled(line, label.part, label.end)
        elif is_urgency(line.text):
            self._marks.add(Part.URGENCY, line)
        elif is_secrecy(line.text):
            self._marks.add(Part.SECRECY, line)
        elif self._is_open and self._suits(line):
            self._fill(line)
        elif self._current is not None and self._goes_on(line, position):
            self._more(line)
        elif self._has_free_head():
            self._unlabelled(line)

    def _labelled(self, line: Line, part: Part, label_end: int) -> None:
        seen = self._passages[line.index].seen
        label = seen[line.start : label_end]
        start = label_end
        while start < line.end and seen[start] in " :：\t":
            start += 1
        value = part_of_line(line, seen, start, line.end)
        if not value.text:
            is_blank = seen[label_end : label_end + 3].strip(" :：\t")[:2] in ("..", "…", "__", "……")
            value = Line(line.index, label_end, label_end, "")
            self._is_open = not is_blank
        else:
            self._is_open = False
        self._current = self._marks.add(part, value, label)
        self._last_text = value.text

    def _suits(self, line: Line) -> bool:
        """Whether a line may be the value of the label before it."""
        part = self._current.part if self._current else Part.OTHER
        if self._current and _in_one_row(self._passages[line.index], self._passages[self._current.index]):
            return True
        if part is Part.NUMBER:
            return is_number(line.text)
        if part is Part.DATE:
            return is_date(line.text)
        return True

    def _fill(self, line: Line) -> None:
        mark = self._current
        assert mark is not None
        self._marks.parts.setdefault(line.index, mark.part)
        mark.index, mark.start, mark.end = line.index, line.start, line.end
        self._last_text, self._is_open = line.text, False

    def _goes_on(self, line: Line, position: int) -> bool:
        """Whether a line without a label is more of the current field."""
        mark = self._current
        assert mark is not None
        if mark.part in (Part.NUMBER, Part.DATE):
            return False
        if mark.part is Part.SUBJECT and line.index < self._sure:
            return not is_date(line.text)
        if not line.is_first:
            return not opens_body(line.text) and len(line.text) <= _LONGEST_VALUE
        if mark.part is Part.AGENCY:
            return bool(mark.label) and not is_date(line.text) and not self._marks.has(Part.NUMBER)
        return mark.part in (*_LATE, Part.SUBJECT) and self._runs_on(line, position)

    def _more(self, line: Line) -> None:
        mark = self._current
        assert mark is not None
        self._marks.add(mark.part, line)
        self._last_text = line.text

    def _has_free_head(self) -> bool:
        """Whether the kind has lines without labels above its subject or addressee."""
        return self._outline.kind in _FREE and not (self._marks.has(Part.SUBJECT) or self._marks.has(Part.TO))

    def _unlabelled(self, line: Line) -> None:
        """The agency, its address and the date of an external letter, which have no labels."""
        seen = self._passages[line.index].seen
        at = line.start
        for gap in (*GAP.finditer(seen, line.start, line.end), None):
            piece = part_of_line(line, seen, at, gap.start() if gap else line.end)
            at = gap.end() if gap else line.end
            if not piece.text:
                continue
            if is_date(piece.text):
                self._marks.add(Part.DATE, piece)
            elif not self._marks.has(Part.DATE):
                self._marks.add(Part.ADDRESS if self._marks.has(Part.AGENCY) else Part.AGENCY, piece)


def _in_one_row(passage: Passage, before: Passage) -> bool:
    """Whether both stand in one row of a table, as a label and its value do."""
    return passage.row is not None and before.row is not None and passage.row[:2] == before.row[:2]


def _hangs(passage: Passage) -> bool:
    setting = passage.setting
    return setting is not None and setting.left_mm >= _HANGING_MM and setting.first_line_mm <= 0


def _hangs_or_labelled(passage: Passage) -> bool:
    return _hangs(passage) or "\t" in passage.seen


def _sure_end(passages: Sequence[Passage], order: Sequence[int], outline: Outline) -> int:
    """The last passage that is certainly of the head: the addressee's, or where there is none the subject's.

    A long paragraph without a label ends the search: what comes after it is another matter.
    """
    wanted = (Part.SUBJECT, Part.NUMBER) if outline.kind in _SOLEMN else (Part.TO, Part.SUBJECT, Part.NUMBER)
    labelled = {line.index for line, _label in outline.labels}
    text = next(
        (
            index
            for index in order
            if (
                index not in labelled
                and len(passages[index].seen) > _LONGEST_VALUE
                and not (index - 1 in labelled and _in_one_row(passages[index], passages[index - 1]))
            )
            or passages[index].seen.lstrip().startswith(CERTIFIES)
        ),
        len(passages),
    )
    if outline.kind is Kind.CERTIFICATE and text < len(passages):
        return text - 1
    found = [line.index for part in wanted if (line := outline.first(part)) and line.index < text]
    if outline.heading and passages[outline.heading.index].region not in (Region.HEADER, Region.FOOTER):
        found.append(outline.heading.index)
    return max(found, default=-1)


def _stamps(text: Text, order: Sequence[int]) -> set[int]:
    """The passages of stamps of receipt: number, date and time of another office's books."""
    found: set[int] = set()
    for before, index in zip((-1, *order), order, strict=False):
        if any(is_stamp(line.text) for line in text.lines(index)):
            found.add(index)
            if text.passages[index].region is not Region.TEXT and _is_beside(text.passages, before, index):
                found.add(before)
        elif before in found and text.first_line(index).startswith(("วันที่", "เวลา")):
            found.add(index)
    return found


def _is_beside(passages: Sequence[Passage], one: int, other: int) -> bool:
    """Whether two passages stand in one box or cell; -1 is none."""
    if one < 0:
        return False
    return (passages[one].region, passages[one].row) == (passages[other].region, passages[other].row)
