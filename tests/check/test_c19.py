"""C19: คะ and ค่ะ, and tone marks that their consonant cannot bear."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("ขอบคุณนะค่ะ", "นะค่ะ", "นะคะ"),
        ("สะดวกหรือไม่ค่ะ", "หรือไม่ค่ะ", "หรือไม่คะ"),
        ("ใช่ไหมค๊ะ", "ค๊ะ", "คะ"),
        ("ฉุกละหุ๋ก", "หุ๋", None),
        ("นมช๊ง", "ช๊", None),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C19")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "ขอบคุณค่ะ นะคะ",
        "โต๊ะ เก๊ะ กรี๊ด ปลั๊ก ตั๋ว จ๋า",
        "ก๊าซ บ๊วย",
        "โน๊ตบุ๊ค เป็นเรื่องของ C20",
        "เอ๊ะ อ๋อ",
        "นายช๊อย สมมติ",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C19") == []
