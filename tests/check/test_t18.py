"""T18: lines whose letters are drawn apart to fill them."""

from __future__ import annotations

from cases import each
from looks import setting
from pages import around, line, page
from papers import BODY, memo, texts

from memogen.paper import Part

LAST = line(BODY[2], 120.0, left=55.0)


@each("count", [21, 30, 45])
def test_a_line_drawn_out_to_the_edge_is_found(count):
    head, tail = BODY[0][:count], BODY[0][count:]
    seen = around(page([line(head, 60.0, right=190.0), line(tail, 66.4), BODY[1], LAST]))
    assert texts(memo(), "T18", seen) == [head.rstrip()]


@each("end", ["เรียน ผู้อำนวยการ\n", "ด้วยมีผู้สมัครแล้ว\n"])
def test_a_short_line_that_shift_and_enter_end_is_found_without_pages(end):
    assert texts(memo(body=[f"{end}จึงเรียนมาเพื่อทราบ"]), "T18") == [end.strip()]


def test_a_full_line_is_right():
    head, tail = BODY[0][:75], BODY[0][75:]
    seen = around(page([line(head, 60.0, right=190.0), line(tail, 66.4), BODY[1], LAST]))
    assert texts(memo(), "T18", seen) == []


def test_text_at_the_left_is_never_drawn_out():
    paper = setting(memo(body=["เรียน ผู้อำนวยการ\nจึงเรียนมาเพื่อทราบ"]), Part.BODY, alignment="left")
    assert texts(paper, "T18") == []
    head, tail = BODY[0][:30], BODY[0][30:]
    seen = around(page([line(head, 60.0, right=190.0), line(tail, 66.4), BODY[1], LAST]))
    assert texts(setting(memo(), Part.BODY, alignment="left"), "T18", seen) == []


@each("text", ["ก" * 70 + "\nข้อความต่อไป", "๑. ก\nข้อความต่อไป", "ไม่มีการขึ้นบรรทัดใหม่"])
def test_long_lines_and_a_few_letters_are_left_alone(text):
    assert texts(memo(body=[text]), "T18") == []
