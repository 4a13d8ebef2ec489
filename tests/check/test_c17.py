"""C17: characters that nobody sees, left by copying."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("ระบบ\u200bสารบรรณ", "\u200b", ""),
        ("\ufeffด้วยกรม", "\ufeff", ""),
        ("ประชา\u00adสัมพันธ์", "\u00ad", ""),
        ("ที\uf70aประชุม", "\uf70a", "่"),
        ("เป\uf702น", "\uf702", "ี"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C17")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "ระบบสารบรรณ",
        "ภายใน\u00a0๑๕\u00a0วัน",
        "๑.\tจัดประชุม",
        "ที่ประชุม\nรับทราบ",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C17") == []


def test_each_stretch_is_told_once():
    [fault] = faults(memo(body=["ก\u200b\u200b\u2060ข"]), "C17")
    assert (fault.text, fault.fix) == ("\u200b\u200b\u2060", "")
