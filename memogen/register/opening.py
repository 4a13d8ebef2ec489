"""Opening a register: which engine the address means, the newest schema, and the first event."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.errors import RegisterRefusal
from memogen.register import refusals, store
from memogen.register.ledger import Ledger

if TYPE_CHECKING:
    from memogen.register.postgres import PostgresStore
    from memogen.register.sqlite import SqliteStore

VERSION = 2
"""The schema that this memogen knows: the number of steps in `schema.STEPS`."""

_POSTGRES = re.compile(r"(postgres|postgresql)(\+\w+)?://")
_SQLITE = "sqlite:///"


def store_at(address: str, *, create: bool) -> SqliteStore | PostgresStore:
    """The database of an address: `postgresql://…`, `sqlite:///path` or a plain path."""
    if scheme := _POSTGRES.match(address):
        from memogen.register.postgres import PostgresStore

        return PostgresStore("postgresql://" + address[scheme.end() :])
    from memogen.register.sqlite import SqliteStore

    return SqliteStore(Path(address.removeprefix(_SQLITE)).absolute(), create=create)


def default_mirror(books: SqliteStore | PostgresStore) -> Path | None:
    """`register.mirror.jsonl` beside `register.db`; a server has no place of its own for it."""
    path = getattr(books, "path", None)
    return path.with_name(f"{path.stem}.mirror.jsonl") if isinstance(path, Path) else None


def bring_up_to_date(
    books: SqliteStore | PostgresStore,
    *,
    create: bool,
    begin: bool,
    clock: Callable[[], datetime],
    actor: str,
) -> None:
    """Make the tables, or what a newer memogen added, in one transaction. Raises R23, R24, R29.

    `begin` says whether the first event is to be written: not when a mirror tells of an older register.
    """
    version = books.version()
    if version > VERSION:
        raise newer(books.shown, version, VERSION)
    if version == VERSION:
        return
    if version == 0 and not create:
        raise not_there(books.shown)
    books.begin()
    try:
        _migrate(books, begin=begin, clock=clock, actor=actor)
        books.commit()
    finally:
        books.rollback()
        books.leave()


def _migrate(
    books: SqliteStore | PostgresStore, *, begin: bool, clock: Callable[[], datetime], actor: str
) -> None:
    from memogen.register import schema

    books.lock_making()
    version = books.version()  # somebody may have been quicker
    for statement in schema.statements(books.name, version):
        books.run(statement)
    if version < VERSION:
        books.run(store.SET_VERSION, (VERSION,))
    if version == 0 and begin:
        ledger = Ledger(books, books.lock_head(), clock(), actor)
        ledger.begin(secrets.token_hex(16))
        ledger.finish()


def newer(shown: str, version: int, known: int) -> RegisterRefusal:
    return refusals.refusal(
        "R23",
        _("ทะเบียนนี้สร้างด้วย memogen รุ่นใหม่กว่า (รูปแบบ {version} รุ่นนี้รู้จักถึง {known})").format(
            version=refusals.digits(version), known=refusals.digits(known)
        ),
        _("ปรับ memogen เป็นรุ่นใหม่ด้วย pip install --upgrade memogen"),
        file=shown,
    )


def not_there(shown: str) -> RegisterRefusal:
    return refusals.refusal(
        "R29",
        _("ยังไม่มีทะเบียนในที่นี้"),
        _("ตรวจดูที่อยู่ของทะเบียนใน memogen.toml หรือเริ่มทะเบียนใหม่ด้วยการออกเลขหรือจองเลขแรก"),
        file=shown,
    )
