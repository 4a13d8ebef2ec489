"""T02: letters of another size than the explanation of the typing gives."""

from __future__ import annotations

from cases import each
from looks import looking
from papers import BODY, external, faults, memo, order, texts, with_table

from memogen.findings import Severity

LAST = BODY[-1]


def sized(size, paper=None, words=LAST, **looks):
    return looking(paper or memo(), words, thai_size_pt=size, latin_size_pt=size, **looks)


@each("size", [12.0, 14.0, 18.0, 20.0])
def test_text_of_another_size_is_an_error(size):
    [fault] = faults(sized(size), "T02")
    assert (fault.text, fault.severity) == (LAST, None)


@each("size", [15.0, 15.5, 17.0])
def test_a_small_change_for_neatness_is_only_warned_of(size):
    [fault] = faults(sized(size), "T02")
    assert (fault.text, fault.severity) == (LAST, Severity.WARNING)


def test_an_order_has_no_size_prescribed():
    [fault] = faults(sized(14.0, order(), "ทั้งนี้ ตั้งแต่วันที่ ๑ เมษายน ๒๕๖๖ เป็นต้นไป"), "T02")
    assert fault.severity is Severity.WARNING


@each(("size", "bold"), [(20.0, True), (36.0, True), (29.0, False)])
def test_a_heading_of_another_size_or_weight_is_warned_of(size, bold):
    [fault] = faults(sized(size, words="บันทึกข้อความ", bold=bold), "T02")
    assert (fault.text, fault.severity) == ("บันทึกข้อความ", Severity.WARNING)


@each(
    ("label", "size", "bold"), [("เรื่อง", 20.0, False), ("ส่วนราชการ", 14.0, True), ("ส่วนราชการ", 26.0, True)]
)
def test_a_label_of_another_size_or_weight_is_warned_of(label, size, bold):
    [fault] = faults(sized(size, words=label, bold=bold), "T02")
    assert (fault.text, fault.severity) == (label, Severity.WARNING)


def test_labels_are_told_together():
    [fault] = faults(sized(14.0, sized(14.0, words="ส่วนราชการ"), "เรื่อง"), "T02")
    assert fault.text == "ส่วนราชการ"
    assert "ส่วนราชการ เรื่อง" in fault.message


@each("size", [29.0, 30.0, 33.0])
def test_the_headings_that_manuals_ask_for_are_all_right(size):
    assert texts(sized(size, words="บันทึกข้อความ", bold=True), "T02") == []


@each("size", [16.0, 18.0, 20.0])
def test_labels_between_the_two_manuals_are_right(size):
    assert texts(sized(size, words="เรื่อง", bold=True), "T02") == []


def test_titles_of_the_text_may_be_a_little_larger():
    assert texts(sized(18.0, memo(body=["๑. เรื่องเดิม", *BODY]), "๑. เรื่องเดิม", bold=True), "T02") == []


def test_tables_may_be_smaller_and_labels_of_letters_are_plain():
    paper = with_table(memo(), [["รายการ", "จำนวน"]])
    assert texts(sized(14.0, paper, "รายการ"), "T02") == []
    assert texts(external(), "T02") == []


def test_a_size_that_only_latin_letters_got_is_told_by_t03():
    assert texts(looking(memo(), LAST, thai_size_pt=10.0), "T02") == []
