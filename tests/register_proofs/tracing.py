"""Faults of the machine on demand: strace stops a process at a system call of its disk, or makes it fail."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from clerks import Clerk

CALLS = "/^(fdatasync|fsync|rename.*|unlink.*|ftruncate.*|pwrite64|write)$"
"""What books and documents are written with."""

_ATTACHED = re.compile(r"attached")
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)")


@dataclass(frozen=True)
class Point:
    """The n-th call of one name in a process, and what shall happen there."""

    call: str
    turn: int
    fault: str

    def __str__(self) -> str:
        return f"{self.fault} at {self.call} {self.turn}"


def points(calls: list[tuple[str, str]], faults: dict[str, str], *, at_most: int) -> list[Point]:
    """Every turn of every call that `faults` names by its beginning; long rows are sampled evenly."""
    found = []
    for call, count in sorted(Counter(call for call, _arguments in calls).items()):
        for name, fault in faults.items():
            if call.startswith(name):
                step = max(1, -(-count // at_most))
                found += [Point(call, turn, fault) for turn in range(1, count + 1, step)]
    return found


def calls_of(clerk: Clerk, log: Path) -> list[tuple[str, str]]:
    """Lets the clerk work undisturbed; its calls in order: name, and arguments with the files' paths."""
    with _Strace(clerk, log, f"trace={CALLS}"):
        clerk.go().answer()
    lines = log.read_text(errors="replace").splitlines()
    calls = [(found[1], found[2]) for line in lines if (found := _CALL.match(line))]
    assert calls[-1][0] == "write"
    return calls[:-1]  # without the clerk's own answer to us


def struck(clerk: Clerk, log: Path, point: Point) -> int | None:
    """Lets the clerk work until the point is reached; its exit code, -9 when it was killed there."""
    what = "signal=SIGKILL" if point.fault == "SIGKILL" else f"error={point.fault}"
    with _Strace(clerk, log, f"trace={point.call}", f"inject={point.call}:{what}:when={point.turn}"):
        clerk.go()
        return clerk.end()


class _Strace:
    """strace beside a process that waits for its start."""

    def __init__(self, clerk: Clerk, log: Path, *expressions: str) -> None:
        program = shutil.which("strace")
        assert program, "strace is not installed: apt-get install strace"
        options = [option for expression in expressions for option in ("-e", expression)]
        self._errors = log.with_suffix(".errors")
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                [program, "-f", "-y", "-s", "0", "-o", str(log), *options, "-p", str(clerk.ready().pid)],
                stderr=errors,
            )

    def __enter__(self) -> None:
        deadline = time.monotonic() + 30
        while not _ATTACHED.search(said := self._errors.read_text(errors="replace")):
            assert self._process.poll() is None, f"strace may not trace on this machine (ptrace): {said}"
            assert time.monotonic() < deadline, f"strace did not attach: {said}"
            time.sleep(0.002)

    def __exit__(self, *_error: object) -> None:
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
