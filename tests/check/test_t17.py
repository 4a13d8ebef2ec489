"""T17: words put in their place by many spaces or tabs."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, order, texts, with_table


@each("run", [" " * 6, " " * 60, "\t" * 4, "\t" * 6])
def test_a_run_of_spaces_or_tabs_is_found(run):
    paper = external(signature=(f"{run}(นายสมมติ สองนาม)", f"{run}อธิบดีกรมส่งเสริมสหกรณ์"))
    [fault] = faults(paper, "T17")
    assert fault.text == run
    assert "๒ แห่ง" in fault.message


def test_a_run_inside_the_text_is_found():
    assert texts(memo(body=["รายการ          จำนวน"]), "T17") == [" " * 10]


@each("run", [" ", "  ", "    ", "\t", "\t\t\t"])
def test_a_few_are_left_alone(run):
    assert texts(external(signature=(f"{run}(นายสมมติ สองนาม)",)), "T17") == []


def test_those_of_paragraphs_are_told_by_t08():
    assert texts(memo(body=[" " * 12 + "จึงเรียนมาเพื่อโปรดทราบ"]), "T17") == []


@each("paper", [memo(subject="แผน\t\t\t\t\t"), memo(body=["จึงเรียนมา          "])])
def test_tabs_with_dots_and_spaces_at_the_end_are_left_alone(paper):
    assert texts(paper, "T17") == []


def test_cells_are_left_alone():
    assert texts(with_table(memo(), [["ก          ข", "ค"]]), "T17") == []


def test_room_for_the_number_and_the_day_of_an_order_is_left_alone():
    paper = order(number="          /๒๕๖๖", date="สั่ง ณ วันที่          พ.ศ.          ")
    assert texts(paper, "T17") == []


def test_a_title_behind_spaces_is_no_room_for_a_number():
    assert texts(order(number="          ๑/๒๕๖๖"), "T17") != []
