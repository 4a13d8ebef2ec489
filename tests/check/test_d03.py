"""D03: Arabic digits that their font draws as Thai ones."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import LOOKS, faults, memo, texts

from memogen.paper import Paper, Part, Piece


def masked(text: str, font: str = "TH SarabunIT๙") -> Paper:
    """A memo whose body is set in that font."""
    paper = memo(body=[text])
    looks = replace(LOOKS, latin_font=font)
    return replace(
        paper,
        passages=tuple(
            replace(one, pieces=(Piece(0, len(one.text), looks),)) if one.part is Part.BODY else one
            for one in paper.passages
        ),
    )


@each(
    ("text", "wrong", "right"),
    [
        ("ภายในวันที่ 27 มีนาคม", "27", "๒๗"),
        ("ตามข้อ 2.1 ของแผน", "2.1", "๒.๑"),
        ("เป็นเงิน 15,000 บาท", "15,000", "๑๕,๐๐๐"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(masked(text), "D03")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "ภายในวันที่ ๒๗ มีนาคม",
        "ส่งที่ unit2@cpd.go.th",
        "กระดาษ A4",
        "เลขผสม ๒๕๖6 เป็นเรื่องของ D01",
        "โทร. 0 2281 0000",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(masked(text), "D03") == []


@each("font", ["TH SarabunPSK", "TH Sarabun New", ""])
def test_other_fonts_show_what_is_typed(font):
    assert texts(masked("ภายใน 27 วัน", font), "D03") == []


def test_a_part_of_a_passage_in_such_a_font_is_enough():
    paper = memo(body=["ข้อ 1 และข้อ 2"])
    body = next(one for one in paper.passages if one.part is Part.BODY)
    pieces = (Piece(0, 8, LOOKS), Piece(8, len(body.text), replace(LOOKS, latin_font="TH SarabunIT9")))
    paper = replace(
        paper, passages=tuple(replace(one, pieces=pieces) if one is body else one for one in paper.passages)
    )
    assert texts(paper, "D03") == ["2"]
