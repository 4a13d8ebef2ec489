"""D04: the letter's date in the form of its kind."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import LABELS, built, external, memo, order, stamped, texts

from memogen.model import Kind
from memogen.paper import Field, Origin, Part, Passage


@each(
    ("paper", "wrong"),
    [
        (external(date="วันที่ ๒๗ มีนาคม ๒๕๖๖"), ["วันที่"]),
        (external(date="๒๗ มีนาคม พ.ศ. ๒๕๖๖"), ["พ.ศ."]),
        (stamped(date="วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖"), ["วันที่", "พ.ศ."]),
        (order(date="สั่ง ณ วันที่ ๒๗ มีนาคม ๒๕๖๖"), ["สั่ง ณ วันที่ ๒๗ มีนาคม ๒๕๖๖"]),
        (order(date="๒๗ มีนาคม พ.ศ. ๒๕๖๖"), ["๒๗ มีนาคม พ.ศ. ๒๕๖๖"]),
        (
            built(Kind.ANNOUNCEMENT, {"heading": "ประกาศกรม", "date": "สั่ง ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖"}),
            ["สั่ง ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖"],
        ),
        (
            built(Kind.CERTIFICATE, {"heading": "หนังสือรับรอง", "date": "ให้ไว้ ณ วันที่ ๒๗ มีนาคม ๒๕๖๖"}),
            ["ให้ไว้ ณ วันที่ ๒๗ มีนาคม ๒๕๖๖"],
        ),
    ],
)
def test_a_date_in_another_kinds_form_is_found(paper, wrong):
    assert texts(paper, "D04") == wrong


def test_a_label_that_the_reader_has_split_off_is_found():
    line = Passage(text="วันที่  ๒๗ มีนาคม ๒๕๖๖", part=Part.DATE)
    paper = replace(external(date=None), passages=(line,), fields=(Field(Part.DATE, line, 8, 24, "วันที่"),))
    assert texts(paper, "D04") == ["วันที่"]


def test_a_memos_date_without_its_label_is_found():
    labels = {part: label for part, label in LABELS.items() if part is not Part.DATE}
    assert texts(built(Kind.MEMO, {"date": "๒๗ มีนาคม ๒๕๖๖"}, labels=labels), "D04") == ["๒๗ มีนาคม ๒๕๖๖"]


@each(
    "paper",
    [
        memo(),
        external(),
        stamped(),
        order(),
        memo(date=None),
        external(date="มีนาคม ๒๕๖๖"),
        order(date="สั่ง ณ วันที่      มีนาคม พ.ศ. ๒๕๖๖"),
        built(Kind.ANNOUNCEMENT, {"date": "ประกาศ ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖"}),
        built(Kind.MINUTES, {"date": "เมื่อวันจันทร์ที่ ๒๗ มีนาคม ๒๕๖๖"}),
        built(None, {"date": "วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖"}),
        replace(external(date="วันที่ ๒๗ มีนาคม ๒๕๖๖"), origin=Origin.LETTER),
        external(body=["ภายในวันที่ ๓๐ เมษายน พ.ศ. ๒๕๖๖"]),
    ],
)
def test_a_date_in_its_form_is_left_alone(paper):
    assert texts(paper, "D04") == []
