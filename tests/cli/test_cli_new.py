"""`new`: letters started from their kind's skeleton."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cases import each
from command_line import Run

from memogen.cli.new import filled
from memogen.model import Kind

KIND = "บันทึกข้อความ"


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_a_letter_is_started_under_its_subject(run: Run, office: Path) -> None:
    result = run("new", KIND, "--set", "เรื่อง=ขอเชิญประชุม 1/2569", "--set", "เรียน=อธิบดี")
    assert result.exit_code == 0
    assert result.stdout == "เริ่มร่างแล้ว: letters/ขอเชิญประชุม 1-2569.md\n"
    assert result.stderr == ('ขั้นต่อไป: แก้ข้อความใน [ ] แล้วสั่ง memogen make "letters/ขอเชิญประชุม 1-2569.md"\n')
    lines = text_of(office / "letters/ขอเชิญประชุม 1-2569.md").splitlines()
    assert "เรื่อง: ขอเชิญประชุม 1/2569" in lines
    assert "เรียน: อธิบดี" in lines


def test_a_letter_without_a_subject_is_named_after_its_kind(run: Run, office: Path) -> None:
    assert run("new", KIND).stdout == f"เริ่มร่างแล้ว: letters/{KIND}.md\n"
    assert run("new", KIND).stdout == f"เริ่มร่างแล้ว: letters/{KIND} 2.md\n"
    assert "[ระบุเรื่อง]" in text_of(office / f"letters/{KIND}.md")


def test_what_was_not_given_is_told_by_make(run: Run) -> None:
    run("new", KIND, "-o", "letters/x.md", "--set", "ผู้ลงนาม=อธิบดี")
    result = run("make", "letters/x.md")
    assert "ยังไม่ได้เติม “[ระบุเรื่อง]”" in result.stderr


def test_the_file_asked_for_is_used_and_never_overwritten(run: Run, office: Path) -> None:
    assert run("new", KIND, "-o", "ร่าง.md", cwd="letters").stdout == "เริ่มร่างแล้ว: ร่าง.md\n"
    (office / "letters/ร่าง.md").write_text("ของเดิม", encoding="utf-8")
    result = run("new", KIND, "-o", "letters/ร่าง.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("letters/ร่าง.md: W10 มีไฟล์นี้อยู่แล้ว จึงไม่เขียนทับ")
    assert text_of(office / "letters/ร่าง.md") == "ของเดิม"


@pytest.mark.parametrize("signer", ["หัวหน้ากลุ่ม", "1", "๑"])
def test_at_a_terminal_the_main_headers_are_asked_for(run: Run, office: Path, signer: str) -> None:
    result = run("new", KIND, "--set", "เรียน=อธิบดี", asks=True, answers=f"ขออนุมัติ\n{signer}\n")
    assert result.exit_code == 0
    assert "ผู้ลงนาม (1 หัวหน้ากลุ่ม, 2 อธิบดี): " in result.stderr
    lines = text_of(office / "letters/ขออนุมัติ.md").splitlines()
    assert {"เรื่อง: ขออนุมัติ", "เรียน: อธิบดี", "ผู้ลงนาม: หัวหน้ากลุ่ม"} <= set(lines)


def test_other_programs_are_told_where_the_letter_is(run: Run, office: Path) -> None:
    result = run("new", KIND, "-o", "letters/x.md", "--json")
    assert json.loads(result.stdout) == {"letter": "letters/x.md", "findings": []}
    again = run("new", KIND, "-o", "letters/x.md", "--json")
    assert again.exit_code == 2
    assert [finding["code"] for finding in json.loads(again.stdout)["findings"]] == ["W10"]


def test_an_answer_left_empty_leaves_the_skeleton(run: Run, office: Path) -> None:
    run("new", KIND, "-o", "letters/x.md", asks=True, answers="\n\n\n")
    assert text_of(office / "letters/x.md") == text_of(office / f"templates/{KIND}.md")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("บันทึกขอความ", "ไม่รู้จักชนิดหนังสือ “บันทึกขอความ” แนะนำ: หมายถึง “บันทึกข้อความ” ใช่หรือไม่"),
        ("จดหมาย", "ไม่รู้จักชนิดหนังสือ “จดหมาย” แนะนำ: ที่มีอยู่: คำสั่ง, บันทึกข้อความ, ประกาศ"),
        ("../memogen", "ไม่รู้จักชนิดหนังสือ “../memogen”"),
    ],
)
def test_a_kind_without_a_skeleton_is_told(run: Run, office: Path, kind: str, told: str) -> None:
    result = run("new", kind)
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(list((office / "letters").iterdir())) == 1


def test_a_known_kind_whose_skeleton_was_taken_away_is_told(run: Run, office: Path) -> None:
    (office / "templates/คำสั่ง.md").unlink()
    result = run("new", "คำสั่ง")
    assert result.exit_code == 2
    assert "ยังไม่มีโครงของคำสั่ง" in result.stderr


@pytest.mark.parametrize("kind", list(Kind))
def test_a_letter_of_each_kind_is_started_and_made(run: Run, office: Path, kind: Kind) -> None:
    """The skeleton lacks only a signer; its blanks are told (H20) and do not stop it."""
    unsigned = (Kind.MINUTES, Kind.STAMPED, Kind.FORM)
    signer = ["--set", "ผู้ลงนาม=หัวหน้ากลุ่ม"] if kind not in unsigned else []
    recorder = ["--set", "ผู้จดรายงานการประชุม=นายสมมติ สองนาม"] if kind is Kind.MINUTES else []
    assert run("new", kind, "-o", "letters/x.md", *signer, *recorder).exit_code == 0
    result = run("make", "letters/x.md", "--no-catchwords")
    assert result.exit_code == 1
    assert {line.split(" ")[1] for line in result.stderr.splitlines() if ".md:" in line} == {"H20"}
    assert (office / "out/x.docx").is_file()


def test_each_kind_asks_for_its_own_headers(run: Run, office: Path) -> None:
    run("new", "หนังสือรับรอง", "--set", "ผู้ลงนาม=ก", asks=True, answers="นางสาวตัวอย่าง หนึ่งนาม\n")
    assert "ออกให้แก่: นางสาวตัวอย่าง หนึ่งนาม" in text_of(office / "letters/นางสาวตัวอย่าง หนึ่งนาม.md")


def test_every_wrong_set_is_told_at_once(run: Run) -> None:
    result = run("new", KIND, "--set", "เรือง=ก", "--set", "ผู้ลงนาม=ก", "--set", "ผู้ลงนาม=ข", "--set", "xx")
    assert result.exit_code == 2
    assert result.stderr == (
        "W11 “xx” ไม่มีเครื่องหมาย = แนะนำ: เขียนอย่าง --set เรียน=อธิบดี\n"
        "W11 ไม่รู้จักหัวข้อ “เรือง” แนะนำ: หมายถึง “เรื่อง” ใช่หรือไม่\n"
        "W11 หัวข้อ “ผู้ลงนาม” มีได้ค่าเดียว แนะนำ: เหลือ --set ของหัวข้อนี้ไว้ครั้งเดียว\n"
        "รวม: ข้อผิดพลาด 3 คำเตือน 0 แจ้งเพื่อทราบ 0\n"
    )


@each(
    ("values", "head"),
    [
        ({}, "เรื่อง: [ระบุ]\nเรียน:"),
        ({"เรื่อง": ["ก"]}, "เรื่อง: ก\nเรียน:"),
        ({"เรียน": ["ก", "ข"]}, "เรื่อง: [ระบุ]\nเรียน: ก\nเรียน: ข"),
        (
            {"คิวอาร์": ["แบบ = https://example.go.th/a?b=c"]},
            "เรื่อง: [ระบุ]\nเรียน:\nคิวอาร์: แบบ = https://example.go.th/a?b=c",
        ),
    ],
)
def test_values_go_into_the_head_alone(values: dict[str, list[str]], head: str) -> None:
    body = "\n\nเรียน: ในเนื้อความ\n"
    assert filled(f"เรื่อง: [ระบุ]\nเรียน:{body}", values) == head + body


def test_a_form_is_made_for_others_to_fill_in_and_never_to_be_numbered(run: Run, office: Path) -> None:
    (office / "letters/x.md").write_text(
        "ชนิด: แบบรายงาน\nเรื่อง: แบบรายงานผล\n\nหน่วยงาน.....\n", encoding="utf-8"
    )
    made = run("make", "letters/x.md")
    assert (made.exit_code, "ไม่ต้องออกเลข" in made.stderr) == (0, True)
    issued = run("issue", "letters/x.md")
    assert (issued.exit_code, "letters/x.md: L44" in issued.stderr) == (2, True)
