"""What the tests of the scorecard share: the HR plan, copies of it with a fault, and small workbooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from memogen.errors import InputError
from memogen.findings import Finding
from memogen.kpi import Scorecard, Scored, read_scorecard, score
from memogen.kpi.nouns import Figure

HR_PLAN = Path(__file__).parents[2] / "fixtures" / "แผนกลยุทธ์ทรัพยากรบุคคล-2566.xlsx"
CARD, DETAILS, STEPS, PARTS = "สรุปคะแนน", "รายละเอียด", "ขั้นตอน", "ตัวชี้วัด 2.4"
TRAINING, OTHER_COSTS = "ค่าใช้จ่าย 3.2", "ค่าใช้จ่าย 4.2 4.3 5.1"

HEAD = ["มิติ", "เป้าประสงค์ (CSF)", "ตัวชี้วัดที่", "ตัวชี้วัด (KPI)", "หน่วยนับ", "ระดับเป้าหมาย"]
HEAD += ["", "", "", "", "น้ำหนัก", "", "", "ผลการดำเนินงาน", "ผลงานตามระดับค่าเป้าหมาย"]
SUBHEAD = ["", "", "", "", "", "๑", "๒", "๓", "๔", "๕", "KPIs", "CSFs", "มิติ", "", ""]
HEAD_MERGES = ("F1:J1", "K1:M1", *(f"{letter}1:{letter}2" for letter in "ABCDENO"))

Rows = Sequence[Sequence[Any]]


def read(path: Path, sheet: str | None = None) -> Scorecard:
    return read_scorecard(path, file=path.name, sheet=sheet)


def scored(path: Path, sheet: str | None = None) -> Scored:
    return score(read(path, sheet))


def told(path: Path, sheet: str | None = None) -> list[Finding]:
    """All findings, whether they stop the reading or not."""
    try:
        return list(scored(path, sheet).findings)
    except InputError as error:
        return list(error.findings)


@cache
def _plan() -> Workbook:
    return load_workbook(HR_PLAN, data_only=True)


def spoiled(folder: Path, sheet: str, cells: Mapping[str, Any]) -> Path:
    """A copy of the HR plan with other values in these cells."""
    page = _plan()[sheet]
    kept = {cell: page[cell].value for cell in cells}
    try:
        for cell, value in cells.items():
            page[cell] = value
        _plan().save(folder / "แผน.xlsx")
    finally:
        for cell, value in kept.items():
            page[cell] = value
    return folder / "แผน.xlsx"


def workbook(folder: Path, rows: Rows, *merges: str, name: str = "แผน.xlsx") -> Path:
    """A workbook of one sheet as openpyxl writes it; empty texts are empty cells."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append([None if value == "" else value for value in row])
    for merge in merges:
        book.worksheets[0].merge_cells(merge)
    book.save(folder / name)
    return folder / name


def card(folder: Path, *rows: Sequence[Any], merges: Sequence[str] = ()) -> Path:
    """A scorecard under the two rows of HEAD; its first row is row 3."""
    return workbook(folder, [HEAD, SUBHEAD, *rows], *HEAD_MERGES, *merges)


def row(code: str = "๑.๑", **values: Any) -> list[Any]:
    """A KPI that alone is the whole plan, with other values in some columns."""
    found = {
        "dimension": "๑. มิติ",
        "csf": "๑. เป้าประสงค์",
        "code": code,
        "name": f"ตัวชี้วัดของ {code}",
        "measure": "ร้อยละ",
        "targets": (60, 65, 70, 75, 80),
        "kpi_weight": 100,
        "csf_weight": 100,
        "dimension_weight": 100,
        "result": 75,
        "level": "",
    }
    assert values.keys() <= found.keys()
    found |= values
    targets = found.pop("targets")
    head = [found.pop(name) for name in ("dimension", "csf", "code", "name", "measure")]
    return [*head, *targets, *found.values()]


def figure(value: str | int | Decimal) -> Figure:
    return Figure(Decimal(value), str(value), "แผ่น", "A1")


def figures(*values: str | int | Decimal | None) -> tuple[Figure | None, ...]:
    return tuple(None if value is None else figure(value) for value in values)
