"""A11: a letter to a member of the royal family."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts

from memogen.findings import Severity

ROYAL = (
    "หม่อมเจ้าตัวอย่าง",
    "สมเด็จพระกนิษฐาธิราชเจ้า",
    "พระเจ้าวรวงศ์เธอ พระองค์เจ้าตัวอย่าง",
    "พระบาทสมเด็จพระเจ้าอยู่หัว",
)


@each("to", ROYAL)
def test_an_ordinary_salutation_is_an_error(to):
    [fault] = faults(external(to=to), "A11")
    assert (fault.text, fault.severity) == (to, None)


@each("to", ROYAL)
def test_others_are_to_be_read_by_one_who_knows(to):
    [fault] = faults(external(salutation="กราบทูล", to=to), "A11")
    assert (fault.text, fault.severity) == (to, Severity.WARNING)


@each(
    "to",
    [
        "เลขาธิการพระราชวัง",
        "สมเด็จพระสังฆราช",
        "สมเด็จพระพุฒาจารย์",
        "หม่อมหลวงสมมติ สองนาม",
        "ผู้อำนวยการสำนักงานทรัพย์สินพระมหากษัตริย์",
        "ผู้อำนวยการโรงเรียนสมเด็จพระเจ้าตากสิน",
    ],
)
def test_monks_and_officers_are_left_alone(to):
    assert texts(memo(to=to), "A11") == []
