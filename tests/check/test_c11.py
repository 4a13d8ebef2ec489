"""C11: numbers without a space before or after them."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("ผู้เข้าประชุม จำนวน๑๕ คน", "จำนวน", "จำนวน "),
        ("เป็นเงิน ๑,๐๐๐บาท", "๐", "๐ "),
        ("ภายในวันที่๒๗ มีนาคม", "วันที่", "วันที่ "),
        ("วันที่ ๒๗มีนาคม ๒๕๖๖", "๗", "๗ "),
        ("ร้อยละ๘๔.๐๗", "ร้อยละ", "ร้อยละ "),
        ("จำนวน ๓ชุด", "๓", "๓ "),
        ("ภายใน ๒เดือน", "๒", "๒ "),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C11")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "จำนวน ๑๕ คน เป็นเงิน ๑,๐๐๐ บาท",
        "ที่ กษ ๑๑๑๓/ว๗๑",
        "ป.๖ ม.๓",
        "รุ่น A4",
        "แบบ ปร๔",
        "เวลา ๐๙.๓๐ น.",
        "วันที่... ๒๗ มีนาคม",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C11") == []
