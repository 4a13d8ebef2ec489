"""Annexes: the section of landscape pages that a memo with wide tables has after it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from cases import each
from lxml import etree

from memogen import opc
from memogen.model import Align, Kind, Meeting, Memo, Paragraph, Role, Run, Signature, Table
from memogen.ooxml import twips
from memogen.render import read_template
from memogen.render.memo import MemoRenderer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNED = [kind for kind in Kind if kind is not Kind.FORM]
TEMPLATES = [Path(__file__).parents[2] / "templates" / f"{kind}.docx" for kind in SIGNED]
"""The memo's first."""
LAST_SECTION = re.compile(rb"<w:sectPr>.*</w:sectPr>(?=</w:body>)")


def table(text: str, annex: str | None) -> Table:
    return Table(((Run("หัว"),),), (((Run(text),),),), (Align.LEFT,), annex=annex)


MEMO = Memo(
    agency="กลุ่ม",
    number="กษ ๑๑๑๓/",
    date_text="",
    subject="เรื่อง",
    to="ผู้อำนวยการ",
    blocks=(
        Paragraph(Role.BODY, (Run("ต้น"),)),
        table("แนบหนึ่ง", "ชื่อ A & B"),
        table("ในเรื่อง", None),
        Paragraph(Role.CLOSING, (Run("ปลาย"),)),
        table("แนบสอง", ""),
    ),
    signature=Signature("นายสมมติ", ("อธิบดี",)),
    series="กษ ๑๑๑๓",
    meeting=Meeting(
        name="ก",
        session="๑/๒๕๖๖",
        held="วัน",
        place="ห้อง",
        attendance=(),
        begins="๐๙.๐๐ น.",
        ends="๑๒.๐๐ น.",
        recorder=Signature("นายสมมติ", ("อธิบดี",)),
        reviewer=Signature("", ()),
    ),
)
PLAIN = replace(MEMO, blocks=MEMO.blocks[:1])


def document(template: Path | bytes, memo: Memo = MEMO) -> etree._Element:
    if isinstance(template, Path):
        memo = replace(memo, kind=Kind(template.stem))
    renderer = MemoRenderer(read_template(template, name="t"), emblem=True, creator="ก")
    assert renderer.render(memo) == renderer.render(memo)
    root = etree.fromstring(opc.read_package(renderer.render(memo), file="")["word/document.xml"])
    return root[0]


def attribute(section: etree._Element, path: str, name: str) -> str | None:
    found = section.find(path)
    return None if found is None else found.get(f"{W}{name}")


@each("path", [path for path in TEMPLATES if path.stem != Kind.STAMPED], ids=lambda path: path.stem)
def test_annexes_stand_after_the_signature_each_on_its_page(path: Path) -> None:
    words = ["".join(node.itertext()) for node in document(path)]
    order = [
        "ต้น",
        "หัวในเรื่อง",
        "ปลาย",
        "(นายสมมติ)",
        "เอกสารแนบ\u00a0๑ชื่อ A & B",
        "หัวแนบหนึ่ง",
        "เอกสารแนบ\u00a0๒",
        "หัวแนบสอง",
    ]
    places = [words.index(text) for text in order]
    assert places == sorted(places)
    assert not any(words[places[-1] + 1 :]), "nothing after the last"
    breaks = list(document(path).iter(f"{W}pageBreakBefore"))
    assert len(breaks) == 1, "the section begins a page itself"


@each("path", TEMPLATES, ids=lambda path: path.stem)
def test_the_letter_keeps_its_section_and_the_last_one_is_turned(path: Path) -> None:
    (own,) = document(path, PLAIN).iter(f"{W}sectPr")
    first, last = document(path).iter(f"{W}sectPr")
    assert etree.tostring(first) == etree.tostring(own)
    assert document(path)[-1].tag == last.tag
    assert attribute(last, f"{W}pgSz", "orient") == "landscape"
    sizes = [[attribute(section, f"{W}pgSz", name) for name in "wh"] for section in (first, last)]
    assert sizes[0] == sizes[1][::-1]
    margins = [attribute(last, f"{W}pgMar", side) for side in ("top", "right", "bottom", "left")]
    assert margins == [str(twips(30)), *[str(twips(20))] * 3]
    assert last.find(f"{W}titlePg") is None, "each of its pages has a number"
    assert attribute(last, f"{W}pgNumType", "fmt") == "thaiNumbers"


def test_a_memo_without_annexes_has_one_section() -> None:
    assert len(list(document(TEMPLATES[0], PLAIN).iter(f"{W}sectPr"))) == 1


@each(
    ("section", "numbers"),
    [
        (
            b'<w:sectPr w:rsidR="0"><w:pgNumType w:fmt="thaiNumbers" w:start="1"/></w:sectPr>',
            "thaiNumbers",
        ),
        (b"<w:sectPr/>", None),
        (b"", None),
    ],
)
def test_an_office_may_set_its_sections_otherwise(section: bytes, numbers: str | None) -> None:
    parts = opc.read_package(TEMPLATES[0].read_bytes(), file="")
    xml, changed = LAST_SECTION.subn(section, parts["word/document.xml"])
    assert changed
    _first, last = document(opc.write_package({**parts, "word/document.xml": xml})).iter(f"{W}sectPr")
    assert attribute(last, f"{W}pgNumType", "fmt") == numbers
    assert attribute(last, f"{W}pgNumType", "start") is None
    assert "".join(document(TEMPLATES[0])[-2].itertext()) == ""
