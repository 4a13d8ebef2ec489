"""The last check before dispatch: what is wrong in books, letters and files, and silence where nothing is."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from cases import each

from memogen import thai
from memogen.books import Book, BookKind, Entry, Status
from memogen.findings import Finding, Severity
from memogen.register.checking import CitingText, FoundFile, check

OFFICE = Path(__file__).parent.parent.parent
CODE = "กษ ๑๑๑๓"
TODAY = date(2023, 6, 1)
UNIT = "กลุ่มทดสอบ"


def issued(serial: int, day: date, **more: Any) -> Entry:
    """An issued letter of 2566 of which nothing is missing."""
    plain = {
        "code": CODE,
        "kind": BookKind.SENDING,
        "year_be": 2566,
        "status": Status.ISSUED,
        "sender": UNIT,
        "to": "อธิบดี",
        "subject": f"ขอทดสอบ {serial}",
    }
    return Entry(**{**plain, "serial": serial, "dated": day, **more})


def day(number: int) -> date:
    """The number-th day of 2566."""
    return date(2023, 1, 1) + timedelta(days=number - 1)


def book(kind: BookKind = BookKind.SENDING, year_be: int = 2566, code: str = CODE) -> Book:
    return Book(code, kind, year_be)


def told(
    entries: list[Entry],
    *,
    books: list[tuple[Book, int, int]] | None = None,
    letters: list[CitingText] | None = None,
    files: list[FoundFile] | None = None,
    **more: Any,
) -> list[Finding]:
    """What the check says; books reach from 0 to their highest entry unless told."""
    if books is None:
        highest: dict[Book, int] = {}
        for entry in entries:
            highest[entry.book] = max(highest.get(entry.book, 0), entry.serial)
        books = [(key, 0, last) for key, last in highest.items()]
    return check(entries, books, letters or [], files or [], today=TODAY, **more)


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


CLEAN = [issued(serial, day(serial * 10)) for serial in range(1, 6)]


def test_a_clean_book_says_nothing() -> None:
    assert told(CLEAN) == []
    assert told([]) == []


# --- the running of a book ------------------------------------------------------------------------


def test_a_double_is_told_with_its_number() -> None:
    (found,) = told([*CLEAN, issued(3, day(30), subject="อีกเรื่อง")])
    assert (found.code, found.severity) == ("R01", Severity.ERROR)
    assert found.place.startswith("กษ ๑๑๑๓/๓ ")
    assert "อีกเรื่อง" in found.text
    assert "ข้อ ๔๓" in found.source


def test_circulars_and_years_have_numbers_of_their_own() -> None:
    circular = issued(3, day(1), kind=BookKind.CIRCULAR)
    last_year = issued(3, date(2022, 5, 1), year_be=2565)
    books = [(book(), 0, 5), (book(BookKind.CIRCULAR), 2, 3), (book(year_be=2565), 2, 3)]
    assert told([*CLEAN, circular, last_year], books=books) == []


def test_a_void_number_used_again_is_told_as_that() -> None:
    void = issued(3, day(30), status=Status.VOID, reason="พิมพ์ผิด")
    assert codes(told([void, *CLEAN])) == ["R07"]
    assert codes(told([*CLEAN[:4], issued(5, day(50), reason="ยกเลิกแล้ว")])) == ["R07"]


def test_a_gap_is_one_finding_and_names_its_ends() -> None:
    (found,) = told([CLEAN[0], CLEAN[4]])
    assert found.code == "R03"
    assert "กษ ๑๑๑๓/๒ – กษ ๑๑๑๓/๔" in found.place
    assert "๓ เลข" in found.message


def test_void_and_reserved_rows_leave_no_gap() -> None:
    void = replace(CLEAN[2], status=Status.VOID, reason="ซ้ำ", dated=None)
    reserved = replace(CLEAN[3], status=Status.RESERVED, dated=None, subject="", to="", sender="")
    assert told([*CLEAN[:2], void, reserved, CLEAN[4]]) == []


def test_the_paper_book_before_the_floor_is_no_gap_but_lost_numbers_at_the_end_are() -> None:
    assert told(CLEAN[3:], books=[(book(), 3, 5)]) == []
    assert codes(told(CLEAN, books=[(book(), 0, 7)])) == ["R03"]
    assert codes(told([], books=[(book(), 2, 4)])) == ["R03"]


def test_a_counter_behind_its_book_is_told() -> None:
    assert codes(told(CLEAN, books=[(book(), 0, 4)])) == ["R13"]


@each(
    ("days", "blamed"),
    [
        ([1, 2, 3, 4], []),
        ([1, 1, 1], []),
        ([1, 5, 3], ["๓"]),
        ([1, 30, 3, 4, 5], ["๒"]),
        ([10, 20, 5, 30], ["๓"]),
        ([10, 5, 20, 15, 30], ["๒", "๔"]),
    ],
)
def test_as_few_rows_are_blamed_as_explain_the_disorder(days: list[int], blamed: list[str]) -> None:
    findings = told([issued(n, day(d)) for n, d in enumerate(days, start=1)])
    assert set(codes(findings)) <= {"R04"}
    assert [found.place.split(" ทะเบียน")[0] for found in findings] == [f"กษ ๑๑๑๓/{n}" for n in blamed]


def test_reserved_numbers_wait_outside_the_order_of_dates() -> None:
    reserved = issued(2, day(1), status=Status.RESERVED, created_at="2023-05-30T09:00:00+07:00")
    assert told([CLEAN[0], replace(reserved, dated=None), CLEAN[2]]) == []


def test_circulars_in_the_ordinary_series_share_its_order() -> None:
    shared = [CLEAN[0], replace(CLEAN[1], circular=True), CLEAN[2]]
    assert told(shared) == []
    assert codes(told([CLEAN[0], replace(CLEAN[1], circular=True, dated=day(2)), CLEAN[2]])) == ["R04"]


def test_received_letters_are_in_the_order_of_their_receipt() -> None:
    rows = [
        issued(n, day(90), kind=BookKind.RECEIVING, received_at=f"2023-0{n}-01T10:00:00+07:00", dated=None)
        for n in (1, 2, 3)
    ]
    assert told(rows) == []
    assert codes(told([rows[0], rows[1], replace(rows[2], received_at="2023-01-15T10:00:00+07:00")])) == [
        "R04"
    ]


def test_a_series_started_anew_in_october_is_told_once() -> None:
    rows = [issued(n, date(2023, 10, n)) for n in (1, 2)] + [issued(n, date(2023, 2, n)) for n in (3, 4, 5)]
    findings = told(rows)
    assert codes(findings) == ["R05"]
    assert findings[0].severity is Severity.ERROR


def test_an_office_that_begins_in_october_is_only_asked() -> None:
    rows = [issued(1, date(2023, 10, 2)), issued(2, date(2023, 10, 3))]
    assert [found.severity for found in told(rows)] == [Severity.WARNING]
    assert told([issued(501, date(2023, 10, 2))], books=[(book(), 500, 501)]) == []


def test_dates_of_another_year_than_the_book_s_are_one_finding() -> None:
    rows = [issued(n, date(2022, 10, n)) for n in (1, 2)] + [issued(3, day(5))]
    (found,) = told(rows)
    assert (found.code, found.text) == ("R05", "๑ ถึง ๒")


# --- single rows ----------------------------------------------------------------------------------


def test_an_old_reservation_names_its_holder_and_age() -> None:
    old = issued(1, day(1), status=Status.RESERVED, dated=None, holder="นางสาวตัวอย่าง หนึ่งนาม", purpose="เวียน")
    (found,) = told([replace(old, created_at="2023-04-01T23:30:00+07:00")])
    assert (found.code, found.severity, found.text) == ("R09", Severity.WARNING, "เวียน")
    assert "๖๑ วัน" in found.message
    assert "นางสาวตัวอย่าง หนึ่งนาม" in found.message


@each(
    ("created", "due", "count"),
    [
        ("2023-05-02T00:30:00+07:00", None, 0),
        ("2023-05-01T16:30:00+00:00", None, 1),
        ("2023-05-01T17:30:00+00:00", None, 0),
        ("2023-05-30T09:00:00+07:00", date(2023, 5, 31), 1),
        ("2023-05-30T09:00:00+07:00", date(2023, 6, 1), 0),
        ("", None, 0),
    ],
)
def test_a_reservation_is_old_after_its_days_or_past_its_due_date(
    created: str, due: date | None, count: int
) -> None:
    row = issued(1, day(1), status=Status.RESERVED, dated=None, created_at=created, due=due)
    assert codes(told([row])) == ["R09"] * count


@each(
    ("more", "words"),
    [
        ({"subject": ""}, "เรื่อง"),
        ({"to": ""}, "ถึง"),
        ({"subject": "", "to": "", "sender": ""}, "จาก ถึง เรื่อง"),
    ],
)
def test_empty_columns_are_one_finding_a_row(more: dict[str, str], words: str) -> None:
    (found,) = told([issued(1, day(1), **more)])
    assert (found.code, found.severity) == ("R12", Severity.ERROR)
    assert found.place.startswith("กษ ๑๑๑๓/๑ ")
    assert f"ช่อง {words} ว่าง" in found.message


def test_a_book_that_never_had_a_sender_is_one_finding() -> None:
    (found,) = told([issued(n, day(n), sender="") for n in range(1, 31)])
    assert (found.code, found.severity, found.text) == ("R12", Severity.WARNING, "๑ ถึง ๓๐")


def test_orders_need_no_addressee_and_certificates_no_subject() -> None:
    order = issued(1, day(1), kind=BookKind.ORDER, to="", sender="")
    certificate = issued(1, day(1), kind=BookKind.CERTIFICATE, subject="", sender="")
    assert told([order, certificate]) == []
    assert codes(told([replace(order, subject="")])) == ["R12"]


def test_a_dispatch_without_its_way_is_not_complete() -> None:
    sent = replace(CLEAN[0], status=Status.DISPATCHED, way="ไปรษณีย์")
    assert told([sent]) == []
    (found,) = told([replace(sent, way="")])
    assert (found.code, found.severity) == ("R11", Severity.WARNING)


def test_an_order_in_the_letter_book_is_told() -> None:
    assert codes(told([issued(1, day(1), subject="คำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖ เรื่อง แต่งตั้ง")])) == ["R14"]
    assert told([issued(1, day(1), subject="ส่งคำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖")]) == []


# --- citations ------------------------------------------------------------------------------------


def letter(*lines: str, dated: date | None = date(2023, 5, 20), own: str = "") -> CitingText:
    return CitingText(
        file="letters/ก.md",
        lines=tuple(enumerate(lines, start=7)),
        dated=dated,
        own=thai.parse_number(own) if own else None,
    )


def cited(text: str, entries: list[Entry] | None = None, **more: Any) -> list[Finding]:
    return told(CLEAN if entries is None else entries, letters=[letter(text)], **more)


def test_a_right_citation_says_nothing() -> None:
    assert cited("ตามหนังสือกลุ่มทดสอบ ที่ กษ ๑๑๑๓/๓ ลงวันที่ ๓๐ มกราคม ๒๕๖๖ นั้น") == []
    assert cited("(หนังสือที่ กษ 1113/3 ลว 30 ม.ค. 66) และ กษ ๑๑๑๓/๔") == []


@each(
    ("text", "code", "severity"),
    [
        ("ที่ กษ ๑๑๑๓/๙ ลงวันที่ ๓๐ มกราคม ๒๕๖๖", "R15", Severity.ERROR),
        ("ที่ กษ ๑๑๑๓/๙ แจ้ง", "R15", Severity.ERROR),
        ("ที่ กษ ๑๑๑๓/ว๓ ลงวันที่ ๓๐ มกราคม ๒๕๖๖", "R15", Severity.ERROR),
        ("ที่ กษ ๑๑๑๓/๓ ลงวันที่ ๓๑ มกราคม ๒๕๖๖", "R16", Severity.ERROR),
        ("ที่ กษ ๑๑๑๓/๓ ลงวันที่ ๓๐ มกราคม ๒๕๖๕", "R16", Severity.ERROR),
        ("ที่ กษ ๑๑๑๓/๓ ลงวันที่ ๓๐ กุมภาพันธ์ ๒๕๖๖", "R16", Severity.WARNING),
        ("ที่ กษ ๑๑๑๓/ ลงวันที่ ๓๐ มกราคม ๒๕๖๖", "R15", Severity.ERROR),
        ("กองคลัง ที่ กษ ๑๑๑๓/๓ ลงวันที่ ๓๐ มกราคม ๒๕๖๖", "R17", Severity.WARNING),
        ("กองคลัง ลงวันที่ ๑ มิถุนายน ๒๕๖๖", "B12", Severity.ERROR),
        ("ที่ กษ ๑๑๑๓/๓ ลงวันที่ ๕ มกราคม ๒๕๖๐", "R15", Severity.INFO),
    ],
)
def test_a_wrong_citation_is_told_once_with_its_line(text: str, code: str, severity: Severity) -> None:
    (found,) = cited(f"ตามหนังสือ{text} และอีกครั้ง หนังสือ{text}")
    assert (found.code, found.severity, found.file, found.line) == (code, severity, "letters/ก.md", 7)
    assert found.text == f"หนังสือ{text.removesuffix(' แจ้ง')}"
    assert found.hint
    assert found.source


def test_a_citation_over_line_ends_is_told_where_it_begins() -> None:
    text = letter("", "ตามหนังสือกลุ่มทดสอบ", "ที่ กษ ๑๑๑๓/๙", "ลงวันที่ ๓๐ มกราคม", "๒๕๖๖ นั้น")
    (found,) = told(CLEAN, letters=[text])
    assert (found.code, found.line) == ("R15", 8)
    assert found.text == "หนังสือกลุ่มทดสอบ ที่ กษ ๑๑๑๓/๙ ลงวันที่ ๓๐ มกราคม ๒๕๖๖"


def test_a_place_in_words_is_kept() -> None:
    text = CitingText(file="ก.docx", lines=(("ย่อหน้า ๑", "ก"), ("ย่อหน้า ๒", "หนังสือ ที่ กษ ๑๑๑๓/๙")))
    (found,) = told(CLEAN, letters=[text])
    assert (found.place, found.line) == ("ย่อหน้า ๒", None)


def test_a_letter_does_not_cite_itself() -> None:
    head = letter("หนังสือ ที่ กษ ๑๑๑๓/๙ ลงวันที่ ๒๐ พฤษภาคม ๒๕๖๖", own="กษ ๑๑๑๓/๙")
    assert told(CLEAN, letters=[head]) == []
    last_year = letter("หนังสือ ที่ กษ ๑๑๑๓/๙ ลงวันที่ ๒๐ พฤษภาคม ๒๕๖๕", own="กษ ๑๑๑๓/๙")
    assert codes(told(CLEAN, letters=[last_year])) == ["R15"]


def test_the_mark_of_a_circular_is_part_of_its_number() -> None:
    shared = [*CLEAN[:2], replace(CLEAN[2], circular=True)]
    assert cited("หนังสือ ที่ กษ ๑๑๑๓/ว๓ ลงวันที่ ๓๐ มกราคม ๒๕๖๖", shared) == []
    (found,) = cited("หนังสือ ที่ กษ ๑๑๑๓/๓ ลงวันที่ ๓๐ มกราคม ๒๕๖๖", shared)
    assert found.code == "R15"
    assert "กษ ๑๑๑๓/ว๓" in found.hint


def test_void_and_reserved_numbers_cannot_be_cited() -> None:
    void = replace(CLEAN[0], status=Status.VOID, reason="พิมพ์ผิด")
    reserved = replace(CLEAN[0], status=Status.RESERVED)
    (one,) = cited("หนังสือ ที่ กษ ๑๑๑๓/๑", [void])
    (other,) = cited("หนังสือ ที่ กษ ๑๑๑๓/๑", [reserved])
    assert (one.code, one.severity, "พิมพ์ผิด" in one.message) == ("R15", Severity.ERROR, True)
    assert (other.code, other.severity) == ("R15", Severity.WARNING)


def test_numbers_of_the_paper_book_cannot_be_told() -> None:
    (found,) = cited("หนังสือ ที่ กษ ๑๑๑๓/๑", CLEAN[2:], books=[(book(), 2, 5)])
    assert (found.code, found.severity) == ("R15", Severity.INFO)


def test_the_year_of_the_date_chooses_the_book() -> None:
    last_year = replace(CLEAN[0], year_be=2565, dated=date(2022, 5, 5))
    assert cited("หนังสือ ที่ กษ ๑๑๑๓/๑ ลงวันที่ ๕ พฤษภาคม ๒๕๖๕", [*CLEAN, last_year]) == []
    assert cited("หนังสือ ที่ กษ ๑๑๑๓/๑ ลงวันที่ ๑๐ มกราคม ๒๕๖๖", [*CLEAN, last_year]) == []


@each("agency", ["กลุ่มทดสอบ", "กลุ่ม ทดสอบ", "กรมตัวอย่าง กลุ่มทดสอบ", "กทส.", "กรมฯ", "กรมตัวอย่าง"])
def test_names_that_may_be_the_sender_s_pass(agency: str) -> None:
    own = [replace(row, sender="กลุ่มทดสอบ โทร. ๒๗๑") for row in CLEAN]
    assert cited(f"หนังสือ{agency} ที่ กษ ๑๑๑๓/๓", own, own_names=["กรมตัวอย่าง"]) == []


RECEIVED = issued(
    1,
    day(40),
    kind=BookKind.RECEIVING,
    received_at="2023-02-10T10:00:00+07:00",
    their_number="ที่ พณ 0201/0056",
    their_date=date(2023, 2, 1),
    sender="กระทรวงพาณิชย์",
)


@each(
    ("text", "findings"),
    [
        ("หนังสือกระทรวงพาณิชย์ ที่ พณ ๐๒๐๑/๕๖ ลงวันที่ ๑ กุมภาพันธ์ ๒๕๖๖", []),
        ("หนังสือกระทรวงพาณิชย์ ที่ พณ ๐๒๐๑/๕๖", []),
        ("หนังสือกระทรวงพาณิชย์ ที่ พณ ๐๒๐๑/๕๖ ลงวันที่ ๒ กุมภาพันธ์ ๒๕๖๖", [("R16", Severity.WARNING)]),
        ("หนังสือกระทรวงพาณิชย์ ที่ พณ ๐๒๐๑/๕๗", [("R15", Severity.INFO)]),
    ],
)
def test_letters_of_others_are_looked_for_among_those_received(text: str, findings: list[Any]) -> None:
    assert [(found.code, found.severity) for found in cited(text, [RECEIVED])] == findings


def test_without_a_receiving_book_nothing_is_said_of_others() -> None:
    assert cited("หนังสือกระทรวงพาณิชย์ ที่ พณ ๐๒๐๑/๕๗") == []


def test_orders_are_held_against_the_order_book() -> None:
    order = issued(12, day(60), kind=BookKind.ORDER, sender="กรมตัวอย่าง", to="")
    books = [(order.book, 11, 12)]
    assert cited("คำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖ ลงวันที่ ๑ มีนาคม ๒๕๖๖", [order], books=books) == []
    assert codes(cited("คำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖ ลงวันที่ ๒ มีนาคม ๒๕๖๖", [order], books=books)) == ["R16"]
    assert cited("คำสั่งกรมอื่น ที่ ๑๒/๒๕๖๖ ลงวันที่ ๒ มีนาคม ๒๕๖๖", [order], books=books) == []


# --- files ----------------------------------------------------------------------------------------

KEPT = replace(CLEAN[2], sha256="a" * 64, letter="letters/ก.md")


def found(**more: Any) -> FoundFile:
    plain = {
        "file": "out/ก.docx",
        "sha256": "a" * 64,
        "printed_number": "กษ ๑๑๑๓/๓",
        "printed_date": day(30),
        "printed_subject": "ขอทดสอบ 3",
        "printed_to": "อธิบดี",
    }
    return FoundFile(**{**plain, **more})


def filed(*files: FoundFile, rows: list[Entry] | None = None) -> list[Finding]:
    return told(rows or [*CLEAN[:2], KEPT], files=list(files))


def test_an_issued_file_as_it_was_says_nothing() -> None:
    assert filed(found()) == []
    assert filed(found(printed_number="ที่ กษ 1113/003", printed_subject="ขอทดสอบ  ๓")) == []


@each(
    ("more", "code"),
    [
        ({"printed_date": day(31)}, "H12"),
        ({"printed_date": None}, "H12"),
        ({"printed_subject": "ขอทดสอบใหม่"}, "J09"),
        ({"printed_to": "รองอธิบดี ก"}, "A08"),
        ({"printed_number": "กษ ๑๑๑๓/๔"}, "H12"),
        ({"printed_number": "กษ ๑๑๑๓/", "number": "กษ ๑๑๑๓/๓"}, "H12"),
    ],
)
def test_what_is_printed_otherwise_than_registered_is_told(more: dict[str, Any], code: str) -> None:
    findings = filed(found(sha256="b" * 64, **more))
    assert codes(findings) == [code, "R18"]
    assert {each.file for each in findings} == {"out/ก.docx"}


def test_a_file_that_is_to_the_byte_what_was_issued_needs_no_look_inside() -> None:
    assert filed(FoundFile(file="out/ก.docx", sha256="a" * 64, as_issued=True)) == []


def test_a_file_changed_after_issue_is_told() -> None:
    (one,) = filed(found(sha256="b" * 64))
    assert (one.code, one.severity, one.text) == ("R18", Severity.ERROR, "กษ ๑๑๑๓/๓")


def test_a_lost_file_is_worth_knowing() -> None:
    (one,) = filed()
    assert (one.code, one.severity) == ("R19", Severity.INFO)
    assert one.place.startswith("กษ ๑๑๑๓/๓ ")


def test_drafts_and_letters_of_others_are_left_alone() -> None:
    other = {"file": "out/ข.docx", "sha256": "c" * 64}
    assert filed(found(), found(**other, printed_number="กษ ๑๑๑๓/")) == []
    assert filed(found(), found(**other, printed_number="")) == []
    assert filed(found(), found(**other, printed_number="พณ ๐๒๐๑/๕")) == []
    assert filed(found(), found(**other, printed_number="กษ ๑๑๑๓/๕", printed_date=date(2017, 1, 1))) == []


@each(("number", "code"), [("กษ ๑๑๑๓/๙", "H12"), ("กษ ๑๑๑๓/๓/๑", "R10"), ("กษ ๑๑๑๓/๓ ก", "R10")])
def test_a_number_that_is_in_no_book_is_told(number: str, code: str) -> None:
    assert codes(filed(found(), found(file="out/ข.docx", sha256="c" * 64, printed_number=number))) == [code]


def test_a_file_with_a_void_number_must_not_go_out() -> None:
    void = replace(KEPT, status=Status.VOID, reason="พิมพ์ผิด")
    (one,) = filed(found(), rows=[*CLEAN[:2], void])
    assert (one.code, "พิมพ์ผิด" in one.message) == ("H12", True)


def test_an_order_s_file_bears_serial_and_year() -> None:
    order = issued(12, day(60), kind=BookKind.ORDER, to="", sha256="d" * 64)
    file = found(
        sha256="d" * 64, printed_number="๑๒/๒๕๖๖", printed_date=day(60), printed_subject=order.subject
    )
    assert check([order], [(order.book, 11, 12)], [], [file], today=TODAY) == []
    other = replace(file, printed_number="๑๓/๒๕๖๖")
    assert codes(check([order], [(order.book, 11, 12)], [], [other], today=TODAY)) == ["H12"]


# --- the copies of a circular ---------------------------------------------------------------------

UNITS = ("กองคลัง", "กองช่าง", "กองแผนงาน")
COPIES = {"e" * 64: tuple((unit, f"{n}" * 64) for n, unit in enumerate(UNITS))}
SHARED = issued(
    3, day(30), circular=True, to="หน่วยงาน ๓ แห่ง ตามรายชื่อแนบท้าย", sha256="e" * 64, letter="letters/ก.md"
)


def copy(number: int) -> FoundFile:
    return FoundFile(file=f"out/{UNITS[number]}.docx", sha256=f"{number}" * 64, as_issued=True)


def edited(number: int, **more: Any) -> FoundFile:
    plain = {
        "file": f"out/{UNITS[number]}.docx",
        "sha256": "f" * 64,
        "number": SHARED.number,
        "recipient": UNITS[number],
        "printed_number": "กษ ๑๑๑๓/ว๓",
        "printed_to": f"ผู้อำนวยการ{UNITS[number]}",
    }
    return found(**{**plain, **more})


def shared(*files: FoundFile, row: Entry = SHARED) -> list[Finding]:
    return told([*CLEAN[:2], row], files=list(files), copies=COPIES)


def test_copies_as_they_were_issued_say_nothing() -> None:
    assert shared(*map(copy, range(3))) == []


def test_copies_without_a_file_are_one_finding_with_their_recipients() -> None:
    (some,) = shared(copy(1))
    assert (some.code, some.severity, some.text) == ("R19", Severity.INFO, "กองคลัง, กองแผนงาน")
    assert "๒ ใน ๓ ฉบับ" in some.message
    assert "กษ ๑๑๑๓/ว๓" in some.message
    (everything,) = shared()
    assert "๓ ใน ๓ ฉบับ" in everything.message


def test_a_copy_changed_after_issue_is_told_and_its_addressee_is_not_the_summary() -> None:
    (one,) = shared(copy(0), edited(1), copy(2))
    assert (one.code, one.file) == ("R18", "out/กองช่าง.docx")


def test_an_edited_copy_beside_the_right_one_is_told_too() -> None:
    files = [*map(copy, range(3)), edited(1, file="out/ก (แก้).docx")]
    assert [(each.code, each.file) for each in shared(*files)] == [("R18", "out/ก (แก้).docx")]


def test_a_copy_with_another_date_or_subject_is_told() -> None:
    findings = shared(copy(0), copy(1), edited(2, printed_date=day(31), printed_subject="เรื่องอื่น"))
    assert codes(findings) == ["H12", "J09", "R18"]


def test_copies_of_a_void_number_must_not_go_out() -> None:
    void = replace(SHARED, status=Status.VOID, reason="พิมพ์ผิด")
    assert codes(shared(*map(copy, range(3)), row=void)) == ["H12"] * 3


# --- the demonstration office, and size -----------------------------------------------------------


def shipped(path: Path, dated: date, own: str) -> CitingText:
    lines = enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
    return CitingText(file=path.name, lines=tuple(lines), dated=dated, own=thai.parse_number(own))


DEMO = [
    issued(335, date(2022, 9, 30), year_be=2565, sender="กลุ่มพัฒนาระบบบริหาร"),
    issued(671, date(2022, 10, 6), year_be=2565, sender="กลุ่มพัฒนาระบบบริหาร"),
    issued(71, date(2023, 3, 20), kind=BookKind.CIRCULAR, sender="กลุ่มพัฒนาระบบบริหาร"),
]
DEMO_BOOKS = [
    (book(year_be=2565), 0, 671),
    (book(), 650, 653),
    (book(BookKind.CIRCULAR), 70, 71),
]


def test_the_shipped_letters_pass_and_their_slip_is_caught() -> None:
    right = OFFICE / "letters" / "2566-03-27-แจ้งแผนปรับปรุงการให้บริการ.md"
    wrong = OFFICE / "tests" / "slips" / "2566-03-27-อ้างหนังสือผิดวันและเลข.md"
    texts = [shipped(path, date(2023, 3, 27), "กษ ๑๑๑๓/๖๕๓") for path in (right, wrong)]
    findings = [each for each in check(DEMO, DEMO_BOOKS, texts, [], today=TODAY) if each.file]
    assert [(each.code, each.file, each.severity) for each in findings] == [
        ("B12", wrong.name, Severity.ERROR),
        ("R15", wrong.name, Severity.ERROR),
    ]
    assert {each.line for each in findings} == {12}


def test_a_hundred_thousand_entries_and_a_thousand_letters_take_less_than_two_seconds() -> None:
    years = [
        Entry(
            code=CODE,
            kind=BookKind.SENDING,
            year_be=year,
            serial=serial,
            status=Status.ISSUED,
            dated=date(year - 543, 1, 1) + timedelta(days=serial // 28),
            sender=UNIT,
            to="อธิบดี",
            subject=f"ขอทดสอบ {serial}",
            sha256=f"{year}{serial:060}",
        )
        for year in range(2557, 2567)
        for serial in range(1, 10_001)
    ]
    body = "ตามที่กรมตัวอย่างได้ดำเนินการตามแผนปรับปรุงการให้บริการ/ข้อ ๒.๑ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ แล้ว " * 30
    texts = []
    for n, entry in enumerate(years[-10_000:-9_000], start=1):
        wrong = timedelta(days=n % 10 == 0)  # every tenth
        cites = f"ตามหนังสือกลุ่มทดสอบ ที่ {entry.number} ลงวันที่ {thai.long_date((entry.dated or TODAY) + wrong)} "
        texts.append(letter(cites, body, f"{cites}และหนังสือกระทรวงพาณิชย์ ที่ พณ ๐๒๐๑/๕๖"))
    files = [
        found(
            file=f"out/{entry.serial}.docx",
            sha256=entry.sha256,
            printed_number=entry.number,
            printed_date=entry.dated,
            printed_subject=entry.subject,
        )
        for entry in years[:1_000]
    ]
    books = [(book(year_be=year), 0, 10_000) for year in range(2557, 2567)]
    start = time.process_time()
    findings = told([*years, RECEIVED], books=books, letters=texts, files=files)
    assert time.process_time() - start < 2
    assert codes(findings) == ["R16"] * 100 + ["R19"] * 10
