"""A turn at the books: the lock, one transaction, and after its commit the mirror.

Plain classes in place of generators, and no wrapper too many: everything here happens while others wait.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from memogen.errors import RegisterRefusal
from memogen.register import store
from memogen.register.ledger import Ledger
from memogen.register.mirror import Damaged, Mirror
from memogen.register.pen import Pen
from memogen.register.rows import Row
from memogen.register.store import Store
from memogen.register.trail import START


class Turn:
    """`with Turn(…) as ledger`: what is written within is kept when the block ends well, or not at all."""

    def __init__(
        self,
        books: Store,
        mirror: Mirror | None,
        now: Callable[[], datetime],
        actor: str,
    ) -> None:
        self._store = books
        self._mirror = mirror
        self._now = now
        self._actor = actor

    def __enter__(self) -> Ledger:
        books = self._store
        if books.writing:
            raise RuntimeError("this register is being written to already")
        try:
            books.begin()
        except books.errors as error:
            raise books.refusal(error) from error
        books.writing = True
        try:
            self._ledger = Ledger(books, books.lock_head(), self._now(), self._actor)
        except books.errors as error:
            self._leave()
            raise books.refusal(error) from error
        except BaseException:
            self._leave()
            raise
        return self._ledger

    def refuse_unless_mirrored(self) -> None:
        """Raises R40, R41, R49 when the mirror shows that the register is older than it was."""
        if self._mirror is not None:
            head = self._ledger.head
            try:
                self._mirror.refuse_unless_behind(head.seq, head.hash, lambda seq: hash_at(self._store, seq))
            except RegisterRefusal:
                self._store.lock_head()  # fails when the connection was cut: then others have gone on
                raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        books = self._store
        try:
            if kind is None:
                self._keep()
            elif isinstance(error, books.errors):
                raise books.refusal(error) from error
        except books.errors as failure:
            raise books.refusal(failure) from failure
        finally:
            self._leave()

    def _keep(self) -> None:
        ledger = self._ledger
        if ledger.spoiled:
            raise RuntimeError("an act of this transaction failed half way; nothing of it was kept")
        if ledger.events or ledger.dirty:
            ledger.finish()
            self._store.commit()
            if self._mirror is not None:
                append(self._store, self._mirror, ledger.events)

    def _leave(self) -> None:
        self._store.writing = False
        self._store.rollback()
        self._store.leave()


class Writing:
    """`with Writing(…) as pen`: the turn that officers take. Raises R40, R41, R49 before it begins."""

    def __init__(self, turn: Turn, *, accept_clock: bool) -> None:
        self._turn = turn
        self._accept_clock = accept_clock

    def __enter__(self) -> Pen:
        ledger = self._turn.__enter__()
        try:
            self._turn.refuse_unless_mirrored()
        except BaseException as error:
            self._turn.__exit__(type(error), error, error.__traceback__)
            raise
        return Pen(ledger, accept_clock=self._accept_clock)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._turn.__exit__(kind, error, trace)


def append(books: Store, mirror: Mirror, events: list[Row]) -> None:
    """The numbers are given already: a mirror that cannot be written now is caught up another time."""
    try:
        with books.mirroring(mirror.path):
            mirror.append(events, lambda seq: books.query(store.EVENTS_AFTER, (seq,)))
    except (OSError, Damaged, books.errors):
        return


def hash_at(books: Store, seq: int) -> str:
    """The hash of an event, START before the first."""
    rows = books.query(store.EVENT, (seq,))
    return str(rows[0][-1]) if rows else START
