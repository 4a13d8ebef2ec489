"""Data tables: rows chosen and grouped, totals, and what is wrong with the data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any

from cases import each
from compose_samples import HEADS, OFFICE, UNIT, faults_of, memo_of, told
from compose_samples import cells_of as cells_with_no_breaks
from hypothesis import given, settings
from hypothesis import strategies as st

from memogen import sandbox
from memogen.compose import Composer
from memogen.findings import Severity
from memogen.letters import parse_letter
from memogen.model import Align, Paragraph, Role, Span, Table

PLAN: list[dict[str, Any]] = [
    {
        "หน่วยงาน": "กอง ๑",
        "แผน": "ก",
        "เรื่อง": "- หนึ่ง\n- สอง",
        "วันเริ่ม": date(2023, 3, 27),
        "เงิน": Decimal("1200"),
    },
    {"หน่วยงาน": "กอง ๑", "แผน": "ก", "เรื่อง": "สาม", "วันเริ่ม": None, "เงิน": Decimal("0.5")},
    {"หน่วยงาน": "กอง ๑", "แผน": "ข", "เรื่อง": "สี่", "วันเริ่ม": None, "เงิน": None},
    {"หน่วยงาน": "กอง ๒", "แผน": "ข", "เรื่อง": "ห้า", "วันเริ่ม": None, "เงิน": Decimal("1300000")},
]


def table_of(options: str, rows: list[dict[str, Any]] | None = None) -> Table:
    """The table alone, where there is nothing to tell of it."""
    memo = memo_of(f"[[ตาราง: แผน | {options}]]", data={"แผน": PLAN if rows is None else rows})
    (table,) = memo.blocks
    assert isinstance(table, Table)
    return table


def cells_of(table: Table) -> list[list[str]]:
    """The texts of its cells, with plain spaces."""
    return [[text.replace("\u00a0", " ") for text in row] for row in cells_with_no_breaks(table)]


def rows_of(options: str, rows: list[dict[str, Any]] | None = None) -> list[str]:
    """The rows under the head, cells between bars, with plain spaces."""
    return ["|".join(row) for row in cells_of(table_of(options, rows))[1:]]


# --- columns and rows -----------------------------------------------------------------------------


def test_a_column_of_dots_is_left_for_others_to_fill_in() -> None:
    """Whether or not the data have such a column; it may be renamed, and comes from no cell."""
    table = table_of("คอลัมน์: แผน, ผลการดำเนินงาน = ....., เงิน = ....... | เฉพาะ: แผน = ข | ลำดับ")
    assert cells_of(table) == [
        ["ลำดับ", "แผน", "ผลการดำเนินงาน", "เงิน"],
        ["๑", "ข", "", ""],
        ["๒", "ข", "", ""],
    ]
    faults = faults_of(f"{HEADS}\n\n[[ตาราง: แผน | คอลัมน์: แผน, ผล = ..... | รวม: ผล]]", {"แผน": PLAN})
    assert [fault.code for fault in faults] == ["L25"]


def test_columns_are_chosen_ordered_and_renamed() -> None:
    table = table_of("คอลัมน์: เรื่อง = ชื่อเรื่อง 1, แผน | เฉพาะ: แผน = ข")
    assert cells_of(table) == [["ชื่อเรื่อง ๑", "แผน"], ["สี่", "ข"], ["ห้า", "ข"]]


def test_without_columns_all_are_shown_but_those_that_choose_the_rows() -> None:
    assert cells_of(table_of("เฉพาะ: หน่วยงาน = กอง ๑"))[0] == ["แผน", "เรื่อง", "วันเริ่ม", "เงิน"]


def test_a_column_with_a_space_may_be_called_with_an_underscore() -> None:
    assert rows_of("คอลัมน์: ชื่อ_แผน", [{"ชื่อ แผน": "ก"}]) == rows_of("คอลัมน์: ชื่อ แผน", [{"ชื่อ_แผน": "ก"}]) == ["ก"]


@each(
    ("only", "subjects"),
    [
        ("หน่วยงาน = กอง ๒", ["ห้า"]),
        ("หน่วยงาน = กอง  2", ["ห้า"]),
        ("หน่วยงาน = กอง ๑, แผน = ข", ["สี่"]),
        ("หน่วยงาน = กอง ๑ | เฉพาะ: แผน = ข", ["สี่"]),
        ("เงิน = 1300000", ["ห้า"]),
        ("วันเริ่ม = ๒๗ มีนาคม ๒๕๖๖", ["- หนึ่ง\n- สอง"]),
        ("เงิน =", ["สี่"]),
    ],
)
def test_rows_are_those_that_have_all_values(only: str, subjects: list[str]) -> None:
    assert rows_of(f"คอลัมน์: เรื่อง | เฉพาะ: {only}") == subjects


def test_a_recipient_gets_the_rows_of_its_own_whatever_its_name_holds() -> None:
    rows = [{"หน่วยงาน": "กอง 1 & <ฝ่าย>", "เรื่อง": "ก"}, {"หน่วยงาน": "ก | ข, ค = ง]]", "เรื่อง": "ข"}]
    text = f"{HEADS}\n\n[[ตาราง: แผน | เฉพาะ: หน่วยงาน = {{{{ หน่วยงาน.ชื่อ }}}}]]"
    composer = Composer(parse_letter(text, "x.md"), OFFICE, data={"แผน": rows})
    for row in rows:
        (table,) = composer.memo({**UNIT, "ชื่อ": row["หน่วยงาน"]}).blocks
        assert isinstance(table, Table)
        assert cells_of(table) == [["เรื่อง"], [row["เรื่อง"]]]


def test_more_rows_than_tags_may_read_can_be_chosen_from() -> None:
    rows = [{"ก": str(number), "ข": f"เรื่อง {number}"} for number in range(3 * sandbox.ROWS)]
    memo = memo_of("{{ หน่วยงาน.ชื่อ }}\n[[ตาราง: แผน | เฉพาะ: ก = {{ 14000 }}]]", data={"แผน": rows})
    assert isinstance(memo.blocks[1], Table)
    assert cells_of(memo.blocks[1])[1:] == [["เรื่อง ๑๔๐๐๐"]]


# --- cells ----------------------------------------------------------------------------------------


@each(
    ("values", "printed"),
    [
        ([Decimal(1200), Decimal("0.5"), None], ["๑,๒๐๐.๐๐", "๐.๕๐", ""]),
        ([Decimal(1200), "-"], ["๑,๒๐๐", "-"]),
        ([Decimal("28.8333"), Decimal(1)], ["๒๘.๘๓๓๓", "๑"]),
        ([-1500, 0], ["-๑,๕๐๐", "๐"]),
        (["1200", Decimal(1200)], ["๑๒๐๐", "๑๒๐๐"]),
        ([True, None], ["ใช่", ""]),
    ],
)
def test_numbers_of_a_column_look_alike(values: list[Any], printed: list[str]) -> None:
    assert rows_of("คอลัมน์: ก", [{"ก": value} for value in values]) == printed


@each("name", ["ปีงบประมาณ", "พ.ศ.", "รหัสไปรษณีย์", "เลขที่"])
def test_numbers_that_name_something_are_not_parted_by_thousands(name: str) -> None:
    assert rows_of(f"คอลัมน์: {name}", [{name: Decimal(10200)}]) == ["๑๐๒๐๐"]


def test_numbers_stand_to_the_right_and_running_ones_in_the_middle() -> None:
    assert table_of("คอลัมน์: เรื่อง, เงิน | ลำดับ").aligns == (Align.CENTRE, Align.LEFT, Align.RIGHT)


def test_dates_are_long_or_short() -> None:
    first = "คอลัมน์: วันเริ่ม | เฉพาะ: เรื่อง = - หนึ่ง - สอง"
    assert rows_of(first) == ["๒๗ มีนาคม ๒๕๖๖"]
    assert rows_of(f"{first} | วันที่ย่อ") == ["๒๗ มี.ค. ๖๖"]


@each("value", ["*ก*", "**ก**", "ก | ข", "]]", "# ก", "{{ ก }}", "ก\nข", "`1`", "\x02๐\x03"[1:2]])
def test_a_value_is_printed_as_it_is(value: str) -> None:
    assert rows_of("คอลัมน์: ก", [{"ก": value}]) == [value.replace("1", "๑")]


# --- groups, numbers and totals -------------------------------------------------------------------


def test_equal_neighbours_of_a_group_are_made_one_within_the_groups_before() -> None:
    table = table_of("คอลัมน์: หน่วยงาน, แผน | กลุ่ม: หน่วยงาน, แผน")
    assert table.spans == (Span(0, 0, down=3), Span(0, 1, down=2))
    assert cells_of(table)[1:] == [["กอง ๑", "ก"], ["", ""], ["", "ข"], ["กอง ๒", "ข"]]


def test_empty_cells_are_not_made_one() -> None:
    assert table_of("คอลัมน์: ก | กลุ่ม: ก", [{"ก": None}, {"ก": ""}, {"ก": "ข"}]).spans == ()


def test_rows_are_numbered_or_groups_where_there_are_some() -> None:
    assert rows_of("คอลัมน์: แผน | ลำดับ: ที่") == ["๑|ก", "๒|ก", "๓|ข", "๔|ข"]
    grouped = table_of("คอลัมน์: แผน | ลำดับ | กลุ่ม: แผน")
    assert cells_of(grouped) == [["ลำดับ", "แผน"], ["๑", "ก"], ["", ""], ["๒", "ข"], ["", ""]]
    assert {*grouped.spans} == {Span(row, column, down=2) for row in (0, 2) for column in (0, 1)}


def test_the_last_row_adds_up_and_counts_what_is_shown() -> None:
    table = table_of(
        "คอลัมน์: แผน, เรื่อง, เงิน | เฉพาะ: หน่วยงาน = กอง ๑ | รวม: เงิน | นับ: เงิน = x, เรื่อง = เรื่อง | ลำดับ"
    )
    assert cells_of(table)[-1] == ["รวม", "", "๓ เรื่อง", "๒ x"]
    table = table_of("คอลัมน์: แผน, เรื่อง, เงิน | เฉพาะ: หน่วยงาน = กอง ๑ | รวม: เงิน | ลำดับ")
    assert cells_of(table)[-1] == ["รวม", "", "", "๑,๒๐๐.๕๐"]
    assert table.spans == (Span(3, 0, across=3),)
    assert all(run.bold for cell in table.rows[-1] for run in cell)


def test_each_group_may_have_a_total_of_its_own() -> None:
    table = table_of("คอลัมน์: หน่วยงาน, แผน, เงิน | กลุ่ม: หน่วยงาน | รวม: เงิน | นับ: แผน = แผน | รวมตามกลุ่ม | ลำดับ")
    assert cells_of(table)[1:] == [
        ["๑", "กอง ๑", "ก", "๑,๒๐๐.๐๐"],
        ["", "", "ก", "๐.๕๐"],
        ["", "", "ข", ""],
        ["รวม กอง ๑", "", "๓ แผน", "๑,๒๐๐.๕๐"],
        ["๒", "กอง ๒", "ข", "๑,๓๐๐,๐๐๐.๐๐"],
        ["รวม กอง ๒", "", "๑ แผน", "๑,๓๐๐,๐๐๐.๐๐"],
        ["รวมทั้งสิ้น", "", "๔ แผน", "๑,๓๐๑,๒๐๐.๕๐"],
    ]
    assert {*table.spans} == {
        *(Span(0, column, down=3) for column in (0, 1)),
        *(Span(row, 0, across=2) for row in (3, 5, 6)),
    }
    assert all(run.bold for row in (3, 5, 6) for cell in table.rows[row] for run in cell)


def test_a_single_group_has_the_one_total() -> None:
    order = "คอลัมน์: แผน, เงิน | เฉพาะ: หน่วยงาน = กอง ๒ | กลุ่ม: แผน | รวม: เงิน | รวมตามกลุ่ม"
    assert rows_of(order) == ["ข|๑,๓๐๐,๐๐๐.๐๐", "รวม|๑,๓๐๐,๐๐๐.๐๐"]


def test_totals_of_groups_stand_within_the_groups_before() -> None:
    rows = [{"ก": a, "ข": b, "ค": Decimal(1)} for a, b in ("กข", "กข", "กค", "ขค", "ขค")]
    table = table_of("กลุ่ม: ก, ข | รวม: ค | รวมตามกลุ่ม", rows)
    assert {*table.spans} == {
        *(Span(0, 0, down=3), Span(0, 1, down=2), Span(3, 0, across=2)),
        *(Span(4, 0, down=2), Span(4, 1, down=2), Span(6, 0, across=2), Span(7, 0, across=2)),
    }
    assert [row[-1] for row in cells_of(table)[1:]] == ["๑", "๑", "๑", "๓", "๑", "๑", "๒", "๕"]


def test_text_that_is_a_number_is_added_up_too() -> None:
    rows = [{"ก": "x", "ข": value} for value in ("๑,๐๐๐.๒๕", "2000", "-", "")]
    assert rows_of("รวม: ข", rows) == ["x|๑,๐๐๐.๒๕", "x|๒,๐๐๐.๐๐", "x|-", "x|", "รวม|๓,๐๐๐.๒๕"]


@settings(max_examples=50, deadline=None, derandomize=True)
@given(
    st.sampled_from(["", " | รวมตามกลุ่ม"]),
    st.lists(st.tuples(st.sampled_from("กข"), st.sampled_from("คง"), st.integers(0, 9)), max_size=12),
)
def test_every_row_is_shown_once_and_the_total_is_exact(
    subtotals: str, drawn: list[tuple[str, str, int]]
) -> None:
    rows = [{"ก": first, "ข": second, "ค": Decimal(number) / 10} for first, second, number in drawn]
    memo = memo_of(
        f"[[ตาราง: แผน | คอลัมน์: ก, ข, ค | กลุ่ม: ก, ข | รวม: ค | ลำดับ{subtotals}]]",
        data={"แผน": [*rows, rows[0]] if rows else rows},
    )
    (table,) = memo.blocks
    assert isinstance(table, Table)
    covered = {
        (row, column)
        for span in table.spans
        for row in range(span.row, span.row + span.down)
        for column in range(span.column, span.column + span.across)
    }
    assert len(covered) == sum(span.down * span.across for span in table.spans), "no two spans meet"
    assert all(
        not table.rows[row][column]
        for row, column in covered - {(span.row, span.column) for span in table.spans}
    )
    if rows:
        total = sum((row["ค"] for row in [*rows, rows[0]]), Decimal(0))
        assert (
            Decimal("".join(cells_of(table)[-1][-1]).translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")))
            == total
        )
        groups = len([*groupby([*rows, rows[0]], key=itemgetter("ก"))])
        assert len(table.rows) == len(rows) + 2 + (groups if subtotals and groups > 1 else 0)


# --- annexes --------------------------------------------------------------------------------------


@each(
    ("columns", "options", "annex"),
    [
        (7, "", None),
        (8, "", ""),
        (7, " | ลำดับ", ""),
        (8, " | เอกสารแนบ: ไม่", None),
        (1, " | เอกสารแนบ: ปี 1", "ปี\u00a0๑"),
    ],
)
def test_a_wide_table_goes_to_an_annex(columns: int, options: str, annex: str | None) -> None:
    names = [f"ก{number}" for number in range(columns)]
    memo = memo_of(f"[[ตาราง: แผน{options}]]", data={"แผน": [dict.fromkeys(names, "ข")]})
    (table,) = memo.blocks
    assert isinstance(table, Table)
    assert table.annex == annex
    found = [(finding.code, finding.severity, finding.line) for finding in memo.findings]
    assert found == ([("L28", Severity.INFO, 5)] if annex == "" else [])


def test_the_closing_paragraph_is_the_last_of_the_text_not_of_the_file() -> None:
    memo = memo_of("ก\n\nข\n[[ตาราง: แผน | เอกสารแนบ: ค]]", data={"แผน": PLAN})
    assert [block.role for block in memo.blocks if isinstance(block, Paragraph)] == [Role.BODY, Role.CLOSING]


# --- what is wrong --------------------------------------------------------------------------------


@each(
    ("line", "expected"),
    [
        ("[[ตาราง: แผ่น]]", [("L24", 5, "แผ่น")]),
        ("[[ตาราง: แผน | คอลัมน์: เรื่อ, ฮ]]", [("L25", 5, "เรื่อ"), ("L25", 5, "ฮ")]),
        ("[[ตาราง: แผน | เฉพาะ: หนวยงาน = ก]]", [("L25", 5, "หนวยงาน")]),
        (
            "[[ตาราง: แผน | คอลัมน์: แผน | กลุ่ม: เรื่อง | รวม: เงิน | นับ: ฮ]]",
            [("L25", 5, t) for t in ("เรื่อง", "เงิน", "ฮ")],
        ),
        ("[[ตาราง: แผน | คอลัมน์: แผน | รวม: แผน | เฉพาะ: หน่วยงาน = กอง ๒]]", [("L26", 5, "ข")]),
    ],
)
def test_what_the_data_do_not_have_is_told_with_its_line(
    line: str, expected: list[tuple[str, int, str]]
) -> None:
    assert told(faults_of(f"{HEADS}\n\n{line}", {"แผน": PLAN})) == expected


def test_names_are_told_with_the_nearest() -> None:
    (data,) = faults_of(f"{HEADS}\n\n[[ตาราง: แผ่น]]", {"แผน": PLAN})
    (column,) = faults_of(f"{HEADS}\n\n[[ตาราง: แผน | คอลัมน์: เรื่อ]]", {"แผน": PLAN})
    assert "แผน" in data.hint
    assert "เรื่อง" in column.hint


def test_a_table_without_rows_is_told_and_made() -> None:
    for rows, options in (([], "คอลัมน์: ก | กลุ่ม: ก | รวม: ก"), ([{"ก": "๑"}], "คอลัมน์: ก | เฉพาะ: ก = ๒")):
        memo = memo_of(f"[[ตาราง: แผน | {options}]]", data={"แผน": rows})
        assert told(memo.findings) == [("L27", 5, "แผน")]
        assert isinstance(memo.blocks[0], Table)
        assert cells_of(memo.blocks[0]) == [["ก"]]


def test_a_table_without_rows_and_without_columns_is_refused() -> None:
    (finding,) = faults_of(f"{HEADS}\n\n[[ตาราง: แผน | กลุ่ม: ก | ลำดับ]]", {"แผน": []})
    assert finding.code == "L27"


def test_a_sign_that_no_document_can_hold_is_told_for_the_rows_shown() -> None:
    rows = [{"ก": "๑", "ข": "ค\x01"}, {"ก": "๒", "ข": "ค"}]
    assert rows_of("เฉพาะ: ก = ๒", rows) == ["ค"]
    (finding,) = faults_of(f"{HEADS}\n\n[[ตาราง: แผน | เฉพาะ: ก = ๑]]", {"แผน": rows})
    assert (finding.code, finding.line) == ("L16", 5)


def test_too_many_rows_for_one_document_are_refused() -> None:
    rows = [{"ก": "๑"}] * (sandbox.ROWS + 1)
    (finding,) = faults_of(f"{HEADS}\n\n[[ตาราง: แผน]]", {"แผน": rows})
    assert finding.code == "L29"


@each("rows", ["ก", None, {"ก": "ข"}, ["ก"]])
def test_data_without_rows_and_columns_are_no_table(rows: Any) -> None:
    (finding,) = faults_of(f"{HEADS}\n\n[[ตาราง: แผน]]", {"แผน": rows})
    assert finding.code == "L24"
