"""B18: the writer as ผม, หนู, เรา or ฉัน."""

from __future__ import annotations

import pytest
from papers import memo, texts


@pytest.mark.parametrize(
    ("case", "wrong"),
    [
        ("เราพิจารณาแล้วเห็นว่า", "เรา"),
        ("ด้วยผมขอลาป่วย", "ผม"),
        ("เราตรวจสอบแล้ว", "เรา"),
        ("ด้วยหนูขอลากิจ", "หนู"),
        ("วันนี้ ฉันได้รับมอบหมาย", "ฉัน"),
        ("ทางเราตรวจสอบแล้ว", "เรา"),
        ("ด้วยผมพร้อมด้วยข้าราชการ ๓ คน", "ผม"),
        ("ในการนี้ พวกเราขอเชิญท่าน", "พวกเรา"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B18") == [wrong]


@pytest.mark.parametrize(
    "case",
    [
        "กระผมขอลาป่วย",
        "ดิฉันได้รับมอบหมาย",
        "ข้าพเจ้าขอรับรอง",
        "ร้านตัดผมได้ขออนุญาต",
        "หนูทดลองและสัตว์พาหะ",
        "นิมนต์พระสงฆ์ฉันภัตตาหาร",
        "“เราจะทำดี”",
        "จังหวัดนครราชสีมาเราะมะฎอน",
        "เราะมะฎอน",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B18") == []
