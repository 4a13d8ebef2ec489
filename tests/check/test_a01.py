"""A01: a closing that does not go with the salutation."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import external, faults, memo, texts

from memogen.paper import Origin

HIGH = "ขอแสดงความนับถืออย่างยิ่ง"
PLAIN = "ขอแสดงความนับถือ"


@each(
    ("salutation", "to", "closing", "right"),
    [
        ("เรียน", "อธิบดีกรมตัวอย่าง", HIGH, PLAIN),
        ("เรียน", "รัฐมนตรีว่าการกระทรวงการคลัง", HIGH, PLAIN),
        ("กราบเรียน", "นายกรัฐมนตรี", PLAIN, HIGH),
        ("กราบเรียน", "ประธานศาลฎีกา", PLAIN, HIGH),
    ],
)
def test_a_closing_of_the_other_pair_is_found_and_can_be_mended(salutation, to, closing, right):
    [fault] = faults(external(salutation=salutation, to=to, closing=closing), "A01")
    assert (fault.text, fault.fix) == (closing, right)


def test_of_an_unknown_addressee_a_person_has_to_think():
    [fault] = faults(external(to="นายสมมติ สองนาม", closing=HIGH), "A01")
    assert (fault.text, fault.fix) == (HIGH, None)


@each(
    ("salutation", "to", "closing"),
    [
        ("เรียน", "อธิบดีกรมตัวอย่าง", PLAIN),
        ("กราบเรียน", "นายกรัฐมนตรี", HIGH),
        ("เรียน", "นายกรัฐมนตรี", HIGH),
        ("กราบเรียน", "อธิบดีกรมตัวอย่าง", PLAIN),
        ("นมัสการ", "เจ้าอาวาสวัดตัวอย่าง", PLAIN),
        ("เรียน", "อธิบดีกรมตัวอย่าง", "ด้วยความเคารพอย่างสูง"),
    ],
)
def test_pairs_and_what_other_rules_tell_are_left_alone(salutation, to, closing):
    assert texts(external(salutation=salutation, to=to, closing=closing), "A01") == []


def test_in_a_letter_file_the_header_is_called_so_for_everybody():
    paper = external(to="นายกรัฐมนตรี", closing=HIGH)
    assert texts(replace(paper, origin=Origin.LETTER), "A01") == []
    paper = external(to="นายกรัฐมนตรี", closing=PLAIN)
    assert texts(replace(paper, origin=Origin.LETTER), "A01") == [PLAIN]


def test_a_memo_is_not_asked():
    assert texts(memo(closing=HIGH), "A01") == []
