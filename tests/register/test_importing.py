"""Old books are adopted as offices keep them: every oddity told with its cell, nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from cases import each
from openpyxl import Workbook

from memogen.books import BookKind, Entry, Origin, Status
from memogen.errors import InputError
from memogen.register.importing import Adopted, read_book
from memogen.register.importing.headings import Column, column_of
from memogen.register.importing.readings import read_serial
from memogen.register.remarks import read_remarks, says_void

ROOT = Path(__file__).parent.parent.parent
TITLE = "ทะเบียนหนังสือส่ง ประจำปี พ.ศ. ๒๕๖๖"
SENT = ["เลขทะเบียนส่ง", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"]
BOOKS = (BookKind.SENDING, BookKind.CIRCULAR)
RECEIVED = ["เลขทะเบียนรับ", *SENT[1:]]

Sheets = dict[str, list[list[Any]]]
Adopt = Callable[..., Adopted]


def letter(number: Any, day: Any = "5 ม.ค. 66", **cells: str) -> list[Any]:
    """A row of แบบที่ ๑๔ that has nothing odd, but for what is given."""
    usual = {"ที่": "", "จาก": "กพร.", "ถึง": "กองคลัง", "เรื่อง": f"เรื่องที่ {number}"} | cells
    return [number, *(day if name == "ลงวันที่" else usual.get(name, "") for name in SENT[1:])]


@pytest.fixture
def adopt(tmp_path: Path) -> Adopt:
    """Reads a book of these sheets; `merges` are of all of them."""

    def read(
        sheets: Sheets | list[list[Any]], *merges: str, code: str | None = "กษ 1113", **given: Any
    ) -> Adopted:
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        for name, rows in (
            sheets if isinstance(sheets, dict) else {"แผ่น1": [[TITLE], SENT, *sheets]}
        ).items():
            sheet = workbook.create_sheet(name)
            for row in rows:
                sheet.append(row)
            for merge in merges:
                sheet.merge_cells(merge)
        workbook.save(tmp_path / "เล่มเก่า.xlsx")
        return read_book(tmp_path / "เล่มเก่า.xlsx", file="เล่มเก่า.xlsx", code=code, **given)

    return read


def told(adopted: Adopted) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in adopted.findings]


def only(adopted: Adopted) -> Entry:
    (entry,) = adopted.entries
    return entry


def test_a_row_in_the_official_columns_becomes_an_entry_without_a_word(adopt: Adopt) -> None:
    entry = only(adopt([letter(1, ที่="กษ ๑๑๑๓/๑", การปฏิบัติ="เวียนแล้ว", หมายเหตุ="ด่วน")]))
    assert (entry.number, entry.status, entry.origin) == ("กษ ๑๑๑๓/๑", Status.ISSUED, Origin.IMPORT)
    assert (entry.dated, entry.sender, entry.to) == (date(2023, 1, 5), "กพร.", "กองคลัง")
    assert (entry.subject, entry.action, entry.note) == ("เรื่องที่ 1", "เวียนแล้ว", "ด่วน")
    assert (entry.cell, entry.key, entry.year_be) == ("แผ่น1!A3", None, 2566)


def test_a_second_reading_gives_equal_entries(adopt: Adopt) -> None:
    rows = [letter(1), letter(2, หมายเหตุ="ยกเลิก พิมพ์ผิด"), letter("2/1"), letter(4)]
    assert adopt(rows) == adopt(rows)


@pytest.mark.parametrize(
    ("typed", "serial", "circular"),
    [
        ("๑", 1, False),
        ("0045", 45, False),
        ("1,234", 1234, False),
        (653.0, 653, False),
        ("กษ 1113/653", 653, False),
        ("กษ๑๑๑๓/๖๕๓", 653, False),
        ("ว ๗๑", 71, True),
        ("กษ ๑๑๑๓/ว71", 71, True),
        ("653/2566", 653, False),
        ("653/66", 653, False),
    ],
)
def test_numbers_are_read_as_people_type_them(adopt: Adopt, typed: Any, serial: int, circular: bool) -> None:
    entry = only(adopt([letter(typed)]))
    assert (entry.serial, entry.kind is BookKind.CIRCULAR) == (serial, circular)


@pytest.mark.parametrize(
    "typed",
    [
        "๕ มกราคม ๒๕๖๖",
        "5 ม.ค. 66",
        "5/1/2566",
        "05/01/66",
        "2566-01-05",
        "2023-01-05",
        "ลว. 5 ม.ค. 66",
        "วันที่ 5 ม.ค.66",
        "2023-01-05 00:00:00",
        datetime(2023, 1, 5),
        datetime(2566, 1, 5),
    ],
)
def test_dates_are_read_as_people_type_them(adopt: Adopt, typed: Any) -> None:
    adopted = adopt([letter(1, typed)])
    assert only(adopted).dated == date(2023, 1, 5)
    assert told(adopted) == []


@pytest.mark.parametrize(
    ("typed", "severity"),
    [
        ("5 ม.ค.", "info"),
        ("5/1", "info"),
        (datetime(1966, 1, 5), "warning"),
        ("5/1/23", "warning"),
        (44931, "warning"),
    ],
)
def test_a_date_understood_by_a_guess_is_told(adopt: Adopt, typed: Any, severity: str) -> None:
    adopted = adopt([letter(1, typed)])
    assert only(adopted).dated == date(2023, 1, 5)
    assert [(f.code, f.cell, f.severity.value) for f in adopted.findings] == [("R65", "C3", severity)]


@pytest.mark.parametrize("typed", ["32 ม.ค. 66", "เมื่อวาน", "29/2/2566", 7])
def test_a_date_that_cannot_be_read_is_told_and_kept_in_the_note(adopt: Adopt, typed: Any) -> None:
    adopted = adopt([letter(1, typed)])
    assert told(adopted) == [("R61", "C3")]
    assert only(adopted).dated is None
    assert only(adopted).note == f"ลงวันที่ (ตามเล่มเดิม): {typed}"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([letter(1), letter(1, เรื่อง="อื่น")], [("R01", "A4")]),
        ([letter(1), letter(4)], [("R03", "A4")]),
        ([letter(7)], [("R03", "A3")]),
        ([letter(1, "6 ม.ค. 66"), letter(2, "5 ม.ค. 66")], [("R04", "A4")]),
        ([letter(2), letter(1)], [("R73", "A4")]),
        ([letter(1, "5 ม.ค. 65")], [("R62", "C3")]),
        ([letter("1/2565")], [("R62", "A3")]),
        ([letter(1), letter("1/1")], [("R10", "A4")]),
        ([letter(1), letter("๑ ก")], [("R10", "A4")]),
        ([letter("5/1")], [("R10", "A3")]),
        ([letter(1, ถึง="")], [("R12", "A3")]),
        ([letter(1, "")], [("R61", "A3")]),
        ([letter(1, ที่="กษ ๑๑๑๓/๒")], [("R13", "B3")]),
        ([letter(1, ที่="กษ ๑๑๑๔/๑")], [("R78", "B3")]),
        ([letter("1-3")], [("R71", "A3")]),
        ([letter("abc"), letter(1)], [("R60", "A3")]),
        ([letter("abc", ที่="กษ ๑๑๑๓/๑")], [("R60", "A3")]),
        ([letter(date(2023, 1, 12)), letter(1)], [("R60", "A3")]),
        ([letter(1), ["รวม ๑ เรื่อง"]], [("R63", "A4")]),
        ([letter(1), letter(""), letter(2)], [("R63", "C4")]),
        ([letter(1), [2], letter(3)], [("R12", "A4")]),
        ([letter(1), [2], [3]], [("R72", "A4")]),
        ([letter(1), letter(2, "″")], [("R64", "C4")]),
        ([letter(1, หมายเหตุ="ยกเลิกหนังสือที่ กษ ๑๑๑๓/๙๐")], [("R70", "A3")]),
        ([letter(1, เรื่อง="ก_x000B_ข")], [("R79", "F3")]),
        ([letter(1, หมายเหตุ="#REF!")], [("X11", "H3")]),
    ],
)
def test_an_oddity_is_told_with_its_cell(adopt: Adopt, rows: list[list[Any]], expected: Any) -> None:
    adopted = adopt(rows)
    assert told(adopted) == expected
    assert all(f.place == "ชีต แผ่น1" and f.hint and f.file == "เล่มเก่า.xlsx" for f in adopted.findings)


def test_no_row_is_dropped_in_silence(adopt: Adopt) -> None:
    rows = [letter(1), letter("abc", เรื่อง="เลขผิด"), letter(1, เรื่อง="ซ้ำ"), letter("1/1", เรื่อง="แทรก"), ["ลอย"]]
    adopted = adopt(rows)
    everything = " ".join(
        [f.text for f in adopted.findings] + [f"{e.subject} {e.note}" for e in adopted.entries]
    )
    assert all(word in everything for word in ("เรื่องที่ 1", "เลขผิด", "ซ้ำ", "แทรก", "ลอย"))


def test_of_a_double_the_first_stays_and_the_other_is_in_its_note(adopt: Adopt) -> None:
    entry = only(adopt([letter(1, เรื่อง="แรก"), letter(1, เรื่อง="หลัง")]))
    assert entry.subject == "แรก"
    assert entry.note == "เลขซ้ำในเล่มเดิม: 1 | 5 ม.ค. 66 | กพร. | กองคลัง | หลัง"


def test_a_void_number_that_was_used_again_is_the_letter(adopt: Adopt) -> None:
    adopted = adopt([letter(1, เรื่อง="ยกเลิก"), letter(1, เรื่อง="หนังสือจริง")])
    assert (only(adopted).status, only(adopted).subject) == (Status.ISSUED, "หนังสือจริง")
    assert ("R07", "A3") in told(adopted)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"หมายเหตุ": "ยกเลิก"}, "ยกเลิก"),
        ({"หมายเหตุ": "ยกเลิก พิมพ์ผิด"}, "พิมพ์ผิด"),
        ({"หมายเหตุ": "ยกเลิกเนื่องจากพิมพ์ผิด"}, "เนื่องจากพิมพ์ผิด"),
        ({"หมายเหตุ": "(ยกเลิก) ออกใหม่"}, "ออกใหม่"),
        ({"หมายเหตุ": "พิมพ์ผิด ขอยกเลิก"}, "พิมพ์ผิด ขอยกเลิก"),
        ({"หมายเหตุ": "ไม่ได้ใช้เลข"}, "ไม่ได้ใช้เลข"),
        ({"การปฏิบัติ": "ยกเลิก: ซ้ำ"}, "ซ้ำ"),
        ({"เรื่อง": "*** ยกเลิก ***"}, "ยกเลิก"),
        ({"เรื่อง": "ยกเลิก", "หมายเหตุ": "พิมพ์ผิด"}, "พิมพ์ผิด"),
        ({"ที่": "ยกเลิก", "เรื่อง": "เดิม"}, "ยกเลิก"),
    ],
)
def test_a_void_row_has_its_words_as_reason(adopt: Adopt, cells: dict[str, str], reason: str) -> None:
    adopted = adopt([letter(1, **cells)])
    assert (only(adopted).status, only(adopted).reason) == (Status.VOID, reason)
    assert told(adopted) == [("R66", "A3")]


@pytest.mark.parametrize("number", ["1 ยกเลิก", "๑ (ยกเลิก)", "1-ยกเลิก"])
def test_a_number_may_carry_the_word_itself(adopt: Adopt, number: str) -> None:
    entry = only(adopt([letter(number)]))
    assert (entry.serial, entry.status) == (1, Status.VOID)


@pytest.mark.parametrize(
    "subject",
    ["ขอยกเลิกสัญญาเช่า", "ยกเลิกประกาศกรม", "แจ้งยกเลิกการประชุม", "ยกเลิกเลขหมายโทรศัพท์", "ขอจองเลขหมายโทรศัพท์"],
)
def test_a_letter_about_cancelling_is_a_letter(adopt: Adopt, subject: str) -> None:
    entry = only(adopt([letter(1, เรื่อง=subject)]))
    assert (entry.status, entry.subject) == (Status.ISSUED, subject)


def test_a_number_kept_for_someone_is_reserved(adopt: Adopt) -> None:
    entry = only(adopt([letter(1, "", เรื่อง="จองเลข กองแผนงาน", ถึง="")]))
    assert (entry.status, entry.holder, entry.subject) == (Status.RESERVED, "กองแผนงาน", "")


def test_way_and_day_of_sending_make_it_dispatched(adopt: Adopt) -> None:
    entry = only(adopt([letter(1, การปฏิบัติ="ลงนามแล้ว\nส่งทางไปรษณีย์ 6 ม.ค. 66")]))
    assert (entry.status, entry.way, entry.dispatched_on) == (Status.DISPATCHED, "ไปรษณีย์", date(2023, 1, 6))
    assert entry.action == "ลงนามแล้ว"


def test_sent_without_a_day_stays_a_word(adopt: Adopt) -> None:
    entry = only(adopt([letter(1, การปฏิบัติ="ส่งแล้ว")]))
    assert (entry.status, entry.action) == (Status.ISSUED, "ส่งแล้ว")


def test_the_number_may_stand_in_ที่_alone(adopt: Adopt) -> None:
    assert only(adopt([letter("", ที่="กษ ๑๑๑๓/๑")])).serial == 1


def test_ลำดับ_counts_rows_where_เลขที่_has_the_number(adopt: Adopt) -> None:
    head = ["ลำดับ", "เลขที่หนังสือ", "วันที่", "ผู้ส่ง", "ผู้รับ", "ชื่อเรื่อง"]
    rows = [
        [1, "กษ 1113/651", "5/1/66", "กพร.", "กองคลัง", "ก"],
        [2, "กษ 1113/652", "5/1/66", "กพร.", "กองคลัง", "ข"],
    ]
    adopted = adopt({"ส่ง 2566": [head, *rows]}, code=None)
    assert [entry.number for entry in adopted.entries] == ["กษ ๑๑๑๓/๖๕๑", "กษ ๑๑๑๓/๖๕๒"]
    assert told(adopted) == [("R03", "B2")]


def test_a_header_of_two_rows_is_understood(adopt: Adopt) -> None:
    rows = [
        [TITLE],
        ["เลขทะเบียนส่ง", "หนังสือ", None, "จาก", "ถึง", "เรื่อง"],
        [None, "ที่", "ลงวันที่"],
        [1, "กษ ๑๑๑๓/๑", "5 ม.ค. 66", "กพร.", "กองคลัง", "ก"],
    ]
    adopted = adopt({"ส่ง": rows}, "A1:F1", "B2:C2", "A2:A3", "D2:D3", "E2:E3", "F2:F3", code=None)
    assert (only(adopted).dated, only(adopted).to, told(adopted)) == (date(2023, 1, 5), "กองคลัง", [])


def test_one_sheet_a_month_is_one_book(adopt: Adopt) -> None:
    sheets = {"ม.ค.66": [SENT, letter(1, 5), letter(2, "9")], "ก.พ.66": [SENT, letter(3, 1)]}
    adopted = adopt(sheets)
    assert [entry.dated for entry in adopted.entries] == [
        date(2023, 1, 5),
        date(2023, 1, 9),
        date(2023, 2, 1),
    ]
    assert {entry.book.year_be for entry in adopted.entries} == {2566}


def test_a_line_across_the_sheet_gives_month_or_day(adopt: Adopt) -> None:
    rows = [["เดือน กุมภาพันธ์ ๒๕๖๖"], letter(1, 3), ["วันที่ ๗ เดือน มีนาคม พ.ศ. ๒๕๖๖"], letter(2, "")]
    adopted = adopt(rows)
    assert [entry.dated for entry in adopted.entries] == [date(2023, 2, 3), date(2023, 3, 7)]


def test_titles_and_header_repeated_on_each_page_are_no_rows(adopt: Adopt) -> None:
    adopted = adopt([letter(1), [TITLE], SENT, letter(2)])
    assert (len(adopted.entries), told(adopted)) == (2, [])


def test_a_merged_number_is_one_letter_to_several(adopt: Adopt) -> None:
    adopted = adopt([letter(1, ถึง="กองคลัง"), ["", "", "", "", "กองแผนงาน"], letter(2)], "A3:A4", "F3:F4")
    assert adopted.entries[0].to == "กองคลัง\nกองแผนงาน"
    assert told(adopted) == [("R77", "A3")]


def test_a_merged_date_counts_for_each_row(adopt: Adopt) -> None:
    adopted = adopt([letter(1), letter(2, None)], "C3:C4")
    assert [entry.dated for entry in adopted.entries] == [date(2023, 1, 5)] * 2


@pytest.mark.parametrize("mark", ["″", '"', "''", ' -"- ', "〃", ",,", "”"])
def test_ditto_marks_mean_the_cell_above(adopt: Adopt, mark: str) -> None:
    adopted = adopt([letter(1, ถึง="กองแผนงาน"), letter(2, mark, ถึง=mark)])
    assert (adopted.entries[1].to, adopted.entries[1].dated) == ("กองแผนงาน", date(2023, 1, 5))


def test_several_numbers_in_a_row_are_as_many_entries(adopt: Adopt) -> None:
    adopted = adopt([letter("120-125")])
    assert [entry.serial for entry in adopted.entries] == list(range(120, 126))


def test_columns_that_no_form_has_go_to_the_note(adopt: Adopt) -> None:
    adopted = adopt({"ส่ง 2566": [[*SENT, "แฟ้ม"], [*letter(1), "ก-๑"]]})
    assert only(adopted).note == "แฟ้ม: ก-๑"
    assert told(adopted) == [("R69", "I1")]


def test_circulars_on_their_own_sheet_are_their_own_book(adopt: Adopt) -> None:
    sheets = {"ส่ง": [[TITLE], SENT, letter(1)], "เวียน": [[TITLE], SENT, letter("ว ๑")]}
    adopted = adopt(sheets)
    assert [(entry.kind, entry.number) for entry in adopted.entries] == [
        (BookKind.CIRCULAR, "กษ ๑๑๑๓/ว๑"),
        (BookKind.SENDING, "กษ ๑๑๑๓/๑"),
    ]
    assert told(adopted) == []


def test_circulars_that_fill_the_gaps_share_the_ordinary_series(adopt: Adopt) -> None:
    adopted = adopt([letter(1), letter("ว ๒"), letter(3)])
    assert [(e.kind, e.circular, e.serial) for e in adopted.entries] == [
        (BookKind.SENDING, False, 1),
        (BookKind.SENDING, True, 2),
        (BookKind.SENDING, False, 3),
    ]
    assert told(adopted) == [("R76", "A4")]


def test_circulars_that_repeat_ordinary_numbers_have_their_own_series(adopt: Adopt) -> None:
    adopted = adopt([letter(1), letter("ว ๑"), letter(2), letter("ว ๒")])
    assert [entry.kind for entry in adopted.entries] == [BookKind.CIRCULAR] * 2 + [BookKind.SENDING] * 2


def test_a_receiving_book_keeps_both_numbers_and_both_days(adopt: Adopt) -> None:
    head = ["เลขทะเบียนรับ", "วันที่รับ", "เวลา", *RECEIVED[1:]]
    row = [
        1,
        "6 ม.ค. 66",
        "09.30 น.",
        "มท ๐๒๑๑/ว ๑๒",
        "28 ธ.ค. 65",
        "กระทรวงมหาดไทย",
        "อธิบดี",
        "แจ้งแนวทาง",
        "กพร.",
        "",
    ]
    adopted = adopt({"รับ": [["ทะเบียนหนังสือรับ ปี ๒๕๖๖"], head, row]})
    entry = only(adopted)
    assert (entry.kind, entry.number, entry.dated) == (BookKind.RECEIVING, "๑", date(2023, 1, 6))
    assert (entry.their_number, entry.their_date) == ("มท ๐๒๑๑/ว ๑๒", date(2022, 12, 28))
    assert (entry.received_at, told(adopted)) == ("2023-01-06T09:30:00+07:00", [])


@pytest.mark.parametrize(
    ("title", "kind", "number"),
    [
        ("ทะเบียนคำสั่ง ปี ๒๕๖๖", BookKind.ORDER, "๑๒/๒๕๖๖"),
        ("ทะเบียนหนังสือรับรอง ๒๕๖๖", BookKind.CERTIFICATE, "๑๒/๒๕๖๖"),
    ],
)
def test_orders_and_certificates_are_counted_by_the_year(
    adopt: Adopt, title: str, kind: BookKind, number: str
) -> None:
    entry = only(adopt({"แผ่น1": [[title], SENT, letter("12/2566")]}))
    assert (entry.kind, entry.number) == (kind, number)


def test_a_year_that_title_and_rows_disagree_on_is_told(adopt: Adopt) -> None:
    rows = [["ทะเบียนหนังสือส่ง ปี ๒๕๖๕"], SENT, letter(1), letter(2), letter(3)]
    adopted = adopt({"ส่ง": rows})
    assert {entry.year_be for entry in adopted.entries} == {2566}
    assert [finding.code for finding in adopted.findings] == ["R68"]


@pytest.mark.parametrize(
    ("title", "code"),
    [("ทะเบียนหนังสือส่ง รหัส กษ ๑๑๑๔ ปี ๒๕๖๖", "กษ ๑๑๑๔"), ("ทะเบียนหนังสือส่ง กษ ๑๑๑๔ ปี ๒๕๖๖", "กษ ๑๑๑๓")],
)
def test_a_code_in_the_title_that_was_not_asked_for_is_told(adopt: Adopt, title: str, code: str) -> None:
    adopted = adopt({"ส่ง": [[title], SENT, letter(1)]})
    assert (only(adopted).code, told(adopted)) == (code, [("R68", None)])


def test_a_month_in_the_title_is_no_code(adopt: Adopt) -> None:
    adopted = adopt({"ส่ง": [["ประจำเดือน มค ๒๕๖๖"], SENT, letter(1, ที่="กษ ๑๑๑๓/๑")]}, code=None)
    assert only(adopted).code == "กษ ๑๑๑๓"


def test_sheets_that_are_no_register_and_hidden_ones_are_named(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet, note, hidden = (
        workbook.worksheets[0],
        workbook.create_sheet("คำอธิบาย"),
        workbook.create_sheet("เก่า"),
    )
    for row in ([TITLE], SENT, letter(1)):
        sheet.append(row)
        hidden.append(row)
    note["A1"] = "อ่านก่อนใช้"
    hidden.sheet_state = "hidden"
    workbook.save(tmp_path / "x.xlsx")
    adopted = read_book(tmp_path / "x.xlsx", code="กษ 1113")
    assert [(f.code, f.place) for f in adopted.findings] == [("R67", "ชีต คำอธิบาย"), ("R67", "ชีต เก่า")]


@pytest.mark.parametrize(
    ("rows", "code", "expected"),
    [
        ([["ก", "ข"], [1, 2]], "กษ 1113", "R67"),
        ([[TITLE], SENT, letter(1)], None, "R74"),
        ([SENT, letter(1, "5 ม.ค.")], "กษ 1113", "R75"),
    ],
)
def test_what_must_be_known_first_is_asked_for(
    adopt: Adopt, rows: Any, code: str | None, expected: str
) -> None:
    with pytest.raises(InputError) as error:
        adopt({"แผ่น1": rows}, code=code)
    assert [finding.code for finding in error.value.findings] == [expected]


def test_a_formula_without_its_value_is_told_with_its_cell(adopt: Adopt) -> None:
    adopted = adopt([letter(1, หมายเหตุ="=A1+1")])
    assert told(adopted) == [("X10", "H3")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp874"])
def test_a_csv_is_read_in_any_encoding_of_an_office(tmp_path: Path, encoding: str) -> None:
    lines = [",".join([TITLE] + [""] * 7), ",".join(SENT), "๑,กษ ๑๑๑๓/๑,5 ม.ค. 66,กพร.,กองคลัง,ขอเชิญประชุม,,"]
    path = tmp_path / "ส่ง.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    adopted = read_book(path)
    assert (only(adopted).number, only(adopted).cell, told(adopted)) == ("กษ ๑๑๑๓/๑", "A3", [])


def test_the_demonstration_book_goes_on_where_the_letters_begin() -> None:
    adopted = read_book(ROOT / "fixtures" / "ทะเบียนหนังสือส่ง-2566.xlsx")
    last = {kind: max(e.serial for e in adopted.entries if e.kind is kind) for kind in BOOKS}
    assert last == {BookKind.SENDING: 652, BookKind.CIRCULAR: 70}
    assert {"R01", "R03", "R04", "R10", "R13", "R60", "R61", "R62"} <= {
        finding.code for finding in adopted.findings
    }


@each(
    ("heading", "column"),
    [
        ("เลขทะเบียนส่ง", Column.SERIAL),
        (" เลข\nทะเบียนส่ง ", Column.SERIAL),
        ("ลว.", Column.DATED),
        ("ว.ด.ป.", Column.DATED),
        ("ผู้รับ", Column.TO),
        ("ชื่อเรื่อง", Column.SUBJECT),
        ("แฟ้ม", None),
    ],
)
def test_headings_are_known_by_many_names(heading: str, column: Column | None) -> None:
    assert column_of(heading) is column


@each("text", ["", "-", "12 ม.ค. 66", "abc", "0", "5-3", "1-999", "กษ 1113"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_serial(text, 2566) is None


@each("text", ["ไม่ยกเลิก", "ยังไม่ยกเลิก", "ยกเลิกคำสั่งที่ ๑๒/๒๕๖๖", "แทนเลขที่ยกเลิกไปเมื่อวันก่อน"])
def test_words_near_void_are_not_void(text: str) -> None:
    assert not read_remarks(text).reasons
    assert not says_void(text)
