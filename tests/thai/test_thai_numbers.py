"""Numbers of official letters."""

from __future__ import annotations

from contextlib import suppress

import pytest
from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.thai import DocumentNumber, NumberError, parse_code, parse_number, to_thai_digits

READ = [
    ("กษ1113/653", "กษ ๑๑๑๓/๖๕๓"),
    ("กษ 1113/653", "กษ ๑๑๑๓/๖๕๓"),
    ("กษ ๑๑๑๓/๖๕๓", "กษ ๑๑๑๓/๖๕๓"),
    ("กษ ๑๑๑๓/ ๖๕๓", "กษ ๑๑๑๓/๖๕๓"),
    ("กษ ๑๑๑๓ / ๖๕๓", "กษ ๑๑๑๓/๖๕๓"),
    ("กษ  ๑๑๑๓/๖๕๓ ", "กษ ๑๑๑๓/๖๕๓"),
    ("กษ\u00a0๑๑๑๓/๖๕๓", "กษ ๑๑๑๓/๖๕๓"),
    ("กษ\u200b ๑๑๑๓/๖๕๓", "กษ ๑๑๑๓/๖๕๓"),
    ("กษ ๑๑1๓/6๕๓", "กษ ๑๑๑๓/๖๕๓"),
    ("ที่ กษ ๑๑๑๓/๖๕๓", "กษ ๑๑๑๓/๖๕๓"),
    ("ที่กษ ๑๑๑๓/๖๕๓", "กษ ๑๑๑๓/๖๕๓"),
    ("เลขที่ กษ ๑๑๑๓/๖๕๓", "กษ ๑๑๑๓/๖๕๓"),
    ("กษ 1102/ว77", "กษ ๑๑๐๒/ว๗๗"),
    ("กษ 1102/ว 77", "กษ ๑๑๐๒/ว๗๗"),
    ("กษ 1102/ ว 77", "กษ ๑๑๐๒/ว๗๗"),
    ("กษ 1102/ว.77", "กษ ๑๑๐๒/ว๗๗"),
    ("กษ ๑๑๐๒/ว", "กษ ๑๑๐๒/ว"),
    ("กษ ๑๑๑๓/", "กษ ๑๑๑๓/"),
    ("กษ 1113 /", "กษ ๑๑๑๓/"),
    ("นว ๕๒๐๐๗.๓/", "นว ๕๒๐๐๗.๓/"),
    ("อว 0601.23/", "อว ๐๖๐๑.๒๓/"),
    ("ศธ 04056.12/45", "ศธ ๐๔๐๕๖.๑๒/๔๕"),
    ("พณ 0201/0056", "พณ ๐๒๐๑/๕๖"),
    ("สทช 2001/5", "สทช ๒๐๐๑/๕"),
    ("กค (กวจ) ๐๔๐๕.๒/ว ๘๙", "กค (กวจ) ๐๔๐๕.๒/ว๘๙"),
    ("กค(กวจ)0405.2/ว89", "กค (กวจ) ๐๔๐๕.๒/ว๘๙"),
    ("ตช 0018 (นม).32/731", "ตช ๐๐๑๘ (นม).๓๒/๗๓๑"),
    ("ตช 0018(นม).32/731", "ตช ๐๐๑๘ (นม).๓๒/๗๓๑"),
    ("นร 0101.1.2/7", "นร ๐๑๐๑.๑.๒/๗"),
    ("มท 123456/1", "มท ๑๒๓๔๕๖/๑"),
    ("กษ 1113/2566", "กษ ๑๑๑๓/๒๕๖๖"),
]

