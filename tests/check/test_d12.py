"""D12: spans of time written in two ways."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong"),
    [
        ("เวลา ๐๙.๐๐ - ๑๒.๐๐ น. และเวลา ๑๓.๐๐ น. - ๑๖.๐๐ น.", "๑๓.๐๐ น. - ๑๖.๐๐ น."),
        ("๐๙.๐๐ น. – ๑๒.๐๐ น. ต่อด้วย ๑๓.๐๐ – ๑๖.๐๐ น.", "๐๙.๐๐ น. – ๑๒.๐๐ น."),
        ("เวลา 09:00 ถึง 12:00 น. และ 13:00 น. ถึง 16:00 น.", "13:00 น. ถึง 16:00 น."),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "D12")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "เวลา ๐๙.๐๐ - ๑๒.๐๐ น. และ ๑๓.๐๐ - ๑๖.๐๐ น.",
        "เวลา ๐๙.๐๐ น. - ๑๒.๐๐ น.",
        "เวลา ๐๙.๐๐ น. - ๑๒.๐๐ น. และ ๑๓.๐๐ น. - ๑๖.๐๐ น.",
        "เวลา ๐๙.๐๐ น. และ ๑๐.๐๐ - ๑๒.๐๐ น.",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D12") == []
