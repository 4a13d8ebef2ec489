"""Tables as people lay them out: what is an item, what is not, and what was done to the rows is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cases import each
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from memogen.errors import InputError
from memogen.sheets import read_table
from memogen.sheets.bounds import MAX_ROWS
from memogen.sheets.formats import as_percent, percent_places
from memogen.sheets.grid import Grid
from memogen.sheets.kinds import Sort, number_in
from memogen.sheets.raw import read_sheets
from memogen.sheets.scan import look_through
from memogen.sheets.sorting import Understood, read_understood, understood

Book = Callable[..., Path]

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_of(*rows: Sequence[Any], merges: tuple[str, ...] = ()) -> Understood:
    """These rows understood; None is an empty cell."""
    width = max(map(len, rows))
    filled = [[cell if cell is not None else "" for cell in row] + [""] * (width - len(row)) for row in rows]
    corners = [_corners(merge) for merge in merges]
    return understood(Grid(file="แผน.xlsx", sheet="แผน", rows=filled, merges=corners))


def _corners(merge: str) -> tuple[tuple[int, int], tuple[int, int]]:
    low, _colon, high = merge.partition(":")
    return (int(low[1:]) - 1, ord(low[0]) - 65), (int(high[1:]) - 1, ord(high[0]) - 65)


def values(sheet: Understood) -> list[list[Any]]:
    assert sheet.table is not None
    return [[cell.value for cell in row.cells] for row in sheet.table.rows]


def columns(sheet: Understood) -> tuple[str, ...]:
    assert sheet.table is not None
    return sheet.table.columns


class TestHeaders:
    def test_headings_typed_once_over_several_columns_are_joined_without_a_merge(self) -> None:
        sheet = sheet_of(
            ["ตัวชี้วัด", "ค่าเป้าหมาย", None, None, "ผล"],
            [None, "๑", "๒", "๓", None],
            ["ก", 60, 70, 80, 75],
            ["ข", 50, 60, 70, 65],
        )
        assert sheet.header == (1, 2)
        assert columns(sheet) == ("ตัวชี้วัด", "ค่าเป้าหมาย ๑", "ค่าเป้าหมาย ๒", "ค่าเป้าหมาย ๓", "ผล")

    def test_three_rows_of_headings_under_merges(self) -> None:
        sheet = sheet_of(
            ["โครงการ", "งบประมาณ", None, None],
            [None, "ปี ๒๕๖๕", "ปี ๒๕๖๖", None],
            [None, "แผน", "แผน", "ผล"],
            ["ก", 1, 2, 3],
            merges=("A1:A3", "B1:D1", "C2:D2"),
        )
        assert sheet.header == (1, 3)
        assert columns(sheet) == (
            "โครงการ",
            "งบประมาณ ปี ๒๕๖๕ แผน",
            "งบประมาณ ปี ๒๕๖๖ แผน",
            "งบประมาณ ปี ๒๕๖๖ ผล",
        )

    @each(
        "row",
        [
            [None, "กอง ข", "หลง"],  # fills a column that has a heading of its own
            [None, 12, 7],  # numbers are data
        ],
    )
    def test_a_row_of_data_is_no_heading(self, row: list[Any]) -> None:
        sheet = sheet_of(["ลำดับ", "หน่วยงาน", "ผล", None], row, ["๑", "กอง ก", 5, None])
        assert sheet.header == (1, 1)

    def test_a_header_typed_again_on_each_page_is_passed_over(self) -> None:
        head = ["ลำดับ", "หน่วยงาน", "ผล"]
        sheet = sheet_of(["แผน"], head, [1, "ก", 2], [None, None, None], ["แผน"], head, [2, "ข", 3])
        assert values(sheet) == [[Decimal(1), "ก", Decimal(2)], [Decimal(2), "ข", Decimal(3)]]
        assert sheet.repeated == (5, 6)

    def test_a_header_of_two_rows_typed_again_is_passed_over(self) -> None:
        head = [["ก", "ผล", None], [None, "แผน", "ทำได้"]]
        merges = ("A1:A2", "B1:C1", "A4:A5", "B4:C4")
        sheet = sheet_of(*head, ["x", 1, 2], *head, ["y", 3, 4], merges=merges)
        assert sheet.repeated == (4, 5)
        assert len(values(sheet)) == 2


class TestTitles:
    """Rows above the header that have two values."""

    HEAD = ("ลำดับ", "โครงการ", "หน่วยงาน", "งบประมาณ", "ผล")
    ITEM = (1, "ก", "กองคลัง", 5, "ดี")

    @pytest.mark.parametrize(
        ("rows", "merges", "header"),
        [
            pytest.param([["แผนงาน", None, None, None, "หน่วย : บาท"]], (), 2, id="unit at the right"),
            pytest.param(
                [["แผนงาน", None, None, "(หน่วย: บาท)", None]], ("A1:C1", "D1:E1"), 2, id="merged unit"
            ),
            pytest.param(
                [["แผนงาน", None, None, "ปีงบประมาณ พ.ศ. ๒๕๖๖", None]], ("A1:C1", "D1:E1"), 2, id="year"
            ),
            pytest.param(
                [["สรุปผลการดำเนินงานตามแผนปรับปรุงการให้บริการ", None, None, "กองคลัง", None]],
                ("A1:C1", "D1:E1"),
                2,
                id="long title beside another",
            ),
            pytest.param([["แผนงาน", None, None, None, "กองคลัง"]], (), 2, id="nothing over three columns"),
            pytest.param(
                [["แผนงาน", None, None, "กองคลัง", None]], ("A1:B1",), 2, id="nothing over two columns"
            ),
            pytest.param(
                [
                    ["แผนงาน", None, None, None, "หน้า ๑"],
                    ["กรมตัวอย่าง"],
                    ["หน่วยงาน : กองคลัง", None, None, "ผู้รายงาน : นาง ก", None],
                    [None],
                ],
                (),
                5,
                id="several",
            ),
        ],
    )
    def test_a_title_with_two_values_is_no_header(
        self, rows: list[list[Any]], merges: tuple[str, ...], header: int
    ) -> None:
        sheet = sheet_of(*rows, self.HEAD, self.ITEM, merges=merges)
        assert sheet.header == (header, header)
        assert columns(sheet) == self.HEAD
        assert {title.text for title in sheet.titles} == {cell for row in rows for cell in row if cell}

    def test_a_title_may_stand_over_a_header_of_two_rows(self) -> None:
        sheet = sheet_of(
            ["แผนงาน", None, None, None, "หน่วย: บาท"],
            ["ลำดับ", "โครงการ", "งบประมาณ", None, "หมายเหตุ"],
            [None, None, "แผน", "ผล", None],
            [1, "ก", 5, 6, "x"],
            merges=("A2:A3", "B2:B3", "C2:D2", "E2:E3"),
        )
        assert sheet.header == (2, 3)
        assert columns(sheet) == ("ลำดับ", "โครงการ", "งบประมาณ แผน", "งบประมาณ ผล", "หมายเหตุ")

    @pytest.mark.parametrize(
        ("rows", "merges"),
        [
            pytest.param([["ชื่อ", "จังหวัด", None], ["ก", "เลย", "หลง"]], (), id="a heading forgotten"),
            pytest.param([["ชื่อ : x", "จังหวัด"], ["ก", "เลย"], ["ข", "ตาก"]], (), id="as many words below"),
            pytest.param(
                [["ข้อมูล", None, "ผลงาน", None], ["ชื่อ", "กอง", "แผน", "ผล"], ["ก", "ข", 1, 2]],
                ("A1:B1", "C1:D1"),
                id="short headings over all",
            ),
            pytest.param(
                [
                    [None, "ปี ๒๕๖๕", None, "ปี ๒๕๖๖", None],
                    ["กอง", "แผน", "ผล", "แผน", "ผล"],
                    ["ก", 1, 2, 3, 4],
                ],
                ("B1:C1", "D1:E1"),
                id="years that tell columns apart",
            ),
            pytest.param(
                [["กอง", "ปี ๒๕๖๖", None, None], [None, "แผน", "ผล", "ร้อยละ"], ["ก", 1, 2, 3]],
                ("A1:A2", "B1:D1"),
                id="merged down into the next row",
            ),
            pytest.param([["ชื่อ", None, None, "ผล"], ["ก", 1, 2, 3], ["ข", 1, 2, 3]], (), id="numbers below"),
        ],
    )
    def test_a_header_stays_one(self, rows: list[list[Any]], merges: tuple[str, ...]) -> None:
        header = sheet_of(*rows, merges=merges).header
        assert header is not None
        assert header[0] == 1


class TestRows:
    def test_totals_and_notes_are_kept_apart_and_told(self) -> None:
        sheet = sheet_of(
            ["ลำดับ", "หน่วยงาน", "งบ"],
            [1, "ก", 5],
            [2, "ข", 7],
            [None, "รวมทั้งสิ้น", 12],
            ["หมายเหตุ : ๑. ข้อมูล ณ วันนี้"],
            ["            ๒. ไม่รวมส่วนภูมิภาค"],
        )
        assert [row[1] for row in values(sheet)] == ["ก", "ข"]
        assert [row.number for row in sheet.totals] == [4]
        assert [row.number for row in sheet.notes] == [5, 6]

    @each("name", ["รวมพลังสหกรณ์", "กองรวม", "รวมใจ ๑", "หมายเหตุการณ์", "ที่มาแห่งความสุข"])
    def test_a_name_that_begins_like_a_total_is_an_item(self, name: str) -> None:
        sheet = sheet_of(["ลำดับ", "หน่วยงาน", "งบ"], [1, "ก", 5], [2, name, 7])
        assert len(values(sheet)) == 2

    def test_words_merged_before_numbers_are_a_summary(self) -> None:
        rows: list[list[Any]] = [["ที่", "โครงการ", "คน"], ["๑", "ก", 5], ["กลุ่มเป้าหมายตามแผน", None, 9]]
        assert [row.number for row in sheet_of(*rows, merges=("A3:B3",)).totals] == [3]

    def test_wrapped_words_are_joined_to_the_row_above(self) -> None:
        sheet = sheet_of(
            ["ลำดับ", "โครงการ", "งบ"],
            [1, "อบรมการเขียน", 5],
            [None, "หนังสือราชการ", None],
            [None, "รุ่นที่ ๑", None],
            [2, "จัดทำคู่มือ", 7],
            [3, "ตรวจเยี่ยม", 7],
        )
        assert [row[1] for row in values(sheet)] == [
            "อบรมการเขียน\nหนังสือราชการ\nรุ่นที่ ๑",
            "จัดทำคู่มือ",
            "ตรวจเยี่ยม",
        ]
        assert sheet.joined == (3, 4)
        assert sheet.table is not None
        assert sheet.table.rows[0]["โครงการ"].address == "B2"

    @each(
        "rows",
        [
            [[1, "ก", 5], [None, 7, None], [2, "ข", 7]],  # a number is no wrapped word
            [[1, None, 5], [None, "ต่อ", None], [2, "ข", 7]],  # no words to go on with
            [[1, "ก", 5], [None, "ต่อ", None], [2, "ข", None]],  # the last column may be empty
            [[1, 5, "ก"], [None, None, "ต่อ"], [2, 7, "ข"]],  # perhaps one more of the group
            [[1, "ก", 5], [None, None, None], [None, "ต่อ", None], [2, "ข", 7]],  # not the next row
        ],
    )
    def test_a_lonely_value_that_may_be_anything_stays_and_is_told(self, rows: list[list[Any]]) -> None:
        sheet = sheet_of(["ลำดับ", "โครงการ", "งบ"], *rows)
        assert sheet.joined == ()
        assert len(sheet.lonely) == 1
        assert len(values(sheet)) == 3

    @given(
        st.lists(
            st.lists(st.sampled_from(["", "ก", "รวม", "หมายเหตุ : x", 5.0]), min_size=4, max_size=4),
            max_size=8,
        )
    )
    def test_every_row_with_a_value_is_somewhere(self, rows: list[list[Any]]) -> None:
        sheet = understood(Grid(file="x", sheet="y", rows=[["ลำดับ", "ชื่อ", "ค่า", "ผล"], *rows]))
        assert sheet.table is not None
        known = [row.number for row in (*sheet.table.rows, *sheet.totals, *sheet.notes)]
        known += [*sheet.repeated, *sheet.joined]
        assert sorted(known) == [at for at, row in enumerate(rows, start=2) if any(row)]

    @given(
        st.lists(
            st.lists(
                st.sampled_from(["ก", "ก", 5.0, "", "ลำดับ", "ชื่อ", "แผน", "รวม", "หมายเหตุ : x"]),
                min_size=3,
                max_size=3,
            ),
            max_size=8,
        )
    )
    @example([["ก", "ข", 1.0], ["ลำดับ", "ชื่อ", "ค่า"], ["รวม", "ข", 1.0], ["หมายเหตุ", "ข", ""], ["ก", "", ""]])
    def test_a_glance_at_the_first_cells_tells_what_looking_at_every_row_tells(
        self, rows: list[list[Any]]
    ) -> None:
        """A merged cell, here one of the title, brings the look at every row."""
        grid = Grid(file="x", sheet="y", rows=[["แผน", "", ""], ["ลำดับ", "ชื่อ", "ค่า"], *rows])
        glanced, looked = understood(grid), understood(replace(grid, merges=[((0, 0), (0, 1))]))
        assert glanced == looked
        assert values(glanced) == values(looked)

    def test_rows_are_there_by_place_in_turn_and_in_part(self) -> None:
        sheet = sheet_of(["ชื่อ", "ค่า"], ["ก", 1], [None, None], ["ข", 2], ["ค", 3])
        assert sheet.table is not None
        rows = sheet.table.rows
        assert [row.number for row in rows] == [2, 4, 5]
        assert (rows[-1].number, rows[-1]["ชื่อ"].address) == (5, "A5")
        assert [*rows[1:]] == [rows[1], rows[2]]


class TestGroups:
    HEAD = ("ด้าน", "ที่", "ตัวชี้วัด", "ผล")

    def test_a_group_typed_once_is_filled_down_and_keeps_its_cell(self) -> None:
        sheet = sheet_of(
            [*self.HEAD], ["ก", 1, "x", 5], [None, 2, "y", 6], ["ข", 3, "z", 7], [None, 4, "w", 8]
        )
        assert [row[0] for row in values(sheet)] == ["ก", "ก", "ข", "ข"]
        assert sheet.table is not None
        assert sheet.table.rows[1]["ด้าน"].address == "A2"
        assert [(one.column, one.count, one.first) for one in sheet.filled] == [("ด้าน", 2, "A3")]

    def test_a_blank_below_another_outer_group_stays_blank(self) -> None:
        sheet = sheet_of(
            ["มิติ", "ด้าน", "ตัวชี้วัด"], ["A", "ก", "x"], [None, None, "y"], ["B", None, "z"], [None, None, "w"]
        )
        assert [row[:2] for row in values(sheet)] == [["A", "ก"], ["A", "ก"], ["B", None], ["B", None]]

    @each(
        "rows",
        [
            [["ก", 1, "x", 5], [None, 2, "y", 6], ["ข", 3, "z", 7], ["ค", 4, "w", 8]],  # one blank in four
            [[None, 1, "x", 5], ["ก", 2, "y", 6], [None, 3, "z", 7]],  # the first is missing too
            [["x", 1, "ก", 5], ["y", 2, None, 6], ["z", 3, None, 7]],  # behind the items
        ],
    )
    def test_a_blank_that_may_be_forgotten_is_not_filled(self, rows: list[list[Any]]) -> None:
        sheet = sheet_of([*self.HEAD], *rows)
        assert sheet.filled == ()
        assert values(sheet) == [
            [Decimal(cell) if isinstance(cell, int) else cell for cell in row] for row in rows
        ]

    def test_a_blank_beside_merged_groups_is_a_blank(self) -> None:
        rows: list[list[Any]] = [["ก", 1, "x", 5], [None, 2, "y", 6], [None, 3, "z", 7]]
        sheet = sheet_of([*self.HEAD], *rows, merges=("A2:A3",))
        assert [row[0] for row in values(sheet)] == ["ก", "ก", None]


class TestKinds:
    @each(
        ("header", "cells", "sort", "typed"),
        [
            ("งบ", [1.5, 2.0, "-", ""], Sort.NUMBER, 0),
            ("งบ", ["๑,๒๓๔.๕๐", "๗", "-"], Sort.NUMBER, 2),
            ("วันที่", [date(2566, 3, 27), "๒๗ มี.ค. ๖๖", "29/2/2567"], Sort.DATE, 2),
            ("รหัส", ["0812", "0813"], Sort.TEXT, 0),
            ("ตัวชี้วัดที่", ["๓.๑", "๓.๑๐"], Sort.TEXT, 0),
            ("ผล", ["ทราบผลเดือน ก.ย.", 80.0, 90.0], Sort.TEXT, 0),
            ("ผล", ["", ""], Sort.EMPTY, 0),
        ],
    )
    def test_a_column_is_known_by_its_cells(
        self, header: str, cells: list[Any], sort: Sort, typed: int
    ) -> None:
        sheet = sheet_of(["ชื่อ", header], *(["ก", cell] for cell in cells))
        assert (sheet.kinds[header].sort, sheet.kinds[header].typed) == (sort, typed)

    def test_a_word_among_numbers_is_strange(self) -> None:
        sheet = sheet_of(["ชื่อ", "งบ"], *(["ก", float(at)] for at in range(8)), ["ข", "1O5"])
        assert sheet.kinds["งบ"].sort is Sort.NUMBER
        assert [row.number for row in sheet.kinds["งบ"].strange] == [10]

    @each(
        ("raw", "number"),
        [
            ("๑๒.๕๐", "12.50"),
            ("85 %", "85"),
            (0.1 + 0.2, "0.3"),
            ("0812", None),
            ("๑๒ ก", None),
            (True, None),
        ],
    )
    def test_a_number_is_read_as_typed(self, raw: Any, number: str | None) -> None:
        assert number_in(raw) == (Decimal(number) if number else None)


class TestFormats:
    @each(
        ("code", "places"),
        [
            ("0%", 0),
            ("0.00%", 2),
            ("[$-D00041E]0.0%", 1),
            ("0.00%;[Red]-0.00%", 2),
            ('0.00"%"', None),
            ("0.00", None),
        ],
    )
    def test_a_percent_format_is_known(self, code: str, places: int | None) -> None:
        assert percent_places(code) == places

    @each(
        ("value", "places", "shown"),
        [
            ("0.838", 2, "83.80%"),
            ("0.125", 0, "13%"),
            ("-0.005", 0, "-1%"),
            ("1e300", 0, "1" + "0" * 302 + "%"),
        ],
    )
    def test_a_share_is_shown_as_excel_shows_it(self, value: str, places: int, shown: str) -> None:
        assert as_percent(Decimal(value), places) == shown

    @pytest.mark.parametrize("is_plain", [True, False])
    def test_a_cell_knows_its_percent_and_keeps_its_value(self, tmp_path: Path, is_plain: bool) -> None:
        book = Workbook()
        page = book.worksheets[0]
        rows: list[list[Any]] = [["ชื่อ", "ร้อยละ"], ["ก", 0.838], ["ข", None if is_plain else "=B2"], ["ค", 12]]
        for row in rows:
            page.append(row)
        page["B2"].number_format = "0.00%"
        book.save(tmp_path / "แผน.xlsx")
        (sheet,) = read_sheets(tmp_path / "แผน.xlsx")
        cell = sheet.rows[1][1]
        assert cell is not None
        assert (cell.value, cell.text, cell.percent) == (Decimal("0.838"), "0.838", "83.80%")
        other = sheet.rows[3][1]
        assert other is not None
        assert other.shown == "12"
        if is_plain:
            table = read_table(tmp_path / "แผน.xlsx")
            assert table.rows[0]["ร้อยละ"] == cell
            assert table.records()[0]["ร้อยละ"] == Decimal("0.838")

    def test_a_column_of_shares_is_one_of_percents(self, tmp_path: Path) -> None:
        book = Workbook()
        page = book.worksheets[0]
        for row in (["ชื่อ", "ผล"], ["ก", 0.838], ["ข", 0.5]):
            page.append(row)
        page["B2"].number_format = page["B3"].number_format = "0%"
        book.save(tmp_path / "แผน.xlsx")
        (sheet,) = read_understood(tmp_path / "แผน.xlsx")
        assert sheet.kinds["ผล"].sort is Sort.PERCENT


def test_hidden_rows_columns_and_sheets_are_read_and_told(tmp_path: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    for row in (["ชื่อ", "ลับ", "ค่า"], ["ก", 1, 2], ["ข", 3, 4]):
        page.append(row)
    page.row_dimensions[3].hidden = True
    page.row_dimensions[9].hidden = True  # nothing stands there
    page.column_dimensions["B"].hidden = True
    book.create_sheet("เก่า").sheet_state = "hidden"
    book.save(tmp_path / "แผน.xlsx")
    sheet, old = read_understood(tmp_path / "แผน.xlsx")
    assert len(values(sheet)) == 2
    assert (sheet.hidden_rows, sheet.hidden_columns) == ((3,), (1,))
    assert (sheet.is_visible, old.is_visible) == (True, False)


CELLS = st.tuples(
    st.sampled_from(["A", "GR", "GS"]),
    st.sampled_from(["", ' s="1"', ' s="2"', ' s="3"', ' s="3" t="n"', ' t="s"', ' s="2" t="e"']),
    st.sampled_from(
        ["<v>1</v>", "<v>0.5</v>", "<v>&lt;</v>", "<v></v>", "<f>A1</f><v>1</v>", "<f>A1</f>", ""]
    ),
)
ROWS = st.tuples(
    st.sampled_from([1, 9, MAX_ROWS, MAX_ROWS + 1]),
    st.sampled_from(["", ' hidden="1"', ' spans="1:2" hidden="0"', ' ht="20"']),
    st.lists(CELLS, max_size=4),
    st.sampled_from(["", "", "", '<c s="3"><v>1</v></c>', '<c r="B7" s="3"><v>1</v></c>']),
)


def seen_in(sheet: str) -> object:
    """What a look through a sheet sees, be it an error."""
    try:
        return look_through(sheet.encode(), {2: 0, 3: 2}, file="x", sheet="y")
    except InputError as error:
        return [(finding.code, finding.cell) for finding in error.findings]


@given(st.lists(ROWS, max_size=4), st.sampled_from(["", "<row><c><v>1</v></c></row>"]))
def test_a_glance_sees_what_a_full_look_sees(
    rows: list[tuple[int, str, list[tuple[str, str, str]], str]], last: str
) -> None:
    """The quick way over plain cells against the parser, which a comment brings in."""
    texts = [
        f'<row r="{number}"{look}>'
        + "".join(f'<c r="{column}{number}"{kind}>{value}</c>' for column, kind, value in cells)
        + f"{odd}</row>"
        for number, look, cells, odd in rows
    ]
    text = "".join(texts).replace("></c>", "/>").replace("></row>", "/>") + last
    plain = f"<worksheet {MAIN}><sheetData>{text}</sheetData></worksheet>"
    parsed = plain.replace("<sheetData>", "<!-- --><sheetData>")

    assert seen_in(plain) == seen_in(parsed)


@each(("opened", "closed"), [("<!--", "-->"), ("<?x ", "?>"), ("<![CDATA[", "]]>")])
def test_what_only_looks_like_a_cell_is_no_hiding_place(opened: str, closed: str) -> None:
    """Passing over the cell in the comment would take away its end, and hide what calamine reads."""
    disguise = f'<c r="A1"><v>1{opened}<c r="B1"><v>{closed}</v></c>'
    far = '<c r="XFD1048576"><v>1</v></c>'
    end = f'<c r="C1" t="str"><v>{closed.replace("]]>", "")}</v></c>'
    sheet = f'<worksheet {MAIN}><sheetData><row r="1">{disguise}{far}{end}</row></sheetData></worksheet>'
    with pytest.raises(InputError) as error:
        look_through(sheet.encode(), {}, file="x", sheet="y")
    assert [(finding.code, finding.cell) for finding in error.value.findings] == [("X04", "XFD1048576")]


@each(
    ("plain", "odd"),
    [
        ("<row ", '<row hidden="1" '),
        ('spans="1:2"', 'spans="1:2" hidden="true"'),
        ('spans="1:2"', 'spans="1:2" r="7"'),
        ('<row r="6"', "<row"),
        ('<row r="6"', '<row r="20001"'),
        ('r="A6"', 'r="XFD6"'),
        ('r="A6"', 'r="AAAA6"'),
        ('r="A6"', 'r="A06"'),
        ('r="A6"', 'r="A1048576"'),
        ('r="A6"', 'r="a6"'),
        (' r="A6"', ""),
        ('r="A6"', "r='A6'"),
        ('r="A6"', 'r = "A6"'),
        ('r="A6"', 'r="A6" r="XFD1"'),
        ('r="B6"', 'r="A6"'),
        ('t="s"', 't="e"'),
        ('t="s"', 't="str"'),
        ('s="3"', 's="2"'),
        ('s="3"', 's="03"'),
        ('s="3"', ""),
        ("<v>0.5</v>", ""),
        ("<v>0.5</v>", "<f>A1</f>"),
        ("<v>0.5</v>", "<f>A1</f><v>1</v>"),
        ("<v>0.5</v>", "<v>#REF!</v>"),
        ("<v>0.5</v>", "<v>&#48;</v>"),
        ("<v>0.5</v>", "<v>&wrong;</v>"),
        ("<v>0.5</v>", "<v><![CDATA[0.5]]></v>"),
        ("<v>0.5</v>", '<v>0.5</v></c><c r="XFD1048576"><v>1</v>'),
        ("<v>0.5</v></c>", "<v>0.5</v>"),
        ("</row>", "</row><row><c><v>1</v></c></row>"),
        ("</row>", ""),
    ],
)
@each("rows", [range(2, 12), range(6, 7), range(6, 20)])
def test_one_odd_row_among_many_alike_is_seen(rows: Sequence[int], plain: str, odd: str) -> None:
    texts = {
        number: f'<row r="{number}" spans="1:2"><c r="A{number}" t="s"><v>{number}</v></c>'
        f'<c r="B{number}" s="3"><v>0.5</v></c></row>'
        for number in rows
    }
    texts[6] = texts[6].replace(plain, odd, 1)
    sheet = f"<worksheet {MAIN}><sheetData>{''.join(texts.values())}</sheetData></worksheet>"
    assert seen_in(sheet) == seen_in(sheet.replace("<sheetData>", "<!-- --><sheetData>"))
