"""C10: titles and ranks before names."""

from __future__ import annotations

import pytest
from papers import faults, memo, texts


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("(นาย สมมติ สองนาม)", "นาย ", "นาย"),
        ("โดย นางสาว ตัวอย่าง หนึ่งนาม", "นางสาว ", "นางสาว"),
        ("พันตำรวจเอกสมมติ สองนาม", "พันตำรวจเอก", "พันตำรวจเอก "),
        ("นาง  สมมติ สองนาม", "นาง  ", "นาง"),
        ("อนุญาตให้นาย สมมติ สองนาม", "นาย ", "นาย"),
        ("(ผู้ช่วยศาสตราจารย์ สมมติ สองนาม)", "ผู้ช่วยศาสตราจารย์ ", "ผู้ช่วยศาสตราจารย์"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C10")
    assert (fault.text, fault.fix) == (wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "(นายสมมติ สองนาม)",
        "พันตำรวจเอก สมมติ สองนาม",
        "ทั้งนาย และลูกจ้าง",
        "(ศาสตราจารย์ นายแพทย์สมมติ สองนาม)",
        "(รองศาสตราจารย์ ดร.สมมติ สองนาม)",
        "เจ้านาย สมมติ สองนาม",
        "นาย/นาง/นางสาว ..........",
        "พันตำรวจเอกหญิง ตัวอย่าง หนึ่งนาม",
        "ว่าที่ร้อยตรี สมมติ สองนาม",
        "นาย หรือ นาง",
        "ถนนพลเอกสมมติ แขวงตัวอย่าง",
        "พันเอกพิเศษ สมมติ สองนาม",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C10") == []
