"""C12: พ.ศ., น. and ณ with their dots and spaces."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong", "right"),
    [
        ("ปีงบประมาณ พ.ศ.๒๕๖๖", "พ.ศ.", "พ.ศ. "),
        ("ปีงบประมาณ พ.ศ ๒๕๖๖", "พ.ศ ", "พ.ศ. "),
        ("เวลา ๐๙.๓๐น.", "น.", " น."),
        ("ประชุม ณ. ห้องประชุมใหญ่", "ณ. ", "ณ "),
        ("ประชุม ณห้องประชุมใหญ่", "ณ", "ณ "),
        ("ปี ค.ศ.2023", "ค.ศ.", "ค.ศ. "),
        ("ประกาศณ วันที่ ๑", "ณ ", " ณ "),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C12")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "พ.ศ. ๒๕๖๖ เวลา ๐๙.๓๐ น. ณ ห้องประชุม",
        "ที่ พศ ๐๐๐๑/๒๕๖",
        "ณรงค์ ณัฐ",
        "นางพรชนก เสนิงค์ ณ อยุธยา",
        "พ.ศ. ....",
        "พ.ศ.\u00a0๒๕๖๖",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C12") == []
