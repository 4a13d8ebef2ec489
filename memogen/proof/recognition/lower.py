"""The foot of a letter: closing, those who sign, whose matter it is, copies."""

from __future__ import annotations

from collections.abc import Sequence

from memogen.model import Kind
from memogen.paper import Part, Passage, Region
from memogen.proof.recognition.kinds import heading_kind
from memogen.proof.recognition.marks import Line, Marks, Text, part_of_line
from memogen.proof.recognition.words import (
    GAP,
    has_position,
    has_telephone,
    is_bare_name,
    is_closing,
    is_date,
    is_decision,
    is_name,
    is_position,
    is_rank,
    is_sign_here,
    is_signed_on,
    is_unit,
    label_at,
    may_be_name,
)

_WITH_OWNER = (Kind.EXTERNAL, Kind.STAMPED)
_MOST_OWNER_LINES = 8
_LONGEST_POSITION = 120
_MOST_POSITION_LINES = 4
_INDENT_MM = 20.0


def foot_begins(marks: Marks, rest: Sequence[int], kind: Kind | None) -> int:
    """Where in `rest` the foot begins, the passages of a letter after its head; their number if nowhere."""
    for position, index in enumerate(rest):
        passage = marks.passages[index]
        if passage.region is Region.BOX:
            continue
        lines = marks.text.lines(index)
        if lines and _is_of_foot(lines[0], marks.text, rest, position, kind):
            return position
    return _bare_foot(marks.text, rest)


def _is_of_foot(line: Line, whole: Text, rest: Sequence[int], position: int, kind: Kind | None) -> bool:
    text, seen = line.text, whole.passages[line.index].seen
    first = _side_by_side(line, seen)[0].text
    if is_closing(text) or is_signed_on(text) or is_name(text) or is_name(first) or is_sign_here(first):
        return True
    if position > 0 and heading_kind(line, seen) is Kind.MEMO:
        return True
    label = label_at(seen, line.start, line.end)
    if label and label.part is Part.COPIES:
        return True
    following = _next_text(whole, rest, position)
    if is_rank(text):
        return is_name(following) or may_be_name(following)
    if may_be_name(text):
        return is_position(following)
    if kind is Kind.STAMPED:
        return _is_dated(text) or (is_unit(text) and _is_dated(following))
    return False


def _is_dated(text: str) -> bool:
    """Whether a line is a date, with a label that a stamped letter should not have too."""
    return is_date(text.removeprefix("วันที่").lstrip())


def _next_text(text: Text, rest: Sequence[int], position: int) -> str:
    return text.first_line(rest[position + 1]) if position + 1 < len(rest) else ""


def _bare_foot(text: Text, rest: Sequence[int]) -> int:
    """A name without brackets over a position, at the very end."""
    for position in range(max(len(rest) - 6, 1), len(rest)):
        if is_bare_name(text.first_line(rest[position])) and is_position(_next_text(text, rest, position)):
            return position
    return len(rest)


