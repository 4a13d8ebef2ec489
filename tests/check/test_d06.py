"""D06: a date that no calendar has."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import faults, memo, texts

from memogen.paper import Origin


@each(
    ("text", "wrong"),
    [
        ("ภายในวันที่ ๓๑ เมษายน ๒๕๖๖", "๓๑ เมษายน ๒๕๖๖"),
        ("๒๙ กุมภาพันธ์ พ.ศ. ๒๕๖๖ เป็นต้นไป", "๒๙ กุมภาพันธ์ พ.ศ. ๒๕๖๖"),
        ("วันพุธที่ ๓๑ มิ.ย. ๖๖", "วันพุธที่ ๓๑ มิ.ย. ๖๖"),
        ("ภายใน 30/02/2566", "30/02/2566"),
        ("ทุกวันที่ ๓๑ กันยายน ของปี", "๓๑ กันยายน"),
        ("๑ - ๓๑ พฤศจิกายน ๒๕๖๖", "๓๑ พฤศจิกายน ๒๕๖๖"),
        ("วันที่ ๑๕ กุมภาพันธ์ ๒๔๘๓", "๑๕ กุมภาพันธ์ ๒๔๘๓"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "D06")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "๒๙ กุมภาพันธ์ ๒๕๖๗",
        "๓๑ มกราคม ๒๕๖๖ และ ๓๐ เมษายน ๒๕๖๖",
        "วันพุธที่ ๒๗ มีนาคม ๒๕๖๖",
        "๕ ธันวาคม ๒๔๒๐",
        "เมื่อ ๓๐ กันยายน ๖๕๔ ราย",
        "ข้อ ๓๑/๒/๒๕๖๖ และ ๑๒/๑๓/๒๕๖๖",
        "29/02/2567",
        "มาตรา ๓๑ เมื่อเดือนเมษายน",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D06") == []


def test_the_header_of_a_letter_file_is_left_to_its_reader():
    paper = replace(memo(date="๓๑ เมษายน ๒๕๖๖"), origin=Origin.LETTER)
    assert texts(paper, "D06") == []
