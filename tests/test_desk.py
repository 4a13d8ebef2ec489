"""Making letters: all or none, the same bytes, nothing of the officer's lost."""

from __future__ import annotations

import io
import os
import platform
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from memogen import Workspace
from memogen.errors import InputError, OutputError

ROOT = Path(__file__).parent.parent

SETTINGS = """\
[office]
name = "กรมตัวอย่าง"
unit = "กองทดสอบ"
code = "กษ ๑๑๑๓"

[[signers]]
key = "ผอ."
name = "นางสาวตัวอย่าง หนึ่งนาม"
position = "ผู้อำนวยการกองทดสอบ"

[[units]]
name = "กองคลัง"
to = "ผู้อำนวยการกองคลัง"
short = "กค."

[[units]]
name = "กองแผนงาน"
to = "ผู้อำนวยการกองแผนงาน"
"""

LETTER = """\
เรื่อง: ขออนุมัติ A & B <ฝ่าย>
เรียน: อธิบดีกรมตัวอย่าง
ผู้ลงนาม: ผอ.

จึงเรียนมาเพื่อโปรดพิจารณา
"""

TO_UNITS = """\
เรื่อง: แจ้งแผน
เรียน: {{ หน่วยงาน.เรียน }}
ผู้ลงนาม: ผอ.
ข้อมูล: แผน = fixtures/แผน.csv

{% for แถว in แผน if แถว.หน่วยงาน == หน่วยงาน.ชื่อ %}
{{ แถว.เรื่อง }}

{% endfor %}
จึงเรียนมาเพื่อทราบ
"""


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    (tmp_path / "memogen.toml").write_text(SETTINGS, encoding="utf-8")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "letters").mkdir()
    (tmp_path / "fixtures").mkdir()
    rows = "หน่วยงาน,เรื่อง\nกองคลัง,จัดซื้อ 2 รายการ\nกองแผนงาน,*จัดทำ* | แผน # 1\n"
    (tmp_path / "fixtures" / "แผน.csv").write_bytes(rows.encode("cp874"))
    return Workspace.at(tmp_path)


def letter(office: Workspace, text: str = LETTER, name: str = "ก") -> Path:
    path = office.root / "letters" / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


def text_of(path: Path) -> list[str]:
    """The paragraphs as python-docx reads them, tables and all, no-break spaces as spaces."""
    import docx

    document = docx.Document(str(path))
    cells = [
        p for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs
    ]
    return [p.text.replace("\u00a0", " ") for p in (*document.paragraphs, *cells)]


def test_a_letter_becomes_a_docx_of_its_own_name(office: Workspace) -> None:
    (made,) = office.make([letter(office)])
    assert made.files == (office.root / "out" / "ก.docx",)
    assert made.letter == "letters/ก.md"
    assert (made.series, made.circular, made.date, made.findings) == ("กษ ๑๑๑๓", False, None, ())
    assert "เรื่อง\tขออนุมัติ A & B <ฝ่าย>\t" in text_of(made.files[0])


def test_the_date_asked_for_is_printed_in_place_of_the_letters_own(office: Workspace) -> None:
    path = letter(office, "วันที่: 1 ม.ค. 60\n" + LETTER)
    (made,) = office.make([path], on=date(2023, 3, 27))
    assert made.date == date(2023, 3, 27)
    assert any("วันที่  ๒๗ มีนาคม ๒๕๖๖" in line for line in text_of(made.files[0]))


def test_the_running_number_is_blank_until_the_registry_gives_one(office: Workspace) -> None:
    (made,) = office.make([letter(office)])
    assert any("ที่  กษ ๑๑๑๓/\t" in line for line in text_of(made.files[0]))


def test_a_circular_without_a_number_keeps_its_mark(office: Workspace) -> None:
    (made,) = office.make([letter(office, "หนังสือเวียน: ใช่\n" + LETTER)])
    assert made.circular
    assert any("ที่  กษ ๑๑๑๓/ว\t" in line for line in text_of(made.files[0]))


