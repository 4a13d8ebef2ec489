"""H18: an external letter without the sender's address."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import external, faults, memo, passage_of, texts

from memogen.paper import Origin, Part, Region


@each("agency", ["กรมส่งเสริมสหกรณ์", "สำนักงานสหกรณ์จังหวัดตัวอย่าง", "โรงเรียนตัวอย่าง"])
def test_an_agency_without_address_is_found(agency):
    assert texts(external(agency=agency, address=None), "H18") == [agency]


@each(
    "parts",
    [
        {},
        {"address": None, "agency": ("กรมตัวอย่าง", "ถนนตัวอย่าง กรุงเทพฯ ๑๐๒๐๐")},
        {"address": None, "agency": "ที่ว่าการอำเภอตัวอย่าง"},
        {"address": None, "agency": None},
    ],
)
def test_an_address_anywhere_in_the_head_is_enough(parts):
    assert faults(external(**parts), "H18") == []


def test_an_address_printed_in_the_page_s_header_counts():
    paper = external(address=None)
    header = replace(passage_of("๑๒ ถนนตัวอย่าง"), region=Region.HEADER, part=Part.OTHER)
    assert faults(replace(paper, passages=(*paper.passages, header)), "H18") == []


def test_memos_and_letter_files_are_not_asked():
    assert faults(memo(), "H18") == []
    assert faults(replace(external(address=None), origin=Origin.LETTER), "H18") == []
