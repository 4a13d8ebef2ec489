"""T04: another paper than A4, or other margins."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import A4, external, faults, memo, order

from memogen.findings import Severity
from memogen.paper import Paper


def on(paper: Paper, **values: float) -> Paper:
    return replace(paper, sheets=(replace(A4, **values),))


@each(
    ("values", "said"),
    [
        ({"left_mm": 25.4}, "ขอบซ้ายของกระดาษ ๒.๕๔ ซม."),
        ({"left_mm": 20.0}, "ขอบซ้ายของกระดาษ ๒ ซม."),
        ({"right_mm": 25.4}, "ขอบขวาของกระดาษ ๒.๕๔ ซม."),
        ({"width_mm": 215.9, "height_mm": 279.4}, "กระดาษขนาด ๒๑.๕๙ x ๒๗.๙๔ ซม."),
        ({"width_mm": 297.0, "height_mm": 210.0}, "กระดาษขนาด ๒๙.๗ x ๒๑ ซม."),
    ],
)
def test_another_paper_or_margin_is_an_error(values, said):
    [fault] = faults(on(memo(), **values), "T04")
    assert (fault.message, fault.severity) == (said, None)


@each("right", [18.0, 22.0, 17.5])
def test_a_small_change_for_neatness_is_only_warned_of(right):
    [fault] = faults(on(external(), right_mm=right), "T04")
    assert fault.severity is Severity.WARNING


@each("values", [{}, {"left_mm": 29.1}, {"right_mm": 20.9}, {"top_mm": 25.4}, {"bottom_mm": 12.7}])
def test_within_a_millimetre_it_is_right_and_top_and_bottom_are_free(values):
    assert faults(on(order(), **values), "T04") == []


@each("size", [(148.0, 210.0), (210.0, 148.0)])
def test_a_memo_may_be_on_a5_and_a_letter_not(size):
    width, height = size
    assert faults(on(memo(), width_mm=width, height_mm=height), "T04") == []
    assert len(faults(on(external(), width_mm=width, height_mm=height), "T04")) == 1


def test_annexes_and_letters_without_pages_are_left_alone():
    across = replace(A4, width_mm=297.0, height_mm=210.0, left_mm=10.0)
    assert faults(replace(memo(), sheets=(A4, across)), "T04") == []
    assert faults(replace(memo(), sheets=()), "T04") == []
