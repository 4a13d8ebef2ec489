"""C02: sara am typed as two characters."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import faults, memo, texts

from memogen.paper import Origin


@each(
    ("text", "wrong", "right"),
    [
        ("จ\u0e4dานวน ๑ ฉบับ", "จ\u0e4dา", "จำ"),
        ("ผู้น\u0e4dาเสนอ", "น\u0e4dา", "นำ"),
        ("น้\u0e4dาท่วม", "น้\u0e4dา", "น้ำ"),
        ("น\u0e4d้าท่วม", "น\u0e4d้า", "น้ำ"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "C02")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "จำนวน ๑ ฉบับ",
        "น้ำท่วม",
        "นา นำ น้า",
        "ส่งที่ จ\u0e4dานวน@cpd.go.th",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C02") == []


def test_a_letter_file_is_put_right_when_it_is_read():
    assert texts(replace(memo(body=["จ\u0e4dานวน"]), origin=Origin.LETTER), "C02") == []
