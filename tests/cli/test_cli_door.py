"""What every run has in common: help, language, exit codes, consoles and pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from cases import each
from click.testing import CliRunner
from command_line import Run, run_in

from memogen import __version__
from memogen.cli import COMMANDS, cli
from memogen.cli.columns import width
from memogen.cli.seat import Seat

ROOT = Path(__file__).parent.parent.parent

HELP = """\
วิธีใช้: memogen [ตัวเลือก] คำสั่ง [ข้อมูล]...

  ทำหนังสือราชการ (บันทึกข้อความ) เป็นไฟล์ Word พร้อมลงนาม จากไฟล์ร่างและข้อมูล

  เริ่มต้น:
    memogen demo ดูตัวอย่างที่ทำเสร็จแล้ว
    memogen init โฟลเดอร์ใหม่ สร้างที่ทำงานของหน่วยงาน
    memogen new บันทึกข้อความ เริ่มร่าง แล้วสั่ง memogen make ทำเอกสาร

ตัวเลือก:
  --workspace DIR  โฟลเดอร์ที่ทำงาน (มี memogen.toml) ถ้าไม่บอก
                   ใช้โฟลเดอร์นี้หรือที่อยู่เหนือขึ้นไป
  --lang [th|en]   ภาษาของข้อความ th ไทย en อังกฤษ หรือตั้งตัวแปร MEMOGEN_LANG ไว้
  --version        แสดงรุ่นของโปรแกรม
  --help           แสดงคำแนะนำนี้

คำสั่ง:
  init       สร้างที่ทำงานของหน่วยงาน: ไฟล์ตั้งค่า แม่แบบ และร่างตัวอย่าง
  doctor     ตรวจว่ามีอะไรพร้อมใช้ ขาดอะไร และแก้ด้วยคำสั่งใด
  new        เริ่มร่างหนังสือจากโครงของชนิดนั้น
  make       ทำเอกสาร Word พร้อมลงนาม โดยเว้นเลขที่ไว้ ไม่ใช้เลขทะเบียน
  issue      ออกเลข: เลขทะเบียน เอกสาร และรายการในทะเบียน พร้อมกันหรือไม่ทำเลย
  batch      หนังสือเวียน: ร่างเดียวถึงทุกหน่วยงาน พร้อมเลข ไฟล์ รายชื่อ และบัญชี
  check      ตรวจหนังสือก่อนส่ง: ร่าง ไฟล์ Word ที่ใครทำก็ได้ หรือทั้งโฟลเดอร์
  rules      กฎที่ใช้ตรวจ และหน้าของแต่ละข้อ: เพราะอะไร ผิดถูกอย่างไร ที่มา
  register   ทะเบียนหนังสือ: จอง ยกเลิก ส่ง รับ ค้น ตรวจ นำเข้า ส่งออก สำรอง
  kpi        ตัวชี้วัดของแผน: คะแนนถ่วงน้ำหนัก รายงานผล และหนังสือทวงผล
  data       สมุดงานของหน่วยงาน: อ่านได้ว่าอย่างไร และขัดกันที่ใด
  fields     แสดงช่องเติมของแม่แบบ พร้อมความหมาย
  templates  ดูแลแม่แบบ Word ของหน่วยงาน
  demo       ทำหนังสือเวียนตัวอย่างของสำนักงานสาธิต แล้วบอกว่าให้เปิดไฟล์ใด
"""

HELP_EN = """\
Usage: memogen [OPTIONS] COMMAND [ARGS]...

  Thai official memos (บันทึกข้อความ) as Word files ready to sign, from letter
  files and data

  To begin:
    memogen demo shows a finished example
    memogen init NEWFOLDER makes a workspace for your office
    memogen new บันทึกข้อความ starts a letter, memogen make makes the document

Options:
  --workspace DIR  The workspace (with memogen.toml); unless told, this folder
                   or the nearest above it
  --lang [th|en]   Language of messages: th Thai, en English; or set
                   MEMOGEN_LANG
  --version        Show the program's version
  --help           Show this help

