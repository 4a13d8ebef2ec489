"""J02: a subject that is a bare noun."""

from __future__ import annotations

from cases import each
from papers import external, memo, order, texts


@each("subject", ["เครื่องพิมพ์ดีด", "คอมพิวเตอร์", "ห้องน้ำ", "วันหยุดสิ้นปี", "รถยนต์ราชการ"])
def test_a_bare_noun_is_found(subject):
    assert texts(memo(subject=subject), "J02") == [subject]
    assert texts(external(subject=subject), "J02") == [subject]


@each(
    "subject",
    [
        "ขอซื้อเครื่องพิมพ์ดีด",
        "การประชุม",
        "แจ้งวันหยุด",
        "งบประมาณ พ.ศ. ๒๕๖๖",
        "เครื่องพิมพ์ดีดของกลุ่มพัฒนาระบบบริหารที่ชำรุด",
        "รายงานผล",
        "\ufffc\ufffc",
        "",
    ],
)
def test_subjects_that_say_more_are_left_alone(subject):
    assert texts(memo(subject=subject), "J02") == []


def test_an_order_is_not_asked():
    assert texts(order(subject="คอมพิวเตอร์"), "J02") == []
