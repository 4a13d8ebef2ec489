"""A02: กราบเรียน for those whom it is for, and for no others."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import external, faults, memo, texts

from memogen.findings import Severity
from memogen.paper import Origin


@each("to", ["นายกรัฐมนตรี", "ประธานสภาผู้แทนราษฎร", "ประธานคณะกรรมการการเลือกตั้ง", "ท่านประธานศาลฎีกา"])
def test_an_office_of_the_list_wants_its_salutation(to):
    assert texts(external(to=to), "A02") == [f"เรียน  {to}"]
    assert texts(external(salutation="กราบเรียน", to=to), "A02") == []


@each("to", ["รัฐมนตรีว่าการกระทรวงการคลัง", "ปลัดกระทรวงมหาดไทย", "ผู้ว่าราชการจังหวัดตัวอย่าง", "ผู้อำนวยการกองแผนงาน"])
def test_others_do_not_have_it(to):
    assert texts(memo(salutation="กราบเรียน", to=to), "A02") == [f"กราบเรียน  {to}"]
    assert texts(memo(to=to), "A02") == []


def test_who_is_not_known_is_only_remarked():
    [fault] = faults(external(salutation="กราบเรียน", to="อัยการสูงสุด"), "A02")
    assert fault.severity is Severity.INFO


@each(
    "to",
    [
        "เลขาธิการนายกรัฐมนตรี",
        "รองนายกรัฐมนตรี",
        "ประธานกรรมการการเลือกตั้งประจำจังหวัดตัวอย่าง",
        "องคมนตรี",
        "นายกรัฐมนตรีน้อยสมาคม",
    ],
)
def test_names_that_only_begin_alike_are_ordinary(to):
    assert texts(external(to=to), "A02") == []


def test_in_a_letter_file_the_header_is_called_so_for_everybody():
    assert texts(replace(external(to="นายกรัฐมนตรี"), origin=Origin.LETTER), "A02") == []
    typed = replace(external(to="กราบเรียน ผู้อำนวยการกองแผนงาน"), origin=Origin.LETTER)
    assert texts(typed, "A02") == ["กราบเรียน ผู้อำนวยการกองแผนงาน"]
