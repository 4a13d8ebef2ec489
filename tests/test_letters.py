"""Letter files: what is read of them, and every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import each

from memogen.errors import InputError
from memogen.findings import Finding, Severity
from memogen.letters import parse_letter, read_letter
from memogen.model import HEADERS, Header

LETTER = "ชนิด: บันทึกข้อความ\nเรื่อง: ก : ข\n\nย่อหน้า\n\nย่อหน้าสอง\n"


def faults(text: str) -> list[tuple[str, int | None, str, str]]:
    return [(f.code, f.line, f.text, f.hint) for f in parse_letter(text, "x.md").findings]


def test_headers_and_body_keep_their_lines() -> None:
    letter = parse_letter(LETTER, "letters/x.md")
    assert letter.headers == (Header("ชนิด", "บันทึกข้อความ", 1), Header("เรื่อง", "ก : ข", 2))
    assert (letter.body, letter.body_line) == ("ย่อหน้า\n\nย่อหน้าสอง", 4)
    assert (letter.stem, letter.findings) == ("x", ())


@each(
    ("line", "name", "value"),
    [
        ("เรื่อง:ก", "เรื่อง", "ก"),
        ("  เรื่อง :  ก  ข\t", "เรื่อง", "ก  ข"),
        ("เรื่อง：ก", "เรื่อง", "ก"),
        ("เรื่อง:", "เรื่อง", ""),
        ("วันที่: 2566-03-27", "วันที่", "2566-03-27"),
        ("ที่: 001", "ที่", "001"),
        ("เรื่อง: yes", "เรื่อง", "yes"),
        ("คิวอาร์: แบบ = https://example.go.th/?a=1#b", "คิวอาร์", "แบบ = https://example.go.th/?a=1#b"),
        ("เรื่\u200bอง: ก", "เรื่อง", "ก"),
        ("เรื่อง: น\u0e4dา", "เรื่อง", "นำ"),
        ("เรียน: {{ หน่วยงาน.เรียน }}", "เรียน", "{{ หน่วยงาน.เรียน }}"),
    ],
)
def test_a_header_value_is_text_as_typed(line: str, name: str, value: str) -> None:
    letter = parse_letter(f"{line}\n\nค", "x.md")
    assert letter.headers == (Header(name, value, 1),)
    assert not letter.findings


@each("text", ["\n\nเรื่อง: ก\n\n\n \nค\n", "\n \nเรื่อง: ก\n\t\n\n\nค"])
def test_empty_lines_and_lines_of_spaces_part_headers_from_body(text: str) -> None:
    letter = parse_letter(text, "x.md")
    assert (letter.headers[0].line, letter.body, letter.body_line) == (3, "ค", 7)


def test_windows_line_ends_do_not_shift_lines() -> None:
    assert parse_letter(LETTER.replace("\n", "\r\n"), "x.md") == parse_letter(LETTER, "x.md")


def test_a_repeated_header_makes_a_list_where_it_may() -> None:
    letter = parse_letter("เรียน: ก\nเรียน: ข\n\nค", "x.md")
    assert [header.value for header in letter.all("เรียน")] == ["ก", "ข"]
    assert not letter.findings


@each("name", HEADERS)
def test_every_header_of_the_contract_is_known(name: str) -> None:
    assert not parse_letter(f"{name}: ก\n\nค", "x.md").findings


@each("name", ["ผู้มาประชุม", "ผู้ไม่มาประชุม", "ผู้เข้าร่วมประชุม"])
def test_attendance_may_be_in_groups(name: str) -> None:
    assert not parse_letter(f"{name} (ผ่านระบบออนไลน์): ก\n\nค", "x.md").findings


def test_an_unknown_header_is_told_whole() -> None:
    (fault,) = parse_letter("เรื่อง: ก\nเรียม: ข\n\nค", "letters/x.md").findings
    assert fault == Finding(
        code="L01",
        severity=Severity.ERROR,
        file="letters/x.md",
        line=2,
        text="เรียม",
        message="ไม่รู้จักหัวข้อ “เรียม”",
        hint="หมายถึง “เรียน” ใช่หรือไม่",
    )
    assert fault.where == "letters/x.md:2"


@each(
    ("typed", "meant"),
    [
        ("เรือง", "เรื่อง"),
        ("ผุ้ลงนาม", "ผู้ลงนาม"),
        ("ส่วนราชกาน", "ส่วนราชการ"),
        ("QR คิวอาร์", "คิวอาร์"),
        ("ชั้นความเรว", "ชั้นความเร็ว"),
        ("สิ่งที่ส่งมา", "สิ่งที่ส่งมาด้วย"),
    ],
)
def test_a_misspelt_header_gets_the_nearest_word(typed: str, meant: str) -> None:
    assert faults(f"{typed}: ก\n\nค") == [("L01", 1, typed, f"หมายถึง “{meant}” ใช่หรือไม่")]


def test_a_header_like_no_other_gets_the_usual_ones() -> None:
    ((code, line, text, hint),) = faults("subject: ก\n\nค")
    assert (code, line, text) == ("L01", 1, "subject")
    assert "เรื่อง" in hint


def test_brackets_do_not_make_a_header_another() -> None:
    assert faults("เรื่อง (แก้ไข): ก\n\nค") == [("L01", 1, "เรื่อง (แก้ไข)", "หมายถึง “เรื่อง” ใช่หรือไม่")]


def test_a_header_that_stands_once_is_told_when_repeated() -> None:
    (fault,) = parse_letter("เรื่อง: ก\nเรียน: ข\nเรื่อง: ค\n\nง", "x.md").findings
    assert (fault.code, fault.line, fault.text) == ("L03", 3, "เรื่อง")
    assert fault.message == "มีหัวข้อ “เรื่อง” ซ้ำ (ครั้งแรกอยู่บรรทัดที่ 1)"


def test_text_among_the_headers_asks_for_an_empty_line() -> None:
    ((code, line, text, hint),) = faults("เรื่อง: ก\nด้วยกลุ่มตัวอย่าง\n\nค")
    assert (code, line, text) == ("L02", 2, "ด้วยกลุ่มตัวอย่าง")
    assert "เว้นบรรทัดว่าง" in hint


def test_a_brace_in_a_name_is_no_header() -> None:
    assert [fault[:2] for fault in faults("{{ ก }}: ข\n\nค")] == [("L02", 1)]


@each("char", ["\x02", "\x03", "\x04", "\x05", "\x0b", "\x1b", "\u202e", "\ufffe"])
def test_a_character_no_document_can_hold_is_told_and_left_out(char: str) -> None:
    letter = parse_letter(f"เรื่อง: ก\n\nค{char}0{char}ง", "x.md")
    (first, second) = letter.findings
    assert (first.code, first.line, first.text) == ("L16", 3, f"U+{ord(char):04X}")
    assert (first.place, second.place) == ("ตัวที่ 2", "ตัวที่ 4")
    assert letter.body == "ค0ง"


def test_faults_of_every_sort_are_collected() -> None:
    text = "เรือง: ก\nข้อความ\nที่: ก\nที่: ข\n\nค\x0c"
    assert sorted(fault[:2] for fault in faults(text)) == [("L01", 1), ("L02", 2), ("L03", 4), ("L16", 6)]


@each("text", ["", "\n\n", "เรื่อง: ก", "เรื่อง: ก\n\n"])
def test_a_letter_without_body_is_still_a_letter(text: str) -> None:
    assert parse_letter(text, "x.md").body == ""


def test_a_long_line_without_colon_is_read_at_once() -> None:
    assert [fault[0] for fault in faults(" ก" * 200_000)] == ["L02"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_a_file_in_any_office_encoding_reads_the_same(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(LETTER.replace("\n", "\r\n").encode(encoding))
    assert read_letter(path, file="x.md") == parse_letter(LETTER, "x.md")


def test_a_file_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_letter(tmp_path / "x.md", file="x.md")
