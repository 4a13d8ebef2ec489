"""Copying: one letter made for many recipients ahead of its numbers.

Each copy is composed once. Its DOCX, under the number that it will probably get, waits beside its place
(see `files.stage`); what the books are to be told of it waits too, in a temporary file where it is much. So
memory stays small however many copies there are, and every fault is known before the first number is taken.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Self

from memogen import thai
from memogen.books import Book
from memogen.compose import Composer, Outline, kind_for
from memogen.compose.enclosing import ENCLOSED
from memogen.compose.filling import has_tags
from memogen.desk.contents import content_of, in_brief, in_line, sender_of
from memogen.desk.drafts import marks_in, number_fields
from memogen.desk.enclosing import Enclosed, Enclosures
from memogen.desk.folder import Folder
from memogen.desk.paging import ONE_PAGE, Pager, Pages, Undivided
from memogen.desk.tracing import Sources
from memogen.errors import MemogenError
from memogen.files import discard, stage, sweep
from memogen.findings import Finding
from memogen.model import Kind, Letter, Memo, Recipient
from memogen.opc import Written

if TYPE_CHECKING:
    from memogen.register import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The letter that all copies are made of, with its data; `faults` were met while reading these.

    `kinds` are those that it is made as, first the one for recipients of whom the list says nothing.
    `circular` says whether the copies share a number of the circulars (ว), whatever the letter says;
    `catchwords` and `cache` are for long letters, see `Workspace.make`.
    """

    home: Folder
    letter: Letter
    data: Mapping[str, Any]
    faults: tuple[Finding, ...]
    kinds: tuple[Kind, ...]
    on: date | None
    circular: bool | None = None
    catchwords: bool | None = None
    cache: Path | None = None

    def key(self, recipient: Recipient) -> str:
        """What tells a recipient's letter from all others of the workspace."""
        return f"{self.letter.file}#{recipient.name}"

    def kind_for(self, recipient: Recipient) -> Kind:
        """The kind that a recipient gets."""
        return kind_for(self.kinds, recipient.values)

    def places(self, recipients: Sequence[Recipient]) -> dict[Kind, Sequence[int]]:
        """Which of the recipients get each kind, by their places."""
        if len(self.kinds) == 1:
            return {self.kinds[0]: range(len(recipients))}
        found: dict[Kind, list[int]] = {}
        for place, recipient in enumerate(recipients):
            found.setdefault(self.kind_for(recipient), []).append(place)
        return {**found}


class Under(NamedTuple):
    """The number that a copy gets: of which book and date."""

    book: Book
    serial: int
    dated: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """How documents are made ahead: in which folder they wait, of which book and date; drafts have none."""

    folder: Path
    book: Book | None = None
    dated: date | None = None

    def under(self, serial: int | None) -> Under | None:
        """The number of a copy; None of a draft, and of a copy that is only told of."""
        if self.book is None or self.dated is None or serial is None:
            return None
        return Under(self.book, serial, self.dated)


