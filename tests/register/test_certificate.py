"""The certificate accounts for every number of a book, or says loudly which it cannot."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.books import Anchor, Book, BookKind, Entry, Origin, Status
from memogen.register.certificate import account, as_lines, certificate

BOOK = Book("กษ ๑๑๑๓", BookKind.SENDING, 2566)
ANCHOR = Anchor(1234, "0123456789abcdef" * 4)
ON = date(2023, 3, 27)


def entry(serial: int, status: Status = Status.ISSUED, book: Book = BOOK, **values: Any) -> Entry:
    return Entry(code=book.code, kind=book.kind, year_be=book.year_be, serial=serial, status=status, **values)


def void(serial: int, reason: str = "พิมพ์ผิด") -> Entry:
    return entry(serial, Status.VOID, reason=reason)


def page(floor: int, last: int, entries: list[Entry]) -> str:
    return "\n".join(as_lines(account(BOOK, floor, last, entries), ANCHOR, office="กรมตัวอย่าง", on=ON))


def test_each_number_has_its_place() -> None:
    held = entry(6, Status.RESERVED, holder="กองคลัง", purpose="สัญญา", due=date(2023, 3, 31))
    entries = [entry(3), entry(4, Status.DISPATCHED, origin=Origin.IMPORT), void(5), held]
    found = account(BOOK, 2, 7, entries)
    assert (found.paper, found.issued, found.dispatched) == (((1, 2),), ((3, 3),), ((4, 4),))
    assert ([e.serial for e in found.void], [e.serial for e in found.reserved]) == ([5], [6])
    assert (found.imported, found.unexplained, found.beyond) == (((4, 4),), ((7, 7),), ())
    assert not found.is_whole


def test_a_whole_book_says_so() -> None:
    text = page(0, 3, [entry(1), void(2), entry(3)])
    assert "เลข ๑–๓ มีคำอธิบายครบทุกเลข ไม่ซ้ำ ไม่ขาด" in text
    assert "รับรองไม่ได้" not in text


@each(
    ("last", "entries", "words"),
    [
        (5, [entry(1), entry(4)], "ไม่มีคำอธิบาย ๓ เลข คือ ๒–๓, ๕"),
        (1, [entry(1), entry(2)], "เกินเลขสุดท้ายของเล่ม คือ ๒"),
        (1, [entry(1), entry(1)], "มีเลขซ้ำ"),
        (0, [entry(1)], "เกินเลขสุดท้ายของเล่ม คือ ๑"),
    ],
)
def test_what_is_not_explained_is_said_loudly(last: int, entries: list[Entry], words: str) -> None:
    text = page(0, last, entries)
    assert "*** รับรองไม่ได้ ***" in text
    assert words in text


def test_each_void_number_is_named_with_its_reason() -> None:
    assert "๑๔   ๕ ม.ค. ๒๕๖๖  พิมพ์ชื่อผิด" in page(
        0, 14, [entry(14, Status.VOID, reason="พิมพ์ชื่อผิด", dated=date(2023, 1, 5))]
    )


def test_each_reserved_number_is_named_with_holder_purpose_and_day() -> None:
    held = entry(1, Status.RESERVED, holder="กองคลัง", purpose="สัญญา", due=date(2023, 3, 31))
    assert "๑    กองคลัง  สัญญา  ๓๑ มี.ค. ๒๕๖๖" in page(0, 1, [held])


def test_numbers_on_paper_are_those_up_to_the_floor_without_an_entry() -> None:
    assert account(BOOK, 10, 11, [entry(4), entry(11)]).paper == ((1, 3), (5, 10))


def test_the_page_has_book_anchor_and_a_place_to_sign() -> None:
    lines = page(0, 1, [entry(1)]).split("\n")
    assert lines[:2] == ["บัญชีรับรองเลขทะเบียนหนังสือส่ง", "กรมตัวอย่าง รหัส กษ ๑๑๑๓ ประจำปี พ.ศ. ๒๕๖๖"]
    assert "หลักยึดของทะเบียน: ๑,๒๓๔ เหตุการณ์ 0123456789abcdef" in lines
    assert any(line.startswith("ลงชื่อ") for line in lines)
    assert lines[-1] == "วันที่ ๒๗ มีนาคม ๒๕๖๖"


def test_entries_of_other_books_are_not_counted() -> None:
    other = Book("กษ ๑๑๑๓", BookKind.CIRCULAR, 2566)
    assert account(BOOK, 0, 1, [entry(1), entry(1, book=other)]).is_whole


def test_an_empty_book_has_nothing_to_account_for() -> None:
    assert "ยังไม่มีการใช้เลข" in page(0, 0, [])


def test_a_busy_year_stays_on_one_page() -> None:
    entries = [entry(n, Status.DISPATCHED if n % 3 else Status.ISSUED) for n in range(1, 5001)]
    assert len(page(0, 5000, entries).split("\n")) < 30


def test_the_tables_are_plain_data_with_a_first_row_of_names() -> None:
    made = certificate(account(BOOK, 0, 2, [entry(1), void(2)]), ANCHOR, office="กรมตัวอย่าง", on=ON)
    assert [table.heading for table in made.tables] == ["สรุปการใช้เลข", "เลขที่ยกเลิก"]
    assert all({len(row) for row in table.rows} == {len(table.rows[0])} for table in made.tables)


@given(
    last=st.integers(0, 60),
    floor=st.integers(0, 30),
    states=st.dictionaries(st.integers(1, 60), st.sampled_from(list(Status))),
)
def test_every_number_is_counted_exactly_once(last: int, floor: int, states: dict[int, Status]) -> None:
    found = account(
        BOOK, floor, last, [entry(serial, status, reason="ก") for serial, status in states.items()]
    )
    runs = found.paper + found.issued + found.dispatched + found.unexplained
    serials = [serial for low, high in runs for serial in range(low, high + 1)]
    serials += [e.serial for e in found.void + found.reserved]
    assert sorted(serials) == list(range(1, last + 1))
    assert [e.serial for e in found.beyond] == sorted(serial for serial in states if serial > last)
