"""T08: paragraphs whose first line does not begin 2.5 cm in."""

from __future__ import annotations

from cases import each
from looks import setting
from papers import BODY, faults, memo, order, texts

from memogen.findings import Severity
from memogen.paper import Part


@each(
    "values",
    [
        {"first_line_mm": 12.7},
        {"first_line_mm": 0.0},
        {"first_line_mm": 30.0},
        {"first_line_mm": 12.7, "left_mm": 5.0},
    ],
)
def test_another_indent_is_told_once_for_all_paragraphs(values):
    [fault] = faults(setting(memo(), Part.BODY, **values), "T08")
    assert fault.text == BODY[0].partition(" ")[0][:40]
    assert "๓ ย่อหน้า" in fault.message


def test_tabs_count_by_their_stops():
    paper = setting(memo(body=["\tจึงเรียนมาเพื่อโปรดทราบ"]), Part.BODY, first_line_mm=0.0)
    assert texts(paper, "T08") == ["จึงเรียนมาเพื่อโปรดทราบ"]
    assert texts(setting(paper, Part.BODY, tab_stops_mm=(25.0,)), "T08") == []


def test_paragraphs_by_spaces_are_remarked_once():
    [fault] = faults(memo(body=["        จึงเรียนมา", "        เพื่อโปรดทราบ"]), "T08")
    assert (fault.text, fault.severity) == (" " * 8, Severity.INFO)


@each("place", [24.99, 25.4, 24.1, 26.0])
def test_about_two_and_a_half_centimetres_is_right(place):
    assert texts(setting(memo(), Part.BODY, first_line_mm=place), "T08") == []


@each("text", ["\t\tจึงเรียนมาเพื่อโปรดทราบ"])
def test_two_tabs_of_word_are_right(text):
    assert texts(setting(memo(body=[text]), Part.BODY, first_line_mm=0.0), "T08") == []


@each(
    "text",
    ["๑. จัดทำแผน", "๑.๒ จัดทำแผน", "(๑) จัดทำแผน", "- จัดทำแผน", "ก. จัดทำแผน", "{{ ข้อความ }}", "/๒. ข้อพิจารณา…"],
)
def test_items_and_what_is_no_paragraph_are_left_alone(text):
    assert texts(setting(memo(body=[text]), Part.BODY, first_line_mm=32.5), "T08") == []


@each("values", [{"alignment": "center"}, {"page_break_before": True}, {"is_list_item": True}])
def test_paragraphs_set_otherwise_on_purpose_are_left_alone(values):
    assert texts(setting(memo(), Part.BODY, first_line_mm=0.0, **values), "T08") == []


def test_orders_have_forms_of_their_own():
    assert texts(setting(order(), Part.BODY, first_line_mm=12.7), "T08") == []
