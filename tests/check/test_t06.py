"""T06: a line between the head of a memo and its text."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from looks import changed, setting
from pages import FIRST_MM, PITCH_MM, around, lines_of, page
from papers import external, faults, memo, texts

from memogen.layout import Rule
from memogen.paper import Part

SUBJECT, TO = 4, 5


def ruled(*below: tuple[int, float], left: float = 30.0):
    """A page with lines under these lines of the memo, each so far below its baseline."""
    rules = [
        Rule(top_mm=FIRST_MM[1] + PITCH_MM * number + down, left_mm=left, right_mm=190.0)
        for number, down in below
    ]
    return around(page(lines_of(memo()), rules=rules))


@each("part", [Part.SUBJECT, Part.TO])
def test_a_border_under_the_head_is_found(part):
    paper = setting(memo(), part, has_border=True)
    assert texts(paper, "T06") == [paper.first(part).passage.seen]


@each("below", [(SUBJECT, 2.5), (TO, 2.5), (SUBJECT, 3.5)])
def test_a_drawn_line_under_the_head_is_found_on_the_page(below):
    [fault] = faults(memo(), "T06", ruled(below))
    assert fault.place == "หน้า ๑"


def test_a_border_that_may_be_the_subject_s_dots_is_left_alone():
    bare = changed(memo(), lambda one: replace(one, pieces=()) if one.part is Part.SUBJECT else one)
    assert texts(setting(bare, Part.SUBJECT, has_border=True), "T06") == []


def test_borders_under_every_line_are_the_dots_of_the_form():
    paper = changed(
        memo(), lambda one: replace(one, setting=replace(one.setting, has_border=one.part in HEAD))
    )
    assert texts(paper, "T06") == []


HEAD = (Part.AGENCY, Part.NUMBER, Part.DATE, Part.SUBJECT)


def test_the_dots_of_the_form_are_left_alone_on_the_page():
    assert faults(memo(), "T06", ruled((1, 2.0), (2, 2.0), (3, 2.0), (SUBJECT, 2.0))) == []


@each("below", [(SUBJECT, 0.6), (7, 2.5), (0, 2.0)])
def test_underlines_and_lines_elsewhere_are_left_alone(below):
    assert faults(memo(), "T06", ruled(below)) == []


def test_short_lines_and_letters_of_other_kinds_are_left_alone():
    assert faults(memo(), "T06", ruled((SUBJECT, 2.5), left=150.0)) == []
    assert faults(setting(external(), Part.SUBJECT, has_border=True), "T06") == []
