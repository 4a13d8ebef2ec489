"""B22: จัก where จะ is meant."""

from __future__ import annotations

from cases import each
from papers import memo, texts


@each(
    ("case", "wrong"),
    [
        ("กองแผนงานจักจัดประชุม", "จัก"),
        ("กรมจักได้แจ้งผลต่อไป", "จัก"),
        ("กองคลังจักดำเนินการ", "จัก"),
        ("กรมจักนำคณะเยี่ยมชม", "จัก"),
        ("โรงเรียนจักรับสมัครนักเรียน", "จัก"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B22") == [wrong]


@each(
    "case",
    [
        "กองแผนงานจะจัดประชุม",
        "จักขอบคุณยิ่ง",
        "จักเป็นพระคุณยิ่ง",
        "รู้จักดี",
        "จักรยานของราชการ",
        "เครื่องจักรรับประกันสองปี",
        "รู้จักนำความรู้ไปใช้",
        "เป็นที่ประจักษ์",
        "เครื่องจักสานให้ชุมชน",
        "ขอเตือนว่าจักดำเนินการตามกฎหมาย",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B22") == []


def test_a_letter_that_urges_may_use_it():
    assert texts(memo(subject="เร่งรัดการส่งรายงาน", body=["กรมจักดำเนินการต่อไป"]), "B22") == []
