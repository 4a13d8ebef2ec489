"""H17: a colon after a label of the head."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import faults, memo, passage_of

from memogen.paper import Field, Origin, Part


def headed(text, part, label, value):
    """A memo whose only head line is this."""
    paper = memo()
    passage = passage_of(text, part=part)
    start = text.index(value)
    return replace(
        paper,
        passages=(passage, *paper.body),
        fields=(Field(part, passage, start, start + len(value), label),),
    )


@each(
    ("text", "part", "label", "value", "wrong", "mended"),
    [
        ("เรื่อง: การประชุม", Part.SUBJECT, "เรื่อง", "การประชุม", ": ", "เรื่อง  การประชุม"),
        ("เรียน : อธิบดี", Part.TO, "เรียน", "อธิบดี", " : ", "เรียน  อธิบดี"),
        ("ที่:\tกษ ๑๑๑๓/๑", Part.NUMBER, "ที่", "กษ", ":", "ที่\tกษ ๑๑๑๓/๑"),
        ("เรื่อง:การประชุม", Part.SUBJECT, "เรื่อง:", "การประชุม", ":", "เรื่อง  การประชุม"),
    ],
)
def test_a_colon_after_a_label_is_found_and_can_be_mended(text, part, label, value, wrong, mended):
    [fault] = faults(headed(text, part, label, value), "H17")
    start, end = fault.span
    assert (fault.text, text[:start] + fault.fix + text[end:]) == (wrong, mended)


@each("subject", ["การประชุม", "การอบรม: รุ่นที่ ๑", "เรื่อง: ที่ค้าง"])
def test_colons_in_the_value_are_left_alone(subject):
    assert faults(memo(subject=subject), "H17") == []


def test_a_letter_file_needs_them():
    paper = replace(headed("เรื่อง: การประชุม", Part.SUBJECT, "เรื่อง", "การประชุม"), origin=Origin.LETTER)
    assert faults(paper, "H17") == []
