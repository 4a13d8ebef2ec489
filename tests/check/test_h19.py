"""H19: an urgency or a secrecy that there is none."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts


@each("word", ["ด่วนมากที่สุด", "ด่วนพิเศษ", "เร่งด่วน", "ด่วนมาก ๆ"])
def test_an_urgency_that_there_is_none_is_found(word):
    assert texts(memo(urgency=word), "H19") == [word]


@each("word", ["ปกปิด", "ลับเฉพาะ"])
def test_a_secrecy_that_there_is_none_is_found(word):
    assert texts(memo(secrecy=word), "H19") == [word]


def test_one_that_stands_alone_unrecognised_is_found():
    assert texts(external(other=(" ด่วนมากที่สุด ",)), "H19") == ["ด่วนมากที่สุด"]
    assert texts(external(agency=("ด่วนมาก ๆ", "กรมตัวอย่าง")), "H19") == ["ด่วนมาก ๆ"]


def test_the_nearest_word_is_offered():
    [fault] = faults(memo(urgency="ด่วนทีสุด"), "H19")
    assert "ด่วนที่สุด" in fault.hint


@each(
    "parts",
    [
        {"urgency": "ด่วนที่สุด"},
        {"urgency": "ด่วน  ที่สุด"},
        {"urgency": "ด่วน", "secrecy": "ลับมาก"},
        {"urgency": "ด่วนภายใน ๒๗ มีนาคม ๒๕๖๖ เวลา ๑๒.๐๐ น."},
        {"body": ["เรื่องนี้เป็นเรื่องเร่งด่วน และปกปิด ไม่ได้", "เร่งด่วน"]},
        {},
    ],
)
def test_the_words_of_the_regulation_and_running_text_are_left_alone(parts):
    assert texts(memo(**parts), "H19") == []
