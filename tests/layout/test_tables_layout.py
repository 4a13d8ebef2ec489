"""Data tables on real pages: one row, fifteen units, 300 rows, and annexes on landscape pages."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from memogen.compose import compose
from memogen.desk import Workspace
from memogen.layout import Page, in_order, read_pdf, text_of, to_pdf
from memogen.letters import parse_letter
from memogen.model import Memo, Run, Table
from memogen.render import Template, read_template
from memogen.render.memo import render_memo
from memogen.sheets import read_table

pytestmark = pytest.mark.layout

ROOT = Path(__file__).parents[2]
OFFICE = Workspace.at(ROOT).office
MM = 0.5
HEADS = "เรื่อง: ทดสอบตาราง\nเรียน: ผู้อำนวยการกองคลัง\nผู้ลงนาม: อธิบดี\n\nดังนี้\n"
END = "\n\nจึงเรียนมาเพื่อทราบ\n"
MONTHS = ("ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.")
DATA: dict[str, list[dict[str, Any]]] = {
    "แผน": read_table(ROOT / "fixtures/แผนปรับปรุงการให้บริการ-2566.xlsx", "แผน").records(),
    "มาก": [
        {
            "หน่วยงาน": f"กองที่ {number // 20 + 1}",
            "โครงการ": f"โครงการพัฒนาระบบบริการประชาชน ระยะที่ {number + 1}",
            "วันเริ่ม": date(2023, 1 + number % 12, 1 + number % 28),
            "งบประมาณ": Decimal(number * 1234) / 4,
            "หมายเหตุ": None if number % 7 else "- เบิกจ่ายแล้ว\n- รอเอกสารจากส่วนภูมิภาค\n๑. ตรวจรับ",
        }
        for number in range(300)
    ],
    "กว้าง": [
        {"หน่วยงาน": f"สำนักงานตัวอย่างที่ {number}"} | dict.fromkeys(MONTHS, Decimal(1234567 + number))
        for number in range(60)
    ],
    "ยาว": [{"ก": "ข้อความยาวมาก " * 400, "ข": "สั้น"}, {"ก": "สั้น", "ข": "สั้น"}],
}
LETTERS = {
    "หนึ่ง": "[[ตาราง: มาก | เฉพาะ: งบประมาณ = 308.5 | คอลัมน์: โครงการ, งบประมาณ]]" + END,
    "สิบห้า": """
[[ตาราง: แผน | คอลัมน์: หน่วยงาน, แผน, เรื่อง, ตัวชี้วัดความสำเร็จ | กลุ่ม: หน่วยงาน, แผน | ลำดับ]]
"""
    + END,
    "สามร้อย": """
[[ตาราง: มาก | กลุ่ม: หน่วยงาน | รวม: งบประมาณ | นับ: โครงการ = โครงการ | ลำดับ | วันที่ย่อ]]
"""
    + END,
    "แนบ": END
    + """
