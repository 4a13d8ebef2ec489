"""B16: a construction of two parts of which the second is missing."""

from __future__ import annotations

from cases import each
from papers import memo, texts


@each(
    ("case", "wrong"),
    [
        ("กรมมิอาจอนุมัติ", "มิอาจ"),
        ("กองแผนงานจึงหาอาจดำเนินการ", "หาอาจ"),
        ("ไม่ว่าจะเป็นข้าราชการ", "ไม่ว่าจะ"),
        ("กรมมิได้ละเลยแต่อย่าง จึงขอชี้แจง", "แต่อย่าง"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B16") == [wrong]


@each(
    "case",
    [
        "กรมมิอาจอนุมัติได้",
        "กรมจึงหาอาจดำเนินการได้ไม่",
        "ไม่ว่าจะเป็นข้าราชการหรือลูกจ้าง",
        "ไม่ว่าจะด้วยเหตุใด",
        "กรมมิได้ละเลยแต่อย่างใด",
        "แต่อย่างน้อยต้องมีสามราย",
        "ปัญหาอาจเกิดขึ้น",
        "ภูมิอาจเปลี่ยนแปลง",
        "เนื้อหาอาจซ้ำ",
        "กรมมิอาจ￼",
        "ไม่ว่าจะดำเนินการแล้วเสร็จเมื่อใด",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B16") == []
