"""C20: loanwords by the spelling of the Royal Society."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("เว็ปไซด์ของหน่วยงาน", "เว็ปไซด์", "เว็บไซต์"),
        ("ทางอีเมล์", "อีเมล์", "อีเมล"),
        ("ระบบอิเล็คทรอนิกส์", "อิเล็คทรอนิกส์", "อิเล็กทรอนิกส์"),
        ("ใช้ดาวโหลดแบบฟอร์ม", "ดาวโหลด", "ดาวน์โหลด"),
        ("รูปแบบดิจิตอล", "ดิจิตอล", "ดิจิทัล"),
        ("ร้อย เปอร์เซ็น ถ้วน", "เปอร์เซ็น", "เปอร์เซ็นต์"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C20")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "เว็บไซต์ อีเมล อิเล็กทรอนิกส์ ดาวน์โหลด ดิจิทัล เปอร์เซ็นต์",
        "บริษัท ตัวอย่างดิจิตอล จำกัด",
        "https://ดาวโหลด.ไทย/อีเมล์",
        "โปรเจคเตอร์ ๑ เครื่อง",
        "คำนามปุลลิงค์",
        "คอมพิวเตอร์และซอฟต์แวร์",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C20") == []
