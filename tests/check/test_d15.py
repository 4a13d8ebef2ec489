"""D15: a letter dated on a day off."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong"),
    [
        ("๒๖ มีนาคม ๒๕๖๖", "๒๖ มีนาคม ๒๕๖๖"),
        ("๒๕ มีนาคม ๒๕๖๖", "๒๕ มีนาคม ๒๕๖๖"),
        ("๑๓ เมษายน ๒๕๖๖", "๑๓ เมษายน ๒๕๖๖"),
        ("๕ ธันวาคม ๒๕๖๖", "๕ ธันวาคม ๒๕๖๖"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(date=text), "D15")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "๒๗ มีนาคม ๒๕๖๖",
        "มีนาคม ๒๕๖๖",
        "๑๒ เมษายน ๒๕๖๖",
        "๒๘ กรกฎาคม ๒๕๕๙",
        "อ่านไม่ออก",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(date=text), "D15") == []
