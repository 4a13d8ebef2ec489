"""The pages of long letters arranged, with LibreOffice where it is there, and told of where it is not.

Codes: Q10 made without catchwords, since LibreOffice or the font is not there · Q11 no good pages were found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self, TypeAlias

from memogen.errors import HelperMissing
from memogen.findings import Finding, Severity
from memogen.model import Kind
from memogen.opc import Written

if TYPE_CHECKING:
    from memogen.desk.folder import Folder
    from memogen.layout import Plan


@dataclass(frozen=True, slots=True)
class Pages:
    """How a letter is to be divided into pages, and what there is to tell of it; `set_in` does it."""

    plan: Plan = ()
    findings: tuple[Finding, ...] = ()

    def set_in(self, document: Written) -> Written:
        """The DOCX with its page breaks and catchwords; its text from page 2 on must be as it was planned."""
        if not self.plan:
            return document
        from memogen.layout import paged

        return Written(b"", paged(document.whole, self.plan))


ONE_PAGE = Pages()

Begins: TypeAlias = Callable[[int], None]
"""Hears that LibreOffice is asked, which takes seconds, for the pages of so many letters."""


class Undivided(NamedTuple):
    """A letter before it is divided: its file, its kind and its DOCX."""

    file: str
    kind: Kind
    document: Written


@dataclass(slots=True)
class Pager:
    """Divides letters into pages; it does nothing to letters of one page, nor if it is not `wanted`.

    `cache` is where fonts are kept. LibreOffice is asked only for letters that may fill a page, and `begins`
    hears of it before.
    """

    wanted: bool
    cache: Path
    begins: Begins | None = None
    _short: dict[tuple[str, Kind], dict[int, float]] = field(default_factory=dict)
    """By letter file and kind the sizes of copies that were found to be short, and the room below each."""

    @classmethod
    def of(cls, home: Folder, wanted: bool | None, cache: Path | None, begins: Begins | None = None) -> Self:
        """The pager of an office, `wanted` as its settings say unless it is said here."""
        return cls(
            wanted=home.office.catchwords if wanted is None else wanted,
            cache=cache or home.output(None) / ".memogen",
            begins=begins,
        )

    def pages(self, letters: Sequence[Undivided]) -> list[Pages]:
        """How each letter is to be divided."""
        found = [ONE_PAGE] * len(letters)
        long = [number for number, letter in enumerate(letters) if self._may_turn(letter)]
        for number, pages in zip(long, self._planned([letters[number] for number in long]), strict=True):
            found[number] = pages
        return found

    def _may_turn(self, letter: Undivided) -> bool:
        """Whether a letter may need a second page; of copies of about one size one is looked into.

        The pages of a form run on as they do: whoever fills it in makes it longer or shorter.
        """
        if not self.wanted or letter.kind is Kind.FORM:
            return False
        from memogen.layout.paging.estimating import grown_mm, room_mm, text_size

        size = text_size(letter.document.own)
        short = self._short.setdefault((letter.file, letter.kind), {})
        if size in short:
            return False
        if size is not None and any(room >= grown_mm(abs(size - one)) for one, room in short.items()):
            return False
        room = room_mm(letter.document.whole)
        if size is not None and room >= 0:
            short[size] = room
        return room < 0

    def _planned(self, letters: Sequence[Undivided]) -> Iterable[Pages]:
        if not letters:
            return []
        from memogen.layout import planned

        if self.begins:
            self.begins(len(letters))
        try:
            plans = planned([letter.document.whole for letter in letters], cache=self.cache)
        except HelperMissing as missing:
            return [Pages(findings=(_without_helper(letter.file, missing),)) for letter in letters]
        return [
            Pages(findings=(_no_pages(letter.file),)) if plan is None else Pages(plan)
            for letter, plan in zip(letters, plans, strict=True)
        ]


def _without_helper(file: str, missing: HelperMissing) -> Finding:
    reason = missing.findings[0]
    return Finding(
        code="Q10",
        severity=Severity.INFO,
        file=file,
        message=_("หนังสือนี้อาจยาวเกินหนึ่งหน้า แต่ยังไม่ได้จัดหน้าและใส่คำต่อเนื่อง ({reason})").format(
            reason=reason.message
        ),
        hint=reason.hint,
    )


def _no_pages(file: str) -> Finding:
    return Finding(
        code="Q11",
        severity=Severity.WARNING,
        file=file,
        message=_("หนังสือนี้ยาวเกินหนึ่งหน้าหรือเต็มหน้าพอดี แต่หาที่ขึ้นหน้าใหม่ที่เหมาะไม่ได้ จึงไม่ได้จัดหน้าและใส่คำต่อเนื่อง"),
        hint=_("เปิดใน Word ดูทุกหน้า ถ้ามีแถวตารางหรือย่อหน้าที่ยาวเกือบเต็มหน้า แบ่งให้สั้นลงแล้วสั่งใหม่"),
    )
