"""D09: years of two digits."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong"),
    [
        ("ภายในวันที่ ๒๗ มีนาคม ๖๖", "๖๖"),
        ("ประจำปีงบประมาณ ๖๖", "๖๖"),
        ("พ.ศ. 66 เป็นต้นไป", "66"),
        ("ถึงสิ้นเดือนธันวาคม ๖๖", "๖๖"),
        ("วันที่ 1 เมษายน '66", "'66"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "D09")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "๒๗ มีนาคม ๒๕๖๖",
        "ปีงบประมาณ พ.ศ. ๒๕๖๖",
        "อายุ ๓ ปี ๖๖ วัน",
        "วันที่ ๒๗ มีนาคม ๖๖ คน",
        "ปีงบประมาณ ๕ ปี",
        "เดือนธันวาคม ๖๖ คน",
        "๒๗ มี.ค. ๖๖ เป็นเรื่องของ D08",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D09") == []
