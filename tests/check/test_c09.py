"""C09: spaces on the wrong side of commas, brackets and quotation marks."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("สำนัก , กอง และศูนย์", " ", ""),
        ("ศูนย์ ( ส่วนกลาง)", " ", ""),
        ("ศูนย์ (ส่วนกลาง )", " ", ""),
        ("เรื่อง “ แผนงาน”", " ", ""),
        ("(สำนักงาน ก.พ.ร. )", " ", ""),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C09")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "สำนัก, กอง (ส่วนกลาง) “แผนงาน”",
        "(   )",
        "( ) อนุมัติ",
        "(.....)",
        "โทร. ๒๗๑ , ๓๕๑",
        "ข้อ ๑ (๑) และ (๒)",
        "(ลงชื่อ) ............... ( )",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C09") == []
