"""`demo`: the demonstration circular for every unit of the shipped office."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import run_in

FILE = "out/ร่าง กลุ่มตรวจสอบภายใน.docx"
UNITS = 15


def test_the_demonstration_says_what_to_open(tmp_path: Path) -> None:
    result = run_in(tmp_path, "demo")
    assert result.exit_code == 0
    assert result.stdout.startswith("ทำแล้ว 15 ฉบับ มีอยู่แล้ว 0 ฉบับ จาก 15 ฉบับ ใน out\n")
    assert result.stderr.splitlines()[-1] == f"เปิดดูได้ที่: {FILE}"
    assert (tmp_path / FILE).is_file()
    assert len(list((tmp_path / "out").glob("*.docx"))) == UNITS


def test_the_demonstration_goes_where_it_is_told(tmp_path: Path) -> None:
    told = json.loads(run_in(tmp_path, "demo", "--out", "ตัวอย่าง", "--json").stdout)
    assert (told["documents"], told["number"], told["manifest"]) == (UNITS, None, "ตัวอย่าง/manifest.csv")
    files = [item["file"] for item in told["items"]]
    assert all(file.startswith("ตัวอย่าง/") and (tmp_path / file).is_file() for file in files)


def test_the_demonstration_can_be_made_again(tmp_path: Path) -> None:
    assert [run_in(tmp_path, "demo").exit_code for _ in range(2)] == [0, 0]
