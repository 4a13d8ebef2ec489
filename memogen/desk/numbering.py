"""Copies numbered, entered and filed: the numbers first, the files after, and never a file overwritten.

Codes: R91 a copy changed since it was issued · N27 what was numbered before the batch had to stop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from gettext import gettext as _
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from memogen import thai
from memogen.books import Book, BookKind, Entry
from memogen.desk.batches import Item, Outcome, Progress
from memogen.desk.contents import in_line, sender_of
from memogen.desk.copying import Copier, Finished, Workshop, chunks
from memogen.desk.making import keep_edited
from memogen.errors import InputError, OutputError
from memogen.files import delivery, legal_name
from memogen.files.refusals import of_system
from memogen.findings import Finding, Severity
from memogen.model import Memo, Recipient
from memogen.recipients import filed_as

if TYPE_CHECKING:
    from memogen.register import Pen, Register

Deliver = Callable[[Path, bytes], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What the copies of a batch have in common: their workshop, where they go, who is told of progress.

    `sample` is the first recipient's letter; code, kind of book and date are the same in all copies.
    """

    workshop: Workshop
    recipients: Sequence[Recipient]
    folder: Path
    sample: Memo
    today: date
    accept_clock: bool
    tell: Progress

    @property
    def copier(self) -> Copier:
        return self.workshop.copier

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

    def told(self, items: Sequence[Item], done: int) -> Sequence[Item]:
        """The items, after word of each was given; `done` were told of before."""
        for count, item in enumerate(items, start=done + 1):
            self.tell(count, len(self.recipients), item.recipient.name)
        return items


def file_name(recipient: Recipient, number: str) -> str:
    """The name of a copy's file: its number, or that it is a draft, and the recipient's name."""
    return legal_name(f"{number or 'ร่าง'} {filed_as(recipient)}")


# --- drafts ---------------------------------------------------------------------------------------


def make_drafts(run: Run, *, again: bool) -> Iterator[Item]:
    """Copies without numbers; with `again` only those that are missing."""
    items = {recipient.name: _blank(run, recipient) for recipient in run.recipients}
    there = {name for name, item in items.items() if again and item.file.is_file()}
    made = _drafted(run, [items[r.name] for r in run.recipients if r.name not in there])
    for count, (name, item) in enumerate(items.items()):
        done = (
            replace(item, sha256=sha256(item.file.read_bytes()).hexdigest()) if name in there else next(made)
        )
        yield from run.told([done], count)


def _drafted(run: Run, items: Sequence[Item]) -> Iterator[Item]:
    waiting = iter(items)
    tasks = ((chunk,) for chunk in chunks([item.recipient for item in items]))
    with delivery() as deliver:
        for chunk in run.workshop.each(Copier.drafts, tasks):
            for copy, item in zip(chunk, waiting, strict=False):
                if copy.document is None:
                    yield _failed(item, copy.findings)
                else:
                    keep_edited(item.file)
                    yield _written(deliver, item, copy.document)


# --- a number each --------------------------------------------------------------------------------


def number_each(run: Run, register: Register, known: Mapping[str, date]) -> Iterator[Item]:
    """Copies with a number each, those that have one first; `known` are the dates of these, by their key.

    A copy that cannot be made or written is told and takes no number; what the register refuses stops
    the batch, and the numbers given before stand.
    """
    key = run.copier.order.key
    old = [recipient for recipient in run.recipients if key(recipient) in known]
    new = [recipient for recipient in run.recipients if key(recipient) not in known]
    items: dict[str, Item] = {}
    done = 0
    with delivery() as deliver:
        for chunk in _in_turn(run, register, old, new, known):
            filed = [_filed(run, deliver, *numbered) for numbered in chunk]
            items |= {item.recipient.name: item for item in run.told(filed, done)}
            done += len(filed)
    return iter([items[recipient.name] for recipient in run.recipients])


_Numbered = tuple[Finished, Entry | None, bytes | None]


def _in_turn(
    run: Run,
    register: Register,
    old: Sequence[Recipient],
    new: Sequence[Recipient],
    known: Mapping[str, date],
) -> Iterator[list[_Numbered]]:
    """Chunks of copies that are in the books, each chunk in a turn of its own."""
    key = run.copier.order.key
    known_tasks = ((chunk, [known[key(recipient)] for recipient in chunk]) for chunk in chunks(old))
    for told in run.workshop.each(Copier.told, known_tasks):
        yield _entered(run, register, told)
    guess = _Guess(register.next_serial(run.book) if new else 0)
    for finished in run.workshop.each(Copier.numbered, guess.tasks(run, new)):
        numbered = _entered(run, register, finished)
        guess.learn(len(finished), [entry.serial for _copy, entry, _document in numbered if entry])
        yield numbered