def test_one_bad_letter_stops_all_and_every_fault_is_told(office: Workspace) -> None:
    bad = [
        letter(office, LETTER.replace("เรื่อง", "เรือง"), "ข"),
        letter(office, LETTER.replace("ผอ.", "ใคร"), "ค"),
    ]
    with pytest.raises(InputError) as caught:
        office.make([letter(office), *bad])
    assert {finding.file for finding in caught.value.findings} == {"letters/ข.md", "letters/ค.md"}
    assert not (office.root / "out").exists()


def test_a_letter_to_units_is_made_for_the_first_one_as_a_sample(office: Workspace) -> None:
    (made,) = office.make([letter(office, TO_UNITS, "เวียน")])
    assert made.recipient == "กองคลัง"
    assert made.files[0].name == "เวียน กองคลัง.docx"
    assert [finding.code for finding in made.findings] == ["L19"]
    assert "จัดซื้อ ๒ รายการ" in text_of(made.files[0])


def test_each_unit_gets_its_own_rows_exactly(office: Workspace) -> None:
    (made,) = office.make([letter(office, TO_UNITS)], recipient="กองแผนงาน")
    assert "*จัดทำ* | แผน # ๑" in text_of(made.files[0])
    assert made.findings == ()


def test_a_unit_may_be_named_by_its_short_name(office: Workspace) -> None:
    (made,) = office.make([letter(office, TO_UNITS)], recipient="กค.")
    assert made.recipient == "กองคลัง"


def test_an_unknown_unit_is_told_the_nearest(office: Workspace) -> None:
    with pytest.raises(InputError, match="กองคลง") as caught:
        office.make([letter(office, TO_UNITS)], recipient="กองคลง")
    assert "กองคลัง" in caught.value.findings[0].hint


@pytest.mark.parametrize("book", ["../ลับ.csv", "/etc/passwd", "fixtures/../../ลับ.csv"])
def test_a_letter_reads_no_file_outside_the_workspace(office: Workspace, book: str) -> None:
    (office.root.parent / "ลับ.csv").write_text("หน่วยงาน,เรื่อง\nก,ข\n", encoding="utf-8")
    path = letter(office, TO_UNITS.replace("fixtures/แผน.csv", book))
    with pytest.raises(InputError) as caught:
        office.make([path])
    assert caught.value.findings[0].code == "L13"
    assert caught.value.findings[0].line == 4


def test_a_workbook_that_is_not_there_is_told_with_the_faults_of_the_letter(office: Workspace) -> None:
    path = letter(office, TO_UNITS.replace("แผน.csv", "แผ่น.csv").replace("ผู้ลงนาม: ผอ.", "ผู้ลงนาม: ใคร"))
    with pytest.raises(InputError) as caught:
        office.make([path])
    assert {"X01", "L09"} <= {finding.code for finding in caught.value.findings}


