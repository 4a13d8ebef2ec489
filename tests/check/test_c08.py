"""C08: several spaces where one is meant."""

from __future__ import annotations

from cases import each
from papers import faults, found, memo, texts

from memogen.findings import Severity


@each(
    ("text", "wrong", "right"),
    [
        ("กลุ่มพัฒนาระบบบริหาร   จะจัดประชุม", "   ", " "),
        ("กลุ่ม  จะจัดประชุม", "  ", " "),
        ("จำนวน    ๑๕ คน", "    ", " "),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C08")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "กลุ่ม จะจัดประชุม",
        "๑.  จัดประชุม",
        "(๑)  จัดประชุม",
        "๑.๒  จัดประชุม",
        "   จัดประชุม   ",
        "ลงชื่อ ......  ผู้รับ",
        "เรื่อง  การประชุม",
        "โทร. ๐ ๒๒๘๑  ๐๐๐๐",
        "Google  Form",
        "ดังนี้   ๑) จัดประชุม",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C08") == []


def test_two_spaces_may_part_two_matters_and_are_a_hint():
    [two] = found(memo(body=["กลุ่ม  จะจัดประชุม"]), "C08")
    [three] = found(memo(body=["กลุ่ม   จะจัดประชุม"]), "C08")
    assert (two.finding.severity, three.finding.severity) == (Severity.INFO, Severity.WARNING)


def test_gaps_of_the_head_and_the_signature_are_those_of_the_form():
    assert texts(memo(agency="กลุ่ม   โทร. ๒๗๑", signature=["(นางสาวตัวอย่าง   หนึ่งนาม)"]), "C08") == []
