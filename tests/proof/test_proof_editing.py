"""Words replaced in a Word file, and comments put at words."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import docx
from cases import each
from docx.oxml.ns import qn

from memogen.proof import Comment, Edit, annotated, edited, read_docx, read_paper

WHEN = datetime(2023, 3, 27, 12, 0)


def document(*paragraphs: list[tuple[str, bool]] | str) -> bytes:
    """A DOCX of paragraphs, each a text or runs with whether they are bold."""
    made = docx.Document()
    for runs in paragraphs:
        paragraph = made.add_paragraph()
        for text, bold in [(runs, False)] if isinstance(runs, str) else runs:
            paragraph.add_run(text).bold = bold
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_docx(content).paragraphs]


def address(content: bytes, number: int = 0) -> tuple[str, int]:
    found = read_paper(content).passages[number].address
    assert found is not None
    return found


class TestReplacing:
    def test_words_in_one_run(self):
        content = document("ก่อน", "วันที่ ๒๗ มีนาคม ๒๕๖6")
        assert texts(edited(content, [Edit(address(content, 1), 17, 21, "๒๕๖๖")])) == [
            "ก่อน",
            "วันที่ ๒๗ มีนาคม ๒๕๖๖",
        ]

    def test_words_across_runs_look_like_the_first_of_them(self):
        content = document([("ที่ ๑๑", True), ("1", False), ("๓/๖๕๓", False)])
        made = edited(content, [Edit(address(content), 4, 8, "๑๑๑๓")])
        runs = docx.Document(BytesIO(made)).paragraphs[0].runs
        assert [(run.text, bool(run.bold)) for run in runs] == [
            ("ที่ ๑๑๑๓", True),
            ("", False),
            ("/๖๕๓", False),
        ]

    def test_several_in_one_paragraph_each_at_its_own_place(self):
        content = document("1 ข้อ 2 ข้อ 3 ข้อ")
        spans = [(0, "๑"), (6, "๒"), (12, "๓")]
        made = edited(content, [Edit(address(content), at, at + 1, new) for at, new in spans])
        assert texts(made) == ["๑ ข้อ ๒ ข้อ ๓ ข้อ"]

    def test_spaces_at_the_edge_of_a_run_stay(self):
        content = document([("ก  ", False), ("ข", True)])
        assert texts(edited(content, [Edit(address(content), 1, 3, " ")])) == ["ก ข"]

    def test_a_tab_gives_way_to_a_text(self):
        content = document("ก\tข")
        assert texts(edited(content, [Edit(address(content), 1, 2, " ")])) == ["ก ข"]

    def test_nothing_else_changes(self):
        content = document("ก", [("ข", True)])
        assert texts(edited(content, [])) == texts(content)
        before, after = (
            docx.Document(BytesIO(one)).element.xml
            for one in (content, edited(content, [Edit(address(content), 0, 1, "ก")]))
        )
        assert before == after


class TestCommenting:
    @each(
        "runs",
        [
            [("จึงเรียนมาเพื่อโปรดพิจราณา", False)],
            [("จึงเรียนมาเพื่อโปรด", False), ("พิจ", True), ("ราณา", False)],
            [("จึงเรียนมาเพื่อโปรดพิจ", False), ("ราณา ครับ", True)],
        ],
    )
    def test_a_comment_stands_at_the_very_words(self, runs):
        content = document(runs)
        text = "".join(text for text, _bold in runs)
        start = text.index("พิจราณา")
        made = annotated(
            content,
            [Comment(address(content), start, start + 7, "C01 สะกดผิด\nแนะนำ: พิจารณา")],
            author="memogen",
            when=WHEN,
        )
        assert texts(made) == [text]
        assert _commented(made) == {"0": "พิจราณา"}
        [comment] = docx.Document(BytesIO(made)).comments
        assert (comment.text, comment.author) == ("C01 สะกดผิด\nแนะนำ: พิจารณา", "memogen")

    def test_two_comments_in_a_paragraph_may_meet(self):
        content = document("กขคง")
        places = [(0, 3), (1, 4)]
        made = annotated(
            content, [Comment(address(content), *place, "ดู") for place in places], author="ก", when=WHEN
        )
        assert _commented(made) == {"0": "กขค", "1": "ขคง"}

    def test_looks_stay_on_both_sides_of_a_cut(self):
        content = document([("กขค", True)])
        made = annotated(content, [Comment(address(content), 1, 2, "ดู")], author="ก", when=WHEN)
        runs = [run for run in docx.Document(BytesIO(made)).paragraphs[0].runs if run.text]
        assert [(run.text, run.bold) for run in runs] == [("ก", True), ("ข", True), ("ค", True)]

    def test_comments_of_others_stay(self):
        first = annotated(
            content := document("กขค"), [Comment(address(content), 0, 1, "หนึ่ง")], author="ก", when=WHEN
        )
        both = annotated(first, [Comment(address(first), 1, 2, "สอง")], author="ข", when=WHEN)
        assert [comment.text for comment in docx.Document(BytesIO(both)).comments] == ["หนึ่ง", "สอง"]
        assert _commented(both) == {"0": "ก", "1": "ข"}

    def test_what_is_wrong_in_a_header_is_told_at_the_beginning(self):
        made = docx.Document()
        made.add_paragraph("ข้อความ")
        made.sections[0].header.paragraphs[0].text = "หัว"
        content = BytesIO()
        made.save(content)
        passage = read_paper(content.getvalue()).passages[-1]
        assert passage.text == "หัว"
        done = annotated(content.getvalue(), [Comment(passage.address, 0, 3, "ดู")], author="ก", when=WHEN)
        assert _commented(done) == {"0": "ข้อความ"}


def _commented(content: bytes) -> dict[str, str]:
    """What the ranges of the comments hold, by their ids."""
    body = docx.Document(BytesIO(content)).element.body
    opened: set[str] = set()
    found: dict[str, str] = {}
    for element in body.iter():
        if element.tag == qn("w:commentRangeStart"):
            opened.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            opened.remove(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for id_ in opened:
                found[id_] = found.get(id_, "") + (element.text or "")
    return found
