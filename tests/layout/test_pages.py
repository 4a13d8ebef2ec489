"""A page measured: the place, size and text of what is drawn on it, in millimetres."""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import layout_samples as samples
import pytest

from memogen.errors import InputError
from memogen.layout import Line, Page, embedded_fonts, in_order, print_copy, read_pdf, text_of
from memogen.layout.printing import thai_page_numbers

PT_MM = 25.4 / 72
JUSTIFIED = '<w:jc w:val="thaiDistribute"/>'
WORDS = ("จำนวน", "น้ำ", "คำสั่ง", "กำลังดำเนินการ", "ที่ปรึกษาผู้ทรงคุณวุฒิ")
# Sums of the advance widths in Laksaman, over 1.5029, at 16 points.
WIDTHS_MM = {"จำนวน": 10.49, "สำนักงาน": 14.30, "กษ ๑๑๑๓/๖๕๓": 25.14, "Scorecard": 16.73}


# Without LibreOffice ---------------------------------------------------------------------------------


@pytest.fixture
def sheet_of(tmp_path: Path) -> Callable[[str], Page]:
    """A PDF content stream -> its page, 200 × 100 mm."""

    def read(content: str) -> Page:
        (tmp_path / "page.pdf").write_bytes(samples.pdf(content))
        [page] = read_pdf(tmp_path / "page.pdf")
        return page

    return read


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("นํ้า", "น้ำ"),
        ("จํานวน", "จำนวน"),
        ("จำานวน", "จำนวน"),
        ("ที่", "ที่"),
        ("ท่ี", "ที่"),
        ("ผู้ทรง", "ผู้ทรง"),
        ("ตัว\u200bอย่าง\ufffe", "ตัวอย่าง"),
        ("Memo 1", "Memo 1"),
    ],
)
def test_marks_come_back_in_one_order(drawn: str, read: str) -> None:
    assert in_order(drawn) == read


def test_a_page_is_measured_from_the_top_left_in_millimetres(sheet_of: Callable[[str], Page]) -> None:
    page = sheet_of("BT /F1 16 Tf 1 0 0 1 85.04 240.945 Tm 1 0 0 rg (Memo) Tj ET")
    assert (page.number, round(page.width_mm, 2), round(page.height_mm, 2)) == (1, 200, 100)
    [line] = page.lines
    assert (line.text, line.sizes_pt, line.fonts, line.colours) == (
        "Memo",
        (16.0,),
        ("Helvetica",),
        ("#ff0000",),
    )
    assert (round(line.left_mm, 1), round(line.baseline_mm, 1)) == (30.0, 15.0)


def test_parts_of_one_baseline_are_one_line_parted_by_a_space(sheet_of: Callable[[str], Page]) -> None:
    page = sheet_of(
        "BT /F1 12 Tf 1 0 0 1 300 200 Tm (right) Tj 1 0 0 1 50 200 Tm (left) Tj 1 0 0 1 50 250 Tm (top) Tj ET"
    )
    assert [line.text for line in page.lines] == ["top", "left right"]


def test_dot_leaders_are_not_text(sheet_of: Callable[[str], Page]) -> None:
    page = sheet_of("BT /F1 12 Tf 1 0 0 1 50 200 Tm (No ........ Date...) Tj ET")
    assert [line.text for line in page.lines] == ["No Date..."]


def test_segments_of_a_dotted_rule_are_one_rule(sheet_of: Callable[[str], Page]) -> None:
    dots = " ".join(f"{x} 200 1 0.5 re f" for x in range(100, 200, 3))
    [rule] = sheet_of(dots).rules
    assert (round(rule.left_mm, 1), round(rule.right_mm, 1)) == (35.3, 70.6)
    assert rule.top_mm == pytest.approx((283.465 - 200.25) * PT_MM, abs=0.01)


def test_rules_with_a_gap_or_at_other_heights_stay_apart(sheet_of: Callable[[str], Page]) -> None:
    rules = sheet_of("50 200 m 100 200 l S 120 200 m 200 200 l S 50 190 m 100 190 l S").rules
    assert [round(rule.left_mm / PT_MM) for rule in rules] == [50, 120, 50]


def test_boxes_invisible_paths_and_upright_lines_are_no_rules(sheet_of: Callable[[str], Page]) -> None:
    assert sheet_of("50 100 80 80 re S 50 200 m 100 200 l n 50 50 m 50 99 l S").rules == ()


def test_a_font_that_the_pdf_only_names_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(samples.pdf("BT /F1 12 Tf (x) Tj ET"))
    assert embedded_fonts(tmp_path / "page.pdf") == {"Helvetica": False}


