"""Workbooks are understood as offices keep them; what is not understood is told with its cell."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from memogen.errors import InputError
from memogen.sheets import Cell, Table, read_table
from memogen.sheets.bounds import MAX_COLUMNS, MAX_ROWS
from memogen.sheets.scan import troubles_in
from memogen.sheets.table import address

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows as openpyxl does; merges are like A1:B2."""

    def write(rows: list[list[Any]], *merges: str, name: str = "แผน.xlsx") -> Path:
        workbook = Workbook()
        sheet = workbook.active
        assert sheet is not None
        sheet.title = "แผน"
        for row in rows:
            sheet.append(row)
        for merge in merges:
            sheet.merge_cells(merge)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def raw_book(tmp_path: Path) -> Callable[[str], Path]:
    """A workbook whose sheet is this XML."""

    def write(sheet: str) -> Path:
        plain, workbook = io.BytesIO(), Workbook()
        workbook.worksheets[0]["A1"] = date(2023, 3, 27)  # makes the style s="1" that of a date
        workbook.save(plain)
        path = tmp_path / "raw.xlsx"
        with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                is_sheet = name == "xl/worksheets/sheet1.xml"
                new.writestr(name, sheet if is_sheet else old.read(name))
        return path

    return write


def sheet_xml(cells: str, after: str = "") -> str:
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>ก</t></is></c>'
    head += '<c r="B1" t="inlineStr"><is><t>ข</t></is></c></row>'
    return f"<worksheet {MAIN}><sheetData>{head}{cells}</sheetData>{after}</worksheet>"


def values(table: Table) -> list[list[Any]]:
    return [[cell.value for cell in row.cells] for row in table.rows]


def faults(path: Path, sheet: str | None = None) -> list[tuple[str, str | None]]:
    with pytest.raises(InputError) as error:
        read_table(path, sheet)
    assert all(finding.file == path.as_posix() and finding.hint for finding in error.value.findings)
    return [(finding.code, finding.cell) for finding in error.value.findings]


Book = Callable[..., Path]


class TestTable:
    def test_every_value_keeps_its_cell(self, book: Book) -> None:
        table = read_table(book([["ชื่อ", "ค่า"], ["กองตัวอย่าง", 12.50]]))
        assert (table.sheet, table.columns) == ("แผน", ("ชื่อ", "ค่า"))
        assert table.rows[0].number == 2
        assert table.rows[0]["ค่า"] == Cell(Decimal("12.5"), "B2", "12.5")
        assert table.records() == [{"ชื่อ": "กองตัวอย่าง", "ค่า": Decimal("12.5")}]

    def test_titles_above_the_header_are_passed_over(self, book: Book) -> None:
        rows = [["แผนปฏิบัติการ"], [], ["หน่วยงาน", "หน่วยงาน"], [None, "ชื่อ", "ค่า"], [None, "ก", 1]]
        table = read_table(book(rows, "A1:C1"))
        assert table.columns == ("ชื่อ", "ค่า")
        assert table.rows[0]["ชื่อ"].address == "B5"

    def test_header_names_are_tidied(self, book: Book) -> None:
        rows = [[" ชื่อ\nหน่วยงาน ", "ค่า  เป้า\u200bหมาย", 2566], ["ก", 1, 2]]
        assert read_table(book(rows)).columns == ("ชื่อ หน่วยงาน", "ค่า เป้าหมาย", "2566")

    def test_a_header_may_be_any_value(self, book: Book) -> None:
        rows = [[date(2566, 10, 1), date(2568, 2, 29), 1.5], [1, 2, 3]]
        assert read_table(book(rows)).columns == ("2023-10-01", "2568-02-29", "1.5")

    def test_a_list_of_one_column_is_a_table(self, book: Book) -> None:
        table = read_table(book([["หน่วยงาน"], ["กอง ก"], ["กอง ข"]]))
        assert table.records() == [{"หน่วยงาน": "กอง ก"}, {"หน่วยงาน": "กอง ข"}]

    def test_blank_rows_and_columns_are_left_out(self, book: Book) -> None:
        rows = [["ก", "ข", None, None], [1, 2], [None, " "], [3, 4], [None, "  ", " ", ""]]
        table = read_table(book(rows))
        assert table.columns == ("ก", "ข")
        assert [row.number for row in table.rows] == [2, 4]

    def test_an_empty_named_column_stays(self, book: Book) -> None:
        assert values(read_table(book([["ก", "หมายเหตุ"], [1, None]]))) == [[Decimal(1), None]]

    def test_the_second_heading_row_under_a_merged_one_is_part_of_the_name(self, book: Book) -> None:
        rows = [["ตัวชี้วัด", "ค่าเป้าหมาย", None, "ผล"], [None, 1, 2, None], ["ก", 80, 90, 85]]
        for merges in (("A1:A2", "B1:C1", "D1:D2"), ("B1:C1",)):
            table = read_table(book(rows, *merges))
            assert table.columns == ("ตัวชี้วัด", "ค่าเป้าหมาย 1", "ค่าเป้าหมาย 2", "ผล")
            assert values(table) == [["ก", Decimal(80), Decimal(90), Decimal(85)]]

    def test_a_wide_heading_over_wide_cells_is_one_column(self, book: Book) -> None:
        table = read_table(book([["ก", "รายการ", None], [1, "x", None]], "B1:C1", "B2:C2"))
        assert table.columns == ("ก", "รายการ")


