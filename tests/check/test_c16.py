"""C16: one style of dash in spans of days and years."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong"),
    [
        ("วันที่ ๑๕ - ๑๗ มีนาคม และ ๒๐–๒๒ เมษายน ๒๕๖๖", "๒๐–๒๒ เมษายน"),
        ("พ.ศ. ๒๕๖๖ - ๒๕๗๐ และ พ.ศ. ๒๕๖๐ – ๒๕๖๔", "๒๕๖๐ – ๒๕๖๔"),
        ("๑-๓ มีนาคม ๔-๖ เมษายน และ ๗ - ๙ พฤษภาคม", "๗ - ๙ พฤษภาคม"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "C16")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "วันที่ ๑๕ - ๑๗ มีนาคม และ ๒๐ - ๒๒ เมษายน ๒๕๖๖",
        "พ.ศ. ๒๕๖๖-๒๕๗๐",
        "โทร. ๐-๒๒๘๑-๐๐๐๐ วันที่ ๑ - ๓ มีนาคม",
        "๒๕๖๖ – ๒๕๗๐ หน้า ๑-๓",
        "COVID-19",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C16") == []
