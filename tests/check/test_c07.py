"""C07: a name cut short by ฯ before it has stood in full."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong"),
    [
        ("ด้วยคณะทำงานฯ จะประชุม", "คณะทำงานฯ"),
        ("มหาวิทยาลัยฯ ขอเชิญ", "มหาวิทยาลัยฯ"),
        ("ตามคู่มือฯ นี้", "คู่มือฯ"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "C07")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "คณะทำงานพัฒนาระบบบริหาร และคณะทำงานฯ จะประชุม",
        "กรุงเทพฯ และโปรดเกล้าฯ",
        "กระดาษ ฯลฯ",
        "คณะกรรมการ อ.ก.พ. กรม และคณะกรรมการฯ",
        "แผนการให้บริการ ตามแผนฯ",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C07") == []


def test_the_name_may_stand_in_the_head():
    assert texts(memo(agency="กรมส่งเสริมสหกรณ์", body=["ด้วยกรมฯ จะประชุม"]), "C07") == []


def test_a_paper_of_which_nothing_is_known_is_left_alone():
    assert texts(replace(memo(body=["ด้วยสมาคมฯ จะประชุม"]), recognised=False), "C07") == []