class TestMerged:
    def test_a_group_cell_counts_for_every_row_and_keeps_its_address(self, book: Book) -> None:
        rows = [["ด้าน", "ตัวชี้วัด"], ["ก", 1], [None, 2], [None, 3], ["ข", 4]]
        table = read_table(book(rows, "A2:A4"))
        assert [row["ด้าน"].value for row in table.rows] == ["ก", "ก", "ก", "ข"]
        assert table.rows[2]["ด้าน"].address == "A2"

    def test_an_empty_cell_elsewhere_in_the_column_stays_empty(self, book: Book) -> None:
        rows = [["ด้าน", "ตัวชี้วัด"], ["ก", 1], [None, 2], [None, 3]]
        assert [row["ด้าน"].value for row in read_table(book(rows, "A2:A3")).rows] == ["ก", "ก", None]

    def test_a_cell_merged_sideways_counts_for_each_column(self, book: Book) -> None:
        assert values(read_table(book([["ก", "ข", "ค"], ["x", None, 1]], "A2:B2"))) == [
            ["x", "x", Decimal(1)]
        ]

    def test_a_cell_is_wide_when_it_covers_other_columns(self, book: Book) -> None:
        rows = [["ก", "ข", "ค"], ["x", None, 1], ["y", 2, 3], [None, 4, 5]]
        table = read_table(book(rows, "A2:B2", "A3:A4"))
        assert [[row.is_wide(column) for column in row] for row in table.rows] == [
            [True, True, False],
            [False, False, False],
            [False, False, False],
        ]

    def test_a_merge_over_the_whole_sheet_is_bounded(self, raw_book: Book) -> None:
        rows = '<row r="2"><c r="A2"><v>1</v></c></row>'
        merge = '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'
        assert values(read_table(raw_book(sheet_xml(rows, merge)))) == [[Decimal(1), Decimal(1)]]

    def test_merges_over_one_another_are_damage(self, raw_book: Book) -> None:
        rows = '<row r="2"><c r="A2"><v>1</v></c></row>'
        merge = "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 3 + "</mergeCells>"
        assert faults(raw_book(sheet_xml(rows, merge))) == [("X05", None)]


