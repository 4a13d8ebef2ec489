"""J07: a subject that asks for one thing, and a last paragraph that asks for another."""

from __future__ import annotations

from cases import each
from papers import external, memo, order, texts


@each(
    ("subject", "last"),
    [
        ("ขออนุมัติเดินทางไปราชการ", "จึงเรียนมาเพื่อโปรดทราบ"),
        ("ขออนุญาตใช้ห้องประชุม", "จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ"),
        ("ขอความเห็นชอบแผนงาน", "จึงเรียนมาเพื่อโปรดพิจารณาอนุญาตด้วย"),
        ("ขอให้ลงนามในหนังสือถึงสำนักงาน ก.พ.ร.", "จึงเรียนมาเพื่อโปรดทราบ"),
        ("ขอความอนุเคราะห์วิทยากร", "จึงเรียนมาเพื่อโปรดทราบ"),
    ],
)
def test_a_last_paragraph_that_asks_for_something_else_is_found(subject, last):
    assert texts(memo(subject=subject, body=["ด้วยกลุ่มฯ จะจัดงาน", last]), "J07") == [last]


@each(
    ("subject", "body"),
    [
        ("ขออนุมัติเดินทางไปราชการ", ["จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ"]),
        ("ขออนุมัติเดินทางไปราชการ", ["จึงเรียนมาเพื่อโปรดพิจารณา"]),
        ("ขออนุมัติโครงการ", ["จึงเรียนมาเพื่อโปรดพิจารณา", "๑. อนุมัติโครงการ", "๒. อนุญาตให้ไปราชการ"]),
        ("การจัดส่งหลักฐาน", ["จึงเรียนมาเพื่อโปรดพิจารณา ให้ความเห็นชอบ"]),
        ("ขออนุมัติโครงการ", ["ด้วยกลุ่มฯ ขอรายงาน"]),
        ("รายงานผลการขออนุมัติ", ["จึงเรียนมาเพื่อโปรดทราบ"]),
        ("การขอความอนุเคราะห์วิทยากร", ["จึงเรียนมาเพื่อโปรดทราบ"]),
        ("ขอความอนุเคราะห์วิทยากร", ["จึงเรียนมาเพื่อโปรดพิจารณา"]),
    ],
)
def test_one_that_asks_the_same_or_less_plainly_is_left_alone(subject, body):
    assert texts(external(subject=subject, body=body), "J07") == []


def test_an_order_is_not_asked():
    assert texts(order(subject="ขออนุมัติ", body=["จึงเรียนมาเพื่อโปรดทราบ"]), "J07") == []
