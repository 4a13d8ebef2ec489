"""B11: more than one letter in อ้างถึง."""

from __future__ import annotations

from cases import each
from papers import external, texts

FIRST = "หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๙๙ ลงวันที่ ๒ มีนาคม ๒๕๖๖"
LAST = "หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖"


@each(
    ("case", "wrong"),
    [
        ([FIRST, LAST], FIRST),
        (f"๑. {FIRST} ๒. {LAST}", f"๑. {FIRST} ๒. {LAST}"),
        ([f"๑. {FIRST}", f"๒. {LAST}"], f"๑. {FIRST}"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(external(reference=case), "B11") == [wrong]


@each(
    "case",
    [
        LAST,
        None,
        "โทรศัพท์หารือระหว่างเจ้าหน้าที่ เมื่อวันที่ ๑ มีนาคม ๒๕๖๖",
        "หนังสือกรมตัวอย่าง ด่วนที่สุด ที่ กษ ๐๒๐๑/ว ๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(external(reference=case), "B11") == []
