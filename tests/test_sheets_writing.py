"""Workbooks are written as text cells only, ready to print, the same bytes every time; and read raw."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from cases import each
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from memogen.errors import InputError
from memogen.sheets import read_table
from memogen.sheets.raw import read_sheets
from memogen.sheets.writing import MAX_TEXT, Heading, Line, Sheet, write_csv, write_sheets

AT = datetime(2023, 3, 27, 9, 30, tzinfo=UTC)
TWO = (Heading("เลข", 8, True), Heading("เรื่อง", 30))


def sheet(*rows: tuple[str, str], name: str = "ส่ง", **given: Any) -> Sheet:
    return Sheet(name=name, titles=("ทะเบียน",), headings=TWO, lines=[Line(row) for row in rows], **given)


def write(*sheets: Sheet) -> bytes:
    return write_sheets(sheets, title="ทะเบียน", created=AT)


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@each("text", ["=1+1", "+1", "-1", "@x", "007", "1e5", "http://x.th", "TRUE", "2023-03-27", "{=A1}"])
def test_every_cell_is_the_text_that_was_given(text: str) -> None:
    cell = opened(write(sheet(("๑", text)))).worksheets[0]["B3"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.hyperlink is None


def test_titles_and_headings_are_repeated_on_every_page() -> None:
    page = opened(write(sheet(("๑", "ก")))).worksheets[0]
    assert (page.print_title_rows, page.freeze_panes) == ("$1:$2", "A3")
    assert [str(merge) for merge in page.merged_cells.ranges] == ["A1:B1"]


def test_the_same_sheets_give_the_same_bytes_and_the_moment_is_the_callers() -> None:
    content = write(sheet(("๑", "ก")))
    assert content == write(sheet(("๑", "ก")))
    assert opened(content).properties.created == datetime(2023, 3, 27, 9, 30)
    assert {info.date_time[:3] for info in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(1980, 1, 31)}


def test_names_that_excel_refuses_are_made_legal_and_different() -> None:
    long = "ก" * 40
    names = opened(write(*(sheet(name=name) for name in ("a/b:c", long, long, "A-B-C", "")))).sheetnames
    assert names == ["a-b-c", "ก" * 31, "ก" * 27 + " (2)", "A-B-C (2)", "-"]


def test_an_ampersand_in_the_footer_is_a_letter() -> None:
    footer = opened(write(sheet(footer="ก&P ข"))).worksheets[0].oddFooter
    assert footer.left.text == "ก&&P ข"


def test_long_texts_make_their_row_higher() -> None:
    page = opened(write(sheet(("๑", "สั้น"), ("๒", "ยาวมาก " * 30), ("๓", "ก\nข\nค")))).worksheets[0]
    low, high, lines = (page.row_dimensions[row].height for row in (3, 4, 5))
    assert high is not None
    assert low is not None
    assert lines is not None
    assert low < lines < high <= 409


def test_a_text_that_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="row 3"):
        write(sheet(("๑", "ก" * (MAX_TEXT + 1))))


def test_the_first_cells_of_a_line_may_be_struck_through() -> None:
    lines = [Line(("๑", "ก")), Line(("๒", "ข"), struck=1)]
    page = opened(write(Sheet(name="ส่ง", titles=(), headings=TWO, lines=lines))).worksheets[0]
    assert [page[cell].font.strike for cell in ("A2", "A3", "B3")] == [None, True, None]


def test_raw_sheets_hold_every_cell_with_its_address(tmp_path: Path) -> None:
    workbook = Workbook()
    first, second = workbook.worksheets[0], workbook.create_sheet("สอง")
    first.append(["ก", None, 1])
    first.append([None, date(2566, 3, 27), "=A1"])
    first.merge_cells("A1:B1")
    second.sheet_state = "hidden"
    workbook.save(tmp_path / "x.xlsx")
    one, two = read_sheets(tmp_path / "x.xlsx")
    assert [[cell and (cell.address, cell.text) for cell in row] for row in one.rows] == [
        [("A1", "ก"), ("A1", "ก"), ("C1", "1")],
        [None, ("B2", "2023-03-27"), None],
    ]
    assert [(finding.code, finding.cell) for finding in one.findings] == [("X10", "C2")]
    assert (two.name, two.is_visible, two.is_empty) == ("สอง", False, True)


def test_raw_sheets_of_a_csv_are_one_without_a_name(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes("ก,ข\n๑,\n".encode("cp874"))
    (only,) = read_sheets(tmp_path / "x.csv")
    assert (only.name, only.is_visible, len(only.rows)) == ("", True, 2)


def test_raw_sheets_of_another_kind_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.xls").write_bytes(b"")
    with pytest.raises(InputError) as error:
        read_sheets(tmp_path / "x.xls")
    assert error.value.findings[0].code == "X02"


class TestCsv:
    def test_excel_opens_it_in_thai_by_a_double_click(self) -> None:
        content = write_csv(("ผู้รับ", "เลขที่"), [("กอง “ก”", 'กษ ๑/ว๗๑ "ด่วน"')])
        assert content.decode("utf-8") == '\ufeff"ผู้รับ","เลขที่"\r\n"กอง “ก”","กษ ๑/ว๗๑ ""ด่วน"""\r\n'

    @each("text", ["=1+1", "+66", "-5", "@x", "\t=1", "\r1", "\u200b=1", "＝1", " \n@x", "'=1"])
    def test_what_a_spreadsheet_would_run_stands_behind_a_quote(self, text: str) -> None:
        assert f'"\'{text}"\r\n'.encode() in write_csv(["ก"], [[text]])

    @each("text", ["ก=1", "'ก", "''", "1-2", "a@b.th", ""])
    def test_other_texts_stand_as_they_are(self, text: str) -> None:
        assert f'"{text}"\r\n'.encode() in write_csv(["ก"], [[text]])

    @given(
        st.lists(
            st.lists(st.text("กa='+-@＝ \t\n\r;,\"\u200b", max_size=9), min_size=3, max_size=3), max_size=9
        )
    )
    @example([["ก", "ก;ข;ค\nก;ข;ค\nก;ข;ค\nก;ข;ค", ""]])
    @example([["''=1", "'\n-", "-"]])
    def test_every_table_comes_back_as_it_was(
        self, tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
    ) -> None:
        path = tmp_path_factory.mktemp("csv") / "x.csv"
        path.write_bytes(write_csv(("ก", "ข", "ค"), rows))
        back = [[cell.value or "" for cell in row.cells] for row in read_table(path).rows]
        assert back == [[text.strip() for text in row] for row in rows if any(map(str.strip, row))]
