"""C03: sara ae typed as two sara e."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("จัดทำเเผนงาน", "เเ", "แ"),
        ("เเจ้งให้ทราบ", "เเ", "แ"),
        ("กรมเเละกอง", "เเ", "แ"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C03")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "แผนงาน",
        "เสนอเรื่อง",
        "เ เรื่อง",
        "เเ",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C03") == []
