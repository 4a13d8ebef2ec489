"""B15: a list with และ before every item."""

from __future__ import annotations

from cases import each
from papers import memo, texts


@each(
    ("case", "wrong"),
    [
        ("จัดเตรียม เอกสาร และอุปกรณ์ และสถานที่", "เอกสาร และอุปกรณ์ และสถานที่"),
        ("ตามวัน และเวลา และสถานที่ดังกล่าว", "ตามวัน และเวลา และสถานที่ดังกล่าว"),
        ("เชิญ ครู และนักเรียน และผู้ปกครอง เข้าร่วม", "ครู และนักเรียน และผู้ปกครอง"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B15") == [wrong]


@each(
    "case",
    [
        "จัดเตรียมเอกสาร อุปกรณ์ และสถานที่",
        "ผู้อำนวยการสำนัก ผู้อำนวยการกอง และหัวหน้ากลุ่ม",
        "กระทรวงเกษตรและสหกรณ์และกรมส่งเสริมสหกรณ์",
        "ปรับปรุงและพัฒนา และรายงานผล",
        "พื้นที่ ๑ และพื้นที่ ๒ และพื้นที่ ๓",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B15") == []
