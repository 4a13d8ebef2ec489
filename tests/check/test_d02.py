"""D02: one letter in two kinds of digits."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import AROUND, LOOKS, OFFICE, faults, memo, texts

from memogen.paper import Piece


@each(
    ("text", "wrong", "right"),
    [
        ("ประชุมวันที่ ๒๗ มีนาคม ๒๕๖๖ มีผู้เข้าประชุม 15 คน", "15", "๑๕"),
        ("ปีงบประมาณ พ.ศ. 2566 ตามแผนฉบับที่ ๕ ข้อ ๒", "2566", "๒๕๖๖"),
        ("เป็นเงิน 1,250.50 บาท ตามข้อ ๓", "1,250.50", "๑,๒๕๐.๕๐"),
        ("เวลา 09.30 น. วันที่ ๓ เมษายน ๒๕๖๖", "09.30", "๐๙.๓๐"),
    ],
)
def test_a_fault_is_found(text, wrong, right):
    [fault] = faults(memo(body=[text]), "D02")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    "text",
    [
        "มาตรฐาน ISO 9001 จำนวน ๓ ฉบับ",
        "ส่งที่ unit2@cpd.go.th ภายใน ๓ วัน",
        "ดูที่ https://www.cpd.go.th/2566/plan ข้อ ๑",
        "กระดาษ A4 จำนวน ๕ รีม",
        "ใช้ Windows 11 จำนวน ๑๑ เครื่อง",
        "สัญญาณ 200 MHz จำนวน ๓ ชุด ขนาดไม่น้อยกว่า 16 GB",
        "โทร. ๐ ๒๒๘๑ ๐๐๐๐ ต่อ 271",
        "โทร. 0 2281 0000",
        "เลขผสม ๒๕๖6 เป็นเรื่องของ D01",
        "(Fiscal Year 2023) ปี ๒๕๖๖",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D02") == []


def test_thai_digits_are_the_few_in_a_letter_of_arabic_ones():
    paper = memo(
        agency="กลุ่มพัฒนาระบบบริหาร โทร. 271",
        number="กษ 1113/653",
        date="27 มีนาคม 2566",
        body=["ส่งภายใน ๓ วัน", "ผู้เข้าประชุม 15 คน"],
    )
    [fault] = faults(paper, "D02")
    assert (fault.text, fault.fix) == ("๓", "3")


def test_a_letter_all_in_one_kind_is_left_alone():
    paper = memo(agency="กลุ่ม โทร. 271", number="กษ 1113/653", date="27 มีนาคม 2566", body=["จำนวน 15 คน"])
    assert texts(paper, "D02") == []


def test_digits_that_their_font_masks_are_told_by_d03_alone():
    masked = replace(LOOKS, latin_font="TH SarabunIT๙")
    paper = memo(body=["ส่งภายใน 15 วัน"])
    passage = next(one for one in paper.passages if "15" in one.text)
    with_mask = replace(passage, pieces=(Piece(0, len(passage.text), masked),))
    paper = replace(paper, passages=tuple(with_mask if one is passage else one for one in paper.passages))
    assert (texts(paper, "D02"), texts(paper, "D03")) == ([], ["15"])


def test_what_the_office_keeps_in_arabic_is_left_alone():
    office = replace(OFFICE, keep_digits=("มอก. 1234",))
    paper = memo(body=["ตามมาตรฐาน มอก. 1234 ข้อ ๓"])
    assert texts(paper, "D02", replace(AROUND, office=office)) == []
