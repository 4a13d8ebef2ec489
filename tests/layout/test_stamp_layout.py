"""The receipt stamp on real pages: where it stands, what it says, and that the letter does not move."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import pytest
from layout_samples import PARAGRAPH, docx, paragraph, run

from memogen.desk import Workspace
from memogen.layout import Page, embedded_fonts, in_order, read_pdf
from memogen.opc import read_package, write_package
from memogen.stamp import PLACE, ReceiptStamp, lines, overlay_pdf, stamp_docx, stamp_page_docx

pytestmark = pytest.mark.layout

ROOT = Path(__file__).parents[2]
MEMO = "2560-01-30-ส่งหลักฐานเชิงประจักษ์.md"
STAMP = ReceiptStamp("กรมตัวอย่าง", "๔๕", date(2023, 3, 27), time(9, 30))
LONG = ReceiptStamp("กองตัวอย่างและแผนงานที่หนึ่ง กรมตัวอย่าง", "๑๒๓๔", date(2023, 12, 27), time(19, 30))
INK = (0x1F, 0x38, 0x64)
MM = 72 / 25.4
SCALE = 6  # pixels a point


def table_first() -> bytes:
    cell = f'<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>{paragraph(run("ช่อง"))}</w:tc>'
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/>'
        f'<w:gridCol w:w="4500"/></w:tblGrid><w:tr>{cell}{cell}</w:tr></w:tbl>'
    )
    return docx(table, *[paragraph(run(PARAGRAPH))] * 12)


def landscape() -> bytes:
    parts = read_package(docx(*[paragraph(run(PARAGRAPH))] * 3), file="")
    main = parts["word/document.xml"]
    parts["word/document.xml"] = main.replace(b'w:w="11906" w:h="16838"', b'w:w="16838" w:h="11906"')
    return write_package(parts)


LETTERS = {
    "memo": None,
    "empty paragraph first": docx(paragraph(""), *[paragraph(run(PARAGRAPH))] * 12),
    "table first": table_first(),
    "landscape": landscape(),
}


@dataclass(frozen=True)
class Stamped:
    """A letter as it came, stamped as a DOCX, and stamped as a PDF."""

    before: Path
    docx: Path
    pdf: Path


@dataclass(frozen=True)
class Made:
    """All letters, and the stamps' own pages."""

    letters: dict[str, Stamped]
    page: Path
    long_page: Path


@pytest.fixture(scope="session")
def made(
    tmp_path_factory: pytest.TempPathFactory, pdf_files_of: Callable[[Sequence[bytes | Path]], list[Path]]
) -> Made:
    folder = tmp_path_factory.mktemp("stamped")
    (memo,) = Workspace.at(ROOT).make([ROOT / "letters" / MEMO], out=folder)
    letters = {name: content or memo.files[0].read_bytes() for name, content in LETTERS.items()}
    copies = [stamp_docx(content, STAMP, file="") for content in letters.values()]
    *files, page, long_page = pdf_files_of(
        [*letters.values(), *copies, stamp_page_docx(STAMP), stamp_page_docx(LONG)]
    )
    count = len(letters)
    result = {}
    for number, (name, before, after) in enumerate(zip(letters, files[:count], files[count:], strict=True)):
        laid = folder / f"{number}.pdf"
        laid.write_bytes(overlay_pdf(before.read_bytes(), page.read_bytes(), file=""))
        result[name] = Stamped(before, after, laid)
    return Made(result, page, long_page)


@pytest.fixture(params=[(name, kind) for name in LETTERS for kind in ("docx", "pdf")], ids="-".join)
def pair(request: pytest.FixtureRequest, made: Made) -> tuple[Path, Path]:
    """A letter's PDF without and with the stamp, laid on either way."""
    name, kind = request.param
    letter = made.letters[name]
    return letter.before, letter.docx if kind == "docx" else letter.pdf


def pixels(path: Path) -> list[bytes]:
    """The rows of the first page, three bytes a pixel."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    bitmap = document[0].render(scale=SCALE, rev_byteorder=True)
    data, length = bytes(bitmap.buffer), bitmap.width * 3
    rows = [data[start : start + length] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)]
    document.close()
    return rows


def changed_mm(before: Path, after: Path) -> tuple[float, float, float, float]:
    """Left, top, width and height of all that is not the same on the first pages of two PDFs."""
    differences = []
    for index, (one, other) in enumerate(zip(pixels(before), pixels(after), strict=True)):
        if one != other:
            unlike = (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(len(one))
            left = (len(unlike) - len(unlike.lstrip(b"\0"))) // 3
            differences.append((index, left, -(-len(unlike.rstrip(b"\0")) // 3)))
    left, right = min(left for _, left, _ in differences), max(right for _, _, right in differences)
    top, bottom = differences[0][0], differences[-1][0] + 1
    first, second, third, fourth = (value / SCALE / MM for value in (left, top, right - left, bottom - top))
    return first, second, third, fourth


def test_the_ink_is_a_box_of_50_by_25_mm_ten_mm_from_the_right_and_the_top(pair: tuple[Path, Path]) -> None:
    paper_mm = read_pdf(pair[0])[0].width_mm
    wanted = (PLACE.left_mm(paper_mm), PLACE.top_mm, PLACE.width_mm, PLACE.height_mm)
    assert changed_mm(*pair) == pytest.approx(wanted, abs=0.3)


def texts(path: Path) -> str:
    """All that a text search finds on the first page, without white space, its marks in one order."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    found = document[0].get_textpage().get_text_range()
    document.close()
    return "".join(in_order(found).split())


