"""B25: an English word for which there is a Thai one."""

from __future__ import annotations

from cases import each
from papers import memo, texts


@each(
    ("case", "wrong"),
    [
        ("ขอเชิญเข้าร่วม workshop ในวันจันทร์", "workshop"),
        ("ส่งทาง e-mail ภายในวันศุกร์", "e-mail"),
        ("ให้download แบบฟอร์ม", "download"),
        ("ขอยืม notebook จำนวน ๑ เครื่อง", "notebook"),
        ("ประชุมแบบ Online เวลา ๐๙.๓๐ น.", "Online"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B25") == [wrong]


@each(
    "case",
    [
        "ขอเชิญเข้าร่วมการประชุมเชิงปฏิบัติการ (workshop) ในวันจันทร์",
        "ผ่านระบบ Zoom Meeting",
        "ตอบผ่าน Google Form",
        "E-mail: a@example.go.th",
        "https://example.go.th/download",
        "Unit School และ VDO Conference",
        "Microsoft Project 2021",
        "“workshop”",
        "Report on Budget",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B25") == []
