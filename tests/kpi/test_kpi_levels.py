"""A level is the highest target that the result reaches, and a score is exact."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from cases import each
from hypothesis import given
from hypothesis import strategies as st
from plan_workbooks import card, figure, figures, row, scored

from memogen.kpi import Csf, Dimension, Kpi, Scorecard, score, shown
from memogen.kpi.arithmetic import agrees, level_of, points

RISING, FALLING = (60, 65, 70, 75, 80), (5, 4, 3, 2, 1)
DASHES = (None, None, 1, 2, 3)


@each(
    ("targets", "result", "level"),
    [
        (RISING, "59.99", 0),
        (RISING, "60", 1),
        (RISING, "64.999", 1),
        (RISING, "65", 2),
        (RISING, "80", 5),
        (RISING, "100", 5),
        (RISING, "0", 0),
        (FALLING, "6", 0),
        (FALLING, "5", 1),
        (FALLING, "2.5", 3),
        (FALLING, "2", 4),
        (FALLING, "1", 5),
        (FALLING, "0", 5),
        (DASHES, "0", 0),
        (DASHES, "1", 3),
        (DASHES, "2.9", 4),
        (DASHES, "3", 5),
        ((None, None, None, None, 1), "1", 5),
        ((None, None, None, None, 1), "0.5", 0),
        ((None, 10, None, 5, None), "7", 2),
        ((None, 10, None, 5, None), "5", 4),
        ((80, 80, 80, 80, 80), "80", 5),
        ((None, None, None, None, None), "80", 0),
    ],
)
def test_a_level_is_the_highest_target_reached(targets: Any, result: str, level: int) -> None:
    assert level_of(Decimal(result), figures(*targets)) == level


NUMBERS = st.decimals(min_value=0, max_value=1000, places=2)


@given(st.lists(NUMBERS, min_size=5, max_size=5).map(sorted), NUMBERS, NUMBERS)
def test_a_better_result_never_has_a_lower_level(
    targets: list[Decimal], one: Decimal, other: Decimal
) -> None:
    low, high = sorted((one, other))
    rising, falling = figures(*targets), figures(*reversed(targets))
    assert 0 <= level_of(low, rising) <= level_of(high, rising) <= 5
    if targets[0] < targets[-1]:
        assert 0 <= level_of(high, falling) <= level_of(low, falling) <= 5


@given(st.lists(NUMBERS, min_size=5, max_size=5, unique=True).map(sorted), st.integers(0, 4))
def test_a_target_just_met_is_reached(targets: list[Decimal], at: int) -> None:
    assert level_of(targets[at], figures(*targets)) == at + 1
    assert level_of(targets[at] - Decimal("0.01"), figures(*targets)) <= at
    assert level_of(targets[at], figures(*reversed(targets))) == 5 - at


@pytest.mark.parametrize(
    ("targets", "result", "level"),
    [
        (["๖๐", "๖๕", "๗๐", "๗๕", "๘๐"], "๗๕", 4),
        (["60%", "65%", "70%", "75%", "80%"], "75.5 %", 4),
        (["ร้อยละ ๖๐", "ร้อยละ ๖๕", "ร้อยละ ๗๐", "ร้อยละ ๗๕", "ร้อยละ ๘๐ ขึ้นไป"], "ร้อยละ ๘๐", 5),
        ([0.6, 0.65, 0.7, 0.75, 0.8], 0.7, 3),
        ([60, 65, 70, 75, 80], 64.99, 1),
        (["ขั้นตอนที่ ๑", "ขั้นตอนที่ ๒", "ขั้นตอนที่ ๓", "ขั้นตอนที่ ๔", "ขั้นตอนที่ ๕"], "ขั้นตอนที่ ๒", 2),
        (["ระดับ 1", "ระดับ 2", "ระดับ 3", "ระดับ 4", "ระดับ 5"], 4, 4),
        (["20 สื่อ", "21 สื่อ", "22 สื่อ", "23 สื่อ", "24 สื่อ"], "๒๔ สื่อ", 5),
        (["-", "–", 1, 2, 3], 2, 4),
        (["", "", "", "", "๑,๐๐๐"], "1,000 บาท", 5),
        (["ไม่เกิน ๕", "ไม่เกิน ๔", "ไม่เกิน ๓", "ไม่เกิน ๒", "ไม่เกิน ๑"], "๒.๕", 3),
    ],
)
def test_targets_are_read_as_offices_write_them(
    tmp_path: Path, targets: list[Any], result: Any, level: int
) -> None:
    (kpi,) = scored(card(tmp_path, row(targets=targets, result=result))).kpis
    assert kpi.level == level


def plan(weights: list[list[list[int]]], results: list[int]) -> Scorecard:
    """Dimensions of CSFs of KPIs, by their weights."""
    found = iter(results)
    dimensions = [
        Dimension(
            name=f"มิติ {at}",
            weight=figure(len(csfs)),
            csfs=tuple(
                Csf(
                    name=f"CSF {at}.{number}",
                    weight=figure(len(kpis)),
                    kpis=tuple(
                        Kpi(
                            code=f"{at}.{number}.{place}",
                            name="",
                            cell="A1",
                            targets=figures(1, 2, 3, 4, 5),
                            weight=figure(weight),
                            result=figure(next(found, 0)),
                        )
                        for place, weight in enumerate(kpis)
                    ),
                )
                for number, kpis in enumerate(csfs)
            ),
        )
        for at, csfs in enumerate(weights)
    ]
    return Scorecard(file="แผน.xlsx", sheet="แผ่น", titles=(), dimensions=tuple(dimensions))


KPI_WEIGHTS = st.lists(st.integers(0, 100), min_size=1, max_size=4)
PLANS = st.builds(
    plan,
    st.lists(st.lists(KPI_WEIGHTS, min_size=1, max_size=4), min_size=1, max_size=4),
    st.lists(st.integers(0, 6), max_size=64),
)


@given(PLANS)
def test_the_parts_add_up_to_the_total(scorecard: Scorecard) -> None:
    found = score(scorecard)
    assert found.total == sum(one.score for one in found.dimensions)
    assert found.total == sum(csf.score for csf in found.csfs)
    assert found.total == sum(kpi.score for kpi in found.kpis)


@given(PLANS)
def test_no_score_is_above_its_weight(scorecard: Scorecard) -> None:
    for one in score(scorecard).dimensions:
        for csf in one.csfs:
            for kpi in csf.kpis:
                full = points(5, kpi.kpi.weight, csf.csf.weight, one.dimension.weight)
                assert 0 <= kpi.score <= full


def test_a_full_plan_has_a_hundred() -> None:
    assert points(5, figure(100), figure(100), figure(100)) == 100
    assert points(5, figure(25), figure(70), figure(15)) == Decimal("2.625")


@each(
    ("value", "text"),
    [("2.625", "2.63"), ("2.6249", "2.62"), ("0.005", "0.01"), ("3", "3.00"), ("28.825", "28.83")],
)
def test_a_score_is_shown_with_two_places_halves_up(value: str, text: str) -> None:
    assert shown(Decimal(value)) == text


@each(
    ("stated", "ours", "same"),
    [
        ("12.12", "12.1179", True),
        ("12.1", "12.1179", True),
        ("12", "12.1179", True),
        ("100", "99.95", True),
        ("58.73", "68.7830", False),
        ("12.13", "12.1179", False),
        ("13", "12.1179", False),
        ("68.7830687830688", "68.783068783068", True),
    ],
)
def test_a_stated_figure_is_held_to_the_places_it_was_written_with(
    stated: str, ours: str, same: bool
) -> None:
    assert agrees(Decimal(stated), Decimal(ours)) == same
