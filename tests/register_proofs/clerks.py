"""Clerks: processes of their own that share nothing but the register, and what they do there."""

from __future__ import annotations

import ctypes
import hashlib
import multiprocessing
import os
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from memogen import Workspace
from memogen.books import Book, BookKind
from memogen.errors import MemogenError
from memogen.files import put
from memogen.register import Issued, Pen, Register

BOOK = Book("กษ ๑๑๑๓", BookKind.SENDING, 2569)
MOMENT = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
DOCUMENT_BYTES = 10_000

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    [
        "pytest",
        "memogen.desk.issuing",
        "memogen.register.sqlite",
        "memogen.register.postgres",
        "memogen.register.schema",
        "memogen.register.verifying",
        "memogen.render.memo",
        "memogen.sandbox.filling",
        "memogen.thai.prose",
        "markdown_it.main",
        "lxml.etree",
    ]
)
"""What every clerk needs, read once: a process is then ready in milliseconds."""


@dataclass(frozen=True)
class Place:
    """Where a register is and where its documents go; `mirror` is None where the register knows it itself."""

    address: str
    folder: Path
    mirror: Path | None = None

    def register(self, *, actor: str = "clerk", clock: Callable[[], datetime] = lambda: MOMENT) -> Register:
        return Register.open(self.address, clock=clock, actor=actor, mirror=self.mirror)

    def file_of(self, serial: int) -> Path:
        return self.folder / f"{serial:04}.docx"


