"""Books are printed as the forms ask, hold no formula, and can be read again without loss."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from cases import each
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from memogen.books import Anchor, Book, BookKind, Entry, Origin, Status
from memogen.register.exporting import export_books
from memogen.register.importing import read_book

AT = datetime(2023, 3, 27, 9, 30, tzinfo=timezone(timedelta(hours=7)))
ANCHOR = Anchor(1234, "0123456789abcdef" * 4)
SENDING = Book("กษ ๑๑๑๓", BookKind.SENDING, 2566)
DAY = date(2023, 1, 5)


def entry(serial: int = 1, book: Book = SENDING, **values: Any) -> Entry:
    usual: dict[str, Any] = {
        "status": Status.ISSUED,
        "dated": DAY,
        "sender": "กพร.",
        "to": "กองคลัง",
        "subject": "ก",
    }
    usual |= {"circular": book.kind is BookKind.CIRCULAR} | values
    return Entry(code=book.code, kind=book.kind, year_be=book.year_be, serial=serial, **usual)


def export(entries: Sequence[Entry], *books: Book) -> bytes:
    return export_books(entries, books or (SENDING,), office="กรมตัวอย่าง", anchor=ANCHOR, at=AT)


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def texts(content: bytes) -> list[list[Any]]:
    return [list(row) for row in opened(content).worksheets[0].iter_rows(values_only=True)]


def read_again(entries: Sequence[Entry], folder: Path, *books: Book) -> tuple[Entry, ...]:
    """What the printed book gives, without what only the register knows of an entry."""
    path = folder / "พิมพ์.xlsx"
    path.write_bytes(export(entries, *books))
    return tuple(replace(found, origin=Origin.MEMOGEN, cell="") for found in read_book(path).entries)


def test_the_columns_are_those_of_form_14() -> None:
    rows = texts(export([entry(653, subject="ขอเชิญประชุม", action="เวียนแล้ว", note="ด่วน")]))
    assert rows[0][0] == "ทะเบียนหนังสือส่ง"
    assert rows[1][0] == "กรมตัวอย่าง รหัส กษ ๑๑๑๓ ประจำปี พ.ศ. ๒๕๖๖"
    assert rows[2] == ["เลขทะเบียนส่ง", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"]
    assert rows[3] == ["๖๕๓", "กษ ๑๑๑๓/๖๕๓", "๕ ม.ค. ๒๕๖๖", "กพร.", "กองคลัง", "ขอเชิญประชุม", "เวียนแล้ว", "ด่วน"]


def test_the_receiving_book_has_the_columns_of_form_13_and_the_hour() -> None:
    book = replace(SENDING, kind=BookKind.RECEIVING)
    letter = entry(
        45,
        book,
        their_number="มท ๐๒๑๑/ว ๑๒",
        their_date=date(2022, 12, 28),
        received_at="2023-01-05T13:05:00+07:00",
    )
    rows = texts(export([letter], book))
    assert rows[2][:5] == ["เลขทะเบียนรับ", "วันที่รับ", "ที่", "ลงวันที่", "จาก"]
    assert rows[3][:4] == ["๔๕", "๕ ม.ค. ๒๕๖๖ ๑๓.๐๕ น.", "มท ๐๒๑๑/ว ๑๒", "๒๘ ธ.ค. ๒๕๖๕"]


def test_it_is_ready_to_print() -> None:
    sheet = opened(export([entry()])).worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.print_title_rows, sheet.page_setup.fitToHeight) == ("$1:$3", 0)
    assert sheet["F4"].font.name == "TH SarabunPSK"
    assert sheet["F4"].alignment.wrap_text
    assert "ทะเบียนมี ๑,๒๓๔ เหตุการณ์ หลักยึด 0123456789abcdef" in (sheet.oddFooter.left.text or "")
    assert sheet.oddFooter.right.text == "หน้า &P/&N"


def test_void_numbers_are_struck_through_with_their_reason() -> None:
    sheet = opened(export([entry(), entry(2, status=Status.VOID, reason="พิมพ์ผิด", note="ด่วน")])).worksheets[0]
    assert [sheet[cell].font.strike for cell in ("A4", "F4", "A5", "G5", "H5")] == [
        None,
        None,
        True,
        True,
        None,
    ]
    assert sheet["H5"].value == "ด่วน\nยกเลิก: พิมพ์ผิด"


def test_reserved_numbers_name_their_holder() -> None:
    held = entry(
        dated=None, to="", subject="", status=Status.RESERVED, holder="กองคลัง", purpose="สัญญา", due=DAY
    )
    assert texts(export([held]))[3][7] == "จองเลขโดย: กองคลัง\nจองเพื่อ: สัญญา\nจองถึงวันที่: ๕ ม.ค. ๒๕๖๖"


def test_several_books_are_several_sheets_in_the_order_asked() -> None:
    circular = replace(SENDING, kind=BookKind.CIRCULAR)
    book = opened(export([entry(), entry(71, circular)], circular, SENDING))
    assert book.sheetnames == ["เวียน กษ ๑๑๑๓ 2566", "ส่ง กษ ๑๑๑๓ 2566"]
    assert book.worksheets[0]["B4"].value == "กษ ๑๑๑๓/ว๗๑"


@each("text", ["=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(1)", "\t=1", "0812345678", "{=1}"])
def test_no_text_becomes_a_formula_or_a_number(text: str) -> None:
    cell = opened(export([entry(subject=text)])).worksheets[0]["F4"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_the_same_books_give_the_same_bytes() -> None:
    entries = [entry(serial) for serial in range(1, 30)]
    assert export(entries) == export(list(reversed(entries)))


@pytest.mark.parametrize("kind", list(BookKind))
def test_every_kind_of_book_can_be_read_again(kind: BookKind, tmp_path: Path) -> None:
    book = Book("กค (กวจ) ๐๔๐๕.๒", kind, 2566)
    received = {"their_number": "มท ๐๒๑๑/๕", "their_date": DAY, "received_at": "2023-01-05T13:05:00+07:00"}
    more = received if kind is BookKind.RECEIVING else {}
    entries = (
        entry(1, book, **more),
        entry(2, book, **more, status=Status.VOID, reason="พิมพ์ผิด\nสองบรรทัด", note="บรรทัด\n\nแรก"),
        entry(
            3,
            book,
            **more,
            status=Status.DISPATCHED,
            way="ไปรษณีย์",
            dispatched_on=DAY,
            recipient="นายตัวอย่าง",
            action="เร่ง",
        ),
        entry(
            4,
            book,
            dated=None,
            sender="",
            to="",
            subject="",
            status=Status.RESERVED,
            holder="กองคลัง",
            due=DAY,
        ),
        entry(5, book, dated=None, sender="", to="", subject="", status=Status.RESERVED),
        entry(6, book, **more, holder="กองคลัง", purpose="สัญญา", due=DAY),
        entry(
            7,
            book,
            dated=None,
            sender="",
            to="",
            subject="",
            status=Status.VOID,
            reason="คืนเลขที่จอง",
            holder="ก",
        ),
        entry(9, book, **more),
    )
    assert read_again(entries, tmp_path, book) == entries


def test_a_circular_of_the_ordinary_series_stays_one(tmp_path: Path) -> None:
    entries = (entry(1), entry(2, circular=True), entry(3))
    assert read_again(entries, tmp_path) == entries


WORDS = [
    "ยกเลิก",
    "ยกเลิก: ",
    "จองเลข",
    "จองเลขโดย: ",
    "จองถึงวันที่: ",
    "หมายเหตุ: ",
    "การปฏิบัติ: ",
    "เรื่อง: ",
    "ส่งทาง",
    "ไปรษณีย์ ",
]
WORDS += [
    "28 มี.ค. 66",
    "\n",
    " ",
    "=1+1",
    "-",
    "″",
    "ก",
    "๑๒",
    "ขอ",
    "ไม่ใช้",
    "(",
    ")",
    "_x000D_",
    "'",
    "<&>",
    "กษ ๑๑๑๓/๖",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(lambda words: tidy("".join(words)))


def tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().split("\n"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    subject=TEXTS.filter(bool),
    to=TEXTS,
    action=TEXTS,
    note=TEXTS,
    reason=TEXTS.filter(bool),
    is_void=st.booleans(),
)
def test_no_words_change_what_is_read_again(
    tmp_path: Path, subject: str, to: str, action: str, note: str, reason: str, is_void: bool
) -> None:
    status = {"status": Status.VOID, "reason": reason} if is_void else {}
    entries = (entry(subject=subject, to=to, action=action, note=note, **status),)
    assert read_again(entries, tmp_path) == entries
