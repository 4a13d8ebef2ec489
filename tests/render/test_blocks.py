"""Paragraphs, tables and QR codes as WordprocessingML."""

from __future__ import annotations

import io
import zlib
from dataclasses import replace
from typing import Any

import pytest
from cases import each
from lxml import etree

from memogen.model import Align, Block, Paragraph, QrCode, Role, Run, Span, Table
from memogen.ooxml import NAMESPACES, twips
from memogen.render.blocks import (
    Styles,
    body,
    body_xml,
    paragraph_xml,
    qr_pictures,
    qr_png,
    qr_xml,
    runs_xml,
    table_xml,
)
from memogen.render.columns import column_widths
from memogen.render.values import Blocks

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
STYLES = Styles({name: f"S{n}" for n, name in enumerate((*Role, "เน้น", "บรรทัดคั่น", "ตารางหนังสือ"))})
TEXT_WIDTH = twips(160)


def parsed(xml: str) -> etree._Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")


def table_of(*rows: tuple[str, ...], aligns: tuple[Align, ...] = ()) -> Table:
    head, *body = (tuple((Run(text),) for text in row) for row in rows)
    return Table(head, tuple(body), aligns or (Align.LEFT,) * len(head))


def texts(element: etree._Element) -> list[str]:
    return ["".join(node.text or "" for node in part.iter(f"{W}t")) for part in element.iter(f"{W}p")]


# --- paragraphs -----------------------------------------------------------------------------------


@each("role", Role)
def test_a_paragraph_has_the_style_of_its_role(role: Role) -> None:
    xml = paragraph_xml(Paragraph(role, (Run("ก"),)), STYLES)
    style = parsed(xml).find(f".//{W}pStyle")
    assert style is not None
    assert style.get(f"{W}val") == STYLES[role]


def test_bold_runs_have_the_style_of_emphasis_and_plain_ones_none() -> None:
    runs = parsed(runs_xml((Run("ก"), Run("ข", bold=True)), STYLES)).findall(f"{W}r")
    assert [run.find(f"{W}rPr/{W}rStyle") is not None for run in runs] == [False, True]


def test_a_style_that_the_template_lacks_is_left_out() -> None:
    assert "pStyle" not in paragraph_xml(Paragraph(Role.BODY, (Run("ก"),)), Styles({}))


def test_the_body_keeps_its_order_and_its_end_with_the_signature() -> None:
    blocks: list[Block] = [Paragraph(Role.BODY, (Run(text),)) for text in "กขค"]
    blocks.insert(1, table_of(("ง",), ("จ",)))
    body = parsed(body_xml(blocks, STYLES))
    assert texts(body) == ["ก", "", "ง", "จ", "ข", "ค"]
    kept = [node.find(f"{W}pPr/{W}keepNext") is not None for node in body.findall(f"{W}p")]
    assert kept == [False, True, True, True]  # the second one stands between a text and its table


def held_rows(body: etree._Element) -> list[bool]:
    return [row.find(f".//{W}keepNext") is not None for row in body.findall(f".//{W}tr")][1:]


@pytest.mark.parametrize(
    ("rows", "after", "held"),
    [
        (4, 0, [True, False, True, True]),
        (4, 1, [True, False, True, True]),
        (4, 2, [True, False, True, False]),
        (2, 2, [True, False]),
        (1, 2, [False]),
        (1, 1, [True]),
    ],
)
def test_low_rows_are_not_left_alone_and_the_last_ones_stay_with_the_signature(
    rows: int, after: int, held: list[bool]
) -> None:
    texts = [Paragraph(Role.BODY, (Run("ก"),))] * after
    table = table_of(("หัว",), *[("ข",)] * rows)
    assert held_rows(parsed(body_xml([table, *texts], STYLES))) == held


def test_a_high_row_is_not_held_to_the_next() -> None:
    table = table_of(("หัว",), ("ข " * 400,), ("ค",), ("ง " * 400,))
    assert held_rows(parsed(table_xml(table, STYLES))) == [False, False, False]


def test_the_body_for_a_tag_is_the_same_encoded() -> None:
    blocks: list[Block] = [Paragraph(Role.BODY, (Run("A & B\n<ก>"),)), table_of(("ง",), ("จ\u00a0ฉ",))]
    assert body(blocks, STYLES) == body_xml(blocks, STYLES).encode()
    assert isinstance(body(blocks, STYLES), Blocks)


