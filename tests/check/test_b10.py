"""B10: enclosures that the text names and the head does not, or the other way round."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts

from memogen.findings import Severity

ONE = "กำหนดการ จำนวน ๑ ชุด"
TWO = ["๑. กำหนดการ จำนวน ๑ ชุด", "๒. แบบตอบรับ จำนวน ๑ แผ่น"]


@each(
    ("case", "wrong"),
    [
        ([None, "รายละเอียดตามสิ่งที่ส่งมาด้วย"], "สิ่งที่ส่งมาด้วย"),
        ([ONE, "กำหนดการ (สิ่งที่ส่งมาด้วย ๒)"], "สิ่งที่ส่งมาด้วย ๒"),
        ([TWO, "กำหนดการ (สิ่งที่ส่งมาด้วย ๑ - ๓)"], "สิ่งที่ส่งมาด้วย ๑ - ๓"),
        ([TWO, "กำหนดการ (สิ่งที่ส่งมาด้วย ๑)"], TWO[0]),
        ([ONE, "กรมตัวอย่างจะจัดประชุมในวันศุกร์"], ONE),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(external(enclosure=case[0], body=[case[1], "จึงเรียนมาเพื่อโปรดทราบ"]), "B10") == [wrong]


@each(
    "case",
    [
        [ONE, "รายละเอียดตามสิ่งที่ส่งมาด้วย"],
        [TWO, "กำหนดการ (สิ่งที่ส่งมาด้วย ๑) และแบบตอบรับ (สิ่งที่ส่งมาด้วย ๒)"],
        [TWO, "รายละเอียดตามสิ่งที่ส่งมาด้วย ๑ และ ๒"],
        [TWO, "รายละเอียดตามสิ่งที่ส่งมาด้วย"],
        [ONE, "กรมขอส่งกำหนดการมาเพื่อทราบ"],
        [ONE, "สิ่งที่ส่งมาด้วย ๓ ฉบับ"],
        [None, "กรมตัวอย่างจะจัดประชุม"],
        ["๑. กำหนดการ ๑ ชุด ๒. แบบตอบรับ ๑ แผ่น", "แบบตอบรับ (สิ่งที่ส่งมาด้วย ๒) กำหนดการ (สิ่งที่ส่งมาด้วยลำดับที่ ๑)"],
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(external(enclosure=case[0], body=[case[1], "จึงเรียนมาเพื่อโปรดทราบ"]), "B10") == []


def test_an_enclosure_that_is_not_named_is_only_a_warning():
    [fault] = faults(external(body=["กรมตัวอย่างจะจัดประชุมในวันศุกร์"]), "B10")
    assert fault.severity is Severity.WARNING


def test_a_memo_has_no_such_list():
    assert texts(memo(body=["รายละเอียดตามสิ่งที่ส่งมาด้วย"]), "B10") == []