def test_what_is_no_pdf_is_named_in_thai(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"no pdf")
    with pytest.raises(InputError) as caught:
        read_pdf(tmp_path / "x.pdf")
    assert caught.value.findings[0].file == str(tmp_path / "x.pdf")


def test_text_of_pages_is_parted_by_form_feeds(sheet_of: Callable[[str], Page]) -> None:
    page = sheet_of("BT /F1 12 Tf 1 0 0 1 50 200 Tm (one) Tj 1 0 0 1 50 150 Tm (two) Tj ET")
    assert text_of([page, page]) == "one\ntwo\fone\ntwo"


# The copy for LibreOffice ----------------------------------------------------------------------------


def test_the_print_copy_differs_in_justification_and_page_numbers_only() -> None:
    delivered = samples.docx(
        samples.paragraph(samples.run("thaiDistribute"), properties=JUSTIFIED),
        header=samples.page_number_header() + samples.paragraph("", properties=JUSTIFIED),
        picture_png=samples.png(),
    )
    before, after = (zipfile.ZipFile(BytesIO(content)) for content in (delivered, print_copy(delivered)))
    assert after.namelist() == before.namelist()
    for name in before.namelist():
        expected = before.read(name).replace(b'w:val="thaiDistribute"', b'w:val="both"')
        assert after.read(name) == expected.replace(b"thaiNumbers", b"hindiVowels")
    assert b">thaiDistribute<" in after.read("word/document.xml")


def test_only_marked_page_numbers_become_thai() -> None:
    marked = '<l style:num-format="क, ख, ग, ..."/><l style:num-format="1"/></office:automatic-styles>'
    field = '<text:page-number text:select-page="current">2</text:page-number>'
    made = thai_page_numbers(f"{marked}{field}".encode()).decode()
    assert '<l style:num-format="Native Numbering"/><l style:num-format="1"/>' in made
    assert f'<text:span text:style-name="MemogenThaiDigits">{field}</text:span>' in made


# With LibreOffice ------------------------------------------------------------------------------------


def memo() -> bytes:
    """Three pages: a picture and a dotted line on the first, justified text on all, page numbers above."""
    head = samples.paragraph(samples.picture("rId3", top_mm=15, size_mm=15) + samples.run(" ".join(WORDS)))
    text = samples.paragraph(samples.run(samples.PARAGRAPH), properties=JUSTIFIED)
    return samples.docx(
        head,
        samples.dotted_line("เรื่อง", "การใช้น้ำอย่างประหยัด"),
        *itertools.repeat(text, 21),
        header=samples.page_number_header(),
        picture_png=samples.png(),
    )


def long_report() -> bytes:
    breaks = itertools.repeat(samples.page_break(), 11)
    return samples.docx(*breaks, samples.paragraph(samples.run("จบ")), header=samples.page_number_header())


def arabic_numbers() -> bytes:
    return samples.docx(
        samples.page_break(),
        samples.paragraph(samples.run("จบ")),
        header=samples.page_number_header(),
        number_format="decimal",
    )


def words() -> bytes:
    paragraphs = [samples.paragraph(samples.run(word)) for word in WIDTHS_MM]
    other_fonts = [
        samples.paragraph(
            samples.run("จำนวน", properties=f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>')
        )
        for font in ("TH Sarabun New", "TH SarabunIT๙", "Angsana New")
    ]
    symbols = samples.paragraph("<w:r><w:t>☐ เห็นชอบ ☑ ไม่เห็นชอบ →</w:t></w:r>")
    return samples.docx(*paragraphs, *other_fonts, symbols)


@pytest.fixture(scope="session")
def made(pdf_files_of: Callable[[Sequence[bytes | Path]], list[Path]]) -> dict[str, Path]:
    documents = {"memo": memo(), "long": long_report(), "arabic": arabic_numbers(), "words": words()}
    return dict(zip(documents, pdf_files_of(list(documents.values())), strict=True))


@pytest.fixture(scope="session")
def memo_pages(made: dict[str, Path]) -> tuple[Page, ...]:
    return read_pdf(made["memo"])


def full_lines(page: Page) -> list[Line]:
    """The lines between two other lines of one justified paragraph."""
    return [line for line in page.lines if line.right_mm - line.left_mm > 150]


@pytest.mark.layout
def test_the_sheet_is_a4(memo_pages: tuple[Page, ...]) -> None:
    assert len(memo_pages) == 3
    for page in memo_pages:
        assert (page.width_mm, page.height_mm) == (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))


@pytest.mark.layout
def test_lines_of_16_points_are_18_1_points_apart(memo_pages: tuple[Page, ...]) -> None:
    baselines = [line.baseline_mm / PT_MM for line in memo_pages[1].lines[1:]]
    pitches = [lower - upper for upper, lower in itertools.pairwise(baselines)]
    assert len(pitches) > 30
    assert pitches == [pytest.approx(18.1, abs=0.1)] * len(pitches)


