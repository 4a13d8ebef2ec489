"""The plan of a template: which words change, and what more is done to which passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from memogen.desk.templating.nouns import Placement
from memogen.desk.templating.signers import Line
from memogen.paper import Passage
from memogen.proof import Edit


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
class Span:
    """Lines of one part that stand together: `passage.text[start:end]`."""

    passage: Passage
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stop:
    """A tab stop, with dots up to it or without."""

    at_mm: float
    is_right: bool
    is_dotted: bool


@dataclass(slots=True)
class Plan:
    """The changes of words, and the passages that more is done to.

    `text` is what the body comes in the place of, `attendance` the lists of who came to a meeting. `emptied`
    lose all their words; `optional` go where their field is empty (field, passages); `decision` are the
    passages of whoever decides; `signed` are the names' by the field of the person; `foot` is the first below
    the text. By spaces or tabs stood signature lines in `centred` (and where their middle is, in mm), and
    lines of several values in `indented` (left and first line, in mm); `stops` come in place of typed
    leaders. `fixed` are further signers, who stay.
    """

    changes: list[Change] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    text: tuple[Passage, ...] = ()
    attendance: tuple[Passage, ...] = ()
    emptied: list[Passage] = field(default_factory=list)
    optional: list[tuple[str, tuple[Passage, ...]]] = field(default_factory=list)
    decision: tuple[Passage, ...] = ()
    signed: dict[str, Passage] = field(default_factory=dict)
    foot: Passage | None = None
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

    @property
    def taken(self) -> set[int]:
        """The passages (by `id`) of which words change or that go."""
        return {id(one.passage) for one in self.changes} | {id(one) for one in self.attendance}

    def put(self, passage: Passage, start: int, end: int, tag: str) -> None:
        """A tag in the place of `passage.text[start:end]`."""
        before = " ".join(passage.text[start:end].split())
        spaced = f" {tag}" if start == end and passage.text[start - 1 : start].strip() else tag
        self.changes.append(Change(passage, start, end, spaced))
        self.placements.append(Placement(tag, before, passage.place))

    def put_over(self, spans: Iterable[Span], tag: str, *, everywhere: bool = False) -> None:
        """A tag in the place of the first, or of each, and nothing in that of the others."""
        for number, span in enumerate(spans):
            if number == 0 or everywhere:
                self.put(span.passage, span.start, span.end, tag)
            else:
                self.drop(span.passage, span.start, span.end)

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


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans, those with only space and line breaks between them as one."""
    joined: list[Span] = []
    for one in spans:
        last = joined[-1] if joined else None
        if last and last.passage is one.passage and not one.passage.text[last.end : one.start].strip():
            joined[-1] = Span(last.passage, last.start, one.end)
        else:
            joined.append(one)
    return joined
