"""A05: ท่าน before the addressee's position."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, stamped, texts


@each(
    ("to", "wrong", "right"),
    [
        ("ท่านผู้อำนวยการกองแผนงาน", "ท่าน", "ผู้อำนวยการกองแผนงาน"),
        ("ท่าน อธิบดี", "ท่าน ", "อธิบดี"),
        ("ท่านผู้ว่าราชการจังหวัด", "ท่าน", "ผู้ว่าราชการจังหวัด"),
    ],
)
def test_the_word_is_found_and_can_be_mended(to, wrong, right):
    paper = memo(to=to)
    [fault] = faults(paper, "A05")
    start, end = fault.span
    assert fault.text == wrong
    assert fault.passage.text[:start] + fault.fix + fault.passage.text[end:] == f"เรียน  {right}"


@each("to", ["ผู้อำนวยการกองแผนงาน", "ท่านผู้หญิงสมมติ สองนาม", "ท่าน", "อธิบดี ผ่านท่านรองอธิบดี"])
def test_titles_and_other_places_are_left_alone(to):
    assert texts(external(to=to), "A05") == []


def test_a_stamped_letter_is_not_asked():
    assert texts(stamped(to="ท่านผู้อำนวยการ"), "A05") == []
