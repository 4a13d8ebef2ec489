"""H06: a stamped letter that asks for what it may not."""

from __future__ import annotations

from cases import each
from papers import memo, stamped, texts


@each(
    ("text", "wrong"),
    [
        ("จึงขอให้พิจารณาอนุมัติโครงการ", "จึงขอให้พิจารณาอนุมัติ"),
        ("เพื่อโปรดพิจารณาให้ความเห็นชอบ", "เพื่อโปรดพิจารณาให้ความเห็นชอบ"),
        ("จึงขออนุญาตใช้สถานที่", "จึงขออนุญาต"),
        ("โปรดเบิกจ่ายเงินค่าตอบแทน", "โปรดเบิกจ่าย"),
        ("ทั้งนี้ ขออนุมัติขยายระยะเวลา", "ทั้งนี้ ขออนุมัติ"),
    ],
)
def test_what_a_stamped_letter_may_not_ask_is_found(text, wrong):
    assert texts(stamped(body=[text]), "H06") == [wrong]


@each(
    "text",
    [
        "ด้วยกรมตัวอย่างขอส่งสำเนาหนังสืออนุมัติโครงการ มาเพื่อทราบ",
        "ตามที่จังหวัดตัวอย่างขออนุมัติโครงการ นั้น จึงขอเตือนให้ส่งรายงาน",
        "กรมตัวอย่างได้รับเรื่องไว้แล้ว และอธิบดีอนุมัติตามที่เสนอ",
    ],
)
def test_what_it_may_tell_is_left_alone(text):
    assert texts(stamped(body=[text]), "H06") == []


def test_a_memo_may_ask():
    assert texts(memo(body=["จึงขอให้พิจารณาอนุมัติโครงการ"]), "H06") == []
