"""Searching the books: what people type, and what they mean by it."""

from __future__ import annotations

from datetime import date

from cases import each

from memogen.books import BookKind, Entry, Status
from memogen.register.searching import search

CODE = "กษ ๑๑๑๓"


def entry(serial: int, subject: str = "", **known: object) -> Entry:
    values: dict[str, object] = {
        "code": CODE,
        "kind": BookKind.SENDING,
        "year_be": 2566,
        "status": Status.ISSUED,
        "to": "อธิบดีกรมตัวอย่าง",
    }
    return Entry(serial=serial, subject=subject, **(values | known))  # type: ignore[arg-type]


BOOKS = {
    "invitation": entry(
        653,
        "ขอเชิญประชุมคณะทำงานปรับปรุงการให้บริการ ครั้งที่ ๒/๒๕๖๖",
        dated=date(2023, 3, 27),
        status=Status.DISPATCHED,
    ),
    "plan": entry(654, "แจ้งแผนปฏิบัติราชการประจำปี ๒๕๖๗", dated=date(2023, 4, 3), to="ผู้อำนวยการกองคลัง"),
    "void": entry(655, "ขออนุมัติเดินทางไปราชการ", status=Status.VOID, reason="พิมพ์ผิด", dated=date(2023, 4, 4)),
    "held": entry(656, status=Status.RESERVED, holder="กลุ่มช่วยอำนวยการ", to=""),
    "circular": entry(71, "ซ้อมความเข้าใจ", kind=BookKind.CIRCULAR, dated=date(2023, 3, 23)),
    "shared": entry(657, "แจ้งเวียนวันหยุด", circular=True, dated=date(2023, 4, 5)),
    "other": entry(653, "ส่งรายงานน้ำท่วม", code="กษ ๑๑๐๔", dated=date(2023, 5, 1)),
    "last year": entry(12, "ส่งงบทดลอง", year_be=2565, dated=date(2022, 3, 9)),
    "order": entry(12, "แต่งตั้งคณะทำงาน", kind=BookKind.ORDER, dated=date(2023, 1, 5)),
    "received": entry(
        45,
        "หลักเกณฑ์การเบิกจ่าย",
        kind=BookKind.RECEIVING,
        their_number="กค ๐๔๐๕.๒/ว ๘๙",
        their_date=date(2023, 3, 20),
        received_at="2023-03-22T10:30:00+07:00",
        sender="กรมบัญชีกลาง",
    ),
}


def found(words: str) -> list[str]:
    names = {id(entry): name for name, entry in BOOKS.items()}
    return [names[id(entry)] for entry in search(BOOKS.values(), words)]


@each(
    ("words", "names"),
    [
        ("กษ1113 653", ["invitation"]),
        ("กษ ๑๑๑๓/๖๕๓", ["invitation"]),
        ("ที่ กษ1113/653", ["invitation"]),
        ("กษ1104", ["other"]),
        ("653", ["invitation", "other"]),
        ("๖๕๓", ["invitation", "other"]),
        ("ว71", ["circular"]),
        ("ว ๗๑", ["circular"]),
        ("กษ1113/ว71", ["circular"]),
        ("กษ1113/ว657", ["shared"]),
        ("กค0405.2/ว89", ["received"]),
        ("กค 0405.2 ว89", ["received"]),
        ("12/2566", ["order"]),
        ("๑๒/๒๕๖๖", ["order"]),
    ],
)
def test_a_number_is_found_however_it_is_typed(words: str, names: list[str]) -> None:
    assert found(words) == names


@each(
    "words", ["มีนาคม 2566", "มีนาคม ๒๕๖๖", "มี.ค. 66", "มีค 66", "มี.ค.2566", "เดือนมีนาคม 2023", "มี.ค. พ.ศ. 2566"]
)
def test_a_month_is_found_in_either_era(words: str) -> None:
    assert found(words) == ["invitation", "circular", "received"]


@each("words", ["27 มี.ค. 66", "27/3/2566", "2023-03-27", "๒๗ มีนาคม ๒๕๖๖"])
def test_a_day_is_found_however_it_is_typed(words: str) -> None:
    assert found(words) == ["invitation"]


def test_a_month_without_a_year_is_that_month_of_any_year() -> None:
    assert found("มีนาคม") == ["invitation", "circular", "last year", "received"]


@each("words", ["2565", "๒๕๖๕", "2022", "พ.ศ. 2565", "ปี 2565"])
def test_a_year_is_found_in_either_era(words: str) -> None:
    assert found(words) == ["last year"]


def test_a_year_in_a_subject_is_found_too() -> None:
    assert found("2567") == ["plan"]


@each(
    ("words", "names"),
    [
        ("การให้บริการ", ["invitation"]),
        ("คณะทำงาน", ["invitation", "order"]),
        ("กองคลัง", ["plan"]),
        ("บัญชีกลาง", ["received"]),
        ("ช่วยอำนวยการ", ["held"]),
        ("พิมพ์ผิด", ["void"]),
        ("ครั้งที่ 2/2566", ["invitation"]),
    ],
)
def test_a_phrase_is_found_in_the_middle_of_another(words: str, names: list[str]) -> None:
    assert found(words) == names


@each(
    ("words", "names"),
    [
        ("ยกเลิก", ["void"]),
        ("จองไว้", ["held"]),
        ("ส่งแล้ว", ["invitation"]),
        ("void", ["void"]),
        ("คำสั่ง", ["order"]),
    ],
)
def test_a_state_or_a_book_is_found_by_its_word(words: str, names: list[str]) -> None:
    assert found(words) == names


def test_every_word_must_fit() -> None:
    assert found("ประชุม มี.ค. 66 ส่งแล้ว") == ["invitation"]
    assert found("ประชุม เม.ย. 66") == []


@each("typed", ["น\u0e4d\u0e49าท่วม", "นำ้ท่วม", "น้ําท่วม"])
def test_sara_am_is_found_in_any_of_its_spellings(typed: str) -> None:
    assert found(typed) == ["other"]


def test_a_tone_mark_left_out_in_a_hurry_does_no_harm() -> None:
    assert found("ซอมความเขาใจ") == ["circular"]


def test_spaces_and_line_ends_make_no_difference() -> None:
    assert found("แผน ปฏิบัติ ราชการ") == ["plan"]


def test_no_word_is_everything_in_its_order() -> None:
    assert found(" ") == list(BOOKS)


@each("words", ["ไม่มีคำนี้", "กษ9999 653", "999", "30 ก.พ. 66", "ว999", "(", "[", "*"])
def test_what_is_nowhere_is_not_found(words: str) -> None:
    assert found(words) == []
