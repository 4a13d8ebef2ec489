"""A09: several addressees with commas between them."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts


@each(
    ("to", "sign"),
    [
        ("ผู้อำนวยการกองแผนงาน, เลขานุการกรม", ","),
        ("อธิบดีกรมตัวอย่าง,ปลัดกระทรวง", ","),
        ("ผู้อำนวยการกองคลัง; หัวหน้ากลุ่ม", ";"),
    ],
)
def test_a_comma_between_addressees_is_found(to, sign):
    [fault] = faults(memo(to=to), "A09")
    assert fault.text == sign


@each(
    "to",
    [
        "ผู้อำนวยการกอง ผู้อำนวยการสำนัก เลขานุการกรม และผู้อำนวยการศูนย์",
        "อธิบดี (ผ่าน รองอธิบดี)",
        "ผู้อำนวยการกองการท่องเที่ยว, กีฬาและนันทนาการ",
        "ผู้อำนวยการกองตัวอย่าง ๑,๒๐๐ แห่ง หัวหน้ากลุ่ม",
        "นายสมมติ สองนาม",
    ],
)
def test_lists_without_commas_and_commas_in_a_name_are_left_alone(to):
    assert texts(external(to=to), "A09") == []


def test_each_line_counts_for_itself():
    assert texts(memo(to=("ผู้อำนวยการกองแผนงาน", "เลขานุการกรม")), "A09") == []
