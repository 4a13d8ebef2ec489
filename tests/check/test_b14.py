"""B14: one relative word again and again in a sentence."""

from __future__ import annotations

from cases import each
from papers import memo, texts


@each(
    ("case", "wrong"),
    [
        ("กองแผนงานซึ่งเป็นเจ้าของเรื่องซึ่งได้รับมอบหมายซึ่งต้องรายงาน", "ซึ่งเป็นเจ้าของเรื่องซึ่งได้รับมอบหมายซึ่ง"),
        ("แผนซึ่งกรมเห็นชอบ ซึ่งหน่วยงานส่งมา ซึ่งต้องแก้ไข", "ซึ่งกรมเห็นชอบ ซึ่งหน่วยงานส่งมา ซึ่ง"),
        ("รายงาน ซึ่ง ก ซึ่ง ข ซึ่ง ค", "ซึ่ง ก ซึ่ง ข ซึ่ง"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B14") == [wrong]


@each(
    "case",
    [
        "กองแผนงานซึ่งเป็นเจ้าของเรื่อง ซึ่งได้รับมอบหมาย",
        "ช่วยเหลือซึ่งกันและกัน ซึ่งดี ซึ่งควรทำ",
        "ซึ่งดี".join(["แผน", " ก" * 120, " ข" * 120, ""]),
        "“ซึ่ง ซึ่ง ซึ่ง”",
        "แผนซึ่งดี\nแผนซึ่งดี\nแผนซึ่งดี",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B14") == []


def test_four_in_one_sentence_are_told_once():
    assert len(texts(memo(body=["ซึ่งก ซึ่งข ซึ่งค ซึ่งง"]), "B14")) == 1
