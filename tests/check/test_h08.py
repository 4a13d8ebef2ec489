"""H08: a number that is not of the form of annex 1."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import AROUND, external, faults, memo, order, texts

from memogen.findings import Severity


@each("number", ["ก.ษ. ๑๑๑๓/๖๕๓", "กษ ๑๑๑๓-๖๕๓", "กษ/๖๕๓", "๑๑๑๓/๖๕๓", "กษ ๑๑๑๓/๖๕๓ก"])
def test_a_number_of_another_form_is_found(number):
    [fault] = faults(memo(number=number), "H08")
    assert (fault.text, fault.severity) == (number, None)


@each("number", ["/", "......../ว......", " "])
def test_a_number_left_blank_as_a_whole_has_a_rule_of_its_own(number):
    assert texts(memo(number=number), "H08") == []


def test_letters_that_no_list_has_are_only_remarked():
    [fault] = faults(memo(number="ฮฮ ๑๑๑๓/๖๕๓"), "H08")
    assert (fault.text, fault.severity) == ("ฮฮ ๑๑๑๓/๖๕๓", Severity.INFO)


@each(
    "number",
    [
        "กษ ๑๑๑๓/๖๕๓",
        "กษ ๑๑๑๓/ ๖๕๓",
        "กษ ๑๑๑๓/",
        "กษ ๑๑๑๓/..........",
        "กษ ๑๑๑๓/ว๗๑",
        "กค (กวจ) ๐๔๐๕.๒/ว ๘๙",
        "ตช 0018 (นม).32/731",
        "นว ๕๒๐๐๗.๓/๑๒",
        "กษ1113/653",
        "พิเศษ/๒๕๖๖",
        "",
    ],
)
def test_numbers_as_offices_write_them_are_left_alone(number):
    assert texts(external(number=number), "H08") == []


@each("number", ["กษ ๑๑๑๓/๖๕๓/๒๕๖๖", "กษ ว ๑๑๑๓/๗๑"])
def test_a_year_and_a_misplaced_circular_have_rules_of_their_own(number):
    assert texts(memo(number=number), "H08") == []


def test_the_office_s_own_letters_are_known():
    office = replace(AROUND.office, code="ฮฮ ๑๑๑๓")
    assert texts(memo(number="ฮฮ ๑๑๑๓/๖๕๓"), "H08", replace(AROUND, office=office)) == []


def test_an_order_has_another_form():
    assert texts(order(), "H08") == []


@each(
    ("text", "letters", "near"),
    [
        ("ตามหนังสือโรงเรียนนายร้อยตำรวจ ที่ ดช ๐๐๓๕.๕๓/ว๒๑ ลงวันที่ ๙ มกราคม ๒๕๖๖ นั้น", "ดช", "ตช"),
        ("ตามหนังสือ ที่ นธ ๐๒๐๑/๑๒๐ และที่ กซ ๐๒๐๑/๑๒๑ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖ นั้น", "กซ", ""),
        ("ตามหนังสือ ที่ คธ ๐๒๐๑/ว ๕ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖ นั้น", "คธ", "ศธ"),
    ],
)
def test_letters_of_a_cited_number_that_are_nearly_somebodys_are_found(text, letters, near):
    found = faults(memo(body=[text]), "H08")
    assert [one.text for one in found] == ([letters] if near else [])
    assert all(near in one.hint and one.severity is Severity.WARNING for one in found)


@each(
    "text",
    [
        "ตามหนังสือ ที่ ตช ๐๐๓๕.๕๓/ว๒๑ ลงวันที่ ๙ มกราคม ๒๕๖๖ นั้น",
        "ตามหนังสือบริษัท ที่ ดช ๕๖/๒๕๖๖ ลงวันที่ ๙ มกราคม ๒๕๖๖ นั้น",
        "ตามหนังสือ ที่ กษ ๑๑๑๓/๖๕๑ ลงวันที่ ๙ มกราคม ๒๕๖๖ นั้น",
        "ทะเบียนรถ ดช ๐๑๒๓/๔",
    ],
)
def test_other_letters_in_the_text_are_left_alone(text):
    assert texts(memo(body=[text]), "H08") == []
