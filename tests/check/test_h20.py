"""H20: a place that nobody has filled in."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import external, faults, memo, texts, with_table

from memogen.findings import Severity
from memogen.letters import parse_letter
from memogen.model import Kind
from memogen.proof import paper_of


@each(
    ("text", "blank"),
    [
        ("ภายในวันที่ [ระบุวันที่] นี้", "[ระบุวันที่]"),
        ("จำนวน xxx คน", "xxx"),
        ("เรียน {{ หน่วยงาน.เรียน }} ทราบ", "{{ หน่วยงาน.เรียน }}"),
        ("ณ ห้องประชุม [....]", "[....]"),
        ("นำส่ง «ชื่อ» แล้ว", "«ชื่อ»"),
        ("รับรองว่า [ชื่อ - นามสกุล] เป็นข้าราชการ", "[ชื่อ - นามสกุล]"),
        ("ภายในวันที่ xx ตุลาคม ๒๕๖๖", "xx"),
        ("วันศุกร์ที่ ๒๙ มีนาคม ๒๕๖๖ เวลา xx.xx น.", "xx.xx"),
    ],
)
def test_a_place_to_be_filled_is_found(text, blank):
    [fault] = faults(memo(body=[text]), "H20")
    assert (fault.text, fault.severity) == (blank, None)


def test_dots_in_the_head_are_an_error_and_in_the_text_a_warning():
    [fault] = faults(memo(subject="การอบรม ......... รุ่น"), "H20")
    assert (fault.text, fault.severity) == (".........", None)
    [fault] = faults(memo(body=["มีผู้เข้าอบรม ........ คน"]), "H20")
    assert (fault.text, fault.severity) == ("........", Severity.WARNING)


def test_a_blank_in_a_table_is_found():
    assert texts(with_table(memo(), [["รายการ", "[ระบุจำนวน]"]]), "H20") == ["[ระบุจำนวน]"]


@each(
    "parts",
    [
        {"number": "กษ ๑๑๑๓/........", "date": "[ระบุวันที่]"},
        {"body": ["๓. ข้อพิจารณา..."]},
        {"body": ["/ทั้งนี้ ผู้เข้าอบรม..."]},
        {"body": ["ลงชื่อ .................... ผู้ยืม"]},
        {"body": ["ข้าพเจ้า .......... อายุ ........ ปี"]},
        {"body": ["ชื่อ ........ สกุล ........ ตำแหน่ง ........ สังกัด"]},
        {"body": ["คริสต์ศตวรรษที่ XX และ [ชื่อพันธุ์ที่ ๑]"]},
        {"body": ["Xbox และ maxxx รหัส xxx-๑๒๓", "[ ] เห็นชอบ", "[๑] เอกสารอ้างอิง"]},
        {"body": ["วันเกิด (วว/ดด/ปปปป)"]},
        {"body": ["ระบุชื่อผู้เข้าอบรม (ระบุเหตุผล)"]},
        {"signature": ("(....................)", "ตำแหน่ง ..........")},
    ],
)
def test_blanks_that_may_stay_and_look_alikes_are_left_alone(parts):
    assert texts(memo(**parts), "H20") == []


def test_dots_in_a_form_that_is_no_letter_are_left_alone():
    assert texts(replace(memo(body=["มีผู้เข้าอบรม ........ คน"]), recognised=False), "H20") == []


def test_a_clean_letter_has_none():
    assert texts(external(), "H20") == []


def test_what_is_to_be_said_named_in_brackets_is_found():
    [fault] = faults(memo(body=["เพื่อรับรองว่า (ชื่อ-สกุล) เป็นข้าราชการ"]), "H20")
    assert (fault.text, fault.severity) == ("(ชื่อ-สกุล)", Severity.WARNING)


@each("text", ["ลงชื่อ............ (ชื่อ-สกุล) ผู้รับ", "กรอกแบบตามช่องที่กำหนด (ชื่อ-สกุล)", "เอกสารอื่น (ระบุ)"])
def test_the_lines_of_a_form_are_left_alone(text):
    assert texts(memo(body=[text]), "H20") == []


def test_a_form_keeps_its_dots_for_others_and_not_what_its_writer_left_open():
    body = "หน่วยงาน.....\nวันที่.....เดือน.....\nข้าพเจ้า (ชื่อ-สกุล) ขอรับรอง\n\nส่งภายในวันที่ [ระบุวันที่] xxx"
    form = paper_of(parse_letter(f"ชนิด: แบบรายงาน\nเรื่อง: แบบรายงานเดือน.....\n\n{body}", "x.md"))
    assert texts(form, "H20") == ["[ระบุวันที่]", "xxx"]
    assert texts(replace(memo(body=["หน่วยงาน ........ คน"]), kind=Kind.FORM), "H20") == []