class Told(NamedTuple):
    """What the books are told of a copy; its content is in brief, and still without the date.

    `document` is what they keep under the probable number.
    """

    content: dict[str, str]
    sender: str
    to: str
    subject: str
    document: Kept | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A copy made ahead, or what is wrong with it: then nothing is told, and there is no `temp`.

    This is the path of its document (see `files.stage`), `pages` how the document is divided.
    """

    outline: Outline
    temp: str | None = None
    pages: Pages = ONE_PAGE


@dataclass(frozen=True, slots=True)
class Chunk:
    """Copies made together, and what the books are to be told of them.

    From another process that comes pickled, for it is not needed yet.
    """

    copies: Sequence[Made]
    told: Sequence[Told | None] | bytes

    def __reduce__(self) -> tuple[type[Chunk], tuple[Sequence[Made], bytes]]:
        return Chunk, (self.copies, self.told if isinstance(self.told, bytes) else pickle.dumps(self.told))


@dataclass(slots=True)
class _Begun:
    """A copy between the steps of its making; without a memo there is something wrong with it."""

    recipient: Recipient
    serial: int | None
    memo: Memo | None
    outline: Outline
    told: Told | None = None
    under: Under | None = None
    document: Written | None = None
    pages: Pages = ONE_PAGE


class Copier:
    """Makes the copies of one order."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self._composers: dict[Kind, Composer] = {}

    def _composer(self, kind: Kind) -> Composer:
        if kind not in self._composers:
            order = self.order
            self._composers[kind] = Composer(
                order.letter, order.home.office, kind=kind, data=order.data, on=order.on, known=order.faults
            )
        return self._composers[kind]

    def _composer_for(self, recipient: Recipient) -> Composer:
        return self._composer(self.order.kind_for(recipient))

    @cached_property
    def _pager(self) -> Pager:
        return Pager.of(self.order.home, self.order.catchwords, self.order.cache)

    @cached_property
    def _enclosures(self) -> Enclosures:
        return Enclosures(self.order.home, self.order.cache)

    def enclosed(self, recipients: Sequence[Recipient]) -> list[list[Enclosed]]:
        """The files that go along with each copy; found once where the letter names the same for all."""
        names = self.order.letter.all(ENCLOSED)
        is_common = len(self.order.kinds) == 1 and not any(has_tags(header.value) for header in names)
        found = [self._enclosures.files(self.memo(one)) for one in recipients[: 1 if is_common else None]]
        return found * len(recipients) if is_common else found

    def prepare(self) -> None:
        """Read and compile now what all copies need; what is wrong with it is told when a copy is made."""
        with suppress(MemogenError):
            kind = self.order.kinds[0]
            _ = self._composer(kind), self.order.home.template_of(kind)

    @cached_property
    def sources(self) -> Sources:
        """The data, with the cells that they stand in."""
        return Sources(self.order.home, self.order.letter, self.order.data, self.order.kinds)

    def memo(self, recipient: Recipient) -> Memo:
        """The recipient's letter as it will be printed; InputError with all that is wrong with it."""
        return self._marked(self._composer_for(recipient).memo(recipient.values))

    def says_circular(self, recipient: Recipient) -> bool:
        """Whether the letter itself says that it is a circular."""
        return self._composer_for(recipient).memo(recipient.values).circular

    def is_faulty(self, recipient: Recipient) -> bool:
        """Whether there is no letter for this recipient."""
        return self._composer_for(recipient).outlined(recipient.values)[0] is None

    def make(self, recipients: Sequence[Recipient], serials: Sequence[int | None], press: Press) -> Chunk:
        """Copies under these numbers; one without a number (None) is only outlined and told of.

        Raises OutputError when a document cannot be laid by; then none of them is.
        """
        # Each step for all before the next takes a third less time than one copy after the other: what a
        # step needs is then at hand for the processor, and not pushed out by the other steps.
        copies = [
            self._begun(recipient, serial, press.under(serial))
            for recipient, serial in zip(recipients, serials, strict=True)
        ]
        for copy in copies:
            self._render(copy)
        self._set_pages(copies)
        told = _divided(copies)
        made: list[Made] = []
        try:
            for copy in copies:
                temp = stage(press.folder, *copy.document) if copy.document else None
                made.append(Made(outline=copy.outline, temp=temp, pages=copy.pages))
        except BaseException:
            for done in made:
                if done.temp:
                    discard(done.temp)
            raise
        return Chunk(made, told)

    def document(self, copy: Waiting, book: Book, serial: int, dated: date) -> bytes:
        """The DOCX under a number, divided as it was when it was made ahead."""
        recipient, under = copy.recipient, Under(book, serial, dated)
        memo = self._composer_for(recipient).memo(recipient.values, self._fields(recipient, under))
        return copy.pages.set_in(self._document(recipient, memo, under)).whole

    def _begun(self, recipient: Recipient, serial: int | None, under: Under | None) -> _Begun:
        """A copy composed, under its number if it gets one, with what the books are told of it."""
        composer = self._composer_for(recipient)
        memo, outline = composer.outlined(recipient.values, self._fields(recipient, under))
        if memo is None:
            return _Begun(recipient, serial, None, outline)
        if memo.attachments:
            remarks = self._enclosures.remarks(self.order.letter.file, memo.attachments)
            outline = replace(outline, findings=(*outline.findings, *remarks))
        memo = self._marked(memo)
        told = Told(
            in_brief(content_of(memo, None)), sender_of(memo), in_line(memo.to), in_line(memo.subject)
        )
        return _Begun(recipient, serial, memo, outline, told, under)

    def _render(self, copy: _Begun) -> None:
        """Gives it its document, or what only the template refuses."""
        if copy.memo is None or copy.serial is None:
            return
        try:
            copy.document = self._document(copy.recipient, copy.memo, copy.under)
        except MemogenError as error:
            findings = (*copy.outline.findings, *error.findings)
            copy.outline, copy.told = replace(copy.outline, findings=findings), None

    def _set_pages(self, copies: Sequence[_Begun]) -> None:
        """Divides the documents of several pages, with what there is to tell of it."""
        with_document = [(copy, copy.document) for copy in copies if copy.document]
        file, kind_for = self.order.letter.file, self.order.kind_for
        all_pages = self._pager.pages(
            [Undivided(file, kind_for(copy.recipient), document) for copy, document in with_document]
        )
        for (copy, document), pages in zip(with_document, all_pages, strict=True):
            if pages is not ONE_PAGE:
                copy.pages, copy.document = pages, pages.set_in(document)
                findings = (*copy.outline.findings, *pages.findings)
                copy.outline = replace(copy.outline, findings=findings)

    def _marked(self, memo: Memo) -> Memo:
        """The memo as a circular, or none, as the order wants it."""
        circular = self.order.circular
        if circular is None or circular == memo.circular:
            return memo
        number = str(thai.DocumentNumber(memo.series, memo.serial, circular))
        return replace(memo, circular=circular, number=thai.hold_together(number))

    def _fields(self, recipient: Recipient, under: Under | None) -> dict[str, Any]:
        """The fields of a memo that its number gives it; none of a draft."""
        if under is None:
            return {}
        circular = bool(self.order.circular)
        number = under.book.number(under.serial, circular=circular)
        fields = number_fields(self.order.kind_for(recipient), number, under.serial, under.dated)
        return {"circular": circular, **fields}

    def _document(self, recipient: Recipient, memo: Memo, under: Under | None) -> Written:
        """The DOCX of a memo, with what it keeps of its place in the books; a draft keeps nothing."""
        marks = marks_in(under.book, under.serial, self.order.key(recipient)) if under else ()
        return self.order.home.written(memo, marks)


