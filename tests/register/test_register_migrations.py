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
from register_words import Clock, Opens, reserved
from sqlalchemy import Dialect

from memogen.books import Book, Entry
from memogen.register import Register, schema
from memogen.register.opening import VERSION
from memogen.register.rows import COLUMNS


def test_the_known_version_is_the_number_of_steps() -> None:
    assert len(schema.STEPS) == VERSION


def test_every_field_of_an_entry_is_a_column() -> None:
    assert {field.name for field in fields(Entry)} == set(COLUMNS)


def test_nothing_is_left_to_do_at_the_newest_version() -> None:
    assert schema.statements("sqlite", VERSION) == []
    assert schema.statements("postgresql", VERSION) == []


def test_a_later_step_comes_after_the_earlier_ones() -> None:
    def second(dialect: Dialect) -> Iterator[str]:
        yield f"ALTER TABLE entries ADD COLUMN x TEXT /* {dialect.name} */"

    steps = [*schema.STEPS, second]
    assert schema.statements("sqlite", 0, steps)[:-1] == schema.statements("sqlite", 0)
    assert schema.statements("postgresql", 1, steps) == [
        "ALTER TABLE entries ADD COLUMN x TEXT /* postgresql */"
    ]


def test_the_first_step_is_never_changed() -> None:
    """Registers are out there: new columns go into new steps."""
    digests = {
        name: sha256("".join("".join(schema.statements(name, 0)).split()).encode()).hexdigest()[:16]
        for name in ("sqlite", "postgresql")
    }
    assert digests == {"sqlite": "f66a646ce666b2b0", "postgresql": "97fab51839d3c234"}


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
    for each in clerks:
        each.start()
    for each in clerks:
        each.join()
    assert sorted(given) == [1, 2, 3, 4, 5, 6]
    with Register.open(address, clock=clock, actor="ก", mirror=mirror) as register:
        assert register.verify() == []


@pytest.mark.parametrize("library", ["sqlalchemy", "psycopg", "sqlite3"])
def test_importing_the_register_loads_no_database(library: str) -> None:
    probe = f"import sys, memogen.register; sys.exit({library!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe]).returncode == 0


def test_opening_a_register_of_the_newest_version_needs_no_sqlalchemy(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "register.db"
    Register.open(str(path), clock=clock, actor="ก").close()
    probe = (
        "import sys, datetime; from memogen.register import Register;"
        "clock = lambda: datetime.datetime.now(datetime.UTC);"
        f"Register.open({str(path)!r}, clock=clock, actor='x').close();"
        "sys.exit('sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", probe]).returncode == 0
