"""B26: an abbreviation that is explained only after it was used."""

from __future__ import annotations

from cases import each
from papers import memo, texts


@each(
    ("case", "wrong"),
    [
        (["กพร. แจ้งผลแล้ว", "กลุ่มพัฒนาระบบบริหาร (กพร.) จะประชุม"], "กพร."),
        (["ตามที่ ก.พ.ร. กำหนด สำนักงานคณะกรรมการพัฒนาระบบราชการ (ก.พ.ร.) แจ้ง"], "ก.พ.ร."),
        (["ระบบ ITA เปิดแล้ว", "การประเมินคุณธรรมและความโปร่งใส (ITA) เริ่มแล้ว"], "ITA"),
        (["ตามที่ ก.พ.ร. กำหนด สำนักงานคณะกรรมการพัฒนาระบบราชการ (สำนักงาน ก.พ.ร.) แจ้ง"], "ก.พ.ร."),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=case), "B26") == [wrong]


@each(
    "case",
    [
        ["กลุ่มพัฒนาระบบบริหาร (กพร.) แจ้งผลแล้ว", "กพร. จะประชุม"],
        ["กพร. แจ้งผลแล้ว"],
        ["กกจ. เข้าร่วม", "นายสมมติ สองนาม นักทรัพยากรบุคคล (กกจ.)"],
        ["ภายในปี พ.ศ. ๒๕๖๖ พุทธศักราช (พ.ศ.)"],
        ["https://ITA.example.go.th", "การประเมินคุณธรรม (ITA) เริ่มแล้ว"],
        ["ที่ สกพร. แจ้ง", "กลุ่มพัฒนาระบบบริหาร (กพร.) แจ้ง"],
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=case), "B26") == []
