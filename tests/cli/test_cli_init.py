"""`init`: a new workspace that works at once, and never at the cost of what is there."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from command_line import Run, run_in

from memogen.cli.init import QUESTIONS
from memogen.model import Kind

FILES = [
    ".gitignore",
    "fixtures/README.txt",
    "letters/ตัวอย่าง-ขอเชิญประชุม.md",
    "memogen.toml",
    *sorted(f"templates/{kind}{ending}" for kind in Kind for ending in (".docx", ".md")),
]


def files_of(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def settings_of(folder: Path) -> dict[str, str]:
    office: dict[str, str] = tomllib.loads((folder / "memogen.toml").read_text(encoding="utf-8"))["office"]
    return office


def test_a_workspace_is_laid_out_whole(office: Path) -> None:
    assert files_of(office) == FILES


def test_what_was_made_and_what_comes_next_is_told(tmp_path: Path) -> None:
    result = run_in(tmp_path, "init", "สำนักงาน")
    assert result.exit_code == 0
    assert result.stdout == (
        "สร้างที่ทำงานแล้ว: สำนักงาน\n"
        "  memogen.toml\n"
        "  .gitignore\n"
        "  fixtures/README.txt\n"
        "  letters/ตัวอย่าง-ขอเชิญประชุม.md\n"
        + "".join(f"  {file}\n" for file in FILES if file.startswith("templates/"))
    )
    assert result.stderr == (
        "ขั้นต่อไป:\n"
        "  cd สำนักงาน\n"
        "  memogen make letters/ตัวอย่าง-ขอเชิญประชุม.md\n"
        "แล้วแก้ memogen.toml ให้เป็นของหน่วยงาน โดยเฉพาะรายชื่อผู้ลงนาม\n"
    )


def test_other_programs_are_told_what_was_laid_out(tmp_path: Path) -> None:
    told = json.loads(run_in(tmp_path, "init", "สำนักงาน", "--json").stdout)
    assert told["workspace"] == "สำนักงาน"
    assert sorted(told["files"]) == FILES


def test_without_a_folder_it_is_laid_out_here(tmp_path: Path) -> None:
    result = run_in(tmp_path, "init")
    assert result.exit_code == 0
    assert files_of(tmp_path) == FILES
    assert "  cd " not in result.stderr


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("ของเดิม", encoding="utf-8")
    result = run_in(tmp_path, "init")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{name}: W10 มีไฟล์นี้อยู่แล้ว จึงไม่เขียนทับ และยังไม่ได้สร้างสิ่งใด")
    assert files_of(tmp_path) == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "ของเดิม"


def test_answers_take_the_place_of_the_samples(tmp_path: Path) -> None:
    answers = 'เทศบาล "ตัวอย่าง" \\ ๑\nกองคลัง\nมท5555\n\nx@example.go.th\n'
    result = run_in(tmp_path, "init", asks=True, answers=answers)
    assert result.exit_code == 0
    office = settings_of(tmp_path)
    assert [office[key] for key in QUESTIONS] == [
        'เทศบาล "ตัวอย่าง" \\ ๑',
        "กองคลัง",
        "มท ๕๕๕๕",
        "๐ ๒๐๐๐ ๐๐๐๐",
        "x@example.go.th",
    ]
    assert run_in(tmp_path, "make", "letters/ตัวอย่าง-ขอเชิญประชุม.md").exit_code == 0


def test_a_code_that_is_none_is_asked_again(tmp_path: Path) -> None:
    result = run_in(tmp_path, "init", asks=True, answers="\n\nก.ษ.1113\nกษ1113\n\n\n")
    assert result.exit_code == 0
    assert "มีจุด" in result.stderr
    assert settings_of(tmp_path)["code"] == "กษ ๑๑๑๓"


def test_the_register_and_the_output_stay_out_of_git(office: Path) -> None:
    assert (office / ".gitignore").read_text(
        encoding="utf-8"
    ) == "out/\nregister*.db*\nregister.mirror.jsonl*\n"


def test_the_new_workspace_is_in_order(run: Run) -> None:
    assert run("templates", "check").exit_code == 0
    assert run("doctor").exit_code == 0