class Clerk:
    """A process that waits for `go`, does one act, and tells what came of it."""

    def __init__(self, act: Callable[..., Any], *args: Any) -> None:
        self._ear, mouth = FORKS.Pipe(duplex=False)
        ear, self._mouth = FORKS.Pipe(duplex=False)
        self.process = FORKS.Process(target=_perform, args=(mouth, ear, act, args), daemon=True)
        self.process.start()
        mouth.close()
        ear.close()

    @property
    def pid(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    def ready(self) -> Clerk:
        """Waits until the process stands at the start."""
        assert self._told(60) == "ready"
        return self

    def go(self) -> Clerk:
        self._mouth.send("go")
        return self

    def answer(self, seconds: float = 80) -> Any:
        """What the act gave back; fails with the clerk's own traceback when it raised."""
        told, value = self._told(seconds)
        assert told == "done", value
        return value

    def kill(self) -> bool:
        """Ends the process at once; whether it was still at work."""
        self.process.kill()
        self.process.join(30)
        try:
            told, value = self._told(0)
        except EOFError:
            return True
        assert told == "done", value
        return False

    def end(self, seconds: float = 60) -> int | None:
        """Waits for the process, however it ends; its exit code, minus the signal when it was killed."""
        self.process.join(seconds)
        return self.process.exitcode

    def _told(self, seconds: float) -> Any:
        assert self._ear.poll(seconds), f"no word from the clerk in {seconds} s"
        return self._ear.recv()


def crew(acts: Sequence[tuple[Any, ...]], seconds: float = 80) -> list[Any]:
    """Lets all acts (function, arguments …) start at one moment, each in its own process; their answers."""
    clerks = [Clerk(act, *args) for act, *args in acts]
    for clerk in clerks:
        clerk.ready()
    for clerk in clerks:
        clerk.go()
    return [clerk.answer(seconds) for clerk in clerks]


def _perform(mouth: Any, ear: Any, act: Callable[..., Any], args: tuple[Any, ...]) -> None:
    _let_be_traced()
    mouth.send("ready")
    ear.recv()
    try:
        mouth.send(("done", act(*args)))
    except MemogenError as error:
        mouth.send(("refused", (type(error).__name__, [finding.code for finding in error.findings])))
        sys.exit(error.exit_code)
    except BaseException:
        mouth.send(("broken", traceback.format_exc()))
        sys.exit(1)


def _let_be_traced() -> None:
    """Yama lets only ancestors trace a process unless it agrees; strace is its sister here."""
    if sys.platform == "linux":
        pr_set_ptracer, anyone = 0x59616D61, -1
        ctypes.CDLL(None).prctl(pr_set_ptracer, ctypes.c_ulong(anyone), 0, 0, 0)


# --- what clerks do -------------------------------------------------------------------------------


class PrinterJam(Exception):
    """What goes wrong after a number was taken."""


def document(number: str, serial: int) -> bytes:
    """A document that depends on its number and cannot be cut without notice."""
    seed = f"{number} {serial}".encode()
    return (hashlib.shake_256(seed).digest(DOCUMENT_BYTES // 2)) * 2 + seed


def issue_one(
    pen: Pen, key: str, *, subject: str = "ขอความอนุเคราะห์", book: Book = BOOK, dated: date = DAY
) -> Issued:
    return pen.issue(
        book,
        key=key,
        payload={"เรื่อง": f"{subject} {key}", "เรียน": "อธิบดีกรมตัวอย่าง"},
        dated=dated,
        sender="กองทดสอบ",
        to="อธิบดีกรมตัวอย่าง",
        subject=f"{subject} {key}",
        letter=f"letters/{key}.md",
        render=document,
    )


def reserve_many(place: Place, count: int, spoil_every: int) -> list[int]:
    """Takes `count` numbers one by one; every so-manyth time something breaks after the number was taken."""
    got = []
    with place.register() as register:
        for turn in range(1, count + 1):
            try:
                with register.writing() as pen:
                    (entry,) = pen.reserve(BOOK, holder="ผู้จองตัวอย่าง", purpose=f"{os.getpid()}-{turn}")
                    if turn % spoil_every == 0:
                        raise PrinterJam
            except PrinterJam:
                continue
            got.append(entry.serial)
    return got


def ask_for(place: Place, key: str, subject: str = "ขอความอนุเคราะห์") -> tuple[int, str]:
    """Asks once for the number of a letter: serial and digest of the document."""
    with place.register() as register, register.writing() as pen:
        issued = issue_one(pen, key, subject=subject)
    return issued.entry.serial, hashlib.sha256(issued.document).hexdigest()


def issue_letters(place: Place, keys: Sequence[str], word: Path) -> list[int]:
    """What the desk does for each letter: number and row, then the file, then the word to the officer."""
    serials = []
    with place.register() as register:
        for key in keys:
            with register.writing() as pen:
                issued = issue_one(pen, key)
            file = place.file_of(issued.entry.serial)
            if not file.exists():
                put(file, issued.document)
            give_word(word, key, issued.entry.serial)
            serials.append(issued.entry.serial)
    return serials


def copy_for(unit: str, number: str, serial: int) -> bytes:
    """A unit's copy: half of it is alike in all copies of all numbers."""
    return document("", 0)[: DOCUMENT_BYTES // 2] + document(f"{number} {unit}", serial)


def issue_circulars(place: Place, keys: Sequence[str], units: Sequence[str], word: Path) -> list[int]:
    """One number for a copy to each unit, letter after letter."""
    serials = []
    with place.register() as register:
        for key in keys:
            with register.writing() as pen:
                issued = pen.issue_copies(
                    BOOK,
                    key=key,
                    payload={"ผู้รับ": "\n".join(units)},
                    dated=DAY,
                    sender="กองทดสอบ",
                    to="ตามรายชื่อแนบท้าย",
                    subject="ขอความอนุเคราะห์",
                    letter=key,
                    render=lambda number, serial: ((unit, copy_for(unit, number, serial)) for unit in units),
                )
            give_word(word, key, issued.entry.serial)
            serials.append(issued.entry.serial)
    return serials


def issue_at_desk(root: Path, letters: Sequence[Path], word: Path) -> list[tuple[str, int]]:
    """The real command's work: `issue` of the desk in a workspace; (letter, serial) each."""
    issued = Workspace.at(root).issue(letters, clock=lambda: MOMENT, on=DAY)
    for one in issued:
        give_word(word, f"{one.letter}", one.serial)
    return [(one.letter, one.serial) for one in issued]


def give_word(word: Path, key: str, serial: int) -> None:
    """The acknowledgement, in one write, so that it survives the death of the process."""
    handle = os.open(word, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
    try:
        os.writev(handle, [f"{serial}\t{key}\n".encode()])  # not `write`, where tests let disks fail
    finally:
        os.close(handle)


def words(*files: Path) -> dict[str, int]:
    """What was acknowledged: letter -> serial. Fails when one letter was told two numbers."""
    told: dict[str, int] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
            serial, key = line.split("\t")
            assert told.setdefault(key, int(serial)) == int(serial), f"{key} was told two numbers"
    return told


def at_moment(register_clock_start: datetime, started: float) -> Callable[[], datetime]:
    """A clock that showed `register_clock_start` when the machine's monotonic clock showed `started`."""
    return lambda: register_clock_start + timedelta(seconds=time.monotonic() - started)
