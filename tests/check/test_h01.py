"""H01: a memo that leaves its ministry."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import AROUND, OFFICE, external, faults, memo, texts

from memogen.findings import Severity


@each(
    "to",
    [
        "อธิบดีกรมบัญชีกลาง",
        "ปลัดกระทรวงมหาดไทย",
        "รัฐมนตรีว่าการกระทรวงการคลัง",
        "กรรมการผู้จัดการบริษัท ตัวอย่าง จำกัด",
    ],
)
def test_a_memo_that_leaves_its_ministry_is_found(to):
    assert texts(memo(to=to), "H01") == [to]


@each(
    ("to", "severity"),
    [
        ("ปลัดกระทรวงมหาดไทย", None),
        ("กรรมการผู้จัดการบริษัท ตัวอย่าง จำกัด", None),
        ("อธิบดีกรมบัญชีกลาง", Severity.WARNING),  # of which ministry, a table knows
    ],
)
def test_only_what_the_settings_and_the_addressee_say_is_an_error(to, severity):
    [fault] = faults(memo(to=to), "H01")
    assert fault.severity is severity


def test_the_agency_that_the_memo_names_counts_before_the_office():
    paper = memo(agency="กรมสรรพากร กองบริหารการคลัง โทร. ๑๒", to="อธิบดีกรมบัญชีกลาง")
    assert texts(paper, "H01") == []
    assert texts(memo(agency="กรมสรรพากร โทร. ๑๒", to="อธิบดีกรมประมง"), "H01") == ["อธิบดีกรมประมง"]


@each(
    "to",
    [
        "อธิบดีกรมส่งเสริมสหกรณ์",
        "อธิบดีกรมประมง",
        "ปลัดกระทรวงเกษตรและสหกรณ์",
        "ผู้อำนวยการกองแผนงาน",
        "ผู้ว่าราชการจังหวัดทุกจังหวัด",
        "ประธานคณะกรรมการดำเนินการสหกรณ์ออมทรัพย์",
    ],
)
def test_addressees_of_the_ministry_and_unknown_ones_are_left_alone(to):
    assert texts(memo(to=to), "H01") == []


def test_without_a_ministry_nobody_can_tell():
    around = replace(AROUND, office=replace(OFFICE, ministry="", name="สำนักงานตัวอย่าง"))
    assert texts(memo(to="อธิบดีกรมบัญชีกลาง"), "H01", around) == []


def test_an_external_letter_may_go_anywhere():
    assert texts(external(to="อธิบดีกรมบัญชีกลาง"), "H01") == []
