"""The papers of a plan's KPIs on real pages: inside their margins, no text cut, no figure torn."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from memogen.desk.planpapers import annex_of, forms_of
from memogen.kpi import read_scorecard, score
from memogen.layout import Page, in_order
from memogen.render import read_template
from memogen.render.kpiforms import KpiForm, kpi_forms
from memogen.render.scorecard import Annex, scorecard_annex

pytestmark = pytest.mark.layout

ROOT = Path(__file__).parents[2]
TEMPLATE = read_template(ROOT / "templates" / "บันทึกข้อความ.docx")
PLAN = score(read_scorecard(ROOT / "fixtures" / "แผนกลยุทธ์ทรัพยากรบุคคล-2566.xlsx"))
MM = 0.3
PagesOf = Callable[[Sequence[bytes]], list[tuple[Page, ...]]]
LONG = "\n".join(f"ครั้งที่ {number} ดำเนินการแล้วตามแผน" for number in range(1, 91))


def of_annex(annex: Annex) -> bytes:
    return scorecard_annex(annex, agency="กรม", template=TEMPLATE)


def of_forms(forms: Sequence[KpiForm]) -> bytes:
    return kpi_forms(forms, title="แบบรายงานรายตัวชี้วัด", agency="กรม", template=TEMPLATE)


def ten_times(annex: Annex) -> Annex:
    """Each name of a group ends with a sign of its own."""
    dimensions = tuple(
        replace(
            one,
            name=f"{one.name} DIM",
            csfs=tuple(replace(csf, name=f"{csf.name} CSF{len(csf.kpis)}") for csf in one.csfs),
        )
        for one in annex.dimensions
    )
    return replace(annex, dimensions=dimensions * 10)


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "the scorecard": lambda: of_annex(annex_of(PLAN)),
    "a scorecard ten times as long": lambda: of_annex(ten_times(annex_of(PLAN))),
    "the forms": lambda: of_forms(forms_of(PLAN)),
    "long forms": lambda: of_forms(
        [
            replace(forms_of(PLAN)[2], report=LONG),
            replace(forms_of(PLAN)[0], activity=LONG),
            replace(forms_of(PLAN)[0], report=LONG, activity="", formula=""),
        ]
    ),
}


@pytest.fixture(scope="module")
def made(pdf_of: PagesOf) -> dict[str, tuple[Page, ...]]:
    pages = pdf_of([make() for make in DOCUMENTS.values()])
    return dict(zip(DOCUMENTS, pages, strict=True))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", in_order(text))


def words_on(pages: Sequence[Page]) -> str:
    return squeezed(" ".join(line.text for page in pages for line in page.lines))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_page_lies_on_its_side_with_its_text_inside(
    name: str, made: dict[str, tuple[Page, ...]]
) -> None:
    for page in made[name]:
        assert page.width_mm == pytest.approx(297, abs=MM)
        assert page.height_mm == pytest.approx(210, abs=MM)
        for line in page.lines:
            assert 15 - MM <= line.left_mm < line.right_mm <= 282 + MM
            assert 10 <= line.baseline_mm <= 195


@pytest.mark.parametrize("name", ["the scorecard", "a scorecard ten times as long"])
def test_the_heading_stands_on_each_page_of_the_scorecard(
    name: str, made: dict[str, tuple[Page, ...]]
) -> None:
    for page in made[name]:
        if any("๑๐๐ คะแนน" in line.text or "หมายเหตุ" in line.text for line in page.lines[:2]):
            continue  # the notes may go over to a page of their own
        head = words_on([page])[:200]
        assert "ระดับเป้าหมาย" in head
        assert "น้ำหนัก" in head


def test_the_scorecard_takes_as_many_pages_as_the_seeds(made: dict[str, tuple[Page, ...]]) -> None:
    assert len(made["the scorecard"]) == 3


def test_no_figure_of_the_scorecard_is_torn(made: dict[str, tuple[Page, ...]]) -> None:
    lines = "\n".join(line.text for page in made["the scorecard"] for line in page.lines)
    for figure in ("๑,๓๙๗,๑๓๙.๕๐", "๓๒๖,๐๐๐", "๓๒๑,๖๐๐", "๑๒.๑๒", "๕๘.๗๓", "๘๓.๘", "๒๘.๘๓", "๑.๒๐", "๒.๖๓"):
        assert figure in lines
    assert lines.count("๑๒.๐๐") == 2
    assert lines.count("๑๐.๐๐") == 2
    assert len(re.findall("(?<!ไม่)ทราบผล", lines)) == 14


def test_no_name_of_a_group_is_cut_where_a_page_ends(made: dict[str, tuple[Page, ...]]) -> None:
    words = words_on(made["a scorecard ten times as long"])
    assert words.count("DIM") == 5 * 10
    assert len(re.findall("CSF[1-9]", words)) == 14 * 10


def test_every_dimension_and_total_is_there(made: dict[str, tuple[Page, ...]]) -> None:
    words = words_on(made["the scorecard"])
    for text in ("คะแนน HR Scorecard (เต็ม ๑๐๐ คะแนน)", "รวมทั้งสิ้น ๕ มิติ ๑๔ CSF ๒๐ แผนงาน/โครงการ ๒๒ ตัวชี้วัด"):
        assert squeezed(text) in words


def test_each_form_begins_its_page(made: dict[str, tuple[Page, ...]]) -> None:
    begun = [page for page in made["the forms"] if "แผนกลยุทธ์" in words_on([page])[:40]]
    assert len(begun) == 22
    for page in made["the forms"]:
        assert "ระดับค่าเป้าหมาย" in words_on([page])
    assert words_on(made["the forms"]).count("ผู้จัดทำข้อมูล") == 22


def test_no_line_of_a_long_report_or_activity_is_lost(made: dict[str, tuple[Page, ...]]) -> None:
    words = words_on(made["long forms"])
    numbers = [
        number.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
        for number in re.findall("ครั้งที่([๐-๙]+)ดำเนิน", words)
    ]
    assert sorted(map(int, numbers)) == sorted([*range(1, 91)] * 3)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_wrong_by_the_open_xml_rules(name: str, tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "made.docx"
    path.write_bytes(DOCUMENTS[name]())
    assert list(OpenXmlValidator().validate(str(path)).errors) == []