@each("char", ["\0", "\x1f", "\ud800", "\u202e", "\uffff"], ids=ascii)
@each("wrap", [lambda text: Paragraph(Role.BODY, (Run(text),)), lambda text: table_of((text,))])
def test_a_body_that_no_document_can_hold_is_left_to_be_refused(char: str, wrap: Any) -> None:
    blocks = [Paragraph(Role.BODY, (Run("ก"),)), wrap(f"ก{char}")]
    assert not isinstance(body(blocks, STYLES), Blocks)
    assert char in body(blocks, STYLES)


# --- tables ---------------------------------------------------------------------------------------


@each("columns", [1, 2, 3, 7, 12, 20])
def test_widths_add_up_to_the_text_width(columns: int) -> None:
    table = table_of(tuple("ก" * (n + 1) for n in range(columns)), tuple("ข" * 90 for _ in range(columns)))
    widths = column_widths(table)
    assert min(widths) > 0
    assert abs(sum(widths) - TEXT_WIDTH) <= columns


def test_widths_are_the_same_in_grid_cells_and_table() -> None:
    table = parsed(table_xml(table_of(("ก", "ข" * 30), ("ค", "ง")), STYLES)).find(f"{W}tbl")
    assert table is not None
    grid = [int(node.get(f"{W}w") or 0) for node in table.iter(f"{W}gridCol")]
    for row in table.iter(f"{W}tr"):
        assert [int(node.get(f"{W}w") or 0) for node in row.iter(f"{W}tcW")] == grid
    whole = table.find(f"{W}tblPr/{W}tblW")
    assert whole is not None
    assert whole.get(f"{W}w") == str(sum(grid))


def test_a_column_of_long_text_is_wider() -> None:
    short, long = column_widths(table_of(("ลำดับ", "เรื่อง"), ("๑", "ก" * 60)))
    assert long > 2 * short


def test_marks_above_and_below_take_no_room() -> None:
    plain, marked = column_widths(table_of(("กกกกกกกกกก", "กี่กี่กี่กี่กี่กี่กี่กี่กี่กี่"), ("ก" * 20, "กี่" * 20)))
    assert plain == marked


@each("text", ["éèà", "漢字", "😀", "\ud800", "ก\u00a0", "\u00a0\u00a0"], ids=ascii)
def test_letters_of_any_script_have_a_width(text: str) -> None:
    assert abs(sum(column_widths(table_of(("ก", "ข"), (text, text * 9)))) - TEXT_WIDTH) <= 2


def test_where_room_is_scarce_columns_have_what_no_line_may_end_in() -> None:
    """A held phrase, a Latin word, and of Thai before a no-break space only the last word."""
    texts = ("๓๐\u00a0กันยายน\u00a0๒๕๖๖", "Infrastructures", "ก" * 30 + "\u00a0๑", *("ค" * 40,) * 6)
    date, word, leading, *others = column_widths(table_of(("ก",) * 9, texts))
    assert word > date > leading > others[0]


def test_an_empty_table_still_has_columns() -> None:
    empty = Table(((), ()), (((), ()),), (Align.LEFT, Align.LEFT))
    assert abs(sum(column_widths(empty)) - TEXT_WIDTH) <= 2
    assert texts(parsed(table_xml(empty, STYLES))) == [""] * 5


