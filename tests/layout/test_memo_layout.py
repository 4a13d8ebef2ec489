"""The shipped letters, rendered and measured against the regulation's explanation on typing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from memogen.compose import compose
from memogen.desk import Workspace
from memogen.layout import Line, Page, embedded_fonts, in_order, read_pdf, to_pdf
from memogen.letters import parse_letter
from memogen.model import Kind, Memo, Table

pytestmark = pytest.mark.layout

ROOT = Path(__file__).parents[2]
OFFICE = Workspace.at(ROOT)
LETTERS = [
    path
    for path in sorted((ROOT / "letters").glob("*.md"))
    if path.read_text(encoding="utf-8").startswith(f"ชนิด: {Kind.MEMO}")
]
MM = 0.3
BETWEEN_LINES_MM = 18.1 * 25.4 / 72

EXTRA = {
    "ลับ-สองหน้า": """\
ชั้นความเร็ว: ด่วนมาก
ชั้นความลับ: ลับมาก
วันที่: 1/2/2567
เรื่อง: การทดสอบ A & B <ฝ่าย> “อัญประกาศ”
เรียน: ผู้อำนวยการกองคลัง
เรียน: ผู้อำนวยการกองแผนงาน
ผู้ลงนาม: รองอธิบดี

"""
    + "\n\n".join(
        f"{n}.{n} ข้อความทดสอบลำดับที่ {n} ขอให้ทุกหน่วยงานดำเนินการ" + "ตามแผน" * 40 for n in range(1, 21)
    ),
    "รักษาราชการแทน": """\
เรื่อง: ขออนุมัติใช้รถราชการ
เรียน: อธิบดีกรมส่งเสริมสหกรณ์
ผู้ลงนาม: รองอธิบดี รักษาราชการแทน อธิบดี

จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ
""",
}


@dataclass(frozen=True)
class Rendered:
    """A letter, its memo and its measured pages."""

    memo: Memo
    pages: tuple[Page, ...]
    fonts: dict[str, bool]

    def line(self, start: str, page: int = 1) -> Line:
        """The first line of a page that starts so."""
        wanted = squeezed(start)
        return next(line for line in self.pages[page - 1].lines if squeezed(line.text).startswith(wanted))


def squeezed(text: str) -> str:
    """Text without any white space, its marks in one order."""
    return re.sub(r"\s", "", in_order(text))


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory, font_cache: Path) -> dict[str, Rendered]:
    """Every shipped letter and the extra ones, converted in one call."""
    folder = tmp_path_factory.mktemp("letters")
    extra = []
    for name, text in EXTRA.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
        extra.append(folder / f"{name}.md")
    made = OFFICE.make([*LETTERS, *extra], out=folder, kind=Kind.MEMO)
    pdfs = to_pdf([one.files[0] for one in made], folder, cache=font_cache)
    result = {}
    for path, pdf in zip([*LETTERS, *extra], pdfs, strict=True):
        result[path.stem] = Rendered(memo_of(path), read_pdf(pdf), embedded_fonts(pdf))
    return result


def memo_of(path: Path) -> Memo:
    from memogen.compose import data_sources
    from memogen.sheets import read_table

    letter = parse_letter(path.read_text(encoding="utf-8"), path.name)
    data = {
        name: read_table(ROOT / book, sheet).records() for _, name, book, sheet in data_sources(letter)[0]
    }
    return compose(letter, OFFICE.office, data=data, recipient=OFFICE.office.units[0])


@pytest.fixture(params=[*(path.stem for path in LETTERS), *EXTRA])
def letter(request: pytest.FixtureRequest, rendered: dict[str, Rendered]) -> Rendered:
    return rendered[request.param]


def near(value: float, tolerance: float = MM) -> object:
    return pytest.approx(value, abs=tolerance)


def test_only_the_letters_font_is_embedded(letter: Rendered) -> None:
    assert all(letter.fonts.values())
    assert {re.sub("[^a-z]", "", name.lower().split("-")[0]) for name in letter.fonts} <= {
        "memogensarabun",
        "thsarabunpsk",
    }


def test_the_sheet_is_a4(letter: Rendered) -> None:
    for page in letter.pages:
        assert (page.width_mm, page.height_mm) == (near(210), near(297))


def test_the_emblem_is_15_mm_high_at_the_top_left_of_page_one_only(letter: Rendered) -> None:
    emblem = letter.pages[0].images[0]
    assert (emblem.left_mm, emblem.top_mm, emblem.height_mm) == (near(30, 0.1), near(15, 0.1), near(15, 0.1))
    assert emblem.width_mm / emblem.height_mm == pytest.approx(666 / 709, abs=0.01)
    pictures = sum(len(page.images) for page in letter.pages)
    assert pictures == 1 + len(letter.memo.qr_codes)


def test_the_heading_is_29_points_in_the_middle(letter: Rendered) -> None:
    line = next(line for line in letter.pages[0].lines if line.text.endswith("บันทึกข้อความ"))
    assert 29.0 in line.sizes_pt
    if not letter.memo.urgency:
        assert (line.left_mm + line.right_mm) / 2 == near(110)


def test_urgency_is_red_32_points_on_the_headings_line(letter: Rendered) -> None:
    if letter.memo.urgency:
        line = letter.line(letter.memo.urgency)
        assert 32.0 in line.sizes_pt
        assert "#FF0000" in {colour.upper() for colour in line.colours}
        assert line.left_mm > 30 + 15


def test_labels_are_20_points_one_under_the_other(letter: Rendered) -> None:
    labels = [letter.line(label) for label in ("ส่วนราชการ", "ที่", "เรื่อง")]
    for line in labels:
        assert line.left_mm == near(30)
        assert 20.0 in line.sizes_pt
    first, second, third = (line.baseline_mm for line in labels)
    pitch = 22.6 * 25.4 / 72
    assert (second - first, third - second) == (near(pitch), near(pitch))


def test_dotted_lines_run_to_the_right_margin(letter: Rendered) -> None:
    rights = [rule.right_mm for rule in letter.pages[0].rules if rule.top_mm < 65]
    assert sum(right == near(190) for right in rights) >= 3


def test_text_keeps_the_margins(letter: Rendered) -> None:
    for page in letter.pages:
        for line in page.lines:
            if "ลับ" not in line.text:
                assert line.left_mm >= 30 - MM
                assert line.right_mm <= 190 + 1.5
                assert line.baseline_mm <= 297 - 20 + MM


def test_paragraphs_start_25_mm_in_and_lines_are_single(letter: Rendered) -> None:
    first = next(block for block in letter.memo.blocks if not isinstance(block, Table))
    start = letter.line(first.text[:20])
    level = {"ข้อ ๒": 7.5, "ข้อ ๓": 15.0}.get(first.role, 0.0)
    assert start.left_mm == near(55 + level)
    after = [line for line in letter.pages[0].lines if line.baseline_mm > start.baseline_mm]
    pitches = [b.baseline_mm - a.baseline_mm for a, b in pairwise(after)]
    body = [pitch for pitch, line in zip(pitches, after, strict=False) if line.sizes_pt == (16.0,)]
    assert any(pitch == near(BETWEEN_LINES_MM, 0.1) for pitch in body) or len(after) < 8


def test_six_points_part_subject_and_addressee(letter: Rendered) -> None:
    to = letter.line("เรียน")
    above = max(
        (line for line in letter.pages[0].lines if line.baseline_mm < to.baseline_mm - 1),
        key=lambda line: line.baseline_mm,
    )
    taller_label = 1 if 20.0 in above.sizes_pt else 0  # a 20-point line reaches a point deeper
    assert to.baseline_mm - above.baseline_mm == near(BETWEEN_LINES_MM + (6 + taller_label) * 25.4 / 72)


def test_the_signature_stands_on_an_axis_in_the_right_half_after_three_empty_lines(letter: Rendered) -> None:
    page = letter.pages[-1]
    name = letter.line(f"({letter.memo.signature.name})", page.number)
    assert (name.left_mm + name.right_mm) / 2 == near(150, 0.5)
    before = max(line.baseline_mm for line in page.lines if line.baseline_mm < name.baseline_mm - 1)
    assert name.baseline_mm - before == near(4 * BETWEEN_LINES_MM)
    assert sum(line.baseline_mm < name.baseline_mm for line in page.lines) >= 3


def test_pages_from_the_second_on_carry_their_number_in_thai(letter: Rendered) -> None:
    digits = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    for page in letter.pages[1:]:
        shown = f"- {page.number} -".translate(digits)
        number = next(line for line in page.lines if line.text == shown)
        assert (number.left_mm + number.right_mm) / 2 == near(110)
        assert number.baseline_mm == near(30)
    assert not any(re.fullmatch(r"- [๐-๙]+ -", line.text) for line in letter.pages[0].lines)


def test_secrecy_stands_in_red_at_the_head_and_foot_of_every_page(letter: Rendered) -> None:
    for page in letter.pages:
        marks = [line for line in page.lines if line.text == (letter.memo.secrecy or "ลับมาก")]
        assert len(marks) == (2 if letter.memo.secrecy else 0)
        for mark in marks:
            assert (mark.left_mm + mark.right_mm) / 2 == near(110)
            assert {colour.upper() for colour in mark.colours} == {"#FF0000"}
            assert mark.baseline_mm < 15 or mark.baseline_mm > 280


def test_nothing_is_lost_and_nothing_is_doubled(letter: Rendered) -> None:
    """Every letter of the memo stands on the pages once; in order, but for cells side by side."""
    shown = squeezed("".join(line.text for page in letter.pages for line in body_lines(page, letter.memo)))
    wanted = squeezed("".join(expected_texts(letter.memo)))
    if not letter.memo.qr_codes and not any(isinstance(block, Table) for block in letter.memo.blocks):
        assert shown == wanted
    assert sorted(shown) == sorted(wanted)


def body_lines(page: Page, memo: Memo) -> list[Line]:
    """Lines without page numbers, catchwords and secrecy marks."""
    return [
        line
        for line in page.lines
        if not re.fullmatch(r"- [๐-๙]+ -|/.+…", line.text) and line.text != (memo.secrecy or None)
    ]


def expected_texts(memo: Memo) -> list[str]:
    texts = [memo.urgency, "บันทึกข้อความ", "ส่วนราชการ", memo.agency, "ที่", memo.number, "วันที่"]
    texts += [memo.date_text, "เรื่อง", memo.subject, "เรียน", memo.to]
    for block in memo.blocks:
        cells = (
            [block.runs]
            if not isinstance(block, Table)
            else [*block.head, *(c for r in block.rows for c in r)]
        )
        texts += [run.text for runs in cells for run in runs]
    texts += [f"({memo.signature.name})", *memo.signature.position]
    for decision in memo.decisions:
        texts += [decision.result, f"({decision.by.name})", *decision.by.position]
    if memo.qr_codes:
        texts += ["เอกสารที่เกี่ยวข้องกับ", memo.subject, *(code.caption for code in memo.qr_codes)]
    return texts
