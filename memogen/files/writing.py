"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import platform
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache, partial
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, TypeAlias

from memogen.errors import OutputError
from memogen.files import refusals
from memogen.files.names import folded
from memogen.files.processes import alive
from memogen.findings import Finding

RETRY_SECONDS = (0.05, 0.1, 0.2, 0.5, 1.6)

Deliver: TypeAlias = "Callable[[Path | str, bytes | str | Path], bool]"
"""Puts a file in its place, see `delivery`."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOINHERIT", 0)
_TEMP = re.compile(r"\.mg-(?P<host>[A-Za-z0-9-]+)-(?P<pid>\d+)-[0-9a-f]+\.tmp")


@dataclass(frozen=True, slots=True)
class _Staged:
    """A file written beside its place, waiting to take it."""

    path: Path  # as the caller named it
    target: Path  # where a symbolic link leads
    temp: str


def put(path: Path, content: bytes) -> None:
    """Write `content` to `path`, whole or not at all; when this returns it is on the disk.

    The folder is made if it is missing, the mode of an existing file is kept, a symbolic link is
    followed. Raises OutputError (P01 open elsewhere, P02 disk full, P03 no right to write, P04 other,
    P05 a folder stands there); what stood there before still stands.
    """
    put_all([(path, content)])


def put_all(items: Iterable[tuple[Path, bytes]]) -> None:
    """Write many files: all are staged beside their places first, then all take their places.

    A failure while staging leaves every old file as it was. `items` may be a generator, so that a
    batch need not be held in memory. Raises OutputError as `put` does, with every place that refuses,
    and P06 when two items would be one file on Windows.
    """
    staged: list[_Staged] = []
    try:
        _stage(items, staged)
        for item in staged:
            with _Told(item.path):
                retried(partial(os.replace, item.temp, item.target))
        for folder in {item.target.parent for item in staged}:
            with _Told(folder):
                _sync_folder(folder)
    finally:
        for item in staged:
            discard(item.temp)


def stage(folder: Path, *content: bytes) -> str:
    """The pieces of `content` in a temp in `folder`, from where they are to be delivered; see `delivery`.

    Its path is a text, which goes between processes in a tenth of a Path's time.
    Raises OutputError. What is never delivered is for `discard`, or after a crash for `sweep`.
    """
    temp = _temp_in(folder)
    try:
        with _Told(folder):
            _write(temp, *content)
    except BaseException:
        discard(temp)
        raise
    return temp


def stage_filled(folder: Path, fill: Callable[[BinaryIO], object]) -> str:
    """As `stage`, of what `fill` writes: a file of any size, never held in memory.

    The folder is made if it is missing. What `fill` raises passes through.
    """
    temp = _temp_in(folder)
    with _Told(folder):
        _ready(folder)
        handle = os.open(temp, _NEW, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            fill(file)
    except BaseException:
        discard(temp)
        raise
    return temp


def settle() -> None:
    """Sync all that was delivered, where the system can do so (not on Windows)."""
    if hasattr(os, "sync"):
        os.sync()


@contextmanager
def delivery(*, settled: bool = True, replacing: bool = True) -> Iterator[Deliver]:
    """`with delivery() as deliver`: many files one by one, each whole or not at all as with `put`.

    A file is given as its bytes or as the temp that holds them (see `stage`). Without `replacing`, one that
    is there already is left alone, and `deliver` says False. All are synced together when the block ends, or
    by a later `settle`: what must survive a power failure before that has to be kept elsewhere too.
    """
    ready: set[str] = set()

    def deliver(file: Path | str, content: bytes | str | Path) -> bool:
        path = os.fspath(file)
        folder = os.path.dirname(path)  # noqa: PTH120  (far quicker than `parent`, and asked for every file)
        if folder not in ready:
            with _Told(path):
                _ready(Path(folder))
            ready.add(folder)
        is_there = os.path.lexists(path)
        if is_there and not replacing and os.path.exists(path):  # noqa: PTH110  (as for `dirname`)
            return False
        temp = _temp_in(folder) if isinstance(content, bytes) else str(content)
        try:
            with _Told(path):
                if isinstance(content, bytes):
                    _write(temp, content)
                target: Path | str = path
                if is_there:
                    target = _target(Path(path), set())
                    _keep_mode(temp, target)
                retried(partial(os.replace, temp, target))
        except BaseException:
            discard(temp)
            raise
        return True

    try:
        yield deliver
    finally:
        if ready and settled:
            settle()


def check_writable(folder: Path) -> None:
    """Make `folder` if it is missing and prove, by writing, that files can be put there.

    Raises OutputError (P02, P03, P04, P05). The proof is removed again.
    """
    with _Told(folder):
        _ready(folder)
        probe = _temp_in(folder)
        try:
            _write(probe, b"memogen")
            _sync(probe)
        finally:
            discard(probe)


def sweep(folder: Path, *, now: datetime | None = None) -> list[Path]:
    """Remove the temps that a killed run left in `folder`, and say which.

    Only those of this machine whose process is gone, and with `now` any older than 24 hours: the temp of
    a colleague at work on the same share is left alone.
    """
    swept = []
    for path in sorted(folder.glob(".mg-*.tmp")):
        named = _TEMP.fullmatch(path.name)
        if named and (_abandoned(named["host"], int(named["pid"])) or _older_than_a_day(path, now)):
            discard(path)
            swept.append(path)
    return swept


def retried(action: Callable[[], None], *, waits: Sequence[float] = RETRY_SECONDS) -> None:
    """Do `action`, and again after each wait (seconds) while Windows says the file is in use."""
    for wait in waits:
        try:
            return action()
        except PermissionError as error:
            if getattr(error, "winerror", None) not in refusals.IN_USE:
                raise
            time.sleep(wait)
    return action()


def owner_files(path: Path) -> list[Path]:
    """What Word, Excel and LibreOffice lay beside `path` while they have it open.

    Word puts ~$ before a name of up to six characters, in place of the first of seven, and in place
    of the first two of longer ones; Excel always puts it before.
    """
    covered = 0 if path.suffix.lower().startswith(".xls") else min(max(len(path.stem) - 6, 0), 2)
    return [path.with_name("~$" + path.name[covered:]), path.with_name(f".~lock.{path.name}#")]


class _Told:
    """`with _Told(path)`: turns the system's refusal into a sentence about `path`."""

    __slots__ = ("_path",)

    def __init__(self, path: Path | str) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, OSError):
            raise OutputError(refusals.of_system(Path(self._path), error)) from error