Commands:
  init       Make a workspace for the office: settings, templates and a sample
             letter
  doctor     Say what is here, what is missing, and the command that mends it
  new        Start a letter from its kind's skeleton
  make       Make Word documents ready to sign, the number left blank; no number
             is spent
  issue      Issue: number, document and entry in the register, all together or
             not at all
  batch      A circular: one letter to every unit, with numbers, files, lists
             and manifest
  check      Check letters before they are sent: letter files, anyone's Word
             files, whole folders
  rules      The rules of checking, and each one's page: why, wrong, right,
             source
  register   The books of numbers: reserve, void, dispatch, receive, search,
             check, import, export, back up
  kpi        The plan's KPIs: weighted scores, the report of results, and
             letters that ask for missing results
  data       The office's workbooks: how they are read, and where they
             contradict themselves
  fields     Show a template's fields and their meanings
  templates  Look after the office's Word templates
  demo       Make the demonstration circular of the sample office, and say which
             file to open
"""


def every_command() -> list[tuple[str, ...]]:
    context = click.Context(cli)
    found: list[tuple[str, ...]] = []
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        found.append((name,))
        if isinstance(command, click.Group):
            found += [(name, inner) for inner in command.commands]
    return found


def console(*words: str, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    """A real process, its output in pipes."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), **settings.pop("environ", {})}
    command = [sys.executable, "-m", "memogen", *words]
    return subprocess.run(command, env=environ, capture_output=True, check=False, timeout=60, **settings)


# --- help -----------------------------------------------------------------------------------------


def test_help_is_thai(run: Run) -> None:
    assert run("--help").stdout == HELP


@pytest.mark.parametrize("words", [("--lang", "en", "--help"), ("--lang=en", "--help"), ("--help",)])
def test_help_is_english_when_asked_for(run: Run, words: tuple[str, ...]) -> None:
    environ = {} if len(words) > 1 else {"MEMOGEN_LANG": "en"}
    assert run(*words, environ=environ).stdout == HELP_EN


def test_help_is_the_same_whatever_the_machine_speaks(run: Run) -> None:
    english = CliRunner(env={"LANGUAGE": "en", "LC_ALL": "de_DE.UTF-8"})
    assert english.invoke(cli, ["--help"]).stdout == HELP


def test_a_run_leaves_the_language_of_the_program_that_called_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    run("--lang", "en", "--help")
    assert os.environ["LANGUAGE"] == "fr"


def test_every_command_is_in_the_help() -> None:
    assert [words[0] for words in every_command() if len(words) == 1] == list(COMMANDS)
    assert all(f"\n  {name} " in HELP for name in COMMANDS)


@each("language", ["th", "en"])
@each("words", [(), *every_command()])
def test_a_help_page_fits_the_screen(run: Run, words: tuple[str, ...], language: str) -> None:
    page = run("--lang", language, *words, "--help")
    assert page.exit_code == 0
    assert max(width(line) for line in page.stdout.splitlines()) <= 80


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"memogen {__version__}\n"


# --- wrong usage ----------------------------------------------------------------------------------


def test_an_unknown_command_is_told_with_the_nearest(run: Run) -> None:
    result = run("mkae")
    assert result.exit_code == 2
    assert result.stderr == (
        "วิธีใช้: memogen [ตัวเลือก] คำสั่ง [ข้อมูล]...\n"
        "ดูวิธีใช้ด้วย memogen --help\n\n"
        "สั่งไม่ถูก: ไม่มีคำสั่ง “mkae” หมายถึง “make” ใช่หรือไม่\n"
    )


