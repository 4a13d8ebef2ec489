"""B20: padding."""

from __future__ import annotations

import pytest
from papers import memo, texts


@pytest.mark.parametrize(
    ("case", "wrong"),
    [
        ("กองคลังทำการตรวจสอบเอกสาร", "ทำการตรวจสอบ"),
        ("กองคลังได้ทำการสำรวจแล้ว", "ทำการสำรวจ"),
        ("ในส่วนของงบประมาณ", "ในส่วนของ"),
        ("มีความจำเป็นที่จะต้องเลื่อน", "มีความจำเป็นที่จะต้อง"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B20") == [wrong]


@pytest.mark.parametrize(
    "case",
    [
        "กองคลังตรวจสอบเอกสาร",
        "ผู้ทำการแทน",
        "มีความประสงค์จะขอ",
        "ในส่วนที่เกี่ยวข้อง",
        "วันทำการประกาศผล",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B20") == []
