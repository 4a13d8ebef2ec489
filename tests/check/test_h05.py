"""H05: a stamped letter has ถึง, and neither salutation, closing nor a signer's name."""

from __future__ import annotations

from cases import each
from papers import LABELS, built, external, memo, stamped, texts

from memogen.check import rules
from memogen.model import Kind
from memogen.paper import Part


def test_a_salutation_is_found():
    parts = {"number": "กษ ๑๑๑๓/๖๕๓", "to": "สำนักงานสหกรณ์จังหวัดตัวอย่าง"}
    paper = built(Kind.STAMPED, parts, labels=LABELS | {Part.TO: "เรียน"})
    assert texts(paper, "H05") == ["เรียน  สำนักงานสหกรณ์จังหวัดตัวอย่าง"]


@each(
    ("parts", "wrong"),
    [
        ({"closing": "ขอแสดงความนับถือ"}, "ขอแสดงความนับถือ"),
        ({"closing": "ด้วยความเคารพอย่างสูง"}, "ด้วยความเคารพอย่างสูง"),
        ({"signature": ("(นายสมมติ สองนาม)", "อธิบดี")}, "(นายสมมติ สองนาม)"),
    ],
)
def test_a_closing_or_a_name_is_found(parts, wrong):
    assert texts(stamped(**parts), "H05") == [wrong]


@each("paper", [stamped(), stamped(signature="(ลงชื่อย่อกำกับตรา)"), external(), memo()])
def test_stamped_letters_as_they_should_be_and_other_kinds_are_left_alone(paper):
    assert texts(paper, "H05") == []


def test_only_stamped_letters_are_asked():
    assert rules()["H05"].kinds == (Kind.STAMPED,)
