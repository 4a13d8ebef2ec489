"""The queue before the register: one writer at a time, in the order of coming."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_lock(handle: int) -> None:
        while not _try_lock(handle):  # Windows keeps no queue that could be waited in
            time.sleep(0.005)

    def _unlock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


class Queue:
    """A lock of the operating system on a file of its own; a killed process leaves it free.

    It makes the waiting fair. That no number is given twice rests on the database alone.
    """

    def __init__(self, path: Path) -> None:
        """Opens (and makes) the lock's file. Raises OSError where files cannot be written."""
        self._path = path
        self._handle = _opened(path)
        self._waiter: _Waiter | None = None

    def enter(self, seconds: float) -> bool:
        """Wait for one's turn, at most so many seconds; whether it has come."""
        if _try_lock(self._handle):
            return True
        if self._waiter is None:
            self._waiter = _Waiter(self._handle)
        if self._waiter.waited(seconds):
            return True
        # The waiter still stands in the queue: leave it the handle, which it closes when its turn comes.
        self._waiter, self._handle = None, _opened(self._path)
        return False

    def leave(self) -> None:
        """Let the next one in."""
        _unlock(self._handle)

    def close(self) -> None:
        """Give the lock's file back to the system."""
        if self._waiter is not None:
            self._waiter.dismiss()
        os.close(self._handle)


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)


class _Waiter:
    """Waits on a thread of its own, since the system's waiting knows no time limit."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._asked, self._come = threading.Lock(), threading.Lock()  # both are handed from thread to thread
        self._asked.acquire()
        self._come.acquire()
        self._fate = threading.Lock()
        self._given_up = self._dismissed = False
        threading.Thread(target=self._work, daemon=True).start()

    def waited(self, seconds: float) -> bool:
        """Ask for a turn; False when it has not come in time, and then this waiter is lost."""
        self._asked.release()
        if self._come.acquire(timeout=seconds):
            return True
        with self._fate:
            self._given_up = not self._come.acquire(blocking=False)
            return not self._given_up

    def dismiss(self) -> None:
        """Let the thread end."""
        self._dismissed = True
        self._asked.release()

    def _work(self) -> None:
        while self._asked.acquire() and not self._dismissed:
            _wait_lock(self._handle)
            with self._fate:
                if self._given_up:
                    os.close(self._handle)
                    return
                self._come.release()
