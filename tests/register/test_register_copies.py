"""One number for many copies: all of them kept with it or nothing, proved, and brought back when lost."""

from __future__ import annotations

import json
import random
import shutil
import tracemalloc
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from attacker import Attacker
from register_words import (
    DAY,
    Backups,
    Opens,
    codes,
    issue,
    issued,
    numbered,
    numbers,
    refused,
    reserved,
)

from memogen.books import Book, BookKind, Status
from memogen.register import IssuedCopies, Pen, Register
from memogen.register.reconciling import ONLY_IN_DOCUMENT

LETTER = "letters/เวียน.md"
KEY = f"{LETTER}#fixtures/หน่วยงาน.xlsx"
UNITS = ("กองคลัง", "สำนักแผนงาน", "กลุ่มตรวจสอบภายใน")
CIRCULARS = Book("กษ ๑๑๑๓", BookKind.CIRCULAR, 2566)

Render = Callable[[str, int], Iterable[tuple[str, bytes]]]


def copy_for(unit: str, number: str) -> bytes:
    """What stands for the copy of a unit."""
    return f"เรียน {unit} ตามหนังสือที่ {number}".encode()


def rendered(number: str, _serial: int) -> Iterator[tuple[str, bytes]]:
    for unit in UNITS:
        yield unit, copy_for(unit, number)


def circulate(
    pen: Pen, book: Book, key: str = KEY, *, render: Render = rendered, **changed: Any
) -> IssuedCopies:
    """Issue a circular that is plainly a sample."""
    values: dict[str, Any] = {
        "payload": {"เรื่อง": "ขอเชิญประชุม", "ผู้รับ": "\n".join(UNITS)},
        "dated": DAY,
        "sender": "กลุ่มช่วยอำนวยการ",
        "to": "หน่วยงาน ๓ แห่ง ตามรายชื่อแนบท้าย",
        "subject": "ขอเชิญประชุม",
        "letter": LETTER,
    }
    return pen.issue_copies(book, key=key, render=render, **(values | changed))


def circulated(register: Register, book: Book = CIRCULARS, key: str = KEY, **changed: Any) -> IssuedCopies:
    with register.writing() as pen:
        return circulate(pen, book, key, **changed)


@pytest.fixture
def attacker(register: Register, address: str) -> Iterator[Attacker]:
    made = Attacker(address)
    yield made
    made.close()


# --- issuing --------------------------------------------------------------------------------------


def test_one_number_has_a_document_for_each_recipient(register: Register) -> None:
    done = circulated(register)
    assert (done.entry.number, done.again) == ("กษ ๑๑๑๓/ว๑", False)
    assert register.entries() == [done.entry]
    assert done.copies == register.copies(done.entry)
    assert {unit: register.document(digest) for unit, digest in done.copies} == {
        unit: copy_for(unit, "กษ ๑๑๑๓/ว๑") for unit in UNITS
    }
    assert register.verify() == []
    assert register.next_serial(CIRCULARS) == 2


def test_the_digest_of_the_line_is_that_of_the_list_of_copies(register: Register) -> None:
    entry = circulated(register).entry
    listed = register.document(entry.sha256 or "")
    assert listed is not None
    assert listed.startswith(b'{"copies":[["')
    assert sha256(listed).hexdigest() == entry.sha256
    assert json.loads(listed) == {
        "copies": [[unit, sha256(copy_for(unit, entry.number)).hexdigest()] for unit in sorted(UNITS)]
    }


def test_the_order_of_the_copies_does_not_matter(register: Register) -> None:
    first = circulated(register, key="ก", render=lambda *_: [("ข", b"2"), ("ก", b"1")])
    second = circulated(register, key="ข", render=lambda *_: [("ก", b"1"), ("ข", b"2")])
    assert first.copies == second.copies
    assert first.entry.sha256 == second.entry.sha256
    assert register.verify() == []


def test_a_single_letter_has_no_copies(register: Register, book: Book) -> None:
    assert register.copies(issued(register, book).entry) == ()
    with register.writing() as pen:
        (entry,) = pen.reserve(book, holder="ก")
    assert register.copies(entry) == ()
    assert register.all_copies() == {}


