"""Books as the forms of the regulation: แบบที่ ๑๓ of letters received and แบบที่ ๑๔ of letters sent, as xlsx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from gettext import gettext as _

from memogen import thai
from memogen.books import Anchor, Book, BookKind, Entry, Status
from memogen.register.remarks import book_date, write_action, write_cell, write_note
from memogen.sheets.writing import Heading, Line, Sheet, write_sheets

TITLES = {
    BookKind.SENDING: "ทะเบียนหนังสือส่ง",
    BookKind.CIRCULAR: "ทะเบียนหนังสือส่ง (หนังสือเวียน)",
    BookKind.ORDER: "ทะเบียนคำสั่ง",
    BookKind.CERTIFICATE: "ทะเบียนหนังสือรับรอง",
    BookKind.RECEIVING: "ทะเบียนหนังสือรับ",
}
_SHORT = {
    BookKind.SENDING: "ส่ง",
    BookKind.CIRCULAR: "เวียน",
    BookKind.ORDER: "คำสั่ง",
    BookKind.CERTIFICATE: "รับรอง",
    BookKind.RECEIVING: "หนังสือรับ",
}
_LAST = (
    Heading("จาก", 18),
    Heading("ถึง", 23),
    Heading("เรื่อง", 38),
    Heading("การปฏิบัติ", 22),
    Heading("หมายเหตุ", 20),
)
_SENT = (Heading("เลขทะเบียนส่ง", 9, True), Heading("ที่", 16), Heading("ลงวันที่", 13), *_LAST)
_RECEIVED = (
    Heading("เลขทะเบียนรับ", 9, True),
    Heading("วันที่รับ", 13),  # at the head of a day's sheet in the form; here a book is one sheet
    Heading("ที่", 16),
    Heading("ลงวันที่", 13),
    *_LAST,
)


def export_books(
    entries: Iterable[Entry], books: Sequence[Book], *, office: str, anchor: Anchor, at: datetime
) -> bytes:
    """The books as an xlsx, a sheet each, ready to print and to be read by `importing.read_book` again.

    `entries` may be of any books and in any order; those of other books are left out. `at` is the moment of
    printing: the same entries, anchor and moment give the same bytes. Columns are those of แบบที่ ๑๔ (clause
    43) and แบบที่ ๑๓ (clause 38), with the day and time of receipt as a column of the latter. Void numbers
    are struck through but for the reason in หมายเหตุ, where holder, purpose and due date of reserved ones
    stand too; way, day and recipient of dispatched ones stand in การปฏิบัติ. Numbers and dates are in Thai
    digits, texts as they were typed.
    """
    lines: dict[Book, list[Entry]] = {book: [] for book in books}
    for entry in entries:
        if entry.book in lines:
            lines[entry.book].append(entry)
    footer = _footer(anchor, at)
    sheets = [_sheet(book, sorted(own, key=_serial), office, footer) for book, own in lines.items()]
    return write_sheets(sheets, title=_("ทะเบียนหนังสือ {office}").format(office=office), created=at)


def _serial(entry: Entry) -> int:
    return entry.serial


def _sheet(book: Book, entries: Sequence[Entry], office: str, footer: str) -> Sheet:
    is_received = book.kind is BookKind.RECEIVING
    year = thai.to_thai_digits(str(book.year_be))
    return Sheet(
        name=f"{_SHORT[book.kind]} {book.code} {book.year_be}",
        titles=(TITLES[book.kind], f"{office} รหัส {book.code} ประจำปี พ.ศ. {year}".strip()),
        headings=_RECEIVED if is_received else _SENT,
        lines=_lines(entries, is_received),
        footer=footer,
    )


def _lines(entries: Iterable[Entry], is_received: bool) -> Iterator[Line]:
    for entry in entries:
        ahead = _received(entry) if is_received else _sent(entry)
        parties = (write_cell("จาก", entry.sender), write_cell("ถึง", entry.to))
        said = (*parties, write_cell("เรื่อง", entry.subject), write_action(entry), write_note(entry))
        texts = (thai.to_thai_digits(str(entry.serial)), *ahead, *said)
        yield Line(texts, struck=len(texts) - 1 if entry.status is Status.VOID else 0)  # not the reason


def _sent(entry: Entry) -> tuple[str, str]:
    return entry.number, _date(entry.dated)


def _received(entry: Entry) -> tuple[str, str, str]:
    """Day and time of receipt, then number and date of the letter."""
    when = _date(entry.dated)
    if entry.received_at:
        moment = datetime.fromisoformat(entry.received_at)
        when = f"{book_date(moment.date())} {thai.clock_time(moment.time())}"
    return when, entry.their_number, _date(entry.their_date)


def _date(day: date | None) -> str:
    return book_date(day) if day else ""


def _footer(anchor: Anchor, at: datetime) -> str:
    """The number of events and the beginning of the last one's hash prove the whole trail (anchor)."""
    return _("พิมพ์เมื่อ {day} {clock} ทะเบียนมี {count} เหตุการณ์ หลักยึด {head}").format(
        day=book_date(at.date()),
        clock=thai.clock_time(at.time()),
        count=thai.to_thai_digits(f"{anchor.count:,}"),
        head=anchor.head[:16],
    )
