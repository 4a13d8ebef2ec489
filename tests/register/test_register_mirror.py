"""The mirror beside the register, and how a restored register is brought back to it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from register_words import (
    DAY,
    Backups,
    Clock,
    Opens,
    codes,
    docx,
    issue,
    issued,
    numbered,
    numbers,
    refused,
    reserved,
)

from memogen.books import Book, BookKind, Entry, Status
from memogen.register import Register
from memogen.register.reconciling import MAX_LEAP, NO_TRACE, ONLY_IN_DOCUMENT, ONLY_IN_MIRROR


def lines(mirror: Path) -> list[bytes]:
    return mirror.read_bytes().splitlines()


def test_every_event_is_a_line(register: Register, book: Book, mirror: Path) -> None:
    reserved(register, book, count=3)
    assert len(lines(mirror)) == register.anchor().count == 5
    assert register.anchor().head.encode() in lines(mirror)[-1]


def test_nothing_that_was_rolled_back_is_mirrored(register: Register, book: Book, mirror: Path) -> None:
    before = lines(mirror)
    with refused("R36"), register.writing() as pen:
        pen.reserve(book, holder="ก")
        pen.reserve(book, holder="")
    assert lines(mirror) == before


@pytest.mark.parametrize("kept", [0, 1, 3])
def test_a_mirror_that_lags_is_caught_up_when_opened(
    opens: Opens, book: Book, mirror: Path, kept: int
) -> None:
    reserved(opens(), book, count=5)
    whole = mirror.read_bytes()
    mirror.write_bytes(b"".join(whole.splitlines(keepends=True)[:kept]))
    assert opens().verify() == []
    assert mirror.read_bytes() == whole


def test_a_mirror_that_lags_is_caught_up_by_the_next_writer(
    register: Register, book: Book, mirror: Path
) -> None:
    reserved(register, book, count=5)
    mirror.unlink()
    reserved(register, book)
    assert len(lines(mirror)) == register.anchor().count
    assert register.verify() == []


@pytest.mark.parametrize("torn", [b"{", b'{"hash":"', b"\x00" * 5000, "ก".encode()[:2]])
def test_a_line_torn_by_a_crash_is_written_again(
    register: Register, book: Book, mirror: Path, torn: bytes
) -> None:
    reserved(register, book)
    whole = mirror.read_bytes()
    mirror.write_bytes(whole + torn)
    reserved(register, book)
    assert mirror.read_bytes().startswith(whole + b'{"hash":"')
    assert register.verify() == []


def test_a_mirror_that_cannot_be_written_spends_no_time_of_the_clerk(
    register: Register, book: Book, mirror: Path
) -> None:
    shutil.move(mirror, mirror.with_name("aside"))
    mirror.mkdir()
    with refused("R49"), register.writing() as pen:
        pen.reserve(book, holder="ก")
    mirror.rmdir()
    shutil.move(mirror.with_name("aside"), mirror)
    assert reserved(register, book) == [1]


def test_an_older_copy_refuses_to_write(
    register: Register, book: Book, backups: Backups, opens: Opens
) -> None:
    reserved(register, book)
    backup = backups("monday")
    reserved(register, book, count=2)
    restored = opens(backup)
    assert numbers(restored, book) == [1]
    with refused("R40", "reconcile", "mirror.jsonl"), restored.writing() as pen:
        pen.reserve(book, holder="ก")
    assert codes(restored.verify()) == ["R40"]


def test_an_older_copy_names_no_next_number(
    register: Register, book: Book, backups: Backups, opens: Opens
) -> None:
    """A number that is only named may be written on paper: it must not be one that was given."""
    reserved(register, book)
    backup = backups("monday")
    reserved(register, book, count=2)
    with refused("R40", "reconcile"):
        opens(backup).next_serial(book)


def test_an_older_copy_is_brought_back_by_its_mirror(
    register: Register, book: Book, backups: Backups, opens: Opens, clock: Clock
) -> None:
    reserved(register, book, count=2)
    backup = backups("monday")
    clock.forward(days=1)
    document = issued(register, book, "ก", serial=2).document
    issued(register, Book("กษ ๑๑๐๔", BookKind.ORDER, 2566), "ข")
    with register.writing() as pen:
        pen.void(book, 1, reason="เลิกประชุม")
        pen.dispatch(book, 2, way="ไปรษณีย์", on=DAY)
        pen.open_book(book, floor=50)
    wanted = (register.anchor(), register.entries(), register.books())
    restored = opens(backup)
    found = restored.reconcile({"out/ก.docx": document, "out/ข.docx": docx("๑/๒๕๖๖", 1)})
    assert codes(found) == ["R50"]
    assert "๖" in found[0].message
    assert (restored.anchor(), restored.entries(), restored.books()) == wanted
    assert restored.verify() == []
    assert reserved(restored, book) == [51]


def test_a_register_that_was_lost_whole_is_made_again_from_its_mirror(
    register: Register,
    book: Book,
    opens: Opens,
    backups: Backups,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    reserved(register, book, count=2)
    document = issued(register, book).document
    wanted = (register.anchor(), register.entries())
    if register._store.name == "sqlite":
        new = str(tmp_path / "new.db")
    else:
        new = request.getfixturevalue("server").new_database()
    again = opens(new)
    with refused("R40"), again.writing() as pen:
        pen.reserve(book, holder="ก")
    again.reconcile({"x.docx": document})
    assert (again.anchor(), again.entries()) == wanted
    assert again.verify() == []


def test_documents_that_are_not_found_are_named(
    register: Register, book: Book, backups: Backups, opens: Opens
) -> None:
    backup = backups("monday")
    issued(register, book)
    restored = opens(backup)
    found = restored.reconcile({})
    assert codes(found) == ["R50", "R52"]
    assert "กษ ๑๑๑๓/๑" in found[1].message
    assert codes(restored.verify()) == ["R45"]
    with refused("R45"), restored.writing() as pen:
        issue(pen, book)
    assert codes(restored.reconcile({"out/x.docx": docx("กษ ๑๑๑๓/๑", 1)})) == []
    assert restored.verify() == []
    assert issued(restored, book).again


def restored_without_mirror(
    register: Register, mirror: Path, backups: Backups, opens: Opens, meanwhile: Callable[[], object]
) -> Register:
    backup = backups("monday")
    meanwhile()
    mirror.unlink()
    return opens(backup)


def test_a_number_found_only_in_a_document_can_never_be_given_again(
    register: Register, book: Book, mirror: Path, backups: Backups, opens: Opens
) -> None:
    reserved(register, book)
    restored = restored_without_mirror(
        register, mirror, backups, opens, lambda: reserved(register, book, count=3)
    )
    document = numbered("๔")
    found = restored.reconcile({"out/หาย.docx": document})
    assert [(each.code, each.file) for each in found] == [("R51", "out/หาย.docx")]
    lost = restored.entry(book, 4)
    assert lost is not None
    assert (lost.status, lost.reason, lost.key) == (Status.VOID, ONLY_IN_DOCUMENT, "ฉบับหาย")
    assert lost.sha256 is not None
    assert restored.document(lost.sha256) == document
    between = restored.entries(status=Status.VOID)[:2]
    assert [(entry.serial, entry.reason) for entry in between] == [(2, NO_TRACE), (3, NO_TRACE)]
    assert reserved(restored, book) == [5]
    assert restored.verify() == []


def test_a_reserved_number_found_on_a_document_is_voided(
    register: Register, book: Book, mirror: Path, backups: Backups, opens: Opens
) -> None:
    reserved(register, book)
    restored = restored_without_mirror(register, mirror, backups, opens, lambda: None)
    assert codes(restored.reconcile({"out/๑.docx": numbered(1)})) == ["R51"]
    assert restored.entries()[0].status is Status.VOID
    assert restored.entries()[0].holder == "ผู้จองสมมติ"


def test_reconciling_twice_changes_nothing(
    register: Register, book: Book, mirror: Path, backups: Backups, opens: Opens
) -> None:
    restored = restored_without_mirror(register, mirror, backups, opens, lambda: reserved(register, book))
    restored.reconcile({"out/๓.docx": numbered(3)})
    before = restored.anchor()
    assert restored.reconcile({"out/๓.docx": numbered(3)}) == []
    assert restored.anchor() == before


def test_documents_of_known_numbers_change_nothing(register: Register, book: Book) -> None:
    issued(register, book)
    with register.writing() as pen:
        pen.open_book(book, floor=10)
    before = register.anchor()
    assert register.reconcile({"a.docx": numbered(1), "b.docx": numbered(10)}) == []
    assert register.anchor() == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 broken",
        numbered("สิบ"),
        numbered(0),
        numbered(-4),
        numbered(1, kind="letter"),
        numbered(1, year="66"),
        numbered(1, code=""),
        numbered(1, code=None),
        numbered(1, year=None),
        numbered("9" * 5000),
    ],
)
def test_documents_that_cannot_be_read_are_named(register: Register, book: Book, content: bytes) -> None:
    (finding,) = register.reconcile({"out/เสีย.docx": content})
    assert (finding.code, finding.file) == ("R53", "out/เสีย.docx")
    assert register.entries() == []


def test_documents_of_other_programs_are_none_of_our_business(register: Register) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    assert register.reconcile({"other.docx": packed.getvalue()}) == []


def test_a_number_too_far_away_is_not_ours(register: Register, book: Book) -> None:
    reserved(register, book)
    found = register.reconcile({"x.docx": numbered(MAX_LEAP + 2)})
    assert codes(found) == ["R53"]
    assert register.next_serial(book) == 2


def test_a_copy_that_went_on_by_itself_loses_no_number(
    register: Register, book: Book, mirror: Path, backups: Backups, opens: Opens, tmp_path: Path
) -> None:
    """The old copy was used for a while without its mirror; then the mirror came back."""
    issued(register, book, "ก")
    backup = backups("monday")
    aside = tmp_path / "aside.jsonl"
    with register.writing() as pen:
        issue(pen, book, "ข")
        pen.reserve(book, holder="ก")
    shutil.copy(mirror, aside)
    mirror.unlink()
    restored = opens(backup)
    reserved(restored, book)
    shutil.copy(aside, mirror)
    with refused("R40"), restored.writing() as pen:
        pen.reserve(book, holder="ก")
    found = restored.reconcile({})
    assert codes(found) == ["R51", "R51"]
    given = restored.entries()
    assert [(entry.serial, entry.status) for entry in given] == [
        (1, Status.ISSUED),
        (2, Status.VOID),
        (3, Status.VOID),
    ]
    assert given[2].reason == ONLY_IN_MIRROR
    assert reserved(restored, book) == [4]
    assert restored.verify()[1:] == []
    assert (tmp_path / "register.mirror.jsonl.1.old").read_bytes() == aside.read_bytes()


@pytest.mark.parametrize("damage", ["hole", "gibberish", "changed"])
def test_a_mirror_with_damage_is_found_and_written_anew(
    register: Register, book: Book, mirror: Path, damage: str
) -> None:
    reserved(register, book, count=4)
    whole = lines(mirror)
    kept = {
        "hole": whole[:2] + whole[3:],
        "gibberish": [*whole[:2], b"???", *whole[3:]],
        "changed": [*whole[:2], whole[2].replace("ผู้จอง".encode(), "คนอื่น".encode()), *whole[3:]],
    }
    mirror.write_bytes(b"\n".join(kept[damage]) + b"\n")
    assert codes(register.verify())[0] in ("R41", "R47")
    register.reconcile({})
    assert lines(mirror) == whole
    assert register.verify() == []


def test_a_mirror_of_another_register_refuses_writers(
    register: Register, book: Book, opens: Opens, mirror: Path, tmp_path: Path
) -> None:
    other = opens(str(tmp_path / "other.db"), mirror=tmp_path / "other.jsonl")
    shutil.copy(tmp_path / "other.jsonl", mirror)
    with refused("R41"), register.writing() as pen:
        pen.reserve(book, holder="ก")
    assert codes(other.verify()) == []
    assert codes(register.verify()) == ["R41"]


def test_dates_and_all_else_survive_the_mirror(
    register: Register, book: Book, backups: Backups, opens: Opens
) -> None:
    backup = backups("monday")
    with register.writing() as pen:
        pen.reserve(book, holder='“ก” \\ "ข"\n', purpose="😀 \x7f", due=date(2023, 4, 1), circular=True)
    restored = opens(backup)
    restored.reconcile({})
    assert restored.entries() == register.entries()
    assert restored.verify() == []


def test_a_line_of_an_old_book_survives_the_mirror(
    register: Register, book: Book, backups: Backups, opens: Opens
) -> None:
    backup = backups("monday")
    entry = Entry(code=book.code, kind=book.kind, year_be=book.year_be, serial=9, status=Status.ISSUED)
    with register.writing() as pen:
        pen.adopt([entry])
    restored = opens(backup)
    restored.reconcile({})
    assert restored.entries() == register.entries()
