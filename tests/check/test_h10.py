"""H10: a circular is one text for many; one text for many is a circular."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts

from memogen.findings import Severity

SEED = (
    "ผู้อำนวยการกอง ผู้อำนวยการสำนัก เลขานุการกรม ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร ผู้อำนวยการกลุ่มตรวจสอบภายใน"
)


@each("to", [SEED, "ผู้ว่าราชการจังหวัด ทุกจังหวัด", "หัวหน้าส่วนราชการตามรายชื่อแนบท้าย"])
def test_many_addressees_without_the_mark_of_a_circular_are_remarked(to):
    [fault] = faults(memo(to=to), "H10")
    assert (fault.text, fault.severity) == (to, Severity.INFO)


@each(
    "paper",
    [
        memo(number="กษ ๑๑๑๓/ว๗๑", to=SEED),
        external(number="กษ ๑๑๑๓/ว ๗๑", to="ผู้ว่าราชการจังหวัด ทุกจังหวัด"),
        memo(to="ผู้อำนวยการกองแผนงาน และเลขานุการกรม"),
        memo(number="", to=SEED),
        external(),
    ],
)
def test_circulars_and_letters_to_few_are_left_alone(paper):
    assert texts(paper, "H10") == []
