"""Issuing: number, document and row are one act, and the same letter keeps its number."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from register_words import DAY, Clock, Opens, docx, issue, issued, numbers, refused, reserved

from memogen.books import Book, BookKind, Status
from memogen.register import Register


def test_number_document_and_row_are_one(register: Register, book: Book) -> None:
    done = issued(register, book, action="เวียน", note="ด่วน")
    entry = done.entry
    assert (done.again, done.document) == (False, docx("กษ ๑๑๑๓/๑", 1))
    assert register.entry(book, 1) == entry
    assert register.by_key("หนังสือ-๑") == entry
    assert entry.status is Status.ISSUED
    assert (entry.dated, entry.subject, entry.letter) == (DAY, "ขอเชิญประชุม", "letters/หนังสือ-๑.md")
    assert (entry.action, entry.note) == ("เวียน", "ด่วน")
    assert entry.sha256 == sha256(done.document).hexdigest()
    assert register.document(entry.sha256) == done.document


def test_the_same_letter_keeps_number_and_bytes(register: Register, book: Book, clock: Clock) -> None:
    first = issued(register, book)
    clock.forward(days=3)
    second = issued(register, book, render=lambda number, serial: pytest.fail("rendered again"))
    assert second.again
    assert (second.entry, second.document) == (first.entry, first.document)
    assert register.next_serial(book) == 2


def test_the_order_of_the_fields_does_not_matter(register: Register, book: Book) -> None:
    issued(register, book, payload={"ก": "1", "ข": "2"})
    assert issued(register, book, payload={"ข": "2", "ก": "1"}).again


def test_a_changed_letter_is_refused_with_what_differs(register: Register, book: Book) -> None:
    issued(register, book, payload={"เรื่อง": "ขอเชิญประชุม", "เรียน": "ก", "ที่": "x"})
    with (
        refused("R30", "กษ ๑๑๑๓/๑", "(เรื่อง, ข้อความ)", "“ขอเชิญประชุม” → “ขอเลื่อนประชุม”", "void", "อ้างถึง"),
        register.writing() as pen,
    ):
        issue(pen, book, payload={"เรื่อง": "ขอเลื่อนประชุม", "เรียน": "ก", "ที่": "x", "ข้อความ": "ใหม่"})
    assert numbers(register, book) == [1]


def test_after_a_void_the_letter_takes_a_new_number(register: Register, book: Book) -> None:
    issued(register, book)
    with register.writing() as pen:
        pen.void(book, 1, reason="พิมพ์ผิด")
    assert register.by_key("หนังสือ-๑") is None
    assert issued(register, book, payload={"เรื่อง": "ใหม่"}).entry.serial == 2
    assert register.verify() == []


def test_a_failing_render_takes_nothing(register: Register, book: Book) -> None:
    def broken(number: str, serial: int) -> bytes:
        raise ZeroDivisionError

    before = register.anchor()
    with pytest.raises(ZeroDivisionError), register.writing() as pen:
        issue(pen, book, render=broken)
    assert register.anchor() == before
    assert issued(register, book).entry.serial == 1


def test_a_failing_render_that_is_caught_leaves_the_others(register: Register, book: Book) -> None:
    def broken(number: str, serial: int) -> bytes:
        raise ZeroDivisionError

    with register.writing() as pen:
        issue(pen, book, "ก")
        with pytest.raises(ZeroDivisionError):
            issue(pen, book, "ข", render=broken)
        issue(pen, book, "ค")
    assert [entry.key for entry in register.entries()] == ["ก", "ค"]
    assert register.verify() == []


def test_a_reserved_number_can_be_asked_for(register: Register, book: Book) -> None:
    reserved(register, book, count=3)
    entry = issued(register, book, serial=2).entry
    assert (entry.serial, entry.status, entry.holder) == (2, Status.ISSUED, "ผู้จองสมมติ")
    assert register.next_serial(book) == 4


def test_the_next_number_can_be_asked_for(register: Register, book: Book) -> None:
    assert issued(register, book, serial=1).entry.serial == 1


@pytest.mark.parametrize(("serial", "why"), [(1, "ออกแล้ว"), (2, "ยกเลิกแล้ว"), (4, "ไม่ใช่เลขถัดไป")])
def test_a_number_that_is_not_free_is_refused(register: Register, book: Book, serial: int, why: str) -> None:
    issued(register, book)
    reserved(register, book)
    with register.writing() as pen:
        pen.release(book, 2)
    with refused("R31", why, "กษ ๑๑๑๓/๓"), register.writing() as pen:
        issue(pen, book, "อีกฉบับ", serial=serial)


def test_a_reserved_circular_number_is_only_for_a_circular(register: Register, book: Book) -> None:
    reserved(register, book, circular=True)
    with refused("R31", "กษ ๑๑๑๓/ว๑"), register.writing() as pen:
        issue(pen, book, serial=1)
    assert issued(register, book, serial=1, circular=True).entry.number == "กษ ๑๑๑๓/ว๑"


def test_a_date_before_the_forerunners_is_refused(register: Register, book: Book) -> None:
    issued(register, book)
    with refused("R04", "๒๖ มีนาคม ๒๕๖๖", "๒๗ มีนาคม ๒๕๖๖", "กษ ๑๑๑๓/๑"), register.writing() as pen:
        issue(pen, book, "ข", dated=date(2023, 3, 26))
    assert issued(register, book, "ค", dated=DAY).entry.serial == 2


def test_a_reserved_number_lies_between_its_neighbours(register: Register, book: Book) -> None:
    issued(register, book, "ก", dated=date(2023, 3, 20))
    reserved(register, book)
    issued(register, book, "ค", dated=date(2023, 3, 24))
    with refused("R04", "หลังเลขที่ กษ ๑๑๑๓/๓"), register.writing() as pen:
        issue(pen, book, "ข", serial=2, dated=date(2023, 3, 25))
    with refused("R04", "ก่อนเลขที่ กษ ๑๑๑๓/๑"), register.writing() as pen:
        issue(pen, book, "ข", serial=2, dated=date(2023, 3, 19))
    assert issued(register, book, "ข", serial=2, dated=date(2023, 3, 24)).entry.serial == 2


def test_a_void_forerunner_has_no_date_to_keep(register: Register, book: Book) -> None:
    issued(register, book, dated=date(2023, 3, 30))
    with register.writing() as pen:
        pen.void(book, 1, reason="วันที่ผิด")
    assert issued(register, book, "ข", dated=DAY).entry.serial == 2


def test_the_books_year_is_that_of_the_date(register: Register, book: Book) -> None:
    with refused("R33", "๒๕๖๗"), register.writing() as pen:
        issue(pen, book, dated=date(2024, 1, 1))


def test_orders_carry_their_year(register: Register) -> None:
    orders = Book("กษ ๑๑๑๓", BookKind.ORDER, 2566)
    assert issued(register, orders).document == docx("๑/๒๕๖๖", 1)


def test_a_clock_set_back_is_refused_until_it_is_accepted(
    register: Register, book: Book, clock: Clock
) -> None:
    reserved(register, book)
    clock.forward(minutes=-5)
    reserved(register, book)
    clock.forward(minutes=-6)
    with refused("R32", "๐๘.๔๙ น.", "๐๘.๕๕ น."), register.writing() as pen:
        issue(pen, book)
    with refused("R32"), register.writing() as pen:
        pen.reserve(book, holder="ก")
    with register.writing(accept_clock=True) as pen:
        issue(pen, book)
    assert reserved(register, book) == [4]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2023, 12, 31, 16, 59, 59, tzinfo=UTC), "2023-12-31T23:59:59+07:00"),
        (datetime(2023, 12, 31, 17, 0, tzinfo=UTC), "2024-01-01T00:00:00+07:00"),
    ],
)
def test_now_is_bangkok_time(register: Register, clock: Clock, moment: datetime, said: str) -> None:
    clock.now = moment
    with register.writing() as pen:
        assert pen.now().isoformat() == said


def test_now_is_taken_after_the_lock(opens: Opens, clock: Clock) -> None:
    register = opens()
    with register.writing() as pen:
        first = pen.now()
        clock.forward(hours=1)
        assert pen.now() == first
    with register.writing() as pen:
        assert pen.now() > first


def test_two_letters_with_the_same_bytes_share_one_document(register: Register, book: Book) -> None:
    for key in ("ก", "ข"):
        issued(register, book, key, render=lambda number, serial: b"same")
    assert len({entry.sha256 for entry in register.entries()}) == 1
    assert register.verify() == []


def test_payload_characters_that_cannot_be_kept_are_refused(register: Register, book: Book) -> None:
    with refused("R48", "ข้อความ"), register.writing() as pen:
        issue(pen, book, payload={"ข้อความ": "ก\x00"})


def test_many_letters_in_one_transaction(register: Register, book: Book) -> None:
    with register.writing() as pen:
        done = [issue(pen, book, f"ฉบับ-{n}") for n in range(50)]
        again = issue(pen, book, "ฉบับ-7")
    assert [each.entry.serial for each in done] == list(range(1, 51))
    assert (again.again, again.entry.serial) == (True, 8)
    assert register.verify() == []
