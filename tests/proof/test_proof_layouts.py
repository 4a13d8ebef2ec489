"""The same letter is read from every layout: its kind, its fields, its paragraphs."""

from __future__ import annotations

from itertools import groupby

from cases import each
from handmade import CLEAN, Layout, Lines, letter

from memogen.model import Kind
from memogen.paper import Paper, Part
from memogen.proof import read_paper

CASES = [(kind, layout) for kind in CLEAN for layout in Layout]


def fields(paper: Paper) -> list[tuple[Part, str]]:
    return sorted((one.part, one.text) for one in paper.fields)


def expected(lines: Lines) -> list[tuple[Part, str]]:
    return sorted((part, text) for part, text in lines if part not in (Part.BODY, Part.OTHER))


@each(("kind", "layout"), CASES)
class TestALetter:
    def test_is_known_for_what_it_is(self, kind: Kind, layout: Layout) -> None:
        paper = read_paper(letter(kind, CLEAN[kind], layout), file="ก.docx")
        assert (paper.kind, paper.recognised, paper.file) == (kind, True, "ก.docx")

    def test_has_its_fields(self, kind: Kind, layout: Layout) -> None:
        paper = read_paper(letter(kind, CLEAN[kind], layout))
        assert fields(paper) == expected(CLEAN[kind])

    def test_has_its_paragraphs(self, kind: Kind, layout: Layout) -> None:
        paper = read_paper(letter(kind, CLEAN[kind], layout))
        body = [text for part, text in CLEAN[kind] if part is Part.BODY]
        assert [passage.seen.strip() for passage in paper.body] == body

    def test_keeps_its_parts_in_their_order(self, kind: Kind, layout: Layout) -> None:
        paper = read_paper(letter(kind, CLEAN[kind], layout))
        found = [one.part for one in paper.fields]
        assert len([part for part, _group in groupby(found)]) >= len(set(found))
