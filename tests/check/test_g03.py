"""G03: a formula of acting that is none, or that names nobody who is acted for."""

from __future__ import annotations

from cases import each
from papers import external, texts

NAME = "(นายสมมติ สองนาม)"
POST = "อธิบดีกรมส่งเสริมสหกรณ์"


def signed(*lines):
    return external(signature=(NAME, *lines))


@each("formula", ["ปฏิบัติราชการแทน", "รักษาราชการแทน", "ทำการแทน", "รักษาการในตำแหน่ง"])
def test_a_formula_without_the_represented_post_is_found(formula):
    assert texts(signed(f"รองอธิบดี {formula}"), "G03") == [formula]


@each(
    ("line", "words"),
    [
        ("รองอธิบดี ปฏิบัติการแทน", "ปฏิบัติการแทน"),
        ("รองอธิบดี ปฏิบัติราชการ", "ปฏิบัติราชการ"),
        ("รองอธิบดี รักษาการณ์แทน", "รักษาการณ์แทน"),
        ("รักษาการอธิบดี", "รักษาการ"),
        ("รองอธิบดี รักษาการแทน", "รักษาการแทน"),
    ],
)
def test_words_that_are_no_formula_are_found(line, words):
    assert texts(signed(line, POST), "G03") == [words]


def test_nobody_acts_for_himself():
    assert texts(signed(f"{POST} รักษาราชการแทน", POST), "G03") == ["รักษาราชการแทน"]


@each("post", [POST, "ปลัดกระทรวงเกษตรและสหกรณ์", "ผู้ว่าราชการจังหวัดตัวอย่าง"])
def test_heads_are_acted_for_by_another_formula(post):
    assert texts(signed("รองอธิบดี รักษาการในตำแหน่ง", post), "G03") == ["รักษาการในตำแหน่ง"]


@each(
    "lines",
    [
        (POST,),
        ("รองอธิบดี ปฏิบัติราชการแทน", POST),
        ("รองอธิบดี รักษาราชการแทน", POST),
        ("รองอธิบดี\nรักษาราชการแทน\nอธิบดีกรมส่งเสริมสหกรณ์",),
        ("นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ รักษาการในตำแหน่ง", "ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร"),
        ("รองอธิการบดี รักษาการแทน", "อธิการบดีมหาวิทยาลัยตัวอย่าง"),
        ("หัวหน้าสำนักปลัด ปฏิบัติหน้าที่", "ปลัดเทศบาลเมืองตัวอย่าง"),
        ("นักวิชาการสหกรณ์ปฏิบัติการ",),
    ],
)
def test_right_formulae_are_left_alone(lines):
    assert texts(signed(*lines), "G03") == []


def test_universities_have_a_word_of_their_own():
    paper = external(signature=(NAME, "รองอธิการบดี รักษาการแทน", "อธิการบดีมหาวิทยาลัยตัวอย่าง"))
    assert texts(paper, "G03") == []