def test_the_same_letter_gives_the_same_bytes_in_any_process(office: Workspace) -> None:
    path = letter(office, TO_UNITS)
    (here,) = office.make([path])
    for seed, zone in (("0", "UTC"), ("1", "Asia/Bangkok"), ("random", "America/New_York")):
        command = [sys.executable, "-m", "memogen", "--workspace", str(office.root), "make", str(path)]
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([*command, "--out", str(office.root / seed)], env=env, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        assert (office.root / seed / here.files[0].name).read_bytes() == here.files[0].read_bytes()


def test_a_draft_edited_in_word_is_kept_beside_the_new_one(office: Workspace) -> None:
    path = letter(office)
    (made,) = office.make([path])
    edited = _saved_by_word(made.files[0].read_bytes())
    made.files[0].write_bytes(edited)
    office.make([path])
    kept = office.root / "out" / "ก (ฉบับที่แก้ไขไว้ 1).docx"
    assert kept.read_bytes() == edited
    office.make([path])
    assert sorted(p.name for p in (office.root / "out").iterdir()) == [kept.name, "ก.docx"]


def _saved_by_word(content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            part = old.read(item)
            new.writestr(item, part.replace(b">memogen<", b">Microsoft Office Word<"))
    return out.getvalue()


def test_a_draft_open_in_word_is_not_replaced(office: Workspace) -> None:
    path = letter(office)
    (made,) = office.make([path])
    before = made.files[0].read_bytes()
    (office.root / "out" / "~$ก.docx").write_bytes(b"")
    letter(office, LETTER.replace("ขออนุมัติ", "ขอแจ้ง"))
    with pytest.raises(OutputError) as caught:
        office.make([path])
    assert caught.value.findings[0].code == "P01"
    assert made.files[0].read_bytes() == before


def test_two_letters_of_one_name_are_refused_before_anything_is_written(office: Workspace) -> None:
    (office.root / "อื่น").mkdir()
    other = office.root / "อื่น" / "ก.md"
    other.write_text(LETTER, encoding="utf-8")
    with pytest.raises((InputError, OutputError)) as caught:
        office.make([letter(office), other])
    assert caught.value.findings[0].code == "P06"
    assert not list(office.root.glob("out/*"))


def test_the_properties_name_the_office_and_no_library(office: Workspace) -> None:
    import docx

    (made,) = office.make([letter(office)], on=date(2023, 3, 27))
    core = docx.Document(str(made.files[0])).core_properties
    assert (core.author, core.last_modified_by, core.title) == ("กองทดสอบ", "", "ขออนุมัติ A & B <ฝ่าย>")
    assert core.created is not None
    assert core.created.date() == date(2023, 3, 27)


def test_an_office_may_print_without_emblem_or_dots(office: Workspace) -> None:
    toml = office.root / "memogen.toml"
    toml.write_text(SETTINGS + "\n[writing]\nemblem = false\ndotted_lines = false\n", encoding="utf-8")
    (made,) = Workspace.at(office.root).make([letter(office)])
    with zipfile.ZipFile(made.files[0]) as package:
        assert b"<w:drawing>" not in package.read("word/document.xml")
        assert b"dotted" not in package.read("word/styles.xml") + package.read("word/document.xml")


def test_an_office_may_print_its_own_emblem(office: Workspace) -> None:
    import segno

    toml = office.root / "memogen.toml"
    toml.write_text(SETTINGS + '\n[writing]\nemblem = "ตรา.png"\n', encoding="utf-8")
    segno.make("ตรา").save(str(office.root / "ตรา.png"))
    (made,) = Workspace.at(office.root).make([letter(office)])
    with zipfile.ZipFile(made.files[0]) as package:
        pictures = [package.read(name) for name in package.namelist() if name.endswith(".png")]
    assert (office.root / "ตรา.png").read_bytes() in pictures


def test_an_emblem_that_is_not_there_is_told(office: Workspace) -> None:
    (office.root / "memogen.toml").write_text(SETTINGS + '\n[writing]\nemblem = "x.png"\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        Workspace.at(office.root).make([letter(office)])
    assert caught.value.findings[0].code == "W07"


def test_a_folder_without_settings_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        Workspace.at(tmp_path)
    assert "memogen init" in caught.value.findings[0].hint


def test_a_long_subject_makes_a_legal_name(office: Workspace) -> None:
    path = letter(office, LETTER, "ก" * 60)
    (made,) = office.make([path])
    assert len(made.files[0].name.encode()) <= 200


def test_an_unfilled_place_of_the_skeleton_is_an_error_but_the_draft_is_made(office: Workspace) -> None:
    (made,) = office.make([letter(office, LETTER.replace("โปรดพิจารณา", "[ระบุจุดประสงค์]"))])
    assert [(finding.code, finding.line) for finding in made.findings] == [("H20", 5)]
    assert made.files[0].is_file()


def test_reference_lines_of_a_memo_are_printed_and_reported(office: Workspace) -> None:
    (made,) = office.make([letter(office, "อ้างถึง: หนังสือ ที่ กษ ๑๑๑๓/๑\n" + LETTER)])
    assert [finding.code for finding in made.findings] == ["H03"]
    assert any(line.startswith("อ้างถึง\tหนังสือ") for line in text_of(made.files[0]))


def test_the_remains_of_a_killed_run_are_swept(office: Workspace) -> None:
    (office.root / "out").mkdir()
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    left = office.root / "out" / f".mg-{platform.node()}-{gone.pid}-0123abcd.tmp"
    left.write_bytes(b"half")
    office.make([letter(office)])
    assert [path.name for path in (office.root / "out").iterdir()] == ["ก.docx"]
