"""G08: a rank within the brackets of the name, or ดร. as a title."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, order, texts

from memogen.findings import Severity

POST = "อธิบดีกรมส่งเสริมสหกรณ์"


@each("name", ["(พลเอก ตัวอย่าง หนึ่งนาม)", "(พันตำรวจเอกตัวอย่าง หนึ่งนาม)", "(ร้อยตรี ตัวอย่าง หนึ่งนาม)"])
def test_a_rank_in_the_brackets_is_found(name):
    [fault] = faults(external(signature=(name, POST)), "G08")
    assert (fault.text, fault.severity) == (name, None)


@each(
    ("name", "words"),
    [("(ดร.ตัวอย่าง หนึ่งนาม)", "ดร."), ("(ดร. ตัวอย่าง หนึ่งนาม)", "ดร. "), ("(นาย ดร.ตัวอย่าง หนึ่งนาม)", "ดร.")],
)
def test_a_degree_on_an_order_is_found(name, words):
    [fault] = faults(order(signature=(name, POST)), "G08")
    assert (fault.text, fault.severity) == (words, None)


def test_a_degree_on_a_letter_is_only_remarked():
    [fault] = faults(memo(signature=("(ดร.ตัวอย่าง หนึ่งนาม)", POST)), "G08")
    assert fault.severity is Severity.INFO


@each(
    "lines",
    [
        ("(นายสมมติ สองนาม)", POST),
        ("พลเอก", "(ตัวอย่าง หนึ่งนาม)", POST),
        ("(ศาสตราจารย์ตัวอย่าง หนึ่งนาม)", POST),
        ("(ว่าที่ร้อยตรี ตัวอย่าง หนึ่งนาม)", POST),
        ("(นายพลเทพ หนึ่งนาม)", POST),
        ("(นายจ่าแก้ว หนึ่งนาม)", POST),
        ("(........................)", POST),
    ],
)
def test_names_as_they_should_be_are_left_alone(lines):
    assert texts(order(signature=lines), "G08") == []
