"""A shipped letter of each other kind, rendered and measured against saraban.md sections 2.2 and 2.4."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from memogen.desk import Workspace
from memogen.layout import Line, Page, embedded_fonts, in_order, read_pdf, to_pdf
from memogen.model import Kind

pytestmark = pytest.mark.layout

ROOT = Path(__file__).parents[2]
OFFICE = Workspace.at(ROOT)
MM = 0.3
PITCH_MM = 18.1 * 25.4 / 72
POINT_MM = 25.4 / 72
FEET_MM, CENTRE_MM, TEXT_MM = 45, 105, 30
"""The garuda's feet from the top of the sheet, its axis and the text from the left."""
KINDS = {
    Kind.EXTERNAL: "2560-01-31-ส่งแบบสำรวจหลักฐานเชิงประจักษ์",
    Kind.STAMPED: "2560-03-20-เตือนการรายงานผลรอบแรก",
    Kind.ORDER: "2566-01-16-แต่งตั้งคณะทำงานจัดทำแผนพัฒนารายบุคคล",
    Kind.ANNOUNCEMENT: "2560-01-20-นโยบายคุณธรรมและความโปร่งใส",
    Kind.CERTIFICATE: "2566-03-27-รับรองการปฏิบัติงาน",
    Kind.MINUTES: "2565-03-18-ประชุมชี้แจง-Unit-School",
}
WITH_EMBLEM = [kind for kind in KINDS if kind is not Kind.MINUTES]


@dataclass(frozen=True)
class Rendered:
    """The measured pages of a letter."""

    pages: tuple[Page, ...]
    fonts: dict[str, bool]

    def line(self, start: str, page: int = 0) -> Line:
        """The first line of a page that starts so; pages count from 0, -1 is the last."""
        wanted = squeezed(start)
        return next(line for line in self.pages[page].lines if squeezed(line.text).startswith(wanted))


def squeezed(text: str) -> str:
    return "".join(in_order(text).split())


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory, font_cache: Path) -> dict[Kind, Rendered]:
    folder = tmp_path_factory.mktemp("kinds")
    made = OFFICE.make([ROOT / "letters" / f"{name}.md" for name in KINDS.values()], out=folder)
    pdfs = to_pdf([one.files[0] for one in made], folder, cache=font_cache)
    return {kind: Rendered(read_pdf(pdf), embedded_fonts(pdf)) for kind, pdf in zip(KINDS, pdfs, strict=True)}


def near(value: float, tolerance: float = MM) -> object:
    return pytest.approx(value, abs=tolerance)


def centre(line: Line) -> float:
    return (line.left_mm + line.right_mm) / 2


def below(first: Line, second: Line) -> float:
    return second.baseline_mm - first.baseline_mm


@pytest.mark.parametrize("kind", WITH_EMBLEM)
def test_the_emblem_is_30_mm_high_in_the_middle_of_the_sheet_on_page_one_only(
    rendered: dict[Kind, Rendered], kind: Kind
) -> None:
    pages = rendered[kind].pages
    (emblem,) = pages[0].images
    assert (emblem.top_mm, emblem.height_mm) == (near(15, 0.1), near(30, 0.1))
    assert emblem.left_mm + emblem.width_mm / 2 == near(CENTRE_MM, 0.1)
    assert not any(page.images for page in pages[1:])


def test_minutes_have_no_emblem(rendered: dict[Kind, Rendered]) -> None:
    assert not any(page.images for page in rendered[Kind.MINUTES].pages)


@pytest.mark.parametrize("kind", KINDS)
def test_text_keeps_the_margins_and_paragraphs_begin_25_mm_in(
    rendered: dict[Kind, Rendered], kind: Kind
) -> None:
    for page in rendered[kind].pages:
        for line in page.lines:
            assert line.left_mm >= TEXT_MM - MM
            assert line.right_mm <= 190 + 1.5
            assert line.baseline_mm <= 297 - 20 + MM
    assert any(line.left_mm == near(55) for page in rendered[kind].pages for line in page.lines)
    assert all(rendered[kind].fonts.values())


@pytest.mark.parametrize(
    ("kind", "label"), [(Kind.EXTERNAL, "ที่"), (Kind.STAMPED, "ที่"), (Kind.CERTIFICATE, "เลขที่")]
)
def test_the_number_stands_at_the_feet_of_the_garuda(
    rendered: dict[Kind, Rendered], kind: Kind, label: str
) -> None:
    line = rendered[kind].line(label)
    assert (line.left_mm, line.baseline_mm) == (near(TEXT_MM), near(FEET_MM))


@pytest.mark.parametrize("kind", [Kind.EXTERNAL, Kind.CERTIFICATE])
def test_the_address_stands_under_the_sender_100_mm_in(rendered: dict[Kind, Rendered], kind: Kind) -> None:
    first, second = rendered[kind].line("๑๒ถนน"), rendered[kind].line("เขตพระนคร")
    assert (first.left_mm, second.left_mm) == (near(130), near(130))
    assert (first.baseline_mm, below(first, second)) == (near(FEET_MM + PITCH_MM), near(PITCH_MM))


