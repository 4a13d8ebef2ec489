"""Copies numbered, entered and filed: the numbers first, the files after, and never a file overwritten.

Code: R91 a copy changed since it was issued.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from gettext import gettext as _
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from memogen import thai
from memogen.books import Book, Entry
from memogen.compose.enclosing import ENCLOSED
from memogen.desk import attached
from memogen.desk.batches import Item, Outcome, Progress
from memogen.desk.contents import in_line, sender_of, with_date
from memogen.desk.copying import Copier, Stock, Told, Waiting
from memogen.desk.drafts import book_of
from memogen.desk.enclosing import Enclosed
from memogen.desk.making import keep_edited
from memogen.desk.quoted import kept
from memogen.desk.workshop import Workshop
from memogen.errors import OutputError
from memogen.files import Deliver, delivery, discard, legal_name, settle
from memogen.files.refusals import of_system
from memogen.findings import Finding, Severity
from memogen.model import Kind, Memo, Recipient
from memogen.recipients import filed_as

if TYPE_CHECKING:
    from memogen.register import Issued, Kept, Pen, Register

DRAFT = "ร่าง"
"""In the name of a copy's file, where it has no number yet."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """What the copies of a batch have in common: who makes them, where they go, who is told of progress.

    `sample` is one of the letters; code, kind of book and date are the same in all copies.
    """

    copier: Copier
    recipients: Sequence[Recipient]
    folder: Path
    sample: Memo
    today: date
    accept_clock: bool
    tell: Progress

    @property
    def dated(self) -> date:
        """The date of copies that have none yet."""
        return self.sample.dated or self.today

    @property
    def unnumbered(self) -> str:
        """What a copy without a number is called: a draft, but for a form, which never gets one."""
        return Kind.FORM if self.sample.kind is Kind.FORM else DRAFT

    @cached_property
    def samples(self) -> Mapping[Kind, Memo]:
        """A letter of each kind; one of several kinds goes to some recipients as one, to some as another."""
        places = self.copier.order.places(self.recipients)
        return {
            kind: self.copier.memo(self.recipients[own[0]]) if own[0] else self.sample
            for kind, own in places.items()
        }

    @cached_property
    def book(self) -> Book:
        """The book that the numbers come from."""
        return book_of(self.copier.order.home.office, self.sample, self.dated)

    @cached_property
    def along(self) -> Mapping[str, Sequence[Enclosed]]:
        """The files that go along with each recipient's copy, by his name; none of a letter without any."""
        if not self.copier.order.letter.all(ENCLOSED):
            return {}
        files = self.copier.enclosed(self.recipients)
        return {one.name: own for one, own in zip(self.recipients, files, strict=True)}

    @cached_property
    def files(self) -> attached.Files:
        """The files of the workspace, each read once."""
        return attached.Files(self.copier.order.home)

    def told(self, items: Iterable[Item], done: int = 0) -> Iterator[Item]:
        """The items, each after word of it was given; `done` were told of before."""
        for count, item in enumerate(items, start=done + 1):
            self.tell(count, len(self.recipients), item.recipient.name)
            yield item


def file_name(recipient: Recipient, number: str) -> str:
    """The name of a copy's file: its number, or what it is without one, and the recipient's name."""
    return legal_name(f"{number} {filed_as(recipient)}")


# --- drafts ---------------------------------------------------------------------------------------


def file_drafts(run: Run, stock: Stock) -> Iterator[Item]:
    """Copies without numbers; one that was not made is there already."""
    with delivery() as deliver:
        yield from run.told(_draft(run, deliver, copy) for copy in stock.copies)


def _draft(run: Run, deliver: Deliver, copy: Waiting) -> Item:
    file = run.folder / file_name(copy.recipient, run.unnumbered)
    dated = run.sample.dated
    temp = Path(copy.temp) if copy.temp else None
    digest = sha256((temp or file).read_bytes()).hexdigest()
    if temp is None:
        return _item(copy, file, Outcome.SKIPPED, digest, dated=dated)
    keep_edited(file)
    try:
        deliver(file, temp)
    except OutputError as error:
        return _item(copy, file, Outcome.FAILED, digest, error.findings, dated=dated)
    copy.temp = None
    return _item(copy, file, Outcome.MADE, digest, dated=dated)


# --- a number each --------------------------------------------------------------------------------


