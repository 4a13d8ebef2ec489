"""G07: a signer of another department than the one that sends the letter."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts

NAME = "(นายสมมติ สองนาม)"


@each(
    ("agency", "post"),
    [
        ("กรมส่งเสริมสหกรณ์", "อธิบดีกรมตัวอย่าง"),
        ("กรมตัวอย่าง", "รองอธิบดีกรมส่งเสริมสหกรณ์"),
        ("กระทรวงเกษตรและสหกรณ์", "ปลัดกระทรวงตัวอย่าง"),
        ("คณะวิศวกรรมศาสตร์ มหาวิทยาลัยตัวอย่าง", "คณบดีคณะเกษตรศาสตร์"),
        ("โรงเรียนบ้านตัวอย่าง", "ผู้อำนวยการโรงเรียนวัดสมมติ"),
    ],
)
def test_a_signer_of_another_department_is_found(agency, post):
    [fault] = faults(external(agency=agency, signature=(NAME, post)), "G07")
    assert fault.text == post


def test_whoever_is_acted_for_counts():
    lines = (NAME, "รองอธิบดี ปฏิบัติราชการแทน", "อธิบดีกรมตัวอย่าง")
    assert texts(external(signature=lines), "G07") == ["อธิบดีกรมตัวอย่าง"]


@each(
    ("agency", "post"),
    [
        ("กรมส่งเสริมสหกรณ์", "อธิบดีกรมส่งเสริมสหกรณ์"),
        ("กรมส่งเสริมสหกรณ์ กองแผนงาน", "อธิบดีกรมส่งเสริมสหกรณ์"),
        ("กรมส่งเสริมสหกรณ์", "ผู้อำนวยการกองแผนงาน"),
        ("คณะแพทยศาสตร์ มหาวิทยาลัยตัวอย่าง", "คณบดีคณะแพทยศาสตร์ตัวอย่างพยาบาล"),
        ("มหาวิทยาลัยตัวอย่าง", "คณบดีคณะเกษตรศาสตร์"),
        ("สำนักงานปลัดกระทรวงเกษตรและสหกรณ์", "ปลัดกระทรวงเกษตรและสหกรณ์"),
        ("ศาลากลางจังหวัดตัวอย่าง", "ผู้ว่าราชการจังหวัดตัวอย่าง"),
        ("สำนักงานสหกรณ์จังหวัดตัวอย่าง", "อธิบดีกรมส่งเสริมสหกรณ์"),
    ],
)
def test_one_department_and_names_that_cannot_be_compared_are_left_alone(agency, post):
    assert texts(external(agency=agency, signature=(NAME, post)), "G07") == []


def test_memos_have_a_rule_of_their_own():
    assert texts(memo(agency="กรมตัวอย่าง", signature=(NAME, "อธิบดีกรมส่งเสริมสหกรณ์")), "G07") == []
