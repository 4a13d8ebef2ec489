"""Figures with a birth certificate: a letter's cells, kept with its number, held against the workbook."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from memogen import Workspace, letters
from memogen.books import Entry
from memogen.desk.drafts import data_of
from memogen.desk.outdated import MOST_TOLD, Shelf, stale
from memogen.desk.quoted import FIGURES, kept
from memogen.desk.tracing import Sources, trace
from memogen.errors import InputError, RegisterRefusal
from memogen.findings import Finding, Severity

ROOT = Path(__file__).parent.parent
BOOK = "fixtures/ผล.xlsx"

SETTINGS = """\
[office]
name = "กรมตัวอย่าง"
unit = "กองทดสอบ"
code = "กษ ๑๑๑๓"

[[signers]]
key = "ผอ."
name = "นางสาวตัวอย่าง หนึ่งนาม"
position = "ผู้อำนวยการกองทดสอบ"

[[units]]
name = "กองคลัง"
short = "กค."
to = "ผู้อำนวยการกองคลัง"

[[units]]
name = "กองแผนงาน"
short = "กผง."
to = "ผู้อำนวยการกองแผนงาน"
"""

HEADS = f"""\
เรื่อง: รายงานผล
เรียน: อธิบดี
ผู้ลงนาม: ผอ.
ข้อมูล: ผล = {BOOK}#ตัวชี้วัด

