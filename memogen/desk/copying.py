"""Copying: one letter made for many recipients, here or in other processes, in the order asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Self, TypeVar

from memogen import thai
from memogen.books import Book
from memogen.compose import Composer, Outline
from memogen.desk.contents import content_of, in_line, sender_of
from memogen.desk.drafts import marks_in, numbered
from memogen.desk.folder import Folder
from memogen.errors import MemogenError
from memogen.findings import Finding
from memogen.model import Letter, Memo, Recipient

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

P = ParamSpec("P")
R = TypeVar("R")

AT_ONCE = 100
"""Copies that are made, numbered and written in one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The letter that all copies are made of, with its data; `faults` were met while reading these.

    `circular` says whether the copies share a number of the circulars (ว), whatever the letter says.
    """

    home: Folder
    letter: Letter
    data: Mapping[str, Any]
    faults: tuple[Finding, ...]
    on: date | None
    circular: bool | None = None

    def key(self, recipient: Recipient) -> str:
        """What tells a recipient's letter from all others of the workspace."""
        return f"{self.letter.file}#{recipient.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A recipient's copy: what the books are told of it, and its DOCX under the number `serial`.

    Without a document `findings` say why there is none.
    """

    recipient: Recipient
    payload: Mapping[str, str]
    sender: str
    to: str
    subject: str
    dated: date | None = None
    serial: int | None = None
    document: bytes | None = None
    findings: tuple[Finding, ...] = ()


class Copier:
    """Makes the copies of one order."""

    def __init__(self, order: Order) -> None:
        self.order = order

    @cached_property
    def _composer(self) -> Composer:
        order = self.order
        return Composer(order.letter, order.home.office, data=order.data, on=order.on, known=order.faults)

    def memo(self, recipient: Recipient) -> Memo:
        """The recipient's letter as it will be printed, its number as the order wants it."""
        memo = self._composer.memo(recipient.values)
        circular = self.order.circular
        if circular is None or circular == memo.circular:
            return memo
        number = str(thai.DocumentNumber(memo.series, memo.serial, circular))
        return replace(memo, circular=circular, number=thai.hold_together(number))

    def says_circular(self, recipient: Recipient) -> bool:
        """Whether the letter itself says that it is a circular."""
        return self._composer.memo(recipient.values).circular

    def outlines(self, recipients: Sequence[Recipient]) -> list[Outline]:
        """What would be wrong with each copy, and what the recipient changes in it."""
        return [self._composer.outline(recipient.values) for recipient in recipients]

    def drafts(self, recipients: Sequence[Recipient]) -> list[Finished]:
        """Copies without a number."""
        return [self._finished(recipient, None, None, None) for recipient in recipients]

    def told(self, recipients: Sequence[Recipient], dated: Sequence[date]) -> list[Finished]:
        """What the books are told of copies that have their numbers and documents."""
        return [
            self._told(recipient, self.memo(recipient), day)
            for recipient, day in zip(recipients, dated, strict=True)
        ]

    def numbered(
        self, recipients: Sequence[Recipient], book: Book, first: int, dated: date
    ) -> list[Finished]:
        """Copies with the numbers from `first` on; one that cannot be made takes none."""
        finished, serial = [], first
        for recipient in recipients:
            finished.append(self._finished(recipient, book, serial, dated))
            serial += finished[-1].document is not None
        return finished

    def alike(self, recipients: Sequence[Recipient], book: Book, serial: int, dated: date) -> list[Finished]:
        """Copies that share one number."""
        return [self._finished(recipient, book, serial, dated) for recipient in recipients]

    def document(self, recipient: Recipient, book: Book, serial: int, dated: date) -> bytes:
        """The DOCX under a number."""
        return self._document(recipient, self.memo(recipient), book, serial, dated)

    def _finished(
        self, recipient: Recipient, book: Book | None, serial: int | None, dated: date | None
    ) -> Finished:
        try:
            memo = self.memo(recipient)
            document = self._document(recipient, memo, book, serial, dated)
        except MemogenError as error:
            return Finished(
                recipient=recipient, payload={}, sender="", to="", subject="", findings=tuple(error.findings)
            )
        return self._told(recipient, memo, dated, serial, document)

    def _told(
        self,
        recipient: Recipient,
        memo: Memo,
        dated: date | None,
        serial: int | None = None,
        document: bytes | None = None,
    ) -> Finished:
        return Finished(
            recipient=recipient,
            payload=content_of(memo, dated) if dated else {},
            sender=sender_of(memo),
            to=in_line(memo.to),
            subject=in_line(memo.subject),
            dated=dated,
            serial=serial,
            document=document,
            findings=memo.findings,
        )

    def _document(
        self, recipient: Recipient, memo: Memo, book: Book | None, serial: int | None, dated: date | None
    ) -> bytes:
        home = self.order.home
        if book is None or serial is None or dated is None:
            return home.render(memo)
        number = book.number(serial, circular=memo.circular)
        return home.render(
            numbered(memo, number, serial, dated), marks_in(book, serial, self.order.key(recipient))
        )


# --- many at once ---------------------------------------------------------------------------------


class Workshop:
    """`with Workshop(order, jobs=2) as workshop`: the copier of an order, or several, each a process.

    Results come in the order of the tasks; only a few tasks are ever waiting.
    """

    def __init__(self, order: Order, *, jobs: int) -> None:
        self.copier = Copier(order)
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        if self._jobs > 1:
            from concurrent.futures import ProcessPoolExecutor

            self._pool = ProcessPoolExecutor(self._jobs, initializer=_begin, initargs=(self.copier.order,))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def each(
        self, work: Callable[Concatenate[Copier, P], R], tasks: Iterable[tuple[Any, ...]]
    ) -> Iterator[R]:
        """The result of `work` for each task's arguments; a task is taken only when it is its turn."""
        if self._pool is None:
            for task in tasks:
                yield work(self.copier, *task)  # type: ignore[call-arg]
            return
        waiting: deque[Future[R]] = deque()
        for task in tasks:
            waiting.append(self._pool.submit(_work, work, task))
            if len(waiting) > self._jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def chunks(recipients: Sequence[Recipient]) -> Iterator[Sequence[Recipient]]:
    """The recipients, a hundred at a time."""
    for start in range(0, len(recipients), AT_ONCE):
        yield recipients[start : start + AT_ONCE]


_here: list[Copier] = []
"""The copier of a process of the workshop."""


def _begin(order: Order) -> None:
    from threading import Thread

    Thread(target=_leave_with_parent, daemon=True).start()
    _here[:] = [Copier(order)]


def _leave_with_parent() -> None:
    """Ends this process when the one that gives it work is gone; it would wait for ever."""
    import multiprocessing
    import os

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(work: Callable[..., R], task: tuple[Any, ...]) -> R:
    return work(_here[0], *task)
