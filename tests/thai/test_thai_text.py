"""Text in the spelling that comparing relies on, and what cannot be printed."""

from __future__ import annotations

import unicodedata
from time import process_time
from types import ModuleType

from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.thai import normalise, unprintable
from memogen.thai import text as thai_text

MENDED = [
    ("จ\u0e4d\u0e32นวน", "จ\u0e33นวน"),
    ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),
    ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),
    ("น\u0e33\u0e49", "น\u0e49\u0e33"),
    ("น\u0e49\u0e33\u0e49", "น\u0e49\u0e33"),
    ("น\u0e4d\u0e32\u0e49", "น\u0e49\u0e33"),
    ("ต\u0e48\u0e4d\u0e32กว่า", "ต\u0e48\u0e33กว่า"),
    ("เเผน", "แผน"),
    ("เเละเเจ้ง", "และแจ้ง"),
    ("ข\u0e49\u0e36น", "ข\u0e36\u0e49น"),
    ("ก\u0e49\u0e39", "ก\u0e39\u0e49"),
    ("ท\u0e48\u0e35", "ท\u0e35\u0e48"),
    ("ส\u0e34ทธ\u0e4c\u0e34", "ส\u0e34ทธ\u0e34\u0e4c"),
    ("เป\u0e48\u0e31", "เป\u0e31\u0e48"),
    ("ท\u0e35\u0e48\u0e48", "ท\u0e35\u0e48"),
    ("ท\u0e35\u0e35\u0e48", "ท\u0e35\u0e48"),
    ("ผ\u0e39\u0e49\u0e39", "ผ\u0e39\u0e49"),
    ("กา\u0e23\u0e4c\u0e4c", "กา\u0e23\u0e4c"),
    ("ก\u0e47\u0e47", "ก\u0e47"),
    ("ก\u200bข", "กข"),
    ("ก\ufeffข", "กข"),
    ("\ufeffก", "ก"),
    ("ก\u2060ข", "กข"),
    ("ก\u00adข", "กข"),
    ("ท\u0e35\u200b\u0e48\u200b\u0e48", "ท\u0e35\u0e48"),
    ("เ\u200bเผน", "แผน"),
    ("ก\r\nข\r\n", "ก\nข\n"),
    ("ก\r\r\nข", "ก\nข"),
    ("cafe\u0301", "café"),
]

KEPT = [
    *("จำนวน", "น้ำ", "ที่", "ผู้", "สิทธิ์", "แผน", "ก็", "เปล่า", "พุทฺธํ", "ฤๅษี", "ไม่", "ให้", "เก๋ๆ", "ฯลฯ", "ๆ"),
    *(
        "123 ๑๒๓",
        "A4 “ก” (ข)",
        "ก\u00a0ข",
        "ก  ข",
        "ก\tข",
        "ก\nข",
        " ก ",
        "ﬁ ① ²",
        "½",
        "😀",
        "👩\u200d👧",
        "ก\u200cข",
    ),
    *("มาาา", "ะะ", "…", "ก\rข", "\ud800", "\x00", "", "ก่า", "กํ", "㎏", "Ａ"),
]


@each(("typed", "mended"), MENDED)
def test_a_slip_of_the_keyboard_is_mended(typed: str, mended: str) -> None:
    assert normalise(typed) == mended


@each("text", KEPT, ids=ascii)
def test_all_else_stays(text: str) -> None:
    assert normalise(text) == text


MARKS = st.text(alphabet="กเแาำัิุู็่้์ํฺ๎\u200b\u0301\r\nA ", max_size=15)


@given(st.text() | MARKS)
def test_doing_it_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text() | MARKS)
def test_a_text_that_is_left_as_it_is_needs_nothing(text: str) -> None:
    if thai_text._is_tidy(text):
        assert thai_text._once(text) == text


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Mn", "Cf", "Cs", "Cc"], max_codepoint=0xDFF), max_size=40
    )
)
def test_text_without_marks_changes_in_its_form_alone(text: str) -> None:
    assert normalise(text) == unicodedata.normalize("NFC", text).replace("เเ", "แ")


@each("typed", [pair[0] for pair in MENDED if "\ufeff" not in pair[0] and "\u2060" not in pair[0]])
def test_pythainlp_mends_thai_the_same(typed: str, pythainlp_util: ModuleType) -> None:
    thai_only = typed.replace("\r", "").replace("\u00ad", "").replace("cafe\u0301", "").replace("\n", "")
    assert normalise(thai_only) == pythainlp_util.normalize(thai_only)


@each("piece", ["ํา้", "ำ้", "้ิ", "\r", "เ", "\u200b"])
def test_a_hundred_thousand_characters_take_less_than_a_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = process_time()
    normalise(text)
    assert process_time() - start < 1


UNPRINTABLE = [
    *map(chr, range(9)),
    "\x0b",
    "\x0c",
    *map(chr, range(0x0E, 0x20)),
    "\ud800",
    "\udfff",
    "\ufffe",
    "\uffff",
]
BIDI = [*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))]


@each("char", UNPRINTABLE + BIDI, ids=lambda char: f"{ord(char):04X}")
def test_what_cannot_be_printed_is_found_with_its_place(char: str) -> None:
    assert unprintable(f"กข{char}ค") == [(2, char)]


@each("char", [*"\t\n\r ก๑A😀", "\u200b", "\u00a0", "\x7f", "\ufffd", "\U0010ffff", "\u200f"])
def test_what_xml_can_hold_is_let_through(char: str) -> None:
    assert unprintable(f"กข{char}ค") == []


def test_all_are_told_in_order() -> None:
    assert unprintable("\x00ก\u202e\x1f") == [(0, "\x00"), (2, "\u202e"), (3, "\x1f")]
