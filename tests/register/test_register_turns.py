"""A turn goes on after a refusal: nothing of what was refused is kept, and everything else is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from attacker import Attacker
from register_words import BOOK, DAY, codes, docx, issue, issued, refused, reserved

from memogen.books import Book
from memogen.errors import InputError, MemogenError
from memogen.findings import Finding
from memogen.register import Pen, Register

NEXT_YEAR = DAY.replace(year=DAY.year + 1)


def failing(_number: str, _serial: int) -> bytes:
    raise InputError(Finding(code="M01", message="แม่แบบผิด"))


def copies(pen: Pen, **changed: Any) -> object:
    values: dict[str, Any] = {
        "key": "เวียน",
        "payload": {},
        "dated": DAY,
        "sender": "ก",
        "to": "ข",
        "subject": "ค",
        "letter": None,
        "render": lambda number, serial: [("ก", docx(number, serial))],
    }
    return pen.issue_copies(BOOK, **(values | changed))


REFUSED: dict[str, tuple[str, Callable[[Pen], object]]] = {
    "another payload": ("R30", lambda pen: issue(pen, BOOK, "ก", payload={"เรื่อง": "อื่น"})),
    "a number that is not free": ("R31", lambda pen: issue(pen, BOOK, "x", serial=90)),
    "another year": ("R33", lambda pen: issue(pen, BOOK, "x", dated=NEXT_YEAR)),
    "a date that goes back": ("R04", lambda pen: issue(pen, BOOK, "x", dated=DAY.replace(day=1))),
    "a character that cannot be kept": ("R48", lambda pen: issue(pen, BOOK, "x", subject="\x00")),
    "a template that fails": ("M01", lambda pen: issue(pen, BOOK, "x", render=failing)),
    "a template that fails for a held number": (
        "M01",
        lambda pen: issue(pen, BOOK, "x", serial=2, render=failing),
    ),
    "a circular of another payload": ("R30", lambda pen: copies(pen, key="ก")),
    "a circular of another year": ("R33", lambda pen: copies(pen, dated=NEXT_YEAR)),
    "no such number": ("R34", lambda pen: pen.void(BOOK, 90, reason="ก")),
    "a state that does not allow it": ("R35", lambda pen: pen.release(BOOK, 1)),
    "no holder": ("R36", lambda pen: pen.reserve(BOOK, holder=" ")),
    "a floor too low": ("R37", lambda pen: pen.open_book(BOOK, floor=1)),
    "a line of an old book that clashes": (
        "R39",
        lambda pen: pen.adopt([replace(_first(pen), subject="อื่น"), replace(_first(pen), serial=80)]),
    ),
}


def _first(pen: Pen) -> Any:
    return issue(pen, BOOK, "ก").entry


@pytest.fixture
def attacker(register: Register, address: str) -> Iterator[Attacker]:
    made = Attacker(address)
    yield made
    made.close()


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused_leaves_the_turn_as_it_was(
    register: Register, book: Book, attacker: Attacker, what: str
) -> None:
    code, act = REFUSED[what]
    issued(register, book, "ก")
    reserved(register, book)
    with register.writing() as pen:
        issue(pen, book, "ข")
        with pytest.raises(MemogenError) as caught:
            act(pen)
        after = issue(pen, book, "ค")
    assert codes(list(caught.value.findings)) == [code]
    assert [(entry.serial, entry.key) for entry in register.entries()] == [
        (1, "ก"),
        (2, None),
        (3, "ข"),
        (4, "ค"),
    ]
    assert register.document(after.entry.sha256 or "") == docx(after.entry.number, 4)
    assert attacker("SELECT count(*) FROM documents")[0][0] == 3
    assert register.verify() == []


def test_every_second_letter_may_fail(register: Register, book: Book) -> None:
    with register.writing() as pen:
        for n in range(40):
            try:
                issue(pen, book, f"{n}", render=failing if n % 2 else docx)
            except InputError:
                continue
    assert [entry.key for entry in register.entries()] == [f"{n}" for n in range(0, 40, 2)]
    assert register.next_serial(book) == 21
    assert register.verify() == []


def test_a_turn_of_nothing_but_refusals_leaves_no_trace(register: Register, book: Book) -> None:
    issued(register, book, "ก")
    before = register.anchor()
    with register.writing() as pen, refused("R31"):
        issue(pen, book, "x", serial=90)
    assert register.anchor() == before


def test_the_next_number_is_told_within_the_turn(register: Register, book: Book) -> None:
    with register.writing() as pen:
        assert pen.next_serial(book) == 1
        issue(pen, book, "ก")
        assert pen.next_serial(book) == 2
        pen.reserve(book, holder="ก", count=3)
        assert pen.next_serial(book) == 5
    with register.writing() as pen:
        assert pen.next_serial(book) == 5
    before = register.anchor()
    assert register.next_serial(book) == 5
    assert register.anchor() == before


def test_a_forerunner_voided_in_the_same_turn_has_no_date_to_keep(register: Register, book: Book) -> None:
    with register.writing() as pen:
        issue(pen, book, "ก", dated=DAY.replace(day=20))
        issue(pen, book, "ข", dated=DAY.replace(day=30))
        pen.void(book, 2, reason="วันที่ผิด")
        issue(pen, book, "ค", dated=DAY)
        with refused("R04", "กษ ๑๑๑๓/๓"):
            issue(pen, book, "ง", dated=DAY.replace(day=26))
        pen.reserve(book, holder="ก")
        with refused("R04", "กษ ๑๑๑๓/๓"):
            issue(pen, book, "จ", dated=DAY.replace(day=26))
    assert [entry.key for entry in register.entries()] == ["ก", "ข", "ค", None]
    assert register.verify() == []


def test_the_books_of_a_turn_keep_their_own_counters(register: Register, book: Book) -> None:
    other = replace(book, code="กษ ๑๑๐๔")
    with register.writing() as pen:
        for n in range(4):
            issue(pen, (book, other)[n % 2], f"{n}")
        pen.open_book(other, floor=10)
        issue(pen, other, "หลัง")
    assert register.books() == [(other, 10, 11), (book, 0, 2)]
    assert register.verify() == []
