"""B01: a known matter taken up with ตาม and not ended with นั้น."""

from __future__ import annotations

from cases import each
from papers import memo, order, texts


@each(
    ("case", "wrong"),
    [
        ("ตามที่กรมตัวอย่างขอให้หน่วยงานส่งรายงานผลการดำเนินงาน", "ตามที่"),
        ("ตามหนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖ ขอทราบผลการดำเนินงาน", "ตาม"),
        ("อนุสนธิคำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖ แต่งตั้งคณะทำงาน", "อนุสนธิ"),
        ("\tตามมติที่ประชุมให้ทุกหน่วยงานจัดทำแผน", "ตาม"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case, "จึงเรียนมาเพื่อโปรดทราบ"]), "B01") == [wrong]


@each(
    "case",
    [
        "ตามที่กรมตัวอย่างขอให้หน่วยงานส่งรายงาน นั้น",
        "ตามหนังสือที่อ้างถึง ความละเอียดแจ้งแล้วนั้น",
        "ตามที่กรมตัวอย่างขอรายงาน นั้น กรมพิจารณาแล้ว",
        "ตามหนังสือที่อ้างถึง ให้หน่วยงานดำเนินการ ดังนี้",
        "ด้วยกองแผนงานจะจัดประชุม",
        "ตามวันและเวลาที่กำหนด",
        "๑.๑ ตามหนังสือกรมตัวอย่างแจ้งให้ตอบแบบสำรวจ",
        "ตามที่กรม￼￼",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case, "จึงเรียนมาเพื่อโปรดทราบ"]), "B01") == []


def test_that_may_stand_at_the_end_of_a_later_line():
    lines = ["ตามที่กรมตัวอย่างขอให้หน่วยงาน", "ส่งรายงานผลการดำเนินงาน นั้น", "จึงเรียนมาเพื่อโปรดทราบ"]
    assert texts(memo(body=lines), "B01") == []


def test_only_the_first_paragraph_takes_up_a_known_matter():
    lines = ["ด้วยกองแผนงานจะจัดประชุม", "ตามที่ได้รับมอบหมาย กองแผนงานได้เตรียมเอกสารแล้ว"]
    assert texts(memo(body=lines), "B01") == []


def test_an_order_has_other_openings():
    assert texts(order(body=["ตามที่ได้แต่งตั้งคณะทำงานไว้แล้ว"]), "B01") == []
