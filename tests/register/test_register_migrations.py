"""The schema grows by steps, the same on both engines, in one transaction."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import fields
from hashlib import sha256
from pathlib import Path

import pytest
from cases import each
from register_words import Clock, Opens, issue, issued, reserved

from memogen.books import Book, Entry
from memogen.register import Register, schema
from memogen.register.opening import VERSION, store_at
from memogen.register.rows import COLUMNS, EVENT_COLUMNS
from memogen.register.store import META, quoted


def test_the_known_version_is_the_number_of_steps() -> None:
    assert len(schema.STEPS) == VERSION


def test_every_field_of_an_entry_is_a_column() -> None:
    assert {field.name for field in fields(Entry)} == set(COLUMNS)


def test_nothing_is_left_to_do_at_the_newest_version() -> None:
    assert schema.statements("sqlite", VERSION) == []
    assert schema.statements("postgresql", VERSION) == []


def test_a_later_step_comes_after_the_earlier_ones() -> None:
    def later(engine: schema.Engine) -> Iterator[str]:
        yield f"ALTER TABLE entries ADD COLUMN x TEXT /* {engine.name} */"

    steps = [*schema.STEPS, later]
    assert schema.statements("sqlite", 0, steps)[:-1] == schema.statements("sqlite", 0)
    assert schema.statements("postgresql", VERSION, steps) == [
        "ALTER TABLE entries ADD COLUMN x TEXT /* postgresql */"
    ]


@each(
    ("step", "sqlite", "postgresql"),
    [
        (0, "f66a646ce666b2b0", "97fab51839d3c234"),
        (1, "d21c26f47a21adab", "a55c2f4c54e5111a"),
    ],
)
def test_no_step_is_ever_changed(step: int, sqlite: str, postgresql: str) -> None:
    """Registers are out there: new columns go into new steps."""
    digests = [
        sha256("".join("".join(schema.statements(name, step, schema.STEPS[: step + 1])).split()).encode())
        for name in ("sqlite", "postgresql")
    ]
    assert [digest.hexdigest()[:16] for digest in digests] == [sqlite, postgresql]


def test_a_register_of_version_1_is_brought_up_to_date_with_its_documents(
    register: Register, opens: Opens, book: Book, mirror: Path, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    first, second = issued(register, book, "ก"), issued(register, book, "ข")
    if register._store.name == "sqlite":
        old = str(tmp_path / "version 1.db")
    else:
        old = request.getfixturevalue("server").new_database()
    _made_as_version_1(old, register)
    found = opens(old)
    assert found._store.version() == VERSION
    assert found.verify() == []
    assert found.entries() == register.entries()
    assert [found.document(each.entry.sha256 or "") for each in (first, second)] == [
        first.document,
        second.document,
    ]
    assert issued(found, book, "ก").again
    alike = [bytes(10_000) + b"1", bytes(10_000) + b"2"]
    with found.writing() as pen:
        entries = [
            issue(pen, book, f"{each}", render=lambda _number, _serial, each=each: each).entry
            for each in alike
        ]
    assert [found.document(entry.sha256 or "") for entry in entries] == alike
    assert found.verify() == []


def _made_as_version_1(address: str, register: Register) -> None:
    """A register as the first memogen made it, with all that `register` has."""
    books = store_at(address, create=True)
    books.begin()
    for statement in schema.statements(books.name, 0, schema.STEPS[:1]):
        books.run(statement)
    for table, columns in {
        "books": ("code", "kind", "year_be", "floor", "last"),
        "entries": COLUMNS,
        "events": EVENT_COLUMNS,
        "documents": ("sha256", "content"),
    }.items():
        names = quoted(columns)
        rows = register._store.query(f"SELECT {names} FROM {table}")
        books.run_many(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})", rows)
    name, _version, events, head, last_at = register._store.query(META)[0]
    books.run(
        "UPDATE meta SET register = ?, events = ?, head = ?, last_at = ?", (name, events, head, last_at)
    )
    books.commit()
    books.leave()
    assert books.version() == 1
    books.close()


def test_opening_again_changes_nothing(opens: Opens, book: Book) -> None:
    reserved(opens(), book)
    before = opens().anchor()
    assert opens().anchor() == before


def test_many_who_open_a_new_register_at_once_make_one(
    address: str, clock: Clock, mirror: Path, book: Book
) -> None:
    given: list[int] = []
    start = threading.Barrier(6)

    def clerk() -> None:
        start.wait()
        with Register.open(address, clock=clock, actor="ก", mirror=mirror) as register:
            given.extend(reserved(register, book))

    clerks = [threading.Thread(target=clerk) for _n in range(6)]
    for one in clerks:
        one.start()
    for one in clerks:
        one.join()
    assert sorted(given) == [1, 2, 3, 4, 5, 6]
    with Register.open(address, clock=clock, actor="ก", mirror=mirror) as register:
        assert register.verify() == []


@each("library", ["psycopg", "sqlite3"])
def test_importing_the_register_loads_no_database(library: str) -> None:
    probe = f"import sys, memogen.register; sys.exit({library!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe]).returncode == 0