class TestValues:
    @pytest.mark.parametrize(
        ("typed", "value", "text"),
        [
            (12, Decimal(12), "12"),
            (-3.25, Decimal("-3.25"), "-3.25"),
            (0.1 + 0.2, Decimal("0.3"), "0.3"),
            (1397139.5, Decimal("1397139.5"), "1397139.5"),
            (123456789012, Decimal(123456789012), "123456789012"),
            (1e20, Decimal("1e20"), "100000000000000000000"),
            ("0812345678", "0812345678", "0812345678"),
            ("1103702071811", "1103702071811", "1103702071811"),
            ("๑๒.๕๐", "๑๒.๕๐", "๑๒.๕๐"),
            (" ก\nข ", "ก\nข", "ก\nข"),
            (True, True, "TRUE"),
            (date(2023, 3, 27), date(2023, 3, 27), "2023-03-27"),
            (date(2566, 3, 27), date(2023, 3, 27), "2023-03-27"),
            (datetime(2566, 3, 27, 9, 30), date(2023, 3, 27), "2023-03-27 09:30"),
            (date(2400, 1, 1), date(1857, 1, 1), "1857-01-01"),
            (date(2399, 12, 31), date(2399, 12, 31), "2399-12-31"),
        ],
    )
    def test_a_cell_is_understood(self, book: Book, typed: Any, value: Any, text: str) -> None:
        cell = read_table(book([["ก", "ข"], ["x", typed]])).rows[0]["ข"]
        assert (cell.value, cell.text) == (value, text)
        assert type(cell.value) is type(value)

    def test_a_wrong_dimension_drops_no_row(self, raw_book: Book) -> None:
        rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(2, 102))
        sheet = sheet_xml(rows).replace("<sheetData>", '<dimension ref="A1:A3"/><sheetData>')
        assert len(read_table(raw_book(sheet)).rows) == 100

    def test_a_calculated_formula_gives_its_value(self, raw_book: Book) -> None:
        rows = '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>""</f><v></v></c></row>'
        assert values(read_table(raw_book(sheet_xml(rows)))) == [[Decimal(2), None]]


class TestFaults:
    def test_all_are_told_at_once_with_their_cells(self, book: Book) -> None:
        rows = [
            ["ก", "ข", "ก", None],
            ["=1+1", date(2568, 2, 28), 1, None],
            [1, "#REF!", 2, "หลง"],
            [1, 2, None, None],
        ]
        path = book(rows)
        with pytest.raises(InputError) as error:
            read_table(path)
        assert [finding.text for finding in error.value.findings] == ["ก", "หลง", "", "#REF!"]
        assert faults(path) == [("X08", "C1"), ("X09", "D3"), ("X10", "A2"), ("X11", "B3")]

    def test_a_day_in_no_calendar(self, book: Book) -> None:
        assert faults(book([["ก", "ข"], ["x", date(2568, 2, 29)]])) == [("X12", "B2")]

    @pytest.mark.parametrize("number", ["NaN", "1e999"])
    def test_a_number_without_end(self, raw_book: Book, number: str) -> None:
        path = raw_book(sheet_xml(f'<row r="2"><c r="A2"><v>{number}</v></c></row>'))
        assert faults(path) == [("X11", "A2")]

    def test_a_panic_inside_calamine_is_damage(self, raw_book: Book) -> None:
        rows = '<row r="2"><c r="A2" s="1"><v>-1e300</v></c></row>'
        assert faults(raw_book(sheet_xml(rows))) == [("X05", None)]

    def test_a_message_says_sheet_and_cell(self, book: Book) -> None:
        with pytest.raises(InputError) as error:
            read_table(book([["ก", "ข"], ["x", "=NA()"]]))
        assert "ชีต “แผน” ช่อง B2" in error.value.findings[0].message

    def test_faults_above_the_header_do_not_matter(self, book: Book) -> None:
        assert values(read_table(book([["=TODAY()"], ["ก", "ข"], ["x", "y"]]))) == [["x", "y"]]

    def test_rules_after_the_cells_are_not_taken_for_formulas(self, raw_book: Book) -> None:
        after = '<extLst><ext><x:f xmlns:x="urn:x">A1</x:f></ext></extLst>'
        rows = '<row r="2"><c r="A2"><v>1</v></c></row>'
        assert values(read_table(raw_book(sheet_xml(rows, after)))) == [[Decimal(1), None]]

    def test_many_alike_are_counted(self, book: Book) -> None:
        with pytest.raises(InputError) as error:
            read_table(book([["ก", "ข"], *([1, "=1+1"] for _ in range(25))]))
        assert len(error.value.findings) == 21
        assert "5 ช่อง" in error.value.findings[-1].message

    @pytest.mark.parametrize("rows", [[], [["เพียงชื่อเรื่อง"], [None, None, "x"]]])
    def test_a_sheet_without_header(self, book: Book, rows: list[list[Any]]) -> None:
        assert faults(book(rows)) == [("X07", None)]


