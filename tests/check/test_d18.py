"""D18: years of พ.ศ. and ค.ศ. side by side that are not the same."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong"),
    [
        ("๑๕ กุมภาพันธ์ พ.ศ. ๒๔๘๐ (ค.ศ. ๑๙๓๗)", "๒๔๘๐ (ค.ศ. ๑๙๓๗"),
        ("พ.ศ. ๒๕๖๖ (ค.ศ. ๒๐๒๒)", "๒๕๖๖ (ค.ศ. ๒๐๒๒"),
        ("ปี พ.ศ. 2573 หรือ ค.ศ. 2031", "2573 หรือ ค.ศ. 2031"),
        ("๒๕๖๖ ตรงกับปี ค.ศ. ๒๐๒๔", "๒๕๖๖ ตรงกับปี ค.ศ. ๒๐๒๔"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "D18")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "๑๕ กุมภาพันธ์ พ.ศ. ๒๔๘๐ (ค.ศ. ๑๙๓๘)",
        "๑๕ เมษายน พ.ศ. ๒๔๘๐ (ค.ศ. ๑๙๓๗)",
        "พ.ศ. ๒๔๘๐ (ค.ศ. ๑๙๓๗)",
        "พ.ศ. ๒๔๘๐ (ค.ศ. ๑๙๓๘)",
        "พ.ศ. ๒๕๖๖ (ค.ศ. ๒๐๒๓)",
        "พ.ศ. ๒๕๖๖ ถึงปี ค.ศ. ๒๐๓๐",
        "แผน พ.ศ. ๒๕๖๖ และ ค.ศ. ๒๐๓๐",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D18") == []
