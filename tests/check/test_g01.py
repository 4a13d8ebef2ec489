"""G01: a signature without the full name in brackets, or without the position under it."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import external, faults, memo, stamped, texts

from memogen.findings import Severity

POST = "อธิบดีกรมส่งเสริมสหกรณ์"


@each("name", ["(นายสมมติ สองนาม)", "(นางสาวตัวอย่าง หนึ่งนาม)", "(หม่อมหลวงตัวอย่าง หนึ่งนาม)"])
def test_a_name_without_a_position_is_an_error(name):
    [fault] = faults(external(signature=(name,)), "G01")
    assert (fault.text, fault.severity) == (name, None)


@each("name", ["(สมมติ สองนาม)", "(ตัวอย่าง  หนึ่งนาม)", "(วิชัย ใจดี)"])
def test_a_name_without_a_title_is_warned_of(name):
    [fault] = faults(external(signature=(name, POST)), "G01")
    assert (fault.text, fault.severity) == (name, Severity.WARNING)


@each("name", ["นายสมมติ สองนาม", "นางสาวตัวอย่าง หนึ่งนาม", "นางตัวอย่าง หนึ่งนาม"])
def test_a_name_without_brackets_is_warned_of(name):
    [fault] = faults(memo(signature=(name, POST)), "G01")
    assert (fault.text, fault.severity) == (name, Severity.WARNING)


@each(
    "lines",
    [
        ("(นายสมมติ สองนาม)", POST),
        ("(นายสมมติ สองนาม)", "รองอธิบดี ปฏิบัติราชการแทน", POST),
        ("พลเอก", "(ตัวอย่าง หนึ่งนาม)", "ปลัดกระทรวงกลาโหม"),
        ("(พลเอก ตัวอย่าง หนึ่งนาม)", "ปลัดกระทรวงกลาโหม"),
        ("(ผู้ช่วยศาสตราจารย์ ดร.ตัวอย่าง หนึ่งนาม)", "คณบดี"),
        ("(พระครูตัวอย่าง)", "เจ้าอาวาสวัดตัวอย่าง"),
        ("(ว่าที่ร้อยตรี ตัวอย่าง หนึ่งนาม)", POST),
        ("(...........................)", POST),
        ("(.............)",),
        ("(นายสมมติ สองนาม) อธิบดีกรมส่งเสริมสหกรณ์",),
    ],
)
def test_signatures_as_they_should_be_are_left_alone(lines):
    assert texts(external(signature=lines), "G01") == []


def test_people_who_sign_side_by_side_are_left_alone():
    assert texts(memo(signature=("(นายสมมติ สองนาม)\n(นายตัวอย่าง สามนาม)",)), "G01") == []


def test_a_letter_that_was_not_understood_and_a_stamped_one_are_left_alone():
    assert texts(replace(external(signature=("(สมมติ สองนาม)",)), recognised=False), "G01") == []
    assert texts(stamped(), "G01") == []