def test_all_lists_of_copies_are_given_by_the_digest_of_their_line(register: Register, book: Book) -> None:
    issued(register, book)
    done = [circulated(register, key=key) for key in ("ก", "ข")]
    assert register.all_copies() == {each.entry.sha256: each.copies for each in done}


def test_the_same_circular_keeps_its_number_and_copies_and_is_not_rendered_again(register: Register) -> None:
    first = circulated(register)
    again = circulated(register, render=lambda *_: pytest.fail("rendered again"))
    assert again == replace(first, again=True)
    with register.writing() as pen:
        third = circulate(pen, CIRCULARS, "อีกฉบับ")
        assert circulate(pen, CIRCULARS, "อีกฉบับ") == replace(third, again=True)
    assert numbers(register, CIRCULARS) == [1, 2]


def test_another_list_of_recipients_is_refused_with_what_differs(register: Register) -> None:
    circulated(register)
    with refused("R30", "กษ ๑๑๑๓/ว๑", "(ผู้รับ)", "กองคลัง"), register.writing() as pen:
        circulate(pen, CIRCULARS, payload={"เรื่อง": "ขอเชิญประชุม", "ผู้รับ": "กองคลัง"})
    assert register.verify() == []


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("R33", {"dated": DAY.replace(year=2024)}),
        ("R31", {"serial": 9}),
        ("R48", {"to": "ก\x00"}),
        ("R48", {"payload": {"ผู้รับ": "กอง\ufffe"}}),
    ],
)
def test_what_a_single_letter_is_refused_a_circular_is_refused(
    register: Register, code: str, changed: dict[str, Any]
) -> None:
    with refused(code), register.writing() as pen:
        circulate(pen, CIRCULARS, render=lambda *_: pytest.fail("rendered"), **changed)


def test_a_date_before_the_forerunners_is_refused(register: Register) -> None:
    circulated(register)
    with refused("R04"), register.writing() as pen:
        circulate(pen, CIRCULARS, "อีกฉบับ", dated=DAY.replace(day=1))


def test_a_reserved_number_can_be_asked_for(register: Register, book: Book) -> None:
    reserved(register, book, count=2, circular=True)
    entry = circulated(register, book, serial=1).entry
    assert (entry.number, entry.status, entry.holder) == ("กษ ๑๑๑๓/ว๑", Status.ISSUED, "ผู้จองสมมติ")
    assert register.verify() == []


def broken(number: str, serial: int) -> Iterator[tuple[str, bytes]]:
    yield from rendered(number, serial)
    raise ZeroDivisionError


def test_a_render_that_fails_after_some_copies_leaves_nothing_of_the_turn(
    register: Register, book: Book, attacker: Attacker
) -> None:
    before = register.anchor()

    def turn() -> None:
        with register.writing() as pen:
            issue(pen, book)
            circulate(pen, CIRCULARS, render=broken)

    with pytest.raises(ZeroDivisionError):
        turn()
    assert register.anchor() == before
    assert attacker("SELECT count(*) FROM documents")[0][0] == 0
    assert circulated(register).entry.serial == 1


def test_a_render_that_fails_after_some_copies_cannot_be_overlooked(register: Register, book: Book) -> None:
    def turn() -> None:
        with register.writing() as pen:
            issue(pen, book)
            with pytest.raises(ZeroDivisionError):
                circulate(pen, CIRCULARS, render=broken)

    with pytest.raises(RuntimeError, match="nothing of it was kept"):
        turn()
    assert register.entries() == []


@pytest.mark.parametrize("copies", [[], [("กองคลัง", b"1"), ("กองคลัง", b"2")]])
def test_no_copies_or_two_for_one_recipient_are_a_mistake(
    register: Register, copies: list[tuple[str, bytes]]
) -> None:
    with pytest.raises(ValueError, match="one copy for each recipient"):
        circulated(register, render=lambda *_: copies)
    assert register.entries() == []


@pytest.mark.parametrize("shared", [28_000, 0])
def test_the_memory_it_takes_does_not_grow_with_the_copies(register: Register, shared: int) -> None:
    beginning = random.Random(0).randbytes(shared)

    def many(_number: str, _serial: int) -> Iterator[tuple[str, bytes]]:
        for n in range(1_000):
            yield f"หน่วยงาน {n}", beginning + random.Random(n).randbytes(33_000 - shared)

    circulated(register, key="ก", render=rendered)
    tracemalloc.start()
    try:
        circulated(register, render=many)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    limit = 1_000_000 if register._store.name == "sqlite" else 5_000_000  # gathered to be sent at once
    assert peak < limit
    assert register.verify() == []


