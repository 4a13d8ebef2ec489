"""The distribution list and the acknowledgement sheet: every unit once, every code its own."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import zxingcpp
from cases import each
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from memogen import opc, thai
from memogen.model import Copy, Recipient
from memogen.render import read_template
from memogen.render.lists import MOST_IN_A_CODE, QR_MM, acknowledgement_sheet, code_of, distribution_list

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

TEMPLATE = read_template(Path(__file__).parents[2] / "templates" / "บันทึกข้อความ.docx")
LONGEST = "ศูนย์วิเคราะห์และติดตามสถานการณ์ทางการเงินสหกรณ์"
NUMBER, DAY, EMAIL = "กษ ๑๑๑๓/ว๗๑", date(2023, 3, 27), "psdg@example.go.th"
ABOUT: dict[str, Any] = {
    "agency": "กรมตัวอย่าง กลุ่มพัฒนาระบบบริหาร",
    "subject": "การปรับปรุงการให้บริการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    "number": NUMBER,
    "dated": DAY,
    "template": TEMPLATE,
}
names = st.text(st.sampled_from("กขคาีูั้์ฤ &<>\"'A1๑\u00a0-/()"), min_size=1, max_size=60).filter(str.strip)


def copy(order: int, name: str, *, to: str = "", short: str = "", number: str = NUMBER) -> Copy:
    recipient = Recipient(name=name, values={"เรียน": to, "ย่อ": short}, file="หน่วยงาน.xlsx", row=order + 1)
    return Copy(
        order=order,
        recipient=recipient,
        number=number,
        dated=DAY,
        file=f"{order}.docx",
        sha256=f"{order:064x}",
    )


def copies(*named: str) -> list[Copy]:
    return [copy(order, name, to=f"ผู้อำนวยการ{name}") for order, name in enumerate(named, start=1)]


def parts(content: bytes) -> dict[str, bytes]:
    return opc.read_package(content, file="x.docx")


def document(content: bytes) -> etree._Element:
    return etree.fromstring(parts(content)["word/document.xml"])


def text_of(element: etree._Element) -> str:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = (node for run in element.iter(f"{W}r") for node in run)
    shown = "".join(marks.get(str(node.tag), node.text or "") for node in runs)
    return shown.replace("\u00a0", " ")


def headings(content: bytes) -> list[str]:
    return [text_of(node) for node in document(content).iterfind(f"{W}body/{W}p")]


def rows(content: bytes) -> list[list[str]]:
    """The texts of the table's cells, heading and count too."""
    return [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in document(content).iter(f"{W}tr")]


def as_printed(name: str) -> str:
    return thai.thai_digits(name).replace("\u00a0", " ")


def sheet(given: list[Copy], **more: Any) -> bytes:
    return acknowledgement_sheet(given, **{**ABOUT, "email": EMAIL, **more})


# --- the distribution list ------------------------------------------------------------------------


def test_the_list_names_its_letter() -> None:
    title, letter, subject, *_ = headings(distribution_list(copies("กองคลัง"), **ABOUT))
    assert title == "รายชื่อแนบท้าย"
    assert letter == "หนังสือกรมตัวอย่าง กลุ่มพัฒนาระบบบริหาร ที่ กษ ๑๑๑๓/ว๗๑ ลงวันที่ ๒๗ มีนาคม ๒๕๖๖"
    assert subject == "เรื่อง\tการปรับปรุงการให้บริการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"


def test_a_unit_has_its_row_and_the_count_stands_at_the_end() -> None:
    made = rows(distribution_list(copies("กองคลัง", "กองแผนงาน"), **ABOUT))
    assert made == [
        ["ลำดับ", "หน่วยงาน", "เรียน"],
        ["๑", "กองคลัง", "ผู้อำนวยการกองคลัง"],
        ["๒", "กองแผนงาน", "ผู้อำนวยการกองแผนงาน"],
        ["รวม ๒ หน่วยงาน"],
    ]


def test_a_thousand_units_are_counted_with_a_comma() -> None:
    made = rows(distribution_list(copies(*(f"กอง {n}" for n in range(1000))), **ABOUT))
    assert made[-1] == ["รวม ๑,๐๐๐ หน่วยงาน"]


def test_numbers_of_their_own_get_a_column_and_leave_the_heading() -> None:
    each = [copy(n, f"กอง {n}", number=f"กษ ๑๑๑๓/{thai.to_thai_digits(str(n))}") for n in (1, 2)]
    content = distribution_list(each, **ABOUT)
    assert [row[-1] for row in rows(content)][:3] == ["เลขที่หนังสือ", "กษ ๑๑๑๓/๑", "กษ ๑๑๑๓/๒"]
    assert headings(content)[1] == "หนังสือกรมตัวอย่าง กลุ่มพัฒนาระบบบริหาร ลงวันที่ ๒๗ มีนาคม ๒๕๖๖"


