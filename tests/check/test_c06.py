"""C06: spaces around ฯลฯ."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("กระดาษ หมึกพิมพ์ฯลฯ", "ฯลฯ", " ฯลฯ"),
        ("กระดาษ ฯลฯเป็นต้น", "ฯลฯ", "ฯลฯ "),
        ("หมึกฯลฯและอื่น", "ฯลฯ", " ฯลฯ "),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C06")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "กระดาษ หมึกพิมพ์ ฯลฯ",
        "(คำสั่ง ฯลฯ)",
        "กระดาษ ฯลฯ เป็นต้น",
        "กรมฯ และกองฯ",
        "(ฯลฯ)",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C06") == []
