"""memogen.toml: what is read of it, and every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import each

from memogen.errors import InputError
from memogen.findings import Finding
from memogen.model import Signer
from memogen.settings import parse_office, read_office

SMALL = '[office]\nname = "กรมตัวอย่าง"\ncode = "กต ๐๑๐๑"\n'
SIGNER = '[[signers]]\nkey = "ผอ."\nname = "นายตัวอย่าง หนึ่งนาม"\nposition = "ผู้อำนวยการ"\n'
UNIT = '[[units]]\nname = "กองหนึ่ง"\nto = "ผู้อำนวยการกองหนึ่ง"\n'


def faults_of(text: str) -> list[Finding]:
    with pytest.raises(InputError) as stop:
        parse_office(text, "memogen.toml")
    return list(stop.value.findings)


def test_name_and_code_are_enough() -> None:
    office = parse_office(SMALL)
    assert (office.name, office.code, office.file) == ("กรมตัวอย่าง", "กต ๐๑๐๑", "memogen.toml")
    assert (office.output, office.baht_reading, office.circular_series) == ("out", "spoken", "own")
    assert (office.emblem, office.dotted_lines, office.signers, office.units) == (True, True, (), ())


def test_every_setting_is_read() -> None:
    office = parse_office(
        '[office]\nname = "ก"\nministry = "ข"\nunit = "ค"\ncode = "กต0101"\n'
        'phone = "๒๗๑"\nemail = "a@b.go.th"\n'
        '[output]\nfolder = "ออก"\n[writing]\nbaht_reading = "spreadsheet"\nkeep_digits = ["แบบ 4x"]\n'
        'dotted_lines = false\nemblem = "ตรา.png"\n[register]\ncircular_series = "ordinary"\naddress = "x"\n'
    )
    assert (office.ministry, office.unit, office.phone, office.email) == ("ข", "ค", "๒๗๑", "a@b.go.th")
    assert (office.output, office.baht_reading, office.keep_digits) == ("ออก", "spreadsheet", ("แบบ 4x",))
    assert (office.dotted_lines, office.emblem, office.circular_series) == (False, "ตรา.png", "ordinary")
    assert office.agency_line == "ค โทร. ๒๗๑ ไปรษณีย์อิเล็กทรอนิกส์: a@b.go.th"


def test_signers_and_units_keep_their_order_and_columns() -> None:
    office = parse_office(SMALL + SIGNER + UNIT + 'short = "กห."\n"ผู้ประสาน" = "ตัวอย่าง"\nplans = 3\n')
    assert office.signers == (Signer(key="ผอ.", name="นายตัวอย่าง หนึ่งนาม", position="ผู้อำนวยการ"),)
    assert office.units == (
        {"ชื่อ": "กองหนึ่ง", "เรียน": "ผู้อำนวยการกองหนึ่ง", "ย่อ": "กห.", "ผู้ประสาน": "ตัวอย่าง", "plans": 3},
    )


@each("path", sorted(Path(__file__).parent.parent.glob("**/memogen.toml")), ids=lambda path: path.parent.name)
def test_the_shipped_settings_are_read(path: Path) -> None:
    assert read_office(path).signers


def test_an_unknown_setting_is_told_whole() -> None:
    (fault,) = faults_of(SMALL + 'telephone = "๑"\n[writing]\nkeep_digit = []\n')[1:]
    assert fault == Finding(
        code="W02",
        file="memogen.toml",
        line=6,
        text="keep_digit",
        message="ไม่รู้จักการตั้งค่า “keep_digit”",
        hint="หมายถึง “keep_digits” ใช่หรือไม่",
    )


@each(
    ("text", "code", "line", "word"),
    [
        ("x\n" + SMALL, "W01", 1, ""),
        (SMALL + 'name = "ข"\n', "W01", 4, ""),
        (SMALL + "phone = ๒๗๑\n", "W01", 4, ""),
        (SMALL + "[writting]\nemblem = true\n", "W02", 4, "writting"),
        ('colour = "red"\n' + SMALL, "W02", 1, "colour"),
        (SMALL + 'fone = "๑"\n', "W02", 4, "fone"),
        (SMALL + SIGNER + 'phone = "๑"\n', "W02", 8, "phone"),
        (
            SMALL + 'phone = "๑"\n' + SIGNER + SIGNER.replace("ผอ.", "รอง") + 'phone = "๑"\n',
            "W02",
            13,
            "phone",
        ),
        (SMALL + "unit = 5\n", "W03", 4, "unit"),
        (SMALL + "phone = true\n", "W03", 4, "phone"),
        ('output = "out"\n' + SMALL, "W03", 1, "output"),
        ('signers = "ก"\n' + SMALL, "W03", 1, "signers"),
        (SMALL + '[signers]\nkey = "ก"\n', "W03", 4, "signers"),
        (SMALL + "[writing]\nkeep_digits = [5]\n", "W03", 5, "keep_digits"),
        (SMALL + "[writing]\nkeep_digits = 5\n", "W03", 5, "keep_digits"),
        (SMALL + "[writing]\ndotted_lines = 1\n", "W03", 5, "dotted_lines"),
        (SMALL + "[writing]\nemblem = 1\n", "W03", 5, "emblem"),
        (SMALL + SIGNER.replace('"ผู้อำนวยการ"', "5"), "W03", 7, "position"),
        (SMALL + UNIT + "budget = 1.5\n", "W03", 7, "budget"),
        (SMALL + UNIT + "since = 2566-01-01T00:00:00\n", "W03", 7, "since"),
        (SMALL + UNIT + "[units.more]\na = 1\n", "W03", None, "more"),
        (SMALL + '[writing]\nbaht_reading = "speak"\n', "W04", 5, "baht_reading"),
        (SMALL + '[register]\ncircular_series = "both"\n', "W04", 5, "circular_series"),
        ('[office]\ncode = "กต ๐๑๐๑"\n', "W05", 1, "name"),
        ('[office]\nname = "ก"\ncode = ""\n', "W05", 1, "code"),
        (SMALL + SIGNER + '[[signers]]\nkey = "ข"\nname = "นางตัวอย่าง สองนาม"\n', "W05", 8, "position"),
        (SMALL + '[[units]]\nname = "ก"\n', "W05", 4, "to"),
        (SMALL.replace("กต ๐๑๐๑", "ก.ต. ๐๑๐๑"), "W12", 3, "ก.ต. ๐๑๐๑"),
        (SMALL.replace("กต ๐๑๐๑", "กต ๐๑๐๑/"), "W12", 3, "กต ๐๑๐๑/"),
        (SMALL + SIGNER.replace("นายตัวอย่าง หนึ่งนาม", "นาย"), "W12", 6, "นาย"),
        (SMALL + SIGNER + SIGNER, "W13", 8, "ผอ."),
        (SMALL + UNIT + UNIT, "W13", 7, "กองหนึ่ง"),
    ],
)
def test_each_fault_has_its_line(text: str, code: str, line: int | None, word: str) -> None:
    (fault,) = faults_of(text)
    assert (fault.code, fault.line, fault.text, fault.file) == (code, line, word, "memogen.toml")
    assert fault.message
    assert fault.hint


def test_an_empty_file_asks_for_name_and_code() -> None:
    assert [(fault.code, fault.text) for fault in faults_of("")] == [("W05", "name"), ("W05", "code")]


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = '[office]\nname = 1\ncode = "x"\n[writing]\nbaht_reading = "x"\n[[signers]]\nkey = "ก"\n'
    assert [(fault.code, fault.line) for fault in faults_of(text)] == [
        ("W03", 2),
        ("W12", 3),
        ("W04", 5),
        ("W05", 6),
        ("W05", 6),
    ]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "memogen.toml"
    path.write_text(SMALL, encoding="utf-8-sig")
    assert read_office(path).name == "กรมตัวอย่าง"
