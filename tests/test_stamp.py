"""The receipt stamp: its words, its place on DOCX and PDF copies, and what it refuses."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import date, time
from functools import cache
from random import Random

import pytest
from cases import each
from lxml import etree
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    RectangleObject,
    TextStringObject,
)

from memogen.errors import InputError
from memogen.opc import read_package, write_package
from memogen.stamp import PLACE, Place, ReceiptStamp, lines, overlay_pdf, stamp_docx, stamp_page_docx

STAMP = ReceiptStamp("กรมตัวอย่าง", "๔๕", date(2023, 3, 27), time(9, 30))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MAIN = "word/document.xml"
MM = 72 / 25.4
TOP = PLACE.top_mm


def refusal(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


# ---- what it says


def test_the_stamp_says_agency_number_day_and_time() -> None:
    assert lines(STAMP) == ("กรมตัวอย่าง", "เลขรับ ๔๕", "วันที่ ๒๗ มี.ค. ๒๕๖๖", "เวลา ๐๙.๓๐ น.")


@each("typed", [" กรม\nตัวอย่าง ", "กรม\x01 ตัวอย่าง\u202e"])
def test_the_agency_stands_on_one_line_however_it_was_typed(typed: str) -> None:
    assert lines(ReceiptStamp(typed, "๑", STAMP.on, STAMP.at))[0] == "กรม ตัวอย่าง"


def test_the_stamp_is_two_and_a_half_by_five_centimetres_in_the_top_right_corner() -> None:
    assert Place(top_mm=7, right_mm=10, width_mm=50, height_mm=25) == PLACE


@each(
    ("agency", "shown", "half_points"),
    [
        ("กรมตัวอย่าง", ["กรมตัวอย่าง"], 28),
        ("สำนักงานคณะกรรมการตัวอย่าง", ["สำนักงานคณะกรรมการตัวอย่าง"], 28),
        ("สำนักงานคณะกรรมการตัวอย่างขั้นพื้นฐาน", ["สำนักงานคณะกรรมการตัวอย่างขั้นพื้นฐาน"], 22),
        ("กองตัวอย่างและแผนงานที่หนึ่ง กรมตัวอย่าง", ["กองตัวอย่างและแผนงานที่หนึ่ง", "กรมตัวอย่าง"], 24),
        ("ก" * 80, ["ก" * 80], 20),
    ],
)
def test_a_long_name_gets_smaller_letters_or_a_second_line(
    agency: str, shown: list[str], half_points: int
) -> None:
    stamp = ReceiptStamp(agency, "๑", STAMP.on, STAMP.at)
    root = etree.fromstring(read_package(stamp_page_docx(stamp), file="")[MAIN])
    head = next(root.iter(f"{W}txbxContent"))[0]
    said = "".join("\n" if e.tag == f"{W}br" else e.text or "" for e in head.iter(f"{W}t", f"{W}br"))
    assert said.split("\n") == shown
    sizes = {e.get(f"{W}val") for e in head.iter(f"{W}sz", f"{W}szCs")}
    assert sizes == {str(half_points)}


def test_a_name_that_fills_more_than_the_box_is_refused() -> None:
    with pytest.raises(InputError) as error:
        stamp_page_docx(ReceiptStamp("ก" * 200, "๑", STAMP.on, STAMP.at))
    assert refusal(error) == ["Y12"]


# ---- on Word documents


@cache
def plain_docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading("หนังสือตัวอย่าง", level=1)
    document.add_paragraph("เรียน อธิบดีกรมตัวอย่าง")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def docx(body: str, *, root: str = "", others: Mapping[str, bytes] | None = None) -> bytes:
    """A document with this body (python-docx's other parts), and `others` added or put in place."""
    text = f'<w:document xmlns:w="{W[1:-1]}" {root}><w:body>{body}</w:body></w:document>'
    return with_parts(**{MAIN: text.encode(), **(others or {})})


def with_parts(**parts: bytes) -> bytes:
    return write_package({**read_package(plain_docx(), file=""), **parts})


def stamped(content: bytes, stamp: ReceiptStamp = STAMP) -> etree._Element:
    return etree.fromstring(read_package(stamp_docx(content, stamp, file="a.docx"), file="")[MAIN])


def text_of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def outer_mm(root: etree._Element, index: int = 0) -> tuple[float, float, float, float]:
    """Left, top, width and height of a stamp with its frame's line."""
    anchor = list(root.iter(f"{WP}anchor"))[index]
    left, top = (int(e.text or "") / 36_000 for e in anchor.iter(f"{WP}posOffset"))
    extent = next(anchor.iter(f"{WP}extent"))
    pen = 25.4 / 72
    return (
        left - pen / 2,
        top - pen / 2,
        int(extent.get("cx", "")) / 36_000 + pen,
        int(extent.get("cy", "")) / 36_000 + pen,
    )


def near(*values: float) -> object:
    return pytest.approx(values, abs=0.05)


SECTION = '<w:sectPr><w:pgSz w:w="{}" w:h="{}"/></w:sectPr>'
A4 = SECTION.format(11906, 16838)
P = "<w:p><w:r><w:t>ข้อความ</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("section", "left_mm"),
    [
        (A4, 150),
        (SECTION.format(16838, 11906), 237),
        (SECTION.format("210mm", "29.7cm"), 150),
        ("<w:sectPr/>", 155.9),
        ("", 155.9),
    ],
    ids=["a4", "landscape", "measures with units", "no size", "no section"],
)
def test_the_box_stands_a_centimetre_from_the_right_and_the_top_of_the_paper(
    section: str, left_mm: float
) -> None:
    assert outer_mm(stamped(docx(P + section))) == near(left_mm, TOP, 50, 25)


