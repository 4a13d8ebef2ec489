"""T24: the names of those who drafted and typed, on an original; or not on a file copy."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts

from memogen.findings import Severity

SIGNED = ("(นายสมมติ สองนาม)", "อธิบดีกรมส่งเสริมสหกรณ์")


@each(
    "lines",
    [
        ("ร่าง........", "พิมพ์........", "ทาน........", "ตรวจ........"),
        ("ร่าง ......... พิมพ์ ......... ทาน .........",),
        ("ผู้ร่าง", "ผู้พิมพ์", "ผู้ตรวจ"),
        ("ร่าง\nพิมพ์\nตรวจ",),
        ("ผู้ร่าง นายตัวอย่าง สามนาม", "ผู้พิมพ์ นางตัวอย่าง สี่นาม", "ผู้ตรวจ นายทดลอง ห้านาม"),
    ],
)
def test_the_workers_of_a_copy_on_an_original_are_found(lines):
    assert texts(external(signature=SIGNED, other=lines), "T24") == ["ร่าง"]


def test_a_file_copy_without_them_is_remarked():
    paper = external(heading="สำเนาคู่ฉบับ", signature=SIGNED)
    [fault] = faults(paper, "T24")
    assert (fault.text, fault.severity) == ("สำเนาคู่ฉบับ", Severity.INFO)


def test_a_file_copy_with_them_is_right():
    paper = external(heading="สำเนาคู่ฉบับ", signature=SIGNED, other=("ร่าง......", "พิมพ์......", "ตรวจ......"))
    assert texts(paper, "T24") == []


@each("lines", [("ร่าง........", "ตรวจ........"), ("ตรวจสอบแล้ว", "ร่างพระราชบัญญัติ", "พิมพ์เขียว", "ทานอาหาร"), ()])
def test_two_words_and_other_words_are_left_alone(lines):
    assert texts(memo(other=lines), "T24") == []


def test_a_body_that_speaks_of_them_is_left_alone():
    assert texts(memo(body=["ร่าง.... พิมพ์.... ทาน.... ตรวจ...."]), "T24") == []
