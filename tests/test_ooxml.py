"""Pieces of WordprocessingML: what goes in comes out."""

from __future__ import annotations

from cases import each
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from memogen import thai
from memogen.ooxml import NAMESPACES, emu, inline_picture, page_picture, paragraph, run, text, twips

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def parsed(xml: str) -> etree._Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")


def read(xml: str) -> str:
    """The text of some runs as Word shows it."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        marks.get(str(node.tag), node.text or "") for node in parsed(xml).iter() if node.tag != f"{W}body"
    )


@each(
    "value",
    [
        *(
            "",
            "ก",
            "A & B",
            "<ฝ่าย>",
            "\"ก\" 'ข'",
            " ก ",
            "ก  ข",
            "ก\u00a0ข",
            "ก\tข",
            "ก\nข",
            "\n",
            "\t",
            "\n\n\t\t",
        ),
        *("ก" * 5000, "&amp;", "]]>", "<w:br/>", "{{ ก }}", "\u2028", "😀", "ก\n\tข \n"),
    ],
)
def test_text_comes_out_as_it_went_in(value: str) -> None:
    assert read(run(value)) == value


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=30).filter(lambda value: not thai.unprintable(value) and "\r" not in value))
def test_any_printable_text_comes_out_as_it_went_in(value: str) -> None:
    assert read(run(value)) == value


def test_spaces_are_preserved_in_every_stretch() -> None:
    assert text(" ก\tข ").count('xml:space="preserve"') == 2


def test_a_run_has_properties_only_when_it_needs_them() -> None:
    assert run("ก") == '<w:r><w:t xml:space="preserve">ก</w:t></w:r>'
    assert run("", style="Strong", properties="<w:b/>") == (
        '<w:r><w:rPr><w:rStyle w:val="Strong"/><w:b/></w:rPr></w:r>'
    )


def test_a_paragraph_has_its_style_before_its_properties() -> None:
    assert paragraph() == "<w:p></w:p>"
    assert paragraph(run(""), style="Body", properties="<w:keepNext/>") == (
        '<w:p><w:pPr><w:pStyle w:val="Body"/><w:keepNext/></w:pPr><w:r></w:r></w:p>'
    )


@each(("mm", "units"), [(25.4, 1440), (160, 9071), (30, 1701), (25, 1417), (0, 0)])
def test_millimetres_to_twips(mm: float, units: int) -> None:
    assert twips(mm) == units


def test_millimetres_to_emu() -> None:
    assert emu(15) == 540_000


def test_a_picture_in_the_line_has_size_and_words_for_the_blind() -> None:
    xml = inline_picture("rId1", number=7, name='ก "ข"', alt="A & <B>", width_mm=25, height_mm=20)
    about = parsed(xml).find(f".//{WP}docPr")
    extent = parsed(xml).find(f".//{WP}extent")
    assert about is not None
    assert dict(about.attrib) == {"id": "7", "name": 'ก "ข"', "descr": "A & <B>"}
    assert extent is not None
    assert dict(extent.attrib) == {"cx": "900000", "cy": "720000"}


def test_a_picture_on_the_page_is_placed_from_margin_and_sheet() -> None:
    xml = page_picture("rId1", number=1, name="ตรา", left_mm=0, top_mm=15, width_mm=14, height_mm=15)
    places = {
        node.get("relativeFrom"): node.findtext(f"{WP}posOffset")
        for node in parsed(xml).iter(f"{WP}positionH", f"{WP}positionV")
    }
    assert places == {"margin": "0", "page": "540000"}