def test_its_lines_are_read_back_as_text(pair: tuple[Path, Path]) -> None:
    before, after = map(texts, pair)
    for line in lines(STAMP):
        wanted = "".join(in_order(line).split())
        assert after.count(wanted) == before.count(wanted) + 1


def of_the_letter(page: Page) -> dict[float, tuple[str, ...]]:
    """The words of the letter (all that is not in the stamp's blue) by their baseline."""
    found: dict[float, tuple[str, ...]] = {}
    for line in page.lines:
        if {colour.upper() for colour in line.colours} != {"#" + "".join(f"{part:02X}" for part in INK)}:
            key = round(line.baseline_mm, 2)
            found[key] = (*found.get(key, ()), *line.text.split())
    return found


def test_no_line_of_the_letter_moves(pair: tuple[Path, Path]) -> None:
    before, after = map(read_pdf, pair)
    assert len(before) == len(after)
    stamp = Counter("".join(lines(STAMP)))
    for one, other in zip(before, after, strict=True):
        first, second = of_the_letter(one), of_the_letter(other)
        assert list(second) == pytest.approx(list(first), abs=0.03)
        for said, says in zip(first.values(), second.values(), strict=True):
            old, new = Counter("".join(said)), Counter("".join(says))
            assert not old - new
            assert new - old <= stamp  # letters of the stamp may stand between those of a line under it


def test_later_pages_are_the_same(pair: tuple[Path, Path]) -> None:
    before, after = map(read_pdf, pair)
    assert [page.lines for page in after[1:]] == [page.lines for page in before[1:]]


def test_the_stamps_letters_are_embedded_in_the_letters_font(pair: tuple[Path, Path]) -> None:
    assert all(embedded_fonts(pair[1]).values())
    assert {name.split("-")[0] for name in embedded_fonts(pair[1])} <= {"MemogenSarabun", "THSarabunPSK"}


def test_the_stamps_own_page_is_one_page_of_50_by_25_mm(made: Made) -> None:
    (page,) = read_pdf(made.page)
    assert (page.width_mm, page.height_mm) == (
        pytest.approx(PLACE.width_mm, abs=0.1),
        pytest.approx(PLACE.height_mm, abs=0.1),
    )


def test_the_agency_is_in_the_middle_and_the_rest_begins_at_the_left(made: Made) -> None:
    head, *others = read_pdf(made.page)[0].lines
    assert (head.left_mm + head.right_mm) / 2 == pytest.approx(25, abs=0.3)
    assert [line.left_mm for line in others] == [pytest.approx(1.7, abs=0.3)] * 3
    assert {line.sizes_pt for line in (head, *others)} == {(14.0,)}


def test_a_long_name_stands_on_two_lines_and_all_lines_within_the_frame(made: Made) -> None:
    found = read_pdf(made.long_page)[0].lines
    assert [line.text for line in found] == [
        *map(in_order, LONG.agency.split()),
        *map(in_order, lines(LONG)[1:]),
    ]
    assert all(line.left_mm > 1 and line.right_mm < 49 for line in found)
    assert found[0].baseline_mm > 4
    assert found[-1].baseline_mm < 24


def test_the_stamped_documents_have_no_new_error_by_the_open_xml_rules(tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    (memo,) = Workspace.at(ROOT).make([ROOT / "letters" / MEMO], out=tmp_path)
    for number, content in enumerate(
        (memo.files[0].read_bytes(), by_python_docx(), *list(LETTERS.values())[1:])
    ):
        assert content is not None
        faults = []
        for state, document in (("before", content), ("after", stamp_docx(content, STAMP, file=""))):
            path = tmp_path / f"{number}-{state}.docx"
            path.write_bytes(document)
            faults.append([error.description for error in OpenXmlValidator().validate(str(path)).errors])
        assert faults[1] == faults[0]


def by_python_docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_table(rows=1, cols=2)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
