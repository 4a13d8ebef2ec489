"""The shipped report forms, rendered and measured: dotted lines end where they should, and a pen has room."""

from __future__ import annotations

from pathlib import Path

import pytest

from memogen.desk import Workspace
from memogen.layout import Line, Page, embedded_fonts, in_order, read_pdf, to_pdf

pytestmark = pytest.mark.layout

ROOT = Path(__file__).parents[2]
MM = 0.3
LEADER_MM = 2.0
"""A leader ends within a dot of its stop."""
LINE_MM = (18.1 + 6) * 25.4 / 72
FORMS = {"upright": "2560-01-31-แบบรายงานผลตามนโยบายคุณธรรม", "across": "2566-03-31-แบบรายงานรายตัวชี้วัด"}


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory, font_cache: Path) -> dict[str, Page]:
    folder = tmp_path_factory.mktemp("forms")
    made = Workspace.at(ROOT).make([ROOT / "letters" / f"{name}.md" for name in FORMS.values()], out=folder)
    pdfs = to_pdf([one.files[0] for one in made], folder, cache=font_cache)
    pages = {}
    for name, pdf in zip(FORMS, pdfs, strict=True):
        (pages[name],) = read_pdf(pdf)
        assert all(embedded_fonts(pdf).values())
    return pages


def squeezed(text: str) -> str:
    return "".join(in_order(text).split())


def line(page: Page, start: str) -> Line:
    """The first line that starts so."""
    return next(one for one in page.lines if squeezed(one.text).startswith(start))


@pytest.mark.parametrize(
    ("name", "left", "right", "starts"),
    [
        ("upright", 30, 190, ("หน่วยงาน", "ข้อมูลณ", "นโยบายด้าน")),
        ("across", 20, 277, ("มิติที่", "แผนงาน/โครงการ", "ชื่อหน่วยงาน", "หมายเหตุ")),
    ],
)
def test_dotted_lines_run_from_margin_to_margin_with_room_for_a_pen(
    forms: dict[str, Page], name: str, left: float, right: float, starts: tuple[str, ...]
) -> None:
    found = [line(forms[name], start) for start in starts]
    for one in found:
        assert one.left_mm == pytest.approx(left, abs=MM)
        assert right - LEADER_MM <= one.right_mm <= right + MM
    assert found[1].baseline_mm - found[0].baseline_mm == pytest.approx(LINE_MM, abs=MM)


@pytest.mark.parametrize(("name", "centre"), [("upright", 110), ("across", 148.5)])
def test_the_title_stands_in_the_middle_of_the_text(forms: dict[str, Page], name: str, centre: float) -> None:
    title = forms[name].lines[0]
    assert (title.left_mm + title.right_mm) / 2 == pytest.approx(centre, abs=0.5)
    assert title.baseline_mm < 32


def test_dotted_lines_in_a_cell_end_at_its_edge(forms: dict[str, Page]) -> None:
    first, last = (line(forms["upright"], mark) for mark in "๑๔")
    assert last.baseline_mm - first.baseline_mm > 3 * 6.5
    assert first.right_mm == pytest.approx(last.right_mm, abs=LEADER_MM)
    assert line(forms["upright"], "ฯลฯ").baseline_mm > last.baseline_mm


def test_the_reporter_signs_at_the_right_and_a_form_needs_one_page(forms: dict[str, Page]) -> None:
    signed, post = line(forms["across"], "ลงชื่อ"), line(forms["across"], "ตำแหน่ง")
    assert signed.left_mm == post.left_mm == pytest.approx(277 - 85, abs=MM)
    assert 277 - LEADER_MM <= signed.right_mm <= 277 + MM
    below = line(forms["across"], "ผู้จัดทำข้อมูล")
    assert (below.left_mm + below.right_mm) / 2 == pytest.approx(277 - 85 / 2, abs=0.5)
