"""H11: where ว of a circular's number stands."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts


@each(
    ("number", "right"),
    [
        ("กษ ว ๑๑๑๓/๗๑", "กษ ๑๑๑๓/ว๗๑"),
        ("ว กษ ๑๑๑๓/๗๑", "กษ ๑๑๑๓/ว๗๑"),
        ("กษ ๑๑๑๓ ว/๗๑", "กษ ๑๑๑๓/ว๗๑"),
        ("กษ ๑๑๑๓/๗๑ ว", "กษ ๑๑๑๓/ว๗๑"),
        ("กษ ๑๑๑๓/ว.๗๑", "กษ ๑๑๑๓/ว๗๑"),
    ],
)
def test_a_misplaced_mark_is_found_with_the_right_number(number, right):
    [fault] = faults(memo(number=number), "H11")
    assert fault.text == number
    assert fault.hint.endswith(right)


@each(
    "number",
    [
        "กษ ๑๑๑๓/ว๗๑",
        "กษ ๑๑๑๓/ว ๗๑",
        "กษ ๑๑๑๓/ว",
        "อว ๐๖๐๑/๑๒",
        "วธ ๐๒๐๑/ว๑",
        "กค (กวจ) ๐๔๐๕.๒/ว ๘๙",
        "กษ ๑๑๑๓/๖๕๓",
        "",
    ],
)
def test_numbers_as_they_should_be_are_left_alone(number):
    assert texts(external(number=number), "H11") == []
