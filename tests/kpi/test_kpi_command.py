"""`kpi score`: a table that people read, the JSON of contract section 5, and the exit codes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from plan_workbooks import CARD, HR_PLAN, spoiled, workbook

from memogen.cli.columns import width
from memogen.cli.door import Door
from memogen.cli.seat import Seat

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `kpi score` in the folder of the test."""

    def run(*words: str, columns: int = 80) -> Result:
        door = Door("memogen", summaries={"kpi": ""})
        seat = Seat(tmp_path, dict(os.environ), asks=False)
        environ = {"COLUMNS": str(columns)}
        return CliRunner(env=environ).invoke(door, ["kpi", "score", *words], obj=seat)

    return run


def row_of(code: str, lines: Iterable[str]) -> list[str]:
    (line,) = (line for line in lines if line.split()[:1] == [code])
    return line.split()


def test_the_table_has_every_group_and_kpi_with_its_score(run: Run) -> None:
    result = run(str(HR_PLAN), columns=120)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "ผลการดำเนินงานตามแผนกลยุทธ์การบริหารทรัพยากรบุคคล กรมส่งเสริมสหกรณ์"
    assert row_of("๕.", (line for line in lines if "คุณภาพชีวิต" in line))[-2:] == ["15", "2.63"]
    assert row_of("๑๔.", lines)[-2:] == ["70", "2.63"]
    assert row_of("1.3", lines)[-4:] == ["100", "2", "2", "3.00"]
    assert row_of("3.4", lines)[-7:] == ["50", "ทราบผล", "เดือน", "ก.ย.", "๖๖", "-", "0.00"]
    assert row_of("2.2", lines)[-5:] == ["12.12", "(ทราบผล", "เดือน", "-", "0.00"]
    assert row_of("รวม", lines) == ["รวม", "28.83"]
    assert lines[-1] == "ยังไม่ทราบผล 14 จาก 22 ตัวชี้วัด"


@pytest.mark.parametrize(("asked", "columns"), [(40, 80), (80, 80), (100, 100), (120, 120), (300, 120)])
def test_the_table_fits_the_terminal(run: Run, asked: int, columns: int) -> None:
    table = [line for line in run(str(HR_PLAN), columns=asked).stdout.splitlines()[2:] if line]
    assert max(map(width, table)) == columns
    scores = [line for line in table if line.endswith(("0.00", "3.00", "2.63", "28.83"))]
    assert {width(line) for line in scores} == {columns}


def test_findings_go_to_standard_error(run: Run) -> None:
    result = run(str(HR_PLAN))
    assert "V11" not in result.stdout
    assert "H13: V11 (คำเตือน) ชีต “รายละเอียด”: ตัวชี้วัด 3.2" in result.stderr
    assert "ข้อผิดพลาด 0 คำเตือน 1" in result.stderr


def test_the_json_is_that_of_the_contract(run: Run) -> None:
    result = run(str(HR_PLAN), "--json")
    document = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(document) == ["total", "dimensions", "findings"]
    assert document["total"] == "28.83"
    first = document["dimensions"][0]
    assert list(first) == ["name", "weight", "score", "csfs"]
    assert (first["name"], first["weight"], first["score"]) == ("๑. ความสอดคล้องเชิงยุทธศาสตร์", "15", "3.00")
    assert [one["score"] for one in document["dimensions"]] == ["3.00", "12.00", "1.20", "10.00", "2.63"]
    assert list(first["csfs"][1]) == ["name", "weight", "kpis"]
    assert first["csfs"][1]["weight"] == "50"
    assert first["csfs"][1]["kpis"] == [{"code": "1.3", "level": 2, "score": "3.00", "result": "2"}]
    assert first["csfs"][0]["kpis"][0] == {
        "code": "1.1",
        "level": None,
        "score": "0.00",
        "result": "ทราบผล เดือน ก.ย. ๖๖",
    }
    (finding,) = document["findings"]
    assert (finding["code"], finding["severity"], finding["cell"]) == ("V11", "warning", "H13")


def test_an_error_is_told_beside_the_score(run: Run, tmp_path: Path) -> None:
    spoiled(tmp_path, CARD, {"N5": 40})
    result = run("แผน.xlsx", "--json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["total"] == "28.83"
    assert [(one["code"], one["file"], one["cell"]) for one in document["findings"]] == [
        ("V10", "แผน.xlsx", "N5"),
        ("V11", "แผน.xlsx", "H13"),
    ]


def test_what_cannot_be_read_has_no_score(run: Run, tmp_path: Path) -> None:
    spoiled(tmp_path, CARD, {"N5": "ห้าสิบ", "R10": 6})
    result = run("แผน.xlsx", "--json")
    assert result.exit_code == 3
    document = json.loads(result.stdout)
    assert (document["total"], document["dimensions"]) == (None, [])
    assert [(one["code"], one["cell"]) for one in document["findings"]] == [("V03", "N5"), ("V03", "R10")]
    result = run("แผน.xlsx")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "แผน.xlsx N5: V03 ชีต “สรุปคะแนน”: “ห้าสิบ”" in result.stderr


@pytest.mark.parametrize("name", ["ไม่มี.xlsx", "แผน.txt"])
def test_a_file_that_is_none_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "แผน.txt").write_text("")
    assert run(name).exit_code == 3


def test_a_sheet_is_named_after_the_workbook(run: Run, tmp_path: Path) -> None:
    book = load_workbook(HR_PLAN, data_only=True)
    book.copy_worksheet(book[CARD]).title = "รอบ ๙ เดือน"
    book.save(tmp_path / "แผน.xlsx")
    result = run("แผน.xlsx")
    assert result.exit_code == 3
    assert "แผน.xlsx#สรุปคะแนน" in result.stderr
    assert run("แผน.xlsx#รอบ ๙ เดือน").exit_code == 0


def test_counted_results_and_unnumbered_names_are_shown(run: Run, tmp_path: Path) -> None:
    head = ["มิติ", "CSF", "ตัวชี้วัดที่", "ตัวชี้วัด", *(f"เป้าหมาย {level}" for level in range(1, 6))]
    head += ["น้ำหนัก KPI", "น้ำหนัก CSF", "น้ำหนัก มิติ", "ผลการดำเนินงาน", "ระดับที่ได้"]
    line = ["การเงิน", "ประหยัด", "๑.๑", "ค่าไฟฟ้า", 5, 4, 3, 2, 1, 100, 100, 100, None, 4]
    workbook(tmp_path, [head, line])
    result = run("แผน.xlsx", columns=100)
    assert row_of("การเงิน", result.stdout.splitlines()) == ["การเงิน", "100", "80.00"]
    assert row_of("1.1", result.stdout.splitlines()) == ["1.1", "ค่าไฟฟ้า", "100", "4", "80.00"]
    assert result.stderr == ""