class TestChoosing:
    def book_of_sheets(self, folder: Path) -> Path:
        workbook = Workbook()
        for name, state in (("ซ่อน", "hidden"), ("แผนงาน", "visible"), ("ตัวชี้วัด", "visible")):
            sheet = workbook.create_sheet(name)
            sheet.sheet_state = state
            sheet.append(["ชีต", "ค่า"])
            sheet.append([name, 1])
        del workbook["Sheet"]
        workbook.save(folder / "แผน.xlsx")
        return folder / "แผน.xlsx"

    @pytest.mark.parametrize(("wanted", "sheet"), [(None, "แผนงาน"), ("ตัวชี้วัด", "ตัวชี้วัด"), ("ซ่อน", "ซ่อน")])
    def test_the_named_sheet_or_the_first_in_sight(
        self, tmp_path: Path, wanted: str | None, sheet: str
    ) -> None:
        table = read_table(self.book_of_sheets(tmp_path), wanted)
        assert (table.sheet, table.rows[0]["ชีต"].value) == (sheet, sheet)

    def test_an_unknown_sheet_names_the_nearest(self, tmp_path: Path) -> None:
        with pytest.raises(InputError) as error:
            read_table(self.book_of_sheets(tmp_path), "ตัวชีวัด")
        (finding,) = error.value.findings
        assert finding.code == "X03"
        assert "ตัวชี้วัด" in finding.hint

    def test_a_missing_file_names_the_nearest(self, tmp_path: Path) -> None:
        self.book_of_sheets(tmp_path)
        with pytest.raises(InputError) as error:
            read_table(tmp_path / "แผ.xlsx")
        assert error.value.findings[0].code == "X01"
        assert "แผน.xlsx" in error.value.findings[0].hint

    def test_another_kind_of_file(self, tmp_path: Path) -> None:
        (tmp_path / "แผน.ods").write_bytes(b"")
        assert faults(tmp_path / "แผน.ods") == [("X02", None)]

    def test_an_old_workbook_under_a_new_name(self, tmp_path: Path) -> None:
        old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le")
        (tmp_path / "แผน.xlsx").write_bytes(old)
        assert faults(tmp_path / "แผน.xlsx") == [("K03", None)]

    def test_the_shown_name_stands_in_the_finding(self, tmp_path: Path) -> None:
        with pytest.raises(InputError) as error:
            read_table(tmp_path / "x.xlsx", file="fixtures/x.xlsx")
        assert error.value.findings[0].file == "fixtures/x.xlsx"


def outcome(sheet: str) -> object:
    """What the look through a sheet says, be it an error."""
    try:
        return troubles_in(sheet.encode(), file="x", sheet="y")
    except InputError as error:
        return [(finding.code, finding.cell) for finding in error.findings]


PARTS_OF_CELLS = st.tuples(
    st.sampled_from(
        ["", *(f' r="{c}{r}"' for c in ("A", "Z", "GR", "GS", "XFD") for r in (1, 9, 20_000, 20_001))]
    ),
    st.sampled_from(["", ' s="3"', ' s="3" t="s"', ' t="n"', ' t="str"', ' t="e"']),
    st.sampled_from(
        ["<v>1</v>", "<v>1</v>", "<v></v>", "<v>#REF!</v>", "<f>A1</f>", "<f>A1</f><v>2</v>", ""]
    ),
)


