"""T11: no room for the signature above the name."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from looks import changed, setting
from papers import external, faults, memo, order, stamped, texts

from memogen.paper import Paper, Part, Picture, Region

NAME = "(นายสมมติ สองนาม)"


def spaced(paper: Paper, blanks: int) -> Paper:
    return changed(paper, lambda one: replace(one, blanks_before=blanks) if one.seen.startswith("(") else one)


@each("blanks", [0, 1])
@each("paper", [external(), order()])
def test_a_name_without_room_above_is_found(paper, blanks):
    assert texts(spaced(paper, blanks), "T11") == [NAME]


def test_a_memo_too():
    assert texts(spaced(memo(), 1), "T11") == ["(นางสาวตัวอย่าง หนึ่งนาม)"]


@each("blanks", [2, 3, 4, 6])
def test_the_rooms_of_the_manuals_are_right(blanks):
    assert texts(spaced(external(), blanks), "T11") == []


def test_space_before_does_as_well():
    assert texts(setting(spaced(external(), 0), Part.SIGNATURE, before_pt=60.0), "T11") == []


def test_a_picture_of_the_signature_fills_the_room():
    paper = spaced(external(), 0)
    number = next(index for index, one in enumerate(paper.passages) if one.seen == NAME)
    picture = Picture(width_mm=30, height_mm=12, passage=number - 1)
    assert texts(replace(paper, pictures=(picture,)), "T11") == []


@each("above", ["พลเอก", "ลงชื่อ ........................."])
def test_a_rank_or_a_line_to_sign_on_stands_in_the_room(above):
    paper = spaced(external(signature=(above, NAME, "อธิบดีกรมส่งเสริมสหกรณ์")), 0)
    assert texts(paper, "T11") == []


def test_boxes_and_cells_and_stamped_letters_are_left_alone():
    in_box = changed(spaced(external(), 0), lambda one: replace(one, region=Region.BOX))
    assert faults(in_box, "T11") == []
    assert faults(stamped(), "T11") == []
