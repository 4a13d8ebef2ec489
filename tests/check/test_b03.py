"""B03: a letter that goes on with another and opens as if its matter were new."""

from __future__ import annotations

from cases import each
from papers import external, memo, texts


@each(
    ("case", "wrong"),
    [
        ("ด้วยกรมตัวอย่างขอทราบผลการดำเนินงาน", "ด้วย"),
        ("เนื่องจากกรมตัวอย่างขอทราบผลการดำเนินงาน", "เนื่องจาก"),
        ("ด้วยกรมตัวอย่างขอทราบผลตามหนังสือที่อ้างถึง", "ด้วย"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(external(body=[case]), "B03") == [wrong]


@each(
    "case",
    [
        "ตามหนังสือที่อ้างถึง กรมตัวอย่างขอทราบผล นั้น",
        "ตามที่กรมตัวอย่างขอทราบผล นั้น",
        "ด้วยความเคารพต่อผู้วายชนม์",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(external(body=[case]), "B03") == []


def test_a_letter_without_a_reference_opens_as_it_likes():
    assert texts(external(reference=None, body=["ด้วยกรมตัวอย่างจะจัดประชุม"]), "B03") == []
    assert texts(memo(body=["ด้วยกองแผนงานจะจัดประชุม"]), "B03") == []
