"""Issuing: a number, a document and a line in the register, taken together or not at all.

Codes: R90 a number typed in the letter that is not the one it has · R91 an issued document changed since ·
R92 numbers given, files still to be written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.books import BookKind, Entry
from memogen.desk import attached
from memogen.desk.contents import content_of, in_line, sender_of
from memogen.desk.drafts import Draft, book_of, for_each_unit, marks_in, no_number, numbered
from memogen.desk.enclosing import Enclosed, Enclosures, remarked
from memogen.desk.extras import Beside, Extras, Ready, check, make_beside, planned, with_beside
from memogen.desk.filing import Filed, file_away
from memogen.desk.folder import Folder
from memogen.desk.kinds import refuse_second_number
from memogen.desk.making import need_libreoffice, to_pdf
from memogen.desk.paging import ONE_PAGE, Begins, Pager, Pages, Undivided
from memogen.desk.quoted import kept
from memogen.desk.tracing import Sources
from memogen.errors import InputError, OutputError, RegisterRefusal, Unsendable, UsageError
from memogen.files import check_writable, sweep
from memogen.findings import Finding, Severity, has_errors
from memogen.model import Kind
from memogen.opc import Written

if TYPE_CHECKING:
    from memogen.register import Pen, Register


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedLetter:
    """One letter and its number; `again` when it had the number already. A rehearsal has no files.

    `kind` is told of a letter file that is for several.
    """

    letter: str
    number: str
    serial: int
    series: str
    circular: bool
    year_be: int
    date: date
    files: tuple[Path, ...]
    sha256: str
    findings: tuple[Finding, ...] = ()
    again: bool = False
    recipient: str | None = None
    pack: Path | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A letter whose number is in the register."""

    draft: Draft
    entry: Entry
    document: bytes
    again: bool
    pages: Pages
    since: tuple[Finding, ...] = ()

    def told(self, files: Sequence[Path] = (), findings: Sequence[Finding] = ()) -> IssuedLetter:
        entry = self.entry
        assert entry.dated is not None, "an issued number has its date"
        return IssuedLetter(
            letter=self.draft.letter.file,
            number=entry.number,
            serial=entry.serial,
            series=entry.code,
            circular=entry.circular or entry.kind is BookKind.CIRCULAR,
            year_be=entry.year_be,
            date=entry.dated,
            files=tuple(files),
            sha256=hashlib.sha256(self.document).hexdigest(),
            findings=(*self.draft.memo.findings, *self.pages.findings, *self.since, *findings),
            again=self.again,
            recipient=self.draft.recipient,
            kind=self.draft.kind,
        )


class _Rehearsed(Exception):
    """Ends a rehearsal's transaction, so that nothing of it stays."""


def issue(
    home: Folder,
    letter_files: Sequence[Path],
    *,
    clock: Callable[[], datetime],
    on: date | None,
    out: Path | None,
    pdf: bool,
    recipient: str | None,
    kind: str | None,
    dry_run: bool,
    accept_clock: bool,
    catchwords: bool | None,
    cache: Path | None,
    extras: Extras,
    begins: Begins | None,
) -> tuple[IssuedLetter, ...]:
    """See `Workspace.issue`."""
    enclosures = Enclosures(home, cache)
    drafts = remarked(enclosures, home.compose_all(letter_files, on=on, recipient=recipient, kind=kind))
    _stop_unless_ready(drafts, recipient)
    enclosed = [enclosures.files(draft.memo) for draft in drafts]
    along = {draft.key: files for draft, files in zip(drafts, enclosed, strict=True)}
    for draft in drafts:  # what rendering refuses is told before the book is locked
        home.written(draft.memo)
    if dry_run:
        with home.register_to_read(clock=clock) as register:
            rehearsed = _sealed(home, register, drafts, along, {}, on, accept_clock, keep=False)
            return tuple(
                one.told(findings=planned(extras, files, one.draft.letter.file))
                for one, files in zip(rehearsed, enclosed, strict=True)
            )
    folder = home.output(out)
    if pdf or extras.append:
        need_libreoffice()
    check(extras, enclosed, folder, cache)
    check_writable(folder)
    sweep(folder, now=clock())
    with home.register(clock=clock) as register:
        pager = Pager.of(home, catchwords, cache, begins)
        pages = _pages(home, register, drafts, pager, on, clock().date())
        sealed = _sealed(home, register, drafts, along, pages, on, accept_clock, keep=True)
        filed = _filed(folder, register, sealed)
    right = [file.path for file in filed if not file.finding]
    pdfs = dict(zip(right, to_pdf(right, folder, cache), strict=True)) if pdf or extras.append else {}
    issued = [
        one.told(
            [file.path, *([pdfs[file.path]] if file.path in pdfs else [])],
            [file.finding] if file.finding else [],
        )
        for one, file in zip(sealed, filed, strict=True)
    ]
    ready = [
        Ready(document=file.path, pdf=pdfs.get(file.path), enclosed=files, content=one.document)
        for one, file, files in zip(sealed, filed, enclosed, strict=True)
        if not file.finding
    ]
    more = make_beside(extras, ready, folder, cache, is_issued=True)
    by_document = {letter.document: beside for letter, beside in zip(ready, more, strict=True)}
    return tuple(with_beside(one, by_document.get(one.files[0], Beside())) for one in issued)


def _stop_unless_ready(drafts: Sequence[Draft], recipient: str | None) -> None:
    """Refuses letters made for each unit, kinds without numbers, and letters with an error in them."""
    for_units = [for_each_unit(draft.letter) for draft in drafts if draft.unit and recipient is None]
    if for_units:
        raise InputError(*for_units)
    refused = [replace(why, file=draft.letter.file) for draft in drafts if (why := no_number(draft.memo))]
    if refused:
        raise UsageError(*refused)
    findings = [finding for draft in drafts for finding in draft.memo.findings]
    if has_errors(findings):
        raise Unsendable(*findings)


