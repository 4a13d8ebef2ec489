"""J04: a subject that does not begin with what is to be done."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, order

from memogen.check import rules
from memogen.findings import Severity


@each(
    "subject",
    [
        "แผนปรับปรุงและพัฒนาการให้บริการของหน่วยงานส่วนกลาง ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "โครงการอบรมการเขียนหนังสือราชการ รุ่นที่ ๑",
        "เอกสารประกอบการประชุมคณะทำงานพัฒนาระบบบริหาร",
        "แผนบริหารความเสี่ยงของกรมส่งเสริมสหกรณ์",
        "ผลการเบิกจ่ายงบประมาณรายจ่าย ไตรมาสที่ ๒",
        "สัญญาเช่าเครื่องถ่ายเอกสารของสำนักงานเลขานุการกรม",
    ],
)
def test_a_subject_that_begins_with_a_thing_is_remarked(subject):
    [fault] = faults(memo(subject=subject), "J04")
    assert fault.text == subject
    assert rules()["J04"].severity is Severity.INFO


@each(
    "subject",
    [
        "การจัดทำแผนการให้บริการของหน่วยงาน",
        "ขออนุมัติแผนปรับปรุงการให้บริการของหน่วยงาน",
        "หลักเกณฑ์และวิธีการเบิกค่าใช้จ่ายในการเดินทาง",
        "โครงการอบรม",
        "",
    ],
)
def test_subjects_that_begin_with_what_is_done_are_left_alone(subject):
    assert faults(external(subject=subject), "J04") == []


def test_a_circular_and_an_order_are_not_asked():
    subject = "เอกสารประกอบการประชุมคณะทำงานพัฒนาระบบบริหาร"
    assert faults(memo(subject=subject, number="กษ ๑๑๑๓/ว๗๑"), "J04") == []
    assert faults(order(subject=subject), "J04") == []
