"""The register in a SQLite file on this machine."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from gettext import gettext as _
from pathlib import Path
from typing import Any

from memogen.errors import RegisterRefusal
from memogen.register import refusals, troubles
from memogen.register.queueing import Queue
from memogen.register.rows import Row
from memogen.register.shares import remote_kind
from memogen.register.store import HEAD, WAIT_SECONDS, Head

_PAGE = 16_384
"""Bytes of a page of a new file. A letter's line takes two of SQLite's own 4,096, and half of it is empty."""
_IN_FORCE = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
}
"""Settings of the connection, read back: with less, a power cut could bring a printed number back."""


class SqliteStore:
    """One connection. Opens or makes the file; raises RegisterRefusal (R20 to R29)."""

    name = "sqlite"
    errors: type[Exception] = sqlite3.Error

    def __init__(self, path: Path, *, create: bool, wait: float = WAIT_SECONDS) -> None:
        self.path = path
        self.shown = path.as_posix()
        self.writing = False
        self._wait = wait
        _refuse_share(path)
        _refuse_missing(path, create)
        _refuse_protected(path)
        try:
            self._queue = Queue(path.with_name(path.name + ".lock"))
        except OSError as error:
            raise read_only(path) from error
        try:
            self._connection = self._connected()
        except BaseException:
            self._queue.close()
            raise

    def _connected(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(self.path, timeout=self._wait, isolation_level=None)
        except sqlite3.Error as error:
            raise self.refusal(error) from error
        try:
            if not self._is_set(connection):
                # Two who open a new file at once both change its journal, which SQLite does not wait for.
                self._enter()
                try:
                    self._set(connection)
                finally:
                    self._queue.leave()
        except sqlite3.Error as error:
            connection.close()
            raise self.refusal(error) from error
        except BaseException:
            connection.close()
            raise
        return connection

    def _is_set(self, connection: sqlite3.Connection) -> bool:
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            return False
        self._set(connection)
        return True

    def _set(self, connection: sqlite3.Connection) -> None:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        for name, value in _IN_FORCE.items():
            connection.execute(f"PRAGMA {name} = {value}")
            if (found := connection.execute(f"PRAGMA {name}").fetchone()[0]) != value:
                raise refusals.refusal(
                    "R26",
                    _("SQLite ไม่ยอมตั้งค่า {name} เป็น {value} (ได้ {found}) ทะเบียนจึงอาจสูญหายเมื่อไฟดับ").format(
                        name=name, value=value, found=found
                    ),
                    _("ย้ายทะเบียนไปไว้ในดิสก์ของเครื่องนี้ แล้วสั่งใหม่"),
                    file=self.shown,
                )

    def refusal(self, error: Exception) -> RegisterRefusal:
        return of_sqlite(self.path, error)

    def query(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        return self._connection.execute(statement, values).fetchall()

    def raw(self, statement: str) -> Iterator[Row]:
        self._connection.text_factory = bytes
        try:
            yield from self._connection.execute(statement)
        finally:
            self._connection.text_factory = str

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        self._connection.execute(statement, values)

    def run_many(self, statement: str, rows: Sequence[Row]) -> None:
        self._connection.executemany(statement, rows)

    def begin(self) -> None:
        self._enter()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            self._queue.leave()
            raise

    def lock_head(self) -> Head:
        return Head(*self._connection.execute(HEAD).fetchone())

    def commit(self) -> None:
        self._connection.execute("COMMIT")

    def rollback(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def leave(self) -> None:
        self._queue.leave()

    def mirroring(self, mirror: Path) -> nullcontext[None]:  # noqa: ARG002
        return nullcontext()  # the queue is held already

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self.rollback()

    def version(self) -> int:
        """The schema's version; 0 of an empty file. Raises R24 when the file is another program's."""
        tables = {name for (name,) in self.query("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "meta" in tables and "events" in tables:
            return int(self.query("SELECT version FROM meta")[0][0])
        if tables:
            raise troubles.not_a_register(self.shown)
        return 0

    def lock_making(self) -> None:
        """Whoever writes to SQLite is alone."""

    def backup(self, path: Path) -> None:
        with sqlite3.connect(path, isolation_level=None) as copy:
            self._connection.backup(copy)
            copy.execute("PRAGMA journal_mode = delete")  # one file, complete in itself
            sound = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        copy.close()
        if not sound:
            raise sqlite3.DatabaseError("malformed")

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()
        self._queue.close()

    def _enter(self) -> None:
        if not self._queue.enter(self._wait):
            raise troubles.busy(self.shown, self._wait)


def _refuse_share(path: Path) -> None:
    if kind := remote_kind(path):
        raise on_share(path, kind)


def on_share(path: Path, kind: str) -> RegisterRefusal:
    """The refusal of a register whose folder is on another machine."""
    return refusals.refusal(
        "R21",
        _("ทะเบียนอยู่ในโฟลเดอร์ที่แชร์จากเครื่องอื่น ({kind}) ซึ่งอาจทำให้เลขซ้ำหรือทะเบียนเสีย").format(kind=kind),
        _(
            "ย้าย {name} ไปไว้ในดิสก์ของเครื่องนี้ หรือถ้าใช้ร่วมกันหลายเครื่อง"
            " ให้ตั้ง address ใน memogen.toml เป็น PostgreSQL (postgresql://…)"
        ).format(name=path.name),
        file=path.as_posix(),
    )


def _refuse_missing(path: Path, create: bool) -> None:
    if path.is_dir():
        raise troubles.not_a_register(path.as_posix())
    if create and not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise read_only(path) from error
    elif not path.exists():
        raise refusals.refusal(
            "R29",
            _("ยังไม่มีทะเบียน “{name}”").format(name=path.name),
            _("ตรวจดูโฟลเดอร์งาน หรือเริ่มทะเบียนใหม่ด้วยการออกเลขหรือจองเลขแรก"),
            file=path.as_posix(),
        )


def _refuse_protected(path: Path) -> None:
    """Asked of the bits, since the administrator is never refused."""
    if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
        raise read_only(path)
    if os.name == "posix" and not path.parent.stat().st_mode & 0o222:
        raise read_only(path)  # SQLite keeps its journal beside the file


def read_only(path: Path) -> RegisterRefusal:
    return refusals.refusal(
        "R22",
        _("ทะเบียน “{name}” หรือโฟลเดอร์ของทะเบียนเป็นแบบอ่านอย่างเดียว").format(name=path.name),
        _("เอาเครื่องหมายอ่านอย่างเดียวออก หรือย้ายทะเบียนไปไว้ในโฟลเดอร์ที่เขียนได้"),
        file=path.as_posix(),
    )


def of_sqlite(path: Path, error: Exception) -> RegisterRefusal:
    """What SQLite's words mean for the officer."""
    name = str(getattr(error, "sqlite_errorname", ""))
    words = str(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return troubles.busy(path.as_posix(), WAIT_SECONDS)
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return read_only(path)
    if name.startswith("SQLITE_NOTADB"):
        return troubles.not_a_register(path.as_posix())
    if name.startswith("SQLITE_CORRUPT") or "malformed" in words:
        return troubles.damaged(path.as_posix(), words)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return troubles.disk_failing(path.as_posix(), words)
    if name.startswith("SQLITE_CONSTRAINT"):
        return troubles.against_law(path.as_posix(), words)
    return troubles.damaged(path.as_posix(), words)
