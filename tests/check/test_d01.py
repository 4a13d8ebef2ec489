"""D01: one number in two kinds of digits."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("ภายในวันที่ ๒๗ มีนาคม ๒๕๖6", "๒๕๖6", "๒๕๖๖"),
        ("ตามหนังสือ ที่ กษ ๑๑1๓/๖๕๓", "๑๑1๓/๖๕๓", "๑๑๑๓/๖๕๓"),
        ("เป็นเงิน 1,๒๕๐.00 บาท", "1,๒๕๐.00", "๑,๒๕๐.๐๐"),
    ],
)
def test_a_mixed_number_is_found_and_can_be_mended(text, wrong, right):
    [fault] = faults(memo(body=[text]), "D01")
    assert (fault.text, fault.fix) == (wrong, right)


@each("text", ["๒๕๖๖ และ 2023", "Windows 11 จำนวน ๑๑ ชุด", "๐๙.๐๐ - ๑๒.๐๐ น."])
def test_numbers_each_in_one_kind_are_left_alone(text):
    assert texts(memo(body=[text]), "D01") == []


def test_what_no_one_sees_between_the_digits_does_not_hide_it():
    [fault] = faults(memo(body=["๒๕\u200b๖6"]), "D01")
    assert fault.text == "๒๕\u200b๖6"
