"""A08: another addressee than in the books."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import AROUND, external, texts

from memogen.books import BookKind, Entry, Status
from memogen.paper import Origin


def books(to, *, circular=False):
    """What is around a letter that the books have as sent to this addressee."""
    entry = Entry(
        code="กษ ๑๑๑๓",
        kind=BookKind.SENDING,
        year_be=2566,
        serial=653,
        circular=circular,
        status=Status.ISSUED,
        to=to,
    )
    return replace(AROUND, entry=entry)


@each("to", ["กรมปศุสัตว์", "ผู้ว่าราชการจังหวัดตัวอย่าง", "กองคลัง"])
def test_another_addressee_than_in_the_books_is_found(to):
    assert texts(external(to="อธิบดีกรมประมง"), "A08", books(to)) == ["อธิบดีกรมประมง"]


@each("to", ["กรมประมง", "อธิบดีกรมประมง", "อธิบดี กรมประมง", "ผอ.กองพัสดุ กรมประมง", ""])
def test_the_agency_and_its_head_are_one(to):
    assert texts(external(to="อธิบดีกรมประมง"), "A08", books(to)) == []


def test_circulars_letter_files_and_letters_without_a_line_are_not_asked():
    paper = external(to="อธิบดีกรมประมง")
    assert texts(paper, "A08") == []
    assert texts(paper, "A08", books("กรมปศุสัตว์", circular=True)) == []
    assert texts(replace(paper, origin=Origin.LETTER), "A08", books("กรมปศุสัตว์")) == []
