"""`demo`: the demonstration circular of the shipped office."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import run_in

from memogen.cli.demo import CIRCULAR
from memogen.cli.shipped import office_home

FILE = "out/เวียนแผนรายหน่วยงาน กลุ่มตรวจสอบภายใน.docx"


def test_the_demonstration_says_what_to_open(tmp_path: Path) -> None:
    result = run_in(tmp_path, "demo")
    assert result.exit_code == 0
    assert result.stdout == f"ทำแล้ว: {FILE} (จาก {(office_home() / CIRCULAR).as_posix()})\n"
    assert result.stderr.splitlines()[-1] == f"เปิดดูได้ที่: {FILE}"
    assert (tmp_path / FILE).is_file()


def test_the_demonstration_goes_where_it_is_told(tmp_path: Path) -> None:
    told = json.loads(run_in(tmp_path, "demo", "--out", "ตัวอย่าง", "--json").stdout)
    file = told["letters"][0]["files"][0]
    assert file.startswith("ตัวอย่าง/")
    assert (tmp_path / file).is_file()
