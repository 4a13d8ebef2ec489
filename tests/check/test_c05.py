"""C05: spaces around ๆ."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("หน่วยงานต่างๆ ในสังกัด", "ๆ", " ๆ"),
        ("ต่าง ๆที่เกี่ยวข้อง", "ๆ", "ๆ "),
        ("กรณีใดๆต้องแจ้ง", "ๆ", " ๆ "),
        ("เอกสารอื่นๆ", "ๆ", " ๆ"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C05")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "หน่วยงานต่าง ๆ ในสังกัด",
        "เอกสารอื่น ๆ",
        "(ด้านต่าง ๆ)",
        "ทาง ๆ, ต่าง ๆ “อื่น ๆ”",
        "ต่าง\u00a0ๆ ที่",
        "https://example.com/ต่างๆ",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C05") == []


@each("text", ["ต่างๆ", "ต่าง ๆที่", "ใดๆต้อง", "ๆๆ", "ต่างๆ(ก)", "ต่างๆ\nที่"])
def test_once_mended_it_is_mended(text):
    assert texts(memo(body=[mended(text)]), "C05") == []


def mended(text: str) -> str:
    for fault in reversed(faults(memo(body=[text]), "C05")):
        assert fault.fix is not None
        text = text[: fault.start] + fault.fix + text[fault.end :]
    return text
