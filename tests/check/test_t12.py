"""T12: a signature that stands alone on its page."""

from __future__ import annotations

from cases import each
from looks import setting
from pages import around, line, lines_of, pages
from papers import external, faults, memo, texts

from memogen.findings import Severity
from memogen.paper import Part

NAME = "(นายสมมติ สองนาม)"


def broken(paper, at, *, last_mm=None):
    """The paper's lines, those from `at` on a second page; the last line of the first stands at `last_mm`."""
    lines = lines_of(paper)
    first = [*lines[: at - 1], line(lines[at - 1], last_mm)] if last_mm else lines[:at]
    return around(*pages(first, lines[at:]))


def at_part(paper, part):
    return next(number for number, one in enumerate(paper.passages) if one.part is part)


def test_a_signature_alone_on_a_full_letter_s_last_page_is_an_error():
    paper = external()
    [fault] = faults(paper, "T12", broken(paper, at_part(paper, Part.CLOSING), last_mm=272.0))
    assert (fault.text, fault.place, fault.severity) == (NAME, "หน้า ๒", Severity.ERROR)
    assert "LibreOffice" in fault.hint


def test_near_the_limit_it_is_only_a_warning():
    paper = external()
    [fault] = faults(paper, "T12", broken(paper, at_part(paper, Part.CLOSING), last_mm=236.0))
    assert fault.severity is Severity.WARNING


def test_a_break_before_the_closing_is_sure():
    paper = setting(external(), Part.CLOSING, page_break_before=True)
    [fault] = faults(paper, "T12", broken(paper, at_part(paper, Part.CLOSING)))
    assert fault.severity is Severity.ERROR


def test_a_name_that_leaves_its_closing_behind_is_found():
    paper = external()
    assert texts(paper, "T12", broken(paper, at_part(paper, Part.SIGNATURE))) == [NAME]


def test_a_position_that_leaves_its_name_behind_is_found():
    paper = external()
    [fault] = faults(paper, "T12", broken(paper, at_part(paper, Part.SIGNATURE) + 1))
    assert (fault.text, fault.place) == ("อธิบดีกรมส่งเสริมสหกรณ์", "หน้า ๒")


def test_whoever_decides_may_do_so_on_the_next_page():
    paper = memo(signature=(NAME, "ผู้อำนวยการกอง", "(นายตัวอย่าง สามนาม)", "อธิบดีกรมส่งเสริมสหกรณ์"))
    assert faults(paper, "T12", broken(paper, at_part(paper, Part.SIGNATURE) + 2)) == []


def test_one_line_of_text_is_too_few():
    paper = external()
    [fault] = faults(paper, "T12", broken(paper, at_part(paper, Part.CLOSING) - 1))
    assert fault.severity is Severity.WARNING


@each("paper", [external(), memo()])
@each("carried", [2, 3])
def test_two_lines_of_text_are_enough(paper, carried):
    foot = Part.CLOSING if paper.first(Part.CLOSING) else Part.SIGNATURE
    assert faults(paper, "T12", broken(paper, at_part(paper, foot) - carried)) == []


def test_a_letter_of_one_page_and_an_annex_are_left_alone():
    paper = external()
    assert faults(paper, "T12", around(*pages(lines_of(paper)))) == []
    assert faults(paper, "T12", around(*pages(lines_of(paper), ["กำหนดการ"]))) == []
