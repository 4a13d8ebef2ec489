"""What goes with a circular, on real pages: print file, labels, distribution list, acknowledgement sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from memogen import opc
from memogen.desk import Workspace
from memogen.layout import Page, in_order, read_pdf
from memogen.model import Copy, Recipient
from memogen.render import Properties, read_template
from memogen.render.labels import COLUMNS, GAP_MM, HEIGHT_MM, LEFT_MM, ROWS, TOP_MM, WIDTH_MM, labels
from memogen.render.lists import QR_MM, acknowledgement_sheet, code_of, distribution_list
from memogen.render.printing import print_file

pytestmark = pytest.mark.layout

ROOT = Path(__file__).parents[2]
OFFICE = Workspace.at(ROOT)
TEMPLATE = read_template(ROOT / "templates" / "บันทึกข้อความ.docx")
MM = 0.3
POINTS = 72 / 25.4
SENDER = "กลุ่มพัฒนาระบบบริหาร กรมส่งเสริมสหกรณ์"
NUMBER, DAY, EMAIL = "กษ ๑๑๑๓/ว๗๑", date(2023, 3, 27), "psdg@example.go.th"
ADDRESS = "๑๒ ถนนกรุงเกษม แขวงวัดสามพระยา\nเขตพระนคร กรุงเทพมหานคร ๑๐๒๐๐"
FilesOf = Callable[[Sequence[bytes]], list[Path]]


def squeezed(text: str) -> str:
    """Text without any white space, its marks in one order."""
    return re.sub(r"\s", "", in_order(text))


def copy(order: int, name: str, to: str = "", *, short: str = "", address: str = "") -> Copy:
    values = {"เรียน": to, "ย่อ": short, "ที่อยู่": address}
    recipient = Recipient(name=name, values=values, file="หน่วยงาน.xlsx", row=order + 1)
    return Copy(order=order, recipient=recipient, number=NUMBER, dated=DAY, file="", sha256=f"{order:064x}")


def copies(count: int) -> list[Copy]:
    """The units of the demonstration office, and as many branches of theirs as are wanted."""
    made = []
    for order in range(1, count + 1):
        unit = OFFICE.office.units[(order - 1) % 15]
        branch = f" สาขาที่ {order}" if order > 15 else ""
        name, to, short = (str(unit[column]) for column in ("ชื่อ", "เรียน", "ย่อ"))
        address = ADDRESS if order % 3 == 0 else ""
        made.append(copy(order, name + branch, to + branch, short=short, address=address))
    return made


# --- the print file -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Printed:
    """The pages of the letters one by one, and those of their print file."""

    alone: list[tuple[Page, ...]]
    together: tuple[Page, ...]
    content: bytes


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory, pdf_files_of: FilesOf) -> Printed:
    """Every shipped memo, and the first one twice more."""
    letters = [
        path
        for path in sorted((ROOT / "letters").glob("*.md"))
        if path.read_text(encoding="utf-8").startswith("ชนิด: บันทึกข้อความ")
    ]
    made = OFFICE.make(letters, out=tmp_path_factory.mktemp("letters"), kind="บันทึกข้อความ")
    documents = [one.files[0].read_bytes() for one in made]
    documents += [documents[0], documents[0]]
    out = io.BytesIO()
    print_file(documents, out, properties=Properties())
    *alone, together = map(read_pdf, pdf_files_of([*documents, out.getvalue()]))
    return Printed(alone, together, out.getvalue())


def test_there_are_letters_of_one_and_of_two_pages_with_codes_and_with_tables(printed: Printed) -> None:
    assert {len(pages) for pages in printed.alone} == {1, 2}
    assert max(len(page.images) for pages in printed.alone for page in pages) > 1
    assert b"<w:tbl>" in opc.read_package(printed.content, file="x")["word/document.xml"]


def test_every_page_looks_as_in_the_letters_own_file(printed: Printed) -> None:
    pages = [page for letter in printed.alone for page in letter]
    assert len(pages) == len(printed.together)
    for alone, together in zip(pages, printed.together, strict=True):
        assert [line.text for line in together.lines] == [line.text for line in alone.lines]
        assert placed(together) == pytest.approx(placed(alone), abs=MM)


def placed(page: Page) -> list[float]:
    """Where everything stands on a page."""
    lines = [place for line in page.lines for place in (line.baseline_mm, line.left_mm, line.right_mm)]
    images = [place for item in page.images for place in (item.left_mm, item.top_mm, item.width_mm)]
    rules = [place for rule in page.rules for place in (rule.top_mm, rule.left_mm, rule.right_mm)]
    return [len(page.images), len(page.rules), *lines, *images, *rules]


# --- labels ---------------------------------------------------------------------------------------


HARD = [
    copy(101, "กองคลัง", "ผู้อำนวยการกองคลัง " * 9, address=ADDRESS * 4),
    copy(102, "พฟภมษหฬบปทน" * 12, "ฌญฒณมหภฟ" * 14),
    copy(103, "W" * 70, "M" * 90, address="m@w " * 40),
    copy(104, "A & B <สาขา 1> จำกัด", "กรรมการผู้จัดการ", address=ADDRESS),
    copy(105, "สำนักงานเฉลิมพระเกียรติสมเด็จพระเทพรัตนราชสุดา " * 3, "เลขานุการ", address=ADDRESS),
    copy(106, "นายสมมติ สองนาม นางสาวตัวอย่าง หนึ่งนาม นางสาธิต สามนาม " * 3, "ประธาน", address=ADDRESS),
    copy(107, "กี่กุ้งปิ้งที่นี่ชั่วครู่ " * 14, "ผู้จัดการ"),
]


def label_texts(pdf: Path) -> list[list[str]]:
    """What stands inside each label of each sheet, a millimetre from its edges, and all of the sheet."""
    document = pypdfium2.PdfDocument(pdf)
    sheets = []
    for page in document:
        text = page.get_textpage()
        boxes = [
            (LEFT_MM + column * (WIDTH_MM + GAP_MM), 297 - TOP_MM - (row + 1) * HEIGHT_MM)
            for row in range(ROWS)
            for column in range(COLUMNS)
        ]
        inside = [
            text.get_text_bounded(
                left=(left + 1) * POINTS,
                bottom=(bottom + 1) * POINTS,
                right=(left + WIDTH_MM - 1) * POINTS,
                top=(bottom + HEIGHT_MM - 1) * POINTS,
            )
            for left, bottom in boxes
        ]
        sheets.append([*map(squeezed, inside), squeezed(text.get_text_bounded())])
    document.close()
    return sheets


@pytest.mark.parametrize("count", [1, 14, 15, 76])
def test_every_label_stands_wholly_inside_its_place(count: int, pdf_files_of: FilesOf) -> None:
    given = copies(count)
    (pdf,) = pdf_files_of([labels(given, sender=SENDER, template=TEMPLATE)])
    sheets = label_texts(pdf)
    assert len(sheets) == -(-count // (COLUMNS * ROWS))
    shown = [label for *inside, _whole in sheets for label in inside]
    for one, label in zip(given, shown, strict=False):
        unit = "" if one.recipient.name in one.recipient.to else one.recipient.name
        told = f"{SENDER}ที่{NUMBER}เรียน{one.recipient.to}{unit}{one.recipient.address}"
        assert label == squeezed(arabic_as_thai(told))
    assert not any(shown[count:])
    assert ["".join(inside) for *inside, _whole in sheets] == [whole for *_inside, whole in sheets]


def arabic_as_thai(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def test_hard_names_stay_inside_their_labels_too(pdf_files_of: FilesOf) -> None:
    (pdf,) = pdf_files_of([labels(HARD, sender=SENDER * 3, template=TEMPLATE)])
    ((*inside, whole),) = label_texts(pdf)
    assert "".join(inside) == whole
    assert all("เรียน" in label for label in inside[: len(HARD)])


def test_the_grid_is_that_of_the_sheet(pdf_files_of: FilesOf) -> None:
    made = opc.read_package(labels(copies(30), sender=SENDER, template=TEMPLATE), file="x")
    line = 'w:val="single" w:sz="2" w:space="0" w:color="auto"'
    borders = f"<w:tblBorders><w:top {line}/><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
    document = made["word/document.xml"].decode().replace("<w:tblLayout", f"{borders}<w:tblLayout", 1)
    (pdf,) = pdf_files_of([opc.write_package({**made, "word/document.xml": document.encode()})])
    pages = read_pdf(pdf)
    assert [len(page.rules) for page in pages] == [8, 8, 2]
    for page in pages:
        for number, rule in enumerate(page.rules):
            assert rule.top_mm == pytest.approx(TOP_MM + number * HEIGHT_MM, abs=0.1)
            assert rule.left_mm == pytest.approx(LEFT_MM, abs=0.1)
            assert rule.right_mm == pytest.approx(210 - LEFT_MM, abs=0.1)


# --- lists ----------------------------------------------------------------------------------------

ABOUT: dict[str, Any] = {
    "agency": "กรมส่งเสริมสหกรณ์ กลุ่มพัฒนาระบบบริหาร",
    "subject": "การปรับปรุงการให้บริการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
    "number": NUMBER,
    "dated": DAY,
    "template": TEMPLATE,
}


@pytest.mark.parametrize("count", [1, 15, 76, 300])
def test_the_distribution_list_names_every_unit_under_its_heading(count: int, pdf_files_of: FilesOf) -> None:
    given = copies(count)
    (pdf,) = pdf_files_of([distribution_list(given, **ABOUT)])
    pages = read_pdf(pdf)
    first_column = [line.text for page in pages for line in page.lines if 30 < line.left_mm < 44]
    orders = [int(found[0]) for text in first_column if (found := re.match("[๐-๙]+", text))]
    assert orders == list(range(1, count + 1))
    assert_in_order(pages, "ลำดับ หน่วยงาน เรียน")
    assert f"รวม{arabic_as_thai(str(count))}หน่วยงาน" in squeezed(pages[-1].lines[-1].text)


def assert_in_order(pages: Sequence[Page], heading: str) -> None:
    """Black text inside the margins; the heading on every page, its number on all but the first."""
    for page in pages:
        texts = [line.text for line in page.lines]
        assert heading in texts
        assert (f"- {arabic_as_thai(str(page.number))} -" in texts) == (page.number > 1)
        for line in page.lines:
            assert set(line.colours) == {"#000000"}
            assert 30 - MM <= line.left_mm < line.right_mm <= 190 + MM
            assert 20 <= line.baseline_mm <= 277


@pytest.mark.parametrize("count", [1, 15, 76])
@pytest.mark.parametrize("email", [EMAIL, ""])
def test_every_unit_can_sign_and_every_printed_code_is_read(
    count: int, email: str, pdf_files_of: FilesOf
) -> None:
    given = copies(count)
    (pdf,) = pdf_files_of([acknowledgement_sheet(given, **ABOUT, email=email)])
    pages = read_pdf(pdf)
    assert_in_order(pages, "ลำดับ หน่วยงาน คิวอาร์โค้ด ลงชื่อผู้รับ")
    for page in pages:
        for image in page.images:
            assert (image.width_mm, image.height_mm) == (pytest.approx(QR_MM, abs=MM),) * 2
            assert image.top_mm + image.height_mm <= 277
    assert printed_codes(pdf, pages) == ["".join(code_of(one, email)) for one in given]


def printed_codes(pdf: Path, pages: Sequence[Page], dpi: int = 200) -> list[str]:
    """What a reader finds where each picture stands on the page, as an office printer and scanner show it."""
    document = pypdfium2.PdfDocument(pdf)
    dots = dpi / 25.4
    found = []
    for page in pages:
        bitmap = document[page.number - 1].render(scale=dpi / 72, grayscale=True)
        sheet = bytes(bitmap.buffer)
        for image in sorted(page.images, key=lambda image: image.top_mm):
            top, left, side = (round(mm * dots) for mm in (image.top_mm - 1, image.left_mm - 1, QR_MM + 2))
            starts = range(top * bitmap.stride + left, (top + side) * bitmap.stride, bitmap.stride)
            cut = b"".join(sheet[start : start + side] for start in starts)
            codes = zxingcpp.read_barcodes(memoryview(cut).cast("B", (side, side)))
            found += [code.text for code in codes] or ["?"]
    document.close()
    return found


# --- as Word wants them ---------------------------------------------------------------------------


@pytest.mark.parametrize("made", ["print file", "labels", "distribution list", "acknowledgement sheet"])
def test_nothing_is_wrong_by_the_open_xml_rules(made: str, printed: Printed, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    given = copies(30)
    content = {
        "print file": lambda: printed.content,
        "labels": lambda: labels(given, sender=SENDER, template=TEMPLATE),
        "distribution list": lambda: distribution_list(given, **ABOUT),
        "acknowledgement sheet": lambda: acknowledgement_sheet(given, **ABOUT, email=EMAIL),
    }[made]()
    path = tmp_path / "made.docx"
    path.write_bytes(content)
    assert list(OpenXmlValidator().validate(str(path)).errors) == []