def test_the_first_sections_paper_counts() -> None:
    first = f"<w:p><w:pPr>{SECTION.format(16838, 11906)}</w:pPr></w:p>"
    assert outer_mm(stamped(docx(first + P + A4))) == near(237, TOP, 50, 25)


def test_every_other_part_keeps_its_bytes() -> None:
    before = read_package(plain_docx(), file="")
    after = read_package(stamp_docx(plain_docx(), STAMP, file=""), file="")
    assert {name for name in before if before[name] != after[name]} == {MAIN}
    assert set(after) == set(before)


def test_the_main_part_gains_one_run_and_loses_nothing() -> None:
    root = stamped(plain_docx())
    run = next(root.iter(f"{MC}AlternateContent")).getparent()
    assert run is not None
    paragraph = run.getparent()
    assert paragraph is not None
    assert [child.tag for child in paragraph][:2] == [f"{W}pPr", f"{W}r"]
    assert paragraph is root[0][0]
    paragraph.remove(run)
    before = etree.fromstring(read_package(plain_docx(), file="")[MAIN])
    assert etree.tostring(root, method="c14n") == etree.tostring(before, method="c14n")


def test_the_box_floats_before_the_text_and_moves_none() -> None:
    anchor = next(stamped(plain_docx()).iter(f"{WP}anchor"))
    assert anchor.get("behindDoc") == "0"
    assert anchor.find(f"{WP}wrapNone") is not None
    assert next(anchor.iter("{*}spPr")).find("{*}noFill") is not None


def test_both_drawings_say_the_four_lines_in_the_letters_font() -> None:
    for content in stamped(plain_docx()).iter(f"{W}txbxContent"):
        assert tuple(text_of(p) for p in content) == lines(STAMP)
        assert {font.get(f"{W}cs") for font in content.iter(f"{W}rFonts")} == {"TH SarabunPSK"}


@pytest.mark.parametrize(
    "first",
    [
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        f"<w:sdt><w:sdtContent>{P}</w:sdtContent></w:sdt>",
        '<w:p><w:pPr><w:framePr w:w="100"/></w:pPr></w:p>',
        "",
    ],
    ids=["table", "content control", "frame", "nothing"],
)
def test_where_no_free_paragraph_comes_first_a_paragraph_of_no_height_does(first: str) -> None:
    content = docx(f'<w:bookmarkStart w:id="0" w:name="a"/>{first}{A4}')
    body = stamped(content)[0]
    own = next(body.iter(f"{W}p"))
    assert own.getparent() is body
    spacing = own.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert (spacing.get(f"{W}line"), spacing.get(f"{W}lineRule")) == ("1", "exact")
    assert len(list(own.iter(f"{WP}anchor"))) == 1
    body.remove(own)
    before = etree.fromstring(read_package(content, file="")[MAIN])[0]
    assert etree.tostring(body, method="c14n") == etree.tostring(before, method="c14n")


