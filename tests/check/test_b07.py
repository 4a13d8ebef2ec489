"""B07: politeness doubled."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("case", "wrong"),
    [
        ("จึงเรียนมาเพื่อโปรดกรุณาพิจารณา", "โปรดกรุณา"),
        ("จึงขอความกรุณาโปรดพิจารณา", "ขอความกรุณาโปรด"),
        ("จึงขอได้โปรดกรุณาแจ้งผล", "ขอได้โปรดกรุณา"),
        ("กรุณาโปรดแจ้งผล", "กรุณาโปรด"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B07") == [wrong]


@each(
    "case",
    [
        "จึงเรียนมาเพื่อโปรดพิจารณา",
        "ขอได้โปรดพิจารณา",
        "ขอความกรุณาแจ้งผล",
        "ทรงพระกรุณาโปรดเกล้าโปรดกระหม่อมแต่งตั้ง",
        "คำว่า “โปรดกรุณา” เป็นคำซ้อน",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B07") == []


def test_the_hint_says_one_word():
    [fault] = faults(memo(body=["จึงขอความกรุณาโปรดพิจารณา"]), "B07")
    assert "“โปรด”" in fault.hint
