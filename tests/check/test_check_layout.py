"""Rules of looks and layout on real Word files, rendered by LibreOffice."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from papers import OFFICE, TODAY

sys.path.append(str(Path(__file__).parent.parent / "proof"))
from handmade import CLEAN, EXTERNAL, MEMO, Design, Layout, Lines, letter

from memogen import proof
from memogen.check import Around, Found, check, chosen
from memogen.findings import Severity
from memogen.layout import rendered
from memogen.model import Kind
from memogen.paper import Part

pytestmark = pytest.mark.layout

LINE = "กรมส่งเสริมสหกรณ์ขอเรียนว่าได้ดำเนินการตามแผนที่กำหนดไว้แล้ว"
NUMBER = '<w:p><w:pPr><w:jc w:val="{at}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
LAID = (Layout.TABS, Layout.TABLE, Layout.SPLIT)


def lengthened(lines: Lines, count: int) -> Lines:
    """The letter with so many short paragraphs more before its last one."""
    last = max(number for number, (part, _text) in enumerate(lines) if part is Part.BODY)
    return (*lines[:last], *((Part.BODY, LINE) for _ in range(count)), *lines[last:])


def with_body(lines: Lines, *texts: str) -> Lines:
    first = next(number for number, (part, _text) in enumerate(lines) if part is Part.BODY)
    head, foot = lines[:first], [one for one in lines[first:] if one[0] is not Part.BODY]
    return (*head, *((Part.BODY, text) for text in texts), *foot)


LENGTHS = range(6, 17)
DOCUMENTS: Mapping[str, bytes] = {
    **{f"clean {kind.name} {laid}": letter(kind, CLEAN[kind], laid) for kind in CLEAN for laid in LAID},
    **{f"long {count}": letter(Kind.EXTERNAL, lengthened(EXTERNAL, count)) for count in LENGTHS},
    "two pages": letter(
        Kind.MEMO, lengthened(MEMO, 30), design=Design(header=NUMBER.format(at="center", text="- ๒ -"))
    ),
    "arabic number": letter(
        Kind.MEMO, lengthened(MEMO, 30), design=Design(header=NUMBER.format(at="right", text="2"))
    ),
    "no number": letter(Kind.MEMO, lengthened(MEMO, 30)),
    "torn": letter(
        Kind.MEMO, with_body(MEMO, *("ก" * fill + " ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๖" for fill in range(30, 60)))
    ),
    "small garuda": letter(Kind.EXTERNAL, EXTERNAL, design=Design(emblem=20)),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Found]]:
    """What the rules of looks and of layout say of each document, all rendered in one call."""
    pages = rendered(list(DOCUMENTS.values()), cache=tmp_path_factory.mktemp("fonts"), timeout_s=300)
    asked = chosen("T")
    return {
        name: check(proof.read_paper(content), asked, Around(today=TODAY, office=OFFICE, pages=seen))
        for (name, content), seen in zip(DOCUMENTS.items(), pages, strict=True)
    }


def alarms(findings: list[Found]) -> list[tuple[str, str]]:
    return [(one.rule.code, one.fault.text) for one in findings if one.finding.severity is not Severity.INFO]


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.startswith("clean")])
def test_clean_letters_of_every_kind_have_nothing_wrong(found, name):
    assert alarms(found[name]) == []


def test_a_signature_that_the_text_pushes_over_is_found_where_it_stands_alone(found):
    lonely = [count for count in LENGTHS if "T12" in {one.rule.code for one in found[f"long {count}"]}]
    assert lonely
    assert lonely == list(range(lonely[0], lonely[-1] + 1))
    assert lonely[0] > LENGTHS[0]


def test_two_pages_with_their_number_have_nothing_wrong(found):
    assert [code for code, _text in alarms(found["two pages"]) if code == "T13"] == []


@pytest.mark.parametrize(
    ("name", "code", "count"),
    [("arabic number", "T13", 1), ("no number", "T13", 1), ("small garuda", "T05", 1)],
)
def test_a_planted_fault_is_found_once(found, name, code, count):
    assert [one for one, _text in alarms(found[name])].count(code) == count


def test_dates_that_the_line_s_end_tears_are_found(found):
    torn = [text for code, text in alarms(found["torn"]) if code == "T15"]
    assert {"๓๐ มิถุนายน", "มิถุนายน ๒๕๖๖"} & set(torn)
