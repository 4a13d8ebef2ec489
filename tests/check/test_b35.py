"""B35: an order that does not say from when it holds."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import memo, order, texts


@each(
    ("case", "wrong"),
    [
        ("ให้คณะทำงานรายงานผลทุกเดือน", "ให้คณะทำงานรายงานผลทุกเดือน"),
        ("๑. นายสมมติ สองนาม ประธาน", "๑. นายสมมติ สองนาม ประธาน"),
        ("ให้ยกเลิกคำสั่งเดิม", "ให้ยกเลิกคำสั่งเดิม"),
        ("ให้ตรวจรับภายใน ๓ วัน นับแต่วันที่ผู้รับจ้างส่งมอบ", "ให้ตรวจรับภายใน ๓ วัน นับแต่วันที่ผู้รับจ้างส่งมอบ"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(order(body=["อาศัยอำนาจตามมาตรา ๓๒ จึงแต่งตั้งคณะทำงาน", case]), "B35") == [wrong]


@each(
    "case",
    [
        "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
        "ทั้งนี้ ตั้งแต่วันที่ ๑ เมษายน ๒๕๖๖ เป็นต้นไป",
        "ให้มีผลนับแต่วันลงนาม",
        "ทั้งนี้ นับแต่วันที่ ๑ เมษายน ๒๕๖๖",
        "ไปราชการระหว่างวันที่ ๑ - ๓ เมษายน ๒๕๖๖",
        "￼￼￼",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(order(body=["อาศัยอำนาจตามมาตรา ๓๒ จึงแต่งตั้งคณะทำงาน", case]), "B35") == []


def test_other_kinds_and_what_was_not_understood_are_left_alone():
    body = ["จึงแต่งตั้งคณะทำงาน"]
    assert texts(memo(body=body), "B35") == []
    assert texts(replace(order(body=body), recognised=False), "B35") == []