def _divided(copies: Sequence[_Begun]) -> list[Told | None]:
    """What is told of copies that are entered together, with their documents ready to be kept."""
    from memogen.register import Divider

    divide = Divider().divide_written
    return [
        Told(*copy.told[:-1], divide(*copy.document)) if copy.told and copy.document else copy.told
        for copy in copies
    ]


# --- copies that wait -----------------------------------------------------------------------------

IN_MEMORY = 1_000
"""Copies of which it is held in memory what the books are to be told."""


@dataclass(slots=True)
class Waiting:
    """A copy on its way: whose, its probable number, and where its document waits, if it has one."""

    recipient: Recipient
    serial: int | None
    temp: str | None = None
    pages: Pages = ONE_PAGE


@dataclass(slots=True)
class Stock:
    """The copies of a batch while they wait in `folder` for their numbers.

    `with stock:` leaves nothing behind, nor, when it ends badly, what other processes laid by there: these
    have to be gone by then.
    """

    folder: Path
    copies: list[Waiting] = field(default_factory=list)
    _told: list[Sequence[Told | None] | bytes] = field(default_factory=list)
    _more: IO[bytes] = field(default_factory=TemporaryFile)

    def add(self, copies: Sequence[Waiting], told: Sequence[Told | None] | bytes) -> None:
        """The next copies, a chunk at a time, with what the books are told of them (see `Chunk`)."""
        self.copies += copies
        if len(self.copies) <= IN_MEMORY:
            self._told.append(told)
        else:
            self._more.write(told if isinstance(told, bytes) else pickle.dumps(told))

    def chunks(self) -> Iterator[list[tuple[Waiting, Told]]]:
        """The copies in their order, each with what the books are told of it."""
        start = 0
        for told in self._all_told():
            yield list(zip(self.copies[start : start + len(told)], told, strict=True))
            start += len(told)

    def _all_told(self) -> Iterator[Sequence[Any]]:
        count = 0
        for held in self._told:
            told = pickle.loads(held) if isinstance(held, bytes) else held  # our own, as in the file
            count += len(told)
            yield told
        self._more.seek(0)
        while count < len(self.copies):
            told = pickle.load(self._more)
            count += len(told)
            yield told

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._told.clear()
        self._more.close()
        for copy in self.copies:
            if copy.temp:
                discard(copy.temp)
        self.copies.clear()
        if kind is not None:
            sweep(self.folder)
