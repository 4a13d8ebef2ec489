"""B12: a cited letter that is younger than the letter itself."""

from __future__ import annotations

import pytest
from papers import external, memo, texts


@pytest.mark.parametrize(
    ("case", "wrong"),
    [
        ("ตามหนังสือ ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๖ ตุลาคม ๒๕๖๖ นั้น", "หนังสือ ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๖ ตุลาคม ๒๕๖๖"),
        ("ตามคำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖ ลงวันที่ ๒๘ มีนาคม ๒๕๖๖ นั้น", "คำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖ ลงวันที่ ๒๘ มีนาคม ๒๕๖๖"),
        ("ตามหนังสือ ที่ กษ ๐๒๐๑/ว ๕ ลว ๑ เม.ย. ๖๖ นั้น", "หนังสือ ที่ กษ ๐๒๐๑/ว ๕ ลว ๑ เม.ย. ๖๖"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B12") == [wrong]


@pytest.mark.parametrize(
    "case",
    [
        "ตามหนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๖ ตุลาคม ๒๕๖๕ ขอทราบผล นั้น",
        "ตามหนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๒๗ มีนาคม ๒๕๖๖ นั้น",
        "ขอให้รายงานภายในวันที่ ๑ เมษายน ๒๕๖๖",
        "ตามหนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ￼￼",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B12") == []


def test_the_reference_of_an_external_letter_is_held_to_it_too():
    reference = "หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๗"
    assert texts(external(reference=reference), "B12") == [reference]


def test_a_draft_without_a_date_is_left_alone():
    assert texts(memo(date="มีนาคม", body=["ตามหนังสือ ที่ กษ ๐๒๐๑/๕ ลงวันที่ ๖ ตุลาคม ๒๕๖๖ นั้น"]), "B12") == []


def test_a_draft_that_is_to_be_signed_may_be_dated_later():
    text = "จึงเรียนมาเพื่อโปรดลงนามในคำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖ ลงวันที่ ๑ เมษายน ๒๕๖๖"
    assert texts(memo(body=[text]), "B12") == []
