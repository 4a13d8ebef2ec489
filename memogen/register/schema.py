"""The tables of the register and the steps that make them, for SQLite and PostgreSQL alike.

The statements stand here word for word: what a step says may never change, whatever library is newest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass

from memogen.register import triggers


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What the engines spell differently."""

    name: str
    """sqlite or postgresql."""

    text: str
    """The type of a text; both engines sort by code point."""

    content: str
    """The type of bytes."""

    key: str
    """The column key, which is a word of SQLite's."""

    row: str
    """The column row, likewise."""

    by_key: str
    """Said of a table whose rows are found by their primary key alone."""


_ENGINES = {
    engine.name: engine
    for engine in (
        Engine(name="sqlite", text="TEXT", content="BLOB", key='"key"', row='"row"', by_key=" WITHOUT ROWID"),
        Engine(name="postgresql", text='TEXT COLLATE "C"', content="BYTEA", key="key", row="row", by_key=""),
    )
}

_TABLES = (
    """
    CREATE TABLE meta (
        id INTEGER NOT NULL,
        register {text} NOT NULL,
        version INTEGER NOT NULL,
        events INTEGER NOT NULL,
        head {text} NOT NULL,
        last_at {text} NOT NULL,
        PRIMARY KEY (id),
        CHECK (id = 1)
    )
    """,
    """
    CREATE TABLE books (
        code {text} NOT NULL,
        kind {text} NOT NULL,
        year_be INTEGER NOT NULL,
        floor INTEGER NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (code, kind, year_be),
        CHECK (kind IN ('sending', 'circular', 'order', 'certificate', 'receiving')),
        CHECK (floor >= 0 AND last >= floor)
    )
    """,
    """
    CREATE TABLE entries (
        code {text} NOT NULL,
        kind {text} NOT NULL,
        year_be INTEGER NOT NULL,
        serial INTEGER NOT NULL,
        circular INTEGER NOT NULL,
        status {text} NOT NULL,
        dated {text},
        sender {text} NOT NULL,
        "to" {text} NOT NULL,
        subject {text} NOT NULL,
        action {text} NOT NULL,
        note {text} NOT NULL,
        letter {text},
        {key} {text},
        payload {text},
        sha256 {text},
        reason {text},
        holder {text} NOT NULL,
        purpose {text} NOT NULL,
        due {text},
        way {text} NOT NULL,
        dispatched_on {text},
        recipient {text} NOT NULL,
        their_number {text} NOT NULL,
        their_date {text},
        received_at {text} NOT NULL,
        origin {text} NOT NULL,
        cell {text} NOT NULL,
        created_at {text} NOT NULL,
        changed_at {text} NOT NULL,
        actor {text} NOT NULL,
        PRIMARY KEY (code, kind, year_be, serial),
        FOREIGN KEY(code, kind, year_be) REFERENCES books (code, kind, year_be),
        CHECK (serial > 0),
        CHECK (circular IN (0, 1)),
        CHECK (status IN ('reserved', 'issued', 'dispatched', 'void')),
        CHECK (origin IN ('memogen', 'import')),
        CHECK (status <> 'void' OR coalesce(length(reason), 0) > 0),
        CHECK (origin = 'import' OR status IN ('reserved', 'void') OR coalesce(length(dated), 0) = 10)
    ){by_key}
    """,
    """
    CREATE TABLE documents (
        sha256 {text} NOT NULL,
        content {content} NOT NULL,
        PRIMARY KEY (sha256)
    )
    """,
    """
    CREATE TABLE events (
        seq INTEGER NOT NULL,
        at {text} NOT NULL,
        actor {text} NOT NULL,
        action {text} NOT NULL,
        code {text} NOT NULL,
        kind {text} NOT NULL,
        year_be INTEGER NOT NULL,
        serial INTEGER NOT NULL,
        {row} {text} NOT NULL,
        hash {text} NOT NULL,
        PRIMARY KEY (seq)
    )
    """,
    # One letter has one living number; a void one leaves its letter free for another.
    "CREATE UNIQUE INDEX live_keys ON entries ({key}) WHERE key IS NOT NULL AND status <> 'void'",
    "CREATE INDEX stories ON events (code, kind, year_be, serial)",
)

Step = Callable[[Engine], Iterator[str]]


def _tables_and_triggers(engine: Engine) -> Iterator[str]:
    yield from (statement.format(**asdict(engine)) for statement in _TABLES)
    yield from triggers.statements(engine.name)
    yield (
        "INSERT INTO meta (id, register, version, events, head, last_at)"
        f" VALUES (1, '', 1, 0, '{'0' * 64}', '')"
    )


def _documents_as_what_differs(engine: Engine) -> Iterator[str]:
    """`content` is what follows the first `shared` bytes of the document `base`; all of it without a base."""
    yield f"ALTER TABLE documents ADD COLUMN base {engine.text} REFERENCES documents (sha256)"
    yield (
        "ALTER TABLE documents ADD COLUMN shared INTEGER NOT NULL DEFAULT 0"
        " CHECK ((base IS NULL) = (shared = 0) AND shared >= 0)"
    )


STEPS: Sequence[Step] = (_tables_and_triggers, _documents_as_what_differs)
"""Step n takes a register from version n to n + 1. The list only grows; no step is ever changed."""


def statements(engine_name: str, version: int, steps: Sequence[Step] = STEPS) -> list[str]:
    """What takes a register of `version` (0: an empty database) to the newest, in order."""
    engine = _ENGINES[engine_name]
    return [statement for step in steps[version:] for statement in step(engine)]
