"""The signatures at a letter's foot: each a name with the lines above and below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

from memogen import thai
from memogen.check.rule import Fault
from memogen.paper import FILLED_LATER, Paper, Part, Passage

_BLANK = re.compile(r"[\s.…_()-]*")
_BARE = re.compile(
    r"(?:นางสาว|นาย(?!ก[รเอสก]|อำเภอ|ทะเบียน|แพทย์)|นาง|น\.ส\.|ว่าที่ ?ร้อย)[ก-ฮเ-ไ][ก-๎.]*[ \u00a0]+[ก-๎]+"
)
_ACTING = re.compile("|".join((*thai.ACTING, "รักษาการแทน", "ปฏิบัติหน้าที่", "รักษาการ")))


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line of the foot: `text` is `passage.seen[start:end]`."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.seen[self.start : self.end]

    @property
    def is_bracketed(self) -> bool:
        return self.text.startswith("(")

    @property
    def is_name(self) -> bool:
        return self.is_bracketed or _BARE.fullmatch(self.text) is not None

    @property
    def is_blank(self) -> bool:
        """Whether it is still to be filled in."""
        return FILLED_LATER in self.text or _BLANK.fullmatch(self.text) is not None

    def is_beside(self, other: SignatureLine) -> bool:
        """Whether both stand in the text, in one box or in one table: what is attached stands elsewhere."""
        ours, theirs = self.passage, other.passage
        table, other_table = (one.row[0] if one.row else 0 for one in (ours, theirs))
        return ours.region is theirs.region and table == other_table

    def fault(self, message: str, hint: str, **more: Any) -> Fault:
        return Fault(passage=self.passage, start=self.start, end=self.end, message=message, hint=hint, **more)


@dataclass(frozen=True, slots=True)
class Signature:
    """A name and the lines of its position; `before` is the line right above the name, a rank perhaps."""

    name: SignatureLine
    position: tuple[SignatureLine, ...]
    before: SignatureLine | None = None

    @property
    def person(self) -> str:
        """The name without brackets."""
        return " ".join(self.name.text.strip("() ").split())

    @property
    def post(self) -> str:
        """The lines of the position as one text."""
        return " ".join(" ".join(line.text for line in self.position).split())

    @property
    def is_acting(self) -> bool:
        """Whether the signer stands for somebody else."""
        return _ACTING.search(self.post) is not None


def signatures(paper: Paper) -> tuple[Signature, ...]:
    """Those who sign or decide, in order; none where people sign side by side."""
    lines = list(_lines(paper))
    names = [number for number, line in enumerate(lines) if line.is_name]
    if any(lines[number].passage is lines[other].passage for number, other in pairwise(names)):
        return ()
    ends = [*names[1:], len(lines)][: len(names)]
    return tuple(
        Signature(
            lines[number],
            tuple(takewhile(lines[number].is_beside, lines[number + 1 : end])),
            lines[number - 1] if number else None,
        )
        for number, end in zip(names, ends, strict=True)
    )


def _lines(paper: Paper) -> Iterator[SignatureLine]:
    for field in paper.all(Part.SIGNATURE):
        start = field.start
        for line in field.text.split("\n"):
            if line.strip():
                inner = start + len(line) - len(line.lstrip())
                yield SignatureLine(field.passage, inner, inner + len(line.strip()))
            start += len(line) + 1
