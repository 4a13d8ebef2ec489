"""C01: words that letters often misspell."""

from __future__ import annotations

import pytest
from papers import faults, memo, texts


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("ขออนุญาติใช้ห้องประชุม", "อนุญาติ", "อนุญาต"),
        ("ตามกฏหมาย", "กฏหมาย", "กฎหมาย"),
        ("ดังปรากฎตามสำเนา", "ปรากฎ", "ปรากฏ"),
        ("ผู้ปฎิบัติงาน", "ปฎิ", "ปฏิ"),
        ("ให้บริการบุคคลากรภายใน", "บุคคลากร", "บุคลากร"),
        ("เดือนกรกฏาคม ๒๕๖๖", "กรกฏาคม", "กรกฎาคม"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C01")
    assert (fault.text, fault.fix) == (wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "อนุญาตติดตั้ง กฎหมาย ปรากฏ ปฏิบัติ บุคลากร",
        "ร้อยละ ๕๐ เปอร์เซ็นต์ชื่อผู้ตอบ",
        "ประชาสัมพันธ์กิจกรรมของกรม",
        "นายสมมติ ผาสุข ผู้อำนวยการ",
        "บริษัท ชาญอิสสระ ดีเวล็อปเมนท์ จำกัด",
        "ส่งที่ อนุญาติ@cpd.go.th",
        "ขออนุญาติดต่อราชการ",
        "ความสัมพันธ์กับเกียรติยศ",
        "ภารกิจ ธุรการ และสถานะการดำเนินงาน",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C01") == []