@each(
    ("number", "dated", "pattern"),
    [
        ("", DAY, r"ที่ \.{10,} ลงวันที่ ๒๗ มีนาคม ๒๕๖๖"),
        ("กษ ๑๑๑๓/", DAY, r"ที่ กษ ๑๑๑๓/\.{10,} ลงวันที่ ๒๗"),
        (NUMBER, None, r"ที่ กษ ๑๑๑๓/ว๗๑ ลงวันที่ \.{10,}$"),
    ],
)
def test_a_draft_has_dots_to_write_on(number: str, dated: date | None, pattern: str) -> None:
    given = [copy(1, "กองคลัง", number=number)]
    for made in (distribution_list, acknowledgement_sheet):
        more = {"email": ""} if made is acknowledgement_sheet else {}
        letter = headings(made(given, **{**ABOUT, "number": number, "dated": dated}, **more))[1]
        assert re.search(pattern, letter)


# --- both -----------------------------------------------------------------------------------------


def test_only_the_heading_is_repeated_and_no_row_is_torn() -> None:
    for content in (distribution_list(copies("ก", "ข"), **ABOUT), sheet(copies("ก", "ข"))):
        made = list(document(content).iter(f"{W}tr"))
        repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in made]
        assert repeated == [True, False, False, False]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in made)


def test_the_count_stays_with_the_last_unit() -> None:
    made = list(document(sheet(copies("ก", "ข"))).iter(f"{W}tr"))
    kept = [[node.get(f"{W}val") for node in row.iter(f"{W}keepNext")] for row in made]
    assert kept == [[], [], [None] * 5, ["0"]]


def test_cells_are_as_wide_as_the_grid_says_and_fill_the_text_width() -> None:
    for content in (distribution_list(copies("ก"), **ABOUT), sheet(copies("ก"))):
        root = document(content)
        grid = [int(node.get(f"{W}w") or 0) for node in root.iter(f"{W}gridCol")]
        assert sum(grid) == pytest.approx(160 * 1440 / 25.4, abs=3)
        head = next(root.iter(f"{W}tr"))
        assert [int(node.get(f"{W}w") or 0) for node in head.iter(f"{W}tcW")] == grid


def test_only_what_the_paper_uses_comes_from_the_template() -> None:
    for content in (distribution_list(copies("ก"), **ABOUT), sheet(copies("ก"))):
        made = parts(content)
        assert made["word/styles.xml"] == TEMPLATE.parts["word/styles.xml"]
        assert "word/header1.xml" not in made
        assert "word/media/garuda.png" not in made
        assert not any(b"{{" in part for part in made.values())
        listed = {
            node.get("PartName", "").lstrip("/")
            for node in etree.fromstring(made["[Content_Types].xml"])
            if node.get("PartName")
        }
        assert listed <= set(made)


def test_the_same_copies_give_the_same_bytes() -> None:
    assert distribution_list(copies("ก"), **ABOUT) == distribution_list(copies("ก"), **ABOUT)
    assert sheet(copies("ก")) == sheet(copies("ก"))


def test_a_character_that_no_document_can_hold_is_left_out() -> None:
    assert rows(distribution_list([copy(1, "กอง\x00คลัง\ud800")], **ABOUT))[1][1] == "กองคลัง"


@settings(max_examples=15, deadline=None)
@given(st.lists(names, min_size=1, max_size=8))
def test_every_name_stands_once_and_exactly(given: list[str]) -> None:
    copied = copies(*given)
    assert [row[1] for row in rows(distribution_list(copied, **ABOUT))[1:-1]] == list(map(as_printed, given))
    content = sheet(copied)
    assert [row[1] for row in rows(content)[1:-1]] == list(map(as_printed, given))
    assert len(pictures(content)) == len(given)


# --- codes ----------------------------------------------------------------------------------------


def pictures(content: bytes) -> list[bytes]:
    """The PNG of each code in the order of the rows."""
    made = parts(content)
    targets = {
        relation.get("Id"): relation.get("Target", "").lstrip("/")
        for relation in etree.fromstring(made["word/_rels/document.xml.rels"])
    }
    blips = document(content).iter(f"{A}blip")
    return [made[targets[blip.get(f"{R}embed")]] for blip in blips]