REFUSED = [
    ("ก.ษ. 1113/653", "รหัสตัวอักษร “ก.ษ.” มีจุด"),
    ("กษ. 1113/653", "มีจุด กรุณาเขียนโดยไม่มีจุด เช่น กษ"),
    ("ที่ ก.ษ. ๑๑๑๓/๖๕๓", "มีจุด"),
    ("กษ 1113/653/2566", "ไม่มีปี พ.ศ."),
    ("กษ ๑๑๑๓/๖๕๓/๒๕๖๖", "ไม่มีปี พ.ศ."),
    ("กษ 1113/ว 71/2566", "ไม่มีปี พ.ศ."),
    ("กษ 1113/653/พ.ศ. 2566", "ไม่มีปี พ.ศ."),
    ("กษ 1113/653/2023", "ไม่มีปี พ.ศ."),
    ("นว ๕๒๐๐๗.๔/(๑)/๒๕๖๙", "ไม่มีปี พ.ศ."),
    ("กษ 1113/5/6", "มากกว่าหนึ่งตัว"),
    ("กษ 1113", "ไม่มีเครื่องหมายทับ"),
    ("กษ 1113 653", "ไม่มีเครื่องหมายทับ"),
    ("กษ 1113\\653", "ไม่มีเครื่องหมายทับ"),
    ("", "ไม่มีเครื่องหมายทับ"),
    ("0045/2569", "ไม่มีรหัสตัวอักษร"),
    ("/653", "ไม่มีรหัสตัวอักษร"),
    ("ก 1113/653", "ตัวอักษร ๒ ถึง ๔ ตัว"),
    ("กษกษก 1113/653", "ตัวอักษร ๒ ถึง ๔ ตัว"),
    ("กษ 11/653", "อ่านรหัส"),
    ("กษ 1113333/653", "อ่านรหัส"),
    ("กษ 1113./653", "อ่านรหัส"),
    ("กษ/653", "อ่านรหัส"),
    ("กษ 1113-2/653", "อ่านรหัส"),
    ("กษ 1113/abc", "อ่านเลขหลังเครื่องหมายทับ"),
    ("กษ 1113/65ก", "อ่านเลขหลังเครื่องหมายทับ"),
    ("กษ 1113/653 ลงวันที่ 5", "อ่านเลขหลังเครื่องหมายทับ"),
    ("กษ 1113/-5", "อ่านเลขหลังเครื่องหมายทับ"),
    ("กษ 1113/ษ 71", "อ่านเลขหลังเครื่องหมายทับ"),
    ("กษ 1113/0", "เริ่มจาก ๑"),
    ("กษ 1113/ว๐", "เริ่มจาก ๑"),
    ("KS 1113/653", "ไม่มีรหัสตัวอักษร"),
]


@each(("text", "printed"), READ)
def test_a_number_is_read_as_people_type_it(text: str, printed: str) -> None:
    assert str(parse_number(text)) == printed
    assert parse_number(printed) == parse_number(text)
    assert parse_number(to_thai_digits(text)) == parse_number(text)


@each(("text", "part"), REFUSED)
def test_a_refused_number_says_what_is_wrong(text: str, part: str) -> None:
    with pytest.raises(NumberError) as error:
        parse_number(text)
    assert part in str(error.value)


def test_the_parts_of_a_number() -> None:
    assert parse_number("กษ1113/653") == DocumentNumber("กษ ๑๑๑๓", 653)
    assert parse_number("กษ 1113/ว71") == DocumentNumber("กษ ๑๑๑๓", 71, circular=True)
    assert parse_number("กษ 1113/") == DocumentNumber("กษ ๑๑๑๓")


@each("code", ["กษ1113", "กษ 1113", "กษ  ๑๑๑๓", "ที่ กษ ๑๑๑๓"])
def test_a_code_has_one_form(code: str) -> None:
    assert parse_code(code) == "กษ ๑๑๑๓"
    assert DocumentNumber(code).code == "กษ ๑๑๑๓"


def test_a_number_that_is_made_wrong_is_refused() -> None:
    with pytest.raises(NumberError):
        DocumentNumber("ก.ษ. 1113", 5)
    with pytest.raises(NumberError):
        DocumentNumber("กษ 1113", 0)


def test_offices_write_it_differently() -> None:
    circular = DocumentNumber("กษ 1113", 71, circular=True)
    assert circular.written() == "กษ ๑๑๑๓/ว๗๑"
    assert circular.written(circular_space=True) == "กษ ๑๑๑๓/ว ๗๑"
    assert circular.written(width=4) == "กษ ๑๑๑๓/ว๐๐๗๑"
    assert DocumentNumber("กษ 1113", 653).written(circular_space=True, width=2) == "กษ ๑๑๑๓/๖๕๓"
    assert DocumentNumber("กษ 1113").written(width=4) == "กษ ๑๑๑๓/"


LETTERS = st.text("กขคชษส", min_size=2, max_size=4)
OWNERS = st.from_regex(r"[0-9]{3,6}(\.[0-9]{1,2}){0,2}", fullmatch=True)


@given(
    LETTERS, OWNERS, st.none() | st.integers(1, 999_999_999), st.booleans(), st.booleans(), st.integers(0, 6)
)
def test_what_is_written_is_read_back(
    letters: str, owner: str, running: int | None, circular: bool, space: bool, width: int
) -> None:
    number = DocumentNumber(letters + owner, running, circular)
    assert parse_number(number.written(circular_space=space, width=width)) == number


@given(st.text("กษ1๑.()/ว 2566", max_size=20))
def test_any_text_is_read_twice_the_same_or_refused(text: str) -> None:
    with suppress(NumberError):
        number = parse_number(text)
        assert str(parse_number(str(number))) == str(number)