class TestHostile:
    @given(st.lists(PARTS_OF_CELLS, max_size=8), st.sampled_from(["", ' r="2"', ' r="20001"']))
    @example([(f' r="{address(MAX_ROWS - 1, MAX_COLUMNS)}"', "", "<v>1</v>"), (' r="A1"', "", "")], "")
    @example([(f' r="{address(MAX_ROWS, MAX_COLUMNS - 1)}"', "", "<v>1</v>"), (' r="A1"', "", "")], "")
    @example([(' r="GR1"', "", "<v>1</v>"), ("", "", "<v>1</v>")], "")
    def test_plain_cells_are_passed_over_and_nothing_else(self, cells: list[Any], row: str) -> None:
        texts = [
            f"<c{reference}{kind}>{value}</c>".replace("></c>", "/>") for reference, kind, value in cells
        ]
        plain = sheet_xml(f"<row{row}>{''.join(texts)}</row>")
        assert outcome(plain) == outcome(plain.replace("<c ", "<c  "))  # two blanks: looked at one by one

    @pytest.mark.parametrize(
        ("rows", "cell"),
        [
            ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "XFD1048576"),
            ('<row r="2"><c r="GS2"><v>1</v></c></row>', "GS2"),
            ('<row r="20001"><c r="A20001" t="str"><v></v></c></row>', "A20001"),
            ('<row r="2"><c s="1" r = "XFD1048576"><v>1</v></c></row>', "XFD1048576"),
            ('<row r="2"><c s="&gt;" r="&#88;FD1"><v>1</v></c></row>', "XFD1"),
            ('<row r="1048575"/><row><c><v>1</v></c></row>', "A1048576"),
            ('<row r="2"><c r="GR2"/><c><v>1</v></c></row>', "GS2"),
            ('<row r="2"><c r="A1048576"/><c><v>1</v></c></row>', "A1048576"),
            ('<row r="2"><x:c xmlns:x="urn:x" r="XFD1048576"><x:v>1</x:v></x:c></row>', "XFD1048576"),
        ],
    )
    def test_a_value_far_out_is_refused_before_calamine(self, raw_book: Book, rows: str, cell: str) -> None:
        assert faults(raw_book(sheet_xml(rows))) == [("X04", cell)]

    def test_the_last_place_within_bounds_is_read(self, raw_book: Book) -> None:
        rows = '<row r="2"><c r="A2"><v>1</v></c></row><row r="20000"><c r="B20000"><v>9</v></c></row>'
        table = read_table(raw_book(sheet_xml(rows)))
        assert table.rows[-1]["ข"] == Cell(Decimal(9), "B20000", "9")

    def test_a_format_far_out_does_no_harm(self, raw_book: Book) -> None:
        rows = '<row r="2"><c r="A2"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
        assert len(read_table(raw_book(sheet_xml(rows))).rows) == 1

    @pytest.mark.parametrize(
        "rows",
        [
            '<row r="2"><c r="ก2"><v>1</v></c></row>',
            '<row r="2"><c r="a2"><v>1</v></c></row>',
            '<row r="2"><c r="A"><v>1</v></c></row>',
            '<row r="2"><c r="ZZZZZZ1"><v>1</v></c></row>',
            '<row r="-1"><c><v>1</v></c></row>',
            '<row r="2"><c r="A2"><v>1</v></row>',
            '<row r="2"><c r="A2" t="s"><v>99</v></c></row>',
        ],
    )
    def test_a_sheet_that_excel_never_wrote_is_damage(self, raw_book: Book, rows: str) -> None:
        assert faults(raw_book(sheet_xml(rows))) == [("X05", None)]

    def test_entities_are_refused(self, raw_book: Book) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + sheet_xml("")
        assert faults(raw_book(bomb)) == [("K07", None)]

    def test_a_sheet_of_blanks_is_refused_at_once(self, raw_book: Book) -> None:
        path = raw_book(sheet_xml(" " * (19 * 1024**2)))
        started = time.perf_counter()
        assert faults(path) == [("K05", None)]
        assert time.perf_counter() - started < 0.5