def test_its_id_is_new_among_the_drawings_of_all_parts() -> None:
    drawing = f'<wp:inline xmlns:wp="{WP[1:-1]}"><wp:docPr name="x" id="7"/></wp:inline>'
    anchor = f"<w:r><w:drawing>{drawing}</w:drawing></w:r>"
    header = f'<w:hdr xmlns:w="{W[1:-1]}"><w:p>{anchor.replace("7", "41")}</w:p></w:hdr>'
    root = stamped(docx(f"<w:p>{anchor}</w:p>{A4}", others={"word/header9.xml": header.encode()}))
    assert [e.get("id") for e in root.iter(f"{WP}docPr")] == ["42", "7"]


@each(
    "declared",
    [f'xmlns:shape="{WPS}"', 'xmlns:wps="urn:something-else"', f'xmlns:wps="{WPS}" xmlns:v="urn:x"'],
)
def test_the_prefix_that_word_must_understand_means_the_text_box(declared: str) -> None:
    choice = next(stamped(docx(P + A4, root=declared)).iter(f"{MC}Choice"))
    assert choice.nsmap[choice.get("Requires", "")] == WPS


def test_a_second_stamp_stands_under_the_first() -> None:
    twice = stamp_docx(stamp_docx(docx(P + A4), STAMP, file=""), STAMP, file="")
    root = etree.fromstring(read_package(twice, file="")[MAIN])
    assert sorted(outer_mm(root, index)[1] for index in (0, 1)) == near(TOP, TOP + 26)
    assert sorted(e.get("id", "") for e in root.iter(f"{WP}docPr")) == ["1", "2"]


def test_markup_in_a_name_is_only_text() -> None:
    root = stamped(plain_docx(), ReceiptStamp('กอง A & B <"ค">', "๑", STAMP.on, STAMP.at))
    assert text_of(next(root.iter(f"{W}txbxContent"))[0]) == 'กอง A & B <"ค">'
    assert next(root.iter(f"{WP}docPr")).get("descr", "").startswith('กอง A & B <"ค">')


def test_the_same_letter_and_stamp_give_the_same_bytes() -> None:
    assert stamp_docx(plain_docx(), STAMP, file="") == stamp_docx(plain_docx(), STAMP, file="")


SETTINGS = '<w:settings xmlns:w="' + W[1:-1] + '">{}</w:settings>'


@each(
    "protection",
    [
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
        '<w:documentProtection w:edit="forms" w:enforcement="true"/>',
        '<w:writeProtection w:hashValue="AAAA"/>',
    ],
)
def test_a_protected_document_is_refused(protection: str) -> None:
    with pytest.raises(InputError) as error:
        stamp_docx(with_parts(**{"word/settings.xml": SETTINGS.format(protection).encode()}), STAMP, file="")
    assert refusal(error) == ["K18"]


@each(
    "protection",
    ['<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', '<w:writeProtection w:recommended="1"/>'],
)
def test_advice_to_open_for_reading_and_protection_switched_off_do_not_stop_it(protection: str) -> None:
    content = with_parts(**{"word/settings.xml": SETTINGS.format(protection).encode()})
    assert len(list(stamped(content).iter(f"{WP}anchor"))) == 1


def test_a_signed_document_is_refused() -> None:
    with pytest.raises(InputError) as error:
        stamp_docx(with_parts(**{"_xmlsignatures/sig1.xml": b"<Signature/>"}), STAMP, file="a.docx")
    assert refusal(error) == ["K17"]
    assert error.value.findings[0].file == "a.docx"


