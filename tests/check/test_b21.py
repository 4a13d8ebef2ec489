"""B21: words that blame the reader."""

from __future__ import annotations

from cases import each
from papers import memo, texts


@each(
    ("case", "wrong"),
    [
        ("ท่านเข้าใจผิดว่าต้องส่งภายในเดือนนี้", "ท่านเข้าใจผิด"),
        ("เกิดจากความผิดของท่าน", "ความผิดของท่าน"),
        ("เอกสารของท่านใช้ไม่ได้", "ของท่านใช้ไม่ได้"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B21") == [wrong]


@each(
    "case",
    [
        "อาจเกิดความเข้าใจคลาดเคลื่อน",
        "เครื่องพิมพ์ใช้ไม่ได้",
        "หากท่านเข้าใจผิดโปรดสอบถาม",
        "หากท่านเพิกเฉยจะดำเนินการตามกฎหมาย",
        "“ท่านเข้าใจผิด”",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B21") == []
