"""H04: an external letter has one closing, on a line of its own."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import external, faults, memo, texts

from memogen.paper import Origin


def test_a_letter_without_closing_is_found():
    [fault] = faults(external(closing=None), "H04")
    assert (fault.text, fault.place) == ("", "ก่อนลงชื่อ")
    assert "ขอแสดงความนับถือ" in fault.hint


def test_the_hint_goes_by_the_salutation():
    [fault] = faults(external(salutation="กราบเรียน", to="นายกรัฐมนตรี", closing=None), "H04")
    assert "ขอแสดงความนับถืออย่างยิ่ง" in fault.hint


@each(
    ("parts", "wrong"),
    [
        ({"closing": ("ขอแสดงความนับถือ", "ขอแสดงความนับถือ")}, "ขอแสดงความนับถือ"),
        ({"body": ["จึงเรียนมาเพื่อโปรดทราบ ขอแสดงความนับถือ"], "closing": None}, "ขอแสดงความนับถือ"),
        ({"closing": "จะขอบคุณยิ่ง ขอแสดงความนับถืออย่างยิ่ง"}, "ขอแสดงความนับถืออย่างยิ่ง"),
    ],
)
def test_a_second_closing_or_one_on_another_line_is_found(parts, wrong):
    assert texts(external(**parts), "H04") == [wrong]


@each(
    "parts",
    [
        {},
        {"closing": "\t\tขอแสดงความนับถือ"},
        {"closing": "ด้วยความเคารพอย่างสูง"},
        {"body": ["ให้ลงท้ายว่า “ขอแสดงความนับถือ”", "จึงเรียนมาเพื่อโปรดทราบ"]},
        {"salutation": "นมัสการ", "to": "เจ้าอาวาสวัดตัวอย่าง", "closing": "ขอนมัสการด้วยความเคารพ"},
    ],
)
def test_one_closing_on_its_line_is_right_and_odd_ones_have_a_rule_of_their_own(parts):
    assert texts(external(**parts), "H04") == []


def test_a_memo_and_a_letter_that_could_not_be_read_are_not_asked():
    assert texts(memo(), "H04") == []
    assert faults(replace(external(closing=None), recognised=False), "H04") == []


def test_a_letter_file_gets_its_closing_from_the_template():
    assert faults(replace(external(closing=None), origin=Origin.LETTER), "H04") == []
