"""T14: a catch-word that is not what the next page begins with."""

from __future__ import annotations

from cases import each
from pages import around, line, pages
from papers import BODY, faults, memo, texts

BEGINS = "๓. ข้อพิจารณา"


def laid(catchword, following=BEGINS):
    return around(*pages([*BODY[:2], line(catchword, 260.0, left=150.0)], [following, BODY[2]]))


@each("catchword", ["/๔. ข้อเสนอแนะ…", "/ข้อพิจารณา...", "/จึงเรียนมา…"])
def test_another_word_is_found(catchword):
    [fault] = faults(memo(), "T14", laid(catchword))
    assert fault.place == "หน้า ๑"
    assert BEGINS in fault.hint


def test_the_paragraph_of_the_catchword_is_marked():
    paper = memo(body=[BODY[0], "/๔. ข้อเสนอแนะ…", BEGINS, BODY[2]])
    assert texts(paper, "T14", laid("/๔. ข้อเสนอแนะ…")) == ["/๔. ข้อเสนอแนะ…"]


@each("catchword", ["/๓. ข้อพิจารณา…", "/๓. ข้อ...", "/ ๓. ข้อพิจารณา …", "๓. ข้อพิจารณา…"])
def test_the_first_words_are_right(catchword):
    assert faults(memo(), "T14", laid(catchword)) == []


def test_a_catchword_may_be_longer_than_the_line():
    seen = around(*pages([line("/ด้วยกลุ่มพัฒนาระบบ…", 260.0, left=150.0)], ["ด้วยกลุ่ม", "พัฒนาระบบบริหาร"]))
    assert faults(memo(), "T14", seen) == []


def test_no_catchword_is_no_fault_and_dots_at_the_left_are_text():
    assert faults(memo(), "T14", around(*pages(BODY[:2], BODY[2:]))) == []
    assert faults(memo(), "T14", around(*pages(["ลงชื่อ ..."], BODY))) == []


@each(
    ("catchword", "found"), [("/๔. ข้อเสนอแนะ…", 1), ("/๓. ข้อพิจารณา…", 0), ("/ ๓. ข้อ ...", 0), ("๑/๒๕๖๖…", 0)]
)
def test_without_pages_the_next_paragraph_is_what_follows(catchword, found):
    assert len(faults(memo(body=[BODY[0], catchword, BEGINS, BODY[2]]), "T14")) == found
