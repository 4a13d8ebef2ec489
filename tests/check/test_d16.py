"""D16: amounts of baht without their commas."""

from __future__ import annotations

from cases import each
from papers import faults, found, memo, texts

from memogen.findings import Severity


@each(
    ("text", "wrong"),
    [
        ("เป็นเงิน ๑๕๐๐๐ บาท", "๑๕๐๐๐"),
        ("วงเงิน 1500000.50 บาท", "1500000.50"),
        ("จำนวน ๑,๕๐๐๐ บาท", "๑,๕๐๐๐"),
        ("ค่าอาหาร ๑๐๐ บาท และค่าที่พัก ๑,๒๐๐.๐๐ บาท", "๑,๒๐๐.๐๐"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "D16")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "เป็นเงิน ๑๕,๐๐๐ บาท",
        "๙๕๐ บาท",
        "๑,๒๐๐.๐๐ บาท และ ๕๐๐.๐๐ บาท",
        "ปี ๒๕๖๖",
        "๓๓,๒๐๙.๑๐ บาท และ ๒๑,๐๐๐ บาท",
        "๑.๕ ล้านบาท",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D16") == []


def test_the_hint_keeps_the_digits_that_are_typed():
    hints = [faults(memo(body=[text]), "D16")[0].hint for text in ("๑๕๐๐๐ บาท", "15000.50 บาท")]
    assert hints == ["เขียน ๑๕,๐๐๐ บาท", "เขียน 15,000.50 บาท"]


def test_satang_of_nothing_are_only_a_hint():
    [fault] = found(memo(body=["๑๐๐ บาท และ ๑,๒๐๐.๐๐ บาท"]), "D16")
    assert fault.finding.severity is Severity.INFO
