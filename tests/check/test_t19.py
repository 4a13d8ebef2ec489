"""T19: urgency and secrecy that are not red, not large enough or not in their place."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from looks import looking
from papers import external, faults, memo, order, passage_of, stamped, texts

from memogen.findings import Severity
from memogen.paper import Field, Paper, Part, Region


def urgent(paper: Paper, word: str = "ด่วนที่สุด", *, first: bool = True, **looks: object) -> Paper:
    """The paper with an urgency above or under everything else."""
    marked = with_mark(paper, Part.URGENCY, word, first=first)
    return looking(marked, word, **({"colour": "FF0000", "thai_size_pt": 32.0} | looks))


def with_mark(
    paper: Paper, part: Part, word: str, *, first: bool = True, region: Region = Region.TEXT
) -> Paper:
    passage = passage_of(word, part=part, region=region)
    passages = (passage, *paper.passages) if first else (*paper.passages, passage)
    return replace(paper, passages=passages, fields=(*paper.fields, Field(part, passage, 0, len(word))))


@each("colour", ["", "000000", "0000FF", "00B050", "FFFF00"])
def test_an_urgency_that_is_not_red_is_an_error(colour):
    [fault] = faults(urgent(memo(), colour=colour), "T19")
    assert (fault.text, fault.severity) == ("ด่วนที่สุด", None)


@each("size", [16.0, 20.0, 29.0])
def test_a_small_urgency_is_an_error(size):
    [fault] = faults(urgent(external(), "ด่วนมาก", thai_size_pt=size), "T19")
    assert (fault.text, fault.severity) == ("ด่วนมาก", None)


@each("paper", [memo(), external(), stamped()])
def test_an_urgency_at_the_end_is_warned_of(paper):
    [fault] = faults(urgent(paper, first=False), "T19")
    assert fault.severity is Severity.WARNING


@each("looks", [{}, {"colour": "C00000"}, {"colour": "EE0000"}, {"thai_size_pt": 36.0}])
@each("paper", [memo(), external()])
def test_a_large_red_urgency_at_the_top_is_right(paper, looks):
    assert texts(urgent(paper, **looks), "T19") == []


def test_a_secrecy_in_black_is_warned_of_and_one_at_one_end_remarked():
    red = looking(with_mark(memo(), Part.SECRECY, "ลับมาก"), "ลับมาก", colour="FF0000")
    assert [fault.severity for fault in faults(red, "T19")] == [Severity.INFO]
    both = with_mark(
        with_mark(memo(), Part.SECRECY, "ลับ"), Part.SECRECY, "ลับ", first=False, region=Region.FOOTER
    )
    assert [fault.text for fault in faults(both, "T19")] == ["ลับ", "ลับ"]
    assert texts(looking(both, "ลับ", colour="FF0000"), "T19") == []


def test_letters_without_marks_and_orders_are_left_alone():
    assert texts(memo(), "T19") == []
    assert texts(urgent(order(), colour=""), "T19") == []
