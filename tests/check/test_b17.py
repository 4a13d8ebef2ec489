"""B17: the particles of speech."""

from __future__ import annotations

from cases import each
from papers import memo, texts


@each(
    ("case", "wrong"),
    [
        ("จึงเรียนมาเพื่อโปรดพิจารณาค่ะ", "ค่ะ"),
        ("ขอขอบคุณครับ", "ครับ"),
        ("แจ้งผลด้วยนะคะ", "นะคะ"),
        ("รับทราบแล้วนะครับ", "นะครับ"),
        ("ได้รับเอกสารแล้ว คะ", "คะ"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B17") == [wrong]


@each(
    "case",
    [
        "จึงเรียนมาเพื่อโปรดพิจารณา",
        "ผลคะแนนของผู้สมัครรับเลือกตั้ง",
        "ราคะ โทสะ โมหะ",
        "ผู้ร้องกล่าวว่า “ขอบคุณครับ”",
        "ขอขอบคุณนะค่ะ",
        "นายครับ ตัวอย่าง",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B17") == []
