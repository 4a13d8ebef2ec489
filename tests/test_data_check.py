"""`data check`: clean workbooks are called clean, and each fault of a spoiled one is told with its cell."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cases import each
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from memogen.cli.door import Door
from memogen.cli.seat import Seat
from memogen.errors import InputError
from memogen.findings import Finding, Severity
from memogen.sheets.grid import Grid
from memogen.sheets.sorting import understood
from memogen.workbook import check_sheet, check_workbook

FIXTURES = Path(__file__).parent.parent / "fixtures"
SERVICE = "แผนปรับปรุงการให้บริการ-2566.xlsx"
INTEGRITY = "แผนคุณธรรมและความโปร่งใส-2560.xlsx"
DIRECTORY = "ทำเนียบหน่วยงาน.xlsx"
GOVERNORS = "ผู้ว่าราชการจังหวัด.xlsx"
CIRCULAR = "หน่วยงานผู้รับหนังสือเวียน.xlsx"
E_SERVICE = "ตัวชี้วัด-e-Service-2565.xlsx"
HR_PLAN = "แผนกลยุทธ์ทรัพยากรบุคคล-2566.xlsx"

Spoil = Callable[[Worksheet], None]


def put(cell: str, value: Any) -> Spoil:
    def spoil(sheet: Worksheet) -> None:
        sheet[cell] = value
        sheet[cell].number_format = "d/m/yyyy" if isinstance(value, date) else "General"

    return spoil


def hide_row(row: int) -> Spoil:
    return lambda sheet: setattr(sheet.row_dimensions[row], "hidden", True)


def hide_column(column: str) -> Spoil:
    return lambda sheet: setattr(sheet.column_dimensions[column], "hidden", True)


def delete_row(row: int) -> Spoil:
    return lambda sheet: sheet.delete_rows(row)


def copy_row(source: int, target: int) -> Spoil:
    def spoil(sheet: Worksheet) -> None:
        for column, cell in enumerate(sheet[source], start=1):
            sheet.cell(target, column).value = cell.value

    return spoil


def hide_sheet(sheet: Worksheet) -> None:
    sheet.sheet_state = "hidden"


Fault = tuple[str | int, Spoil, str, str | None]
"""Sheet, what is done to it, and the code and the cell of the finding."""


def anywhere(header: int, first: int, text: str, last: str, beyond: str) -> list[Fault]:
    """Faults that any table may have; `text` and `last` are columns without merged cells in those rows."""
    return [
        (0, put(f"{last}{header}", None), "X09", f"{last}{first}"),
        (0, put(f"{last}{header}", " \n"), "X09", f"{last}{first}"),
        (0, copy_cell(f"{text}{header}", f"{last}{header}"), "X08", f"{last}{header}"),
        (0, put(f"{text}{first}", "=1+1"), "X10", f"{text}{first}"),
        (0, put(f"{text}{first}", "#REF!"), "X11", f"{text}{first}"),
        (0, put(f"{text}{first}", date(2568, 2, 29)), "X12", f"{text}{first}"),
        (0, put(f"{beyond}{first + 1}", "หลง"), "X09", f"{beyond}{first + 1}"),
        (0, put(f"A{25_000}", 1), "X04", "A25000"),
        (0, hide_row(first + 1), "X17", None),
        (0, hide_column(text), "X17", None),
    ]


def copy_cell(source: str, target: str) -> Spoil:
    return lambda sheet: put(target, sheet[source].value)(sheet)


FAULTS: dict[str, list[Fault]] = {
    SERVICE: [
        *anywhere(2, 3, "D", "G", "I"),
        (0, put("A5", "๓"), "X26", "A5"),
        (0, put("A48", "๑๗"), "X26", "A48"),
        (0, put("F4", "๑ ตุลาคม ๒๕๖๖ - ๓๑ กรกฎาคม ๒๕๖๗"), "X25", "F4"),
        (0, put("F6", "ภายในปีงบประมาณ พ.ศ. ๒๕๖๕"), "X25", "F6"),
        (0, put("F9", "ธันวาคม ๒๕๖๕ - สิงหาคม ๒๕๖๗"), "X25", "F9"),
        (0, put("A1", "แผนของหน่วยงานส่วนกลาง จำนวน ๑๖ หน่วยงาน ปีงบประมาณ พ.ศ. ๒๕๖๖"), "X24", "A1"),
    ],
    INTEGRITY: [
        *anywhere(3, 4, "C", "H", "J"),
        ("กำหนดรายงาน", put("C3", date(2561, 4, 4)), "X25", "C3"),
        ("กำหนดรายงาน", put("C4", "๓๑ ตุลาคม ๒๕๖๐"), "X25", "C4"),
        ("กำหนดรายงาน", hide_sheet, "X17", None),
    ],
    DIRECTORY: [
        *anywhere(2, 3, "B", "E", "H"),
        (0, delete_row(40), "X26", "A40"),
        (0, put("A50", 47), "X26", "A50"),
        (0, put("A7", "ห้า"), "X18", "A7"),
        (0, put("B9", "กองคลัง"), "X27", "B9"),
        (0, put("B9", None), "X27", "B9"),
        (0, put("A1", "ทำเนียบ ๑๑๒ หน่วยงาน"), "X24", "A1"),
        (0, copy_row(2, 116), "X16", None),
    ],
    GOVERNORS: [
        *anywhere(3, 4, "B", "D", "F"),
        (0, delete_row(79), "X24", "A1"),
        (0, put("A1", "ผู้ว่าราชการจังหวัด ๗๗ จังหวัด"), "X24", "A1"),
        (0, put("A30", "๒๖"), "X26", "A30"),
        (0, put("A30", "๒๗ก"), "X18", "A30"),
        (0, put("B30", "กระบี่"), "X27", "B30"),
        (0, put("B80", "ภาคเหนือ"), "X14", None),
    ],
    CIRCULAR: [
        *anywhere(3, 4, "B", "E", "I"),
        (0, delete_row(4), "X26", "A4"),
        (0, put("A9", "๙"), "X26", "A9"),
        (0, put("B9", "กองคลัง"), "X27", "B9"),
        (0, put("A10", "เจ็ด"), "X18", "A10"),
        (0, put("A1", "บัญชีหน่วยงาน รวม ๑๘ หน่วยงาน"), "X24", "A1"),
        (0, put("B21", "รวม ๑๖ หน่วยงาน"), "X24", "B21"),
    ],
    E_SERVICE: [
        *anywhere(3, 4, "D", "D", "I")[3:],
        (0, put("E3", None), "X09", "E8"),
        (0, put("E3", "ย่อ"), "X08", "E3"),
        (0, put("C6", 4), "X26", "C6"),
        (0, put("C12", "สี่"), "X18", "C12"),
        ("งานบริการ", put("A4", 1), "X26", "A5"),
        ("งานบริการ", hide_sheet, "X17", None),
    ],
}
FAULTY = [
    pytest.param(name, fault, id=f"{name}-{at}")
    for name, faults in FAULTS.items()
    for at, fault in enumerate(faults)
]


def doubts(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is not Severity.INFO]


@each("name", FAULTS)
def test_a_clean_workbook_has_no_doubts_and_nothing_hidden(name: str) -> None:
    _sheets, findings = check_workbook(FIXTURES / name)
    assert {finding.code for finding in findings} <= {"X15"}  # totals and notes, told


@each("name", FAULTS)
def test_there_are_ten_spoiled_copies_or_more(name: str) -> None:
    assert len(FAULTS[name]) >= 10


@pytest.mark.parametrize(("name", "fault"), FAULTY)
def test_one_fault_gives_one_clear_finding(tmp_path: Path, name: str, fault: Fault) -> None:
    sheet, spoil, code, cell = fault
    book = load_workbook(FIXTURES / name, data_only=True)
    spoil(book.worksheets[sheet] if isinstance(sheet, int) else book[sheet])
    book.save(tmp_path / name)
    findings = checked(tmp_path / name)
    (found, *more) = [finding for finding in findings if finding.code not in ("X15", "X20")]
    assert (found.code, found.cell) == (code, cell)
    assert found.message
    assert found.hint or code == "X16"
    assert {finding.code for finding in more} <= {"X26", code}  # after one wrong number the next is wrong too
    assert len(more) <= 1


def checked(path: Path) -> list[Finding]:
    try:
        return check_workbook(path)[1]
    except InputError as error:
        return list(error.findings)


class TestDisagreements:
    """Each is found once in a small table, and what agrees is left alone."""

    def findings(self, *rows: list[Any]) -> list[tuple[str, str | None]]:
        width = max(map(len, rows))
        filled = [
            [cell if cell is not None else "" for cell in row] + [""] * (width - len(row)) for row in rows
        ]
        sheet = understood(Grid(file="x", sheet="y", rows=filled))
        return [(finding.code, finding.cell) for finding in doubts(check_sheet(sheet))]

    HEAD = ("หน่วยงาน", "ค่าอาหาร", "ค่าที่พัก", "รวม (บาท)")

    @each(
        ("total", "found"),
        [
            ([4.0, 6.0, 10.0], []),
            ([4.0, 6.5, 10.5], [("X21", "C5"), ("X21", "D5")]),
            ([5.0, 6.0, 10.0], [("X21", "B5")]),
            ([4.004, 6.0, 10.0], []),
        ],
    )
    def test_a_total_below_its_items(self, total: list[float], found: list[Any]) -> None:
        rows = [["ก", 1.0, 2.0, 3.0], ["ข", 1.0, 2.0, 3.0], ["ค", 2.0, 2.0, 4.0]]
        assert self.findings([*self.HEAD], *rows, ["รวม", *total]) == found

    def test_subtotals_and_the_grand_total(self) -> None:
        rows = [["ก", 1.0], ["รวมภาคเหนือ", 1.0], ["ข", 2.0], ["ค", 3.0], ["รวมย่อย", 5.0], ["รวมทั้งสิ้น", 6.0]]
        assert self.findings(["หน่วยงาน", "งบ"], *rows[:1], *rows[2:4], ["รวมทั้งสิ้น", 6.0]) == []
        assert self.findings(["หน่วยงาน", "งบ"], ["ก", 1.0], ["รวม", 1.0], ["ข", 2.0], ["รวม", 2.0], rows[-1])[
            -1:
        ] == [("X21", "B6")]
        assert (
            self.findings(
                ["หน่วยงาน", "งบ"], ["ก", 1.0], ["รวม", 1.0], ["ข", 2.0], ["รวม", 2.0], ["รวมทั้งสิ้น", 3.0]
            )
            == []
        )

    def test_a_row_whose_total_is_not_its_sum(self) -> None:
        rows = [["ก", 1.0, 2.0, 3.0], ["ข", 1.0, 2.0, 3.0], ["ค", 2.0, 2.0, 5.0]]
        assert self.findings([*self.HEAD], *rows) == [("X22", "D4")]

    def test_a_column_of_totals_that_adds_something_else_is_not_judged(self) -> None:
        rows = [["ก", 1.0, 2.0, 30.0], ["ข", 1.0, 2.0, 40.0], ["ค", 2.0, 2.0, 5.0]]
        assert self.findings([*self.HEAD], *rows) == []

    @each(
        ("stated", "found"),
        [(33.33, []), (33.3, []), (33, []), (34, [("X23", "D4")]), (30.33, [("X23", "D4")])],
    )
    def test_a_percentage_that_does_not_follow(self, stated: float, found: list[Any]) -> None:
        head = ["หน่วยงาน", "ทำได้", "ทั้งหมด", "ร้อยละ"]
        assert (
            self.findings(head, ["ก", 1, 2, 50], ["ข", 3, 4, 75], ["ค", 1, 3, stated], ["ง", 5, 8, 62.5])
            == found
        )

    def test_numbers_beside_a_percentage_that_are_not_its_fraction_are_not_judged(self) -> None:
        head = ["หน่วยงาน", "คน", "งบ", "ร้อยละ"]
        assert self.findings(head, ["ก", 10, 200, 50], ["ข", 30, 400, 75], ["ค", 7, 300, 80]) == []

    @each(
        ("title", "found"),
        [
            ("ผลของ ๒ หน่วยงาน", []),
            ("ผลของ ๓ หน่วยงาน", [("X24", "A1")]),
            ("รอบ ๖ เดือน ครั้งที่ ๓ หน่วยงาน", []),
            ("อบรม จำนวน ๕ คน", [("X24", "A1")]),
            ("อบรมที่ห้อง ๕ คน", []),
        ],
    )
    def test_a_count_in_the_title(self, title: str, found: list[Any]) -> None:
        assert self.findings([title], ["หน่วยงาน", "ผล"], ["ก", "x"], ["ข", "y"]) == found

    @each(
        ("title", "day", "found"),
        [
            ("ปีงบประมาณ พ.ศ. ๒๕๖๖", date(2022, 10, 1), []),
            ("ปีงบประมาณ พ.ศ. ๒๕๖๖", date(2566, 9, 30), []),
            ("ปีงบประมาณ พ.ศ. ๒๕๖๖", date(2566, 10, 1), [("X25", "B3")]),
            ("ปีงบประมาณ ๒๕๖๖", "๓๐ ก.ย. ๒๕๖๕", [("X25", "B3")]),
            ("ปีงบประมาณ พ.ศ. ๒๕๖๖ - ๒๕๗๐", date(2566, 10, 1), []),
            ("ปี พ.ศ. ๒๕๖๖", date(2566, 10, 1), []),
        ],
    )
    def test_a_day_outside_the_fiscal_year(self, title: str, day: Any, found: list[Any]) -> None:
        assert self.findings([title], ["โครงการ", "วันที่จัด"], ["ก", day]) == found


def test_the_hr_plan_has_its_one_real_disagreement() -> None:
    _sheets, findings = check_workbook(FIXTURES / HR_PLAN)
    assert [(finding.code, finding.cell) for finding in doubts(findings)] == [("X23", "H13")]


class TestCommand:
    def run(self, cwd: Path, *words: str) -> Result:
        door = Door("memogen", summaries={"data": ""})
        seat = Seat(cwd, dict(os.environ), asks=False)
        return CliRunner().invoke(door, ["data", "check", *words], obj=seat)

    def test_every_sheet_is_told_in_words(self) -> None:
        result = self.run(FIXTURES, HR_PLAN)
        assert result.exit_code == 0
        assert "ชีต “รายละเอียด”" in result.stdout
        assert "หัวตารางแถว 3-4 มี 12 คอลัมน์ 22 รายการ" in result.stdout
        assert "ผลที่นับได้ คิดเป็นร้อยละ: ร้อยละ 8 ช่อง เช่น 12.12%" in result.stdout
        assert "ระยะเวลา เริ่ม: วันที่ 7 ช่อง เช่น ๙ ม.ค. ๖๖" in result.stdout
        assert "แถว 14, 16-18 เป็นแถวรวมหรือสรุป" in result.stdout
        assert "58.73" in result.stderr

    def test_json_has_the_shape_of_check(self) -> None:
        result = self.run(FIXTURES, INTEGRITY, "--json")
        document = json.loads(result.stdout)
        assert (document["checked"], document["errors"], document["warnings"]) == (2, 0, 0)
        assert [(sheet["sheet"], sheet["rows"]) for sheet in document["sheets"]] == [
            ("แผน", 28),
            ("กำหนดรายงาน", 2),
        ]
        assert document["sheets"][1]["columns"][2] == {
            "name": "ภายในวันที่",
            "kind": "date",
            "filled": 2,
            "typed_as_text": 0,
        }
        assert [finding["code"] for finding in document["findings"]] == ["X15"]

    def test_what_cannot_be_understood_ends_with_1(self, tmp_path: Path) -> None:
        (tmp_path / "แผน.csv").write_text("ก,ข\n1,2,หลง\n", encoding="utf-8")
        result = self.run(tmp_path, "แผน.csv")
        assert result.exit_code == 1
        assert "C2" in result.stderr
        assert "2 คอลัมน์ 1 รายการ" in result.stdout

    def test_a_book_without_a_table_ends_with_1(self, tmp_path: Path) -> None:
        (tmp_path / "แผน.csv").write_text("คำอธิบาย\n", encoding="utf-8")
        assert self.run(tmp_path, "แผน.csv", "--json").exit_code == 1

    def test_one_sheet_is_checked_alone(self) -> None:
        result = self.run(FIXTURES, f"{INTEGRITY}#กำหนดรายงาน", "--json")
        document = json.loads(result.stdout)
        assert [sheet["sheet"] for sheet in document["sheets"]] == ["กำหนดรายงาน"]
        assert result.exit_code == 0

    def test_a_sheet_that_is_not_there_is_told_the_nearest(self) -> None:
        result = self.run(FIXTURES, f"{INTEGRITY}#กำหนดราย")
        assert result.exit_code == 3
        assert "กำหนดรายงาน" in result.stderr

    def test_a_file_that_is_none_ends_with_3(self, tmp_path: Path) -> None:
        result = self.run(tmp_path, "ไม่มี.xlsx", "--json")
        assert result.exit_code == 3
        assert json.loads(result.stdout)["sheets"] == []