def _stage(items: Iterable[tuple[Path, bytes]], staged: list[_Staged]) -> None:
    refused: list[Finding] = []
    taken: set[tuple[Path, str]] = set()
    for path, content in items:
        try:
            target = _target(path, taken)
        except OutputError as error:
            refused.extend(error.findings)
        if refused:
            continue  # look at the other places too, but write no more
        with _Told(path):
            item = _Staged(path, target, _temp_in(target.parent))
            staged.append(item)
            _write(item.temp, content)
            _keep_mode(item.temp, target)
    if refused:
        raise OutputError(*refused)
    for item in staged:  # only now: a journal commits many files in one go
        with _Told(item.path):
            _sync(item.temp)


def _target(path: Path, taken: set[tuple[Path, str]]) -> Path:
    """Where the bytes of `path` go, once it is sure that nothing there refuses them."""
    with _Told(path):
        target = path.resolve() if path.is_symlink() else path
        _ready(target.parent)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists():
            _refuse_protected(target)
            refuse_open(path, target)
    place = (target.parent, folded(target.name))
    if place in taken:
        raise OutputError(refusals.same_place(path))
    taken.add(place)
    return target


def _refuse_protected(target: Path) -> None:
    if not target.stat().st_mode & stat.S_IWUSR:  # asked of the bits, since root is never refused
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def refuse_open(path: Path, target: Path) -> None:
    """Raises OutputError (P01) when Word, Excel or LibreOffice has `target` open, which `path` names."""
    for owner in owner_files(target):
        if owner.exists():
            raise OutputError(refusals.open_elsewhere(path, owner.name))


def _ready(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # The read-only mark of a folder means nothing on Windows.
    if os.name == "posix" and not folder.stat().st_mode & 0o222:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@cache
def _host() -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", platform.node()).strip("-")[:24] or "host"


_RUN = secrets.token_hex(6)
_numbers = count()


def _temp_in(folder: Path | str) -> str:
    return f"{folder}{os.sep}.mg-{_host()}-{os.getpid()}-{_RUN}{next(_numbers):x}.tmp"


def _write(temp: str, *content: bytes) -> None:
    handle = os.open(temp, _NEW, 0o666)
    try:
        for rest in content:
            while rest:
                rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def _keep_mode(temp: str | Path, target: Path) -> None:
    if target.exists():
        Path(temp).chmod(stat.S_IMODE(target.stat().st_mode))


def _sync(temp: str) -> None:
    with Path(temp).open("r+b") as file:  # Windows syncs only a handle that may write
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows has no sync of a folder
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some shares have none either
            raise
    finally:
        os.close(handle)


def discard(temp: str | Path) -> None:
    """Remove a temp, if it is still there."""
    try:
        Path(temp).unlink(missing_ok=True)
    except OSError:
        return  # something worse is being told already; `sweep` takes it later


def _abandoned(host: str, pid: int) -> bool:
    return host == _host() and not alive(pid)


def _older_than_a_day(path: Path, now: datetime | None) -> bool:
    return now is not None and now.timestamp() - path.stat().st_mtime > timedelta(days=1).total_seconds()
