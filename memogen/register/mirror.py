"""The mirror: a file beside the register with one line an event, by which an older copy is known."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from memogen.books import Event
from memogen.register import troubles
from memogen.register.rows import EVENT_COLUMNS, Row, event_of, to_json
from memogen.register.trail import START

Fetch = Callable[[int], list[Row]]
"""Gives the events after a seq, in the order of EVENT_COLUMNS."""

HASH = slice(9, 73)
"""Where a line has its hash: after `{"hash":"`."""

_ENDS = re.compile(rb'\{"hash":"([0-9a-f]{64})","seq":(\d{1,18}),.*\}')
_TAIL = 2 * 1024  # bytes: a line or two
_CHUNK = 64 * 1024
_BINARY = getattr(os, "O_BINARY", 0)


_Mark = tuple[int, int, int]
"""By which a file is known to be as it was: inode, time of change, size."""


class Damaged(Exception):
    """The last line of the mirror is not a line of a mirror."""


class Mirror:
    """Appended to after each commit, never changed; what it lacks is caught up at the next occasion."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._place = str(path)
        self._known: tuple[_Mark, tuple[int, str]] | None = None
        self._ours = False

    def tail(self) -> tuple[int, str]:
        """Seq and hash of the last whole line; (0, START) when there is none. Raises Damaged, OSError."""
        mark = self._mark()
        if self._known is None or self._known[0] != mark:
            self._ours &= (
                self._known is not None and self._known[0][0] == mark[0] and mark[-1] >= self._known[0][-1]
            )
            self._known = (mark, self._read_tail() if mark[-1] else (0, START))
        return self._known[1]

    def refuse_unless_behind(self, count: int, head: str, hash_at: Callable[[int], str]) -> None:
        """Raises RegisterRefusal R40 when the mirror knows more than the register, R41 when other things."""
        try:
            seq, digest = self.tail()
        except Damaged:
            raise troubles.mirror_differs(self.path.as_posix(), count) from None
        except OSError as error:
            raise troubles.mirror_unreadable(self.path.as_posix(), error.strerror or "") from error
        if seq > count:
            raise troubles.mirror_ahead(self.path.as_posix(), seq, count)
        # One that lags (others have committed, and not written yet) is compared once, then known.
        if not (self._ours and seq < count) and digest != (head if seq == count else hash_at(seq)):
            raise troubles.mirror_differs(self.path.as_posix(), seq)
        self._ours = True

    def append(self, events: Sequence[Row], fetch: Fetch) -> None:
        """Write the events that the mirror lacks; the caller holds the lock.

        `events` are those just committed; where the mirror lags further behind, `fetch` gives the rest.
        """
        seq, _hash = self.tail()
        missing = [event for event in events if event[0] > seq]
        if not events or (missing and missing[0][0] != seq + 1):
            missing = fetch(seq)
        if missing:
            self._write(missing)

    def settle(self, events: Sequence[Row]) -> None:
        """Make the mirror that of all `events`; one that tells something else is kept under another name."""
        lines = [line for line in self.lines() if line.endswith(b"\n")]
        expected = [line_of(event) for event in events]
        if lines != expected[: len(lines)]:
            self._set_aside()
            lines = []
        self._known = None
        if len(lines) < len(events):
            self._write(events[len(lines) :])

    def _set_aside(self) -> None:
        names = (f"{self.path.name}.{n}.old" for n in range(1, 10_000))
        free = next(path for name in names if not (path := self.path.with_name(name)).exists())
        self.path.rename(free)

    def lines(self) -> Iterator[bytes]:
        """The lines with their ends; the last one lacks it where a process died."""
        with suppress(FileNotFoundError), self.path.open("rb") as file:
            yield from file

    def events(self) -> Iterator[Event | None]:
        """What the lines tell; None for one that cannot be read."""
        return (read_line(line) for line in self.lines() if line.endswith(b"\n"))

    def _has_grown(self, mark: _Mark) -> bool:
        """Whether it is still the same file, and nothing was cut off."""
        return self._known is not None and self._known[0][0] == mark[0] and self._known[0][-1] <= mark[-1]

    def _mark(self) -> _Mark:
        try:
            return _mark_of(os.stat(self._place))  # noqa: PTH116  (twice as fast, and asked in every turn)
        except FileNotFoundError:
            return 0, 0, 0

    def _read_tail(self) -> tuple[int, str]:
        handle = os.open(self.path, os.O_RDONLY | _BINARY)
        try:
            data, start = b"", os.lseek(handle, 0, os.SEEK_END)
            while start and data.count(b"\n") < 2:
                step = min(start, max(_TAIL, len(data)))
                start -= step
                data = _read_at(handle, start, step) + data
        finally:
            os.close(handle)
        end = data.rfind(b"\n")
        if end < 0:
            return 0, START
        found = _ENDS.fullmatch(data, data.rfind(b"\n", 0, end) + 1, end)
        if found is None:
            raise Damaged
        return int(found[2]), found[1].decode()

    def _write(self, events: Sequence[Row]) -> None:
        data = b"".join(map(line_of, events))
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, 0o666)
        try:
            self._drop_torn_end(handle)
            while data:
                data = data[os.write(handle, data) :]
            self._known = (_mark_of(os.fstat(handle)), (events[-1][0], events[-1][-1]))
        finally:
            os.close(handle)

    def _drop_torn_end(self, handle: int) -> None:
        """A line that a dying process left unfinished goes; it is written again, whole."""
        end = size = os.fstat(handle).st_size
        if not size or _read_at(handle, size - 1, 1) == b"\n":
            return
        while end:
            step = min(end, _CHUNK)
            found = _read_at(handle, end - step, step).rfind(b"\n")
            if found >= 0:
                end = end - step + found + 1
                break
            end -= step
        os.ftruncate(handle, end)


def _mark_of(status: os.stat_result) -> _Mark:
    return status.st_ino, status.st_mtime_ns, status.st_size


def _read_at(handle: int, start: int, size: int) -> bytes:
    os.lseek(handle, start, os.SEEK_SET)
    return os.read(handle, size)


def line_of(event: Row) -> bytes:
    """The event's line, with its end: one JSON object whose row is its last member."""
    seq, at, actor, action, code, kind, year_be, serial, row, digest = event
    return (
        f'{{"hash":"{digest}","seq":{seq},"at":"{at}","actor":{to_json(actor)},"action":"{action}",'
        f'"code":{to_json(code)},"kind":"{kind}","year_be":{year_be},"serial":{serial},"row":{row}}}\n'
    ).encode()


def read_line(line: bytes) -> Event | None:
    """The event of a line, or None when it is no such line."""
    try:
        values = json.loads(line)
        row = [values[name] for name in EVENT_COLUMNS]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    row[-2] = to_json(row[-2])
    if [type(value) for value in row] != [int, str, str, str, str, str, int, int, str, str]:
        return None
    return event_of(row)
