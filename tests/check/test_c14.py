"""C14: โทร. and โทรสาร."""

from __future__ import annotations

from cases import each
from papers import faults, found, memo, texts

from memogen.findings import Severity


@each(
    ("text", "wrong", "right"),
    [
        ("กลุ่มพัฒนาระบบบริหาร โทร ๒๗๑", "โทร", "โทร."),
        ("โทร๒๗๑", "โทร", "โทร."),
        ("โทรสาร. ๐ ๒๒๘๑ ๐๐๐๑", "โทรสาร.", "โทรสาร"),
        ("โทร. ๐๒๒๘๑๐๐๐๐", "๐๒๒๘๑๐๐๐๐", None),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C14")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "โทร. ๐ ๒๒๘๑ ๐๐๐๐",
        "โทรศัพท์ ๐ ๒๒๘๑ ๐๐๐๐",
        "โทรสาร ๐ ๒๒๘๑ ๐๐๐๑",
        "โทร.๒๗๑, ๓๕๑",
        "โทรคมนาคม ๕ จี",
        "โทรทัศน์ ๓ เครื่อง",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C14") == []


def test_what_the_manuals_print_themselves_is_a_hint():
    [dotted] = found(memo(body=["โทรสาร. ๐ ๒๒๘๑ ๐๐๐๑"]), "C14")
    [undotted] = found(memo(body=["โทร ๒๗๑"]), "C14")
    assert (dotted.finding.severity, undotted.finding.severity) == (Severity.INFO, Severity.WARNING)
