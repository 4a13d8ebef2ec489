"""`data trace`: the cells of a letter's figures, in a table for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Run
from openpyxl import Workbook, load_workbook

from memogen.cli.columns import width

BOOK = "fixtures/ผล.xlsx"
HEADS = f"""\
เรื่อง: รายงานผล
เรียน: อธิบดี
ผู้ลงนาม: หัวหน้ากลุ่ม
ข้อมูล: ผล = {BOOK}#ตัวชี้วัด

"""
LETTER = (
    HEADS
    + """\
ความพึงพอใจร้อยละ {{ ผล[0].ผลงาน }} รวม {{ ผล|รวม('ผลงาน') }}

[[ตาราง: ผล | คอลัมน์: ตัวชี้วัด | เฉพาะ: ผลงาน = 12]]
"""
)


@pytest.fixture
def letter(office: Path) -> str:
    book = Workbook()
    sheet = book.create_sheet("ตัวชี้วัด", 0)
    sheet.append(("ลำดับ", "ตัวชี้วัด", "ผลงาน"))
    for row in ((1, "ความพึงพอใจของผู้รับบริการต่อการให้บริการของหน่วยงานส่วนกลาง", 83.45), (2, "การอบรม", 12)):
        sheet.append(row)
    book.save(office / BOOK)
    return write(office, LETTER)


def write(office: Path, text: str) -> str:
    (office / "letters/ผล.md").write_text(text, encoding="utf-8")
    return "letters/ผล.md"


def test_the_table_has_a_line_for_each_figure_and_column(run: Run, letter: str) -> None:
    result = run("data", "trace", letter)
    assert result.exit_code == 0
    assert result.stderr == ""
    head, source, blank, *table = result.stdout.splitlines()
    assert (head, source, blank) == (letter, f"  ผล = {BOOK} ชีต “ตัวชี้วัด”", "")
    assert [line.split() for line in table] == [
        ["บรรทัด", "พิมพ์ว่า", "ช่อง", "คอลัมน์", "ในสมุดงาน"],
        ["6", "๘๓.๔๕", "ผล", "C2", "ผลงาน", "83.45"],
        ["6", "๙๕.๔๕", "ผล", "C2:C3", "ผลงาน", "(2", "ช่อง)"],
        ["8", "ตาราง", "การอบรม", "ผล", "B3", "ตัวชี้วัด", "การอบรม"],
        ["8", "ตาราง", "(ใช้เลือก", "ไม่ได้พิมพ์)", "ผล", "C3", "ผลงาน", "12"],
    ]


@pytest.mark.usefixtures("letter")
def test_the_columns_stand_straight_and_long_texts_are_cut(run: Run, office: Path) -> None:
    table = run("data", "trace", write(office, HEADS + "[[ตาราง: ผล | คอลัมน์: ตัวชี้วัด]]\n")).stdout
    head, first, other = table.splitlines()[3:]
    starts = {
        width(line[: line.index(text)]) for line, text in ((head, "ช่อง"), (first, "ผล B2"), (other, "ผล B3"))
    }
    assert len(starts) == 1
    assert first.count("…") == 2
    assert max(map(width, (head, first, other))) < 120


@pytest.mark.usefixtures("letter")
def test_a_letter_about_units_is_shown_for_the_first_or_the_one_asked_for(run: Run, office: Path) -> None:
    letter = write(office, LETTER.replace("อธิบดี", "{{ หน่วยงาน.เรียน }}"))
    first, other = run("data", "trace", letter), run("data", "trace", letter, "--recipient", "กผง.")
    assert first.stdout.startswith(f"{letter} ฉบับของ กองคลังตัวอย่าง\n")
    assert "L19" in first.stderr
    assert "--recipient" in first.stderr
    assert other.stdout.startswith(f"{letter} ฉบับของ กองแผนงานตัวอย่าง\n")
    assert other.stderr == ""
    unknown = run("data", "trace", letter, "--recipient", "กองคลังตัวอยาง")
    assert unknown.exit_code == 3
    assert "หมายถึง “กองคลังตัวอย่าง”" in unknown.stderr


@pytest.mark.usefixtures("letter")
def test_a_letter_without_data_is_told_so_and_is_no_fault(run: Run) -> None:
    result = run("data", "trace", "letters/ตัวอย่าง-ขอเชิญประชุม.md")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "L30" in result.stderr


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda office: (office / BOOK).unlink(), "letters/ผล.md:4: X01 ไม่พบไฟล์"),
        (lambda office: write(office, LETTER.replace("#ตัวชี้วัด", "#ไม่มี")), "letters/ผล.md:4: X03"),
        (lambda office: write(office, LETTER.replace("ผลงาน }}", "ผล }}")), "letters/ผล.md:6: M04"),
        (lambda office: (office / "letters/ผล.md").unlink(), "ผล.md"),
    ],
)
def test_what_cannot_be_read_is_told_in_thai_with_its_place(
    run: Run, office: Path, letter: str, spoil: Callable[[Path], object], said: str
) -> None:
    spoil(office)
    result = run("data", "trace", letter)
    assert (result.exit_code, result.stdout) == (3, "")
    assert said in result.stderr
    found = json.loads(run("data", "trace", letter, "--json").stdout)
    assert (found["letter"], found["figures"]) == (None, [])
    assert found["findings"]


def test_json_has_every_cell_of_every_figure(run: Run, letter: str) -> None:
    result = run("data", "trace", letter, "--json")
    found = json.loads(result.stdout)
    assert (found["letter"], found["recipient"], found["findings"]) == (letter, None, [])
    first, total, *_rest = found["figures"]
    cell = {"data": "ผล", "file": BOOK, "sheet": "ตัวชี้วัด", "cell": "C2", "column": "ผลงาน", "value": "83.45"}
    assert first == {"part": "เนื้อความ", "line": 6, "printed": "๘๓.๔๕", "cells": [cell]}
    assert [one["cell"] for one in total["cells"]] == ["C2", "C3"]
    assert found["figures"][-1]["printed"] is None


def test_the_register_names_the_letters_that_quote_an_old_figure(run: Run, office: Path, letter: str) -> None:
    assert run("issue", letter, "--date", "27/3/2566").exit_code == 0
    book = load_workbook(office / BOOK)
    book["ตัวชี้วัด"]["C2"] = 84
    book.save(office / BOOK)
    result = run("register", "check", "--json")
    assert result.exit_code == 0
    found = [one for one in json.loads(result.stdout)["findings"] if one["code"] == "X30"]
    assert [(one["file"], one["cell"], one["text"], one["severity"]) for one in found] == [
        (BOOK, "C2", "83.45", "warning")
    ]
