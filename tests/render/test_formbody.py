"""The body of a form: where its dotted lines end, how its tables can be written in, where one signs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from memogen import opc
from memogen.compose import compose
from memogen.letters import parse_letter
from memogen.model import Memo
from memogen.ooxml import twips
from memogen.render import read_template
from memogen.render.memo import render_memo
from memogen.settings import parse_office

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATE = Path(__file__).parents[2] / "templates" / "แบบรายงาน.docx"
OFFICE = parse_office('[office]\nname = "กรม"\ncode = "กต ๐๑๐๑"\n', "memogen.toml")
WIDE_HEAD = "| " + " | ".join("กขคงจฉชซ") + " |\n" + "| --- " * 8 + "|\n"


def form(body: str, title: str = "แบบรายงาน") -> Memo:
    return compose(parse_letter(f"ชนิด: แบบรายงาน\nเรื่อง: {title}\n\n{body}", "x.md"), OFFICE)


def docx(memo: Memo) -> bytes:
    template = read_template(TEMPLATE.read_bytes(), name=TEMPLATE.name)
    return render_memo(memo, template, emblem=False, creator="กรม")


def document(body: str, title: str = "แบบรายงาน") -> etree._Element:
    parts = opc.read_package(docx(form(body, title)), file="x.docx")
    return etree.fromstring(parts["word/document.xml"])


def shown(node: etree._Element) -> str:
    """The text under a node, a tab as → and a line break as /."""
    signs = {f"{W}tab": "→", f"{W}br": "/"}
    pieces = [
        signs.get(one.tag, one.text or "")
        for one in node.iter(f"{W}t", f"{W}br", f"{W}tab")
        if one.getparent().tag == f"{W}r"
    ]
    return "".join(pieces).replace("\u00a0", " ")


def lines(body: str) -> list[tuple[str, list[tuple[str, int]]]]:
    """Each paragraph with its tab stops (alignment, twips) but title and fillers."""
    return [
        (
            shown(p),
            [
                (str(tab.get(f"{W}val")), int(tab.get(f"{W}pos")))
                for tab in p.iterfind(f"{W}pPr/{W}tabs/{W}tab")
            ],
        )
        for p in document(body).iter(f"{W}p")
    ][1:-1]


EDGE = ("right", twips(160))


# --- lines ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "printed", "stops"),
    [
        ("หน่วยงาน.....", "หน่วยงาน→", 1),
        (".....", "→", 1),
        ("จำนวน……คน", "จำนวน→คน", 1),
        ("วันที่.....เดือน_____พ.ศ......", "วันที่→เดือน→พ.ศ.→", 3),
        ("๑......", "๑.→", 1),
        ("**ผล** .....", "ผล →", 1),
        ("ไม่ถึงห้าจุด....", "ไม่ถึงห้าจุด....", 0),
    ],
)
def test_a_blank_is_a_dotted_line_up_to_the_margin(typed: str, printed: str, stops: int) -> None:
    ((text, tabs),) = lines(typed)
    assert (text, len(tabs)) == (printed, stops)
    assert tabs[-1:] == [EDGE][:stops]
    assert tabs == sorted(tabs, key=lambda tab: tab[1])


def test_blanks_of_a_line_share_its_room_by_their_dots() -> None:
    (_text, [(_left, first), _edge]) = lines("ก.....ข...............")[0]
    (_text, [(_left, even), _edge]) = lines("ก.....ข.....")[0]
    assert twips(15) < first < even < twips(85)


def test_blanks_within_a_running_text_flow_with_it() -> None:
    long = "ข้าพเจ้า.....ขอรับรองว่าข้อความข้างต้นเป็นความจริงทุกประการ และได้ตรวจเอกสารหลักฐานทั้งหมดที่แนบมาพร้อมนี้แล้วเมื่อวันที่"
    ((text, tabs),) = lines(f"{long}.....")
    assert re.fullmatch(r"ข้าพเจ้า\.{30}ขอ.*วันที่→", text)
    assert tabs == [EDGE]
    ((text, tabs),) = lines(f"{long}.....แล้ว")
    assert ("→" in text, tabs) == (False, [])


def test_a_box_is_drawn_in_a_font_that_has_it() -> None:
    (box,) = [run for run in document("รอบ [ ] ๖ เดือน").iter(f"{W}r") if shown(run) == "☐"]
    assert "Symbol" in str(box.find(f"{W}rPr/{W}rFonts").get(f"{W}ascii"))


def test_a_long_title_is_broken_at_a_space_and_a_short_one_not() -> None:
    words = "แบบรายงานผลการดำเนินงาน ภายใต้นโยบายคุณธรรมและความโปร่งใสในการดำเนินงานของกรมส่งเสริมสหกรณ์"
    first = [shown(next(document(".....", title).iter(f"{W}p"))) for title in (words, "แบบรายงาน ก")]
    assert first == [words.replace(" ", "/"), "แบบรายงาน ก"]


# --- signatures -----------------------------------------------------------------------------------


def test_the_lines_of_a_signature_stand_together_at_the_right_and_end_at_one_place() -> None:
    body = "| ก |\n| --- |\n| ๑ |\n| ๒ |\n\nหมายเหตุ.....\n\nลงชื่อ.....ผู้รายงาน\n(.....)\nวันที่...../.....\nผู้จัดทำ"
    paragraphs = list(document(body).iter(f"{W}p"))
    kept = [shown(p) for p in paragraphs if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["๒", "หมายเหตุ→", "ลงชื่อ→ผู้รายงาน", "(→)", "วันที่→/→"]
    signed = paragraphs[-5:-1]
    ends = {p.findall(f"{W}pPr/{W}tabs/{W}tab")[-1].get(f"{W}pos") for p in signed[:3]}
    indents = [int(p.find(f"{W}pPr/{W}ind").get(f"{W}left")) for p in signed]
    assert len(ends) == 1
    assert indents[0] == indents[2] == indents[3] == twips(75) < indents[1]


# --- tables ---------------------------------------------------------------------------------------


def rows(body: str) -> list[tuple[list[str], str | None]]:
    """The cells of each row, lines between bars, and its least height."""
    return [
        (
            ["|".join(map(shown, cell.iterfind(f"{W}p"))) for cell in row.iterfind(f"{W}tc")],
            height.get(f"{W}val") if (height := row.find(f"{W}trPr/{W}trHeight")) is not None else None,
        )
        for row in document(body).iter(f"{W}tr")
    ]


def test_a_row_with_an_empty_cell_can_be_written_in() -> None:
    assert rows("| ก | ข |\n| --- | --- |\n| ๑ | ๒ |\n| ๓ | |") == [
        (["ก", "ข"], None),
        (["๑", "๒"], None),
        (["๓", ""], str(twips(10))),
    ]


def test_dotted_and_empty_columns_are_wider_than_their_headings_ask() -> None:
    body = "| งาน | ผล | หมายเหตุ | เดือน |\n" + "| --- " * 4 + "|\n| ..... | | | ก |"
    dotted, short, empty, filled = (int(c.get(f"{W}w")) for c in document(body).iter(f"{W}gridCol"))
    assert dotted > empty > filled >= short


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("๑..... ๒..... ฯลฯ", "๑→|๒→|ฯลฯ"),
        ("..... .....", "→|→"),
        ("จำนวน ..... คน", "จำนวน → คน"),
        ("**ผล** ..... **สูตร** .....", "ผล →|สูตร →"),
        ("[ ] มี [ ] ไม่มี", "☐ มี\u2003☐ ไม่มี"),
    ],
)
def test_a_dotted_line_in_a_cell_ends_its_line_where_something_new_begins(typed: str, printed: str) -> None:
    assert rows(f"| ก | ข |\n| --- | --- |\n| {typed} | ๒ |")[1][0][0] == printed


def test_neighbours_under_one_heading_stand_below_it() -> None:
    body = "| งาน | ค่า > ๑ | ค่า > ๒ | ค่า > หลัง | ผล > เดียว |\n" + "| --- " * 5 + "|\n| ก | | | | |"
    assert [cells for cells, _height in rows(body)][:2] == [
        ["งาน", "ค่า", "ผล > เดียว"],
        ["", "๑", "๒", "หลัง", ""],
    ]
    heads = [row for row in document(body).iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert len(heads) == 2


def test_a_form_with_a_wide_table_lies_across_with_its_lines() -> None:
    tree = document(f"ก.....\n\n{WIDE_HEAD}| " + "ก | " * 8 + "\n\nข.....")
    (section,) = tree.iter(f"{W}sectPr")
    assert section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
    assert section.find(f"{W}titlePg") is not None
    assert {tab.get(f"{W}pos") for tab in tree.iter(f"{W}tab") if tab.get(f"{W}pos")} == {str(twips(257))}


def test_word_s_rules_find_nothing(tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    body = f"ก.....ข.....\n\n{WIDE_HEAD}| ๑..... ๒..... | [ ] | | | | | | |\n\nลงชื่อ.....ผู้รายงาน\n(.....)"
    path = tmp_path / "form.docx"
    path.write_bytes(docx(form(body)))
    assert list(OpenXmlValidator(max_errors=0).validate(path).errors) == []
