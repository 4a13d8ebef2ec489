"""J09: another subject than in the books."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import AROUND, external, memo, texts

from memogen.books import BookKind, Entry, Status


def books(subject, status=Status.ISSUED):
    """What is around a letter that the books have under this subject."""
    entry = Entry(
        code="กษ ๑๑๑๓", kind=BookKind.SENDING, year_be=2566, serial=653, status=status, subject=subject
    )
    return replace(AROUND, entry=entry)


@each("subject", ["การปรับปรุงแผน", "การจัดทำแผนการให้บริการ", "แผน พ.ศ. ๒๕๖๗"])
def test_another_subject_than_in_the_books_is_found(subject):
    assert texts(memo(subject=subject), "J09", books("การจัดทำแผนการให้บริการของหน่วยงาน")) == [subject]


@each(
    "subject", ["แผนการให้บริการ ปี ๒๕๖๖", "แผนการให้บริการ  ปี 2566", ("แผนการให้บริการ", "ปี ๒๕๖๖"), "\ufffc\ufffc"]
)
def test_the_same_subject_in_other_spaces_lines_and_digits_is_left_alone(subject):
    assert texts(external(subject=subject), "J09", books("แผนการให้บริการ ปี ๒๕๖๖")) == []


def test_without_a_line_a_subject_or_of_a_void_number_nothing_is_told():
    assert texts(memo(), "J09") == []
    assert texts(memo(), "J09", books("")) == []
    assert texts(memo(), "J09", books("เรื่องอื่น", Status.VOID)) == []