@each(
    ("content", "code"),
    [
        (b"", "K01"),
        (b"%PDF-1.7", "K01"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0\0", "K04"),
    ],
)
def test_what_is_no_word_file_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(InputError) as error:
        stamp_docx(content, STAMP, file="")
    assert refusal(error) == [code]


@pytest.mark.parametrize(
    "main",
    [
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
        b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>',
        f'<w:document xmlns:w="{W[1:-1]}"/>'.encode(),
    ],
    ids=["workbook", "strict", "no body"],
)
def test_what_is_no_ordinary_word_document_is_refused(main: bytes) -> None:
    with pytest.raises(InputError) as error:
        stamp_docx(with_parts(**{MAIN: main}), STAMP, file="")
    assert refusal(error) == ["K19"]


def test_a_package_without_a_main_part_is_refused() -> None:
    parts = read_package(plain_docx(), file="")
    del parts[MAIN]
    with pytest.raises(InputError) as error:
        stamp_docx(write_package(parts), STAMP, file="")
    assert refusal(error) == ["K19"]


def test_paper_smaller_than_the_stamp_is_refused() -> None:
    with pytest.raises(InputError) as error:
        stamp_docx(docx(P + SECTION.format(3300, 16838)), STAMP, file="")
    assert refusal(error) == ["Y11"]


def test_the_stamps_own_page_is_as_large_as_the_stamp() -> None:
    root = etree.fromstring(read_package(stamp_page_docx(STAMP), file="")[MAIN])
    size = next(root.iter(f"{W}pgSz"))
    assert (int(size.get(f"{W}w", "")), int(size.get(f"{W}h", ""))) == (2835, 1417)
    assert outer_mm(root) == near(0, 0, 50, 25)


# ---- on PDFs


def pdf(*pages: PageObject) -> bytes:
    writer = PdfWriter()
    for page in pages:
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def page(content: str = "", *, width_mm: float = 210, height_mm: float = 297, **keys: object) -> PageObject:
    made = PageObject.create_blank_page(width=width_mm * MM, height=height_mm * MM)
    if content:
        stream = DecodedStreamObject()
        stream.set_data(content.encode())
        made[NameObject("/Contents")] = stream
    for key, value in keys.items():
        made[NameObject(f"/{key}")] = value
    return made


SOLID = pdf(page("0.12 0.22 0.39 rg 0 0 9999 9999 re f", width_mm=50, height_mm=25))
"""A stamp that is all ink."""
CORNER = pdf(page("0 g 0 0 9999 9999 re f 1 g 0 0 70.87 70.87 re f", width_mm=50, height_mm=25))
"""A stamp whose left half is white, so that turning it shows."""


def ink_mm(content: bytes, number: int = 0, scale: float = 4) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of all that is not white on a page as a reader sees it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    bitmap = document[number].render(scale=scale, grayscale=True)
    data, width = bytes(bitmap.buffer), bitmap.width
    rows = [data[start : start + width] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)]
    document.close()
    inked = [(index, row) for index, row in enumerate(rows) if row.strip(b"\xff")]
    if not inked:
        return None
    left = min(len(row) - len(row.lstrip(b"\xff")) for _, row in inked)
    right = max(len(row.rstrip(b"\xff")) for _, row in inked)
    top, bottom = inked[0][0], inked[-1][0] + 1
    return tuple(pixels / scale / MM for pixels in (left, top, right - left, bottom - top))  # type: ignore[return-value]


def rectangle(left: float, bottom: float, right: float, top: float) -> ArrayObject:
    return ArrayObject(FloatObject(mm * MM) for mm in (left, bottom, right, top))


@each("turn", [0, 90, 180, 270, -90, 450])
def test_the_stamp_is_top_right_however_the_page_is_turned(turn: int) -> None:
    made = overlay_pdf(pdf(page(Rotate=FloatObject(turn))), SOLID, file="a.pdf")
    wide = 297 if turn % 180 else 210
    assert ink_mm(made) == pytest.approx((wide - 60, TOP, 50, 25), abs=0.2)


@each("turn", [0, 90, 180, 270])
def test_the_stamp_stands_upright_however_the_page_is_turned(turn: int) -> None:
    made = overlay_pdf(pdf(page(Rotate=FloatObject(turn))), CORNER, file="a.pdf")
    wide = 297 if turn % 180 else 210
    assert ink_mm(made) == pytest.approx((wide - 35, TOP, 25, 25), abs=0.2)


@each("turn", [0, 90, 180, 270])
def test_a_cropped_sheet_is_stamped_within_what_is_shown(turn: int) -> None:
    sheet = page(
        MediaBox=rectangle(-20, -30, 250, 300),
        CropBox=rectangle(10, 20, 230, 280),
        Rotate=FloatObject(turn),
    )
    wide = 260 if turn % 180 else 220
    made = overlay_pdf(pdf(sheet), SOLID, file="a.pdf")
    assert ink_mm(made) == pytest.approx((wide - 60, TOP, 50, 25), abs=0.2)


def test_a_crop_box_larger_than_the_sheet_counts_only_within_it() -> None:
    sheet = page(CropBox=rectangle(-50, -50, 400, 400))
    made = overlay_pdf(pdf(sheet), SOLID, file="a.pdf")
    assert ink_mm(made) == pytest.approx((150, TOP, 50, 25), abs=0.2)


