"""B12: a cited letter that is younger than the letter itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cases import each
from papers import AROUND, external, faults, memo, texts

from memogen.books import BookKind, Entry, Status
from memogen.findings import Severity


@each(
    ("case", "wrong"),
    [
        ("ตามหนังสือ ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๖ ตุลาคม ๒๕๖๖ นั้น", "หนังสือ ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๖ ตุลาคม ๒๕๖๖"),
        ("ตามคำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖ ลงวันที่ ๒๘ มีนาคม ๒๕๖๖ นั้น", "คำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖ ลงวันที่ ๒๘ มีนาคม ๒๕๖๖"),
        ("ตามหนังสือ ที่ กษ ๐๒๐๑/ว ๕ ลว ๑ เม.ย. ๖๖ นั้น", "หนังสือ ที่ กษ ๐๒๐๑/ว ๕ ลว ๑ เม.ย. ๖๖"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=[case]), "B12") == [wrong]


@each(
    "case",
    [
        "ตามหนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๖ ตุลาคม ๒๕๖๕ ขอทราบผล นั้น",
        "ตามหนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๒๗ มีนาคม ๒๕๖๖ นั้น",
        "ขอให้รายงานภายในวันที่ ๑ เมษายน ๒๕๖๖",
        "ตามหนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ￼￼",
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=[case]), "B12") == []


def test_the_reference_of_an_external_letter_is_held_to_it_too():
    reference = "หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๗"
    assert texts(external(reference=reference), "B12") == [reference]


def test_a_draft_without_a_date_is_left_alone():
    assert texts(memo(date="มีนาคม", body=["ตามหนังสือ ที่ กษ ๐๒๐๑/๕ ลงวันที่ ๖ ตุลาคม ๒๕๖๖ นั้น"]), "B12") == []


def test_a_draft_that_is_to_be_signed_may_be_dated_later():
    text = "จึงเรียนมาเพื่อโปรดลงนามในคำสั่งกรมตัวอย่าง ที่ ๑๒/๒๕๖๖ ลงวันที่ ๑ เมษายน ๒๕๖๖"
    assert texts(memo(body=[text]), "B12") == []


NUMBER = "กษ ๑๑๑๓/๖๗๑"
CITED = f"ตามหนังสือกลุ่มพัฒนาระบบบริหาร ที่ {NUMBER} ลงวันที่ ๖ ตุลาคม ๒๕๖๕"


def books(**given):
    """What is around a letter when the books have กษ ๑๑๑๓/๖๗๑ of 6 October 2565."""
    entry = Entry(
        **{
            "code": "กษ ๑๑๑๓",
            "kind": BookKind.SENDING,
            "year_be": 2565,
            "serial": 671,
            "status": Status.ISSUED,
            "dated": date(2022, 10, 6),
            "subject": "การปรับปรุงและพัฒนาเพื่อยกระดับการให้บริการ",
            **given,
        }
    )
    return replace(
        AROUND,
        find_entry=lambda number, year: (
            entry if number == entry.number and year in (None, entry.year_be) else None
        ),
    )


class TestAgainstTheBooks:
    def test_a_citation_as_the_books_have_it_is_right(self):
        assert faults(memo(body=[f"{CITED} นั้น"]), "B12", books()) == []

    @each("cited", ["๗ ตุลาคม ๒๕๖๕", "๖ ตุลาคม ๒๕๖๔", "๖ ตุลาคม ๒๕๖๖"])
    def test_another_date_is_an_error_that_names_the_right_one(self, cited):
        [fault] = faults(memo(body=[f"ตามหนังสือ ที่ {NUMBER} ลงวันที่ {cited} นั้น"]), "B12", books())
        assert (fault.text, fault.severity) == (f"หนังสือ ที่ {NUMBER} ลงวันที่ {cited}", Severity.ERROR)
        assert "๖ ตุลาคม ๒๕๖๕" in fault.message

    def test_the_number_of_another_letter_is_found_by_its_date(self):
        body = ["ตามหนังสือ ที่ กษ ๑๑๑๓/๖๕๑ ลงวันที่ ๖ ตุลาคม ๒๕๖๕ แจ้งผลการสำรวจ นั้น"]
        other = books(serial=651, dated=date(2022, 10, 3), subject="ขอเชิญประชุม")
        [fault] = faults(memo(body=body), "B12", other)
        assert "๓ ตุลาคม ๒๕๖๕" in fault.message
        assert "ขอเชิญประชุม" in fault.hint

    def test_another_subject_is_a_warning(self):
        [fault] = faults(memo(body=[f"{CITED} เรื่อง ขอเชิญประชุมคณะทำงาน นั้น"]), "B12", books())
        assert fault.severity is Severity.WARNING
        told = f"{CITED} ขอให้รายงาน เรื่อง การจ่ายเงินปันผลของสหกรณ์ นั้น"
        assert faults(memo(body=[told]), "B12", books()) == []
        same = f"{CITED} เรื่อง การปรับปรุงและพัฒนาเพื่อยกระดับการให้บริการ นั้น"
        assert faults(memo(body=[same]), "B12", books()) == []

    def test_a_cancelled_number_is_an_error_and_a_reserved_one_a_warning(self):
        [fault] = faults(memo(body=[f"{CITED} นั้น"]), "B12", books(status=Status.VOID))
        assert fault.severity is Severity.ERROR
        [fault] = faults(memo(body=[f"{CITED} นั้น"]), "B12", books(status=Status.RESERVED))
        assert fault.severity is Severity.WARNING

    def test_numbers_that_the_books_do_not_know_are_left_alone(self):
        body = ["ตามหนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖ นั้น"]
        assert faults(memo(body=body), "B12", books()) == []
        body = [f"ตามหนังสือ ที่ {NUMBER} ลงวันที่ ๑๐ มีนาคม ๒๕๖๓ นั้น"]
        assert faults(memo(body=body), "B12", books()) == []

    def test_a_letter_may_name_its_own_number(self):
        paper = memo(number=NUMBER, body=[f"{CITED} นั้น"])
        assert faults(paper, "B12", books(dated=date(2022, 10, 9))) == []


@each(
    ("text", "wrong"),
    [
        ("ตามสัญญาเลขที่ ๙/๒๕๖๖ ลงวันที่ ๒๖ เมษายน ๒๕๖๖ จึงแต่งตั้งคณะกรรมการ", ["๒๖ เมษายน ๒๕๖๖"]),
        ("ตามสัญญาเลขที่ ๙/๒๕๖๖ ลงวันที่ ๒๖ กุมภาพันธ์ ๒๕๖๖ จึงแต่งตั้งคณะกรรมการ", []),
        ("เช็คธนาคาร ลงวันที่ ๓๐ มิถุนายน ๒๕๖๖", []),
        ("หนังสือค้ำประกันของธนาคาร ลงวันที่ ๑ เมษายน ๒๕๖๖", []),
    ],
)
def test_other_papers_with_a_day_to_come_are_found(text, wrong):
    found = faults(memo(body=[text]), "B12")
    assert [one.text for one in found] == wrong
    assert all(one.severity is Severity.WARNING for one in found)
