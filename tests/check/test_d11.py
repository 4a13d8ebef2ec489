"""D11: times of day."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong"),
    [
        ("เวลา ๐๙.๓๐ ณ ห้องประชุม", "๐๙.๓๐"),
        ("เริ่มเวลา 13:30 เป็นต้นไป", "13:30"),
        ("เวลา ๐๙.๐๐ - ๑๒.๐๐ ณ ห้องประชุม", "๐๙.๐๐ - ๑๒.๐๐"),
        ("ถึงเวลา ๒๔.๐๐ น.", "๒๔.๐๐"),
        ("เวลา ๒๕.๓๐ น.", "๒๕.๓๐"),
        ("เวลา ๐๙.๗๕ น.", "๐๙.๗๕"),
        ("เวลา ๐๙.๐๐ น. ๑๐.๐๐ น. และ ๑๓:๓๐ น.", "๑๓:๓๐"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "D11")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "เวลา ๐๙.๓๐ น.",
        "เวลา ๐๙.๐๐ - ๑๒.๐๐ น.",
        "เวลา 09:30 น. ถึงเวลา 16:30 น.",
        "ใช้เวลา ๑.๓๐ ชั่วโมง",
        "ระยะเวลา ๒.๓๐ ชั่วโมง",
        "ร้อยละ ๙๙.๗๕ นั้น",
        "เวลา ๐๐.๐๐ น.",
        "เวลา ๐๙.๐๐ น. - ๑๒.๐๐ น.",
        "เวลา... ๑๓.๐๖ น.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D11") == []
