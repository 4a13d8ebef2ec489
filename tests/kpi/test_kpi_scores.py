"""The HR plan of พ.ศ. ๒๕๖๖ is scored as seed 001 says; its figures are typed from there."""

from __future__ import annotations

from decimal import Decimal

from cases import each
from plan_workbooks import CARD, DETAILS, HR_PLAN, TRAINING, read, scored

from memogen.findings import Severity
from memogen.kpi import shown
from memogen.kpi.nouns import Figure, Round, Words

SCORED = scored(HR_PLAN)
LATER = "ทราบผล เดือน ก.ย. ๖๖"

KPIS = {
    "1.1": (None, "0", LATER),
    "1.2": (None, "0", LATER),
    "1.3": (2, "3", "2"),
    "2.1": (4, "4", "4"),
    "2.2": (None, "0", "12.12"),
    "2.3": (5, "5", "100"),
    "2.4": (3, "3", "80"),
    "3.1": (None, "0", LATER),
    "3.2": (None, "0", "58.73"),
    "3.3": (1, "1.2", "20"),
    "3.4": (None, "0", LATER),
    "3.5": (None, "0", LATER),
    "3.6": (None, "0", LATER),
    "3.7": (None, "0", LATER),
    "4.1": (None, "0", LATER),
    "4.2": (5, "5", "100"),
    "4.3": (5, "5", "100"),
    "4.4": (None, "0", LATER),
    "5.1": (None, "0", LATER),
    "5.2": (None, "0", LATER),
    "5.3": (5, "2.625", "83.8"),
    "5.4": (None, "0", LATER),
}
CSFS = ["0", "3", "12", "0", "0", "1.2", "0", "0", "0", "0", "10", "0", "0", "2.625"]


def test_the_total_and_the_dimensions() -> None:
    assert shown(SCORED.total) == "28.83"
    assert [shown(one.score) for one in SCORED.dimensions] == ["3.00", "12.00", "1.20", "10.00", "2.63"]
    assert [one.dimension.weight.value for one in SCORED.dimensions] == [15, 20, 30, 20, 15]


def test_the_csfs_have_their_scores() -> None:
    assert [csf.score for csf in SCORED.csfs] == list(map(Decimal, CSFS))


def test_the_kpis_are_those_of_the_plan() -> None:
    assert [kpi.kpi.code for kpi in SCORED.kpis] == list(KPIS)


@each("code", KPIS)
def test_a_kpi_has_its_level_and_score(code: str) -> None:
    (kpi,) = (kpi for kpi in SCORED.kpis if kpi.kpi.code == code)
    result = kpi.kpi.result.text if kpi.kpi.result else ""
    assert (kpi.level, kpi.score, result) == (KPIS[code][0], Decimal(KPIS[code][1]), KPIS[code][2])


def test_what_is_not_yet_known_says_when() -> None:
    assert {kpi.kpi.code for kpi in SCORED.unknown} == {code for code, row in KPIS.items() if row[0] is None}
    assert {kpi.awaited for kpi in SCORED.unknown} == {LATER}


def test_an_interim_result_gives_no_level_and_is_kept() -> None:
    interim = {kpi.kpi.code: kpi.result for kpi in SCORED.unknown if kpi.result is not None}
    assert interim == {"2.2": Decimal("12.12"), "3.2": Decimal("58.73")}


def test_the_one_true_contradiction_of_the_plan_is_told() -> None:
    """Seed 001 states 58.73 beside 650 of 945, which is 68.78."""
    (finding,) = SCORED.findings
    assert (finding.code, finding.severity, finding.place) == ("V11", Severity.WARNING, f"ชีต {DETAILS}")
    assert (finding.file, finding.cell) == (HR_PLAN.name, "H13")
    for words in ("3.2", "58.73", "650 ใน 945", "68.78"):
        assert words in finding.message


def test_a_figure_keeps_its_cell() -> None:
    kpis = {kpi.code: kpi for kpi in read(HR_PLAN).kpis}
    assert kpis["3.2"].result == Figure(Decimal("58.73"), "58.73", CARD, "Q13")
    assert kpis["3.2"].level == Words(LATER, CARD, "R13")
    assert kpis["3.4"].targets[:2] == (None, None)
    assert kpis["3.4"].targets[2] == Figure(Decimal(1), "1", CARD, "K15")
    assert kpis["1.2"].budget == Words("ไม่ได้ใช้งบประมาณดำเนินการ", CARD, "V6")


def test_a_group_keeps_its_own_cell_though_merged() -> None:
    (dimension, *_others) = read(HR_PLAN).dimensions
    assert (dimension.weight.cell, [csf.weight.cell for csf in dimension.csfs]) == ("P5", ["O5", "O7"])
    assert dimension.score == Figure(Decimal(3), "3", CARD, "U5")


def test_what_a_form_needs_is_there() -> None:
    kpis = {kpi.code: kpi for kpi in read(HR_PLAN).kpis}
    kpi = kpis["2.2"]
    assert kpi.details is not None
    assert kpi.project == "๔. จัดทำข้อมูลข้าราชการทุกระดับ"
    assert (kpi.responsible, kpi.measure) == ("กกจ. กลุ่มทะเบียนฯ", "ร้อยละ")
    assert kpi.details.office == "กลุ่มทะเบียนประวัติและบำเหน็จความชอบ"
    assert kpi.details.activity.split("\n")[0] == "๑) นำฐานข้อมูลทะเบียนประวัติและระบบ DPIS มาใช้"
    assert "× ๑๐๐ ÷" in kpi.details.formula
    assert kpi.details.report == "ตรวจสอบและปรับปรุงข้อมูลแล้ว ๑๑๑ ราย จากทั้งสิ้น ๙๑๖ ราย"
    assert kpi.details.position == "นักทรัพยากรบุคคลชำนาญการ"
    assert kpis["1.1"].details is not None
    assert kpis["1.1"].details.note.endswith("รวม ๑๑๒ องค์ความรู้")


def test_the_round_is_the_ticked_one() -> None:
    scorecard = read(HR_PLAN)
    assert scorecard.rounds == (
        Round("รอบ ๔ เดือน", False),
        Round("รอบ ๖ เดือน", True),
        Round("รอบ ๙ เดือน", False),
    )
    assert scorecard.titles[0].startswith("ผลการดำเนินงานตามแผนกลยุทธ์")
    assert scorecard.notes[0] == "คะแนน HR Scorecard (เต็ม ๑๐๐ คะแนน)"


def test_steps_and_parts_are_with_their_kpi() -> None:
    kpis = {kpi.code: kpi for kpi in read(HR_PLAN).kpis}
    assert [step.is_done for step in kpis["1.3"].steps] == [True, True, False, False, False]
    assert [step.is_done for step in kpis["2.1"].steps].count(True) == 4
    assert len({step.activity for step in kpis["2.4"].steps}) == 2
    assert [part.percent.value for part in kpis["2.4"].parts if part.percent] == [80, 80]
    assert not kpis["1.1"].steps
    assert not kpis["1.1"].parts


def test_the_costs_of_a_kpi_are_its_rows() -> None:
    costs = read(HR_PLAN).costs
    assert sum(cost.value for cost in costs["3.2"]) == Decimal("1397139.50")
    assert {cost.sheet for cost in costs["3.2"]} == {TRAINING}
    assert [cost.value for cost in costs["4.3"]] == [4600, 317000]
    assert [(cost.value, cost.cell) for cost in costs["4.2"]] == [(326000, "L5")]
