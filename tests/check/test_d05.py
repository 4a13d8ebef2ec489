"""D05: a weekday that is not the date's."""

from __future__ import annotations

from cases import each
from papers import faults, found, memo, texts

from memogen.compose.practice import practice
from memogen.model import Kind, Letter


@each(
    ("text", "wrong"),
    [
        ("ประชุมวันพุธที่ ๒๗ มีนาคม ๒๕๖๖ เวลา ๐๙.๓๐ น.", "วันพุธที่ ๒๗ มีนาคม ๒๕๖๖"),
        ("ในวันพฤหัสที่ ๒๗ มี.ค. ๖๖", "วันพฤหัสที่ ๒๗ มี.ค. ๖๖"),
        ("วันศุกร์ที่ 29 กุมภาพันธ์ 2567", "วันศุกร์ที่ 29 กุมภาพันธ์ 2567"),
        ("วันอังคารที่ ๒๗ - วันพุธที่ ๒๙ มีนาคม ๒๕๖๖", "วันอังคารที่ ๒๗"),
        ("ระหว่างวันอาทิตย์ที่ ๒๗ - ๒๙ มีนาคม ๒๕๖๖", "วันอาทิตย์ที่ ๒๗"),
        ("ภายใน ๒๗ มีนาคม ๒๕๖๖ (วันอังคาร)", "๒๗ มีนาคม ๒๕๖๖ (วันอังคาร)"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "D05")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "วันจันทร์ที่ ๒๗ มีนาคม ๒๕๖๖",
        "วันพฤหัสบดีที่ ๒๙ กุมภาพันธ์ ๒๕๖๗",
        "วันจันทร์ที่ ๒๗ - วันพุธที่ ๒๙ มีนาคม ๒๕๖๖",
        "๒๗ มีนาคม ๒๕๖๖ (วันจันทร์)",
        "ทุกวันจันทร์ ตั้งแต่วันที่ ๒๘ มีนาคม ๒๕๖๖",
        "วันจันทร์ที่ ๒๗ มีนาคม",
        "วันพุธที่ ๓๑ เมษายน ๒๕๖๖",
        "วันหยุดราชการ ๒๗ มีนาคม ๒๕๖๖",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D05") == []


def test_the_hint_names_the_right_weekday():
    [fault] = faults(memo(body=["วันพุธที่ ๒๗ มีนาคม ๒๕๖๖"]), "D05")
    assert "วันจันทร์" in fault.hint


def test_a_finding_of_a_letter_being_composed_has_the_same_code_and_text():
    text = "ประชุมวันพุธที่ ๒๗ มีนาคม ๒๕๖๖ และวันที่ ๓๑ เมษายน ๒๕๖๖"
    letter = Letter(file="x.md", headers=(), body=text, body_line=1)
    told = [(one.code, one.text) for one in practice(letter, Kind.MEMO)]
    paper = memo(body=[text])
    assert told == [(one.rule.code, one.fault.text) for one in found(paper, "D05", "D06")]
