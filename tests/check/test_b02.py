"""B02: a new matter told with ด้วย that ends with นั้น."""

from __future__ import annotations

from cases import each
from papers import memo, texts


@each(
    ("case", "wrong"),
    [
        ("ด้วยกองแผนงานจะจัดประชุมชี้แจงแผน นั้น", "นั้น"),
        ("เนื่องจากครุภัณฑ์ชำรุดใช้การไม่ได้ นั้น", "นั้น"),
        ("ด้วยกองแผนงานได้รับแจ้งจากกองคลังแล้ว นั้น ", "นั้น"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B02") == [wrong]


@each(
    "case",
    [
        "ด้วยกองแผนงานจะจัดประชุมชี้แจงแผน",
        "ตามที่กองแผนงานแจ้งแผนไว้ นั้น",
        "ด้วยความเรียบร้อยของงาน นั้น",
        "ด้วยกรมตัวอย่างแจ้งว่า ตามที่ขอวิทยากรไว้ นั้น",
        "เนื่องจากมีเอกสารเหล่านั้น",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B02") == []
