"""The trail proves every column of every row; whoever changes one behind its back is found out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from attacker import Attacker
from register_words import DAY, Opens, codes, issue, issued, plain_execute, reserved

from memogen.books import Anchor, Book, BookKind, Entry, Origin, Status
from memogen.register import Register
from memogen.register.rows import COLUMNS, EVENT_COLUMNS

RECEIVING = Book("กษ ๑๑๑๓", BookKind.RECEIVING, 2566)
NUMBERS = {"id", "version", "events", "seq", "year_be", "floor", "last", "serial", "circular", "shared"}

TABLE_COLUMNS = {
    "meta": ("id", "register", "version", "events", "head", "last_at"),
    "books": ("code", "kind", "year_be", "floor", "last"),
    "entries": COLUMNS,
    "documents": ("sha256", "content", "base", "shared"),
    "events": EVENT_COLUMNS,
}
ROW = {
    "meta": "id = 1",
    "books": "kind = 'sending'",
    "entries": "kind = 'sending' AND serial = 102",
    "documents": "sha256 = (SELECT min(sha256) FROM documents)",
    "events": "seq = 5",
}


@pytest.fixture
def full(register: Register, book: Book) -> Register:
    """A register with a line of every sort."""
    with register.writing() as pen:
        pen.open_book(book, floor=100)
        pen.reserve(book, holder="กลุ่มแผนงาน", purpose="เชิญ", due=date(2023, 4, 1), count=4)
    issued(register, book, "ก", serial=101)
    issued(register, book, "ข", serial=102)
    with register.writing() as pen:
        pen.dispatch(book, 101, way="ไปรษณีย์", on=DAY, recipient="งานสารบรรณ")
        pen.void(book, 103, reason="เลิกประชุม")
        issue(pen, book, "ค")
        pen.receive(
            RECEIVING,
            at=datetime(2023, 3, 27, 3, 0, tzinfo=UTC),
            their_number="กค ๐๔๐๕/๑",
            their_date=date(2023, 3, 20),
            sender="กรมตัวอย่าง",
            to="อธิบดี",
            subject="หลักเกณฑ์",
        )
        pen.adopt([_old(book, 99)])
    assert register.verify() == []
    return register


def _old(book: Book, serial: int) -> Entry:
    return Entry(
        code=book.code,
        kind=book.kind,
        year_be=book.year_be,
        serial=serial,
        status=Status.ISSUED,
        subject="จากเล่มเดิม",
        origin=Origin.IMPORT,
        cell="B4",
    )


@pytest.fixture
def attacker(full: Register, address: str) -> Iterator[Attacker]:
    made = Attacker(address)
    yield made
    made.close()


def _other(table: str, column: str) -> str:
    """SQL for another value of the column."""
    if column in NUMBERS:
        return f'"{column}" + 1000'
    if column == "content":
        return "CAST('other' AS BLOB)"
    return f"coalesce(\"{column}\", '') || 'x'"


@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table, columns in TABLE_COLUMNS.items() for column in columns]
)
def test_any_column_changed_is_found(full: Register, attacker: Attacker, table: str, column: str) -> None:
    value = _other(table, column)
    if attacker.postgres:
        value = value.replace("CAST('other' AS BLOB)", "'other'::bytea")
    attacker(f'UPDATE {table} SET "{column}" = {value} WHERE {ROW[table]}')
    found = full.verify()
    assert found
    if table == "entries" and column not in COLUMNS[:4]:
        assert [(finding.code, finding.text) for finding in found][:1] == [("R43", column)]
        assert "กษ ๑๑๑๓/๑๐๒" in found[0].message
    if table == "events":
        assert found[0].code == "R42"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entries WHERE kind = 'sending' AND serial = 103",
        "DELETE FROM entries WHERE kind = 'receiving'",
        "DELETE FROM entries",
        "DELETE FROM events WHERE seq = 4",
        "DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)",
        "DELETE FROM events",
        "DELETE FROM documents WHERE sha256 = (SELECT min(sha256) FROM documents)",
        "DELETE FROM books WHERE kind = 'receiving'",
        "DELETE FROM meta",
        "UPDATE entries SET serial = 200 WHERE kind = 'sending' AND serial = 103",
        "UPDATE entries SET status = 'issued', reason = NULL WHERE serial = 103",
        "UPDATE entries SET status = 'issued', dated = '2023-03-27' WHERE serial = 104",
        "UPDATE books SET last = 104 WHERE kind = 'sending'",
        "UPDATE books SET last = 900 WHERE kind = 'sending'",
        "UPDATE books SET floor = 0 WHERE kind = 'sending'",
        "INSERT INTO books (code, kind, year_be, floor, last) VALUES ('กษ ๑', 'sending', 2566, 0, 0)",
        "INSERT INTO documents (sha256, content) VALUES ('x', '')",
        "UPDATE events SET seq = 1000 WHERE seq = (SELECT max(seq) FROM events)",
        "UPDATE entries SET subject = (SELECT subject FROM entries WHERE serial = 99) WHERE serial = 101",
        """UPDATE entries SET "to" = '' WHERE serial = 101""",
        "UPDATE entries SET dated = NULL WHERE serial = 101",
    ],
)
def test_rows_deleted_inserted_or_moved_are_found(full: Register, attacker: Attacker, statement: str) -> None:
    attacker(statement)
    assert full.verify()


def test_a_line_copied_under_a_free_number_is_found(full: Register, attacker: Attacker) -> None:
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    values = names.replace('"serial"', "120").replace('"key"', "NULL")
    attacker(f"INSERT INTO entries ({names}) SELECT {values} FROM entries WHERE serial = 102")
    found = full.verify()
    assert found[0].code == "R43"
    assert "กษ ๑๑๑๓/๑๒๐" in found[0].message


def test_two_lines_that_changed_places_are_found(full: Register, attacker: Attacker) -> None:
    for before, after in ((101, 900), (102, 101), (900, 102)):
        attacker("UPDATE entries SET serial = ? WHERE serial = ? AND kind = 'sending'", after, before)
    assert "กษ ๑๑๑๓/๑๐๑" in full.verify()[0].message


def test_document_bytes_that_changed_are_found(full: Register, attacker: Attacker) -> None:
    digest = full.entries(status=Status.DISPATCHED)[0].sha256
    attacker("UPDATE documents SET content = ? WHERE sha256 = ?", b"forged", digest)
    (finding,) = full.verify()
    assert (finding.code, "กษ ๑๑๑๓/๑๐๑" in finding.message) == ("R45", True)


def test_a_lie_in_row_and_event_breaks_the_chain(full: Register, attacker: Attacker) -> None:
    forge(attacker, "ขอเชิญประชุม", "ขอเลื่อนประชุม")
    found = full.verify()
    assert codes(found)[0] == "R42"
    assert "กษ ๑๑๑๓/๑๐๑" in found[0].message


def forge(attacker: Attacker, old: str, new: str) -> None:
    """Change a subject everywhere that the database tells it."""
    attacker("UPDATE entries SET subject = ? WHERE subject = ?", new, old)
    for seq, row in attacker("SELECT seq, row FROM events"):
        attacker("UPDATE events SET row = ? WHERE seq = ?", re.sub(f'"{old}"', f'"{new}"', row), seq)


def test_a_trail_forged_whole_is_seen_in_the_mirror(full: Register, attacker: Attacker) -> None:
    forge(attacker, "ขอเชิญประชุม", "ขอเลื่อนประชุม")
    attacker.rechain()
    assert codes(full.verify()) == ["R41"]


def test_a_trail_forged_whole_is_seen_from_the_anchor(
    full: Register, attacker: Attacker, mirror: Path
) -> None:
    anchor = full.anchor()
    forge(attacker, "ขอเชิญประชุม", "ขอเลื่อนประชุม")
    attacker.rechain()
    mirror.unlink()
    assert codes(full.verify(anchor)) == ["R47", "R46"]


def cut(attacker: Attacker) -> None:
    """Make the last event never have been: the adopted line 99."""
    attacker("DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)")
    attacker("DELETE FROM entries WHERE serial = 99")
    attacker.rechain()


def test_a_trail_cut_short_is_seen_in_the_mirror(full: Register, attacker: Attacker) -> None:
    cut(attacker)
    assert codes(full.verify()) == ["R40"]


def test_a_trail_cut_short_is_seen_from_the_anchor(full: Register, attacker: Attacker, mirror: Path) -> None:
    anchor = full.anchor()
    cut(attacker)
    mirror.unlink()
    assert codes(full.verify(anchor)) == ["R47", "R46"]
    assert codes(full.verify()) == ["R47"]


def test_an_anchor_stays_true_as_the_trail_grows(full: Register, book: Book) -> None:
    anchor = full.anchor()
    reserved(full, book)
    assert full.verify(anchor) == []
    assert codes(full.verify(Anchor(anchor.count, "0" * 64))) == ["R46"]
    assert codes(full.verify(Anchor(anchor.count + 9, anchor.head))) == ["R46"]


@pytest.mark.parametrize("column", ["subject", "code"])
def test_bytes_in_place_of_text_are_found(full: Register, attacker: Attacker, column: str) -> None:
    if attacker.postgres:
        return  # its columns hold nothing but text
    attacker(f"UPDATE entries SET {column} = X'FF00' WHERE serial = 102")
    assert full.verify()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM entries WHERE serial = 101", "nothing is ever deleted"),
        ("DELETE FROM events", "nothing is ever deleted"),
        ("UPDATE entries SET serial = 900 WHERE serial = 101", "a number never moves"),
        ("UPDATE entries SET subject = 'x' WHERE serial = 102", "an issued number is frozen"),
        ("UPDATE entries SET dated = '2023-01-01' WHERE serial = 102", "an issued number is frozen"),
        ("UPDATE entries SET status = 'reserved' WHERE serial = 102", "the state may not change so"),
        ("UPDATE entries SET status = 'issued' WHERE serial = 103", "so"),
        ("UPDATE entries SET reason = 'x' WHERE serial = 103", "stays so"),
        ("UPDATE entries SET way = 'x' WHERE serial = 101", "stays so"),
        ("UPDATE books SET last = 1", "the counter never goes back"),
        ("UPDATE books SET code = 'x'", "a book never moves"),
        ("UPDATE documents SET sha256 = 'x'", "a document is never changed"),
        ("UPDATE events SET actor = 'x'", "the trail is never changed"),
        ("UPDATE meta SET events = 1", "the trail never gets shorter"),
    ],
)
def test_the_database_itself_refuses(full: Register, address: str, statement: str, words: str) -> None:
    with pytest.raises(Exception, match=words):
        plain_execute(address, statement)
    assert full.verify() == []


def test_the_first_event_says_what_rows_mean(full: Register, mirror: Path) -> None:
    first = json.loads(mirror.read_bytes().splitlines()[0])
    assert first["action"] == "begin"
    assert first["row"]["columns"] == list(COLUMNS)


def test_two_registers_have_different_trails(full: Register, opens: Opens, tmp_path: Path) -> None:
    other = opens(str(tmp_path / "other.db"), mirror=None)
    assert other.story(Book("", BookKind.SENDING, 0), 0) == []
    assert other.anchor().count == 1
    assert (
        other.anchor().head
        != json.loads((tmp_path / "register.mirror.jsonl").read_bytes().split(b"\n")[0])["hash"]
    )
