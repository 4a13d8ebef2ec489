"""T13: page numbers that are missing, or not as - ๒ - in the middle of the top."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from pages import around, line, lines_of, page, pages
from papers import A4, external, faults, memo, passage_of

from memogen.paper import Part, Region


def laid(*, header=None, first="", extra=()):
    paper = external()
    lines = lines_of(paper)
    return around(
        page(lines[:6], header=first),
        page([*lines[6:], *extra], number=2, header=header),
    )


@each(
    ("header", "said"),
    [
        ("", "ไม่มีเลขหน้า"),
        ("2", "เลขหน้าไม่อยู่ระหว่างขีด"),
        ("๒", "เลขหน้าไม่อยู่ระหว่างขีด"),
        ("- 2 -", "เลขหน้าเป็นเลขอารบิก"),
    ],
)
def test_another_page_number_is_found(header, said):
    [fault] = faults(external(), "T13", laid(header=header))
    assert (fault.message, fault.place) == (said, "หน้า ๒")


def test_a_page_number_at_the_foot_or_the_side_is_found():
    [fault] = faults(external(), "T13", laid(header="", extra=[line("๒", 285.0, left=109)]))
    assert fault.message == "เลขหน้าอยู่ท้ายกระดาษ"
    [fault] = faults(external(), "T13", laid(header="", extra=[line("- ๒ -", 30.0, left=175)]))
    assert fault.message == "เลขหน้าไม่อยู่กึ่งกลาง"


def test_a_number_on_the_first_page_is_found():
    [fault] = faults(external(), "T13", laid(first="- ๑ -"))
    assert (fault.message, fault.place) == ("หน้าแรกมีเลขหน้า", "หน้า ๑")


def test_the_number_of_the_header_is_marked_where_it_stands():
    number = passage_of("- 2 -", part=Part.OTHER, region=Region.HEADER)
    paper = replace(external(), passages=(*external().passages, number))
    [fault] = faults(paper, "T13", laid(header="- 2 -"))
    assert fault.text == "- 2 -"


@each("header", ["- ๒ -", "-๒-", "– ๒ –"])
def test_a_number_between_hyphens_is_right(header):
    assert faults(external(), "T13", laid(header=header)) == []


def test_one_page_needs_none_and_annexes_have_their_own():
    lines = lines_of(memo())
    assert faults(memo(), "T13", around(*pages(lines))) == []
    assert faults(memo(), "T13", around(*pages(lines, ["กำหนดการประชุม"], header=""))) == []


@each(
    ("text", "region", "differs", "found"),
    [
        ("๒", Region.HEADER, True, 1),
        ("หน้า ๒", Region.HEADER, True, 1),
        ("หน้าที่ 2/3", Region.FOOTER, True, 1),
        ("2", Region.FOOTER, True, 1),
        ("- ๒ -", Region.HEADER, False, 1),
        ("- ๒ -", Region.HEADER, True, 0),
        ("กรมส่งเสริมสหกรณ์", Region.FOOTER, True, 0),
    ],
)
def test_without_pages_the_header_alone_is_looked_at(text, region, differs, found):
    number = passage_of(text, part=Part.OTHER, region=region)
    sheet = replace(A4, first_page_differs=differs)
    paper = replace(memo(), passages=(*memo().passages, number), sheets=(sheet,))
    assert len(faults(paper, "T13")) == found
