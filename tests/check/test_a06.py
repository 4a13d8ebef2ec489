"""A06: an addressee by name and by position."""

from __future__ import annotations

import pytest
from papers import external, memo, texts


@pytest.mark.parametrize(
    "to",
    [
        "นายสมมติ สองนาม ผู้อำนวยการกองแผนงาน",
        "นางสาวตัวอย่าง หนึ่งนาม ตำแหน่งหัวหน้ากลุ่ม",
        "ผู้อำนวยการกองแผนงาน (นายสมมติ สองนาม)",
        "อธิบดีกรมตัวอย่าง นายกิตติ สองนาม",
        "ศาสตราจารย์สมมติ สองนาม อธิการบดีมหาวิทยาลัยตัวอย่าง",
        "ผู้อำนวยการโรงพยาบาลตัวอย่าง (นายแพทย์สมมติ แพทย์นาม)",
        "คุณวิภา สมมติวงศ์ กรรมการผู้จัดการบริษัท ตัวอย่าง จำกัด",
    ],
)
def test_name_and_position_together_are_found(to):
    [found] = texts(memo(to=to), "A06")
    assert to.startswith(found)


@pytest.mark.parametrize(
    "to",
    [
        "ผู้อำนวยการกองแผนงาน",
        "นายสมมติ สองนาม",
        "นายกเทศมนตรีนครตัวอย่าง หัวหน้าคณะทำงาน",
        "นายอำเภอเมือง ปลัดอำเภอ",
        "ผู้อำนวยการกอง ผู้อำนวยการสำนัก เลขานุการกรม",
        "ผู้อำนวยการกองแผนงาน (ผ่านหัวหน้ากลุ่ม)",
        "นางพยาบาล วิชาชีพ หัวหน้าตึก",
        "นายแพทย์สาธารณสุขจังหวัดตัวอย่าง",
        "กรรมการผู้จัดการบริษัท ตัวอย่าง จำกัด (มหาชน)",
    ],
)
def test_one_of_them_and_offices_that_begin_like_names_are_left_alone(to):
    assert texts(external(to=to), "A06") == []