def number_each(
    run: Run, workshop: Workshop, register: Register, stock: Stock, known: Mapping[str, date]
) -> Iterator[Item]:
    """Copies with a number each, those that have one first; `known` are the dates of these, by their key.

    What the register refuses stops the batch, and the numbers given before stand. A copy that cannot be
    written keeps its number, and the others stand.
    """
    key = run.copier.order.key

    def turns() -> Iterator[list[Numbered]]:
        for is_known in (True, False) if known else (False,):
            for chunk in stock.chunks():
                turn = (
                    [one for one in chunk if (key(one[0].recipient) in known) is is_known] if known else chunk
                )
                entered = _entered(run, register, turn, known)
                yield [
                    Numbered(copy, issued.entry, issued.entry.sha256 or "", copy.temp or issued.document)
                    for (copy, _told), issued in zip(turn, entered, strict=True)
                ]

    items = {item.recipient.name: item for item in run.told(_filed(run, workshop, turns()))}
    return iter([items[recipient.name] for recipient in run.recipients])


def _entered(
    run: Run, register: Register, turn: Sequence[tuple[Waiting, Told]], known: Mapping[str, date]
) -> list[Issued]:
    """Copies in the books, in one turn; a turn that goes on with a batch has copies of several dates."""
    if not turn:
        return []
    if known or run.along or run.copier.sources.has_data:
        turn = [(copy, _with_figures(run, register, copy, told, known)) for copy, told in turn]
    with register.writing(accept_clock=run.accept_clock) as pen:
        if run.sample.dated or not known:
            return _issued(run, pen, run.dated, turn)
        key = run.copier.order.key
        dates = [known.get(key(copy.recipient), run.today) for copy, _told in turn]
        issued: list[Issued] = []
        for dated, copies in groupby(zip(dates, turn, strict=True), key=itemgetter(0)):
            issued += _issued(run, pen, dated, [copy for _dated, copy in copies])
    return issued


def _with_figures(run: Run, register: Register, copy: Waiting, told: Told, known: Mapping[str, date]) -> Told:
    """What the books are told of a copy, with the cells that it quotes and the files that it has along, or
    quoted and had along when it got its number."""
    key = run.copier.order.key(copy.recipient)
    before = register.by_key(key) if key in known else None
    figures = kept(run.copier.sources, [copy.recipient.values], before=before)
    files = attached.kept(run.files, run.along.get(copy.recipient.name, ()), before=before)
    return told._replace(content={**told.content, **figures, **files}) if figures or files else told


def _issued(run: Run, pen: Pen, dated: date, copies: Sequence[tuple[Waiting, Told]]) -> list[Issued]:
    """Copies of one date in the books; what was made ahead and is not right is dropped."""
    from memogen.register import Outgoing

    order = run.copier.order
    book = replace(run.book, year_be=thai.be_year(dated))
    letters = [
        Outgoing(
            key=order.key(copy.recipient),
            payload=with_date(told.content, dated),
            sender=told.sender,
            to=told.to,
            subject=told.subject,
            render=partial(_document, run, copy, told, book, dated),
        )
        for copy, told in copies
    ]
    issued = pen.issue_many(
        book, letters, dated=dated, letter=order.letter.file, circular=run.sample.circular
    )
    for (copy, _told), one in zip(copies, issued, strict=True):
        if one.again:
            _drop(copy)
    return issued


def _document(
    run: Run, copy: Waiting, told: Told, book: Book, dated: date, _number: str, serial: int
) -> bytes | Kept:
    """The document under a number: made ahead, or made now, where others took numbers in between."""
    if told.document and copy.serial == serial:
        return told.document
    _drop(copy)
    return run.copier.document(copy, book, serial, dated)


def _drop(copy: Waiting) -> None:
    """The document that was made ahead is not the right one."""
    if copy.temp:
        discard(copy.temp)
        copy.temp = None


# --- one number for all ---------------------------------------------------------------------------


def number_shared(
    run: Run, workshop: Workshop, register: Register, stock: Stock, key: str, content: Mapping[str, str]
) -> Iterator[Item]:
    """Copies under one number: number and documents are one act, then the files are written."""
    entry = _shared_entry(run, register, stock, key, content)
    digests = dict(register.copies(entry))

    def numbered(copy: Waiting) -> Numbered:
        digest = digests[copy.recipient.name]
        return Numbered(copy, entry, digest, copy.temp or register.document(digest))

    turns = ([numbered(copy) for copy, _told in chunk] for chunk in stock.chunks())
    yield from run.told(_filed(run, workshop, turns))


