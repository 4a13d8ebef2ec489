"""J05: a letter that goes on with an earlier one under another subject."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cases import each
from papers import AROUND, external, faults, texts

from memogen.books import BookKind, Entry, Status

CITED = "หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖"


def books(subject, dated=date(2023, 3, 10)):
    """What is around a letter when the books have the cited letter with this subject."""
    entry = Entry(
        code="กษ ๐๒๐๑",
        kind=BookKind.SENDING,
        year_be=2566,
        serial=120,
        status=Status.ISSUED,
        dated=dated,
        subject=subject,
    )
    return replace(AROUND, find_entry=lambda number, year: entry if number == "กษ ๐๒๐๑/๑๒๐" else None)


@each(
    ("subject", "earlier"),
    [
        ("ขอความอนุเคราะห์วิทยากร", "ขอความอนุเคราะห์วิทยากร"),
        ("การปรับปรุงอาคารสำนักงาน", "ขอความอนุเคราะห์วิทยากร"),
        ("ส่งแบบสำรวจรถราชการ", "การเลื่อนเงินเดือนข้าราชการครึ่งปีแรก"),
    ],
)
def test_a_letter_that_goes_on_under_another_subject_is_remarked(subject, earlier):
    paper = external(subject=subject, reference=CITED)
    assert texts(paper, "J05", books(earlier)) == [subject]


def test_the_hint_puts_an_earlier_request_right():
    subject = "ขอความอนุเคราะห์วิทยากร"
    [fault] = faults(external(subject=subject, reference=CITED), "J05", books(subject))
    assert fault.hint.endswith(f"การ{subject}")


@each("subject", ["การขอความอนุเคราะห์วิทยากร", "ตอบรับการขอความอนุเคราะห์วิทยากร"])
def test_a_subject_that_repeats_the_earlier_one_is_left_alone(subject):
    paper = external(subject=subject, reference=CITED)
    assert texts(paper, "J05", books("ขอความอนุเคราะห์วิทยากร")) == []


def test_without_books_with_two_references_or_another_date_nothing_is_told():
    paper = external(subject="การปรับปรุงอาคาร", reference=CITED)
    around = books("ขอความอนุเคราะห์วิทยากร")
    assert texts(paper, "J05") == []
    assert texts(paper, "J05", books("ขอความอนุเคราะห์วิทยากร", date(2023, 3, 11))) == []
    assert texts(external(subject="การปรับปรุงอาคาร", reference=None), "J05", around) == []
    two = (CITED, "หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๑ ลงวันที่ ๑๑ มีนาคม ๒๕๖๖")
    assert texts(external(subject="การปรับปรุงอาคาร", reference=two), "J05", around) == []


@each(
    ("subject", "earlier", "is_told"),
    [
        ("ขอความอนุเคราะห์สถานที่จัดอบรม", "การเลื่อนเงินเดือนข้าราชการครึ่งปีแรก", True),
        ("ขอความอนุเคราะห์วิทยากร", "ขอความอนุเคราะห์วิทยากร", True),
        ("การขอความอนุเคราะห์วิทยากร", "ขอความอนุเคราะห์วิทยากร", False),
    ],
)
def test_the_subject_that_the_reference_gives_counts_without_books(subject, earlier, is_told):
    paper = external(subject=subject, reference=f"{CITED} เรื่อง {earlier}")
    assert texts(paper, "J05") == ([subject] if is_told else [])
