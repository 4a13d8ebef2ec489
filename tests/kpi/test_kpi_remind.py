"""`kpi remind`: just those units are asked for just those KPIs that are not yet known."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from plan_workbooks import CARD, HR_PLAN, card, row, scored, spoiled

from memogen import opc
from memogen.cli.door import Door
from memogen.cli.seat import Seat
from memogen.desk import Workspace
from memogen.desk.reminding import lines_of, whom_to_ask
from memogen.model import Recipient
from memogen.sheets import read_table

ROOT = Path(__file__).parents[2]
DIRECTORY = ROOT / "fixtures" / "ทำเนียบหน่วยงาน.xlsx"
Run = Callable[..., Result]
RESPONSIBLE = "G"
"""The column of the responsible units on the card of the HR plan."""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "office"
    folder.mkdir()
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "memogen.toml", folder)
    shutil.copy(HR_PLAN, folder / "แผน.xlsx")
    return folder


@pytest.fixture
def run(office: Path) -> Run:
    def run(office: Path, *words: str) -> Result:
        door = Door("memogen", summaries={"kpi": ""})
        seat = Seat(office, dict(os.environ), asks=False)
        return CliRunner().invoke(door, ["kpi", "remind", *words], obj=seat)

    return partial(run, office)


# --- whom to ask ----------------------------------------------------------------------------------


def unit(name: str, short: str, number: int) -> Recipient:
    return Recipient(name=name, values={"ชื่อ": name, "ย่อ": short}, file="x.csv", row=number)


UNITS = (
    unit("กองการเจ้าหน้าที่", "กกจ.", 2),
    unit("กองคลัง", "กค.", 3),
    unit("สำนักงานพื้นที่ ๑", "สสพ. ๑", 4),
    unit("สำนักพัฒนาและถ่ายทอดเทคโนโลยี", "สทส.", 5),
)


def asked(folder: Path, responsible: str) -> tuple[dict[str, str], list[str]]:
    """The group of each unit asked for the one KPI of a plan, and the strangers."""
    book = load_workbook(card(folder, row(result="ทราบผล เดือน ก.ย. ๖๖")))
    sheet = book.worksheets[0]
    sheet.cell(1, 16, "หน่วยงานรับผิดชอบ")
    sheet.merge_cells("P1:P2")
    sheet.cell(3, 16, responsible)
    book.save(folder / "แผน.xlsx")
    found, findings = whom_to_ask(scored(folder / "แผน.xlsx"), UNITS)
    return {one.name: owed[0].group for one, owed in found}, [finding.text for finding in findings]


CASES = {
    "กกจ.": ({"กองการเจ้าหน้าที่": ""}, []),
    "กกจ": ({}, ["กกจ"]),
    "กกจ. กลุ่มวินัยฯ": ({"กองการเจ้าหน้าที่": "กลุ่มวินัยฯ"}, []),
    "กกจ. (กลุ่มวินัยฯ)": ({"กองการเจ้าหน้าที่": "กลุ่มวินัยฯ"}, []),
    "กกจ. ทุกกลุ่ม": ({"กองการเจ้าหน้าที่": "ทุกกลุ่ม"}, []),
    "กกจ., กค.": ({"กองการเจ้าหน้าที่": "", "กองคลัง": ""}, []),
    "กกจ./สทส.": ({"กองการเจ้าหน้าที่": "", "สำนักพัฒนาและถ่ายทอดเทคโนโลยี": ""}, []),
    "กกจ.\nกค.": ({"กองการเจ้าหน้าที่": "", "กองคลัง": ""}, []),
    "กค. และ กกจ. กลุ่มวินัยฯ": ({"กองการเจ้าหน้าที่": "กลุ่มวินัยฯ", "กองคลัง": ""}, []),
    "กค. และกกจ.": ({"กองการเจ้าหน้าที่": "", "กองคลัง": ""}, []),
    "กองคลัง": ({"กองคลัง": ""}, []),
    "สำนักพัฒนาและถ่ายทอดเทคโนโลยี": ({"สำนักพัฒนาและถ่ายทอดเทคโนโลยี": ""}, []),
    "สสพ. 1": ({"สำนักงานพื้นที่ ๑": ""}, []),
    "กกจ., กกจ. กลุ่มวินัยฯ": ({"กองการเจ้าหน้าที่": ""}, []),
    "กกจ., กปน.": ({"กองการเจ้าหน้าที่": ""}, ["กปน."]),
    "ฝ่ายบริหาร กกจ.": ({"กองการเจ้าหน้าที่": ""}, ["ฝ่ายบริหาร"]),
    "ทุกหน่วยงาน": ({one.name: "" for one in UNITS}, []),
}


@pytest.mark.parametrize("responsible", CASES)
def test_the_units_that_a_cell_names_are_asked(responsible: str, tmp_path: Path) -> None:
    assert asked(tmp_path, responsible) == CASES[responsible]


def test_a_kpi_that_nobody_is_responsible_for_is_told(tmp_path: Path) -> None:
    plan = scored(card(tmp_path, row(result="ทราบผล เดือน ก.ย. ๖๖")))
    found, (finding,) = whom_to_ask(plan, UNITS)
    assert found == []
    assert (finding.code, finding.cell) == ("V25", "C3")


# --- the letter and the list ----------------------------------------------------------------------


def test_each_unit_of_the_hr_plan_owes_its_own(run: Run, office: Path) -> None:
    result = run("แผน.xlsx", "--deadline", "15 ก.ย. 66", "--out", "ขอผล", "--json")
    document = json.loads(result.stdout)
    assert result.exit_code == 0
    assert list(document) == ["letter", "units", "files", "command", "items", "findings"]
    assert document["items"] == [
        {"recipient": "กลุ่มพัฒนาระบบบริหาร", "kpis": ["3.7"]},
        {"recipient": "กองการเจ้าหน้าที่", "kpis": ["2.2", "4.1", "4.4", "5.1", "5.2", "5.4"]},
        {
            "recipient": "สำนักพัฒนาและถ่ายทอดเทคโนโลยีการสหกรณ์",
            "kpis": ["1.1", "1.2", "3.1", "3.2", "3.4", "3.5", "3.6"],
        },
    ]
    assert document["command"] == "memogen batch ขอผล/เวียนขอผลตัวชี้วัด.md --to ขอผล/หน่วยงานที่ขอผล.csv"
    letter = (office / "ขอผล" / "เวียนขอผลตัวชี้วัด.md").read_text(encoding="utf-8")
    assert "ภายในวันที่ ๑๕ กันยายน ๒๕๖๖" in letter
    table = read_table(office / "ขอผล" / "หน่วยงานที่ขอผล.csv")
    assert [record["เรียน"] for record in table.records()] == [
        "ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร",
        "ผู้อำนวยการกองการเจ้าหน้าที่",
        "ผู้อำนวยการสำนักพัฒนาและถ่ายทอดเทคโนโลยีการสหกรณ์",
    ]
    assert [record["จำนวนตัวชี้วัด"] for record in table.records()] == [1, 6, 7]


def test_the_batch_makes_a_letter_with_just_its_kpis_for_each_unit(run: Run, office: Path) -> None:
    run("แผน.xlsx", "--deadline", "15/9/2566", "--out", "ขอผล")
    folder = office / "ขอผล"
    done = Workspace.at(office).batch(
        folder / "เวียนขอผลตัวชี้วัด.md",
        to=folder / "หน่วยงานที่ขอผล.csv",
        clock=lambda: datetime(2023, 9, 1, tzinfo=UTC),
        number="none",
        papers=False,
        catchwords=False,
    )
    assert not [finding for finding in done.findings if finding.severity == "error"]
    bodies = {item.recipient.short: text_in(item.file) for item in done.items}
    assert "๓.๗ ร้อยละความพึงพอใจ" in bodies["กพร."]
    assert "๒.๒ ร้อยละของข้าราชการ" not in bodies["กพร."]
    assert "(กลุ่มทะเบียนฯ)" in bodies["กกจ."]
    assert "จำนวน ๗ ตัวชี้วัด" in bodies["สทส."]
    assert "เรียนผู้อำนวยการกองการเจ้าหน้าที่" in bodies["กกจ."].replace(" ", "")


def text_in(path: Path) -> str:
    document = opc.read_package(path.read_bytes(), file=path.name)["word/document.xml"].decode()
    return re.sub("<[^>]*>", "", document).replace("\u00a0", " ")


def test_names_come_from_another_list_when_one_is_given(run: Run, office: Path) -> None:
    shutil.copy(DIRECTORY, office / "ทำเนียบ.xlsx")
    result = run("แผน.xlsx", "--units", "ทำเนียบ.xlsx#หน่วยงาน", "--deadline", "15/9/2566", "--json")
    assert result.exit_code == 0
    assert [len(item["kpis"]) for item in json.loads(result.stdout)["items"]] == [1, 6, 7]


def test_without_a_deadline_dots_stand_in_the_draft(run: Run, office: Path) -> None:
    result = run("แผน.xlsx", "--out", "ขอผล")
    assert (result.exit_code, "V27" in result.stderr) == (0, True)
    assert "ภายในวันที่ ......" in (office / "ขอผล" / "เวียนขอผลตัวชี้วัด.md").read_text(encoding="utf-8")


def test_a_unit_that_nobody_knows_is_an_error_and_the_others_are_asked(run: Run, office: Path) -> None:
    header = [cell.value for cell in load_workbook(HR_PLAN)[CARD][3]]
    assert header[6] == "หน่วยงานรับผิดชอบ"
    spoiled(office, CARD, {f"{RESPONSIBLE}5": "กปน."})
    result = run("แผน.xlsx", "--deadline", "15/9/2566", "--json")
    document = json.loads(result.stdout)
    assert result.exit_code == 1
    (finding,) = (one for one in document["findings"] if one["code"] == "V24")
    assert (finding["text"], finding["severity"], finding["file"]) == ("กปน.", "error", "แผน.xlsx")
    assert document["items"][-1]["kpis"] == ["1.2", "3.1", "3.2", "3.4", "3.5", "3.6"]


def test_nothing_is_made_when_nobody_can_be_asked(run: Run, office: Path) -> None:
    card(office, row(result="ทราบผล เดือน ก.ย. ๖๖"))
    result = run("แผน.xlsx", "--out", "ขอผล", "--json")
    document = json.loads(result.stdout)
    assert result.exit_code == 3
    assert (document["files"], document["command"]) == ([], None)
    assert [finding["code"] for finding in document["findings"]] == ["V25"]
    assert not (office / "ขอผล").exists()


def test_nothing_is_asked_when_all_is_known(run: Run, office: Path) -> None:
    card(office, row(result=75))
    result = run("แผน.xlsx", "--out", "ขอผล", "--json")
    document = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (document["letter"], document["items"]) == (None, [])
    assert [finding["code"] for finding in document["findings"]] == ["V26"]
    assert not (office / "ขอผล").exists()


def test_a_line_says_code_name_group_and_month() -> None:
    found, _strangers = whom_to_ask(scored(HR_PLAN), UNITS)
    first = {one.short: owed for one, owed in found}["กกจ."]
    assert lines_of(first[:1]) == (
        "2.2 ร้อยละของข้าราชการกลุ่มเป้าหมายที่ได้รับการปรับปรุงข้อมูลในระบบ DPIS (กลุ่มทะเบียนฯ) ทราบผล เดือน ก.ย. ๖๖"
    )
