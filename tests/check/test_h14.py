"""H14: ส่วนราชการ of a memo that does not begin with the signer's."""

from __future__ import annotations

from cases import each
from papers import external, memo, texts

HEAD = ("(นายสมมติ สองนาม)", "อธิบดีกรมส่งเสริมสหกรณ์")


@each("agency", ["กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑", "กองแผนงาน กรมส่งเสริมสหกรณ์ โทร. ๑"])
def test_a_memo_of_the_department_s_head_begins_with_the_department(agency):
    assert texts(memo(agency=agency, signature=HEAD), "H14") == [agency]


def test_who_acts_for_the_head_signs_for_the_department():
    signature = ("(นางสาธิต สามนาม)", "รองอธิบดี ปฏิบัติราชการแทน", "อธิบดีกรมส่งเสริมสหกรณ์")
    assert texts(memo(signature=signature), "H14") == ["กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑"]


@each(
    "parts",
    [
        {},
        {"agency": "กรมส่งเสริมสหกรณ์ กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑", "signature": HEAD},
        {"agency": "สหกรณ์ตัวอย่าง โทร. ๑", "signature": HEAD},
        {"signature": ("(นางสาวตัวอย่าง หนึ่งนาม)", "ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร", *HEAD)},
        {"signature": None},
    ],
)
def test_memos_as_they_should_be_and_decisions_below_are_left_alone(parts):
    assert texts(memo(**parts), "H14") == []


def test_an_external_letter_is_not_asked():
    assert texts(external(agency="กองแผนงาน"), "H14") == []
