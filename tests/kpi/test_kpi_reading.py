"""A scorecard is read as the office lays it out, and what is not one is refused."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from plan_workbooks import (
    CARD,
    DETAILS,
    HEAD,
    HR_PLAN,
    OTHER_COSTS,
    STEPS,
    SUBHEAD,
    TRAINING,
    card,
    read,
    row,
    scored,
    told,
    workbook,
)

from memogen.errors import InputError
from memogen.kpi import Scorecard, score, shown


def tree(scorecard: Scorecard) -> list[Any]:
    """Names, weights and codes, without cells."""
    return [
        (
            one.name,
            one.weight.value,
            [
                (csf.name, csf.weight.value, [(kpi.code, kpi.weight.value) for kpi in csf.kpis])
                for csf in one.csfs
            ],
        )
        for one in scorecard.dimensions
    ]


TREE = [
    (
        "ก",
        60,
        [
            ("๑", 40, [("1.1", 30), ("1.2", 70)]),
            ("๒", 60, [("1.3", 100)]),
        ],
    ),
    ("ข", 40, [("๓", 100, [("2.1", 100)])]),
]


def groups(code: str, dimension: Any, share: Any, csf: Any, part: Any, weight: Any) -> list[Any]:
    return row(code, dimension=dimension, csf=csf, kpi_weight=weight, csf_weight=part, dimension_weight=share)


LAYOUTS = {
    "merged": (
        [
            groups("๑.๑", "ก", 60, "๑", 40, 30),
            groups("๑.๒", "", "", "", "", 70),
            groups("๑.๓", "", "", "๒", 60, 100),
            groups("๒.๑", "ข", 40, "๓", 100, 100),
        ],
        ["A3:A5", "B3:B4", "L3:L4", "M3:M5"],
    ),
    "blank below the first": (
        [
            groups("๑.๑", "ก", 60, "๑", 40, 30),
            groups("๑.๒", "", "", "", "", 70),
            groups("๑.๓", "", "", "๒", 60, 100),
            groups("๒.๑", "ข", 40, "๓", 100, 100),
        ],
        [],
    ),
    "repeated in each row": (
        [
            groups("๑.๑", "ก", 60, "๑", 40, 30),
            groups("๑.๒", "ก", 60, "๑", 40, 70),
            groups("๑.๓", "ก", 60, "๒", 60, 100),
            groups("๒.๑", "ข", 40, "๓", 100, 100),
        ],
        [],
    ),
    "in Thai digits": (
        [
            groups("๑.๑", "ก", "๖๐", "๑", "๔๐ %", "ร้อยละ ๓๐"),
            groups("๑.๒", "", "", "", "", "๗๐"),
            groups("๑.๓", "", "", "๒", "๖๐", "๑๐๐"),
            groups("๒.๑", "ข", "๔๐", "๓", "๑๐๐.๐๐", "๑๐๐"),
        ],
        [],
    ),
    "weights shown as percent": (
        [
            groups("๑.๑", "ก", 0.6, "๑", 0.4, 0.3),
            groups("๑.๒", "", "", "", "", 0.7),
            groups("๑.๓", "", "", "๒", 0.6, 1),
            groups("๒.๑", "ข", 0.4, "๓", 1, 1),
        ],
        [],
    ),
    "with totals, a heading again and notes": (
        [
            groups("๑.๑", "ก", 60, "๑", 40, 30),
            groups("๑.๒", "", "", "", "", 70),
            ["รวมเป้าประสงค์ที่ ๑", *[""] * 9, 100],
            [],
            [*("มิติ", "เป้าประสงค์ (CSF)", "ตัวชี้วัดที่", "ตัวชี้วัด (KPI)", "หน่วยนับ", "ระดับเป้าหมาย")],
            [*[""] * 5, *"๑๒๓๔๕", "KPIs", "CSFs", "มิติ"],
            groups("๑.๓", "", "", "๒", 60, 100),
            groups("๒.๑", "ข", 40, "๓", 100, 100),
            ["รวม", *[""] * 11, 100],
            ["หมายเหตุ : ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๖"],
        ],
        ["A5:J5"],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_groups_are_filled_however_they_are_laid_out(tmp_path: Path, layout: str) -> None:
    rows, merges = LAYOUTS[layout]
    path = card(tmp_path, *rows, merges=merges)
    assert tree(read(path)) == TREE
    assert not told(path)


def test_notes_are_kept(tmp_path: Path) -> None:
    rows, merges = LAYOUTS["with totals, a heading again and notes"]
    notes = read(card(tmp_path, *rows, merges=merges)).notes
    assert notes == ("รวม", "หมายเหตุ : ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๖")


def test_the_page_of_the_seed_is_read_as_it_is_printed(tmp_path: Path) -> None:
    """Seed 001 prints the code before the name, the level last, and no result beside it."""
    head = ["มิติ", "เป้าประสงค์ (CSF)", "แผนงาน/โครงการ", "KPI", "ระดับเป้าหมาย", "", "", "", ""]
    head += ["น้ำหนัก", "", "", "ร้อยละของคะแนนที่ได้หลังจากถ่วงน้ำหนัก", "", "", "งบประมาณ"]
    head += ["ผลงานตามระดับค่าเป้าหมาย"]
    subhead = ["", "", "", "", *"๑๒๓๔๕", "KPIs", "CSFs", "มิติ", "KPIs", "CSFs", "มิติ", "", ""]
    rows = [
        ["ผลการดำเนินงานตามแผนกลยุทธ์", "", "หน้า ๑"],
        head,
        subhead,
        [
            *("๑. ก", "๑. ข", "๑. ค", "๑.๑ ร้อยละ (สทส.) (๑)", "๙๖", "๙๗", "๙๘", "๙๙", "๑๐๐"),
            *("๕๐", "๕๐", "๑๐๐", "๐", "๑๐", "๓๐", "ไม่ได้ใช้", "ทราบผล เดือน ก.ย. ๖๖"),
        ],
        [
            *("", "", "", "๑.๒ ร้อยละ (สทส.) (๒)", "๖๐", "๖๕", "๗๐", "๗๕", "๘๐"),
            *("๕๐", "", "", "๑๐", "", "", "๘๗๕", "๒"),
        ],
        head,
        subhead,
        [
            *("", "๒. ง", "๒. จ", "๑.๓ ระดับ (กพร.) (๓)", *"๑๒๓๔๕"),
            *("๑๐๐", "๕๐", "", "๒๐", "๒๐", "", "ไม่ได้ใช้", "๒"),
        ],
    ]
    merges = ["E2:I2", "J2:L2", "M2:O2", *(f"{letter}2:{letter}3" for letter in "ABCDPQ")]
    merges += ["E6:I6", "J6:L6", "M6:O6", *(f"{letter}6:{letter}7" for letter in "ABCDPQ")]
    found = scored(workbook(tmp_path, rows, *merges))
    assert [(kpi.kpi.code, kpi.level, shown(kpi.score)) for kpi in found.kpis] == [
        ("1.1", None, "0.00"),
        ("1.2", 2, "10.00"),
        ("1.3", 2, "20.00"),
    ]
    assert found.kpis[0].kpi.name == "ร้อยละ (สทส.) (๑)"
    assert shown(found.total) == "30.00"
    assert not found.findings


def test_a_typed_level_counts_only_where_there_is_no_result(tmp_path: Path) -> None:
    rows = [
        row("๑.๑", kpi_weight=50, result="", level=4),
        row("๑.๒", kpi_weight=50, result="ทำตามแผนแล้ว", level="ระดับ ๓"),
    ]
    assert [kpi.level for kpi in scored(card(tmp_path, *rows)).kpis] == [4, 3]


@pytest.mark.parametrize(
    ("result", "level", "awaited"),
    [
        ("ทราบผล เดือน ก.ย. ๖๖", "", "ทราบผล เดือน ก.ย. ๖๖"),
        ("", "ทราบผลเดือน ก.ย. 66", "ทราบผลเดือน ก.ย. 66"),
        (100, "ยังไม่ทราบผล", "ยังไม่ทราบผล"),
        ("อยู่ระหว่างดำเนินการ", "-", "อยู่ระหว่างดำเนินการ"),
        ("", "", ""),
        ("-", "-", ""),
    ],
)
def test_what_is_not_yet_known_has_no_level(tmp_path: Path, result: Any, level: Any, awaited: str) -> None:
    (kpi,) = scored(card(tmp_path, row(result=result, level=level))).kpis
    assert (kpi.level, kpi.score, kpi.awaited) == (None, 0, awaited)


class TestCountedResults:
    """Where the scorecard has no result, it is counted from the other sheets."""

    @pytest.mark.parametrize(
        ("code", "cell", "result", "level"),
        [("1.3", "7", "2", 2), ("2.3", "10", "100", 5), ("2.4", "11", "80", 3), ("3.3", "14", "20", 1)],
    )
    def test_steps_a_share_a_mean_and_a_count(
        self, tmp_path: Path, code: str, cell: str, result: str, level: int
    ) -> None:
        book = load_workbook(HR_PLAN, data_only=True)
        for column in "QR":
            book[CARD][f"{column}{cell}"] = None
        book.save(tmp_path / "แผน.xlsx")
        found = {kpi.kpi.code: kpi for kpi in scored(tmp_path / "แผน.xlsx").kpis}
        assert (found[code].result, found[code].level) == (Decimal(result), level)

    def test_a_share_is_not_rounded_before_it_is_held_against_the_targets(self, tmp_path: Path) -> None:
        book = load_workbook(HR_PLAN, data_only=True)
        book[CARD]["Q10"] = book[CARD]["R10"] = None
        book[DETAILS]["F10"], book[DETAILS]["G10"], book[DETAILS]["H10"] = 199999, 200000, 1
        book.save(tmp_path / "แผน.xlsx")
        found = {kpi.kpi.code: kpi for kpi in scored(tmp_path / "แผน.xlsx").kpis}
        assert (found["2.3"].result, found["2.3"].level) == (Decimal("99.9995"), 4)

    def test_a_part_without_percentage_has_the_target_of_its_level(self, tmp_path: Path) -> None:
        book = load_workbook(HR_PLAN, data_only=True)
        book["ตัวชี้วัด 2.4"]["J5"] = None
        book["ตัวชี้วัด 2.4"]["I5"] = 5
        book[CARD]["Q11"] = book[CARD]["R11"] = None
        book.save(tmp_path / "แผน.xlsx")
        found = {kpi.kpi.code: kpi for kpi in scored(tmp_path / "แผน.xlsx").kpis}
        assert (found["2.4"].result, found["2.4"].level) == (90, 4)

    def test_a_mean_with_a_part_not_yet_known_is_not_known(self, tmp_path: Path) -> None:
        book = load_workbook(HR_PLAN, data_only=True)
        book["ตัวชี้วัด 2.4"]["J6"] = book["ตัวชี้วัด 2.4"]["I6"] = "ทราบผล เดือน ก.ย. ๖๖"
        for cell in ("F11", "G11", "H11"):
            book[DETAILS][cell] = None
        book[CARD]["Q11"] = book[CARD]["R11"] = None
        book.save(tmp_path / "แผน.xlsx")
        found = scored(tmp_path / "แผน.xlsx")
        (kpi,) = (kpi for kpi in found.kpis if kpi.kpi.code == "2.4")
        assert (kpi.result, kpi.level) == (None, None)
        assert "V21" in {finding.code for finding in found.findings}


class TestSheets:
    def test_a_workbook_without_scorecard_says_what_it_has(self, tmp_path: Path) -> None:
        (finding,) = told(workbook(tmp_path, [["ชื่อ", "เรียน"], ["กองคลัง", "ผู้อำนวยการกองคลัง"]]))
        assert finding.code == "V01"
        assert "Sheet" in finding.message

    def test_a_sheet_that_is_none_is_told_with_those_that_are(self) -> None:
        (finding,) = told(HR_PLAN, "สรุปคะแนน ")
        assert finding.code == "V01"
        assert f"“{CARD}”" in finding.hint
        (finding,) = told(HR_PLAN, DETAILS)
        assert finding.code == "V01"

    def test_of_two_scorecards_one_must_be_named(self, tmp_path: Path) -> None:
        book = load_workbook(HR_PLAN, data_only=True)
        book.copy_worksheet(book[CARD]).title = "รอบ ๑๒ เดือน"
        book["รอบ ๑๒ เดือน"]["R7"] = book["รอบ ๑๒ เดือน"]["Q7"] = 4
        book.save(tmp_path / "แผน.xlsx")
        (finding,) = told(tmp_path / "แผน.xlsx")
        assert finding.code == "V01"
        assert f"{CARD}, รอบ ๑๒ เดือน" in finding.message
        assert shown(scored(tmp_path / "แผน.xlsx", CARD).total) == "28.83"
        assert shown(scored(tmp_path / "แผน.xlsx", "รอบ ๑๒ เดือน").total) == "31.83"

    def test_a_hidden_copy_is_passed_over_unless_named(self, tmp_path: Path) -> None:
        book = load_workbook(HR_PLAN, data_only=True)
        copy = book.copy_worksheet(book[CARD])
        copy.title, copy.sheet_state = "เก่า", "hidden"
        book.save(tmp_path / "แผน.xlsx")
        assert read(tmp_path / "แผน.xlsx").sheet == CARD
        assert read(tmp_path / "แผน.xlsx", "เก่า").sheet == "เก่า"

    def test_faults_on_sheets_that_are_not_ours_stop_nothing(self, tmp_path: Path) -> None:
        book = load_workbook(HR_PLAN, data_only=True)
        book.create_sheet("กระดาษทด")["B2"] = "=1+1"
        book.save(tmp_path / "แผน.xlsx")
        assert shown(scored(tmp_path / "แผน.xlsx").total) == "28.83"

    def test_the_scorecard_alone_is_enough(self, tmp_path: Path) -> None:
        book = load_workbook(HR_PLAN, data_only=True)
        for name in book.sheetnames:
            if name != CARD:
                del book[name]
        book.save(tmp_path / "แผน.xlsx")
        found = scored(tmp_path / "แผน.xlsx")
        assert shown(found.total) == "28.83"
        assert not found.findings

    def test_a_csv_is_read(self, tmp_path: Path) -> None:
        head = [*("มิติ", "CSF", "ตัวชี้วัดที่", "ตัวชี้วัด", "หน่วยนับ"), *(f"ระดับเป้าหมาย {level}" for level in "๑๒๓๔๕")]
        head += ["น้ำหนัก KPI", "น้ำหนัก CSF", "น้ำหนัก มิติ", "ผลการดำเนินงาน"]
        lines = [
            head,
            ["ก", "ข", "๑.๑", "ชื่อ", "ร้อยละ", "60", "65", "70", "75", "80", "100", "100", "100", "๗๕"],
        ]
        text = "\n".join(",".join(line) for line in lines)
        (tmp_path / "แผน.csv").write_text(text, encoding="utf-8-sig")
        assert shown(scored(tmp_path / "แผน.csv").total) == "80.00"

    def test_headings_of_two_rows_are_understood_without_merged_cells(self, tmp_path: Path) -> None:
        lines = [HEAD, SUBHEAD, *LAYOUTS["blank below the first"][0]]
        text = "\n".join(",".join(map(str, line)) for line in lines)
        (tmp_path / "แผน.csv").write_text(text, encoding="utf-8")
        assert tree(read(tmp_path / "แผน.csv")) == TREE

    def test_a_damaged_file_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "แผน.xlsx").write_bytes(b"PK\x03\x04")
        with pytest.raises(InputError):
            read(tmp_path / "แผน.xlsx")


def test_headings_merged_over_two_columns_are_one_column(tmp_path: Path) -> None:
    """As where an office keeps the number of a dimension in a narrow column of its own."""
    head = ["มิติ", "", "CSF", "ตัวชี้วัดที่", "ตัวชี้วัด", *(f"เป้าหมาย {level}" for level in "๑๒๓๔๕")]
    head += ["น้ำหนักตัวชี้วัด", "น้ำหนัก CSF", "น้ำหนักมิติ", "ผล"]
    rows = [head, ["ก", "", "ข", "๑.๑", "ชื่อ", 1, 2, 3, 4, 5, 100, 100, 100, 5]]
    assert shown(scored(workbook(tmp_path, rows, "A1:B1", "A2:B2")).total) == "100.00"


class TestNoKpiIsDropped:
    def test_one_under_a_group_named_like_a_total(self, tmp_path: Path) -> None:
        found = scored(card(tmp_path, row(dimension="รวมพลังบุคลากร", csf="รวมใจ")))
        assert shown(found.total) == "80.00"
        assert not found.findings

    def test_one_whose_group_is_merged_over_two_columns(self, tmp_path: Path) -> None:
        found = scored(card(tmp_path, row(csf=""), merges=["A3:B3"]))
        assert [(csf.csf.name, shown(csf.score)) for csf in found.csfs] == [("๑. มิติ", "80.00")]

    def test_one_of_two_lines_counts_once(self, tmp_path: Path) -> None:
        lines = [row(), ["", "ส่วนที่เหลือของเป้าประสงค์"]]
        merged = [f"{letter}3:{letter}4" for letter in "ACDEFGHIJKLMNO"]
        found = scored(card(tmp_path, *lines, merges=merged))
        assert [kpi.kpi.code for kpi in found.kpis] == ["1.1"]

    def test_one_with_a_number_that_excel_cannot_hold_is_told(self, tmp_path: Path) -> None:
        found = told(card(tmp_path, row(result=1e300)))
        assert [(one.code, one.cell) for one in found] == [("V03", "N3")]


def test_a_column_twice_is_told(tmp_path: Path) -> None:
    book = load_workbook(HR_PLAN, data_only=True)
    book[CARD]["W3"] = "ผลการดำเนินงาน"
    book.save(tmp_path / "แผน.xlsx")
    assert [(one.code, one.cell) for one in told(tmp_path / "แผน.xlsx")] == [("V02", "W3")]


def test_all_missing_columns_are_told_together(tmp_path: Path) -> None:
    (finding,) = told(workbook(tmp_path, [["ตัวชี้วัดที่", "ตัวชี้วัด", "น้ำหนัก KPI"], ["๑.๑", "ชื่อ", 100]]))
    assert finding.code == "V02"
    for name in ("มิติ", "เป้าประสงค์ (CSF)", "ระดับเป้าหมาย ๑", "น้ำหนัก CSFs", "ผลการดำเนินงาน"):
        assert f"“{name}”" in finding.message


def test_steps_and_costs_may_have_blanks_in_place_of_merged_cells(tmp_path: Path) -> None:
    book = load_workbook(HR_PLAN, data_only=True)
    for name in (STEPS, TRAINING, OTHER_COSTS):
        for merge in [str(merge) for merge in book[name].merged_cells.ranges if merge.min_row > 4]:
            book[name].unmerge_cells(merge)
    book.save(tmp_path / "แผน.xlsx")
    here, there = read(tmp_path / "แผน.xlsx"), read(HR_PLAN)
    assert [kpi.steps for kpi in here.kpis] == [kpi.steps for kpi in there.kpis]
    assert here.costs == there.costs
    assert here.courses == there.courses
    assert shown(score(here).total) == "28.83"
    assert [finding.code for finding in score(here).findings] == ["V11"]
