"""Someone who has the database itself, and no respect for triggers."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from memogen.register.rows import EVENT_COLUMNS
from memogen.register.trail import START, hash_of

TABLES = ("meta", "books", "entries", "documents", "events")


class Attacker:
    """Works on the open file or server behind the register's back; statements mark values with `?`."""

    def __init__(self, address: str) -> None:
        self.postgres = address.startswith("postgresql")
        self._connection: Any = _postgres(address) if self.postgres else _sqlite(address)

    def __call__(self, statement: str, *values: Any) -> list[Sequence[Any]]:
        cursor = self._connection.execute(
            statement.replace("?", "%s") if self.postgres else statement, values
        )
        return list(cursor.fetchall()) if cursor.description else []

    def close(self) -> None:
        self._connection.close()

    def rechain(self) -> None:
        """Make the whole chain, and the head, fit what the events now say."""
        previous, last = START, ("", START)
        for row in self(f"SELECT {', '.join(EVENT_COLUMNS[:-1])} FROM events ORDER BY seq"):
            seq, at, actor, action, code, kind, year_be, serial, text = row
            previous = hash_of(previous, seq, at, actor, action, (code, kind, year_be, serial), text)
            self("UPDATE events SET hash = ? WHERE seq = ?", previous, seq)
            last = (at, previous)
        self(
            "UPDATE meta SET head = ?, last_at = ?, events = (SELECT count(*) FROM events)", last[1], last[0]
        )


def _sqlite(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = on")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute("DROP INDEX live_keys")
    return connection


def _postgres(address: str) -> Any:
    import psycopg

    connection = psycopg.connect(address, autocommit=True)
    connection.execute("DROP FUNCTION memogen_refuse() CASCADE")
    connection.execute("DROP INDEX live_keys")
    constraints = connection.execute(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint"
        " WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace"
    )
    for table, name in constraints.fetchall():
        connection.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    return connection