def test_date_and_closing_begin_on_the_axis_of_the_emblem(rendered: dict[Kind, Rendered]) -> None:
    letter = rendered[Kind.EXTERNAL]
    date, closing = letter.line("๓๑มกราคม๒๕๖๐"), letter.line("ขอแสดงความนับถือ")
    assert (date.left_mm, closing.left_mm) == (near(CENTRE_MM), near(CENTRE_MM))
    assert below(letter.line("เขตพระนคร"), date) == near(PITCH_MM + 6 * POINT_MM)
    assert below(letter.line("จึงเรียนมาเพื่อ"), closing) == near(PITCH_MM + 12 * POINT_MM)


def test_the_lines_of_the_head_are_six_points_apart(rendered: dict[Kind, Rendered]) -> None:
    letter = rendered[Kind.EXTERNAL]
    assert below(letter.line("๓๑มกราคม"), letter.line("เรื่อง")) == near(PITCH_MM + 6 * POINT_MM)
    assert below(letter.line("เรียน"), letter.line("อ้างถึง")) == near(PITCH_MM + 6 * POINT_MM)
    for label in ("เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย"):
        assert letter.line(label).left_mm == near(TEXT_MM)


@pytest.mark.parametrize(
    ("kind", "before", "name"),
    [
        (Kind.EXTERNAL, "ขอแสดงความนับถือ", "(นายสมมติ"),
        (Kind.ORDER, "สั่งณวันที่", "(นายสมมติ"),
        (Kind.ANNOUNCEMENT, "ประกาศณวันที่", "(นายสมมติ"),
        (Kind.CERTIFICATE, "ให้ไว้ณวันที่", "(นางสาวตัวอย่าง"),
    ],
)
def test_the_signature_stands_under_the_closing_after_three_empty_lines(
    rendered: dict[Kind, Rendered], kind: Kind, before: str, name: str
) -> None:
    letter = rendered[kind]
    closing = rendered[Kind.EXTERNAL].line("ขอแสดงความนับถือ")
    signed = letter.line(name, -1)
    assert centre(signed) == near(centre(closing), 0.5)
    assert below(letter.line(before, -1), signed) == near(4 * PITCH_MM)


def test_the_owner_stands_at_the_left_after_three_empty_lines(rendered: dict[Kind, Rendered]) -> None:
    letter = rendered[Kind.EXTERNAL]
    post, owner = letter.line("อธิบดีกรม"), letter.line("กลุ่มพัฒนาระบบบริหาร")
    assert (owner.left_mm, below(post, owner)) == (near(TEXT_MM), near(4 * PITCH_MM))
    assert below(owner, letter.line("โทร.")) == near(PITCH_MM)


@pytest.mark.parametrize(("kind", "word"), [(Kind.ORDER, "คำสั่งกรม"), (Kind.ANNOUNCEMENT, "ประกาศกรม")])
def test_the_heading_stands_in_the_middle_of_the_text(
    rendered: dict[Kind, Rendered], kind: Kind, word: str
) -> None:
    letter = rendered[kind]
    heading, subject = letter.line(word), letter.line("เรื่อง")
    assert (centre(heading), centre(subject)) == (near(110), near(110))
    assert heading.baseline_mm > FEET_MM + 5


def test_an_order_is_dated_under_its_text_50_mm_in(rendered: dict[Kind, Rendered]) -> None:
    assert rendered[Kind.ORDER].line("สั่งณวันที่", -1).left_mm == near(80)
    assert rendered[Kind.ORDER].line("ทั้งนี้", -1).left_mm == near(55)


def test_a_stamped_letter_leaves_room_for_the_seal_over_its_date(rendered: dict[Kind, Rendered]) -> None:
    letter = rendered[Kind.STAMPED]
    sender = next(line for line in letter.pages[-1].lines if line.text == "กรมส่งเสริมสหกรณ์")
    date = letter.line("๒๐มีนาคม๒๕๖๐", -1)
    assert centre(sender) == near(centre(date), 0.5)
    assert below(sender, date) == near(4 * PITCH_MM)
    assert not any("ขอแสดงความนับถือ" in line.text or "(นาย" in line.text for line in letter.pages[-1].lines)


def test_an_attendance_list_stands_in_columns(rendered: dict[Kind, Rendered]) -> None:
    letter = rendered[Kind.MINUTES]
    first, last = letter.line("๑."), letter.line("๒๐.")
    assert (first.left_mm, last.left_mm) == (near(TEXT_MM), near(TEXT_MM))
    assert below(first, last) == near(19 * PITCH_MM, 0.5)
    assert centre(letter.line("ครั้งที่๑/๒๕๖๕")) == near(110)
    assert letter.line("ระเบียบวาระที่๑", 1).left_mm == near(TEXT_MM)


def test_both_signatures_of_minutes_stand_on_the_last_page(rendered: dict[Kind, Rendered]) -> None:
    letter = rendered[Kind.MINUTES]
    recorder, reviewer = (letter.line(word, -1) for word in ("ผู้จดรายงาน", "ผู้ตรวจรายงาน"))
    assert (centre(recorder), centre(reviewer)) == (near(150, 0.5), near(150, 0.5))
    assert below(letter.line("เลิกประชุม", -1), letter.line("(นายสาธิต", -1)) == near(4 * PITCH_MM)


@pytest.mark.parametrize("kind", KINDS)
def test_pages_from_the_second_on_carry_their_number(rendered: dict[Kind, Rendered], kind: Kind) -> None:
    for page in rendered[kind].pages[1:]:
        number = next(line for line in page.lines if line.text.startswith("- "))
        assert (centre(number), number.baseline_mm) == (near(110), near(30))
