"""H16: an external letter does not say who knows about it, or how to call them."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import external, faults, memo

from memogen.paper import Origin


def test_a_letter_without_the_unit_that_knows_about_it_is_found():
    [fault] = faults(external(owner=None), "H16")
    assert (fault.text, fault.place) == ("", "ส่วนราชการเจ้าของเรื่อง")


@each(
    "owner", ["กลุ่มพัฒนาระบบบริหาร", ("กองแผนงาน", "กลุ่มแผน"), ("กองแผนงาน", "ไปรษณีย์อิเล็กทรอนิกส์ a@example.go.th")]
)
def test_a_unit_without_telephone_is_found(owner):
    [fault] = faults(external(owner=owner), "H16")
    assert fault.text == (owner if isinstance(owner, str) else owner[0])


@each(
    "paper",
    [
        external(),
        external(owner=("กองแผนงาน", "โทรศัพท์ ๐ ๒๒๘๑ ๐๐๐๐")),
        memo(),
        replace(external(owner=None), recognised=False),
        replace(external(owner=None), origin=Origin.LETTER),
    ],
)
def test_other_letters_are_left_alone(paper):
    assert faults(paper, "H16") == []
