"""What the register asks of a database, and the statements that both engines understand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from memogen.errors import RegisterRefusal
from memogen.register.rows import COLUMNS, EVENT_COLUMNS, Row

WAIT_SECONDS = 30.0


class Head(NamedTuple):
    """Where the trail stands: number of events, hash and moment of the last."""

    seq: int
    hash: str
    at: str


class Store(Protocol):
    """A database that holds a register. Statements mark their values with `?`."""

    name: str
    """sqlite or postgresql."""

    shown: str
    """The address without its password."""

    errors: type[Exception]
    """What the driver raises."""

    writing: bool
    """Whether a transaction is open."""

    def refusal(self, error: Exception) -> RegisterRefusal:
        """The officer's words for what the driver raised."""

    def query(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows of a SELECT."""

    def raw(self, statement: str) -> Iterator[Row]:
        """The rows of a SELECT one by one, its texts as the UTF-8 bytes that are stored."""

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        """A statement that changes."""

    def run_many(self, statement: str, rows: Sequence[Row]) -> None:
        """The same statement for many rows."""

    def begin(self) -> None:
        """Wait for one's turn, then start a transaction in which nobody else writes."""

    def lock_head(self) -> Head:
        """The head of the trail, held until the transaction ends."""

    def commit(self) -> None:
        """Make the transaction last; when this returns it is on the disk."""

    def rollback(self) -> None:
        """Undo the transaction."""

    def leave(self) -> None:
        """Let the next writer in."""

    def mirroring(self, mirror: Path) -> AbstractContextManager[object]:
        """Held while the mirror is written to, between `commit` and `leave`."""

    def snapshot(self) -> AbstractContextManager[object]:
        """Within it, all queries see one state of the books."""

    def backup(self, path: Path) -> None:
        """A whole copy by the engine's own means, while others go on writing."""

    def close(self) -> None:
        """Give everything back."""


def quoted(names: Sequence[str]) -> str:
    """Column names for a statement: `to` and `row` are words of SQL."""
    return ", ".join(f'"{name}"' for name in names)


_ENTRY_KEY = "code = ? AND kind = ? AND year_be = ? AND serial = ?"
_BOOK_KEY = "code = ? AND kind = ? AND year_be = ?"
_LIVE = "status IN ('issued', 'dispatched') AND dated IS NOT NULL"
_ORDER = "ORDER BY code, kind, year_be, serial"

VERSION = "SELECT version FROM meta"
HEAD = "SELECT events, head, last_at FROM meta"
MOVE_HEAD = "UPDATE meta SET events = ?, head = ?, last_at = ?"
NAME_REGISTER = "UPDATE meta SET register = ?"
SET_VERSION = "UPDATE meta SET version = ?"

BOOK = f"SELECT floor, last FROM books WHERE {_BOOK_KEY}"
BOOKS = "SELECT code, kind, year_be, floor, last FROM books ORDER BY code, kind, year_be"
NEW_BOOK = "INSERT INTO books (code, kind, year_be, floor, last) VALUES (?, ?, ?, ?, ?)"
MOVE_BOOK = f"UPDATE books SET floor = ?, last = ? WHERE {_BOOK_KEY}"
HIGHEST = f"SELECT max(serial) FROM entries WHERE {_BOOK_KEY}"

_ALL = f"SELECT {quoted(COLUMNS)} FROM entries"
ENTRY = f"{_ALL} WHERE {_ENTRY_KEY}"
ENTRIES = f"{_ALL} {{where}} {_ORDER}"
BOOK_ENTRIES = f"{_ALL} WHERE {_BOOK_KEY} ORDER BY serial"
BY_KEY = f"{_ALL} WHERE key = ? AND status <> 'void'"
NUMBERED = "SELECT code, kind, year_be, serial FROM entries WHERE key = ? AND status <> 'void'"
GIVEN = f"SELECT key, dated FROM entries WHERE letter = ? AND key IS NOT NULL AND {_LIVE}"
BEFORE = f"{_ALL} WHERE {_BOOK_KEY} AND serial < ? AND {_LIVE} ORDER BY serial DESC LIMIT 1"
AFTER = f"{_ALL} WHERE {_BOOK_KEY} AND serial > ? AND {_LIVE} ORDER BY serial LIMIT 1"
NEW_ENTRY = f"INSERT INTO entries ({quoted(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_SETTING = ", ".join(f'"{name}" = ?' for name in COLUMNS[4:])
CHANGE_ENTRY = f"UPDATE entries SET {_SETTING} WHERE {_ENTRY_KEY}"

DOCUMENT = """
    SELECT d.content, d.base, d.shared, substr(b.content, 1, d.shared)
    FROM documents d LEFT JOIN documents b ON b.sha256 = d.base AND b.base IS NULL AND d.shared > 0
    WHERE d.sha256 = ?
"""
NEW_DOCUMENT = (
    "INSERT INTO documents (sha256, content, base, shared) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
BASE = "SELECT base FROM documents WHERE sha256 = ?"
BASES = "SELECT DISTINCT base FROM documents WHERE base IS NOT NULL"
WHOLE_ONES_LIKE = "SELECT sha256, content FROM documents WHERE base IS NULL AND substr(content, 1, ?) = ?"
DIGESTS = "SELECT sha256 FROM documents ORDER BY sha256"
USED_DIGESTS = f"SELECT sha256, {quoted(COLUMNS[:5])}, origin FROM entries WHERE sha256 IS NOT NULL {_ORDER}"
META = "SELECT register, version, events, head, last_at FROM meta WHERE id = 1"
FULL_BOOKS = """
    SELECT code, kind, year_be, floor, last,
        (SELECT coalesce(max(serial), 0) FROM entries e
         WHERE e.code = b.code AND e.kind = b.kind AND e.year_be = b.year_be)
    FROM books b ORDER BY code, kind, year_be
"""

_EVENTS = f"SELECT {quoted(EVENT_COLUMNS)} FROM events"
EVENT = f"{_EVENTS} WHERE seq = ?"
EVENTS_AFTER = f"{_EVENTS} WHERE seq > ? ORDER BY seq"
HASHES = "SELECT seq, hash FROM events"
STORY = f"{_EVENTS} WHERE {_ENTRY_KEY} ORDER BY seq"
ADOPTED = f"SELECT serial, \"row\" FROM events WHERE {_BOOK_KEY} AND action = 'adopt'"
NEW_EVENT = f"INSERT INTO events ({quoted(EVENT_COLUMNS)}) VALUES ({', '.join('?' * len(EVENT_COLUMNS))})"

_SEPARATOR = {"sqlite": "char(31)", "postgresql": "chr(31)"}


def numbered_among(count: int) -> str:
    """A SELECT of those of `count` keys that have a number."""
    return f"SELECT key FROM entries WHERE key IN ({', '.join('?' * count)}) AND status <> 'void'"


def trail_texts(engine: str) -> str:
    """A SELECT of each event's columns before the row, joined as they are hashed, of its row and its hash."""
    return f'SELECT {_joined(engine, EVENT_COLUMNS[:-2])}, "row", hash FROM events ORDER BY seq'


def entry_texts(engine: str) -> str:
    """A SELECT of every line's place and of its row as the trail writes it, the JSON made by the engine."""
    return f"SELECT {_joined(engine, COLUMNS[:4])}, {_json_array(engine)} FROM entries"


def _joined(engine: str, names: Sequence[str]) -> str:
    return f" || {_SEPARATOR[engine]} || ".join(names)


def _json_array(engine: str) -> str:
    if engine == "sqlite":
        return f"json_array({quoted(COLUMNS)})"
    # An array of texts is written twice as fast as one of anything, and without the blanks that
    # json_build_array puts in; the numbers stand before it.
    front = [f'to_json("{name}")::text' for name in COLUMNS[:2]] + [f"{name}::text" for name in COLUMNS[2:5]]
    texts = f"substr(array_to_json(ARRAY[{quoted(COLUMNS[5:])}])::text, 2)"
    return "'[' || " + " || ',' || ".join([*front, texts])
