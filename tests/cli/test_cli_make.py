"""`make`: what is said of letters that can and cannot be made."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from command_line import Run

SAMPLE = "letters/ตัวอย่าง-ขอเชิญประชุม.md"
MADE = "out/ตัวอย่าง-ขอเชิญประชุม.docx"

GOOD = """\
เรื่อง: ขออนุมัติ
เรียน: อธิบดี
ผู้ลงนาม: หัวหน้ากลุ่ม

ด้วยกลุ่มตัวอย่างจะจัดประชุม

จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ
"""

BAD = """\
ชนิด: บันทึกข้อความ
วันที่: ๓๐ กุมภาพันธ์ ๒๕๖๙
เรือง: ขออนุมัติ
เรียน: {{ หน่วยงาน.เรีย }}
ผู้ลงนาม: ผอ.
ข้อมูล: แผน = fixtures/ไม่มี.xlsx#แผน

ด้วย {{ จำนวน }} และ {{ แผ.ก }}

จึงเรียนมา {{ หน่วยงาน.ชื่อ
"""


def write(office: Path, name: str, text: str) -> str:
    (office / "letters" / name).write_text(text, encoding="utf-8")
    return f"letters/{name}"


def test_the_sample_letter_is_made_without_a_finding(run: Run, office: Path) -> None:
    result = run("make", SAMPLE)
    assert result.exit_code == 0
    assert result.stdout == f"ทำแล้ว: {MADE} (จาก {SAMPLE})\n"
    assert result.stderr == ("ขั้นต่อไป: เปิดเอกสารใน Word ตรวจทาน แล้วเสนอลงนาม เลขที่เว้นไว้ให้ออกเมื่อส่ง\n")
    assert (office / MADE).is_file()


def test_it_is_said_in_english(run: Run) -> None:
    result = run("--lang", "en", "make", SAMPLE)
    assert result.stdout == f"Made: {MADE} (from {SAMPLE})\n"
    assert result.stderr == (
        "Next: open the document in Word, read it through, and have it signed;"
        " the number is left blank until dispatch\n"
    )


def test_the_document_is_the_same_in_either_language(run: Run, office: Path) -> None:
    write(office, "ใช่.md", GOOD.replace("จะจัด", "{{ 1 == 1 }}จัด"))
    made = []
    for language in ("th", "en"):
        assert run("--lang", language, "make", "letters/ใช่.md").exit_code == 0
        made.append((office / "out/ใช่.docx").read_bytes())
    assert made[0] == made[1]


def test_every_fault_of_a_letter_is_told_in_one_run(run: Run, office: Path) -> None:
    result = run("make", write(office, "ผิด.md", BAD))
    assert result.exit_code == 3
    assert result.stdout == ""
    told = result.stderr.splitlines()
    for start, words in [
        ("letters/ผิด.md:1: L05", "ยังไม่มีหัวข้อ “เรื่อง”"),
        ("letters/ผิด.md:2: L07", "ไม่มีวันที่ ๓๐ เดือนกุมภาพันธ์มี ๒๘ วัน"),
        ("letters/ผิด.md:3: L01", "ไม่รู้จักหัวข้อ “เรือง” แนะนำ: หมายถึง “เรื่อง” ใช่หรือไม่"),
        ("letters/ผิด.md:4: M04", "ไม่มีคอลัมน์ “เรีย” แนะนำ: หมายถึง “เรียน” ใช่หรือไม่"),
        ("letters/ผิด.md:5: L09", "ไม่มี “ผอ.” ในรายชื่อผู้ลงนามของ memogen.toml"),
        ("letters/ผิด.md:6: X01", "ไม่พบไฟล์ “ไม่มี.xlsx”"),
        ("letters/ผิด.md:8: M03", "ไม่รู้จักช่อง “จำนวน”"),
        ("letters/ผิด.md:8: M03", "ไม่รู้จักช่อง “แผ” แนะนำ: หมายถึง “แผน” ใช่หรือไม่"),
        ("letters/ผิด.md:10: M01", "เปิดวงเล็บแล้วไม่ปิด"),
    ]:
        assert any(line.startswith(start) and words in line for line in told), (start, words)
    assert told[-1] == "รวม: ข้อผิดพลาด 9 คำเตือน 0 แจ้งเพื่อทราบ 0"
    assert len(told) == 10


def test_one_wrong_letter_keeps_all_from_being_made(run: Run, office: Path) -> None:
    result = run("make", SAMPLE, write(office, "ผิด.md", BAD))
    assert result.exit_code == 3
    assert not (office / MADE).exists()


def test_a_letter_with_a_finding_of_weight_is_made_all_the_same(run: Run, office: Path) -> None:
    letter = write(office, "อ้างถึง.md", "อ้างถึง: หนังสือกรมตัวอย่าง\n" + GOOD)
    result = run("make", letter)
    assert result.exit_code == 1
    assert (office / "out/อ้างถึง.docx").is_file()
    assert result.stderr.splitlines()[0].startswith("letters/อ้างถึง.md:1: H03 บันทึกข้อความไม่มีหัวข้อ “อ้างถึง”")
    assert result.stderr.endswith("ฉบับนี้ยังไม่ควรส่ง\n")


def test_the_json_has_the_keys_of_the_contract(run: Run, office: Path) -> None:
    result = run("make", SAMPLE, "--json")
    assert result.stderr == ""
    content = (office / MADE).read_bytes()
    assert json.loads(result.stdout) == {
        "letters": [
            {
                "letter": SAMPLE,
                "number": None,
                "serial": None,
                "series": "กต ๐๐๐๐",
                "circular": False,
                "year_be": 2569,
                "date": "2026-01-06",
                "files": [MADE],
                "sha256": hashlib.sha256(content).hexdigest(),
                "findings": [],
            }
        ]
    }


def test_the_json_of_a_failure_holds_the_findings(run: Run, office: Path) -> None:
    result = run("make", write(office, "ผิด.md", BAD), "--json")
    told = json.loads(result.stdout)
    assert result.exit_code == 3
    assert told["letters"] == []
    assert {finding["file"] for finding in told["findings"]} == {"letters/ผิด.md"}


@pytest.mark.parametrize("typed", ["27 มี.ค. 66", "๒๗ มีนาคม ๒๕๖๖", "27/3/2566", "2023-03-27"])
def test_the_date_is_read_as_people_type_it(run: Run, typed: str) -> None:
    told = json.loads(run("make", SAMPLE, "--date", typed, "--json").stdout)
    assert told["letters"][0]["date"] == "2023-03-27"


def test_files_are_named_from_where_the_officer_stands(run: Run, office: Path) -> None:
    letter = write(office, "ผิด.md", BAD)
    assert run("make", "ผิด.md", cwd="letters").stderr.startswith("ผิด.md:1: L05")
    told = run("make", f"../{letter}", cwd="templates").stderr
    assert told.startswith(f"{office.as_posix()}/{letter}:1: L05")


def test_patterns_are_expanded_where_the_shell_does_not(run: Run, office: Path) -> None:
    write(office, "ก.md", GOOD)
    result = run("make", "letters/*.md")
    assert result.exit_code == 0
    assert sorted(path.name for path in (office / "out").iterdir()) == ["ก.docx", "ตัวอย่าง-ขอเชิญประชุม.docx"]


def test_a_name_with_brackets_is_no_pattern(run: Run, office: Path) -> None:
    assert run("make", write(office, "ร่าง[1].md", GOOD)).exit_code == 0


def test_every_pattern_without_a_match_is_told(run: Run) -> None:
    result = run("make", "letters/ก*.md", "ข?.md")
    assert result.exit_code == 3
    assert "ไม่มีไฟล์ใดตรงกับ “letters/ก*.md”" in result.stderr
    assert "ไม่มีไฟล์ใดตรงกับ “ข?.md”" in result.stderr


def test_a_document_open_in_word_is_not_touched(run: Run, office: Path) -> None:
    assert run("make", SAMPLE).exit_code == 0
    before = (office / MADE).read_bytes()
    (office / "out/~$วอย่าง-ขอเชิญประชุม.docx").write_bytes(b"")
    result = run("make", SAMPLE, "--date", "27/3/2566")
    assert result.exit_code == 3
    assert result.stderr.startswith(f"{MADE}: P01 ")
    assert (office / MADE).read_bytes() == before


@pytest.mark.layout
def test_a_pdf_stands_beside_the_document(run: Run, office: Path) -> None:
    told = json.loads(run("make", SAMPLE, "--pdf", "--json").stdout)
    assert told["letters"][0]["files"] == [MADE, MADE.replace(".docx", ".pdf")]
    assert (office / MADE).with_suffix(".pdf").read_bytes().startswith(b"%PDF")


def test_a_missing_helper_is_told_with_the_way_to_get_it(
    run: Run, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    result = run("make", SAMPLE, "--pdf")
    assert result.exit_code == 5
    assert "LibreOffice" in result.stderr


def test_a_letter_of_two_kinds_is_made_as_both_and_issued_as_the_one_asked_for(
    run: Run, office: Path
) -> None:
    letter = write(office, "สอง.md", f"ชนิด: บันทึกข้อความ\nชนิด: หนังสือภายนอก\n{GOOD}")
    made = json.loads(run("make", letter, "--json").stdout)["letters"]
    assert [(one["kind"], one["files"]) for one in made] == [
        ("บันทึกข้อความ", ["out/สอง บันทึกข้อความ.docx"]),
        ("หนังสือภายนอก", ["out/สอง หนังสือภายนอก.docx"]),
    ]
    (issued,) = json.loads(run("issue", letter, "--kind", "หนังสือภายนอก", "--json").stdout)["letters"]
    assert (issued["kind"], issued["serial"]) == ("หนังสือภายนอก", 1)
    refused = run("issue", letter, "--kind", "หนังสือภายใน")
    assert refused.exit_code == 3
    assert "L56" in refused.stderr
    assert "ทำได้: บันทึกข้อความ, หนังสือภายนอก" in refused.stderr
