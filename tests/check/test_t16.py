"""T16: a title left at a page's foot, or a last line alone at the top."""

from __future__ import annotations

from cases import each
from looks import looking
from pages import around, pages
from papers import BODY, faults, memo, texts

TITLE = "๓. ข้อพิจารณา"


def titled(bold=True):
    return looking(memo(body=[BODY[0], TITLE, *BODY[1:]]), TITLE, bold=bold)


@each("title", [TITLE, "๔. ข้อเสนอแนะ", "ข้อเท็จจริง"])
def test_a_title_at_the_foot_is_found(title):
    paper = looking(memo(body=[BODY[0], title, *BODY[1:]]), title, bold=True)
    [fault] = faults(paper, "T16", around(*pages([BODY[0], title], BODY[1:])))
    assert (fault.text, fault.place) == (title, "หน้า ๑")


@each("last", ["พ.ศ. ๒๕๖๖ เสร็จเรียบร้อยแล้ว", "เสร็จเรียบร้อยแล้ว", "แล้ว"])
def test_a_last_line_alone_at_the_top_is_found(last):
    first = BODY[0].removesuffix(last)
    [fault] = faults(memo(), "T16", around(*pages([first], [last, *BODY[1:]])))
    assert (fault.text, fault.place) == (last, "หน้า ๒")


def test_a_title_with_its_text_is_right():
    assert texts(titled(), "T16", around(*pages([BODY[0]], [TITLE, *BODY[1:]]))) == []
    assert texts(titled(), "T16", around(*pages([BODY[0], TITLE, BODY[1]], [BODY[2]]))) == []


def test_a_short_plain_paragraph_is_no_title():
    assert texts(titled(bold=False), "T16", around(*pages([BODY[0], TITLE], BODY[1:]))) == []


def test_two_lines_at_the_top_are_enough():
    head, tail = BODY[0][:60], BODY[0][60:]
    assert texts(memo(), "T16", around(*pages([head], [tail[:20], tail[20:], *BODY[1:]]))) == []


def test_a_page_that_begins_with_a_paragraph_of_one_line_is_right():
    assert texts(memo(), "T16", around(*pages(BODY[:2], BODY[2:]))) == []
