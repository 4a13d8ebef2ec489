"""B13: a paragraph longer than a reader can hold."""

from __future__ import annotations

from cases import each
from papers import BODY, memo, order, texts

SENTENCE = "กองแผนงานได้รวบรวมและตรวจสอบแผนของทุกหน่วยงานแล้ว "


@each("times", [20, 30, 100])
def test_a_long_paragraph_is_remarked(times):
    assert texts(memo(body=[SENTENCE * times]), "B13") == [SENTENCE * times]


@each("times", [1, 10, 16])
def test_a_paragraph_of_some_lines_is_left_alone(times):
    assert texts(memo(body=[SENTENCE * times]), "B13") == []


def test_marks_above_and_below_take_no_room():
    assert texts(memo(body=["ที่นี้ " * 200]), "B13") == []


def test_usual_letters_and_orders_are_left_alone():
    assert texts(memo(body=BODY), "B13") == []
    assert texts(order(body=[SENTENCE * 30]), "B13") == []
