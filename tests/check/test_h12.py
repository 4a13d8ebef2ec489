"""H12: number or date on the letter is not that of the books."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cases import each
from papers import AROUND, memo, texts

from memogen.books import BookKind, Entry, Status
from memogen.paper import Origin

ENTRY = Entry(
    code="กษ ๑๑๑๓",
    kind=BookKind.SENDING,
    year_be=2566,
    serial=653,
    status=Status.ISSUED,
    dated=date(2023, 3, 27),
)
OWN = replace(AROUND, entry=ENTRY)


@each(
    ("parts", "wrong"),
    [
        ({"number": "กษ ๑๑๑๓/๖๕๔"}, ["กษ ๑๑๑๓/๖๕๔"]),
        ({"number": "กษ ๑๑๑๓/"}, ["กษ ๑๑๑๓/"]),
        ({"date": "๒๘ มีนาคม ๒๕๖๖"}, ["๒๘ มีนาคม ๒๕๖๖"]),
        ({"number": "กษ ๑๑๑๓/ว๖๕๓", "date": "๒๗ มีนาคม ๒๕๖๕"}, ["กษ ๑๑๑๓/ว๖๕๓", "๒๗ มีนาคม ๒๕๖๕"]),
    ],
)
def test_what_is_not_as_the_books_have_it_is_found(parts, wrong):
    assert texts(memo(**parts), "H12", OWN) == wrong


def test_the_line_is_found_by_the_number_and_year_too():
    asked = []

    def find_entry(number, year_be):
        asked.append((number, year_be))
        return ENTRY

    around = replace(AROUND, find_entry=find_entry)
    assert texts(memo(date="๒๘ มีนาคม ๒๕๖๖"), "H12", around) == ["๒๘ มีนาคม ๒๕๖๖"]
    assert asked == [("กษ ๑๑๑๓/๖๕๓", 2566)]


@each("parts", [{}, {"number": "กษ1113/653"}, {"date": "27 มีนาคม 2566"}, {"number": "กษ ๑๑๑๓/ ๖๕๓"}])
def test_the_same_in_other_writing_is_the_same(parts):
    assert texts(memo(**parts), "H12", OWN) == []


def test_without_a_register_and_of_a_void_number_nothing_is_told():
    assert texts(memo(number="กษ ๑๑๑๓/๖๕๔"), "H12") == []
    void = replace(AROUND, entry=replace(ENTRY, status=Status.VOID))
    assert texts(memo(number="กษ ๑๑๑๓/๖๕๔"), "H12", void) == []


def test_a_letter_file_keeps_its_blank_after_issue():
    assert texts(replace(memo(number="กษ ๑๑๑๓/"), origin=Origin.LETTER), "H12", OWN) == []
