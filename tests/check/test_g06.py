"""G06: แทน alone under a signature."""

from __future__ import annotations

from cases import each
from papers import external, texts

POST = "อธิบดีกรมส่งเสริมสหกรณ์"


def signed(*lines):
    return external(signature=("(นายสมมติ สองนาม)", *lines))


@each(
    "lines",
    [
        ("ผู้อำนวยการกองแผนงาน แทน", POST),
        ("รองอธิบดี แทน", POST),
        ("รองอธิบดี", f"แทน {POST}"),
        ("รองอธิบดี", f"แทน{POST}"),
        ("ผู้อำนวยการกองแผนงาน แทนอธิบดีกรมส่งเสริมสหกรณ์",),
    ],
)
def test_แทน_without_a_formula_is_found(lines):
    assert texts(signed(*lines), "G06") == ["แทน"]


@each(
    "line",
    [
        *("รองอธิบดี ปฏิบัติราชการแทน", "รองอธิบดี รักษาราชการแทน", "รองอธิบดี ทำการแทน", "รองอธิการบดี รักษาการแทน"),
        *("ผู้แทน", "ตัวแทน", "ผู้แทนกรมส่งเสริมสหกรณ์", "รองอธิบดี ปฏิบัติการแทน", "ปลัด ปฏิบัติหน้าที่แทน"),
    ],
)
def test_formulae_and_words_with_it_are_left_alone(line):
    assert texts(signed(line, POST), "G06") == []
