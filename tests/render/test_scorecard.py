"""The scorecard's annex and the forms of single KPIs: every text once, cells merged, no figure torn."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import each
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from memogen import opc, thai
from memogen.ooxml import twips
from memogen.render import read_template
from memogen.render.kpiforms import KpiForm, Measured, Step, kpi_forms
from memogen.render.landscape import WIDTH_MM
from memogen.render.scorecard import Annex, CsfRows, DimensionRows, KpiRow, scorecard_annex

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEMPLATE = read_template(Path(__file__).parents[2] / "templates" / "บันทึกข้อความ.docx")


def kpi(name: str = "1.1 ตัวชี้วัด", **values: str | tuple[str, ...]) -> KpiRow:
    found: dict[str, str | tuple[str, ...]] = {
        "project": "โครงการ",
        "measure": "ร้อยละ",
        "targets": ("60", "65", "70", "75", "80"),
        "weight": "100",
        "result": "75",
        "level": "4",
        "score": "80.00",
        "budget": "-",
    }
    return KpiRow(name=name, **(found | values))  # type: ignore[arg-type]


def annex(*kpis: KpiRow) -> Annex:
    csf = CsfRows(name="เป้าประสงค์", weight="100", score="80.00", kpis=kpis)
    dimension = DimensionRows(name="มิติ ก", weight="100", score="80.00", csfs=(csf,))
    return Annex(
        titles=("ผลการดำเนินงาน",),
        dimensions=(dimension,),
        total_name="คะแนนรวม",
        total="80.00",
        count="รวมทั้งสิ้น 1 มิติ",
        notes=("หมายเหตุ : -",),
    )


def made(content: bytes) -> etree._Element:
    return etree.fromstring(opc.read_package(content, file="x")["word/document.xml"])


def card(*kpis: KpiRow) -> etree._Element:
    return made(scorecard_annex(annex(*kpis), agency="กรม", template=TEMPLATE))


def text_of(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t")).replace("\u00a0", " ")


def merges(cell: etree._Element) -> tuple[str | None, int]:
    """How a cell is merged down, and over how many columns."""
    down, span = (cell.find(f"{W}tcPr/{W}{name}") for name in ("vMerge", "gridSpan"))
    return (
        None if down is None else down.get(f"{W}val"),
        1 if span is None else int(span.get(f"{W}val", "1")),
    )


def rows(document: etree._Element) -> list[list[etree._Element]]:
    return [row.findall(f"{W}tc") for row in document.iter(f"{W}tr")]


def widths(document: etree._Element) -> list[int]:
    return [int(column.get(f"{W}w", "0")) for column in document.iterfind(f".//{W}tbl/{W}tblGrid/{W}gridCol")]


# --- the scorecard --------------------------------------------------------------------------------


def test_both_rows_of_the_heading_are_repeated() -> None:
    headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in card(kpi()).iter(f"{W}tr")]
    assert headers == [True, True, False, False, False]


def test_the_page_lies_on_its_side() -> None:
    size = card(kpi()).find(f".//{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}orient"), size.get(f"{W}w"), size.get(f"{W}h")) == ("landscape", "16838", "11906")


def test_groups_reach_over_their_rows_and_a_project_over_its_own() -> None:
    grid = rows(card(kpi("1"), kpi("2"), kpi("3", project="อื่น")))[2:5]
    assert [merges(row[0])[0] for row in grid] == ["restart", "continue", "continue"]
    assert [merges(row[2])[0] for row in grid] == ["restart", "continue", None]
    assert [merges(row[3])[0] for row in grid] == [None, None, None]
    assert [text_of(row[2]) for row in grid] == ["โครงการ", "", "อื่น"]


def test_what_is_not_yet_known_is_said_once_over_result_and_level() -> None:
    said = "ทราบผล เดือน ก.ย. 66"
    alone, interim, known = rows(
        card(kpi(result=said, level=said), kpi(result="12.12", level=said), kpi(result="4", level="4"))
    )[2:5]
    assert (text_of(alone[13]), merges(alone[13])[1], len(alone)) == ("ทราบผล เดือน ก.ย. ๖๖", 2, 18)
    assert [text_of(cell) for cell in interim[13:15]] == ["๑๒.๑๒", "ทราบผล เดือน ก.ย. ๖๖"]
    assert [text_of(cell) for cell in known[13:15]] == ["๔", "๔"]


@each(("budget", "target"), [("-", "5"), ("1,397,139.50", "80"), ("12,345,678.90", "10,000")])
def test_the_columns_fill_the_page_and_grow_with_their_figures(budget: str, target: str) -> None:
    found = widths(card(kpi(budget=budget, targets=(target,) * 5)))
    assert sum(found) == pytest.approx(twips(WIDTH_MM), abs=len(found))
    assert found[18] > twips(1.8) * sum(char.isdigit() for char in budget)
    assert found[5] > twips(1.8) * sum(char.isdigit() for char in target)


texts = st.text(st.sampled_from("กขคีู้ &<>\"'A1๑\u00a0-/()|*"), min_size=1, max_size=40).filter(str.strip)


@settings(deadline=None, max_examples=40)
@given(texts, texts)
def test_every_text_is_printed_in_thai_digits(name: str, note: str) -> None:
    document = card(kpi(name, budget=note))
    printed = text_of(document)
    for text in (name, note):
        assert thai.thai_digits(text).replace("\u00a0", " ") in printed


# --- the forms ------------------------------------------------------------------------------------


def form(**values: object) -> KpiForm:
    own = Measured(name="KPI ที่ 1.1 ตัวชี้วัด", measure="ร้อยละ", targets=("-", "-", "1", "2", "3"), result="58.73")
    found: dict[str, object] = {
        "titles": ("แผน",),
        "heads": ("มิติที่ 1 : มิติ",),
        "rounds": (("รอบ 6 เดือน", True), ("รอบ 9 เดือน", False)),
        "office": "กอง",
        "kpi": own,
    }
    return KpiForm(**(found | values))  # type: ignore[arg-type]


def forms(*wanted: KpiForm) -> etree._Element:
    return made(kpi_forms(wanted, title="แบบ", agency="กรม", template=TEMPLATE))


def test_each_form_but_the_first_begins_a_page() -> None:
    document = forms(form(), form(titles=()), form(titles=(), heads=()))
    breaks = [
        text_of(paragraph)[:6]
        for paragraph in document.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert breaks == ["มิติที", "ระยะเว"]


def test_the_ticked_round_is_ticked() -> None:
    assert "ระยะเวลา : ☑ รอบ ๖ เดือน   ☐ รอบ ๙ เดือน" in text_of(forms(form()))


def test_the_report_reaches_down_to_the_last_row() -> None:
    part = Measured(name="1. กิจกรรม", measure="ระดับ", targets=("1", "2", "3", "4", "5"), result="3")
    grid = rows(forms(form(parts=(part,), formula="นับ", report="ทำแล้ว", budget="875 บาท")))[2:]
    assert [merges(row[-2])[0] for row in grid] == ["restart", "continue", "continue"]
    assert [text_of(cell) for cell in grid[0][-2:]] == ["ทำแล้ว", "๘๗๕ บาท"]
    assert merges(grid[2][0])[1] == 8


def test_a_long_report_has_a_row_of_its_own() -> None:
    long = "\n".join(f"ครั้งที่ {n}" for n in range(1, 16))
    grid = rows(forms(form(report=long)))[2:]
    assert text_of(grid[0][-2]) == "ตามรายละเอียดด้านล่าง"
    assert (len(grid[1]), merges(grid[1][0])[1]) == (1, 10)
    assert text_of(grid[1][0]).endswith("ครั้งที่ ๑๕")


@each(
    ("formula", "lines"),
    [
        ("ก × 100 ÷ ข", ["ก × ๑๐๐", "ข"]),
        ("นับจำนวน", ["นับจำนวน"]),
        ("ก ÷ ข ÷ ค", ["ก ÷ ข ÷ ค"]),
        ("ก ÷ ข\nหมายเหตุ", ["ก ÷ ข", "หมายเหตุ"]),
    ],
)
def test_a_division_stands_as_a_fraction(formula: str, lines: list[str]) -> None:
    cell = rows(forms(form(formula=formula)))[-1][0]
    assert [text_of(paragraph) for paragraph in cell.iter(f"{W}p")][1:] == lines


def test_five_steps_get_the_table_of_their_levels() -> None:
    steps = tuple(Step(number=str(n), text=f"ขั้น {n}", is_done=n < 3, note="") for n in range(1, 6))
    milestone = Measured(
        name="KPI", measure="ระดับ", targets=("1", "2", "3", "4", "5"), result="2", steps=steps
    )
    text = text_of(forms(form(kpi=milestone)))
    assert "☑ขั้นตอนที่ ๑) ขั้น ๑☑ขั้นตอนที่ ๒) ขั้น ๒☐ขั้นตอนที่ ๓) ขั้น ๓" in text
    assert text.count("✓") == 1 + 2 + 3 + 4 + 5
    assert "Milestone" not in text_of(forms(form()))


def test_what_is_not_told_leaves_dots_to_fill() -> None:
    text = text_of(forms(form()))
    assert "ลงชื่อ ....." in text
    assert "(.....".replace(".....", "." * 40) in text
    assert "หมายเหตุ" not in text
    filled = text_of(forms(form(preparer="นายสมมติ สองนาม", position="นิติกร", note="ดูแผน")))
    assert "(นายสมมติ สองนาม)ตำแหน่ง นิติกรผู้จัดทำข้อมูล" in filled
    assert "หมายเหตุ : ดูแผน" in filled
