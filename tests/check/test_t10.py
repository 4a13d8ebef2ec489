"""T10: other space between the paragraphs than 6 points before each and 12 before the closing."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from looks import changed, of_part, setting
from papers import BODY, external, faults, memo, texts

from memogen.paper import Part


@each("after", [8.0, 10.0, 6.0])
def test_space_after_paragraphs_is_told_once(after):
    [fault] = faults(setting(memo(), Part.BODY, after_pt=after), "T10")
    assert fault.text == BODY[0]
    assert "หลังย่อหน้า" in fault.message


@each("before", [0.0, 3.0, 24.0])
def test_other_space_before_paragraphs_is_told_once(before):
    [fault] = faults(setting(memo(), Part.BODY, before_pt=before), "T10")
    assert fault.text == BODY[0]
    assert "๓ ย่อหน้า" in fault.message


@each("before", [0.0, 6.0, 60.0])
def test_other_space_before_the_closing_is_found(before):
    assert texts(setting(external(), Part.CLOSING, before_pt=before), "T10") == ["ขอแสดงความนับถือ"]


@each("before", [6.0, 5.0, 12.0])
def test_about_six_points_are_right(before):
    assert texts(setting(memo(), Part.BODY, before_pt=before), "T10") == []


def test_a_blank_line_does_as_well():
    paper = setting(external(), Part.BODY, before_pt=0.0)
    paper = changed(paper, of_part(Part.BODY, lambda one: replace(one, blanks_before=1)))
    assert texts(paper, "T10") == []
    paper = setting(external(), Part.CLOSING, before_pt=0.0)
    assert (
        texts(changed(paper, of_part(Part.CLOSING, lambda one: replace(one, blanks_before=1))), "T10") == []
    )


def test_items_may_follow_each_other_closely():
    assert texts(setting(memo(body=["๑. จัดทำแผน", "๒. รายงานผล"]), Part.BODY, before_pt=0.0), "T10") == []


def test_nothing_stands_before_a_paragraph_on_a_new_page():
    assert texts(setting(memo(), Part.BODY, before_pt=0.0, page_break_before=True), "T10") == []
