"""B34: an order that does not say by what power it is given."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import memo, order, texts


@each(
    ("case", "wrong"),
    [
        ("เพื่อให้งานเรียบร้อย จึงแต่งตั้งคณะทำงาน ดังต่อไปนี้", "เพื่อให้งานเรียบร้อย จึงแต่งตั้งคณะทำงาน ดังต่อไปนี้"),
        ("ให้นายสมมติ สองนาม ไปปฏิบัติราชการ", "ให้นายสมมติ สองนาม ไปปฏิบัติราชการ"),
        ("อาศัยอำนาจที่มีอยู่ จึงแต่งตั้งคณะทำงาน", "อาศัยอำนาจ"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(order(body=[case, "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"]), "B34") == [wrong]


@each(
    "case",
    [
        "อาศัยอำนาจตามความในมาตรา ๓๒ แห่งพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. ๒๕๓๔ จึงแต่งตั้ง",
        "อาศัยอำนาจตามข้อ ๙ แห่งระเบียบกรม จึงแต่งตั้ง",
        "ตามคำสั่งกรม ที่ ๑/๒๕๖๖ มอบอำนาจ จึงแต่งตั้ง",
        "อาศัยอำนาจตาม￼￼ จึงแต่งตั้ง",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(order(body=[case, "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"]), "B34") == []


def test_other_kinds_and_what_was_not_understood_are_left_alone():
    body = ["จึงแต่งตั้งคณะทำงาน"]
    assert texts(memo(body=body), "B34") == []
    assert texts(replace(order(body=body), recognised=False), "B34") == []


def test_a_line_that_runs_on_in_the_next_passage_is_left_alone():
    lines = ["เพื่อให้งานเรียบร้อย อาศัยอำนาจตามความใน", "มาตรา ๓๒ แห่งพระราชบัญญัติตัวอย่าง จึงแต่งตั้ง"]
    assert texts(order(body=lines), "B34") == []
