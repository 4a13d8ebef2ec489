"""Names of persons and the lines under a signature."""

from __future__ import annotations

import pytest
from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.thai import ACTING, Name, PersonNameError, parse_name, signature_lines
from memogen.thai.names import ABBREVIATED, RANKS, TITLES

READ = [
    ("นางสาวตัวอย่าง หนึ่ง", Name(title="นางสาว", given="ตัวอย่าง", surname="หนึ่ง")),
    ("นางสาว ตัวอย่าง  หนึ่ง", Name(title="นางสาว", given="ตัวอย่าง", surname="หนึ่ง")),
    ("(นางสาวตัวอย่าง หนึ่ง)", Name(title="นางสาว", given="ตัวอย่าง", surname="หนึ่ง")),
    ("( นายตัวอย่าง หนึ่ง )", Name(title="นาย", given="ตัวอย่าง", surname="หนึ่ง")),
    ("น.ส.ตัวอย่าง หนึ่ง", Name(title="นางสาว", given="ตัวอย่าง", surname="หนึ่ง")),
    ("นายตัวอย่าง\u00a0หนึ่ง", Name(title="นาย", given="ตัวอย่าง", surname="หนึ่ง")),
    ("นางตัวอย่าง", Name(title="นาง", given="ตัวอย่าง")),
    ("นางสาวิตรี ตัวอย่าง", Name(title="นาง", given="สาวิตรี", surname="ตัวอย่าง")),
    ("นายก ข", Name(title="นาย", given="ก", surname="ข")),
    ("ตัวอย่าง หนึ่ง", Name(given="ตัวอย่าง", surname="หนึ่ง")),
    ("นายตัวอย่าง ณ ตัวอย่าง", Name(title="นาย", given="ตัวอย่าง", surname="ณ ตัวอย่าง")),
    ("พลตรี ตัวอย่าง หนึ่ง", Name(rank="พลตรี", given="ตัวอย่าง", surname="หนึ่ง")),
    ("พล.ต.ตัวอย่าง หนึ่ง", Name(rank="พลตรี", given="ตัวอย่าง", surname="หนึ่ง")),
    ("พล.ต.ต. ตัวอย่าง หนึ่ง", Name(rank="พลตำรวจตรี", given="ตัวอย่าง", surname="หนึ่ง")),
    ("พันตำรวจเอกพิเศษ ตัวอย่าง หนึ่ง", Name(rank="พันตำรวจเอกพิเศษ", given="ตัวอย่าง", surname="หนึ่ง")),
    ("ว่าที่ร้อยตรี ตัวอย่าง หนึ่ง", Name(rank="ว่าที่ร้อยตรี", given="ตัวอย่าง", surname="หนึ่ง")),
    ("ว่าที่ ร.ต. ตัวอย่าง หนึ่ง", Name(rank="ว่าที่ร้อยตรี", given="ตัวอย่าง", surname="หนึ่ง")),
    ("ว่าที่ร้อยตรีหญิง ตัวอย่าง หนึ่ง", Name(rank="ว่าที่ร้อยตรีหญิง", given="ตัวอย่าง", surname="หนึ่ง")),
    ("น.อ. ตัวอย่าง หนึ่ง", Name(rank="น.อ.", given="ตัวอย่าง", surname="หนึ่ง")),
    ("พลเรือเอก ตัวอย่าง หนึ่ง", Name(rank="พลเรือเอก", given="ตัวอย่าง", surname="หนึ่ง")),
    ("พลอากาศโท ตัวอย่าง หนึ่ง", Name(rank="พลอากาศโท", given="ตัวอย่าง", surname="หนึ่ง")),
    ("ศาสตราจารย์ตัวอย่าง หนึ่ง", Name(title="ศาสตราจารย์", given="ตัวอย่าง", surname="หนึ่ง")),
    ("ผู้ช่วยศาสตราจารย์ตัวอย่าง หนึ่ง", Name(title="ผู้ช่วยศาสตราจารย์", given="ตัวอย่าง", surname="หนึ่ง")),
    ("รศ.ตัวอย่าง หนึ่ง", Name(title="รองศาสตราจารย์", given="ตัวอย่าง", surname="หนึ่ง")),
    ("รศ.ดร.ตัวอย่าง หนึ่ง", Name(title="รองศาสตราจารย์", doctor="ดร.", given="ตัวอย่าง", surname="หนึ่ง")),
    ("รศ. ดร. ตัวอย่าง หนึ่ง", Name(title="รองศาสตราจารย์", doctor="ดร.", given="ตัวอย่าง", surname="หนึ่ง")),
    ("ดร.ตัวอย่าง หนึ่ง", Name(doctor="ดร.", given="ตัวอย่าง", surname="หนึ่ง")),
    ("ดร. ตัวอย่าง หนึ่ง", Name(doctor="ดร.", given="ตัวอย่าง", surname="หนึ่ง")),
    ("หม่อมหลวงตัวอย่าง หนึ่ง", Name(title="หม่อมหลวง", given="ตัวอย่าง", surname="หนึ่ง")),
    ("พลตรี หม่อมหลวงตัวอย่าง หนึ่ง", Name(rank="พลตรี", title="หม่อมหลวง", given="ตัวอย่าง", surname="หนึ่ง")),
    ("นพ.ตัวอย่าง หนึ่ง", Name(title="นายแพทย์", given="ตัวอย่าง", surname="หนึ่ง")),
    ("Sample One", Name(given="Sample", surname="One")),
    ("นายเอก หนึ่ง", Name(title="นาย", given="เอก", surname="หนึ่ง")),
    ("นายจ\u0e4d\u0e32นง หนึ่ง", Name(title="นาย", given="จำนง", surname="หนึ่ง")),
]