def pixels(png: bytes) -> memoryview:
    """A PNG of one grey bit a pixel as a picture of bytes."""
    assert png[24:26] == b"\x01\x00", "one bit, grey"
    width, height = struct.unpack(">2L", png[16:24])
    raw, at = b"", 8
    while at < len(png):
        size, kind = struct.unpack(">L4s", png[at : at + 8])
        raw += png[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += 12 + size
    return memoryview(b"".join(_lines(zlib.decompress(raw), width))).cast("B", (height, width))


def _lines(raw: bytes, width: int) -> Iterator[bytes]:
    stride = (width + 7) // 8 + 1
    above = bytes(stride - 1)
    for start in range(0, len(raw), stride):
        assert raw[start] in (0, 2), "a line as it is, or as its difference from the one above"
        over = above if raw[start] else bytes(stride - 1)
        line = raw[start + 1 : start + stride]
        above = bytes((here + before) % 256 for here, before in zip(line, over, strict=True))
        yield bytes(255 * (above[x // 8] >> (7 - x % 8) & 1) for x in range(width))


def read(png: bytes) -> str:
    (found,) = zxingcpp.read_barcodes(pixels(png))
    return found.text


def test_a_code_opens_the_ready_reply_of_its_unit() -> None:
    units = ["กลุ่มตรวจสอบภายใน", "กองคลัง", "บริษัท A & B <1> จำกัด"]
    codes = [read(png) for png in pictures(sheet(copies(*units)))]
    assert [code.partition("?subject=")[0] for code in codes] == [f"mailto:{EMAIL}"] * 3
    replies = [unquote(code.partition("?subject=")[2]) for code in codes]
    assert replies == [f"รับหนังสือ {NUMBER} {as_printed(unit)}" for unit in units]
    assert all(code.isascii() and " " not in code for code in codes)


def test_without_an_address_a_code_says_which_letter_it_is() -> None:
    (png,) = pictures(sheet([copy(7, "กองคลัง")], email=""))
    assert read(png) == f"{NUMBER}\nลงวันที่ ๒๗ มีนาคม ๒๕๖๖\nกองคลัง\n000000000000"


@each("address", ["a+b&c@example.go.th", "ธุรการ@example.go.th", "%41?x=1@example.go.th"])
def test_an_odd_address_stays_one_address(address: str) -> None:
    (png,) = pictures(sheet(copies("กองคลัง"), email=address))
    mailto, _, subject = read(png).partition("?subject=")
    assert unquote(mailto.removeprefix("mailto:")) == address
    assert unquote(subject) == f"รับหนังสือ {NUMBER} กองคลัง"


@each(
    ("name", "short", "shown"),
    [
        ("กองคลัง", "กค.", "กองคลัง"),
        (LONGEST, "ศวส.", "ศวส."),
        (LONGEST, "", "ลำดับที่ ๑๒"),
        (LONGEST, LONGEST, "ลำดับที่ ๑๒"),
    ],
)
def test_a_name_too_long_for_a_code_gives_way(name: str, short: str, shown: str) -> None:
    code = "".join(code_of(copy(12, name, short=short), EMAIL))
    assert unquote(code).endswith(f" {shown}")
    assert len(code) <= MOST_IN_A_CODE


def test_numbers_of_their_own_stand_in_codes_and_rows() -> None:
    content = sheet([copy(1, "กองคลัง", number="กษ ๑๑๑๓/๖๕๓"), copy(2, "กองแผนงาน", number="กษ ๑๑๑๓/๖๕๔")])
    assert [row[1] for row in rows(content)[1:-1]] == ["กองคลัง\nที่ กษ ๑๑๑๓/๖๕๓", "กองแผนงาน\nที่ กษ ๑๑๑๓/๖๕๔"]
    assert unquote(read(pictures(content)[1])).endswith("รับหนังสือ กษ ๑๑๑๓/๖๕๔ กองแผนงาน")


def test_a_no_break_space_in_a_number_is_a_space_in_the_reply() -> None:
    assert "\u00a0" not in unquote("".join(code_of(copy(1, "ก", number="กษ\u00a0๑๑๑๓/๑"), EMAIL)))


def test_codes_are_large_enough_to_read_and_have_their_own_numbers() -> None:
    made = list(document(sheet(copies("ก", "ข", "ค"))).iter(f"{WP}inline"))
    sizes = {(node.get("cx"), node.get("cy")) for drawing in made for node in drawing.iter(f"{WP}extent")}
    assert sizes == {(str(QR_MM * 36000), str(QR_MM * 36000))}
    assert QR_MM >= 20
    assert len({node.get("id") for drawing in made for node in drawing.iter(f"{WP}docPr")}) == 3


def test_the_largest_code_keeps_a_quarter_of_a_millimetre_a_module() -> None:
    """The longest text in the letters that pack worst, at the size at which it is printed."""
    long = copy(1, "ก" * 52, number="")
    code = "".join(code_of(long, EMAIL))
    assert MOST_IN_A_CODE - 20 < len(code) <= MOST_IN_A_CODE
    (png,) = pictures(sheet([long]))
    assert read(png) == code
    assert QR_MM / (struct.unpack(">L", png[16:20])[0] / 4) > 0.25


def test_three_hundred_codes_stay_a_small_file() -> None:
    content = sheet(copies(*(f"{LONGEST[: n % 49 + 1]} {n}" for n in range(300))))
    assert len(pictures(content)) == 300
    assert len(content) < 600_000
