"""The tables of the register and the steps that make them, for SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import (
    CheckConstraint,
    Column,
    Dialect,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from memogen.register import triggers
from memogen.register.rows import COLUMNS

TABLES = MetaData()

_NUMBERS = {"year_be", "serial", "circular"}
_KEY = ("code", "kind", "year_be", "serial")
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")  # both engines sort by code point
_MAYBE = {"dated", "letter", "key", "payload", "sha256", "reason", "due", "dispatched_on", "their_date"}


def _number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=False, primary_key=key, autoincrement=False)


def _text(name: str, *, key: bool = False, maybe: bool = False) -> Column[str]:
    return Column(name, _TEXT, nullable=maybe, primary_key=key)


def _column(name: str) -> Column[int] | Column[str]:
    if name in _NUMBERS:
        return _number(name, key=name in _KEY)
    return _text(name, key=name in _KEY, maybe=name in _MAYBE)


META = Table(
    "meta",
    TABLES,
    _number("id", key=True),
    _text("register"),
    _number("version"),
    _number("events"),
    _text("head"),
    _text("last_at"),
    CheckConstraint("id = 1"),
)

BOOKS = Table(
    "books",
    TABLES,
    _text("code", key=True),
    _text("kind", key=True),
    _number("year_be", key=True),
    _number("floor"),
    _number("last"),
    CheckConstraint("kind IN ('sending', 'circular', 'order', 'certificate', 'receiving')"),
    CheckConstraint("floor >= 0 AND last >= floor"),
)

ENTRIES = Table(
    "entries",
    TABLES,
    *map(_column, COLUMNS),
    ForeignKeyConstraint(["code", "kind", "year_be"], ["books.code", "books.kind", "books.year_be"]),
    CheckConstraint("serial > 0"),
    CheckConstraint("circular IN (0, 1)"),
    CheckConstraint("status IN ('reserved', 'issued', 'dispatched', 'void')"),
    CheckConstraint("origin IN ('memogen', 'import')"),
    CheckConstraint("status <> 'void' OR coalesce(length(reason), 0) > 0"),
    CheckConstraint("origin = 'import' OR status IN ('reserved', 'void') OR coalesce(length(dated), 0) = 10"),
    sqlite_with_rowid=False,
)

_LIVE_KEY = text("key IS NOT NULL AND status <> 'void'")
LIVE_KEYS = Index("live_keys", ENTRIES.c.key, unique=True, sqlite_where=_LIVE_KEY, postgresql_where=_LIVE_KEY)
"""One letter has one living number; a void one leaves its letter free for another."""

DOCUMENTS = Table(
    "documents", TABLES, _text("sha256", key=True), Column("content", LargeBinary, nullable=False)
)
"""As step 0 made it; later columns are in the later steps."""

EVENTS = Table(
    "events",
    TABLES,
    _number("seq", key=True),
    *map(_text, ("at", "actor", "action", "code", "kind")),
    *map(_number, ("year_be", "serial")),
    *map(_text, ("row", "hash")),
)
STORIES = Index("stories", EVENTS.c.code, EVENTS.c.kind, EVENTS.c.year_be, EVENTS.c.serial)

Step = Callable[[Dialect], Iterator[str]]


def _tables_and_triggers(dialect: Dialect) -> Iterator[str]:
    for table in (META, BOOKS, ENTRIES, DOCUMENTS, EVENTS):
        yield str(CreateTable(table).compile(dialect=dialect))
    for index in (LIVE_KEYS, STORIES):
        yield str(CreateIndex(index).compile(dialect=dialect))
    yield from triggers.statements(dialect.name)
    yield (
        "INSERT INTO meta (id, register, version, events, head, last_at)"
        f" VALUES (1, '', 1, 0, '{'0' * 64}', '')"
    )


def _documents_as_what_differs(dialect: Dialect) -> Iterator[str]:
    """`content` is what follows the first `shared` bytes of the document `base`; all of it without a base."""
    text_type = _TEXT.compile(dialect=dialect)
    yield f"ALTER TABLE documents ADD COLUMN base {text_type} REFERENCES documents (sha256)"
    yield (
        "ALTER TABLE documents ADD COLUMN shared INTEGER NOT NULL DEFAULT 0"
        " CHECK ((base IS NULL) = (shared = 0) AND shared >= 0)"
    )


STEPS: Sequence[Step] = (_tables_and_triggers, _documents_as_what_differs)
"""Step n takes a register from version n to n + 1. The list only grows; no step is ever changed."""


def statements(dialect_name: str, version: int, steps: Sequence[Step] = STEPS) -> list[str]:
    """What takes a register of `version` (0: an empty database) to the newest, in order."""
    dialect = _dialect(dialect_name)
    return [statement for step in steps[version:] for statement in step(dialect)]


def _dialect(name: str) -> Dialect:
    if name == "sqlite":
        from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

        return SQLiteDialect_pysqlite()
    from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

    return PGDialect_psycopg()  # type: ignore[no-untyped-call]
