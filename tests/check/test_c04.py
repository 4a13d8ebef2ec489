"""C04: marks typed twice or in the wrong order."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("ท่ีประชุมรับทราบ", "ท่ี", "ที่"),
        ("ตำบลไม้รุุด", "รุุ", "รุ"),
        ("เรื่่อง", "รื่่", "รื่"),
        ("กาารประชุม", "าา", "า"),
        ("ผู้้อำนวยการ", "ผู้้", "ผู้"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C04")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "ที่ประชุมรับทราบ",
        "น้ำ ผู้ ปู่ กี่ เป็น สิ้น",
        "ก้าวหน้า",
        "จำเป็น",
        "(ี)",
        "\ufffcั้ง",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C04") == []


@each("text", ["สม่่าเสมอ", "ก่้าวหน้า", "เรื่อง ่ที่"])
def test_what_nobody_can_mend_for_sure_has_no_fix(text):
    [fault] = faults(memo(body=[text]), "C04")
    assert fault.fix is None
