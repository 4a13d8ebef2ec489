"""B33: ดังกล่าว or ข้างต้น with nothing before it."""

from __future__ import annotations

import pytest
from papers import memo, texts


@pytest.mark.parametrize(
    ("case", "wrong"),
    [
        ("ด้วยโครงการดังกล่าวจะสิ้นสุดในเดือนนี้", "ดังกล่าว"),
        ("จากปัญหาข้างต้น กองแผนงานจึงจัดประชุม", "ข้างต้น"),
        ("ตามที่ดังกล่าวข้างต้น นั้น", "ดังกล่าวข้างต้น"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case, "จึงเรียนมาเพื่อโปรดทราบ"]), "B33") == [wrong]


@pytest.mark.parametrize(
    "case",
    [
        "ด้วยโครงการส่งเสริมการออมจะสิ้นสุดในเดือนนี้",
        "ด้วยกองแผนงานจะจัดประชุมชี้แจงแผนปฏิบัติราชการ และแผนดังกล่าวเสร็จแล้ว",
        "ตามหนังสือที่อ้างถึงข้างต้น นั้น",
        "ตามเรื่องดังกล่าวข้างต้น นั้น",
        "￼￼ดังกล่าว",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case, "จึงเรียนมาเพื่อโปรดทราบ"]), "B33") == []


def test_later_paragraphs_may_point_back():
    assert texts(memo(body=["ด้วยกองแผนงานจะจัดประชุม", "การประชุมดังกล่าวจะจัดในวันจันทร์"]), "B33") == []