"""
LETTER = HEADS + "ความพึงพอใจร้อยละ {{ ผล[0].ผลงาน }} และ {{ ผล[2].ผลงาน }}\n"
OF_UNIT = (
    HEADS.replace("อธิบดี", "{{ หน่วยงาน.เรียน }}")
    + "ผลของ{{ หน่วยงาน.ชื่อ }}\n\n"
    + "[[ตาราง: ผล | คอลัมน์: ตัวชี้วัด, ผลงาน | เฉพาะ: หน่วยงาน = {{ หน่วยงาน.ชื่อ }} | รวม: ผลงาน]]\n"
)
ROWS = [
    ("ผลการดำเนินงาน",),
    ("ลำดับ", "หน่วยงาน", "ตัวชี้วัด", "ผลงาน"),
    (1, "กองคลัง", "ความพึงพอใจ", 83.45),
    (2, "กองแผนงาน", "การเบิกจ่าย", 97.5),
    (3, "กองแผนงาน", "การอบรม", 12),
]


def clock() -> datetime:
    return datetime(2023, 3, 27, 5, 0, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    (tmp_path / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    for name in ("letters", "fixtures"):
        (tmp_path / name).mkdir()
    book = Workbook()
    sheet = book.create_sheet("ตัวชี้วัด", 0)
    for row in ROWS:
        sheet.append(row)
    book.save(tmp_path / BOOK)
    return Workspace.at(tmp_path)


def letter(office: Workspace, text: str = LETTER, name: str = "ก") -> Path:
    path = office.root / "letters" / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


def edit(office: Workspace, change: Callable[[Worksheet], object]) -> None:
    book = load_workbook(office.root / BOOK)
    change(book["ตัวชี้วัด"])
    book.save(office.root / BOOK)


def put(cell: str, value: Any) -> Callable[[Worksheet], object]:
    return lambda sheet: setattr(sheet[cell], "value", value)


def grow(rows: int, text: str) -> Callable[[Worksheet], object]:
    """So many rows more, each named by its number and the text."""

    def change(sheet: Worksheet) -> None:
        for number in range(rows):
            sheet.append((number, "กองคลัง", f"{number} {text}", number))

    return change


def issue(office: Workspace, text: str = LETTER, **settings: Any) -> None:
    office.issue([letter(office, text)], clock=clock, **settings)


def entries(office: Workspace) -> list[Entry]:
    with office.register_to_read(clock=clock) as register:
        return register.entries()


def found(office: Workspace) -> list[tuple[str, str | None, str]]:
    """Code, cell and text of what is told of quoted cells."""
    return [(one.code, one.cell, one.text) for one in told(office)]


def told(office: Workspace) -> list[Finding]:
    return [one for one in office.check_register(clock=clock)[1] if one.code in ("X30", "X31")]


# --- the cells of a letter --------------------------------------------------------------------------


def test_each_figure_of_a_letter_has_its_cell(office: Workspace) -> None:
    traced = trace(office, letter(office))
    assert traced.recipient is None
    assert [(one.part, one.line, one.printed) for one in traced.figures] == [
        ("เนื้อความ", 6, "๘๓.๔๕"),
        ("เนื้อความ", 6, "๑๒"),
    ]
    (quote,) = traced.figures[0].quotes
    assert (quote.data, quote.file, quote.sheet) == ("ผล", BOOK, "ตัวชี้วัด")
    assert (quote.cell, quote.row, quote.column, quote.value) == ("D3", 3, "ผลงาน", "83.45")


def test_a_letter_about_units_is_traced_for_one_of_them_and_says_so(office: Workspace) -> None:
    path = letter(office, OF_UNIT)
    first, other = trace(office, path), trace(office, path, recipient="กผง.")
    assert (first.recipient, [one.code for one in first.findings]) == ("กองคลัง", ["L19"])
    assert (other.recipient, other.findings) == ("กองแผนงาน", ())
    cells = {quote.cell for figure in other.figures for quote in figure.quotes}
    assert cells == {"B4", "B5", "C4", "C5", "D4", "D5"}
    assert [one.printed for one in other.figures if len(one.quotes) == 2] == ["๑๐๙.๕๐", None]


def test_a_merged_cell_has_the_address_of_its_corner(office: Workspace) -> None:
    edit(office, lambda sheet: sheet.merge_cells("B4:B5"))
    traced = trace(office, letter(office, HEADS + "{{ ผล[2].หน่วยงาน }}"))
    assert [(quote.cell, quote.row) for one in traced.figures for quote in one.quotes] == [("B4", 5)]


def test_a_csv_has_cells_too(office: Workspace) -> None:
    (office.root / "fixtures/ผล.csv").write_text("ชื่อ,ผลงาน\nก,๘๓.๔๕\n", encoding="utf-8-sig")
    text = LETTER.replace(f"{BOOK}#ตัวชี้วัด", "fixtures/ผล.csv").replace(" และ {{ ผล[2].ผลงาน }}", "")
    (figure,) = trace(office, letter(office, text)).figures
    assert [(quote.cell, quote.sheet, quote.value) for quote in figure.quotes] == [("B2", "", "๘๓.๔๕")]
    issue(office, text)
    (office.root / "fixtures/ผล.csv").write_text("ชื่อ,ผลงาน\nก,๘๔\n", encoding="utf-8-sig")
    (one,) = told(office)
    assert (one.cell, one.place, one.text) == ("B2", "", "๘๓.๔๕")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("เรื่อง: ก\nเรียน: ข\nผู้ลงนาม: ผอ.\n\nค\n", "L30"),
        (HEADS + "ไม่มีตัวเลข\n", "L31"),
        (HEADS + "มี {{ ผล|length }} ตัวชี้วัด\n", "L31"),
    ],
)
def test_a_letter_without_figures_is_told_why(office: Workspace, text: str, code: str) -> None:
    path = letter(office, text)
    traced = trace(office, path)
    assert traced.figures == ()
    assert [(one.code, one.severity) for one in traced.findings] == [(code, Severity.INFO)]
    assert kept(Sources(office, letters.read_letter(path, file="letters/ก.md")), [None]) == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LETTER.replace("ผล.xlsx", "หาย.xlsx"), "X01"),
        (LETTER.replace("#ตัวชี้วัด", "#ไม่มี"), "X03"),
        (LETTER.replace("ผลงาน", "ผลงาม"), "M04"),
        (LETTER.replace("เรียน: อธิบดี\n", ""), "L05"),
    ],
)
def test_a_letter_that_cannot_be_made_cannot_be_traced(office: Workspace, text: str, code: str) -> None:
    with pytest.raises(InputError) as stop:
        trace(office, letter(office, text))
    assert code in [one.code for one in stop.value.findings]


# --- kept with the number ---------------------------------------------------------------------------


def test_an_issued_letter_keeps_its_cells_and_nothing_is_told_while_they_stand(office: Workspace) -> None:
    issue(office)
    (entry,) = entries(office)
    pages = json.loads(json.loads(entry.payload or "")[FIGURES])
    rows = [[3, "ความพึงพอใจ", {"ผลงาน": "83.45"}], [5, "การอบรม", {"ผลงาน": "12"}]]
    assert pages == [[BOOK, "ตัวชี้วัด", ["ตัวชี้วัด"], rows]]
    assert told(office) == []


def test_a_letter_without_data_keeps_nothing(office: Workspace) -> None:
    issue(office, "เรื่อง: ก\nเรียน: ข\nผู้ลงนาม: ผอ.\n\nค\n")
    assert FIGURES not in json.loads(entries(office)[0].payload or "")


def test_a_changed_cell_is_told_with_what_stood_there_and_what_stands_there(office: Workspace) -> None:
    issue(office)
    edit(office, put("D3", 84))
    (one,) = told(office)
    assert (one.code, one.severity, one.file, one.cell) == ("X30", Severity.WARNING, BOOK, "D3")
    assert (one.place, one.text) == ("ชีต ตัวชี้วัด", "83.45")
    assert one.message == (
        "หนังสือ กษ ๑๑๑๓/๑ (letters/ก.md) อ้าง “83.45” จากชีต “ตัวชี้วัด” ช่อง D3 คอลัมน์ “ผลงาน” ของ “ความพึงพอใจ”"
        " แต่ตอนนี้ในสมุดงานเป็น “84”"
    )
    assert one.hint


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (put("D4", 1), []),
        (put("C3", "ความพอใจ"), []),
        (put("A3", 7), []),
        (put("D3", "83.45"), []),
        (put("D3", None), [("X30", "D3", "83.45")]),
        (put("D3", "-"), [("X30", "D3", "83.45")]),
        (lambda sheet: sheet.insert_rows(3), []),
        (lambda sheet: sheet.insert_cols(2), []),
        (lambda sheet: (sheet.insert_rows(3), put("D6", 13)(sheet)), [("X30", "D6", "12")]),
        (lambda sheet: sheet.move_range("A3:D3", rows=3), []),
        (lambda sheet: (sheet.move_range("A3:D3", rows=3), put("D6", 9)(sheet)), [("X30", "D6", "83.45")]),
        (put("D2", "ผลลัพธ์"), [("X31", None, "คอลัมน์ “ผลงาน” แถว 3, คอลัมน์ “ผลงาน” แถว 5")]),
        (lambda sheet: sheet.delete_rows(5), [("X31", None, "คอลัมน์ “ผลงาน” แถว 5")]),
        (put("D3", "=1+1"), [("X31", None, "คอลัมน์ “ผลงาน” แถว 3")]),
        (
            lambda sheet: sheet.delete_rows(1, 9),
            [("X31", None, "คอลัมน์ “ผลงาน” แถว 3, คอลัมน์ “ผลงาน” แถว 5")],
        ),
        (lambda sheet: setattr(sheet, "title", "ตัวชี้วัด ๒"), [("X31", None, "ตัวชี้วัด")]),
    ],
)
def test_only_what_the_letter_quotes_counts_and_rows_are_found_by_their_names(
    office: Workspace, change: Callable[[Worksheet], object], expected: list[tuple[str, str | None, str]]
) -> None:
    issue(office)
    edit(office, change)
    assert found(office) == expected


def test_rows_that_no_single_column_names_are_found_by_several(office: Workspace) -> None:
    edit(office, lambda sheet: sheet.append((4, "กองคลัง", "การอบรม", 30)))
    issue(office)
    edit(office, lambda sheet: sheet.insert_rows(3))
    assert found(office) == []
    edit(office, put("D6", 13))
    assert found(office) == [("X30", "D6", "12")]


def test_rows_that_nothing_tells_apart_are_found_by_their_number(office: Workspace) -> None:
    edit(office, lambda sheet: sheet.append((4, "กองคลัง", "การอบรม", 30)))
    edit(office, lambda sheet: sheet.append((5, "กองคลัง", "การอบรม", 30)))
    issue(office)
    page = json.loads(json.loads(entries(office)[0].payload or "")[FIGURES])[0]
    assert page[2] == []
    edit(office, put("D5", 13))
    assert found(office) == [("X30", "D5", "12")]


def test_a_workbook_that_is_gone_is_told_once_a_letter(office: Workspace) -> None:
    issue(office)
    (office.root / BOOK).unlink()
    (one,) = told(office)
    assert (one.code, one.file, one.severity) == ("X31", BOOK, Severity.WARNING)
    assert "2 ช่อง" in one.message
    assert "ไม่พบไฟล์" in one.message


def test_of_many_changed_cells_the_first_are_told_and_the_rest_counted(office: Workspace) -> None:
    edit(office, grow(20, "ข"))
    issue(office, HEADS + "{% for แถว in ผล %}{{ แถว.ผลงาน }} {% endfor %}\n")
    edit(office, lambda sheet: [put(f"D{row}", -1)(sheet) for row in range(3, 26)])
    assert len(told(office)) == MOST_TOLD + 1
    assert "อีก 18 ช่อง" in told(office)[-1].message


def test_a_void_letter_and_one_that_kept_no_cells_are_not_spoken_of(office: Workspace) -> None:
    issue(office)
    (entry,) = entries(office)
    edit(office, put("D3", 84))
    with office.register(clock=clock) as register, register.writing() as pen:
        pen.void(entry.book, entry.serial, reason="ผิด")
    assert told(office) == []


def test_issued_again_a_letter_keeps_the_cells_of_its_day(office: Workspace) -> None:
    issue(office)
    before = entries(office)
    edit(office, lambda sheet: sheet.insert_rows(3))
    issue(office)
    assert entries(office) == before
    edit(office, put("D4", 84))
    with pytest.raises(RegisterRefusal) as refusal:
        issue(office)
    assert FIGURES not in refusal.value.findings[0].text
    assert found(office) == [("X30", "D4", "83.45")]


def test_a_letter_that_was_issued_before_cells_were_kept_is_issued_again(
    office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("memogen.desk.issuing.kept", lambda *_, **__: {})
        issue(office)
    before = entries(office)
    issue(office)
    assert entries(office) == before
    edit(office, put("D3", 84))
    assert told(office) == []


def test_a_letter_for_one_unit_keeps_the_cells_of_that_unit(office: Workspace) -> None:
    issue(office, OF_UNIT, recipient="กองแผนงาน")
    edit(office, put("D3", 1))
    assert told(office) == []
    edit(office, put("D5", 13))
    assert found(office) == [("X30", "D5", "12")]
    edit(office, put("B4", "กองคลัง"))
    assert found(office) == [("X30", "B4", "กองแผนงาน"), ("X30", "D5", "12")]


def test_letters_of_two_numbers_that_quote_one_cell_are_both_told(office: Workspace) -> None:
    issue(office)
    office.issue([letter(office, name="ข")], clock=clock)
    edit(office, put("D3", 84))
    assert len(told(office)) == 2
    assert [one.cell for one in stale(entries(office)[:1], Shelf(office))] == ["D3"]


# --- many cells -------------------------------------------------------------------------------------


def kept_of_many(office: Workspace, rows: int, text: str, letter: str) -> str:
    """What is kept of a letter, without catchwords, about a sheet that has so many rows more."""
    edit(office, grow(rows, text))
    issue(office, HEADS + letter, catchwords=False)
    (entry,) = entries(office)
    return str(json.loads(entry.payload or "")[FIGURES])


def test_of_many_cells_less_is_kept_of_each_text(office: Workspace) -> None:
    table = "[[ตาราง: ผล | คอลัมน์: หน่วยงาน, ตัวชี้วัด, ผลงาน]]\n"
    figures = kept_of_many(office, 200, "ก" * 200, table)
    assert "ก" * 13 not in json.dumps([row[2] for row in json.loads(figures)[0][3]], ensure_ascii=False)
    edit(office, put("C100", "อื่น"))
    assert [(code, cell) for code, cell, _text in found(office)] == [("X30", "C100")]


def test_of_very_many_cells_a_digest_of_each_column_is_kept(office: Workspace) -> None:
    line = "{% for แถว in ผล %}{{ แถว.หน่วยงาน }}{{ แถว.ตัวชี้วัด }}{{ แถว.ผลงาน }} {% endfor %}\n"
    figures = kept_of_many(office, 1_800, "ข", line)
    assert len(figures) < 1_000
    assert told(office) == []
    edit(office, lambda sheet: sheet.move_range("A3:D3", rows=1_900))
    assert told(office) == []
    edit(office, put("D4", 1))
    assert found(office) == [("X30", None, "ผลงาน")]
    edit(office, put("D2", "ผลลัพธ์"))
    assert found(office) == [("X31", None, "คอลัมน์ “ผลงาน”")]


def test_a_batch_keeps_the_cells_of_all_its_copies_once(office: Workspace) -> None:
    path = letter(office, OF_UNIT)
    typed = letters.read_letter(path, file=office.shown(path))
    sources = Sources(office, typed, data_of(office, typed)[0])
    (page,) = json.loads(kept(sources, office.office.units)[FIGURES])
    assert [(row[0], sorted(row[2])) for row in page[3]] == [
        (3, ["ตัวชี้วัด", "ผลงาน", "หน่วยงาน"]),
        (4, ["ตัวชี้วัด", "ผลงาน", "หน่วยงาน"]),
        (5, ["ตัวชี้วัด", "ผลงาน", "หน่วยงาน"]),
    ]


@pytest.mark.parametrize(("number", "numbers"), [("shared", ["กษ ๑๑๑๓/ว๑"]), ("each", ["กษ ๑๑๑๓/๒"])])
def test_a_batch_keeps_its_cells_and_goes_on_with_them(
    office: Workspace, number: str, numbers: list[str]
) -> None:
    path = letter(office, OF_UNIT)
    office.batch(path, clock=clock, number=number, papers=False)
    assert told(office) == []
    edit(office, lambda sheet: sheet.insert_rows(3))
    before = entries(office)
    office.batch(path, clock=clock, number=number, papers=False, resume=True)
    assert entries(office) == before
    edit(office, put("D6", 13))
    assert [(one.cell, one.text) for one in told(office)] == [("D6", "12")]
    assert [one for one in numbers if f"หนังสือ {one} " in told(office)[0].message] == numbers
