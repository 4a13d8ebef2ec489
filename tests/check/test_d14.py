"""D14: what is asked for lies before the letter."""

from __future__ import annotations

from cases import each
from papers import faults, found, memo, texts

from memogen.findings import Severity


@each(
    ("text", "wrong"),
    [
        ("จึงเรียนมาเพื่อโปรดส่งรายงานภายในวันที่ ๑๐ มีนาคม ๒๕๖๖", "๑๐ มีนาคม ๒๕๖๖"),
        ("ขอให้หน่วยงานรายงานผลภายในวันที่ ๓๐ เมษายน ๒๕๖๕", "๓๐ เมษายน ๒๕๖๕"),
        ("กลุ่มจะจัดประชุมในวันที่ ๒๐ เมษายน ๒๕๖๕", "๒๐ เมษายน ๒๕๖๕"),
        ("เห็นควรเร่งรัดให้ก่อหนี้ผูกพันภายในวันที่ ๑๐ มีนาคม ๒๕๖๖", "๑๐ มีนาคม ๒๕๖๖"),
        (
            f"จึงขอเชิญผู้สนใจเข้าร่วมกิจกรรม {'โดยเตรียมตัวอย่างงานของตนมา ' * 9}และแจ้งชื่อภายในวันที่ ๒ กุมภาพันธ์ ๒๕๖๖",
            "๒ กุมภาพันธ์ ๒๕๖๖",
        ),
        ("จึงขอเชิญประชุมในวันพุธที่ ๒๐ เมษายน ๒๕๖๕ เวลา ๐๙.๓๐ น.", "วันพุธที่ ๒๐ เมษายน ๒๕๖๕"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "D14")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "โปรดส่งรายงานภายในวันที่ ๑๐ เมษายน ๒๕๖๖",
        "โปรดส่งรายงานภายในวันที่ ๒๗ มีนาคม ๒๕๖๖",
        "เห็นควรรับทราบผลที่ได้รายงานภายในวันที่ ๑๐ มีนาคม ๒๕๖๖",
        "ตามที่ขอให้รายงานภายในวันที่ ๑๐ มีนาคม ๒๕๖๖ นั้น",
        "ด้วยกรมขอให้ส่งแผนภายในวันที่ ๑๐ มีนาคม ๒๕๖๖",
        "ขอให้ปฏิบัติตามหนังสือลงวันที่ ๑๐ มีนาคม ๒๕๖๖",
        "โปรดดูรายงานการประชุมเมื่อวันที่ ๑๐ มีนาคม ๒๕๖๖",
        "ได้ประชุมในวันที่ ๑๐ มีนาคม ๒๕๖๖",
        "โปรดทราบว่าได้จัดอบรมในวันที่ ๑๐ มีนาคม ๒๕๖๖",
        "จึงขอให้ใช้ข้อมูลตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๕",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "D14") == []


def test_a_deadline_is_an_error_and_an_event_a_warning():
    [deadline] = found(memo(body=["โปรดส่งภายในวันที่ ๑๐ มีนาคม ๒๕๖๖"]), "D14")
    [event] = found(memo(body=["กลุ่มจะจัดประชุมในวันที่ ๑๐ มีนาคม ๒๕๖๖"]), "D14")
    assert (deadline.finding.severity, event.finding.severity) == (Severity.ERROR, Severity.WARNING)


@each("date", [None, "มีนาคม ๒๕๖๖", "\ufffc\ufffc\ufffc"])
def test_a_letter_without_a_whole_date_is_left_alone(date):
    assert texts(memo(date=date, body=["โปรดส่งภายในวันที่ ๑๐ มีนาคม ๒๕๖๕"]), "D14") == []
