"""Copies of the HR plan with one fault each: each is told in its cell, and nothing else is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from plan_workbooks import (
    CARD,
    DETAILS,
    HR_PLAN,
    OTHER_COSTS,
    PARTS,
    STEPS,
    TRAINING,
    card,
    row,
    scored,
    spoiled,
    told,
)

from memogen.findings import Finding, Severity, has_errors
from memogen.kpi import shown

TRUE = ("V11", DETAILS, "H13")
"""The contradiction that seed 001 itself has."""

E, W = Severity.ERROR, Severity.WARNING

FAULTS: dict[str, tuple[str, Mapping[str, Any], str, str, Severity, tuple[str, ...]]] = {
    "a KPI's weight": (CARD, {"N5": 40}, "V10", "N5", E, ("รวมกันได้ 90", "40 N5 + 50 N6", "สร้างองค์ความรู้ใหม่")),
    "a CSF's weight": (CARD, {"O12": 25}, "V10", "O12", E, ("CSF ใน “๓.", "รวมกันได้ 105")),
    "a dimension's weight": (CARD, {"P23": 5}, "V10", "P5", E, ("มิติทั้งหมด", "รวมกันได้ 90")),
    "a percentage": (DETAILS, {"F9": 211}, "V11", "H9", W, ("2.2", "12.12", "211 ใน 916", "23.03")),
    "a level": (CARD, {"R7": 3}, "V12", "R7", W, ("1.3", "ระดับ 3", "ได้ระดับ 2")),
    "a level for what is awaited": (
        CARD,
        {"R5": 5},
        "V12",
        "R5",
        W,
        ("1.1", "ระดับ 5", "ทราบผล"),
    ),
    "a result that the steps do not give": (STEPS, {"E5": None}, "V13", "Q7", W, ("1.3", "ผล 2", "ได้ 1")),
    "a result that its parts do not give": (PARTS, {"J5": 90}, "V13", "Q11", W, ("2.4", "ผล 80", "ได้ 85")),
    "a result that its share does not give": (
        CARD,
        {"Q9": 21.12},
        "V13",
        "Q9",
        W,
        ("111 ใน 916", "12.1179"),
    ),
    "a count": (CARD, {"Q14": 20.5}, "V13", "Q14", W, ("3.3", "ผล 20.5", "ได้ 20")),
    "a KPI's score": (CARD, {"S7": 3.5}, "V14", "S7", W, ("ตัวชี้วัด 1.3", "3.5", "3.00")),
    "a dimension's score": (CARD, {"U23": 3}, "V14", "U23", W, ("๕. คุณภาพชีวิต", "เขียนว่า 3 ", "2.63")),
    "the total": (CARD, {"U27": 29}, "V14", "U27", W, ("ทั้งแผน", "เขียนว่า 29 ", "28.83")),
    "the number of KPIs": (
        CARD,
        {"A28": "รวมทั้งสิ้น ๕ มิติ ๑๔ CSF ๒๐ แผนงาน/โครงการ ๒๓ ตัวชี้วัด"},
        "V15",
        "A28",
        W,
        ("23 ตัวชี้วัด", "มี 22"),
    ),
    "the number of CSFs": (CARD, {"A28": "รวม ๑๕ CSFs"}, "V15", "A28", W, ("15 CSF", "มี 14")),
    "a sum across": (TRAINING, {"O5": 197848.90}, "V16", "O5", W, ("197,848.9", "197,848.6")),
    "a total below": (TRAINING, {"G14": 651}, "V16", "G14", W, ("ผู้เข้าอบรม (คน)", "651", "650")),
    "a budget": (CARD, {"V21": 321700}, "V17", "V21", W, ("4.3", "321,700", "321,600", OTHER_COSTS)),
    "percent as a share of one": (
        CARD,
        {"Q25": 0.838},
        "V18",
        "Q25",
        E,
        ("0.838", "60, 65, 70, 75, 80"),
    ),
    "details of no KPI": (DETAILS, {"A26": "๕.๕"}, "V19", "A26", W, ("5.5",)),
    "a name": (
        DETAILS,
        {"B14": "จำนวนสื่อ"},
        "V20",
        "B14",
        W,
        ("3.3", "“จำนวนสื่อ”", "การเรียนรู้"),
    ),
    "no result": (CARD, {"Q22": None, "R22": None}, "V21", "E22", W, ("4.4",)),
    "targets that waver": (CARD, {"K12": 95}, "V08", "I12", E, ("3.1", "60, 65, 95, 75, 80")),
    "no target": (CARD, dict.fromkeys(("I12", "J12", "K12", "L12", "M12"), "-"), "V08", "E12", E, ("3.1",)),
    "a weight in words": (CARD, {"N5": "ห้าสิบ"}, "V03", "N5", E, ("“ห้าสิบ”", "น้ำหนัก KPIs")),
    "a weight below nothing": (CARD, {"N7": -100}, "V03", "N7", E, ("-100",)),
    "a target in words": (CARD, {"L20": "เจ็ดสิบห้า"}, "V03", "L20", E, ("เจ็ดสิบห้า", "ระดับเป้าหมาย ๔")),
    "a level beyond five": (CARD, {"R10": 6}, "V03", "R10", E, ("ระดับ 6",)),
    "a level that is a word": (CARD, {"R10": "ดีมาก"}, "V03", "R10", E, ("“ดีมาก”",)),
    "a mark that is none": (STEPS, {"E6": "ครึ่งหนึ่ง"}, "V03", "E6", E, ("ครึ่งหนึ่ง",)),
    "no code": (CARD, {"E10": None}, "V04", "F10", E, ("ไม่มีรหัส", "ร้อยละของผู้ที่ได้รับบริการ")),
    "no weight": (CARD, {"N7": None}, "V05", "E7", E, ("1.3", "น้ำหนัก KPIs")),
    "no weight of a group": (CARD, {"P8": "-"}, "V05", "E8", E, ("2.1", "น้ำหนัก มิติ")),
    "no name": (CARD, {"F14": None}, "V05", "E14", E, ("3.3", "ตัวชี้วัด (KPI)")),
    "a formula not calculated": (CARD, {"U27": "=SUM(U5:U26)"}, "X10", "U27", E, ("ยังไม่ได้คำนวณ",)),
    "an error value": (TRAINING, {"O14": "#REF!"}, "X11", "O14", E, ("#REF!",)),
    "a heading": (CARD, {"N4": "KPX"}, "V02", "", E, ("“น้ำหนัก KPIs”",)),
    "a heading that we can do without": (CARD, {"V3": "เงิน"}, "V22", "V3", Severity.INFO, ("“เงิน”",)),
}


def places(findings: list[Finding]) -> list[tuple[str, str, str | None]]:
    return [(one.code, one.place.removeprefix("ชีต "), one.cell) for one in findings]


def test_the_clean_copy_has_only_the_true_contradiction(tmp_path: Path) -> None:
    assert places(told(spoiled(tmp_path, CARD, {}))) == [TRUE]
    assert places(told(HR_PLAN)) == [TRUE]


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_is_one_clear_finding(tmp_path: Path, fault: str) -> None:
    sheet, cells, code, cell, severity, words = FAULTS[fault]
    found = told(spoiled(tmp_path, sheet, cells))
    (finding,) = (one for one in found if (one.code, one.cell) != ("V11", "H13"))
    assert (finding.code, finding.cell or "", finding.severity) == (code, cell, severity)
    for word in words:
        assert word in finding.message
    assert finding.hint
    assert finding.file == "แผน.xlsx"


def test_the_score_stands_by_the_targets_where_a_level_does_not_follow(tmp_path: Path) -> None:
    assert shown(scored(spoiled(tmp_path, CARD, {"R7": 5})).total) == "28.83"


def test_a_code_twice_is_told_with_both_cells(tmp_path: Path) -> None:
    found = {one.code: one for one in told(spoiled(tmp_path, CARD, {"E6": "๑.๑"}))}
    assert (found["V07"].cell, found["V07"].severity) == ("E6", Severity.ERROR)
    assert "1.1 ซ้ำกับช่อง E5" in found["V07"].message
    assert "1.2" in found["V19"].message  # its details are now of no KPI


def test_two_weights_of_one_group_are_told_with_both_cells(tmp_path: Path) -> None:
    path = card(
        tmp_path,
        row("๑.๑", kpi_weight=50, csf_weight=100),
        row("๑.๒", kpi_weight=50, csf_weight=90),
    )
    (finding,) = told(path)
    assert (finding.code, finding.cell) == ("V06", "L4")
    assert "100 (ช่อง L3)" in finding.message


def test_faults_are_told_all_at_once(tmp_path: Path) -> None:
    found = told(spoiled(tmp_path, CARD, {"N5": "ห้าสิบ", "R10": 6, "E14": None, "U27": "=U5"}))
    assert sorted(one.code for one in found) == ["V03", "V03", "V04", "X10"]


@pytest.mark.parametrize(("third", "severity"), [(33.34, None), (33.3, W), (20, E)])
def test_a_third_may_be_rounded(tmp_path: Path, third: float, severity: Severity | None) -> None:
    weights = [33.33, 33.33, third]
    rows = [row(f"๑.{at}", kpi_weight=weight) for at, weight in enumerate(weights, start=1)]
    found = told(card(tmp_path, *rows))
    assert [(one.code, one.severity) for one in found] == ([("V10", severity)] if severity else [])


def test_wrong_weights_silence_the_scores_that_follow_from_them(tmp_path: Path) -> None:
    found = told(spoiled(tmp_path, CARD, {"P5": 25}))
    assert places(found) == [("V10", CARD, "P5"), TRUE]


def test_words_that_are_no_result_are_an_error(tmp_path: Path) -> None:
    found = told(card(tmp_path, row(result="ดำเนินการดีมาก")))
    assert [(one.code, one.cell) for one in found] == [("V03", "N3")]
    assert has_errors(found)


@pytest.mark.parametrize(
    ("targets", "result", "is_told"),
    [
        ((60, 65, 70, 75, 80), 0.838, True),
        ((60, 65, 70, 75, 80), 1, True),
        ((0.6, 0.65, 0.7, 0.75, 0.8), 83.8, True),
        ((1, 2, 3, 4, 5), 0.8, True),
        ((0.6, 0.65, 0.7, 0.75, 0.8), 0.838, False),
        ((1, 2, 3, 4, 5), 1, False),
        ((1, 2, 3, 4, 5), "0.8%", False),
        (("60%", "65%", "70%", "75%", "80%"), 0.838, True),
        (("0.5%", "0.4%", "0.3%", "0.2%", "0.1%"), 45, False),
        ((60, 65, 70, 75, 80), 0, False),
        ((60, 65, 70, 75, 80), 1.5, False),
    ],
)
def test_percent_of_two_scales_is_told(tmp_path: Path, targets: Any, result: Any, is_told: bool) -> None:
    found = told(card(tmp_path, row(targets=targets, result=result)))
    assert [one.code for one in found] == (["V18"] if is_told else [])


@pytest.mark.parametrize(
    ("shown_as_percent", "targets", "result", "level"),
    [
        (("N3",), (60, 65, 70, 75, 80), 0.838, 5),
        (("N3",), (60, 65, 70, 75, 80), 0.62, 1),
        (("N3",), (1, 2, 3, 4, 5), 0.008, 0),  # 0.80%
        (("F3", "G3", "H3", "I3", "J3"), (0.6, 0.65, 0.7, 0.75, 0.8), 75, 4),
        (("F3", "G3", "H3", "I3", "J3", "N3"), (0.6, 0.65, 0.7, 0.75, 0.8), 0.6499, 1),
        (("K3", "L3", "M3"), (60, 65, 70, 75, 80), 75, 4),  # weights of 100 typed as 1
    ],
)
def test_a_cell_shown_as_percent_is_of_the_scale_that_it_shows(
    tmp_path: Path, shown_as_percent: tuple[str, ...], targets: Any, result: Any, level: int
) -> None:
    weight = 1 if "K3" in shown_as_percent else 100
    weights: dict[str, Any] = {"kpi_weight": weight, "csf_weight": weight, "dimension_weight": weight}
    path = card(tmp_path, row(targets=targets, result=result, **weights))
    book = load_workbook(path)
    for cell in shown_as_percent:
        book.worksheets[0][cell].number_format = "0.00%"
    book.save(path)
    found = scored(path)
    assert not found.findings
    assert found.kpis[0].level == level
    assert found.total == level * 20


def test_a_result_shown_as_percent_is_printed_as_it_is_seen(tmp_path: Path) -> None:
    path = card(tmp_path, row(result=0.838))
    book = load_workbook(path)
    book.worksheets[0]["N3"].number_format = "0.00%"
    book.save(path)
    result = scored(path).kpis[0].kpi.result
    assert result
    assert result.text == "83.80"


def test_a_name_tells_a_percentage_where_no_unit_does(tmp_path: Path) -> None:
    found = told(card(tmp_path, row(measure="", name="ร้อยละของหน่วยงาน", result=0.838)))
    assert [one.code for one in found] == ["V18"]


def test_a_number_of_things_has_no_scale(tmp_path: Path) -> None:
    assert not told(card(tmp_path, row(measure="เรื่อง", targets=(3, 4, 5, 6, 7), result=1)))


def test_a_result_just_below_the_target_that_it_is_rounded_to_is_told(tmp_path: Path) -> None:
    """99.95 written as 100 would reach level 5."""
    cells = {"F10": 1999, "G10": 2000}
    found = told(spoiled(tmp_path, DETAILS, {**cells, "H10": 0.9995}))
    assert [(one.code, one.cell) for one in found if one.code == "V13"] == [("V13", "Q10")]
