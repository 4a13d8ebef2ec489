"""Books and their lines: reserve, release, void, dispatch, receive, floors, years."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from register_words import DAY, Clock, Opens, issue, issued, numbers, refused, reserved

from memogen.books import Book, BookKind, Entry, Origin, Status
from memogen.register import Register


def test_numbers_run_on(register: Register, book: Book) -> None:
    assert reserved(register, book) == [1]
    assert reserved(register, book, count=3) == [2, 3, 4]
    assert register.next_serial(book) == 5


def test_a_book_that_was_never_used_begins_at_one(register: Register, book: Book) -> None:
    assert register.next_serial(book) == 1
    assert register.entry(book, 1) is None


def test_each_code_kind_and_year_has_its_own_series(register: Register, book: Book) -> None:
    others = [
        Book("กษ ๑๑๐๔", BookKind.SENDING, 2566),
        Book(book.code, BookKind.CIRCULAR, 2566),
        Book(book.code, BookKind.SENDING, 2567),
    ]
    assert [reserved(register, each) for each in (book, *others)] == [[1]] * 4
    assert [each for each, _floor, _last in register.books()] == sorted([book, *others])


def test_a_reservation_tells_who_what_for_and_until_when(register: Register, book: Book) -> None:
    with register.writing() as pen:
        (entry,) = pen.reserve(
            book, holder="กลุ่มแผนงาน", purpose="หนังสือเชิญ", due=date(2023, 4, 1), circular=True
        )
    assert register.entry(book, 1) == entry
    assert entry.status is Status.RESERVED
    assert (entry.holder, entry.purpose, entry.due) == ("กลุ่มแผนงาน", "หนังสือเชิญ", date(2023, 4, 1))
    assert entry.number == "กษ ๑๑๑๓/ว๑"
    assert entry.actor == "สมมติ"
    assert entry.created_at == entry.changed_at == "2023-03-27T09:00:00+07:00"


def test_a_reservation_needs_a_name(register: Register, book: Book) -> None:
    with refused("R36", "--holder"), register.writing() as pen:
        pen.reserve(book, holder=" ")
    assert register.next_serial(book) == 1


def test_a_floor_continues_the_paper_book(register: Register, book: Book) -> None:
    with register.writing() as pen:
        pen.open_book(book, floor=652)
        assert pen.reserve(book, holder="ก")[0].serial == 653
    assert register.books() == [(book, 652, 653)]


def test_a_floor_can_be_mended_before_the_first_number(register: Register, book: Book) -> None:
    with register.writing() as pen:
        pen.open_book(book, floor=6520)
        pen.open_book(book, floor=652)
    assert register.next_serial(book) == 653
    assert register.verify() == []


def test_a_floor_cannot_fall_below_a_given_number(register: Register, book: Book) -> None:
    reserved(register, book, count=10)
    with refused("R37", "๑๐"), register.writing() as pen:
        pen.open_book(book, floor=9)


def test_a_floor_can_rise_above_the_last_number(register: Register, book: Book) -> None:
    reserved(register, book, count=10)
    with register.writing() as pen:
        pen.open_book(book, floor=50)
    assert reserved(register, book) == [51]
    assert register.verify() == []


def test_a_released_number_stays_as_void(register: Register, book: Book) -> None:
    reserved(register, book)
    with register.writing() as pen:
        entry = pen.release(book, 1, reason="เลิกประชุม")
    assert entry.status is Status.VOID
    assert entry.reason == "คืนเลขที่จอง เลิกประชุม"
    assert reserved(register, book) == [2]


def test_an_issued_number_cannot_be_released(register: Register, book: Book) -> None:
    issued(register, book)
    with refused("R35", "กษ ๑๑๑๓/๑", "ออกแล้ว"), register.writing() as pen:
        pen.release(book, 1)


def test_a_void_number_keeps_its_reason_and_its_letter(register: Register, book: Book) -> None:
    issued(register, book)
    with register.writing() as pen:
        entry = pen.void(book, 1, reason=" พิมพ์ผิด ")
    assert (entry.status, entry.reason, entry.subject) == (Status.VOID, "พิมพ์ผิด", "ขอเชิญประชุม")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_voiding_needs_a_reason(register: Register, book: Book, reason: str) -> None:
    reserved(register, book)
    with refused("R36", "--reason"), register.writing() as pen:
        pen.void(book, 1, reason=reason)


def test_a_dispatched_number_cannot_be_voided(register: Register, book: Book) -> None:
    issued(register, book)
    with register.writing() as pen:
        pen.dispatch(book, 1, way="ไปรษณีย์", on=DAY)
    with refused("R35", "ส่งแล้ว"), register.writing() as pen:
        pen.void(book, 1, reason="เปลี่ยนใจ")


def test_dispatch_tells_way_day_and_recipient(register: Register, book: Book) -> None:
    issued(register, book)
    with register.writing() as pen:
        entry = pen.dispatch(book, 1, way="ไปรษณีย์ลงทะเบียน", on=date(2023, 3, 28), recipient="งานสารบรรณ")
    assert entry.status is Status.DISPATCHED
    assert (entry.way, entry.dispatched_on, entry.recipient) == (
        "ไปรษณีย์ลงทะเบียน",
        date(2023, 3, 28),
        "งานสารบรรณ",
    )


def test_dispatch_told_twice_is_one_event(register: Register, book: Book) -> None:
    issued(register, book)
    for _time in range(2):
        with register.writing() as pen:
            pen.dispatch(book, 1, way="ไปรษณีย์", on=DAY)
    assert [event.action for event in register.story(book, 1)] == ["issue", "dispatch"]
    with refused("R35"), register.writing() as pen:
        pen.dispatch(book, 1, way="โทรสาร", on=DAY)


def test_dispatch_before_the_letters_date_is_refused(register: Register, book: Book) -> None:
    issued(register, book)
    with refused("R35", "๒๖ มีนาคม ๒๕๖๖"), register.writing() as pen:
        pen.dispatch(book, 1, way="ไปรษณีย์", on=date(2023, 3, 26))


@pytest.mark.parametrize("act", ["release", "void", "dispatch"])
def test_a_number_that_was_never_given_is_named(register: Register, book: Book, act: str) -> None:
    words: dict[str, Any] = {"release": {}, "void": {"reason": "ก"}, "dispatch": {"way": "ก", "on": DAY}}
    with refused("R34", "กษ ๑๑๑๓/๗"), register.writing() as pen:
        getattr(pen, act)(book, 7, **words[act])


def test_a_received_letter_has_the_three_lines_of_the_stamp(register: Register) -> None:
    book = Book("กษ ๑๑๑๓", BookKind.RECEIVING, 2566)
    with register.writing() as pen:
        entry = pen.receive(
            book,
            at=datetime(2023, 3, 27, 3, 30, tzinfo=UTC),
            their_number="กค ๐๔๐๕.๒/ว ๘๙",
            their_date=date(2023, 3, 20),
            sender="กรมตัวอย่าง",
            to="อธิบดี",
            subject="หลักเกณฑ์การเบิกจ่าย",
        )
    assert (entry.number, entry.dated, entry.received_at) == ("๑", DAY, "2023-03-27T10:30:00+07:00")
    assert entry.status is Status.ISSUED
    assert register.entry(book, 1) == entry


def test_a_receiving_book_takes_the_year_of_bangkok(register: Register) -> None:
    received = {"their_number": "", "their_date": None, "sender": "ก", "to": "ข", "subject": "ค"}
    moment = datetime(2023, 12, 31, 17, 0, tzinfo=UTC)
    with refused("R33", "๒๕๖๗"), register.writing() as pen:
        pen.receive(Book("กษ ๑๑๑๓", BookKind.RECEIVING, 2566), at=moment, **received)  # type: ignore[arg-type]
    with register.writing() as pen:
        pen.receive(Book("กษ ๑๑๑๓", BookKind.RECEIVING, 2567), at=moment, **received)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [kind for kind in BookKind if kind is not BookKind.RECEIVING])
def test_only_the_receiving_book_receives(register: Register, kind: BookKind) -> None:
    book = Book("กษ ๑๑๑๓", kind, 2566)
    with refused("R33"), register.writing() as pen:
        pen.receive(
            book,
            at=datetime(2023, 3, 27, tzinfo=UTC),
            their_number="",
            their_date=None,
            sender="",
            to="",
            subject="",
        )


def test_the_receiving_book_gives_no_numbers_to_send(register: Register) -> None:
    book = Book("กษ ๑๑๑๓", BookKind.RECEIVING, 2566)
    with refused("R33"), register.writing() as pen:
        pen.reserve(book, holder="ก")
    with refused("R33"), register.writing() as pen:
        issue(pen, book)


def reserve_issue_and_fail(register: Register, book: Book) -> None:
    with register.writing() as pen:
        pen.reserve(book, holder="ก", count=5)
        issue(pen, book)
        raise ZeroDivisionError


def test_all_of_one_with_is_kept_or_nothing(register: Register, book: Book) -> None:
    before = register.anchor()
    with pytest.raises(ZeroDivisionError):
        reserve_issue_and_fail(register, book)
    assert (register.anchor(), register.entries(), register.books()) == (before, [], [])
    assert reserved(register, book) == [1]
    assert register.verify() == []


def test_a_refusal_that_is_caught_takes_nothing(register: Register, book: Book) -> None:
    with register.writing() as pen:
        pen.reserve(book, holder="ก")
        with refused("R36"):
            pen.reserve(book, holder="")
        pen.reserve(book, holder="ข")
    assert numbers(register, book) == [1, 2]
    assert register.verify() == []


def test_filters_choose_lines(register: Register, book: Book) -> None:
    circulars = Book(book.code, BookKind.CIRCULAR, 2566)
    reserved(register, book, count=2)
    reserved(register, book, circular=True)
    reserved(register, circulars)
    issued(register, Book("กษ ๑๑๐๔", BookKind.SENDING, 2566))

    def chosen(**filters: object) -> list[str]:
        return [entry.number for entry in register.entries(**filters)]  # type: ignore[arg-type]

    assert chosen(code="กษ ๑๑๐๔") == ["กษ ๑๑๐๔/๑"]
    assert chosen(kind=BookKind.CIRCULAR) == ["กษ ๑๑๑๓/ว๑"]
    assert chosen(status=Status.ISSUED) == ["กษ ๑๑๐๔/๑"]
    assert chosen(circular=True) == ["กษ ๑๑๑๓/ว๓"]
    assert chosen(circular=False, code=book.code, kind=BookKind.SENDING) == ["กษ ๑๑๑๓/๑", "กษ ๑๑๑๓/๒"]
    assert chosen(year_be=2567) == []
    assert chosen() == ["กษ ๑๑๐๔/๑", "กษ ๑๑๑๓/ว๑", "กษ ๑๑๑๓/๑", "กษ ๑๑๑๓/๒", "กษ ๑๑๑๓/ว๓"]


def test_the_story_tells_every_step(register: Register, book: Book, clock: Clock) -> None:
    reserved(register, book, count=2)
    clock.forward(hours=1)
    issued(register, book, serial=1)
    clock.forward(hours=1)
    with register.writing() as pen:
        pen.void(book, 1, reason="พิมพ์ผิด")
    story = register.story(book, 1)
    assert [(event.action, event.at[11:16], event.actor) for event in story] == [
        ("reserve", "09:00", "สมมติ"),
        ("issue", "10:00", "สมมติ"),
        ("void", "11:00", "สมมติ"),
    ]
    assert '"reason":"พิมพ์ผิด"' in story[-1].row


def test_two_clerks_take_turns(opens: Opens, book: Book) -> None:
    first, second = opens(actor="คนที่หนึ่ง"), opens(actor="คนที่สอง")
    given = [reserved(register, book)[0] for register in (first, second, second, first)]
    assert given == [1, 2, 3, 4]
    assert [entry.actor for entry in first.entries()] == ["คนที่หนึ่ง", "คนที่สอง", "คนที่สอง", "คนที่หนึ่ง"]
    assert second.verify() == []


def old_book(book: Book, *serials: int) -> list[Entry]:
    return [
        Entry(
            code=book.code,
            kind=book.kind,
            year_be=book.year_be,
            serial=serial,
            status=Status.ISSUED,
            dated=DAY,
            to="อธิบดีกรมตัวอย่าง",
            subject=f"เรื่องที่ {serial}",
            origin=Origin.IMPORT,
            cell=f"A{serial}",
        )
        for serial in serials
    ]


def test_an_old_book_is_adopted_and_goes_on(register: Register, book: Book) -> None:
    with register.writing() as pen:
        assert pen.adopt(old_book(book, 1, 2, 5)) == 3
    assert numbers(register, book) == [1, 2, 5]
    assert reserved(register, book) == [6]
    assert register.verify() == []


def test_an_old_book_adopted_twice_changes_nothing(register: Register, book: Book) -> None:
    with register.writing() as pen:
        pen.adopt(old_book(book, 1, 2))
    with register.writing() as pen:
        pen.dispatch(book, 2, way="ไปรษณีย์", on=DAY)
    before = register.anchor()
    with register.writing() as pen:
        assert pen.adopt(old_book(book, 2, 1)) == 0
    assert register.anchor() == before


def test_another_line_under_a_known_number_is_refused(register: Register, book: Book) -> None:
    with register.writing() as pen:
        pen.adopt(old_book(book, 1, 2))
    changed = [*old_book(book, 1, 3), old_book(book, 2)[0]]
    other = Entry(
        **{name: getattr(changed[0], name) for name in Entry.__dataclass_fields__} | {"subject": "เรื่องอื่น"}
    )
    with refused("R39", "กษ ๑๑๑๓/๑", "เรื่อง"), register.writing() as pen:
        pen.adopt([other, *changed[1:]])
    assert numbers(register, book) == [1, 2]


def test_two_lines_under_one_number_in_the_old_book_are_refused(register: Register, book: Book) -> None:
    first = old_book(book, 4)[0]
    second = Entry(
        **{name: getattr(first, name) for name in Entry.__dataclass_fields__} | {"to": "อธิบดีกรมอื่น"}
    )
    with refused("R39", "ถึง"), register.writing() as pen:
        pen.adopt([first, second])
    assert register.entries() == []


@pytest.mark.parametrize("text", ["\x00", "ก\x1fข", "\ud800", "\u202e123"])
def test_characters_that_cannot_be_kept_are_named(register: Register, book: Book, text: str) -> None:
    with refused("R48", "ผู้จอง"), register.writing() as pen:
        pen.reserve(book, holder=f"สมมติ {text}")
    assert register.next_serial(book) == 1


@pytest.mark.parametrize(
    "text", ['"', "\\", "'; DROP TABLE entries; --", "a\tb\nc\rd", "\x7f", "😀", "%s ? %", "é"]
)
def test_any_other_text_comes_back_as_it_was(register: Register, book: Book, text: str) -> None:
    with register.writing() as pen:
        pen.reserve(book, holder=f"ก{text}ข")
    assert register.entries()[0].holder == f"ก{text}ข"
    assert register.verify() == []


def test_nested_writing_is_a_mistake_of_the_program(register: Register, book: Book) -> None:
    with register.writing() as pen:
        pen.reserve(book, holder="ก")
        with pytest.raises(RuntimeError), register.writing():
            pass
    assert numbers(register, book) == [1]
