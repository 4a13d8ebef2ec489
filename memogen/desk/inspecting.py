"""Inspecting: letters and documents of anyone held against the rules, the books and the data.

Codes: Q01 rules that need rendered pages were not asked, Q02 those that need the books were not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from memogen import letters, opc, proof, thai
from memogen.books import Entry
from memogen.check import Around, Found, Rule, check, chosen, is_wanted, rules
from memogen.compose import as_kind, kinds_of
from memogen.desk import drafts
from memogen.desk.attached import Files, changed
from memogen.desk.enclosing import Enclosures
from memogen.desk.filing import marks_of
from memogen.desk.folder import BANGKOK, Folder
from memogen.desk.kinds import found_once, told_once
from memogen.desk.lookup import Books
from memogen.desk.outdated import Shelf, stale
from memogen.desk.tuning import tuned_by
from memogen.errors import HelperMissing, InputError, MemogenError, RegisterRefusal
from memogen.files import read_bytes, text_of
from memogen.findings import Finding, Severity
from memogen.model import Letter, Memo
from memogen.paper import Origin, Paper

if TYPE_CHECKING:
    from memogen.layout import Page

LARGEST = 64 * 1024 * 1024  # bytes
AT_ONCE = 50
"""Documents that are rendered in one call, and held in memory meanwhile."""
LETTERS = (".md", ".txt")
_ONLY_WHEN_MAKING = frozenset({"L19", "L22"})  # which unit a letter is made for says nothing of the letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A file that was looked at: the letter in it with its faults, and whatever else is told of it.

    `paper` is None, and `unread` true, when it cannot be read. `findings` has everything, in the order of
    the letter.
    """

    path: Path
    file: str
    content: bytes = field(default=b"", repr=False)
    paper: Paper | None = None
    found: tuple[Found, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def unread(self) -> bool:
        return self.paper is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of the files: codes with commas, and whether pages are rendered to be measured."""

    select: str = ""
    ignore: str = ""
    layout: bool = True
    cache: Path | None = None


class Inspector:
    """Looks at one file after another. `home` is None outside every workspace."""

    def __init__(self, home: Folder | None, question: Question, *, clock: Callable[[], datetime]) -> None:
        self._home = home
        self._question = question
        self._clock = clock
        self._rules = tuned_by(home.office if home else None, chosen(question.select, question.ignore))
        self._shelf = Shelf(home) if home else None
        self._files = Files(home) if home else None
        self._enclosures = Enclosures(home, question.cache) if home else None
        self._quoted: set[Entry] = set()
        self._books, self._told = self._read_books()

    @property
    def remarks(self) -> Sequence[Finding]:
        """What could not be asked, for all files together; whole after the last file."""
        return [finding for finding in self._told if self._is_wanted(finding)]

    def inspect(self, paths: Iterable[Path]) -> Iterator[Inspected]:
        """Each file, read and judged."""
        waiting: list[Path] = []
        for path in paths:
            waiting.append(path)
            if len(waiting) == AT_ONCE:
                yield from self._inspect(waiting)
                waiting.clear()
        yield from self._inspect(waiting)

    def look(self, path: Path, content: bytes | None = None) -> Inspected:
        """One file without its rendered pages, or what is to become of it."""
        document = _Document(path, self._shown(path), content)
        return self._judged(document, ())

    def issued_as(self, inspected: Inspected) -> Entry | None:
        """The entry of a document that was issued under it."""
        if inspected.path.suffix.lower() in LETTERS:
            return None
        return self._entry_of(inspected.content)

    def _inspect(self, paths: Sequence[Path]) -> Iterator[Inspected]:
        documents = [_Document(path, self._shown(path)) for path in paths]
        pages = self._pages(documents)
        for document in documents:
            yield self._judged(document, pages.get(document.path, ()))

    def _judged(self, document: _Document, pages: tuple[Page, ...]) -> Inspected:
        paper = document.paper
        told = list(document.faults)
        found: list[Found] = []
        if paper is not None and paper.origin is Origin.LETTER:
            told += self._told_in_making(document)
            entry = self._entry_for(document.file)
        else:
            entry = self._entry_of(document.content)
        around = self._around(entry, pages, document.active)
        told += self._outdated(entry)
        if paper is not None:
            said = {(finding.code, finding.line) for finding in told if finding.line}
            found = [
                one
                for one in _found_in(document.papers, self._rules, around)
                if (one.rule.code, one.finding.line) not in said
            ]
        findings = [*told, *(one.finding for one in found)]
        if paper is not None and paper.origin is Origin.LETTER:
            findings.sort(key=lambda finding: finding.line or 0)
        return Inspected(
            path=document.path,
            file=document.file,
            content=document.content,
            paper=paper,
            found=tuple(found),
            findings=self._wanted(findings),
        )

    def _told_in_making(self, document: _Document) -> Sequence[Finding]:
        """What making a letter tells, as each of its kinds: its headers, its data, its tags."""
        if self._home is None or document.letter is None:
            return ()
        letter, told, kinds = document.letter, list[Finding](), kinds_of(document.letter)[0]
        for kind in kinds:
            try:
                memo = drafts.drafted(self._home, letter, on=None, recipient=None, kind=kind).memo
                told += (*memo.findings, *self._enclosed(letter, memo))
            except MemogenError as error:
                told += error.findings
        if len(kinds) > 1:
            told = told_once(told)
        return [finding for finding in told if finding.code not in _ONLY_WHEN_MAKING]

    def _enclosed(self, letter: Letter, memo: Memo) -> Sequence[Finding]:
        """What is wrong with the files that go along with a letter, or are to be put into it."""
        if self._home is None or self._enclosures is None:
            return ()
        told = self._enclosures.remarks(letter.file, memo.attachments)
        try:
            self._home.picture_of(memo)
        except InputError as error:
            told += error.findings
        return told

    def _pages(self, documents: Sequence[_Document]) -> dict[Path, tuple[Page, ...]]:
        """The rendered pages of documents that are safe to render, where rules ask for pages."""
        asked = [rule for rule in self._rules if rule.needs_pages]
        safe = [one for one in documents if one.is_document and not (one.faults or one.active)]
        if not asked or not safe:
            return {}
        if not self._question.layout:
            self._say_once(_without_pages(len(asked)))
            return {}
        from memogen.layout import rendered

        cache = self._question.cache
        assert cache is not None, "whoever asks for pages says where fonts are kept"
        try:
            pages = rendered([one.content for one in safe], cache=cache)
        except HelperMissing as error:
            self._say_once(_without_pages(len(asked), error.findings[0].hint))
            return {}
        return {one.path: found for one, found in zip(safe, pages, strict=True)}

    # --- what is known beside the letter ------------------------------------------------------------

    def _around(self, entry: Entry | None, pages: tuple[Page, ...], active: tuple[Finding, ...]) -> Around:
        return Around(
            today=self._clock().astimezone(BANGKOK).date(),
            office=self._home.office if self._home else None,
            entry=entry,
            find_entry=self._books.find if self._books else None,
            pages=pages,
            active=active,
        )

    def _read_books(self) -> tuple[Books | None, list[Finding]]:
        home = self._home
        if home is None or (home.register_file is not None and not home.register_file.exists()):
            return None, []
        try:
            with home.register_to_read(clock=self._clock) as register:
                return Books(register.entries()), []
        except RegisterRefusal as error:
            return None, [_without_books(error)]

    def _entry_of(self, content: bytes) -> Entry | None:
        marks = marks_of(content) if self._books else None
        return self._books.by_marks.get(marks) if self._books and marks else None

    def _entry_for(self, letter: str) -> Entry | None:
        return self._books.by_letter.get(letter) if self._books else None

    def _outdated(self, entry: Entry | None) -> list[Finding]:
        """What an issued letter quotes or had along and what has changed since; once a letter."""
        if entry is None or self._shelf is None or self._files is None or entry in self._quoted:
            return []
        self._quoted.add(entry)
        return [*stale([entry], self._shelf), *changed([entry], self._files)]

    # --- findings -----------------------------------------------------------------------------------

    def _wanted(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(dict.fromkeys(filter(self._is_wanted, findings)))

    def _is_wanted(self, finding: Finding) -> bool:
        return is_wanted(finding.code, self._question.select, self._question.ignore)

    def _say_once(self, finding: Finding) -> None:
        if finding not in self._told:
            self._told.append(finding)

    def _shown(self, path: Path) -> str:
        return self._home.shown(path) if self._home else str(path)


class _Document:
    """A file while it is looked at: its letter as read, and why it cannot be read or what acts in it."""

    def __init__(self, path: Path, file: str, content: bytes | None = None) -> None:
        self.path = path
        self.file = file
        self.content = b""
        self.letter: Letter | None = None
        self.papers: tuple[Paper, ...] = ()
        self.faults: Sequence[Finding] = ()
        self.active: tuple[Finding, ...] = ()
        try:
            self.content = read_bytes(path, LARGEST) if content is None else content
            self._read()
        except MemogenError as error:
            self.faults = error.findings

    @property
    def paper(self) -> Paper | None:
        """The letter that is looked at; a letter file has one for each of its kinds, the usual one first."""
        return self.papers[0] if self.papers else None

    @property
    def is_document(self) -> bool:
        return self.paper is not None and self.paper.origin is Origin.DOCUMENT

    def _read(self) -> None:
        if self.path.suffix.lower() in LETTERS:
            self.letter = letters.parse_letter(text_of(self.content, file=self.file), self.file)
            kinds = kinds_of(self.letter)[0]
            self.papers = tuple(proof.paper_of(as_kind(self.letter, kind)) for kind in kinds)
            self.faults = self.letter.findings
        else:
            parts = opc.read_package(self.content, file=self.file)
            self.papers = (proof.read_paper(parts, file=self.file),)
            found = opc.active_content(parts, file=self.file)
            self.active = tuple(one for one in found if one.code in rules())
            self.faults = [one for one in found if one.code not in rules()]


def _found_in(papers: Sequence[Paper], asked: Sequence[Rule], around: Around) -> list[Found]:
    """What is wrong with a letter, in its order; what is wrong with it as several kinds is told once."""
    found = [one for paper in papers for one in check(paper, asked, around)]
    return found_once(found) if len(papers) > 1 else found


# --- what could not be asked ----------------------------------------------------------------------------


def _without_pages(count: int, hint: str = "") -> Finding:
    return Finding(
        code="Q01",
        severity=Severity.INFO,
        message=_("ไม่ได้ตรวจกฎ {count} ข้อที่ต้องดูหน้ากระดาษจริง").format(count=thai.to_thai_digits(str(count))),
        hint=hint or _("สั่ง check โดยไม่มี --no-layout (ต้องมี LibreOffice)"),
    )


def _without_books(error: RegisterRefusal) -> Finding:
    told = error.findings[0]
    return Finding(
        code="Q02",
        severity=Severity.INFO,
        message=_("เปิดทะเบียนไม่ได้ จึงไม่ได้ตรวจเลขที่และหนังสือที่อ้างถึงกับทะเบียน ({code} {reason})").format(
            code=told.code, reason=told.message
        ),
        hint=told.hint,
    )