class Lower:
    """Reads the foot, passage by passage."""

    def __init__(self, marks: Marks, kind: Kind | None) -> None:
        self._marks = marks
        self._passages = marks.passages
        self._kind = kind
        self._after_name = -1  # lines since the last name, -1 before the first
        self._name_indent = False
        self._name_region = Region.TEXT
        self._owner_lines = 0
        self._in_copies = False
        self._columns = 1  # how many sign side by side

    def read(self, rest: Sequence[int]) -> None:
        for position, index in enumerate(rest):
            following = _next_text(self._marks.text, rest, position)
            for line in self._marks.text.lines(index):
                if self._is_another_letter(line):
                    return
                for piece in self._apart(line):
                    self._take(piece, following)

    def _apart(self, line: Line) -> list[Line]:
        """The line, parted where two sign side by side, and so the lines under their names."""
        columns = _side_by_side(line, self._passages[line.index].seen)
        if all(is_name(one.text) or is_sign_here(one.text) for one in columns):
            self._columns = len(columns)
        return columns if self._columns > 1 and len(columns) == self._columns else [line]

    def _is_another_letter(self, line: Line) -> bool:
        kind = heading_kind(line, self._passages[line.index].seen)
        return kind is Kind.MEMO or (kind is not None and self._after_name >= 0)

    def _take(self, line: Line, following: str) -> None:
        text, seen = line.text, self._passages[line.index].seen
        label = label_at(seen, line.start, line.end)
        if label and label.part is Part.COPIES:
            start, end = label.end, line.end
            while start < end and seen[start] in " :：\t":
                start += 1
            self._marks.add(Part.COPIES, part_of_line(line, seen, start, end), seen[line.start : label.end])
            self._in_copies = True
        elif is_closing(text):
            self._marks.add(Part.CLOSING, line)
        elif is_signed_on(text):
            self._marks.add(Part.DATE, line)
        elif self._is_signer(text, following):
            self._marks.add(Part.SIGNATURE, line)
            if not is_rank(text):
                self._after_name = 1 if has_position(text) else 0
                self._name_indent = _is_indented(line, self._passages[line.index])
                self._name_region = self._passages[line.index].region
            self._owner_lines, self._in_copies = 0, False
        elif self._in_copies:
            self._marks.add(Part.COPIES, line)
        elif self._kind is Kind.STAMPED and _is_dated(text) and not self._marks.has(Part.DATE):
            self._marks.add(Part.DATE, line)
        elif self._kind is Kind.STAMPED and is_unit(text) and not self._marks.has(Part.AGENCY):
            self._marks.add(Part.AGENCY, line)
        elif self._is_owner(line):
            self._marks.add(Part.OWNER, line)
            self._owner_lines += 1
        elif is_decision(text):
            self._after_name = _MOST_POSITION_LINES
        elif self._is_position(line):
            self._marks.add(Part.SIGNATURE, line)
            self._after_name += 1

    def _is_signer(self, text: str, following: str) -> bool:
        if is_name(text) or is_sign_here(text):
            return True
        if is_rank(text):
            return is_name(following) or may_be_name(following)
        if may_be_name(text):
            return self._marks.has(Part.CLOSING) or is_position(following)
        return is_bare_name(text) and is_position(following)

    def _is_owner(self, line: Line) -> bool:
        if self._kind not in _WITH_OWNER or len(line.text) > _LONGEST_POSITION:
            return False
        if self._owner_lines:
            return self._owner_lines < _MOST_OWNER_LINES
        is_below_name = self._after_name != 0 and (is_unit(line.text) or self._is_outdented(line))
        return is_below_name or self._is_unit_apart(line) or has_telephone(line.text)

    def _is_unit_apart(self, line: Line) -> bool:
        """Whether a unit stands at the left margin or in a box of its own, where a name has no position."""
        if self._after_name != 0 or not is_unit(line.text) or is_position(line.text):
            return False
        passage = self._passages[line.index]
        return passage.region is not self._name_region or (
            self._name_indent and line.is_first and not _is_indented(line, passage)
        )

    def _is_outdented(self, line: Line) -> bool:
        """Whether a line begins at the left margin under a name that does not."""
        passage = self._passages[line.index]
        return (
            self._after_name > 0
            and self._name_indent
            and line.is_first
            and not _is_indented(line, passage)
            and not is_position(line.text)
        )

    def _is_position(self, line: Line) -> bool:
        """Whether a line under a name says who that is: the first always, others by words or place."""
        if self._owner_lines or not 0 <= self._after_name < _MOST_POSITION_LINES:
            return False
        if len(line.text) > _LONGEST_POSITION:
            return False
        passage = self._passages[line.index]
        is_under_name = self._name_indent and passage.blanks_before == 0 and _is_indented(line, passage)
        return self._after_name == 0 or is_under_name or is_position(line.text)


def _side_by_side(line: Line, seen: str) -> list[Line]:
    """What stands apart on a line."""
    found = []
    at = line.start
    for gap in (*GAP.finditer(seen, line.start, line.end), None):
        found.append(part_of_line(line, seen, at, gap.start() if gap else line.end))
        at = gap.end() if gap else line.end
    return [piece for piece in found if piece.text]


def _is_indented(line: Line, passage: Passage) -> bool:
    setting = passage.setting
    if line.indent >= 3 or passage.region is not Region.TEXT:
        return True
    if setting is None:
        return False
    return setting.alignment in ("center", "right") or setting.left_mm + setting.first_line_mm >= _INDENT_MM
