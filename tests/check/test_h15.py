"""H15: a memo without its telephone."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts


@each(
    "agency",
    ["กลุ่มพัฒนาระบบบริหาร", "กรมส่งเสริมสหกรณ์ กองแผนงาน", "กองคลัง ไปรษณีย์อิเล็กทรอนิกส์: a@example.go.th"],
)
def test_a_memo_without_telephone_is_found(agency):
    assert texts(memo(agency=agency), "H15") == [agency]


@each(
    "agency",
    [
        "กลุ่มพัฒนาระบบบริหาร โทร.๒๗๑, ๓๕๑ ไปรษณีย์อิเล็กทรอนิกส์ : cpd_psd@cpd.go.th",
        "กองแผนงาน โทรศัพท์ ๐ ๒๖๒๘ ๕๑๔๓",
        "กองแผนงาน หมายเลขภายใน ๒๗๑",
        None,
        "",
    ],
)
def test_one_with_telephone_and_a_missing_line_are_left_alone(agency):
    assert texts(memo(agency=agency), "H15") == []


def test_an_external_letter_has_it_elsewhere():
    assert texts(external(), "H15") == []


def test_the_office_s_telephone_is_offered_for_its_own_memos_only():
    assert "๒๗๑" in faults(memo(agency="กลุ่มพัฒนาระบบบริหาร"), "H15")[0].hint
    assert "๒๗๑" not in faults(memo(agency="โรงเรียนตัวอย่าง"), "H15")[0].hint
