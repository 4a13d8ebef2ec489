"""T07: a memo without the dotted lines after its labels."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from looks import changed, of_part, setting
from papers import AROUND, LABEL_LOOKS, LOOKS, external, faults, memo, texts

from memogen.paper import Paper, Part, Piece, Region

LABELS = (Part.AGENCY, Part.NUMBER, Part.DATE, Part.SUBJECT)


def bare(*parts: Part) -> Paper:
    """A memo whose values of these parts are plain."""
    return changed(memo(), lambda one: plain(one) if one.part in parts else one)


def plain(passage):
    at = passage.pieces[0].end
    return replace(passage, pieces=(Piece(0, at, LABEL_LOOKS), Piece(at, len(passage.text), LOOKS)))


def test_a_head_without_dots_is_told_once():
    [fault] = faults(bare(*LABELS), "T07")
    assert fault.text == "กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑"
    assert "ส่วนราชการ ที่ วันที่ เรื่อง" in fault.message


@each("part", [Part.NUMBER, Part.SUBJECT, Part.AGENCY])
def test_one_label_without_dots_is_found(part):
    paper = bare(part)
    assert texts(paper, "T07") == [paper.first(part).text]


def test_dots_by_tabs_borders_or_typed_do_as_well():
    assert texts(setting(bare(*LABELS), Part.AGENCY, has_border=True), "T07") != []
    for part in LABELS:
        assert part.value not in [
            one.message for one in faults(setting(bare(part), part, has_border=True), "T07")
        ]
    typed = memo(subject="การจัดทำแผนการให้บริการของหน่วยงาน..................")
    assert texts(changed(typed, of_part(Part.SUBJECT, plain)), "T07") == []
    tabbed = memo(subject="การจัดทำแผนการให้บริการของหน่วยงาน\t")
    tabbed = setting(changed(tabbed, of_part(Part.SUBJECT, plain)), Part.SUBJECT, has_leaders=True)
    assert texts(tabbed, "T07") == []


def test_an_office_may_do_without():
    office = replace(AROUND.office, dotted_lines=False)
    assert texts(bare(*LABELS), "T07", replace(AROUND, office=office)) == []


def test_cells_have_borders_that_nobody_knows_and_letters_have_no_dots():
    in_cells = changed(bare(*LABELS), lambda one: replace(one, region=Region.TABLE))
    assert texts(in_cells, "T07") == []
    assert texts(external(), "T07") == []
