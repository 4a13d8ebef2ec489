"""T21: a table wider than the text, or one that runs on without its head."""

from __future__ import annotations

from cases import each
from pages import around, page, pages
from papers import faults, memo, with_table

from memogen.layout import Rule

ROWS = [["ลำดับที่", "รายการ"], ["๑", "กระดาษถ่ายเอกสาร"], ["๒", "แฟ้มเอกสาร"], ["๓", "เครื่องเขียนสำนักงาน"]]
PAPER = with_table(memo(), ROWS)
LINES = [" ".join(row) for row in ROWS]


def ruled(left, right):
    return around(page(LINES, rules=[Rule(top_mm=100.0, left_mm=left, right_mm=right)]))


@each(("left", "right"), [(20.0, 200.0), (30.0, 200.0), (10.0, 190.0)])
def test_a_table_wider_than_the_text_is_found(left, right):
    [fault] = faults(PAPER, "T21", ruled(left, right))
    assert fault.place == "หน้า ๑"


def test_a_table_that_runs_on_without_its_head_is_found():
    [fault] = faults(PAPER, "T21", around(*pages(LINES[:2], LINES[2:])))
    assert (fault.text, fault.place) == ("ลำดับที่", "หน้า ๒")


@each(("left", "right"), [(30.0, 190.0), (28.1, 191.9), (60.0, 120.0)])
def test_a_table_within_the_text_is_right(left, right):
    assert faults(PAPER, "T21", ruled(left, right)) == []


def test_a_head_that_stands_on_every_page_is_right():
    assert faults(PAPER, "T21", around(*pages(LINES[:2], [LINES[0], *LINES[2:]]))) == []


def test_a_table_on_one_page_is_right():
    assert faults(PAPER, "T21", around(*pages(LINES, ["ภาคผนวก"]))) == []


def test_a_table_of_two_rows_has_no_head():
    paper = with_table(memo(), ROWS[:2])
    assert faults(paper, "T21", around(*pages(LINES[:1], LINES[1:2]))) == []


def test_lines_without_a_table_are_no_table():
    assert faults(memo(), "T21", ruled(10.0, 200.0)) == []