def test_corners_of_the_sheet_may_be_named_the_other_way_round() -> None:
    sheet = page(MediaBox=rectangle(210, 297, 0, 0))
    made = overlay_pdf(pdf(sheet), SOLID, file="a.pdf")
    assert ink_mm(made) == pytest.approx((150, TOP, 50, 25), abs=0.2)


def test_a_page_with_a_larger_unit_gets_a_stamp_of_the_same_size() -> None:
    sheet = page(width_mm=105, height_mm=148.5, UserUnit=FloatObject(2))
    drawn = contents_of(overlay_pdf(pdf(sheet), SOLID, file="a.pdf"))
    numbers = re.findall(rb"q ([-\d. ]+) cm /MemogenStamp1", drawn)[0].split()
    a, b, c, d, e, f = map(float, numbers)
    assert (a, b, c, d) == (0.5, 0, 0, 0.5)
    assert (e / MM, f / MM) == pytest.approx((75, (297 - TOP - 25) / 2), abs=0.01)


@each(
    "content",
    [
        "",
        "q 0.5 0 0 0.5 30 30 cm",
        "q q q 3 0 0 3 0 0 cm",
        "Q Q 2 0 0 2 9 9 cm",
        "q Q Q 0.1 0 0 0.1 0 0 cm q q",
        "0 0 1 1 re W n 5 0 0 5 0 0 cm",
    ],
)
def test_whatever_the_page_has_set_before_does_not_reach_the_stamp(content: str) -> None:
    made = overlay_pdf(pdf(page(content)), SOLID, file="a.pdf")
    assert ink_mm(made) == pytest.approx((150, TOP, 50, 25), abs=0.2)


@each("wrong", [b"", b"%%EOF", b"%PDF-1.7\n%%EOF", b"PK\3\4 no pdf %%EOF", b"<html></html>"])
def test_what_is_no_pdf_is_refused(wrong: bytes) -> None:
    with pytest.raises(InputError) as error:
        overlay_pdf(wrong, SOLID, file="a.pdf")
    assert refusal(error) == ["Y08"]
    assert error.value.findings[0].file == "a.pdf"


def test_a_pdf_cut_short_is_refused() -> None:
    whole = pdf(page("0 g"), page())
    for end in range(0, len(whole) - 6, 40):
        with pytest.raises(InputError) as error:
            overlay_pdf(whole[:end], SOLID, file="a.pdf")
        assert refusal(error) == ["Y08"]


def test_a_pdf_without_pages_is_refused() -> None:
    with pytest.raises(InputError) as error:
        overlay_pdf(pdf(), SOLID, file="a.pdf")
    assert refusal(error) == ["Y08"]


@each("password", ["", "secret"])
def test_an_encrypted_pdf_is_refused_with_or_without_a_password_for_reading(password: str) -> None:
    writer = PdfWriter()
    writer.add_page(page())
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(InputError) as error:
        overlay_pdf(out.getvalue(), SOLID, file="a.pdf")
    assert refusal(error) == ["Y09"]


def form_pdf(*, signed: bool) -> bytes:
    writer = PdfWriter()
    writer.add_page(page())
    field = DictionaryObject(
        {NameObject("/FT"): NameObject("/Sig"), NameObject("/T"): TextStringObject("ลายมือชื่อ")}
    )
    if signed:
        field[NameObject("/V")] = DictionaryObject({NameObject("/Type"): NameObject("/Sig")})
    fields = ArrayObject([writer._add_object(field)])
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_digitally_signed_pdf_is_refused() -> None:
    with pytest.raises(InputError) as error:
        overlay_pdf(form_pdf(signed=True), SOLID, file="a.pdf")
    assert refusal(error) == ["Y10"]


def test_an_empty_place_for_a_signature_does_not_stop_it() -> None:
    assert ink_mm(overlay_pdf(form_pdf(signed=False), SOLID, file="a.pdf")) is not None


def test_a_page_smaller_than_the_stamp_is_refused() -> None:
    with pytest.raises(InputError) as error:
        overlay_pdf(pdf(page(width_mm=59)), SOLID, file="a.pdf")
    assert refusal(error) == ["Y11"]