def test_only_the_head_is_repeated_on_each_page_and_no_row_is_torn() -> None:
    rows = list(parsed(table_xml(table_of(("ก",), ("ข",), ("ค",)), STYLES)).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_every_cell_ends_with_a_paragraph() -> None:
    qr = qr_xml([QrCode("ก", "https://example.go.th")] * 5, STYLES)
    for xml in (table_xml(table_of(("ก", ""), ("", "ข")), STYLES), qr):
        assert {cell[-1].tag for cell in parsed(xml).iter(f"{W}tc")} == {f"{W}p"}


def test_two_tables_in_a_row_are_parted_by_a_line() -> None:
    table = table_of(("ก",))
    tags = [etree.QName(node).localname for node in parsed(body_xml([table, table], STYLES))]
    assert tags == ["p", "tbl", "p", "tbl"]


def test_columns_stand_as_the_letter_asks_and_heads_as_the_style_does() -> None:
    aligns = (Align.LEFT, Align.CENTRE, Align.RIGHT)
    rows = list(
        parsed(table_xml(table_of(("ก", "ข", "ค"), ("๑", "๒", "๓"), aligns=aligns), STYLES)).iter(f"{W}tr")
    )
    sides = [[node.get(f"{W}val") for node in row.iter(f"{W}jc")] for row in rows]
    assert sides == [[], ["center", "right"]]


@each("value", ["A & B", "<ฝ่าย>", "ก\nข", "ก | ข", "{{ ก }}", " ก "])
def test_a_cell_holds_its_text_as_it_is(value: str) -> None:
    (_gap, _head, cell) = parsed(table_xml(table_of(("ก",), (value,)), STYLES)).iter(f"{W}p")
    shown = "".join(
        "\n" if node.tag == f"{W}br" else node.text or "" for node in cell.iter(f"{W}t", f"{W}br")
    )
    assert shown == value


def cells_of(xml: str) -> list[list[etree._Element]]:
    return [row.findall(f"{W}tc") for row in parsed(xml).iter(f"{W}tr")]


def test_cells_made_one_downward_begin_in_the_first_row_and_go_on() -> None:
    table = replace(table_of(("ก", "ข"), ("ค", "ง"), ("", "จ"), ("ฉ", "ช")), spans=(Span(0, 0, down=2),))
    rows = cells_of(table_xml(table, STYLES))
    assert [len(row) for row in rows] == [2] * 4
    merges = [[cell.find(f"{W}tcPr/{W}vMerge") for cell in row] for row in rows]
    assert [[None if merge is None else merge.get(f"{W}val", "on") for merge in row] for row in merges] == [
        [None, None],
        ["restart", None],
        ["on", None],
        [None, None],
    ]


def test_cells_made_one_sideways_are_one_cell_as_wide_as_all() -> None:
    table = replace(table_of(("ก", "ข", "ค"), ("รวม", "", "๕")), spans=(Span(0, 0, across=2),))
    widths = column_widths(table)
    _head, (total, last) = cells_of(table_xml(table, STYLES))
    span, width = total.find(f"{W}tcPr/{W}gridSpan"), total.find(f"{W}tcPr/{W}tcW")
    assert span is not None
    assert width is not None
    assert (span.get(f"{W}val"), width.get(f"{W}w")) == ("2", str(widths[0] + widths[1]))
    assert (texts(total), texts(last)) == (["รวม"], ["๕"])


@each(
    ("text", "paragraphs"),
    [
        ("ดังนี้\n- ก\n- ข", ["ดังนี้", "- ก", "- ข"]),
        ("๑. ก\n(๒) ข", ["๑. ก", "(๒) ข"]),
        ("๑.ก", ["๑.ก"]),
        ("๑.\u00a0ก\nต่อ", ["๑.\u00a0ก", "ต่อ"]),
    ],
)
def test_items_in_a_cell_are_paragraphs_whose_text_hangs_under_itself(
    text: str, paragraphs: list[str]
) -> None:
    _head, (cell,) = cells_of(table_xml(table_of(("ก",), (text,)), STYLES))
    assert texts(cell) == paragraphs
    hanging = [node.find(f"{W}pPr/{W}ind") is not None for node in cell.iter(f"{W}p")]
    assert hanging == [line[0] in "-๑(" for line in paragraphs]


@each("text", ["-", "-๕", "- ", "๑.๕ ล้านบาท", "๑๕.๓๐ น.", "๒๗ มีนาคม", "ก - ข", "ก\nข"])
def test_other_lines_of_a_cell_stay_one_paragraph(text: str) -> None:
    _head, (cell,) = cells_of(table_xml(table_of(("ก",), (text,)), STYLES))
    assert len(texts(cell)) == 1
    assert cell.find(f".//{W}ind") is None


def test_a_row_that_fills_half_a_page_may_be_broken() -> None:
    long = table_of(("ก", "ข"), ("ค" * 2000, "ง"), ("\n" * 30, "ง"), ("ค", "ง"))
    rows = list(parsed(table_xml(long, STYLES)).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, False, False, True]


def test_numbers_are_never_broken_where_room_is_scarce() -> None:
    aligns = (Align.RIGHT, *(Align.LEFT,) * 6)
    widths = column_widths(table_of(("ก",) * 7, ("๑๒,๓๙๗,๑๓๙,๐๐๐.๕๐", *("ค" * 90,) * 6), aligns=aligns))
    assert widths[0] > max(widths[1:])


def test_a_table_fills_the_width_that_it_is_given() -> None:
    assert abs(sum(column_widths(table_of(("ก", "ข"), ("ค", "ง")), 257)) - twips(257)) <= 2


# --- QR codes -------------------------------------------------------------------------------------


def codes(count: int) -> list[QrCode]:
    return [QrCode(f"แบบ {n} & <ก>", f"https://example.go.th/{n}?a=1&b=2") for n in range(count)]


def pixels(png: bytes) -> list[list[bool]]:
    """The dark modules of a 1-bit grey PNG with 8 pixels a module and a border of two modules."""
    width = int.from_bytes(png[16:20], "big")
    assert png[24:26] == b"\x01\x00", "one bit, grey"
    at, data = 8, b""
    while at < len(png):
        size, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        data += png[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += 12 + size
    raw, stride = zlib.decompress(data), (width + 7) // 8 + 1
    lines = [bytes(stride - 1)]
    for start in range(0, len(raw), stride):
        assert raw[start] in (0, 2), "a line as it is, or as its difference from the one above"
        above = lines[-1] if raw[start] else bytes(stride - 1)
        line = raw[start + 1 : start + stride]
        lines.append(bytes((here + over) % 256 for here, over in zip(line, above, strict=True)))
    bits = [[not line[x // 8] >> (7 - x % 8) & 1 for x in range(4, width, 8)] for line in lines[5::8]]
    return [row[2:-2] for row in bits[2:-2]]


@each("address", ["https://example.go.th/a?b=1&c=2", "https://example.go.th/แบบ"])
def test_the_picture_is_the_code_of_the_address(address: str) -> None:
    import segno

    code = segno.make(address, error="m", micro=False)
    assert pixels(qr_png(address)) == [[bool(module) for module in row] for row in code.matrix]
    assert code.error in "MQH"


def test_the_same_address_gives_the_same_bytes() -> None:
    assert qr_png("https://example.go.th") == qr_png("https://example.go.th")
    assert qr_png("https://example.go.th") != qr_png("https://example.go.th/1")


def test_a_memo_without_codes_has_no_table() -> None:
    assert (qr_xml([], STYLES), qr_pictures([])) == ("", {})


@each(("count", "rows", "columns"), [(1, 1, 1), (2, 1, 2), (4, 1, 4), (5, 2, 4)])
def test_codes_stand_side_by_side_four_in_a_row(count: int, rows: int, columns: int) -> None:
    table = parsed(qr_xml(codes(count), STYLES))
    assert [len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")] == [columns] * rows
    widths = [int(node.get(f"{W}w") or 0) for node in table.iter(f"{W}gridCol")]
    assert len(widths) == columns
    assert abs(sum(widths) - TEXT_WIDTH) <= columns


@each("count", [1, 4, 5])
def test_each_code_has_its_picture_and_its_caption(count: int) -> None:
    pictures = qr_pictures(codes(count))
    table = parsed(qr_xml(codes(count), STYLES))
    used = [node.get(f"{R}embed") for node in table.iter(f"{A}blip")]
    assert used == list(pictures)
    assert len({part for part, _png in pictures.values()}) == count
    assert [png for _part, png in pictures.values()] == [qr_png(code.address) for code in codes(count)]
    assert [text for text in texts(table) if text] == [code.caption for code in codes(count)]
    assert [node.get("descr") for node in table.iter(f"{WP}docPr")] == [code.address for code in codes(count)]


def test_every_picture_has_its_own_number() -> None:
    numbers = [node.get("id") for node in parsed(qr_xml(codes(9), STYLES)).iter(f"{WP}docPr")]
    assert len(set(numbers)) == 9
    assert "1" not in numbers, "the emblem of the template"


def test_pictures_are_png_files() -> None:
    for _part, png in qr_pictures(codes(2)).values():
        assert io.BytesIO(png).read(8) == b"\x89PNG\r\n\x1a\n"
