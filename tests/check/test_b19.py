"""B19: words of speech."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts

from memogen.findings import Severity


@each(
    ("case", "wrong"),
    [
        ("เนื่องจากว่าอาคารชำรุด", "เนื่องจากว่า"),
        ("เพื่อที่จะส่งมอบงาน", "เพื่อที่จะ"),
        ("กองแผนงานอยากให้ทุกหน่วยงานร่วมมือ", "อยากให้"),
        ("ไม่ทราบว่าทำไมจึงล่าช้า", "ทำไม"),
        ("จะแล้วเสร็จเมื่อไหร่", "เมื่อไหร่"),
        ("มีผู้สมัครเยอะ", "เยอะ"),
        ("ให้ใครดำเนินการ", "ใคร"),
        ("แนบสำเนาใบขับขี่", "ใบขับขี่"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B19") == [wrong]


@each(
    "case",
    [
        "เนื่องจากว่าที่ร้อยตรีสมมติลาออก",
        "เนื่องจากว่างงาน",
        "ใคร่ขอความอนุเคราะห์",
        "ได้ทำการแทนผู้อำนวยการ",
        "จัดทำไม้กั้น",
        "ทำไมโครชิป",
        "เมื่อไร่อ้อยแห้งแล้ง",
        "กำชับไม่ให้บอกเลิกสัญญา",
        "ผลการศึกษาบ่งบอกว่าดีขึ้น",
        "เพลิงได้ไหม้อาคาร",
        "ผ้าได้ไหมไทย",
        "โรงพักสินค้า",
        "“ทำไม”",
        "ขอขอบคุณ",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B19") == []


def test_everyday_names_are_only_remarked_and_the_rest_warned_of():
    found = faults(memo(body=["อยากทราบเลขบัตรประชาชน"]), "B19")
    assert [(one.text, one.severity) for one in found] == [("อยากทราบ", None), ("บัตรประชาชน", Severity.INFO)]


def test_the_hint_says_the_word_of_letters():
    [fault] = faults(memo(body=["จะแล้วเสร็จเมื่อไหร่"]), "B19")
    assert fault.hint == "เขียน “เมื่อใด”"
