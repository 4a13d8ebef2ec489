"""What letters get of a workbook: its items with the numbers that Excel shows, and what was done is told."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from memogen import Workspace
from memogen.desk.drafts import data_of
from memogen.desk.folder import Folder
from memogen.errors import InputError
from memogen.findings import Finding, Severity
from memogen.letters import parse_letter
from memogen.model import Memo, Paragraph, Table
from memogen.sandbox import Formatted

ROOT = Path(__file__).parent.parent
SETTINGS = """\
[office]
name = "กรมตัวอย่าง"
unit = "กองทดสอบ"
code = "กษ ๑๑๑๓"

[[signers]]
key = "ผอ."
name = "นางสาวตัวอย่าง หนึ่งนาม"
position = "ผู้อำนวยการกองทดสอบ"
"""
HEADS = "เรื่อง: ก\nเรียน: ข\nผู้ลงนาม: ผอ.\n"
BOOK = "fixtures/แผน.xlsx"
ROWS: list[list[Any]] = [["โครงการ", "ผล", "งบ", "ปี"], ["ก", 0.838, 1397139.5, 2566], ["ข", 0.9, 1000, 2567]]
FORMATS = {"B2": "0.00%", "B3": "0.00%", "C2": "#,##0.00", "C3": "#,##0.00"}


@pytest.fixture
def office(tmp_path: Path) -> Folder:
    (tmp_path / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "fixtures").mkdir()
    (tmp_path / "letters").mkdir()
    return Folder.at(tmp_path)


def sheet_in(office: Folder, rows: Sequence[Sequence[Any]], **formats: str) -> Worksheet:
    """These rows as the one sheet of the workbook; `formats` of cells. `saved` writes it."""
    page = Workbook().worksheets[0]
    page.title = "แผน"
    for row in rows:
        page.append(list(row))
    for cell, code in formats.items():
        page[cell].number_format = code
    saved(page, office)
    return page


def saved(page: Worksheet, office: Folder) -> None:
    assert page.parent is not None
    page.parent.save(office.root / BOOK)


def read(office: Folder, source: str = f"{BOOK}#แผน") -> tuple[list[dict[str, Any]], list[Finding]]:
    """The rows that a letter gets, and what it is told."""
    letter = parse_letter(f"{HEADS}ข้อมูล: แผน = {source}\n\nก", "letters/x.md")
    data, told = data_of(office, letter)
    return data.get("แผน", []), told


def memo_of(office: Folder, body: str) -> Memo:
    path = office.root / "letters" / "x.md"
    path.write_text(f"{HEADS}ข้อมูล: แผน = {BOOK}\n\n{body}\n", encoding="utf-8")
    return office.compose_all([path], on=None, recipient=None)[0].memo


def text_of(office: Folder, body: str) -> str:
    (block,) = memo_of(office, body).blocks
    assert isinstance(block, Paragraph)
    return "".join(run.text for run in block.runs).replace("\u00a0", " ")


def cells_of(office: Folder, order: str) -> list[list[str]]:
    (table,) = memo_of(office, f"[[{order}]]").blocks
    assert isinstance(table, Table)
    return [["".join(run.text for run in cell).replace("\u00a0", " ") for cell in row] for row in table.rows]


class TestItems:
    def test_totals_notes_and_repeated_headers_are_no_items(self, office: Folder) -> None:
        head: list[Any] = ["ลำดับ", "โครงการ", "งบ"]
        rows = [
            ["แผน"],
            head,
            [1, "ก", 5],
            [2, "ข", 7],
            head,
            [3, "ค", 8],
            [None, "รวม", 20],
            ["หมายเหตุ : x"],
        ]
        sheet_in(office, rows)
        items, told = read(office)
        assert [item["โครงการ"] for item in items] == ["ก", "ข", "ค"]
        ((finding),) = told
        assert (finding.code, finding.severity, finding.file) == ("X40", Severity.INFO, BOOK)
        assert "3 รายการ (ไม่นับแถวรวม 7, ไม่นับหมายเหตุแถว 8, ข้ามหัวตารางที่พิมพ์ซ้ำแถว 5)" in finding.message
        assert f"{BOOK}#แผน" in finding.hint

    def test_groups_are_filled_down_and_wrapped_rows_joined(self, office: Folder) -> None:
        rows: list[list[Any]] = [
            ["ด้าน", "ที่", "โครงการ", "ผล"],
            ["ก", 1, "อบรม", 5],
            [None, None, "รุ่น ๑", None],
        ]
        sheet_in(office, [*rows, [None, 2, "ตรวจ", 6], ["ข", 3, "จัด", 7], [None, 4, "ทำ", 7]])
        items, told = read(office)
        assert [(item["ด้าน"], item["โครงการ"]) for item in items] == [
            ("ก", "อบรม\nรุ่น ๑"),
            ("ก", "ตรวจ"),
            ("ข", "จัด"),
            ("ข", "ทำ"),
        ]
        assert [finding.code for finding in told] == ["X40"]

    def test_a_plain_table_tells_nothing(self, office: Folder) -> None:
        sheet_in(office, [["โครงการ", "งบ"], ["ก", 5], ["ข", 7]])
        items, told = read(office)
        assert (items, told) == ([{"โครงการ": "ก", "งบ": 5}, {"โครงการ": "ข", "งบ": 7}], [])

    def test_what_may_not_be_meant_is_a_warning_a_kind(self, office: Folder) -> None:
        rows: list[list[Any]] = [["โครงการ", "งบ", "ผล"], *(["ก", at, 1] for at in range(8))]
        page = sheet_in(office, [*rows, ["ข", "1O5", 1], ["ค", "2O5", 1], ["ภาคเหนือ"], ["ง", 1, 1]])
        page.row_dimensions[3].hidden = page.row_dimensions[4].hidden = True
        saved(page, office)
        items, told = read(office)
        assert len(items) == 12
        assert [(finding.code, finding.severity) for finding in told] == [
            (code, Severity.WARNING) for code in ("X41", "X42", "X43")
        ]
        assert ["3-4" in told[0].message, "12" in told[1].message, told[2].cell] == [True, True, "B10"]
        assert all(finding.message and finding.hint for finding in told)

    def test_all_cells_that_cannot_be_read_stop_the_letter(self, office: Folder) -> None:
        sheet_in(office, [["โครงการ", "งบ"], ["ก", "=1+1"], ["ข", "#REF!"], ["ค", 1, "หลง"]])
        items, told = read(office)
        assert items == []
        assert [(finding.code, finding.cell) for finding in told] == [
            ("X09", "C4"),
            ("X10", "B2"),
            ("X11", "B3"),
        ]
        with pytest.raises(InputError) as stop:
            memo_of(office, "{{ แผน[0].งบ }}\n\n[[ตาราง: แผน]]")
        assert {finding.code for finding in stop.value.findings} == {"X09", "X10", "X11"}

    def test_a_sheet_that_is_not_there_is_told_at_the_letters_line(self, office: Folder) -> None:
        sheet_in(office, [["โครงการ", "งบ"], ["ก", 5]])
        ((finding),) = read(office, f"{BOOK}#แผ่น")[1]
        assert (finding.code, finding.file, finding.line) == ("X03", "letters/x.md", 4)

    def test_without_a_name_the_first_sheet_in_sight_is_read(self, office: Folder) -> None:
        page = sheet_in(office, [["โครงการ", "งบ"], ["ก", 5]])
        assert page.parent is not None
        page.parent.create_sheet("เก่า", 0).sheet_state = "hidden"
        saved(page, office)
        assert len(read(office, BOOK)[0]) == 1

    def test_a_sheet_without_a_table_stops_the_letter(self, office: Folder) -> None:
        sheet_in(office, [["คำอธิบาย"]])
        ((finding),) = read(office)[1]
        assert (finding.code, finding.file) == ("X07", BOOK)

    def test_a_csv_is_understood_too(self, office: Folder) -> None:
        (office.root / "fixtures" / "แผน.csv").write_text("ที่,งบ\n1,5\n2,7\nรวม,12\n", encoding="utf-8")
        items, told = read(office, "fixtures/แผน.csv")
        assert [item["งบ"] for item in items] == [5, 7]
        assert [finding.code for finding in told] == ["X40"]

    def test_a_batch_is_told_once_a_workbook(self, office: Folder) -> None:
        shutil.copytree(ROOT / "templates", office.root / "templates")
        sheet_in(office, [["ชื่อ", "งบ"], ["กองคลัง", 5], ["กองแผน", 7], ["รวม", 12]])
        units = office.root / "หน่วยงาน.csv"
        units.write_text("ชื่อ,เรียน\nกองคลัง,ผอ.ก\nกองแผน,ผอ.ข\n", encoding="utf-8")
        letter = office.root / "letters" / "x.md"
        source = f"ข้อมูล: แผน = {BOOK}\n\n[[ตาราง: แผน | เฉพาะ: ชื่อ = {{{{ หน่วยงาน.ชื่อ }}}}]]\n"
        letter.write_text(f"{HEADS.replace('ข', '{{ หน่วยงาน.เรียน }}')}{source}", encoding="utf-8")
        done = Workspace.at(office.root).batch(
            letter, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC), to=units, number="none", dry_run=True
        )
        assert [finding.code for finding in done.findings].count("X40") == 1


class TestNumbers:
    @pytest.mark.parametrize(
        ("body", "printed"),
        [
            ("ร้อยละ {{ แผน[0].ผล }}", "ร้อยละ ๘๓.๘๐"),
            ("{{ แผน[0].งบ }} บาท", "๑,๓๙๗,๑๓๙.๕๐ บาท"),
            ("{{ แผน[0].ปี }}", "๒๕๖๖"),
            ("{{ แผน[0].งบ|บาท }}", "๑,๓๙๗,๑๓๙.๕๐"),
            ("{{ แผน|รวม('ผล') }}", "๑๗๓.๘"),
            ("{{ แผน[1].ผล + 1 }}", "๙๑"),
            ("{{ แผน[0].งบ - แผน[1].งบ }}", "๑๓๙๖๑๓๙.๕"),
            ("{{ 'ผ่าน' if แผน[0].ผล >= 80 else 'ไม่ผ่าน' }}", "ผ่าน"),
            ("{{ แผน[0].ผล|round(1) }}", "๘๓.๘"),
            ("{{ แผน[0].ผล|เลขอารบิก }}", "83.80"),
            ("{{ แผน|join(', ', 'ผล') }}", "๘๓.๘๐, ๙๐.๐๐"),
        ],
    )
    def test_a_number_is_printed_as_excel_shows_it_and_counted_exactly(
        self, office: Folder, body: str, printed: str
    ) -> None:
        sheet_in(office, ROWS, **FORMATS)
        assert text_of(office, body) == printed

    def test_a_table_prints_the_same_and_its_total_like_its_column(self, office: Folder) -> None:
        sheet_in(office, ROWS, **FORMATS)
        assert cells_of(office, "ตาราง: แผน | คอลัมน์: โครงการ, ผล, งบ, ปี | รวม: ผล, งบ") == [
            ["ก", "๘๓.๘๐", "๑,๓๙๗,๑๓๙.๕๐", "๒๕๖๖"],
            ["ข", "๙๐.๐๐", "๑,๐๐๐.๐๐", "๒๕๖๗"],
            ["รวม", "๑๗๓.๘๐", "๑,๓๙๘,๑๓๙.๕๐", ""],
        ]

    def test_numbers_without_a_format_keep_their_decimals_beside_those_with_one(self, office: Folder) -> None:
        sheet_in(office, [["ก", "งบ"], ["x", 1000], ["y", 0.25]], B2="#,##0")
        assert cells_of(office, "ตาราง: แผน | รวม: งบ") == [
            ["x", "๑,๐๐๐"],
            ["y", "๐.๒๕"],
            ["รวม", "๑,๐๐๐.๒๕"],
        ]

    def test_rows_are_chosen_by_the_number_that_is_seen(self, office: Folder) -> None:
        sheet_in(office, ROWS, **FORMATS)
        assert cells_of(office, "ตาราง: แผน | คอลัมน์: โครงการ | เฉพาะ: ผล = ๘๓.๘๐") == [["ก"]]

    def test_a_merged_share_is_one_in_each_of_its_rows(self, office: Folder) -> None:
        page = sheet_in(office, [["โครงการ", "ผล"], ["ก", 0.5], ["ข", None]], B2="0%")
        page.merge_cells("B2:B3")
        saved(page, office)
        assert [item["ผล"] for item in read(office)[0]] == [50, 50]

    def test_what_is_counted_with_keeps_all_its_digits(self, office: Folder) -> None:
        sheet_in(office, [["ก", "ผล"], ["x", 0.123456]], B2="0%")
        ((item),) = read(office)[0]
        assert (item["ผล"], item["ผล"].text) == (Decimal("12.3456"), "12")

    def test_a_record_is_the_same_in_another_process(self, office: Folder) -> None:
        sheet_in(office, ROWS, **FORMATS)
        items, _told = read(office)
        again = pickle.loads(pickle.dumps(items))
        assert again == items
        assert isinstance(again[0]["ผล"], Formatted)
        assert (again[0]["ผล"].text, again[1].row.address("งบ")) == ("83.80", "C3")


def test_a_cell_that_cannot_be_added_up_is_told_with_workbook_sheet_and_cell(office: Folder) -> None:
    sheet_in(office, [["แผน ๒๕๖๖"], ["โครงการ", "งบ"], ["ก", 5], ["รวม", 5], ["ข", "ห้าพัน"]])
    with pytest.raises(InputError) as stop:
        memo_of(office, "[[ตาราง: แผน | รวม: งบ]]")
    (finding,) = [finding for finding in stop.value.findings if finding.severity is Severity.ERROR]
    assert (finding.code, finding.file, finding.line, finding.cell) == ("L26", "letters/x.md", 6, "B5")
    assert f"({BOOK} ชีต “แผน” ช่อง B5)" in finding.message


def test_a_column_whose_name_has_spaces_is_called_with_underscores(office: Folder) -> None:
    sheet_in(office, [["ชื่อ โครงการ", "ผล_จริง"], ["ก", 1], ["ข", 2]])
    rows = "{% for แถว in แผน if แถว.ชื่อ_โครงการ == 'ข' %}"
    body = rows + "\n{{ แถว.ชื่อ_โครงการ }} {{ แถว.ผล_จริง }}\n{% endfor %}"
    assert text_of(office, body) == "ข ๒"
    assert text_of(office, "{{ แผน[0].ชื่อ_โครงการ }}") == "ก"
