"""B23: กับ or แด่ where แก่ or ต่อ belongs."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts

from memogen.findings import Severity


@each(
    ("case", "wrong"),
    [
        ("มอบเกียรติบัตรแด่ผู้เข้ารับการอบรม", "แด่"),
        ("ให้บริการกับประชาชน", "ให้บริการกับ"),
        ("มอบทุนการศึกษาให้กับนักเรียน", "มอบทุนการศึกษาให้กับ"),
        ("มอบทุนการศึกษาให้กับบุตรของข้าราชการ", "มอบทุนการศึกษาให้กับ"),
        ("ยื่นคำขอกับเจ้าหน้าที่", "ยื่นคำขอกับ"),
        ("อาจยื่นคำร้องกับนายทะเบียนสหกรณ์ได้", "ยื่นคำร้องกับ"),
        ("สหกรณ์ไม่จ่ายเงินปันผลให้กับสมาชิก", "ให้กับ"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B23") == [wrong]


@each(
    "case",
    [
        "มอบเกียรติบัตรแก่ผู้เข้ารับการอบรม",
        "ถวายแด่พระภิกษุสงฆ์",
        "แด่สมเด็จพระกนิษฐาธิราชเจ้า",
        "ประชุมร่วมกับผู้อำนวยการกอง",
        "ให้บริการแก่ประชาชน",
        "ให้ความร่วมมือกับหน่วยงาน",
        "เสนอต่ออธิบดี",
        "บันทึกความเข้าใจกับบริษัท",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B23") == []


def test_ให้กับ_is_only_remarked():
    [fault] = faults(memo(body=["จ่ายเงินปันผลให้กับสมาชิก"]), "B23")
    assert fault.severity is Severity.INFO
