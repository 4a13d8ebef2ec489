"""`fields` and `templates check`: what is said of the office's Word templates."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from command_line import Run

TEMPLATE = "templates/บันทึกข้อความ.docx"


def spoil(office: Path, old: str, new: str) -> None:
    """The template with some words of its document changed, as in Word."""
    path = office / TEMPLATE
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = parts["word/document.xml"].decode()
    assert old in document
    parts["word/document.xml"] = document.replace(old, new).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


def test_the_fields_of_a_kind_are_told_with_their_meanings(run: Run) -> None:
    result = run("fields", "บันทึกข้อความ")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == f"แม่แบบ {TEMPLATE}"
    assert "  {{ เรื่อง }}        ชื่อเรื่อง" in lines
    assert result.stderr == ""


def test_the_fields_are_told_in_english(run: Run) -> None:
    lines = run("--lang", "en", "fields", TEMPLATE).stdout.splitlines()
    assert lines[0] == f"Template {TEMPLATE}"
    assert "  {{ เรื่อง }}        the subject" in lines


def test_an_unknown_field_is_told_with_the_nearest(run: Run, office: Path) -> None:
    spoil(office, "เรียน }}", "เรีย }}")
    result = run("fields", "บันทึกข้อความ")
    assert result.exit_code == 1
    assert "  {{ เรีย }}         ไม่รู้จัก" in result.stdout.splitlines()
    assert "ไม่รู้จักช่อง “เรีย” แนะนำ: หมายถึง “เรียน” ใช่หรือไม่" in result.stderr


def test_the_fields_as_json(run: Run) -> None:
    told = json.loads(run("fields", "บันทึกข้อความ", "--json").stdout)
    assert told["template"] == TEMPLATE
    assert {"name": "เรื่อง", "meaning": "ชื่อเรื่อง", "known": True} in told["fields"]
    assert told["findings"] == []


def test_a_template_that_is_not_there_is_told(run: Run) -> None:
    result = run("fields", "templates/ไม่มี.docx")
    assert result.exit_code == 3
    assert result.stderr.startswith("templates/ไม่มี.docx: M12 ")


def test_templates_in_order_are_told_in_a_line(run: Run) -> None:
    result = run("templates", "check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "ตรวจแม่แบบ 8 ไฟล์ ใช้ได้ทั้งหมด\n", "")


def test_every_fault_of_every_template_is_told(run: Run, office: Path) -> None:
    spoil(office, "เรียน }}", "เรีย }}")
    (office / "templates/เสีย.docx").write_bytes(b"PK nothing")
    result = run("templates", "check")
    assert result.exit_code == 1
    assert f"{TEMPLATE}" in result.stderr
    assert "ไม่รู้จักช่อง “เรีย”" in result.stderr
    assert "แม่แบบไม่มีช่อง “เรียน”" in result.stderr
    assert "templates/เสีย.docx: " in result.stderr


def test_the_check_as_json_has_the_shape_of_the_contract(run: Run, office: Path) -> None:
    spoil(office, "เรียน }}", "เรีย }}")
    told = json.loads(run("templates", "check", TEMPLATE, "--json").stdout)
    assert (told["checked"], told["errors"], told["warnings"]) == (1, 2, 0)
    assert {finding["file"] for finding in told["findings"]} == {TEMPLATE}
    assert all(finding["severity"] == "error" for finding in told["findings"])


def test_what_word_lays_beside_an_open_template_is_no_template(run: Run, office: Path) -> None:
    (office / "templates/~$นทึกข้อความ.docx").write_bytes(b"x")
    assert run("templates", "check").exit_code == 0
    assert run("doctor").exit_code == 0