@pytest.mark.layout
def test_text_stands_between_the_margins_and_reaches_the_right_one(memo_pages: tuple[Page, ...]) -> None:
    lines = full_lines(memo_pages[1])
    assert len(lines) > 25
    for line in lines:
        assert line.left_mm == pytest.approx(30, abs=0.3)
        assert line.right_mm == pytest.approx(190, abs=1.5)


@pytest.mark.layout
def test_every_line_is_in_the_prepared_font_at_16_points(memo_pages: tuple[Page, ...]) -> None:
    lines = [line for page in memo_pages for line in page.lines]
    assert {line.sizes_pt for line in lines} == {(16.0,)}
    assert {font.replace("TH", "Memogen").replace("PSK", "") for line in lines for font in line.fonts} <= {
        "MemogenSarabun",
        "MemogenSarabun-Regular",
    }


@pytest.mark.layout
def test_page_numbers_are_thai_digits_and_the_first_page_has_none(memo_pages: tuple[Page, ...]) -> None:
    assert [page.lines[0].text for page in memo_pages[1:]] == ["- ๒ -", "- ๓ -"]
    assert "- ๑ -" not in text_of(memo_pages[:1])
    number = memo_pages[1].lines[0]
    assert (number.left_mm + number.right_mm) / 2 == pytest.approx(110, abs=0.3)


@pytest.mark.layout
def test_page_numbers_of_two_digits_are_thai_too(made: dict[str, Path]) -> None:
    pages = read_pdf(made["long"])
    assert [page.lines[0].text for page in pages[8:]] == ["- ๙ -", "- ๑๐ -", "- ๑๑ -", "- ๑๒ -"]


@pytest.mark.layout
def test_a_document_that_asks_for_arabic_page_numbers_keeps_them(made: dict[str, Path]) -> None:
    assert text_of(read_pdf(made["arabic"])).split("\n") == ["\f- 2 -", "จบ"]


@pytest.mark.layout
def test_a_picture_stands_where_the_document_puts_it(memo_pages: tuple[Page, ...]) -> None:
    [image] = memo_pages[0].images
    place = (image.left_mm, image.top_mm, image.width_mm, image.height_mm)
    assert place == pytest.approx((30, 15, 15, 15), abs=0.1)
    assert not memo_pages[1].images


@pytest.mark.layout
def test_dots_run_from_the_value_to_the_right_margin(memo_pages: tuple[Page, ...]) -> None:
    [rule] = memo_pages[0].rules
    line = memo_pages[0].lines[1]
    assert rule.right_mm == pytest.approx(190, abs=0.3)
    assert 35 < rule.left_mm < 42
    assert 0 < rule.top_mm - line.baseline_mm < 1.5
    assert line.text == "เรื่อง การใช้น้ำอย่างประหยัด"


@pytest.mark.layout
def test_words_with_sara_am_and_stacked_marks_read_back_exactly(memo_pages: tuple[Page, ...]) -> None:
    assert memo_pages[0].lines[0].text == " ".join(WORDS)


@pytest.mark.layout
def test_justified_text_reads_back_exactly(memo_pages: tuple[Page, ...]) -> None:
    text = "".join(line.text for page in memo_pages for line in page.lines if not line.text.startswith("- "))
    assert text.replace(" ", "").count(samples.PARAGRAPH.replace(" ", "")) == 21


@pytest.mark.layout
def test_known_words_have_known_widths(made: dict[str, Path]) -> None:
    [page] = read_pdf(made["words"])
    widths = {line.text: line.right_mm - line.left_mm for line in page.lines[: len(WIDTHS_MM)]}
    assert widths == {word: pytest.approx(width, abs=0.1) for word, width in WIDTHS_MM.items()}


@pytest.mark.layout
def test_every_other_font_name_is_drawn_in_the_prepared_font(made: dict[str, Path]) -> None:
    [page] = read_pdf(made["words"])
    first, *others = [line for line in page.lines if line.text == "จำนวน"]
    assert len(others) == 3
    for line in others:
        assert line.fonts == first.fonts
        assert line.right_mm == pytest.approx(first.right_mm, abs=0.01)


@pytest.mark.layout
def test_symbols_are_drawn_by_a_symbol_font(made: dict[str, Path]) -> None:
    [page] = read_pdf(made["words"])
    assert page.lines[-1].text == "☐ เห็นชอบ ☑ ไม่เห็นชอบ →"
    assert set(page.lines[-1].fonts) & {"DejaVuSans", "OpenSymbol"}


@pytest.mark.layout
def test_the_pdf_carries_all_its_fonts(made: dict[str, Path]) -> None:
    assert all(all(embedded_fonts(path).values()) for path in made.values())
