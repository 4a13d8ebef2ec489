"""`templates adopt`: an office's own Word file made a template, and all that was done to it told."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from command_line import Run

sys.path.append(str(Path(__file__).parent.parent / "proof"))
from handmade import CLEAN, MEMO, Layout, letter, package

from memogen import proof
from memogen.model import Kind
from memogen.ooxml import paragraph
from memogen.ooxml import run as words

FILE = "บันทึกเดิม.docx"
BESIDE = "แม่แบบ/บันทึกข้อความ.docx"


@pytest.fixture
def old(office: Path) -> Path:
    """A memo that the office made by hand."""
    path = office / FILE
    path.write_bytes(letter(Kind.MEMO, MEMO, Layout.SPACES))
    return path


def test_the_template_stands_beside_the_file_and_passes_the_check(run: Run, office: Path, old: Path) -> None:
    before = old.read_bytes()
    result = run("templates", "adopt", FILE)
    assert result.exit_code == 0
    assert f"แม่แบบ: {BESIDE} ตรวจแล้ว ใช้ได้" in result.stdout
    assert "templates/บันทึกข้อความ.docx" in result.stderr
    assert old.read_bytes() == before
    assert run("templates", "check", BESIDE).exit_code == 0


def test_each_place_is_told_with_what_stood_there(run: Run, old: Path) -> None:
    assert old.is_file()
    lines = run("templates", "adopt", FILE).stdout.splitlines()
    assert "  ย่อหน้า ๓          “กษ ๑๑๑๓/๖๕๓” → {{ ที่ }}" in lines
    assert any(line.startswith("  T17 ย่อหน้า ๑: ") for line in lines)


def test_a_letter_is_made_with_the_offices_own_template(run: Run, office: Path, old: Path) -> None:
    assert old.is_file()
    (office / "templates/บันทึกข้อความ.docx").unlink()
    assert run("templates", "adopt", FILE, "--out", "templates/บันทึกข้อความ.docx").stderr == ""
    (office / "letters").mkdir(exist_ok=True)
    draft = "เรื่อง: ขอทดสอบ\nเรียน: อธิบดี\nผู้ลงนาม: หัวหน้ากลุ่ม\n\nจึงเรียนมาเพื่อโปรดทราบ\n"
    (office / "letters/ก.md").write_text(draft, encoding="utf-8")
    made = run("make", "letters/ก.md", "--json")
    file = json.loads(made.stdout)["letters"][0]["files"][0]
    assert "ขอทดสอบ" in proof.read_docx(office / file).text


def test_a_file_that_is_there_is_not_written_over(run: Run, office: Path, old: Path) -> None:
    assert old.is_file()
    standing = office / "templates/บันทึกข้อความ.docx"
    before = standing.read_bytes()
    result = run("templates", "adopt", FILE, "--out", "templates/บันทึกข้อความ.docx")
    assert result.exit_code == 3
    assert "M26" in result.stderr
    assert standing.read_bytes() == before


def test_a_dry_run_tells_and_writes_nothing(run: Run, office: Path, old: Path) -> None:
    assert old.is_file()
    result = run("templates", "adopt", FILE, "--dry-run")
    assert result.exit_code == 0
    assert "{{ เรื่อง }}" in result.stdout
    assert not (office / BESIDE).exists()


def test_what_was_done_as_json(run: Run, old: Path) -> None:
    assert old.is_file()
    told = json.loads(run("templates", "adopt", FILE, "--json").stdout)
    assert (told["kind"], told["template"], told["errors"]) == ("บันทึกข้อความ", BESIDE, 0)
    assert {"field": "{{ ที่ }}", "before": "กษ ๑๑๑๓/๖๕๓", "place": "ย่อหน้า ๓"} in told["placed"]
    assert "T17" in {one["code"] for one in told["findings"]}
    assert told["done"]


def test_a_file_that_makes_no_template_is_told_and_nothing_written(run: Run, office: Path) -> None:
    head = ("บันทึกข้อความ", "ส่วนราชการ  กองเดิม", "ที่  กข ๑/๒  วันที่  ๑ มกราคม ๒๕๖๖", "เรื่อง  เดิม", "เรียน  อธิบดี")
    unsigned = "".join(paragraph(words(line)) for line in head)
    (office / FILE).write_bytes(package(unsigned))
    result = run("templates", "adopt", FILE)
    assert result.exit_code == 1
    assert "M21" in result.stderr
    assert "ผู้ลงนาม" in result.stderr
    assert not (office / "แม่แบบ").exists()


def test_a_file_of_another_kind_needs_no_word_of_it(run: Run, office: Path) -> None:
    (office / "เดิม.docx").write_bytes(letter(Kind.ORDER, CLEAN[Kind.ORDER]))
    result = run("templates", "adopt", "เดิม.docx")
    assert (result.exit_code, (office / "แม่แบบ/คำสั่ง.docx").is_file()) == (0, True)


def test_an_unknown_kind_is_told_with_all_that_are(run: Run, old: Path) -> None:
    assert old.is_file()
    result = run("templates", "adopt", FILE, "--kind", "จดหมาย")
    assert result.exit_code == 2
    assert "หนังสือภายนอก" in result.stderr


def test_a_file_that_is_not_there_is_told(run: Run) -> None:
    assert run("templates", "adopt", "ไม่มี.docx").exit_code == 3
