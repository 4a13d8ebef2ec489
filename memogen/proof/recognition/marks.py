"""What recognition has found so far: a part for each passage, and the fields in the order they were found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from memogen.paper import Field, Part, Passage
from memogen.proof.recognition.words import trimmed


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or what stands apart on one: `passages[index].seen[start:end]`, trimmed of spaces and leaders.

    `is_first` says that nothing stands before it in its passage, `indent` how much white space does.
    """

    index: int
    start: int
    end: int
    text: str
    is_first: bool = True
    indent: int = 0


@dataclass(slots=True)
class Text:
    """The passages of a letter, and their lines, each parted once."""

    passages: Sequence[Passage]
    _lines: dict[int, list[Line]] = field(default_factory=dict)

    def lines(self, index: int) -> list[Line]:
        """The lines of a passage that say something."""
        if index not in self._lines:
            self._lines[index] = list(_lines_of(index, self.passages[index].seen))
        return self._lines[index]

    def first_line(self, index: int) -> str:
        lines = self.lines(index)
        return lines[0].text if lines else ""


def _lines_of(index: int, seen: str) -> Iterator[Line]:
    at = 0
    is_first = True
    for line in seen.split("\n"):
        start, end = trimmed(seen, at, at + len(line))
        if start < end:
            yield Line(index, start, end, seen[start:end], is_first, start - at)
            is_first = False
        at += len(line) + 1


def part_of_line(line: Line, seen: str, start: int, end: int) -> Line:
    """What stands at `seen[start:end]` in a line, as a line."""
    start, end = trimmed(seen, start, end)
    return Line(line.index, start, end, seen[start:end], line.is_first and start <= line.start, line.indent)


@dataclass(slots=True)
class Mark:
    """A field that was found."""

    part: Part
    index: int
    start: int
    end: int
    label: str = ""


@dataclass(slots=True)
class Marks:
    """The parts of all passages and the fields found, over the passages as they were read."""

    text: Text
    parts: dict[int, Part] = field(default_factory=dict)
    found: list[Mark] = field(default_factory=list)

    @property
    def passages(self) -> Sequence[Passage]:
        return self.text.passages

    def add(self, part: Part, line: Line, label: str = "") -> Mark:
        """A field that is this line; its passage is that part, unless it was another before."""
        self.parts.setdefault(line.index, part)
        mark = Mark(part, line.index, line.start, line.end, label)
        self.found.append(mark)
        return mark

    def part(self, index: int, part: Part) -> None:
        """A passage that is of a part as a whole, without a field."""
        self.parts.setdefault(index, part)

    def has(self, part: Part) -> bool:
        return any(mark.part is part for mark in self.found)

    def passages_marked(self) -> tuple[Passage, ...]:
        return tuple(self._marked(index, passage) for index, passage in enumerate(self.passages))

    def _marked(self, index: int, passage: Passage) -> Passage:
        part = self.parts.get(index, Part.OTHER)
        return passage if part is passage.part else replace(passage, part=part)

    def fields(self, passages: Sequence[Passage]) -> tuple[Field, ...]:
        """The fields in reading order."""
        ordered = sorted(self.found, key=lambda mark: (mark.index, mark.start))
        return tuple(
            Field(mark.part, passages[mark.index], mark.start, mark.end, mark.label) for mark in ordered
        )
