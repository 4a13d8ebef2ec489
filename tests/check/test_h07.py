"""H07: a part that the form of the letter asks for is missing."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import built, external, faults, memo, order, passage_of, stamped

from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Origin, Part, Region


def places(paper):
    return [fault.place for fault in faults(paper, "H07")]


@each(
    ("paper", "missing"),
    [
        (memo(agency=None), ["ส่วนราชการ"]),
        (memo(subject=None, to=None), ["เรื่อง", "เรียน"]),
        (external(number=None), ["ที่"]),
        (external(date=None), ["วันที่"]),
        (external(signature=None), ["ผู้ลงนาม"]),
        (stamped(owner=None), ["ส่วนราชการเจ้าของเรื่อง"]),
        (stamped(to=None), ["ถึง"]),
        (order(date=None), ["วันที่"]),
        (order(body=None), ["ข้อความ"]),
    ],
)
def test_a_missing_part_is_named(paper, missing):
    assert places(paper) == missing


def test_minutes_without_their_words_are_found():
    paper = built(
        Kind.MINUTES,
        {"heading": "รายงานการประชุมคณะทำงาน", "body": ("ผู้มาประชุม", "เริ่มประชุมเวลา ๐๙.๓๐ น.")},
    )
    assert places(paper) == ["เลิกประชุม", "ผู้จดรายงานการประชุม"]


@each(
    "paper",
    [
        memo(number="กษ ๑๑๑๓/", date=None),
        external(number="กษ ๑๑๑๓/", date=None),
        order(number="/๒๕๖๖", date=None),
        external(closing=None),
        external(reference=None, enclosure=None),
        replace(external(date=None), recognised=False),
        replace(external(date=None), kind=None),
    ],
)
def test_drafts_and_what_cannot_be_told_are_left_alone(paper):
    assert places(paper) == []


def test_a_memo_without_number_may_be_a_note():
    [fault] = faults(memo(number=None), "H07")
    assert (fault.place, fault.severity) == ("ที่", Severity.WARNING)


def test_an_agency_printed_in_the_page_s_header_counts():
    paper = external(agency=None)
    header = replace(passage_of("กรมส่งเสริมสหกรณ์"), region=Region.HEADER, part=Part.OTHER)
    assert places(paper) == ["ส่วนราชการ"]
    assert places(replace(paper, passages=(*paper.passages, header))) == []


def test_a_date_that_lacks_its_day_is_no_missing_date():
    assert places(order(date=None, other="สั่ง ณ วันที่      มีนาคม พ.ศ. ๒๕๖๖")) == []


def test_of_a_letter_file_only_what_the_office_cannot_give_is_asked():
    paper = replace(external(agency=None, date=None, signature=None, subject=None), origin=Origin.LETTER)
    assert places(paper) == ["เรื่อง"]