def test_the_numbers_of_a_letter_file_are_given_by_their_keys(register: Register, book: Book) -> None:
    circulated(register)
    for unit, letter in (("กองคลัง", LETTER), ("กองช่าง", LETTER), ("กองคลัง", "letters/อื่น.md")):
        issued(register, book, f"{letter}#{unit}", letter=letter)
    with register.writing() as pen:
        pen.void(book, 2, reason="พิมพ์ผิด")
    assert register.given(LETTER) == {KEY: DAY, f"{LETTER}#กองคลัง": DAY}
    assert register.given("letters/ไม่มี.md") == {}


# --- proving --------------------------------------------------------------------------------------


def test_a_copy_that_was_lost_or_changed_is_named_with_its_number_and_recipient(
    register: Register, attacker: Attacker
) -> None:
    copies = dict(circulated(register).copies)
    attacker("DELETE FROM documents WHERE sha256 = ?", copies["กองคลัง"])
    attacker("UPDATE documents SET content = ? WHERE sha256 = ?", b"forged", copies["สำนักแผนงาน"])
    lost, changed = sorted(register.verify(), key=lambda found: "ถูกแก้" in found.message)
    assert (lost.code, changed.code) == ("R45", "R45")
    assert "ฉบับถึงกองคลัง ของเลขที่ กษ ๑๑๑๓/ว๑" in lost.message
    assert "หาย" in lost.message
    assert "ฉบับถึงสำนักแผนงาน ของเลขที่ กษ ๑๑๑๓/ว๑" in changed.message


@pytest.mark.parametrize("damage", ["DELETE FROM documents", "UPDATE documents SET content = 'x'"])
def test_a_list_of_copies_that_was_lost_or_changed_is_found(
    register: Register, attacker: Attacker, damage: str
) -> None:
    entry = circulated(register).entry
    attacker(f"{damage} WHERE sha256 = ?", entry.sha256)
    found = register.verify()
    assert codes(found) == ["R45", "R45"]
    assert "เอกสารของเลขที่ กษ ๑๑๑๓/ว๑" in found[0].message
    assert "เอกสาร ๓ ฉบับที่ไม่ใช่ของเลขใด" in found[1].message
    assert register.copies(entry) == ()
    with refused("R45"), register.writing() as pen:
        circulate(pen, CIRCULARS)


def test_copies_of_a_void_number_are_no_strays(register: Register) -> None:
    circulated(register)
    with register.writing() as pen:
        pen.void(CIRCULARS, 1, reason="พิมพ์ผิด")
    assert register.verify() == []


# --- bringing back --------------------------------------------------------------------------------


def documents(serial: int, units: Iterable[str] = UNITS, letter: str = LETTER) -> dict[str, bytes]:
    """Copies that say whose they are, by their file names."""
    return {f"out/{unit}.docx": numbered(serial, book=CIRCULARS, key=f"{letter}#{unit}") for unit in units}


def of_files(files: Mapping[str, bytes]) -> Render:
    return lambda *_: [(Path(file).stem, content) for file, content in files.items()]


def test_lost_copies_are_brought_back_from_their_files(register: Register, attacker: Attacker) -> None:
    files = documents(1)
    circulated(register, render=of_files(files))
    attacker("DELETE FROM documents")
    before = register.anchor()
    assert register.reconcile(files) == []
    assert register.anchor() == before
    assert register.verify() == []


def test_one_lost_copy_is_brought_back_or_named(register: Register, attacker: Attacker) -> None:
    files = documents(1)
    done = circulated(register, render=of_files(files))
    attacker("DELETE FROM documents WHERE sha256 = ?", dict(done.copies)["กองคลัง"])
    lost = files.pop("out/กองคลัง.docx")
    (found,) = register.reconcile(files)
    assert found.code == "R52"
    assert "ไม่พบ ๑ ฉบับของเลขที่ กษ ๑๑๑๓/ว๑ ถึงกองคลัง" in found.message
    assert register.reconcile({"ที่อื่น.docx": lost}) == []
    assert register.verify() == []


