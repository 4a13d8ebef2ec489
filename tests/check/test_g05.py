"""G05: an order that somebody else than its issuer signs, with no word of acting."""

from __future__ import annotations

import pytest
from papers import faults, memo, order, texts

NAME = "(นายสมมติ สองนาม)"


@pytest.mark.parametrize(
    ("heading", "post"),
    [
        ("คำสั่งกรมส่งเสริมสหกรณ์", "ผู้อำนวยการกองแผนงาน"),
        ("คำสั่งจังหวัดตัวอย่าง", "สหกรณ์จังหวัดตัวอย่าง"),
        ("คำสั่งกระทรวงเกษตรและสหกรณ์", "ผู้อำนวยการกองกลาง"),
        ("คำสั่งเทศบาลเมืองตัวอย่าง", "ผู้อำนวยการกองคลัง"),
        ("คำสั่งโรงเรียนบ้านตัวอย่าง", "หัวหน้ากลุ่มบริหารทั่วไป"),
        ("คำสั่งโรงพยาบาลตัวอย่าง", "หัวหน้ากลุ่มการพยาบาล"),
    ],
)
def test_a_signer_below_the_issuer_is_found(heading, post):
    [fault] = faults(order(heading=heading, signature=(NAME, post)), "G05")
    assert fault.text == post


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("คำสั่งกรมส่งเสริมสหกรณ์", ("อธิบดีกรมส่งเสริมสหกรณ์",)),
        ("คำสั่งกรมส่งเสริมสหกรณ์", ("รองอธิบดี รักษาราชการแทน", "อธิบดีกรมส่งเสริมสหกรณ์")),
        ("คำสั่งกรมส่งเสริมสหกรณ์", ("ผู้อำนวยการกองแผนงาน ปฏิบัติราชการแทน", "อธิบดีกรมส่งเสริมสหกรณ์")),
        ("คำสั่งกระทรวงเกษตรและสหกรณ์", ("รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์",)),
        ("คำสั่งจังหวัดตัวอย่าง", ("ผู้ว่าราชการจังหวัดตัวอย่าง",)),
        ("คำสั่งสำนักงานสหกรณ์จังหวัดตัวอย่าง", ("สหกรณ์จังหวัดตัวอย่าง",)),
        ("คำสั่งโรงเรียนตัวอย่าง", ("ผู้อำนวยการโรงเรียนตัวอย่าง",)),
        ("คำสั่งโรงเรียนตัวอย่าง", ("รองผู้อำนวยการโรงเรียนตัวอย่าง",)),
        ("คำสั่งกรมส่งเสริมสหกรณ์", ()),
    ],
)
def test_issuers_and_those_who_act_for_them_are_left_alone(heading, lines):
    assert texts(order(heading=heading, signature=(NAME, *lines)), "G05") == []


def test_letters_are_signed_by_others_too():
    assert texts(memo(signature=(NAME, "ผู้อำนวยการกองแผนงาน")), "G05") == []
