"""A workshop: the copier of an order, here or in several other processes.

Code: N38 another process came to a sudden end.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from gettext import gettext as _
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Self, TypeVar

from memogen.desk.copying import Copier, Order
from memogen.errors import OutputError
from memogen.findings import Finding

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

P = ParamSpec("P")
R = TypeVar("R")
SELDOM = 20_000, 20, 100
"""Thresholds of Python's collector while copies are made: they leave next to nothing for it to find."""


class Workshop:
    """`with Workshop(order, jobs=2) as workshop`: the copier of an order, or several, each a process.

    Results come in the order of the tasks; only a few tasks are ever waiting. Processes make themselves ready
    while the recipients are read. Python looks for garbage in circles less often meanwhile.
    """

    def __init__(self, order: Order, *, jobs: int) -> None:
        self.copier = Copier(order)
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        self._open.callback(gc.set_threshold, *gc.get_threshold())
        gc.set_threshold(*SELDOM)
        if self.jobs > 1:
            from concurrent.futures import ProcessPoolExecutor

            self._post = Post(Path(self._open.enter_context(TemporaryDirectory(prefix="memogen-"))))
            self._pool = ProcessPoolExecutor(self.jobs, initializer=_begin, initargs=(self.copier.order,))
            self._open.callback(self._pool.shutdown, cancel_futures=True)
            self._pool.submit(int)  # they begin now, before there is an open register to inherit
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def each(
        self, work: Callable[Concatenate[Copier, P], R], tasks: Iterable[tuple[Any, ...]]
    ) -> Iterator[R]:
        """The result of `work` for each task's arguments; a task is taken only when it is its turn.

        Raises OutputError (N38) when a process has been killed.
        """
        if self._pool is None:
            for task in tasks:
                yield work(self.copier, *task)  # type: ignore[call-arg]
            return
        waiting: deque[tuple[Path, Future[None]]] = deque()
        for task in tasks:
            letter = self._post.sent(task)
            with _stopped():
                waiting.append((letter, self._pool.submit(_work, work, letter)))
            if len(waiting) > self.jobs:
                yield self._answer(*waiting.popleft())
        while waiting:
            yield self._answer(*waiting.popleft())

    def _answer(self, letter: Path, work: Future[None]) -> Any:
        with _stopped():
            work.result()
        return self._post.taken(letter)


class Post:
    """What goes between processes, in files.

    Their own pipe carries no more than a file's name: a process that is killed with half of a long message
    written leaves the others waiting for the rest for ever.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count()

    def sent(self, what: object) -> Path:
        """Where it can be taken from, by whoever is told of the place."""
        letter = self._folder / str(next(self._numbers))
        put(letter, what)
        return letter

    @staticmethod
    def taken(letter: Path) -> Any:
        """What lies there, which is gone then."""
        what = pickle.loads(letter.read_bytes())  # our own, out of everybody's reach
        letter.unlink()
        return what


def put(letter: Path, what: object) -> None:
    """Lay something in a place of the post."""
    letter.write_bytes(pickle.dumps(what))


@contextmanager
def _stopped() -> Iterator[None]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        yield
    except BrokenProcessPool as error:
        raise OutputError(
            Finding(
                code="N38",
                message=_("โปรแกรมที่ช่วยทำหนังสือหยุดกลางคัน หน่วยความจำอาจไม่พอ หรือถูกสั่งปิด"),
                hint=_("สั่งเดิมพร้อม --resume จะทำต่อโดยคงเลขเดิม ถ้าหยุดอีก ลดจำนวนใน --jobs"),
            )
        ) from error


# --- in the other processes -------------------------------------------------------------------------


_here: list[Copier] = []
"""The copier of a process of the workshop."""


def _begin(order: Order) -> None:
    Thread(target=_leave_with_parent, daemon=True).start()
    gc.set_threshold(*SELDOM)
    _here[:] = [Copier(order)]
    _here[0].prepare()


def _leave_with_parent() -> None:
    """Ends this process when the one that gives it work is gone; it would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(work: Callable[..., object], letter: Path) -> None:
    """A task answered in the place where it lay."""
    put(letter, work(_here[0], *Post.taken(letter)))
