"""A10: an abbreviated position in the salutation of an external letter."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo

from memogen.check import rules
from memogen.findings import Severity


@each(
    ("to", "short"),
    [("ผอ.กพร.", "ผอ.กพร."), ("ผวจ.ตัวอย่าง", "ผวจ."), ("นายก อบต.ตัวอย่าง", "อบต."), ("ปลัด อบจ.", "อบจ.")],
)
def test_an_abbreviated_position_is_remarked(to, short):
    [fault] = faults(external(to=to), "A10")
    assert fault.text == short
    assert rules()["A10"].severity is Severity.INFO


@each(
    "to",
    [
        "ผู้อำนวยการกองแผนงาน",
        "ดร.สมมติ สองนาม",
        "รศ. ดร.สมมติ สองนาม",
        "พล.ต.อ.สมมติ สองนาม",
        "นพ.สมมติ สองนาม",
    ],
)
def test_full_positions_and_titles_are_left_alone(to):
    assert faults(external(to=to), "A10") == []


def test_within_the_office_everybody_knows_it():
    assert faults(memo(to="ผอ.กพร."), "A10") == []
