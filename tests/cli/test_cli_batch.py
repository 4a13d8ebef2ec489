"""`batch`: what is said of a letter to all units, to people and to programs."""

from __future__ import annotations

import csv
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest
from click.testing import CliRunner, Result

from memogen.cli import cli
from memogen.cli.seat import Seat

MORNING = datetime(2026, 1, 7, 2, 30, tzinfo=UTC)
LETTER = """\
เรื่อง: แจ้งกำหนดการ
เรียน: {{ หน่วยงาน.เรียน }}
ผู้ลงนาม: หัวหน้ากลุ่ม

ด้วยกลุ่มตัวอย่างจะจัดประชุม

จึงเรียนมาเพื่อโปรดทราบ
"""
ROWS = [("กองคลัง", "ผู้อำนวยการกองคลัง", "กลาง"), ("จังหวัดน่าน", "ผู้ว่าราชการจังหวัดน่าน", "ภูมิภาค")]


class Run(Protocol):
    def __call__(self, *words: str) -> Result: ...


@pytest.fixture
def run(office: Path) -> Run:
    (office / "letters" / "เวียน.md").write_text(LETTER, encoding="utf-8")
    with (office / "รายชื่อ.csv").open("w", encoding="cp874", newline="") as file:
        csv.writer(file).writerows([("หน่วยงาน", "เรียน", "ประเภท"), *ROWS])

    def run(*words: str) -> Result:
        seat = Seat(office, {**os.environ, "USER": "ธุรการ"}, False, clock=lambda: MORNING)
        line = ["batch", "letters/เวียน.md", "--to", "รายชื่อ.csv", *words]
        return CliRunner().invoke(cli, line, obj=seat)

    return run


def test_what_was_made_and_what_comes_next_is_said(run: Run, office: Path) -> None:
    result = run()
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "ทำแล้ว 2 ฉบับ มีอยู่แล้ว 0 ฉบับ จาก 2 ฉบับ ใน out/เวียน",
        "  กต ๐๐๐๐-ว๑ กองคลัง.docx",
        "  กต ๐๐๐๐-ว๑ จังหวัดน่าน.docx",
        "ส่วนที่ต่างกัน: เรียน (2 แบบ)",
        "ชื่อยาวที่สุด: จังหวัดน่าน",
        "ฉบับยาวที่สุด: จังหวัดน่าน 214 อักษร (ปกติ 212)",
        "เอกสารประกอบ ใน out/เวียน/เอกสารประกอบ: พิมพ์รวม.docx, รายชื่อแนบท้าย.docx, แบบตอบรับ.docx, "
        "ป้ายจ่าหน้า.docx, เทียบความต่าง.xlsx",
        "บัญชีหนังสือทั้งชุด: out/เวียน/manifest.csv",
    ]
    assert result.stderr.startswith("ขั้นต่อไป: พิมพ์จากไฟล์พิมพ์รวม")
    assert len(list((office / "out" / "เวียน").glob("*.docx"))) == 2


def test_programs_get_the_keys_of_the_contract(run: Run, office: Path) -> None:
    told = json.loads(run("--number", "each", "--json", "--no-papers").stdout)
    assert (told["documents"], told["number"], told["manifest"]) == (2, None, "out/เวียน/manifest.csv")
    assert isinstance(told["seconds"], float)
    assert [set(item) for item in told["items"]] == [
        {"recipient", "number", "file", "sha256", "status", "findings"}
    ] * 2
    assert [(item["number"], item["status"]) for item in told["items"]] == [
        ("กต ๐๐๐๐/๑", "made"),
        ("กต ๐๐๐๐/๒", "made"),
    ]
    assert all((office / item["file"]).is_file() for item in told["items"])


def test_a_rehearsal_shows_who_gets_what(run: Run, office: Path) -> None:
    result = run("--dry-run")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:3] == [
        "จะทำ 2 ฉบับ ใน out/เวียน",
        "  กองคลัง    กต ๐๐๐๐-ว๑ กองคลัง.docx",
        "  จังหวัดน่าน  กต ๐๐๐๐-ว๑ จังหวัดน่าน.docx",
    ]
    assert not (office / "out").exists()
    assert not (office / "register.db").exists()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["--only", "กองคลัง"], ["กองคลัง"]),
        (["--except", "กองคลัง"], ["จังหวัดน่าน"]),
        (["--only", "ประเภท=ภูมิภาค"], ["จังหวัดน่าน"]),
    ],
)
def test_some_of_the_list_are_chosen(run: Run, words: list[str], names: list[str]) -> None:
    told = json.loads(run("--number", "none", "--json", "--no-papers", *words).stdout)
    assert [item["recipient"] for item in told["items"]] == names


def test_begun_before_it_is_refused_with_the_way_on(run: Run) -> None:
    run()
    result = run()
    assert (result.exit_code, "--resume" in result.stderr) == (4, True)
    again = run("--resume")
    assert (again.exit_code, again.stdout.splitlines()[0]) == (
        0,
        "ทำแล้ว 0 ฉบับ มีอยู่แล้ว 2 ฉบับ จาก 2 ฉบับ ใน out/เวียน",
    )


def test_a_copy_that_fails_is_told_with_exit_code_three(run: Run, office: Path) -> None:
    (office / "out" / "เวียน" / "กต ๐๐๐๐-ว๑ กองคลัง.docx").mkdir(parents=True)
    result = run("--no-papers")
    assert result.exit_code == 3
    assert "P05" in result.stderr
    assert "--resume" in result.stderr
    (office / "out" / "เวียน" / "กต ๐๐๐๐-ว๑ กองคลัง.docx").rmdir()
    assert run("--no-papers", "--resume").exit_code == 0


def test_a_list_that_is_not_there_is_told(run: Run) -> None:
    result = run("--to", "ไม่มี.xlsx")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "X01" in result.stderr


def test_one_letter_at_a_time(run: Run, office: Path) -> None:
    seat = Seat(office, os.environ, False, clock=lambda: MORNING)
    result = CliRunner().invoke(cli, ["batch", "letters/*.md"], obj=seat)
    assert result.exit_code == 2


def test_the_register_speaks_of_the_circular_and_its_copies(run: Run, office: Path) -> None:
    run()
    seat = Seat(office, os.environ, False, clock=lambda: MORNING)
    shown = CliRunner().invoke(cli, ["register", "show", "ว1"], obj=seat).stdout
    assert "หน่วยงาน ๒ แห่ง ตามรายชื่อแนบท้าย" in shown
    assert "  สำเนา ๒ ฉบับ ถึง\n    กองคลัง\n    จังหวัดน่าน\n" in shown
    assert CliRunner().invoke(cli, ["register", "verify"], obj=seat).exit_code == 0
    assert CliRunner().invoke(cli, ["register", "check"], obj=seat).exit_code == 0
