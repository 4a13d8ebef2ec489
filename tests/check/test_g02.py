"""G02: a position that is not the signer's in the office's list."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from looks import changed
from papers import AROUND, external, faults, memo, texts

from memogen.model import Signer
from memogen.paper import Region

NAME = "(นายสมมติ สองนาม)"


@each("post", ["รองอธิบดีกรมส่งเสริมสหกรณ์", "ผู้อำนวยการกองแผนงาน", "อธิบดีกรมตัวอย่าง"])
def test_another_position_is_found(post):
    [fault] = faults(external(signature=(NAME, post)), "G02")
    assert fault.text == post
    assert "อธิบดีกรมส่งเสริมสหกรณ์" in fault.hint


def test_another_position_is_found_above_what_somebody_is_at_a_meeting():
    [fault] = faults(external(signature=(NAME, "ผู้อำนวยการกองแผนงาน", "ผู้จดรายงานการประชุม")), "G02")
    assert fault.text == "ผู้อำนวยการกองแผนงาน"


def test_a_person_may_have_several_posts():
    office = AROUND.office
    more = replace(
        office,
        signers=(*office.signers, Signer(key="รอง", name="นายสมมติ สองนาม", position="ผู้อำนวยการกองแผนงาน")),
    )
    paper = external(signature=(NAME, "ผู้อำนวยการกองแผนงาน"))
    assert texts(paper, "G02", replace(AROUND, office=more)) == []


@each(
    "lines",
    [
        (NAME, "อธิบดีกรมส่งเสริมสหกรณ์"),
        (NAME, "อธิบดี", "กรมส่งเสริมสหกรณ์"),
        ("(นายสมมติ  สองนาม)", "อธิบดีกรมส่งเสริมสหกรณ์"),
        (NAME, "รองปลัดกระทรวง รักษาราชการแทน", "ปลัดกระทรวงเกษตรและสหกรณ์"),
        (NAME, "ประธานคณะทำงาน"),
        (NAME, "อธิบดีกรมส่งเสริมสหกรณ์", "ผู้ตรวจรายงานการประชุม"),
        ("(นายตัวอย่าง สามนาม)", "ผู้อำนวยการกองแผนงาน"),
        (NAME,),
    ],
)
def test_right_positions_and_people_who_are_not_in_the_list_are_left_alone(lines):
    assert texts(external(signature=lines), "G02") == []


def test_what_stands_in_a_table_under_the_signature_is_no_position():
    paper = external(signature=(NAME, "อธิบดีกรมส่งเสริมสหกรณ์", "หนังสือ กษ ๑๑๑๓/ว๗๑"))
    caption = paper.passages[-4]
    assert caption.seen == "หนังสือ กษ ๑๑๑๓/ว๗๑"
    in_table = changed(
        paper, lambda one: replace(one, region=Region.TABLE, row=(1, 1, 1)) if one is caption else one
    )
    assert texts(in_table, "G02") == []


def test_without_a_list_nothing_is_said():
    assert texts(memo(signature=(NAME, "ผู้อำนวยการ")), "G02", replace(AROUND, office=None)) == []
