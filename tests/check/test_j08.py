"""J08: a subject with a full stop, or in quotation marks as a whole."""

from __future__ import annotations

from cases import each
from papers import faults, memo


@each(
    ("subject", "wrong", "fix"),
    [
        ("การจัดทำแผนการให้บริการ.", ".", ""),
        ("การประชุม ครั้งที่ ๒.", ".", ""),
        ("การจัดทำแผนการให้บริการ..", "..", ""),
        ("การอบรม (รุ่นที่ ๑).", ".", ""),
        ("“การจัดทำแผนการให้บริการ”", "“การจัดทำแผนการให้บริการ”", "การจัดทำแผนการให้บริการ"),
    ],
)
def test_a_stop_or_quotes_around_all_are_remarked_and_can_be_mended(subject, wrong, fix):
    [fault] = faults(memo(subject=subject), "J08")
    assert (fault.text, fault.fix) == (wrong, fix)


@each(
    "subject",
    [
        "การประชุม กพร.",
        "ขอเลื่อนเวลาเป็น ๐๙.๓๐ น.",
        "การจัดสรรเงินให้ อบต.",
        "โครงการ “สหกรณ์สีขาว”",
        "“สหกรณ์สีขาว” และ “สหกรณ์สีเขียว”",
        "การประชุม",
        "",
    ],
)
def test_abbreviations_and_quotes_inside_are_left_alone(subject):
    assert faults(memo(subject=subject), "J08") == []
