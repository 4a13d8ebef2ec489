"""A register on each engine: SQLite in a temporary folder, PostgreSQL on a server of our own."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from postgres_server import Server, give_to_server
from register_words import BOOK, Backups, Clock, Opens

from memogen.books import Book
from memogen.register import Register


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def book() -> Book:
    return BOOK


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="memogen-pg-"))
    give_to_server(folder)
    made = Server(folder)
    try:
        made.start()
        yield made
    finally:
        made.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a register of each engine may be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "register.db")
        return
    made: Server = request.getfixturevalue("server")
    url = made.new_database()
    yield url
    made.drop_database(url)


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    return tmp_path / "register.mirror.jsonl"


@pytest.fixture
def opens(address: str, clock: Clock, mirror: Path) -> Iterator[Opens]:
    """Opens the register again, as another process would; all are closed at the end."""
    opened: list[Register] = []

    def opens(
        where: str = address, *, actor: str = "สมมติ", mirror: Path | None = mirror, create: bool = True
    ) -> Register:
        opened.append(Register.open(where, clock=clock, actor=actor, mirror=mirror, create=create))
        return opened[-1]

    yield opens
    for register in opened:
        register.close()


@pytest.fixture
def register(opens: Opens) -> Register:
    return opens()


@pytest.fixture
def backups(address: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Backups]:
    """Makes a copy of the register as it is now, under another address: what a backup gives back."""
    made: list[str] = []

    def copy(name: str) -> str:
        if not address.startswith("postgresql"):
            import sqlite3

            path = tmp_path / f"{name}.db"
            with closing(sqlite3.connect(address)) as source, closing(sqlite3.connect(path)) as target:
                source.backup(target)
            return str(path)
        server: Server = request.getfixturevalue("server")
        made.append(f"{address.rpartition('/')[2]}_{name}")
        source_name = address.rpartition("/")[2]
        server.execute(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{source_name}'"
        )
        server.execute(f"CREATE DATABASE {made[-1]} TEMPLATE {source_name} STRATEGY file_copy")
        return server.url(made[-1])

    yield copy
    for name in made:
        request.getfixturevalue("server").drop_database(f"/{name}")