def shared() -> bytes:
    """Two pages with one content stream and one dictionary of resources, which stand in their parent."""
    writer = PdfWriter()
    for _ in range(2):
        writer.add_page(page())
    stream = DecodedStreamObject()
    stream.set_data(b"q 1 0 0 1 0 0 cm 0 0 1 rg 20 20 30 30 re f Q")
    content = writer._add_object(stream)
    resources = writer._add_object(DictionaryObject({NameObject("/XObject"): DictionaryObject()}))
    for one in writer.pages:
        one[NameObject("/Contents")] = content
        del one["/Resources"]
        one["/Parent"].get_object()[NameObject("/Resources")] = resources  # type: ignore[index]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_other_pages_stay_as_they_are_even_where_they_share_everything_with_the_first() -> None:
    before, after = (
        PdfReader(io.BytesIO(content)) for content in (shared(), overlay_pdf(shared(), SOLID, file="a.pdf"))
    )
    assert len(after.pages) == 2
    first, second = after.pages
    assert list(first["/Resources"]["/XObject"]) == ["/MemogenStamp1"]  # type: ignore[index]
    assert list(second["/Resources"]["/XObject"]) == []  # type: ignore[index]
    texts = [one.get_contents().get_data() for one in (before.pages[1], second)]  # type: ignore[union-attr]
    assert texts[0] == texts[1]


def test_the_pages_own_content_streams_keep_their_bytes() -> None:
    made = PdfReader(io.BytesIO(overlay_pdf(shared(), SOLID, file="a.pdf"))).pages[0]
    streams = [item.get_object().get_data() for item in made["/Contents"]]  # type: ignore[attr-defined]
    assert streams[1] == b"q 1 0 0 1 0 0 cm 0 0 1 rg 20 20 30 30 re f Q"
    assert len(streams) == 3


def test_a_second_stamp_on_a_pdf_stands_under_the_first() -> None:
    twice = overlay_pdf(overlay_pdf(pdf(page()), SOLID, file=""), SOLID, file="")
    assert ink_mm(twice) == pytest.approx((150, TOP, 50, 51), abs=0.2)


def test_the_same_pdf_and_stamp_give_the_same_bytes() -> None:
    assert overlay_pdf(shared(), SOLID, file="") == overlay_pdf(shared(), SOLID, file="")


def test_what_the_pdf_says_of_itself_stays() -> None:
    writer = PdfWriter()
    writer.add_page(page())
    writer.add_outline_item(title="บทที่ ๑", page_number=0)
    writer.add_metadata({"/Title": "หนังสือตัวอย่าง"})
    writer.pdf_header = "%PDF-1.6"
    out = io.BytesIO()
    writer.write(out)
    made = PdfReader(io.BytesIO(overlay_pdf(out.getvalue(), SOLID, file="")))
    assert made.metadata is not None
    assert made.metadata.title == "หนังสือตัวอย่าง"
    assert [item.title for item in made.outline] == ["บทที่ ๑"]  # type: ignore[union-attr]
    assert made.pdf_header == "%PDF-1.6"


@each("seed", range(40))
def test_a_pdf_with_wrong_bytes_is_stamped_or_refused_and_nothing_else(seed: int) -> None:
    luck = Random(seed)
    content = bytearray(pdf(page("0 g 10 10 20 20 re f"), page()))
    for _ in range(luck.randint(1, 30)):
        content[luck.randrange(len(content))] = luck.randrange(256)
    outcome = outcome_of(bytes(content))
    assert outcome in ({"Y08"}, {"Y09"}, {"Y11"}, {"readable"})


def contents_of(content: bytes) -> bytes:
    """What the first page draws."""
    contents = PdfReader(io.BytesIO(content)).pages[0].get_contents()
    return contents.get_data() if contents is not None else b""


def outcome_of(content: bytes) -> set[str]:
    try:
        made = overlay_pdf(content, SOLID, file="a.pdf")
    except InputError as error:
        return {finding.code for finding in error.findings}
    is_readable = made.startswith(b"%PDF-") and b"/MemogenStamp1 Do" in contents_of(made)
    return {"readable"} if is_readable else {"unreadable"}


def test_rubbish_before_the_pdf_is_left_out() -> None:
    made = overlay_pdf(b"\xef\xbb\xbf" + pdf(page()), SOLID, file="a.pdf")
    assert made.startswith(b"%PDF-1.")
    assert ink_mm(made) == pytest.approx((150, TOP, 50, 25), abs=0.2)


def test_a_box_of_another_size_is_drawn_to_the_stamps_size() -> None:
    odd = pdf(page("0 g 0 0 9999 9999 re f", MediaBox=RectangleObject((5, 5, 147, 76))))
    assert ink_mm(overlay_pdf(pdf(page()), odd, file="")) == pytest.approx((150, TOP, 50, 25), abs=0.2)