def test_a_circular_issued_after_the_backup_is_brought_back_with_its_copies(
    register: Register, book: Book, backups: Backups, opens: Opens
) -> None:
    backup = backups("monday")
    files = documents(1)
    done = circulated(register, render=of_files(files))
    single = issued(register, book).document
    wanted = (register.anchor(), register.entries())
    restored = opens(backup)
    assert codes(restored.reconcile({**files, "out/เดี่ยว.docx": single})) == ["R50"]
    assert (restored.anchor(), restored.entries()) == wanted
    assert restored.copies(done.entry) == done.copies
    assert restored.verify() == []
    assert circulated(restored, render=of_files({})).again


def test_an_edited_copy_beside_the_right_one_does_no_harm(
    register: Register, backups: Backups, opens: Opens
) -> None:
    backup = backups("monday")
    files = documents(1)
    circulated(register, render=of_files(files))
    edited = numbered(1, book=CIRCULARS, key=f"{LETTER}#กองคลัง", note="แก้แล้ว")
    restored = opens(backup)
    assert codes(restored.reconcile({"out/ก่อน.docx": edited, **files, "out/หลัง.docx": edited})) == ["R50"]
    assert restored.verify() == []


def test_without_one_of_its_copies_a_circular_of_the_mirror_is_named_until_it_is_there(
    register: Register, backups: Backups, opens: Opens
) -> None:
    backup = backups("monday")
    files = documents(1)
    circulated(register, render=of_files(files))
    restored = opens(backup)
    some = dict(list(files.items())[1:])
    found = restored.reconcile(some)
    assert codes(found) == ["R50", "R52"]
    assert "กษ ๑๑๑๓/ว๑" in found[1].message
    assert codes(restored.verify()) == ["R45"]
    assert restored.reconcile(files) == []
    assert restored.verify() == []


def test_copies_of_a_number_that_only_they_know_make_it_void_once_and_are_kept(
    register: Register, mirror: Path, backups: Backups, opens: Opens
) -> None:
    backup = backups("monday")
    files = {**documents(2), **documents(3, ["กองคลัง", "กองช่าง"], "letters/อื่น.md")}
    mirror.unlink()
    restored = opens(backup)
    files["out/อื่น.docx"] = numbered(4, book=CIRCULARS, key="letters/เดี่ยว.md#กองคลัง")
    found = restored.reconcile(files)
    assert codes(found) == ["R51"] * 3
    second, third, fourth = (restored.entry(CIRCULARS, serial) for serial in (2, 3, 4))
    assert second is not None
    assert (second.status, second.reason, second.key) == (Status.VOID, ONLY_IN_DOCUMENT, LETTER)
    kept = [unit for unit, _digest in restored.copies(second)]
    assert kept == sorted(set(UNITS) - {"กองคลัง"})  # that file is the other letter's
    assert third is not None
    assert [unit for unit, _digest in restored.copies(third)] == ["กองคลัง", "กองช่าง"]
    assert fourth is not None
    assert (fourth.key, restored.copies(fourth)) == ("letters/เดี่ยว.md#กองคลัง", ())
    assert restored.verify() == []
    before = restored.anchor()
    assert restored.reconcile(files) == []
    assert restored.anchor() == before


def test_copies_that_are_known_change_nothing(register: Register) -> None:
    files = documents(1)
    circulated(register, render=of_files(files))
    before = register.anchor()
    edited = numbered(1, book=CIRCULARS, key=f"{LETTER}#กองคลัง", note="แก้แล้ว")
    assert register.reconcile({**files, "out/แก้.docx": edited}) == []
    assert register.anchor() == before


def test_a_backup_has_the_copies_too(register: Register, opens: Opens, tmp_path: Path) -> None:
    done = circulated(register)
    if register._store.name != "sqlite":
        return  # pg_dump takes whole tables
    register.backup(tmp_path / "copy.db")
    shutil.copy(tmp_path / "register.mirror.jsonl", tmp_path / "copy.mirror.jsonl")
    restored = opens(str(tmp_path / "copy.db"), mirror=tmp_path / "copy.mirror.jsonl")
    assert restored.copies(done.entry) == done.copies
    assert restored.verify() == []