class TestCsv:
    LINES = 'แผน,,\nชื่อ,รหัส,ค่า\n"กอง, ก",0812,"1,234.50"\nกอง ข,1103702071811,-5\n,,\n'

    def write(self, folder: Path, content: bytes, name: str = "แผน.csv") -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874"])
    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    def test_the_encodings_of_thai_offices(self, tmp_path: Path, encoding: str, newline: str) -> None:
        table = read_table(self.write(tmp_path, self.LINES.replace("\n", newline).encode(encoding)))
        assert (table.sheet, table.columns) == ("", ("ชื่อ", "รหัส", "ค่า"))
        assert values(table) == [
            ["กอง, ก", "0812", Decimal("1234.50")],
            ["กอง ข", "1103702071811", Decimal(-5)],
        ]
        assert table.rows[1]["ค่า"].address == "C4"

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_the_delimiter_is_found(self, tmp_path: Path, delimiter: str) -> None:
        rows = [["ชื่อ", "คำอธิบาย", "ค่า"], ["ก", '"หนึ่ง, สอง; สาม"', "1"], ["ข", "ธรรมดา", "2"]]
        content = "\n".join(delimiter.join(row) for row in rows)
        assert read_table(self.write(tmp_path, content.encode())).columns == ("ชื่อ", "คำอธิบาย", "ค่า")

    def test_commas_in_the_text_do_not_beat_the_tab(self, tmp_path: Path) -> None:
        content = "ชื่อ\tหมายเหตุ\nก\tหนึ่ง, สอง, สาม\nข\tสี่\n"
        table = read_table(self.write(tmp_path, content.encode(), "แผน.tsv"))
        assert values(table)[0] == ["ก", "หนึ่ง, สอง, สาม"]

    def test_a_delimiter_that_tears_quotation_marks_apart_is_none(self, tmp_path: Path) -> None:
        rows = ['"ก","ข"', '"x","เลขที่ ๑; ถนน ก; แขวง ข"', '"y","1; 2; 3\n4; 5; 6\n7; 8; 9"']
        table = read_table(self.write(tmp_path, "\n".join(rows).encode()))
        assert values(table)[0] == ["x", "เลขที่ ๑; ถนน ก; แขวง ข"]

    def test_a_line_break_inside_quotation_marks_stays_in_its_cell(self, tmp_path: Path) -> None:
        table = read_table(self.write(tmp_path, 'ก,ข\n"บน\nล่าง",2\nx,3\n'.encode()))
        assert values(table)[0][0] == "บน\nล่าง"
        assert table.rows[1]["ข"].address == "B3"

    @pytest.mark.parametrize("text", ["=1+1", "+66", "@x", "-5", " =1"])
    def test_the_guard_of_our_own_export_is_taken_off(self, tmp_path: Path, text: str) -> None:
        table = read_table(self.write(tmp_path, f'ก,ข\nx,"\'{text}"\n'.encode()))
        assert table.rows[0]["ข"].value == text.strip()

    def test_an_open_quotation_mark_names_its_line(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, 'ก,ข\n"x,2\ny,3\n'.encode())
        with pytest.raises(InputError) as error:
            read_table(path)
        assert error.value.findings[0].code == "X05"
        assert error.value.findings[0].line is not None

    def test_an_unknown_encoding_names_its_line(self, tmp_path: Path) -> None:
        path = self.write(tmp_path, b"a,b\n1,2\n\x81\xff,3\n")
        with pytest.raises(InputError) as error:
            read_table(path)
        assert [(finding.code, finding.line) for finding in error.value.findings] == [("X06", 3)]

    def test_data_beyond_the_header_is_told(self, tmp_path: Path) -> None:
        assert faults(self.write(tmp_path, "ก,ข\n1,2,หลง\n".encode())) == [("X09", "C2")]

    @pytest.mark.parametrize("content", ["ก,ข\n" + "1,2\n" * 20_000, ",".join(["ก"] * 201)])
    def test_too_large_a_table_is_refused(self, tmp_path: Path, content: str) -> None:
        assert [code for code, _cell in faults(self.write(tmp_path, content.encode()))] == ["X04"]

    def test_an_empty_file_has_no_header(self, tmp_path: Path) -> None:
        assert faults(self.write(tmp_path, b"")) == [("X07", None)]


def test_reading_needs_neither_openpyxl_nor_lxml(book: Book) -> None:
    program = (
        "import sys; from pathlib import Path; from memogen.sheets import read_table;"
        "read_table(Path(sys.argv[1])); print(sorted({'openpyxl', 'lxml'} & set(sys.modules)))"
    )
    root = Path(__file__).parents[1]
    path = book([["ก", "ข"], [1, 2]])
    call = [sys.executable, "-c", program, str(path)]
    assert subprocess.run(call, cwd=root, capture_output=True, text=True).stdout == "[]\n"


def test_a_damaged_utf8_csv_is_refused_and_never_read_as_gibberish(tmp_path: Path) -> None:
    path = tmp_path / "แผน.csv"
    damaged = "สาย,ราย\nสามสาย,สอสาร\n".encode() + b"\xe0\xb8,x\n"
    assert damaged.decode("cp874")  # every byte is a letter there too
    path.write_bytes(damaged)
    with pytest.raises(InputError) as error:
        read_table(path)
    assert [(finding.code, finding.line) for finding in error.value.findings] == [("X06", 3)]


def test_a_csv_in_utf16_as_excel_saves_unicode_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "แผน.csv"
    path.write_bytes("หน่วยงาน\tเรื่อง\nกองคลัง\tจัดซื้อ\n".encode("utf-16"))
    assert read_table(path).records() == [{"หน่วยงาน": "กองคลัง", "เรื่อง": "จัดซื้อ"}]
