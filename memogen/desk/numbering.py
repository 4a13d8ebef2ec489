"""Copies numbered, entered and filed: the numbers first, the files after, and never a file overwritten.

Code: R91 a copy changed since it was issued.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from gettext import gettext as _
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from memogen import thai
from memogen.books import Book, BookKind, Entry
from memogen.desk.batches import Item, Outcome, Progress
from memogen.desk.contents import in_line, sender_of, with_date
from memogen.desk.copying import Copier, Stock, Told, Waiting
from memogen.desk.making import keep_edited
from memogen.errors import OutputError
from memogen.files import delivery, discard, legal_name
from memogen.files.refusals import of_system
from memogen.findings import Finding, Severity
from memogen.model import Memo, Recipient
from memogen.recipients import filed_as

if TYPE_CHECKING:
    from memogen.register import Pen, Register

Deliver: TypeAlias = Callable[[Path, "bytes | Path"], None]


@dataclass(frozen=True, slots=True, kw_only=True)
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
    def book(self) -> Book:
        """The book that the numbers come from."""
        own_series = self.copier.order.home.office.circular_series == "own"
        kind = BookKind.CIRCULAR if self.sample.circular and own_series else BookKind.SENDING
        return Book(self.sample.series, kind, thai.be_year(self.dated))

    def told(self, items: Iterable[Item], done: int = 0) -> Iterator[Item]:
        """The items, each after word of it was given; `done` were told of before."""
        for count, item in enumerate(items, start=done + 1):
            self.tell(count, len(self.recipients), item.recipient.name)
            yield item


def file_name(recipient: Recipient, number: str) -> str:
    """The name of a copy's file: its number, or that it is a draft, and the recipient's name."""
    return legal_name(f"{number or 'ร่าง'} {filed_as(recipient)}")


# --- drafts ---------------------------------------------------------------------------------------


def file_drafts(run: Run, stock: Stock) -> Iterator[Item]:
    """Copies without numbers; one that was not made is there already."""
    with delivery() as deliver:
        yield from run.told(_draft(run, deliver, copy) for copy in stock.copies)


def _draft(run: Run, deliver: Deliver, copy: Waiting) -> Item:
    item = _blank(run, copy.recipient)
    if copy.temp is None:
        return replace(item, sha256=sha256(item.file.read_bytes()).hexdigest())
    keep_edited(item.file)
    return _written(deliver, item, copy.temp)


# --- a number each --------------------------------------------------------------------------------


def number_each(run: Run, register: Register, stock: Stock, known: Mapping[str, date]) -> Iterator[Item]:
    """Copies with a number each, those that have one first; `known` are the dates of these, by their key.

    What the register refuses stops the batch, and the numbers given before stand. A copy that cannot be
    written keeps its number, and the others stand.
    """
    key = run.copier.order.key
    items: dict[str, Item] = {}
    with delivery() as deliver:
        for is_known in (True, False) if known else (False,):
            for chunk in stock.chunks():
                turn = [(copy, told) for copy, told in chunk if (key(copy.recipient) in known) is is_known]
                entered = _entered(run, register, turn, known)
                filed = (
                    _placed(deliver, _blank(run, copy.recipient, entry, entry.sha256 or ""), copy, document)
                    for copy, entry, document in entered
                )
                items |= {item.recipient.name: item for item in run.told(filed, len(items))}
    return iter([items[recipient.name] for recipient in run.recipients])


def _entered(
    run: Run, register: Register, turn: Sequence[tuple[Waiting, Told]], known: Mapping[str, date]
) -> list[tuple[Waiting, Entry, bytes]]:
    """Copies in the books, in one turn."""
    if not turn:
        return []
    with register.writing(accept_clock=run.accept_clock) as pen:
        return [(copy, *_issued(run, pen, copy, told, known)) for copy, told in turn]


def _issued(run: Run, pen: Pen, copy: Waiting, told: Told, known: Mapping[str, date]) -> tuple[Entry, bytes]:
    key = run.copier.order.key(copy.recipient)
    dated = run.sample.dated or known.get(key, run.today)
    book = replace(run.book, year_be=thai.be_year(dated))

    def render(number: str, serial: int) -> bytes:  # noqa: ARG001
        if copy.temp and copy.serial == serial:
            return copy.temp.read_bytes()
        if copy.temp:  # others took numbers in between
            discard(copy.temp)
            copy.temp = None
        return run.copier.document(copy.recipient, book, serial, dated)

    issued = pen.issue(
        book,
        key=key,
        payload=with_date(told.content, dated),
        dated=dated,
        sender=told.sender,
        to=told.to,
        subject=told.subject,
        letter=run.copier.order.letter.file,
        render=render,
        circular=run.sample.circular,
    )
    return issued.entry, issued.document


# --- one number for all ---------------------------------------------------------------------------


def number_shared(
    run: Run, register: Register, stock: Stock, key: str, content: Mapping[str, str]
) -> Iterator[Item]:
    """Copies under one number: number and documents are one act, then the files are written."""
    entry = _shared_entry(run, register, stock, key, content)
    digests = dict(register.copies(entry))
    with delivery() as deliver:
        yield from run.told(
            _shared_item(run, register, deliver, copy, entry, digests) for copy in stock.copies
        )


def _shared_item(
    run: Run,
    register: Register,
    deliver: Deliver,
    copy: Waiting,
    entry: Entry,
    digests: Mapping[str, str],
) -> Item:
    item = _blank(run, copy.recipient, entry, digests[copy.recipient.name])
    return _placed(deliver, item, copy, None if copy.temp else register.document(item.sha256))


def _shared_entry(run: Run, register: Register, stock: Stock, key: str, content: Mapping[str, str]) -> Entry:
    def render(number: str, serial: int) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001
        for copy in stock.copies:
            if copy.temp and copy.serial != serial:
                discard(copy.temp)
                copy.temp = None
            document = (
                copy.temp.read_bytes()
                if copy.temp
                else run.copier.document(copy.recipient, run.book, serial, run.dated)
            )
            yield copy.recipient.name, document

    with register.writing(accept_clock=run.accept_clock) as pen:
        return pen.issue_copies(
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
        ).entry


def _summary(recipients: Sequence[Recipient]) -> str:
    """The column ถึง of a circular."""
    if len(recipients) == 1:
        return recipients[0].to or recipients[0].name
    return f"หน่วยงาน {thai.to_thai_digits(str(len(recipients)))} แห่ง ตามรายชื่อแนบท้าย"


# --- files ----------------------------------------------------------------------------------------


def _blank(run: Run, recipient: Recipient, entry: Entry | None = None, digest: str = "") -> Item:
    """A copy that nothing has become of yet, under its number if it has one."""
    number = entry.number if entry else ""
    return Item(
        recipient=recipient,
        outcome=Outcome.SKIPPED,
        file=run.folder / file_name(recipient, number),
        number=number,
        dated=entry.dated if entry else run.sample.dated,
        sha256=digest,
    )


def _placed(deliver: Deliver, item: Item, copy: Waiting, document: bytes | None) -> Item:
    """An issued copy in its file: written when missing, left alone when right or when someone changed it."""
    try:
        there = item.file.read_bytes()
    except FileNotFoundError:
        content, copy.temp = copy.temp or document, None
        assert content is not None, "the books keep every document"
        return _written(deliver, item, content)
    except OSError as error:  # no file, or held by another program
        return _failed(item, [of_system(item.file, error)])
    is_right = sha256(there).hexdigest() == item.sha256
    return item if is_right else replace(item, findings=(_edited(item.file, item.number),))


def _written(deliver: Deliver, item: Item, content: bytes | Path) -> Item:
    try:
        digest = (
            item.sha256 or sha256(content.read_bytes() if isinstance(content, Path) else content).hexdigest()
        )
        deliver(item.file, content)
    except OutputError as error:
        return _failed(item, error.findings)
    return replace(item, outcome=Outcome.MADE, sha256=digest)


def _failed(item: Item, findings: Iterable[Finding]) -> Item:
    name = item.recipient.name
    told = tuple(replace(finding, place=finding.place or name) for finding in findings)
    return replace(item, outcome=Outcome.FAILED, sha256="", findings=told)


def _edited(path: Path, number: str) -> Finding:
    return Finding(
        code="R91",
        severity=Severity.WARNING,
        file=str(path),
        text=number,
        message=_("ไฟล์นี้ถูกแก้ไขหลังออกเลข {number} จึงไม่เขียนทับ").format(number=number),
        hint=_("ย้ายไฟล์นี้ไปที่อื่น แล้วสั่ง batch เดิมพร้อม --resume จะได้ฉบับที่ออกเลขไว้กลับมา"),
    )