def test_an_unknown_command_is_told_in_english(run: Run) -> None:
    assert run("--lang", "en", "mkae").stderr == (
        "Usage: memogen [OPTIONS] COMMAND [ARGS]...\n"
        "Try 'memogen --help' for help.\n\n"
        "Error: There is no command “mkae” Did you mean “make”?\n"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("make", "--pfd", "x.md"), "ไม่มีตัวเลือก “--pfd”"),
        (("make",), "ยังไม่ได้บอก"),
        (("doctor", "extra"), "มีคำเกินมา (extra)"),
        (("--lang", "fr", "doctor"), "“fr” ไม่ใช่ค่าที่เลือกได้"),
        (("make", "x.md", "--date"), "ตัวเลือก “--date” ต้องมีค่าตามหลัง"),
        (("make", "x.md", "--date", "31/2/2566"), "ไม่มีวันที่ ๓๑ เดือนกุมภาพันธ์มี ๒๘ วัน"),
    ],
)
def test_wrong_usage_is_told_in_thai(run: Run, words: tuple[str, ...], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


# --- what stops a run -----------------------------------------------------------------------------


def test_a_fault_of_ours_is_told_politely(office: Path) -> None:
    result = CliRunner().invoke(cli, ["doctor"], obj=Seat(None, {}, False))  # type: ignore[arg-type]
    assert result.exit_code == 70
    assert result.stderr.startswith("ขออภัย โปรแกรมขัดข้องโดยไม่คาดคิด (AttributeError, cli/seat.py:")
    assert "Traceback" not in result.stderr


def test_a_fault_of_ours_shows_itself_to_its_keepers() -> None:
    seat = Seat(None, {"MEMOGEN_DEBUG": "1"}, False)  # type: ignore[arg-type]
    assert isinstance(CliRunner().invoke(cli, ["doctor"], obj=seat).exception, AttributeError)


def test_stopping_at_a_question_is_told_politely(tmp_path: Path) -> None:
    result = run_in(tmp_path, "init", "ใหม่", asks=True, answers="")
    assert result.exit_code == 130
    assert result.stderr.endswith("หยุดตามคำสั่งแล้ว\n")
    assert list(tmp_path.iterdir()) == []


def test_what_stops_a_run_is_coloured_where_there_are_colours(office: Path) -> None:
    runner, seat = CliRunner(), Seat(office, {}, False)
    words = ["make", "letters/nope.md"]
    coloured = runner.invoke(cli, words, obj=seat, color=True).stderr
    plain = runner.invoke(cli, words, obj=seat).stderr
    assert coloured.startswith("\x1b[31mletters/nope.md: P11")
    assert click.unstyle(coloured) == plain


# --- consoles and pipes ---------------------------------------------------------------------------


def test_a_thai_windows_console_shows_thai(office: Path) -> None:
    result = console("make", "letters/nope.md", cwd=office, environ={"PYTHONIOENCODING": "cp874"})
    assert result.returncode == 3
    assert "ไม่พบไฟล์ “nope.md”" in result.stderr.decode("cp874")


def test_what_a_console_cannot_show_stops_nothing(office: Path) -> None:
    result = console("doctor", cwd=office, environ={"PYTHONIOENCODING": "ascii"})
    assert result.returncode == 0
    assert b"ascii" in result.stdout


def test_json_is_utf_8_on_any_console(office: Path) -> None:
    result = console("make", "letters/nope.md", "--json", cwd=office, environ={"PYTHONIOENCODING": "cp874"})
    assert "ไม่พบไฟล์" in result.stdout.decode("utf-8")
    assert result.stderr == b""


def test_a_reader_who_leaves_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "memogen", "--help"]
    result = subprocess.run(command, env=environ, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (result.returncode, result.stderr) == (141, b"")


# --- the workspace --------------------------------------------------------------------------------


def test_the_workspace_is_found_upward(run: Run) -> None:
    assert run("templates", "check", cwd="letters").exit_code == 0


def test_a_folder_that_is_no_workspace_is_told(tmp_path: Path) -> None:
    result = run_in(tmp_path, "make", "x.md")
    assert result.exit_code == 3
    assert result.stderr == (
        "memogen.toml: W06 โฟลเดอร์นี้ยังไม่ใช่ที่ทำงานของ memogen (ไม่มี memogen.toml)"
        " แนะนำ: สร้างด้วย memogen init หรือบอกโฟลเดอร์ด้วย --workspace\n"
        "รวม: ข้อผิดพลาด 1 คำเตือน 0 แจ้งเพื่อทราบ 0\n"
    )


def test_a_workspace_named_is_used_from_anywhere(office: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    result = run_in(elsewhere, "--workspace", str(office), "make", "letters/*.md", "--out", "made")
    assert result.exit_code == 0
    assert [file.name for file in (elsewhere / "made").iterdir()] == ["ตัวอย่าง-ขอเชิญประชุม.docx"]
