"""T20: number, agency and date of an external letter out of line with the garuda."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from looks import changed
from pages import around, line, page
from papers import external, faults, memo, texts

from memogen.layout import Image
from memogen.paper import Part, Picture, Region

PICTURE = Picture(width_mm=28.2, height_mm=30.0, natural_ratio=0.94, name="ตราครุฑ")
SHOWN = Image(left_mm=90.9, top_mm=15.0, width_mm=28.2, height_mm=30.0)
PAPER = replace(external(), pictures=(PICTURE,))


def laid(*, number=45.0, date_left=105.0, image=SHOWN):
    rest = [one.seen for one in PAPER.passages[4:]]
    head = [
        line(PAPER.passages[0].seen, number),
        line(PAPER.passages[1].seen, number + 0.1, left=130.0),
        line(PAPER.passages[2].seen, number + 6.4, left=130.0),
        line(PAPER.passages[3].seen, number + 12.8, left=date_left),
    ]
    body = [line(text, number + 20 + 6.4 * place) for place, text in enumerate(rest)]
    return around(page([*head, *body], images=[image] if image else []))


@each("number", [60.0, 70.0, 30.0])
def test_a_number_far_from_the_garuda_s_feet_is_found(number):
    [fault] = faults(PAPER, "T20", laid(number=number))
    assert fault.text == "กษ ๑๑๑๓/๖๕๓"
    assert "LibreOffice" in fault.hint


@each("left", [30.0, 90.0, 150.0])
def test_a_date_off_the_axis_is_found(left):
    assert texts(PAPER, "T20", laid(date_left=left)) == ["๒๗ มีนาคม ๒๕๖๖"]


@each("number", [42.0, 45.0, 50.0, 54.0])
@each("left", [105.0, 102.0, 110.0, 113.0])
def test_lines_at_the_feet_and_dates_on_either_axis_are_right(number, left):
    assert texts(PAPER, "T20", laid(number=number, date_left=left)) == []


def test_an_urgency_takes_room_above_the_number():
    urgent = replace(PAPER, fields=(*PAPER.fields, replace(PAPER.fields[0], part=Part.URGENCY)))
    assert texts(urgent, "T20", laid(number=62.0)) == []


def test_an_agency_in_a_box_and_a_letter_on_printed_paper_are_left_alone():
    in_box = changed(PAPER, lambda one: replace(one, region=Region.BOX) if one.part is Part.AGENCY else one)
    assert texts(in_box, "T20", laid(number=70.0)) == []
    assert texts(PAPER, "T20", laid(number=70.0, image=None)) == []


def test_memos_have_no_axis():
    assert texts(replace(memo(), pictures=(PICTURE,)), "T20", laid(number=70.0)) == []
