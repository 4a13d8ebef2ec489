"""What a rule is: its page, and the faults that it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from memogen.books import Entry
from memogen.findings import N_, Finding, Severity
from memogen.model import Kind, Office
from memogen.paper import Field, Origin, Paper, Passage

if TYPE_CHECKING:
    from memogen.layout import Page


class Basis(StrEnum):
    """What a rule rests on, from the strongest."""

    REGULATION = "regulation"
    EXPLANATION = "explanation"
    CABINET = "cabinet"
    CONTRADICTION = "contradiction"
    SAFETY = "safety"
    ACADEMY = "academy"
    PRACTICE = "practice"
    TASTE = "taste"

    @property
    def may_stop(self) -> bool:
        """Whether a rule on this basis may be an error: the law, plain contradictions and what harms who
        opens the file may, custom not."""
        return self not in (Basis.ACADEMY, Basis.PRACTICE, Basis.TASTE)


BASES: Mapping[Basis, str] = {
    Basis.REGULATION: N_("ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ"),
    Basis.EXPLANATION: N_("คำอธิบายประกอบระเบียบและคู่มือของสำนักนายกรัฐมนตรี"),
    Basis.CABINET: N_("มติคณะรัฐมนตรีและหนังสือเวียนของราชการ"),
    Basis.CONTRADICTION: N_("ข้อความขัดกันเอง หรือขัดกับข้อเท็จจริงที่ตรวจได้"),
    Basis.SAFETY: N_("ความปลอดภัยของผู้เปิดไฟล์"),
    Basis.ACADEMY: N_("หลักเกณฑ์ของสำนักงานราชบัณฑิตยสภา"),
    Basis.PRACTICE: N_("แนวปฏิบัติของส่วนราชการ"),
    Basis.TASTE: N_("ข้อแนะนำให้อ่านง่าย"),
}
"""What the bases are called; translated where they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known beside the letter: the office and today.

    `entry` is the letter's own line in the books, if it has one, and `find_entry(number, year_be)` looks up
    any number in them (None without a register; without a year the newest counts). `pages` are the rendered
    pages, empty where nothing rendered them.
    """

    today: date
    office: Office | None = None
    entry: Entry | None = None
    find_entry: Callable[[str, int | None], Entry | None] | None = None
    pages: tuple[Page, ...] = ()
    active: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something wrong: where it is, what it is and how to mend it.

    `start` and `end` are in `passage.seen` (in `passage.text` when `raw`); without a passage the letter as a
    whole is meant, `place` says where and `said` what. `fix` is what mechanically takes the span's place;
    None where a person has to think. `severity` is for the cases in which a rule is milder than usual.
    """

    message: str
    hint: str = ""
    passage: Passage | None = None
    start: int = 0
    end: int = 0
    raw: bool = False
    place: str = ""
    said: str = ""
    fix: str | None = None
    severity: Severity | None = None

    @classmethod
    def of_field(cls, found: Field, message: str, hint: str = "", **more: Any) -> Fault:
        """A fault of a whole field."""
        return cls(
            message=message, hint=hint, passage=found.passage, start=found.start, end=found.end, **more
        )

    @classmethod
    def of_match(
        cls, passage: Passage, found: re.Match[str], message: str, hint: str = "", **more: Any
    ) -> Fault:
        """A fault of what a pattern found in `passage.seen`."""
        return cls(message=message, hint=hint, passage=passage, start=found.start(), end=found.end(), **more)

    @property
    def span(self) -> tuple[int, int]:
        """Where it is in `passage.text`."""
        if self.passage is None or self.raw:
            return self.start, self.end
        return self.passage.span(self.start, self.end)

    @property
    def text(self) -> str:
        """The offending text as it stands."""
        if self.passage is None:
            return self.said
        start, end = self.span
        return self.passage.text[start:end]


Find: TypeAlias = Callable[[Paper, Around], Iterable[Fault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule and its page, in Thai: what it asks (`title`), why, an example wrong and the same right, source.

    It is asked of letters of `kinds` (all when empty) and of `origins`. `find` yields faults and never acts.
    A rule of the books is asked by another command, `asked_by`, which holds all entries against it; here it
    has its page only.
    """

    code: str
    severity: Severity
    basis: Basis
    title: str
    why: str
    wrong: str
    right: str
    source: str
    find: Find = field(repr=False, default=lambda _paper, _around: ())
    kinds: tuple[Kind, ...] = ()
    origins: tuple[Origin, ...] = (Origin.LETTER, Origin.DOCUMENT)
    needs_pages: bool = False
    asked_by: str = ""

    def asks(self, paper: Paper) -> bool:
        """Whether the rule speaks of such a letter."""
        is_of_letters = not self.asked_by and paper.origin in self.origins
        return is_of_letters and (not self.kinds or paper.kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Found:
    """A fault with the rule that it breaks, and as a finding."""

    rule: Rule
    fault: Fault
    finding: Finding