PRINTED = [
    ("นางสาว ตัวอย่าง หนึ่ง", "นางสาวตัวอย่าง หนึ่ง", "(นางสาวตัวอย่าง หนึ่ง)", ""),
    ("พ.ต.อ.ตัวอย่าง หนึ่ง", "พันตำรวจเอก ตัวอย่าง หนึ่ง", "(ตัวอย่าง หนึ่ง)", "พันตำรวจเอก"),
    ("รศ.ดร.ตัวอย่าง หนึ่ง", "รองศาสตราจารย์ ดร.ตัวอย่าง หนึ่ง", "(รองศาสตราจารย์ ดร.ตัวอย่าง หนึ่ง)", ""),
    ("ดร. ตัวอย่าง หนึ่ง", "ดร.ตัวอย่าง หนึ่ง", "(ดร.ตัวอย่าง หนึ่ง)", ""),
    ("พลตรี ศ.ตัวอย่าง หนึ่ง", "พลตรี ศาสตราจารย์ตัวอย่าง หนึ่ง", "(ศาสตราจารย์ตัวอย่าง หนึ่ง)", "พลตรี"),
    ("นายตัวอย่าง", "นายตัวอย่าง", "(นายตัวอย่าง)", ""),
]


@each(("text", "name"), READ)
def test_a_name_is_taken_apart(text: str, name: Name) -> None:
    assert parse_name(text) == name


@each(("text", "running", "bracketed", "rank"), PRINTED)
def test_a_name_is_printed_by_the_rule(text: str, running: str, bracketed: str, rank: str) -> None:
    name = parse_name(text)
    assert (str(name), name.in_brackets, name.rank) == (running, bracketed, rank)
    assert name.in_brackets == f"({name.printed})"


@each("rank", RANKS)
def test_a_rank_stands_before_the_signature(rank: str) -> None:
    name = parse_name(f"{rank} ตัวอย่าง หนึ่ง")
    assert (name.rank, name.printed) == (rank, "ตัวอย่าง หนึ่ง")


@each("title", TITLES)
def test_a_title_is_glued_to_the_name(title: str) -> None:
    assert parse_name(f"{title} ตัวอย่าง หนึ่ง").printed == f"{title}ตัวอย่าง หนึ่ง"


@each(("short", "full"), ABBREVIATED.items())
def test_an_abbreviation_is_written_in_full(short: str, full: str) -> None:
    assert full in (*RANKS, *TITLES)
    assert parse_name(f"{short}ตัวอย่าง หนึ่ง") == parse_name(f"{full} ตัวอย่าง หนึ่ง")


@given(
    st.sampled_from(["", *RANKS]),
    st.sampled_from(["", *TITLES]),
    st.sampled_from(["", "ดร."]),
    st.sampled_from(["", "หนึ่ง", "ณ ตัวอย่าง"]),
)
def test_what_is_printed_is_read_back(rank: str, title: str, doctor: str, surname: str) -> None:
    name = Name(rank=rank, title=title, doctor=doctor, given="ตัวอย่าง", surname=surname)
    assert parse_name(str(name)) == name


@each("text", ["", "  ", "()", "นาย", "นางสาว", "พลตรี", "พลตรี นาย", "123", "๑ ๒", "-"])
def test_a_title_alone_is_no_name(text: str) -> None:
    with pytest.raises(PersonNameError, match="ไม่มีชื่อตัว"):
        parse_name(text)


def test_there_are_four_formulae() -> None:
    assert ACTING == ("ปฏิบัติราชการแทน", "รักษาราชการแทน", "รักษาการในตำแหน่ง", "ทำการแทน")


@each("formula", ACTING)
def test_the_formula_follows_the_own_position(formula: str) -> None:
    lines = signature_lines("รองอธิบดี", formula, "อธิบดีกรมตัวอย่าง")
    assert lines == (f"รองอธิบดี {formula}", "อธิบดีกรมตัวอย่าง")


def test_the_own_post_is_one_line() -> None:
    assert signature_lines("อธิบดีกรมตัวอย่าง") == ("อธิบดีกรมตัวอย่าง",)


@each(
    ("acting", "represented", "part"),
    [
        ("แทน", "อธิบดี", "ไม่รู้จักคำว่า “แทน”"),
        ("ปฏิบัติราชการแทน", "", "ต้องมีตำแหน่งของผู้ที่แทน"),
        ("", "อธิบดี", "ต้องมีคำบอกฐานะ"),
    ],
)
def test_half_a_formula_is_refused(acting: str, represented: str, part: str) -> None:
    with pytest.raises(PersonNameError) as error:
        signature_lines("รองอธิบดี", acting, represented)
    assert part in str(error.value)