# --- pages ----------------------------------------------------------------------------------------


def _pages(
    home: Folder,
    register: Register,
    drafts: Sequence[Draft],
    pager: Pager,
    on: date | None,
    today: date,
) -> dict[str, Pages]:
    """How the letters that have no number yet are to be divided, each under the one it will probably get.

    LibreOffice takes seconds, and the book must not be locked so long. Another number of the same book takes
    the same line.
    """
    new = [draft for draft in drafts if pager.wanted and register.by_key(draft.key) is None]
    letters = [
        Undivided(draft.letter.file, draft.memo.kind, _probable(home, register, draft, on, today))
        for draft in new
    ]
    return {draft.key: pages for draft, pages in zip(new, pager.pages(letters), strict=True)}


def _probable(home: Folder, register: Register, draft: Draft, on: date | None, today: date) -> Written:
    """The document under the number that it will probably get."""
    memo = draft.memo
    dated = on or memo.dated or today
    book = book_of(home.office, memo, dated)
    serial = memo.serial or register.next_serial(book)
    return home.written(numbered(memo, book.number(serial, circular=memo.circular), serial, dated))


# --- numbers --------------------------------------------------------------------------------------


def _sealed(
    home: Folder,
    register: Register,
    drafts: Sequence[Draft],
    along: Mapping[str, Sequence[Enclosed]],
    pages: Mapping[str, Pages],
    on: date | None,
    accept_clock: bool,
    *,
    keep: bool,
) -> list[_Sealed]:
    """Every draft with its number, in one transaction; with `keep` false it is undone at its end.

    `along` are the files that go along with each, by its key.
    """
    for draft in drafts:
        if draft.kind:
            refuse_second_number(register, draft.letter, draft.key, draft.kind)
    files = attached.Files(home)
    known = {draft.key: register.by_key(draft.key) for draft in drafts}
    beside = {
        draft.key: {
            **kept(
                Sources(home, draft.letter, kinds=[draft.memo.kind]), [draft.unit], before=known[draft.key]
            ),
            **attached.kept(files, along[draft.key], before=known[draft.key]),
        }
        for draft in drafts
    }
    since = {key: tuple(attached.changed([entry], files)) if entry else () for key, entry in known.items()}
    sealed: list[_Sealed] = []
    try:
        with register.writing(accept_clock=accept_clock) as pen:
            today = pen.now().date()
            for draft in drafts:
                key = draft.key
                divided = pages.get(key, ONE_PAGE)
                one = _entered(home, pen, draft, known[key], beside[key], divided, on, today)
                sealed.append(replace(one, since=since[key]))
            if not keep:
                raise _Rehearsed
    except _Rehearsed:
        pass
    return sealed


def _entered(
    home: Folder,
    pen: Pen,
    draft: Draft,
    known: Entry | None,
    beside: Mapping[str, str],
    pages: Pages,
    on: date | None,
    today: date,
) -> _Sealed:
    memo = draft.memo
    if known and memo.serial not in (None, known.serial):
        raise RegisterRefusal(_another_number(draft, known))
    dated = on or memo.dated or (known.dated if known else None) or today
    book = book_of(home.office, memo, dated)

    def render(number: str, serial: int) -> bytes:
        document = home.written(numbered(memo, number, serial, dated), marks_in(book, serial, draft.key))
        return pages.set_in(document).whole

    try:
        issued = pen.issue(
            book,
            key=draft.key,
            payload={**content_of(memo, dated), **beside},
            dated=dated,
            sender=sender_of(memo),
            to=in_line(memo.to),
            subject=in_line(memo.subject),
            letter=draft.letter.file,
            render=render,
            serial=None if known else memo.serial,
            circular=memo.circular,
        )
    except RegisterRefusal as refusal:
        letter = draft.letter.file
        raise RegisterRefusal(*(replace(f, file=f.file or letter) for f in refusal.findings)) from refusal
    return _Sealed(draft, issued.entry, issued.document, issued.again, pages)


def _another_number(draft: Draft, known: Entry) -> Finding:
    header = draft.letter.one("ที่")
    return Finding(
        code="R90",
        file=draft.letter.file,
        line=header.line if header else None,
        text=header.value if header else "",
        message=_("หนังสือนี้ออกเลขไว้แล้วเป็น {number} ไม่ใช่เลขที่พิมพ์ไว้ที่หัวข้อ “ที่”").format(number=known.number),
        hint=_("แก้หัวข้อ “ที่” ให้ตรง หรือยกเลิกเลขเดิมด้วย memogen register void ก่อน"),
    )


# --- files ----------------------------------------------------------------------------------------


def _filed(folder: Path, register: Register, sealed: Sequence[_Sealed]) -> list[Filed]:
    """The documents put in place; the numbers are given by now, so a failure here says so."""
    issued = [(one.entry, one.document) for one in sealed]
    try:
        return file_away(folder, issued, known=lambda digest: register.document(digest) is not None)
    except OutputError as error:
        raise OutputError(*error.findings, _numbers_stand([one.entry for one in sealed])) from error


def _numbers_stand(entries: Sequence[Entry]) -> Finding:
    return Finding(
        code="R92",
        severity=Severity.INFO,
        message=_("ออกเลขแล้ว: {numbers} แต่ยังเขียนไฟล์ไม่ได้").format(
            numbers=", ".join(entry.number for entry in entries)
        ),
        hint=_("แก้เหตุข้างต้นแล้วสั่ง issue เดิมซ้ำ จะได้เลขเดิมและไฟล์ครบ ไม่เสียเลขเพิ่ม"),
    )
