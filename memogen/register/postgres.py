"""The register on a PostgreSQL server."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from gettext import gettext as _
from pathlib import Path
from typing import Any

import psycopg
from psycopg import conninfo, errors
from psycopg.abc import Buffer
from psycopg.adapt import Loader

from memogen.errors import RegisterRefusal
from memogen.register import refusals, troubles
from memogen.register.queueing import Queue
from memogen.register.rows import Row
from memogen.register.store import HEAD, WAIT_SECONDS, Head

_IN_FORCE = {"synchronous_commit": "on", "fsync": "on", "server_encoding": "UTF8"}
"""Settings of the server, read back: with less, a crash could bring a printed number back."""

_MAKING = 0x6D656D6F  # the advisory lock while tables are made: "memo"

_AT_ONCE = 500
_GATHERED_BYTES = 256 * 1024

logging.getLogger("psycopg").addHandler(logging.NullHandler())  # its remarks are not for the officer

Statement = tuple[str, Sequence[Any]]


class PostgresStore:
    """One connection, made anew when the server was lost. Raises RegisterRefusal (R20 to R29).

    What changes is gathered and sent with the next question or the commit, in one go; sooner when it grows
    large, so that thousands of documents need no more memory than some.
    """

    name = "postgresql"
    errors: type[Exception] = psycopg.Error

    def __init__(self, address: str, *, wait: float = WAIT_SECONDS) -> None:
        self.writing = False
        self._wait = wait
        self._pending: list[Statement] = []
        self._pending_bytes = 0
        try:
            self._conninfo = conninfo.make_conninfo(
                address, connect_timeout=10, application_name="memogen", client_encoding="UTF8"
            )
            self._parts = conninfo.conninfo_to_dict(self._conninfo)
        except psycopg.Error as error:
            raise bad_address() from error
        self.shown = _shown(self._parts)
        self._connection = self._connected()

    def _connected(self) -> psycopg.Connection[Row]:
        try:
            connection = psycopg.connect(self._conninfo, autocommit=True)
        except psycopg.Error as error:
            raise self.refusal(error) from error
        try:
            # A server that never answers again would hold the clerk for ever.
            connection.execute(f"SET lock_timeout = '{self._wait}s'")
            connection.execute("SET synchronous_commit = on")
            for name, value in _IN_FORCE.items():
                row = connection.execute(f"SHOW {name}").fetchone()
                if row is None or row[0] != value:
                    raise not_in_force(self.shown, name, value, row[0] if row else "")
        except BaseException as error:
            connection.close()
            if isinstance(error, psycopg.Error):
                raise self.refusal(error) from error
            raise
        return connection

    def refusal(self, error: Exception) -> RegisterRefusal:
        return of_postgres(self._parts, self.shown, error, self._wait)

    def query(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        return self._exchange((_marked(statement), values)).fetchall()

    def raw(self, statement: str) -> Iterator[Row]:
        cursor = self._connection.cursor(binary=True)
        cursor.adapters.register_loader("text", _Stored)
        if psycopg.capabilities.has_stream_chunked():  # the server goes on while we work
            yield from cursor.stream(_marked(statement), size=_AT_ONCE)
        else:
            yield from cursor.execute(_marked(statement))

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        self.run_many(statement, [tuple(values)])

    def run_many(self, statement: str, rows: Sequence[Row]) -> None:
        marked = _marked(statement)
        for row in rows:
            self._pending_bytes += sum(len(value) for value in row if isinstance(value, bytes))
            if self._pending_bytes > _GATHERED_BYTES:
                self._exchange((marked, row))
            else:
                self._pending.append((marked, row))

    def begin(self) -> None:
        self._pending, self._pending_bytes = [("BEGIN", ())], 0

    def lock_head(self) -> Head:
        return Head(*self.query(HEAD + " FOR UPDATE")[0])

    def commit(self) -> None:
        self._exchange(("COMMIT", ()))

    def rollback(self) -> None:
        self._pending, self._pending_bytes = [], 0
        # A lost server rolls back by itself.
        with suppress(psycopg.Error):
            if self._status() != psycopg.pq.TransactionStatus.IDLE:
                self._connection.execute("ROLLBACK")

    def leave(self) -> None:
        """The head's lock went with the transaction."""

    @contextmanager
    def mirroring(self, mirror: Path) -> Iterator[None]:
        queue = Queue(mirror.with_name(mirror.name + ".lock"))
        try:
            if not queue.enter(self._wait):
                raise TimeoutError
            try:
                yield
            finally:
                queue.leave()
        finally:
            queue.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        self._exchange(("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ()))
        try:
            yield
        finally:
            self.rollback()

    def version(self) -> int:
        """The schema's version; 0 where there are no tables of ours. Raises R24 when `meta` is another's."""
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
        names = {name for (name,) in self.query(tables)} & {"meta", "books", "entries", "events"}
        if names == {"meta", "books", "entries", "events"}:
            return int(self.query("SELECT version FROM meta")[0][0])
        if names:
            raise troubles.not_a_register(self.shown)
        return 0

    def lock_making(self) -> None:
        """Let only one make the tables; the transaction's end frees it."""
        self.query(f"SELECT pg_advisory_xact_lock({_MAKING})")

    def backup(self, path: Path) -> None:
        from memogen.register.backups import dump

        dump(self._parts, path)

    def close(self) -> None:
        with suppress(psycopg.Error):
            self._connection.close()

    def _exchange(self, statement: Statement) -> psycopg.Cursor[Row]:
        """Send what is gathered and `statement` in one go; the answer to the last.

        Where nothing is at stake yet, a server that came back is simply asked again.
        """
        statements, self._pending, self._pending_bytes = [*self._pending, statement], [], 0
        idle = self._connection.closed or self._status() == psycopg.pq.TransactionStatus.IDLE
        try:
            return _sent(self._connection, statements)
        except psycopg.OperationalError:
            if not (idle and self._connection.closed):
                raise
            self._connection = self._connected()
            return _sent(self._connection, statements)

    def _status(self) -> psycopg.pq.TransactionStatus:
        return self._connection.info.transaction_status


def _sent(connection: psycopg.Connection[Row], statements: Sequence[Statement]) -> psycopg.Cursor[Row]:
    """The answer to the last. Many statements go as one message, since each answer is waited for."""
    if len(statements) == 1:
        return connection.execute(*statements[0])
    cursor = psycopg.ClientCursor(connection)
    for start in range(0, len(statements), _AT_ONCE):
        some = statements[start : start + _AT_ONCE]
        cursor.execute(";".join(cursor.mogrify(statement, values or None) for statement, values in some))
    while cursor.nextset():
        pass
    return cursor


class _Stored(Loader):
    """Texts as they are stored, not decoded."""

    format = psycopg.pq.Format.BINARY

    def load(self, data: Buffer) -> bytes:
        return bytes(data)


_MARKED: dict[str, str] = {}


def _marked(statement: str) -> str:
    if statement not in _MARKED:
        _MARKED[statement] = statement.replace("?", "%s")
    return _MARKED[statement]


def _shown(parts: dict[str, Any]) -> str:
    """The address without its password."""
    user = f"{parts['user']}@" if parts.get("user") else ""
    port = f":{parts['port']}" if parts.get("port") else ""
    return f"postgresql://{user}{parts.get('host', '')}{port}/{parts.get('dbname', '')}"


def bad_address() -> RegisterRefusal:
    """The address is not shown: it may hold the password."""
    return refusals.refusal(
        "R29",
        _("อ่านที่อยู่ของทะเบียนไม่ได้"),
        _("เขียนเป็น postgresql://ผู้ใช้:รหัสผ่าน@เครื่อง:5432/ฐานข้อมูล อักขระพิเศษในรหัสผ่านให้เขียนแบบ %40"),
    )


def not_in_force(shown: str, name: str, value: str, found: str) -> RegisterRefusal:
    return refusals.refusal(
        "R26",
        _("เซิร์ฟเวอร์ตั้งค่า {name} เป็น {found} ทะเบียนต้องการ {value}").format(name=name, value=value, found=found),
        _("ขอให้ผู้ดูแลเซิร์ฟเวอร์ตั้ง {name} = {value} แล้วสั่งใหม่").format(name=name, value=value),
        file=shown,
    )


def of_postgres(parts: dict[str, Any], shown: str, error: Exception, wait: float) -> RegisterRefusal:
    """What PostgreSQL's words mean for the officer; its own words may name the user, never the password."""
    words = str(error).strip().splitlines()[0] if str(error).strip() else ""
    if isinstance(error, errors.LockNotAvailable):
        return troubles.busy(shown, wait)
    if isinstance(error, errors.ReadOnlySqlTransaction):
        return refusals.refusal(
            "R22",
            _("เซิร์ฟเวอร์นี้ให้อ่านอย่างเดียว คงเป็นเครื่องสำรอง"),
            _("ตั้ง address ใน memogen.toml ให้ชี้ไปที่เซิร์ฟเวอร์หลัก"),
            file=shown,
        )
    if isinstance(error, (errors.DiskFull, errors.IoError)):
        return troubles.disk_failing(shown, words)
    if isinstance(error, errors.InsufficientPrivilege):
        return _rights(parts, shown, words)
    if isinstance(error, (errors.DataCorrupted, errors.IndexCorrupted)):
        return troubles.damaged(shown, words)
    if isinstance(error, errors.IntegrityError):
        return troubles.against_law(shown, words)
    if isinstance(error, psycopg.OperationalError):
        return _not_reached(parts, shown, str(error))
    return troubles.against_law(shown, words)


def _rights(parts: dict[str, Any], shown: str, words: str) -> RegisterRefusal:
    return refusals.refusal(
        "R28",
        _("ผู้ใช้ “{user}” ไม่มีสิทธิ์ใช้ทะเบียนนี้").format(user=parts.get("user", "")),
        _("ขอให้ผู้ดูแลเซิร์ฟเวอร์ให้สิทธิ์สร้างและเขียนตารางในฐานข้อมูล “{name}”").format(name=parts.get("dbname", "")),
        file=shown,
        text=words,
    )


def _not_reached(parts: dict[str, Any], shown: str, words: str) -> RegisterRefusal:
    """libpq gives no codes before the connection stands, only words, in the server's language."""
    if "password" in words or "authentication" in words or _named(parts, "role", words):
        return refusals.refusal(
            "R28",
            _("เซิร์ฟเวอร์ไม่รับชื่อผู้ใช้ “{user}” หรือรหัสผ่าน").format(user=parts.get("user", "")),
            _("ตรวจชื่อผู้ใช้และรหัสผ่านในที่อยู่ของทะเบียน (memogen.toml หรือ MEMOGEN_REGISTER)"),
            file=shown,
        )
    if _named(parts, "dbname", words):
        return refusals.refusal(
            "R29",
            _("ไม่มีฐานข้อมูล “{name}” ในเซิร์ฟเวอร์นี้").format(name=parts.get("dbname", "")),
            _("ตรวจชื่อฐานข้อมูล หรือขอให้ผู้ดูแลสร้างด้วย createdb {name}").format(name=parts.get("dbname", "")),
            file=shown,
        )
    return refusals.refusal(
        "R27",
        _("ติดต่อเซิร์ฟเวอร์ทะเบียนไม่ได้ หรือขาดการติดต่อกลางคัน"),
        _("ตรวจสายเครือข่ายและถามผู้ดูแลเซิร์ฟเวอร์ แล้วสั่งคำสั่งเดิมซ้ำ หนังสือที่ออกเลขไปแล้วจะได้เลขเดิม"),
        file=shown,
        text=words.strip().replace("\n", " "),
    )


def _named(parts: dict[str, Any], what: str, words: str) -> bool:
    """Whether the server's complaint is about a role or database by its name."""
    name = parts.get("user" if what == "role" else "dbname")
    return (
        bool(name) and "FATAL" in words and (f'{"role" if what == "role" else "database"} "{name}"' in words)
    )