def _shared_entry(run: Run, register: Register, stock: Stock, key: str, content: Mapping[str, str]) -> Entry:
    def render(number: str, serial: int) -> Iterator[tuple[str, bytes | Kept]]:  # noqa: ARG001
        for chunk in stock.chunks():
            for copy, told in chunk:
                if told.document and copy.serial == serial:
                    yield copy.recipient.name, told.document
                else:
                    _drop(copy)
                    document = run.copier.document(copy, run.book, serial, run.dated)
                    yield copy.recipient.name, document

    with register.writing(accept_clock=run.accept_clock) as pen:
        issued = pen.issue_copies(
            run.book,
            key=key,
            payload=content,
            dated=run.dated,
            sender=sender_of(run.sample),
            to=_summary(run.recipients),
            subject=in_line(run.sample.subject),
            letter=run.copier.order.letter.file,
            render=render,
            serial=run.sample.serial,
            circular=True,
        )
    if issued.again:
        for copy in stock.copies:
            _drop(copy)
    return issued.entry


def _summary(recipients: Sequence[Recipient]) -> str:
    """The column ถึง of a circular."""
    if len(recipients) == 1:
        return recipients[0].to or recipients[0].name
    return f"หน่วยงาน {thai.to_thai_digits(str(len(recipients)))} แห่ง ตามรายชื่อแนบท้าย"


# --- files ----------------------------------------------------------------------------------------


class Numbered(NamedTuple):
    """A copy that has its number, the digest of its document, and where this is, or its bytes."""

    copy: Waiting
    entry: Entry
    digest: str
    document: str | bytes | None


class Place(NamedTuple):
    """Where a document belongs: the name of its file, in texts, which go quickly between processes."""

    name: str
    number: str
    digest: str
    document: str | bytes


def _filed(run: Run, workshop: Workshop, turns: Iterable[Sequence[Numbered]]) -> Iterator[Item]:
    """Issued copies in their files, a turn at a time; other processes file one while the next is entered."""
    waiting: deque[list[tuple[Numbered, Place]]] = deque()

    def tasks() -> Iterator[tuple[Path, list[Place]]]:
        for turn in turns:
            waiting.append([(one, _place_of(one)) for one in turn])
            yield run.folder, [place for _one, place in waiting[-1]]

    try:
        for outcomes in workshop.each(_file, tasks()):
            for (one, place), (outcome, findings) in zip(waiting.popleft(), outcomes, strict=True):
                if outcome is Outcome.MADE:
                    one.copy.temp = None
                yield _item(
                    one.copy,
                    run.folder / place.name,
                    outcome,
                    one.digest,
                    findings,
                    number=place.number,
                    dated=one.entry.dated,
                )
    finally:
        settle()


def _place_of(one: Numbered) -> Place:
    assert one.document is not None, "the books keep every document"
    number = one.entry.number
    return Place(file_name(one.copy.recipient, number), number, one.digest, one.document)


def _file(_copier: Copier, folder: Path, places: Sequence[Place]) -> list[tuple[Outcome, Sequence[Finding]]]:
    with delivery(settled=False, replacing=False) as deliver:
        return [_placed(deliver, f"{folder}{os.sep}{place.name}", place) for place in places]


def _placed(deliver: Deliver, file: str, place: Place) -> tuple[Outcome, Sequence[Finding]]:
    """Written when missing, left alone when right or when someone changed it."""
    try:
        if deliver(file, place.document):
            return Outcome.MADE, ()
        is_right = sha256(Path(file).read_bytes()).hexdigest() == place.digest
    except OutputError as error:
        return Outcome.FAILED, error.findings
    except OSError as error:  # no file, or held by another program
        return Outcome.FAILED, (of_system(Path(file), error),)
    return Outcome.SKIPPED, () if is_right else (_edited(Path(file), place.number),)


def _item(
    copy: Waiting,
    file: Path,
    outcome: Outcome,
    digest: str,
    findings: Iterable[Finding] = (),
    *,
    number: str = "",
    dated: date | None,
) -> Item:
    is_lost = outcome is Outcome.FAILED
    if is_lost:
        findings = [replace(told, place=told.place or copy.recipient.name) for told in findings]
    return Item(
        recipient=copy.recipient,
        outcome=outcome,
        file=file,
        number=number,
        dated=dated,
        sha256="" if is_lost else digest,
        findings=tuple(findings),
    )


def _edited(path: Path, number: str) -> Finding:
    return Finding(
        code="R91",
        severity=Severity.WARNING,
        file=str(path),
        text=number,
        message=_("ไฟล์นี้ถูกแก้ไขหลังออกเลข {number} จึงไม่เขียนทับ").format(number=number),
        hint=_("ย้ายไฟล์นี้ไปที่อื่น แล้วสั่ง batch เดิมพร้อม --resume จะได้ฉบับที่ออกเลขไว้กลับมา"),
    )