class _Guess:
    """The numbers of copies that are made before their turn at the books.

    Others may take numbers in between: a copy with a wrong one is made again in its turn.
    """

    def __init__(self, first: int) -> None:
        self._first = first
        self._asked = self._done = self._shift = 0

    def tasks(self, run: Run, recipients: Sequence[Recipient]) -> Iterator[tuple[object, ...]]:
        """Each chunk with the number that its first copy will probably get."""
        for chunk in chunks(recipients):
            yield chunk, run.book, self._first + self._asked + self._shift, run.dated
            self._asked += len(chunk)

    def learn(self, copies: int, serials: Sequence[int]) -> None:
        """The numbers that a chunk of so many copies really got."""
        self._done += copies
        if serials:
            self._shift = serials[-1] + 1 - (self._first + self._done)


def _entered(run: Run, register: Register, copies: Sequence[Finished]) -> list[_Numbered]:
    """A chunk in the books, in one turn."""
    numbered: list[_Numbered] = []
    with register.writing(accept_clock=run.accept_clock) as pen:
        for copy in copies:
            try:
                entry, document = _issued(run, pen, copy)
                numbered.append((copy, entry, document))
            except (InputError, OutputError) as error:
                numbered.append((replace(copy, findings=tuple(error.findings)), None, None))
    return numbered


def _issued(run: Run, pen: Pen, copy: Finished) -> tuple[Entry, bytes]:
    if not copy.payload:
        raise InputError(*copy.findings)
    dated = copy.dated or run.dated

    def render(number: str, serial: int) -> bytes:  # noqa: ARG001
        if copy.document is not None and copy.serial == serial:
            return copy.document
        return run.copier.document(copy.recipient, run.book, serial, dated)

    issued = pen.issue(
        Book(run.book.code, run.book.kind, thai.be_year(dated)),
        key=run.copier.order.key(copy.recipient),
        payload=copy.payload,
        dated=dated,
        sender=copy.sender,
        to=copy.to,
        subject=copy.subject,
        letter=run.copier.order.letter.file,
        render=render,
        circular=run.sample.circular,
    )
    return issued.entry, issued.document


def _filed(run: Run, deliver: Deliver, copy: Finished, entry: Entry | None, document: bytes | None) -> Item:
    if entry is None:
        return _failed(_blank(run, copy.recipient), copy.findings)
    return _placed(deliver, _blank(run, copy.recipient, entry, entry.sha256 or ""), lambda: document)


# --- one number for all ---------------------------------------------------------------------------


def number_shared(run: Run, register: Register, key: str, payload: Mapping[str, str]) -> Iterator[Item]:
    """Copies under one number: number and documents are one act, then the files are written."""
    entry = _shared_entry(run, register, key, payload)
    digests = dict(register.copies(entry))
    with delivery() as deliver:
        for count, recipient in enumerate(run.recipients):
            item = _blank(run, recipient, entry, digests[recipient.name])
            yield from run.told([_placed(deliver, item, partial(register.document, item.sha256))], count)


def _shared_entry(run: Run, register: Register, key: str, payload: Mapping[str, str]) -> Entry:
    def render(number: str, serial: int) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001
        tasks = ((chunk, run.book, serial, run.dated) for chunk in chunks(run.recipients))
        for chunk in run.workshop.each(Copier.alike, tasks):
            for copy in chunk:
                if copy.document is None:
                    raise InputError(*copy.findings)
                yield copy.recipient.name, copy.document

    with register.writing(accept_clock=run.accept_clock) as pen:
        return pen.issue_copies(
            run.book,
            key=key,
            payload=payload,
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


def _placed(deliver: Deliver, item: Item, content: Callable[[], bytes | None]) -> Item:
    """An issued copy in its file: written when missing, left alone when right or when someone changed it."""
    try:
        there = item.file.read_bytes()
    except FileNotFoundError:
        document = content()
        assert document is not None, "the books keep every document"
        return _written(deliver, item, document)
    except OSError as error:  # no file, or held by another program
        return _failed(item, [of_system(item.file, error)])
    is_right = sha256(there).hexdigest() == item.sha256
    return item if is_right else replace(item, findings=(_edited(item.file, item.number),))


def _written(deliver: Deliver, item: Item, document: bytes) -> Item:
    try:
        deliver(item.file, document)
    except OutputError as error:
        return _failed(item, error.findings)
    return replace(item, outcome=Outcome.MADE, sha256=item.sha256 or sha256(document).hexdigest())


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
