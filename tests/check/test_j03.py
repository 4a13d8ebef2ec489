"""J03: a subject that asks, and does not say for what."""

from __future__ import annotations

from cases import each
from papers import external, memo, texts


@each("subject", ["ขอความร่วมมือ", "ขอความอนุเคราะห์", "แจ้งมติ", "การขออนุมัติ", "รายงานผลการดำเนินงาน", "หารือ"])
def test_a_request_for_nothing_is_found(subject):
    assert texts(memo(subject=subject), "J03") == [subject]


@each(
    "subject",
    [
        "ขอความอนุเคราะห์ยืมพัสดุ/ครุภัณฑ์",
        "แจ้งมติคณะรัฐมนตรี",
        "ขออนุมัติจัดโครงการ",
        "รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "การดำเนินการตามแผนงาน",
        "",
    ],
)
def test_a_request_that_says_of_what_is_left_alone(subject):
    assert texts(external(subject=subject), "J03") == []


def test_it_is_found_over_a_space_and_with_a_full_stop():
    assert texts(memo(subject="ขอความ ร่วมมือ."), "J03") == ["ขอความ ร่วมมือ."]