[[ตาราง: กว้าง | รวม: ต.ค. | เอกสารแนบ: แผนรายเดือน]]
[[ตาราง: แผน | กลุ่ม: หน่วยงาน | เอกสารแนบ: แผนปี ๒๕๖๖]]
""",
    "แถวสูง": "[[ตาราง: ยาว]]" + END,
}


@cache
def template() -> Template:
    return read_template(ROOT / "templates" / "บันทึกข้อความ.docx")


@pytest.fixture(scope="module")
def made(
    tmp_path_factory: pytest.TempPathFactory, font_cache: Path
) -> dict[str, tuple[Memo, tuple[Page, ...]]]:
    """Each letter and its measured pages, converted in one call."""
    folder = tmp_path_factory.mktemp("tables")
    memos = {
        name: compose(parse_letter(HEADS + body, "x.md"), OFFICE, data=DATA) for name, body in LETTERS.items()
    }
    files = [folder / f"{name}.docx" for name in memos]
    for file, memo in zip(files, memos.values(), strict=True):
        file.write_bytes(render_memo(memo, template(), emblem=True, creator="ก"))
    pdfs = to_pdf(files, folder, cache=font_cache)
    return {name: (memo, read_pdf(pdf)) for (name, memo), pdf in zip(memos.items(), pdfs, strict=True)}


def tables_of(memo: Memo) -> list[Table]:
    return [block for block in memo.blocks if isinstance(block, Table)]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", in_order(text))


def texts(row: tuple[tuple[Run, ...], ...]) -> str:
    return squeezed("".join(run.text for cell in row for run in cell))


@pytest.mark.parametrize("name", LETTERS)
def test_no_letter_of_a_cell_is_cut(made: dict[str, tuple[Memo, tuple[Page, ...]]], name: str) -> None:
    memo, pages = made[name]
    wanted = Counter("".join(texts(row) for table in tables_of(memo) for row in (table.head, *table.rows)))
    assert not wanted - Counter(squeezed(text_of(pages)))


@pytest.mark.parametrize("name", LETTERS)
def test_nothing_stands_beyond_the_margins(made: dict[str, tuple[Memo, tuple[Page, ...]]], name: str) -> None:
    for page in made[name][1]:
        left, bottom = (20, 20) if page.width_mm > page.height_mm else (30, 15)
        for line in page.lines:
            assert line.left_mm >= left - MM, (page.number, line.text)
            assert line.right_mm <= page.width_mm - 20 + MM, (page.number, line.text)
            assert line.baseline_mm <= page.height_mm - bottom + MM, (page.number, line.text)


@pytest.mark.parametrize("name", ["สิบห้า", "สามร้อย"])
def test_the_head_stands_on_each_page_of_the_table(
    made: dict[str, tuple[Memo, tuple[Page, ...]]], name: str
) -> None:
    memo, pages = made[name]
    (table,) = tables_of(memo)
    head = texts(table.head)
    assert len(pages) > 5
    for page in pages[:-1]:
        assert head in [squeezed(line.text) for line in page.lines]


def test_one_row_fits_one_page(made: dict[str, tuple[Memo, tuple[Page, ...]]]) -> None:
    memo, pages = made["หนึ่ง"]
    assert len(tables_of(memo)[0].rows) == 1
    assert len(pages) == 1


def test_the_total_is_printed_once_at_the_end(made: dict[str, tuple[Memo, tuple[Page, ...]]]) -> None:
    memo, pages = made["สามร้อย"]
    total = texts(tables_of(memo)[0].rows[-1])
    assert total == "รวม๓๐๐โครงการ๑๓,๘๓๖,๒๒๕.๐๐"
    assert [total in squeezed(text_of([page])) for page in pages].count(True) == 1
    assert total in squeezed(text_of(pages[-1:]))


def test_annexes_are_landscape_pages_that_go_on_counting(
    made: dict[str, tuple[Memo, tuple[Page, ...]]],
) -> None:
    memo, pages = made["แนบ"]
    letter, *annexes = pages
    assert (round(letter.width_mm), round(letter.height_mm)) == (210, 297)
    assert {(round(page.width_mm), round(page.height_mm)) for page in annexes} == {(297, 210)}
    for page in annexes:
        number = str(page.number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
        assert squeezed(page.lines[0].text) == f"-{number}-"
    titles = [squeezed(line.text) for page in annexes for line in page.lines[1:3]]
    assert titles.count("เอกสารแนบ๑") == titles.count("แผนรายเดือน") == titles.count("แผนปี๒๕๖๖") == 1
    for table, title in zip(tables_of(memo), ("เอกสารแนบ๑", "เอกสารแนบ๒"), strict=True):
        (first,) = [page for page in annexes if title in [squeezed(line.text) for line in page.lines]]
        assert texts(table.head) in squeezed(text_of([first]))
    assert len(annexes[-1].lines) > 3, "no page is left empty"


def test_a_row_taller_than_a_page_goes_on_over_it(made: dict[str, tuple[Memo, tuple[Page, ...]]]) -> None:
    _memo, pages = made["แถวสูง"]
    assert len(pages) > 1


@pytest.mark.parametrize("name", LETTERS)
def test_the_documents_have_no_error_by_the_open_xml_rules(
    made: dict[str, tuple[Memo, tuple[Page, ...]]], tmp_path: Path, name: str
) -> None:
    from openxml_audit import OpenXmlValidator

    (tmp_path / "x.docx").write_bytes(render_memo(made[name][0], template(), emblem=True, creator="ก"))
    assert list(OpenXmlValidator().validate(str(tmp_path / "x.docx")).errors) == []
