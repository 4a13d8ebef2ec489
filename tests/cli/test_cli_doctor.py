"""`doctor`: what is here, what is missing, and how to mend it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from command_line import Run, run_in

from memogen.diagnosis import Check, Status, diagnose
from memogen.model import Kind

pytestmark = pytest.mark.usefixtures("without_libreoffice")  # but for PDF files all is in order without it


def by_name(checks: tuple[Check, ...]) -> dict[str, Check]:
    return {check.name: check for check in checks}


def look(root: Path, *, console: str = "utf-8", windows: bool = False) -> dict[str, Check]:
    return by_name(diagnose(root, cache=Path(os.environ["MEMOGEN_CACHE"]), console=console, windows=windows))


def test_a_workspace_in_order_can_make_letters(run: Run) -> None:
    result = run("doctor")
    assert result.exit_code == 0
    assert result.stderr == "ทำหนังสือได้\n"
    assert "พร้อม   ที่ทำงานและการตั้งค่า" in result.stdout


def test_it_is_said_in_english(run: Run) -> None:
    result = run("--lang", "en", "doctor")
    assert result.stderr == "Letters can be made\n"
    assert "ready  Workspace and settings" in result.stdout


def test_the_json_has_every_check(run: Run) -> None:
    checks = json.loads(run("doctor", "--json").stdout)["checks"]
    assert [check["name"] for check in checks] == [
        "python",
        "workspace",
        *sorted(f"template {kind}" for kind in Kind),
        "output",
        "emblem",
        "font",
        "libreoffice",
        "register",
        "console",
    ]
    assert all(set(check) == {"name", "status", "detail", "fix"} for check in checks)


def test_no_workspace_is_told_with_the_command_that_makes_one(tmp_path: Path) -> None:
    result = run_in(tmp_path, "doctor")
    assert result.exit_code == 3
    assert "แก้: memogen init" in result.stdout
    assert list(tmp_path.glob("memogen.toml")) == []


def test_wrong_settings_are_named_with_their_line(office: Path) -> None:
    settings = office / "memogen.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("unit =", "unti =", 1), encoding="utf-8")
    check = look(office)["workspace"]
    assert check.stops_make
    assert check.detail.startswith("memogen.toml:8 ไม่รู้จักการตั้งค่า “unti”")
    assert "unit" in check.fix


def test_a_missing_template_stops_make(office: Path) -> None:
    (office / "templates/บันทึกข้อความ.docx").unlink()
    assert look(office)["template บันทึกข้อความ"].stops_make


def test_a_broken_template_of_another_kind_does_not_stop_make(office: Path) -> None:
    (office / "templates/คำสั่ง.docx").write_bytes(b"PK nothing")
    check = look(office)["template คำสั่ง"]
    assert (check.status, check.stops_make) == (Status.MISSING, False)


def test_a_missing_emblem_stops_make(office: Path) -> None:
    settings = office / "memogen.toml"
    text = settings.read_text(encoding="utf-8").replace("emblem = true", 'emblem = "ตรา.png"')
    settings.write_text(text, encoding="utf-8")
    assert look(office)["emblem"].stops_make


def test_looking_makes_no_output_folder(office: Path) -> None:
    assert look(office)["output"].status is Status.OK
    assert not (office / "out").exists()


@pytest.mark.parametrize(
    ("encoding", "windows", "status", "fix"),
    [
        ("utf-8", False, Status.OK, ""),
        ("cp874", True, Status.OK, ""),
        ("cp1252", True, Status.WARNING, "chcp 65001"),
        ("ascii", False, Status.WARNING, "export LANG=C.UTF-8"),
        ("no-such-encoding", False, Status.WARNING, "export LANG=C.UTF-8"),
    ],
)
def test_a_console_must_know_thai(
    tmp_path: Path, encoding: str, windows: bool, status: Status, fix: str
) -> None:
    check = look(tmp_path, console=encoding, windows=windows)["console"]
    assert (check.status, check.fix) == (status, fix)


@pytest.mark.parametrize(("windows", "fix"), [(False, "sudo apt install"), (True, "winget install")])
def test_the_fix_fits_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, windows: bool, fix: str
) -> None:
    monkeypatch.setenv("PATH", "")
    check = look(tmp_path, windows=windows)["libreoffice"]
    assert check.status is Status.WARNING
    assert check.fix.startswith(fix)
