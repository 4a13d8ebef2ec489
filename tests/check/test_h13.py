"""H13: a draft that leaves its whole number blank."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import external, faults, memo, order

from memogen.paper import Origin


@each("number", ["", "......./.......", "/", "/ว", "........./ว......"])
def test_a_wholly_blank_number_is_found_with_the_office_s_code(number):
    [fault] = faults(memo(number=number), "H13")
    assert fault.hint.endswith("กษ ๑๑๑๓/")


@each("number", ["กษ ๑๑๑๓/", "กษ ๑๑๑๓/๖๕๓", "กษ ๑๑๑๓/........", "กษ ๑๑๑๓/ว"])
def test_a_draft_with_its_code_is_left_alone(number):
    assert faults(external(number=number), "H13") == []


def test_orders_and_letter_files_are_not_asked():
    assert faults(order(number=""), "H13") == []
    assert faults(replace(memo(number=""), origin=Origin.LETTER), "H13") == []
