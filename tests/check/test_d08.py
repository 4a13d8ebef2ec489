"""D08: dates shortened in the text."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts, with_table


@each(
    ("text", "wrong"),
    [
        ("ภายในวันที่ ๒๗ มี.ค. ๖๖", "๒๗ มี.ค. ๖๖"),
        ("เมื่อ 27/3/2566 ได้รับ", "27/3/2566"),
        ("ประชุม ๐๕ เมษายน ๒๕๖๖", "๐๕"),
        ("ตั้งแต่ ๑ ต.ค. พ.ศ. ๒๕๖๖", "๑ ต.ค. พ.ศ. ๒๕๖๖"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "D08")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "ภายในวันที่ ๒๗ มีนาคม ๒๕๖๖",
        "ปีงบประมาณ ๒๕๖๖ (๑ ต.ค. ๖๕ - ๓๐ ก.ย. ๖๖)",
        "ข้อ ๑/๒/๓",
        "ที่ กษ ๑๑๑๓/๖๕๓",
        "วันที่ ๑๐ เมษายน ๒๕๖๖",
        "เลขที่ ๙๙/๙๙/๙๙",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D08") == []


def test_a_table_may_shorten_its_dates():
    assert texts(with_table(memo(), [["วันที่", "เรื่อง"], ["๒๗ มี.ค. ๖๖", "แผน"]]), "D08") == []


def test_the_hint_is_the_date_in_full():
    assert [fault.hint for fault in faults(memo(body=["ภายใน ๒๗ มี.ค. ๖๖"]), "D08")] == ["๒๗ มีนาคม ๒๕๖๖"]


def test_the_letters_own_date_is_looked_at():
    assert texts(memo(date="๒๗ มี.ค. ๒๕๖๖"), "D08") == ["๒๗ มี.ค. ๒๕๖๖"]
