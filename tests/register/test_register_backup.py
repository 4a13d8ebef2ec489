"""Backups: whole, while others write, and restored on another folder or database."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from postgres_server import Server, program
from register_words import Clock, Opens, issued, numbers, reserved

from memogen.books import Book
from memogen.errors import HelperMissing, OutputError
from memogen.register import Register


@pytest.fixture
def restore(address: str, request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Path], str]:
    """Gives the address of a register that a backup was restored to."""

    def restored(backup: Path) -> str:
        if not address.startswith("postgresql"):
            folder = tmp_path / "another folder"
            folder.mkdir()
            backup.rename(folder / "register.db")
            return str(folder / "register.db")
        server: Server = request.getfixturevalue("server")
        url = server.new_database()
        done = subprocess.run(
            [program("pg_restore"), "--no-owner", f"--dbname={url}", str(backup)],
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return url

    return restored


def test_a_backup_is_the_whole_register(
    register: Register, book: Book, opens: Opens, restore: Callable[[Path], str], tmp_path: Path
) -> None:
    document = issued(register, book).document
    reserved(register, book, count=2)
    register.backup(tmp_path / "สำรอง 1.backup")
    again = opens(restore(tmp_path / "สำรอง 1.backup"))
    assert again.entries() == register.entries()
    assert again.anchor() == register.anchor()
    assert again.document(register.entries()[0].sha256 or "") == document
    assert again.verify() == []
    assert reserved(again, book) == [4]


def test_a_backup_while_others_write_loses_no_number(
    opens: Opens,
    book: Book,
    restore: Callable[[Path], str],
    tmp_path: Path,
    address: str,
    clock: Clock,
    mirror: Path,
) -> None:
    register, writer_is_done, given = opens(), threading.Event(), []

    def write() -> None:
        with Register.open(address, clock=clock, actor="ข", mirror=mirror) as own:
            while not writer_is_done.is_set():
                given.extend(reserved(own, book))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(3):
            register.backup(tmp_path / f"{n}.backup")
    finally:
        writer_is_done.set()
        writer.join()
    again = opens(restore(tmp_path / "0.backup"))
    assert len(numbers(again, book)) <= len(given)
    again.reconcile({})
    assert numbers(again, book) == given
    assert reserved(again, book) == [len(given) + 1]


def test_a_backup_takes_the_place_of_an_older_one(register: Register, book: Book, tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "register.backup"
    register.backup(target)
    first = target.read_bytes()
    reserved(register, book, count=100)
    register.backup(target)
    assert target.read_bytes() != first
    assert [path.name for path in target.parent.iterdir()] == ["register.backup"]


def test_the_register_is_not_its_own_backup(register: Register, address: str) -> None:
    if address.startswith("postgresql"):
        return  # a server has no path
    with pytest.raises(OutputError, match="P05"):
        register.backup(Path(address))


def test_a_folder_is_not_a_backup(register: Register, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="P05"):
        register.backup(tmp_path)


@pytest.mark.postgres
def test_without_pg_dump_the_package_is_named(
    server: Server, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = server.new_database()
    with Register.open(url, clock=clock, actor="ก") as register:
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(HelperMissing, match="R54") as caught:
            register.backup(tmp_path / "x.dump")
    assert "postgresql-client" in caught.value.findings[0].hint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.postgres
def test_what_pg_dump_says_is_passed_on(server: Server, clock: Clock, tmp_path: Path) -> None:
    url = server.new_database()
    register = Register.open(url, clock=clock, actor="ก")
    server.drop_database(url)
    with pytest.raises(OutputError, match="R55") as caught:
        register.backup(tmp_path / "x.dump")
    assert "does not exist" in caught.value.findings[0].text
    assert list(tmp_path.iterdir()) == []
    register.close()
