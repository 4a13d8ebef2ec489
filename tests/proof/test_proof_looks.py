"""Looks, setting, pages, pictures and leftovers of a document, as Word would show them."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import Any

import pytest
from cases import each
from handmade import CLEAN, Design, letter, package, table

from memogen import opc
from memogen.model import Kind
from memogen.paper import Leftover, LineRule, Looks, Paper, Passage, Region, Setting
from memogen.proof import paragraph_at, read_paper
from memogen.proof.pictures import natural_ratio


def paper(body: str, *, more: dict[str, bytes] | None = None, **parts: str) -> Paper:
    data = package(body, parts=parts)
    if more:
        with zipfile.ZipFile(BytesIO(data)) as opened:
            files = {name: opened.read(name) for name in opened.namelist()}
        rewritten = BytesIO()
        with zipfile.ZipFile(rewritten, "w") as written:
            for name, content in (files | more).items():
                written.writestr(name, content)
        data = rewritten.getvalue()
    return read_paper(data)


def passage(properties: str = "", run: str = "", text: str = "ก", **parts: str) -> Passage:
    body = f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
    return paper(body, **parts).passages[0]


def looks(run: str, *, text: str = "ก", properties: str = "", **parts: str) -> Looks:
    (piece,) = passage(properties, run, text, **parts).pieces
    return piece.looks


STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="28"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/>'
    "</w:pPr></w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="ฐาน"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:ind w:firstLine="1417"/><w:tabs><w:tab w:val="left" w:pos="1440"/></w:tabs></w:pPr>'
    '<w:rPr><w:b/><w:bCs/><w:szCs w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="เนื้อความ"/><w:basedOn w:val="base"/>'
    '<w:pPr><w:spacing w:after="0"/><w:tabs><w:tab w:val="clear" w:pos="1440"/>'
    '<w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="strong"><w:name w:val="เน้น"/><w:rPr><w:b/><w:bCs/></w:rPr>'
    "</w:style>"
    '<w:style w:type="table" w:styleId="grid"><w:name w:val="Table Grid"/>'
    '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>'
)
THEME = (
    "<a:fontScheme><a:minorFont><a:latin typeface='Calibri'/><a:cs typeface=''/>"
    "<a:font script='Thai' typeface='Cordia New'/></a:minorFont></a:fontScheme>"
)
DRESSED = {"styles": STYLES, "theme": THEME}
OWN = '<w:pStyle w:val="own"/>'


class TestLooks:
    def test_come_from_the_defaults_and_the_theme(self) -> None:
        found = looks("", **DRESSED)
        assert found == Looks(
            thai_font="Cordia New", latin_font="Calibri", thai_size_pt=14.0, latin_size_pt=11.0
        )

    def test_go_down_the_chain_of_styles_to_the_run(self) -> None:
        found = looks('<w:rFonts w:cs="TH SarabunPSK"/><w:color w:val="ff0000"/>', properties=OWN, **DRESSED)
        assert (found.thai_font, found.latin_font) == ("TH SarabunPSK", "Calibri")
        assert (found.thai_size_pt, found.latin_size_pt, found.bold, found.colour) == (
            16.0,
            11.0,
            True,
            "FF0000",
        )

    @each(
        ("run", "text", "bold"),
        [
            ("<w:b/>", "ก", False),
            ("<w:b/>", "A๑", False),
            ("<w:b/>", "A1", True),
            ("<w:bCs/>", "ก", True),
            ("<w:bCs/>", "A1", False),
            ("<w:bCs/><w:cs/>", "A1", True),
            ('<w:bCs w:val="0"/>', "ก", False),
        ],
    )
    def test_bold_of_thai_letters_is_another_than_of_latin_ones(
        self, run: str, text: str, bold: bool
    ) -> None:
        assert looks(run, text=text).bold is bold

    def test_bold_twice_in_styles_is_not_bold(self) -> None:
        strong = '<w:rStyle w:val="strong"/>'
        assert looks(strong, **DRESSED).bold
        assert not looks(strong, properties=OWN, **DRESSED).bold
        assert looks(strong + "<w:bCs/>", properties=OWN, **DRESSED).bold

    def test_a_run_of_complex_script_has_thai_looks_throughout(self) -> None:
        found = looks("<w:cs/>", text="A", **DRESSED)
        assert (found.latin_font, found.latin_size_pt) == ("Cordia New", 14.0)

    def test_others(self) -> None:
        found = looks('<w:u w:val="single"/><w:iCs/><w:highlight w:val="yellow"/><w:color w:val="auto"/>')
        assert (found.underline, found.italic, found.highlight, found.colour) == (True, True, "yellow", "")
        assert not looks('<w:u w:val="none"/><w:highlight w:val="none"/>').highlight

    def test_pieces_join_runs_of_one_look_and_cover_the_text(self) -> None:
        runs = "<w:r><w:t>กข</w:t></w:r><w:r><w:t>ค</w:t></w:r><w:r><w:rPr><w:bCs/></w:rPr><w:t>ง</w:t></w:r>"
        found = paper(f"<w:p>{runs}</w:p>").passages[0]
        assert [(piece.start, piece.end, piece.looks.bold) for piece in found.pieces] == [
            (0, 3, False),
            (3, 4, True),
        ]


SAID: dict[str, dict[str, Any]] = {
    '<w:ind w:left="720" w:hanging="360" w:right="567"/>': {
        "left_mm": 12.7,
        "first_line_mm": -6.35,
        "right_mm": 10.0,
    },
    '<w:ind w:start="1cm"/>': {"left_mm": 10.0},
    '<w:spacing w:before="120" w:line="700" w:lineRule="exact"/>': {
        "before_pt": 6.0,
        "line": 35.0,
        "line_rule": LineRule.EXACTLY,
    },
    '<w:spacing w:line="360" w:lineRule="auto"/>': {"line": 1.5},
    '<w:jc w:val="start"/>': {"alignment": "left"},
    '<w:jc w:val="thaiDistribute"/>': {"alignment": "thaiDistribute"},
    "<w:keepNext/><w:pageBreakBefore/>": {"keep_with_next": True, "page_break_before": True},
    '<w:pBdr><w:bottom w:val="single"/></w:pBdr>': {"has_border": True},
    '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>': {"has_border": False},
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>': {"is_list_item": True},
    '<w:numPr><w:numId w:val="0"/></w:numPr>': {"is_list_item": False},
}


class TestSetting:
    def test_goes_down_the_chain_of_styles(self) -> None:
        found = passage(OWN, **DRESSED)
        assert found.style == "เนื้อความ"
        assert found.setting == Setting(
            first_line_mm=24.99, after_pt=0.0, line=1.079, tab_stops_mm=(160.0,), has_leaders=True
        )

    def test_of_a_table_lies_under_that_of_the_paragraph(self) -> None:
        cell = (
            '<w:tbl><w:tblPr><w:tblStyle w:val="grid"/></w:tblPr>'
            "<w:tr><w:tc><w:p>{}<w:r><w:t>ก</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        )
        plain, own = (
            paper(cell.format(properties), **DRESSED).passages[0].setting
            for properties in ("", '<w:pPr><w:spacing w:after="40"/></w:pPr>')
        )
        assert plain is not None
        assert own is not None
        assert (plain.after_pt, plain.line, own.after_pt) == (0.0, 1.0, 2.0)

    @each("properties", SAID)
    def test_of_a_paragraph(self, properties: str) -> None:
        found = passage(properties).setting
        assert {name: getattr(found, name) for name in SAID[properties]} == SAID[properties]

    def test_of_a_list_is_that_of_its_level(self) -> None:
        numbering = (
            '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="1"><w:pPr><w:ind w:left="1440"/></w:pPr>'
            '</w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
        )
        item = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
        listed, moved = (
            passage(properties, numbering=numbering).setting
            for properties in (item, f'{item}<w:ind w:left="0"/>')
        )
        assert listed is not None
        assert moved is not None
        assert (listed.left_mm, moved.left_mm) == (25.4, 0.0)


class TestPlaces:
    def test_an_address_finds_the_paragraph_again(self) -> None:
        data = letter(Kind.EXTERNAL, CLEAN[Kind.EXTERNAL])
        parts = opc.read_package(data, file="")
        for found in read_paper(data).passages:
            assert found.address is not None
            part, index = found.address
            paragraph = paragraph_at(opc.xml(parts[part], file="", part=part), index)
            assert paragraph is not None
            texts = (one.text or "" for one in paragraph.iter("{*}t"))
            assert "".join(texts) == found.text.replace("\t", "")

    def test_an_address_beyond_the_part_finds_none(self) -> None:
        assert paragraph_at(opc.xml(b"<a/>", file="", part="a.xml"), 0) is None

    def test_rows_and_blanks_are_counted(self) -> None:
        found = paper(
            "<w:p/><w:p/><w:p><w:r><w:t>ก</w:t></w:r></w:p>" + table([["ข", ""], ["", "ค"]])
        ).passages
        assert [(one.region, one.row, one.blanks_before) for one in found] == [
            (Region.TEXT, None, 2),
            (Region.TABLE, (1, 1, 1), 0),
            (Region.TABLE, (1, 2, 2), 0),
        ]


class TestSheets:
    def test_every_section_is_a_sheet(self) -> None:
        section = (
            '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/>'
            '<w:pgMar w:top="-567" w:left="1134" w:gutter="567"/></w:sectPr>'
        )
        first, last = paper(f"<w:p><w:pPr>{section}</w:pPr></w:p>").sheets
        assert (first.width_mm, first.height_mm, first.top_mm, first.left_mm) == (297.0, 210.01, 10.0, 30.0)
        assert (first.right_mm, first.first_page_differs) == (25.4, False)
        assert (last.width_mm, last.left_mm, last.right_mm, last.first_page_differs) == (
            210.01,
            30.0,
            20.0,
            True,
        )


PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 300, 100)
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 50, 100) + b"\0" * 8
IMAGE = {"word/image.xml": PNG}


class TestPictures:
    def test_the_emblem_has_its_size_and_place(self) -> None:
        (memo,) = read_paper(letter(Kind.MEMO, CLEAN[Kind.MEMO])).pictures
        assert (memo.height_mm, memo.left_mm, memo.top_mm, memo.name) == (15.0, 30.0, 15.0, "ตราครุฑ")
        assert memo.natural_ratio == pytest.approx(memo.width_mm / memo.height_mm, abs=0.01)
        (external,) = read_paper(letter(Kind.EXTERNAL, CLEAN[Kind.EXTERNAL])).pictures
        assert (external.height_mm, external.left_mm, external.passage) == (30.0, None, -1)

    def test_a_place_may_be_said_by_alignment_and_an_image_cropped(self) -> None:
        anchor = (
            '<w:p><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:align>center</wp:align>'
            '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset>'
            "</wp:positionV>"
            '<wp:extent cx="1080000" cy="1080000"/><a:blip r:embed="r-image"/><a:srcRect l="50000"/>'
            "</wp:anchor></w:drawing></w:r></w:p>"
        )
        (found,) = paper(anchor, image="", more=IMAGE).pictures
        assert (found.left_mm, found.top_mm, found.natural_ratio) == (90.0, None, 1.5)

    def test_word_before_2010_drew_in_vml(self) -> None:
        shape = (
            '<w:p><w:r><w:pict><v:shape id="ครุฑ" style="position:absolute;margin-left:36pt;margin-top:1cm;'
            'width:30mm;height:72pt;mso-position-horizontal-relative:page"><v:imagedata r:id="r-image"/>'
            "</v:shape></w:pict></w:r></w:p>"
        )
        (found,) = paper(shape, image="", more=IMAGE).pictures
        assert (found.width_mm, found.height_mm, found.left_mm, found.top_mm) == (30.0, 25.4, 12.7, None)
        assert (found.natural_ratio, found.name) == (3.0, "ครุฑ")

    def test_a_text_box_is_no_picture_and_a_picture_in_it_is_one(self) -> None:
        picture = '<wp:inline><wp:extent cx="36000" cy="72000"/><a:blip/></wp:inline>'
        inside = f"<w:p><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>"
        shape = f"<wp:anchor><w:txbxContent>{inside}</w:txbxContent></wp:anchor>"
        box = f"<w:p><w:r><w:drawing>{shape}</w:drawing></w:r></w:p>"
        (found,) = paper(box).pictures
        assert (found.region, found.width_mm, found.height_mm) == (Region.BOX, 1.0, 2.0)

    @each(
        ("data", "ratio"),
        [
            (PNG, 3.0),
            (JPEG, 2.0),
            (b"GIF89a" + struct.pack("<HH", 4, 8), 0.5),
            (b"\xff\xd8\xff", None),
            (b"BM", None),
        ],
    )
    def test_an_image_tells_its_proportion(self, data: bytes, ratio: float | None) -> None:
        assert natural_ratio(data) == ratio


class TestLeftovers:
    def test_tracked_changes_hidden_text_and_comments_are_told_with_their_place(self) -> None:
        body = (
            "<w:p><w:ins><w:r><w:t>ใหม่</w:t></w:r></w:ins><w:del><w:r><w:delText>เก่า</w:delText></w:r></w:del>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ลับ</w:t></w:r>"
            '<w:commentRangeStart w:id="1"/><w:r><w:t>ข้อความ</w:t><w:commentReference w:id="1"/></w:r></w:p>'
        )
        comments = '<w:comment w:id="1"><w:p><w:r><w:t>แก้ด้วย</w:t></w:r></w:p></w:comment>'
        found = paper(body, comments=comments)
        assert found.passages[0].text == "ใหม่ข้อความ"
        assert [(trace.kind, trace.text, trace.place) for trace in found.traces] == [
            (Leftover.INSERTED, "ใหม่", "ย่อหน้า ๑"),
            (Leftover.DELETED, "เก่า", "ย่อหน้า ๑"),
            (Leftover.HIDDEN, "ลับ", "ย่อหน้า ๑"),
            (Leftover.COMMENT, "แก้ด้วย", "ย่อหน้า ๑"),
        ]

    def test_a_clean_letter_has_none(self) -> None:
        assert read_paper(letter(Kind.MEMO, CLEAN[Kind.MEMO], design=Design(size=14))).traces == ()
