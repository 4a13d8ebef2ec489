"""Texts filled from data: values literally, digits and spaces as the office writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from cases import each
from compose_samples import cells_of, memo_of, told
from hypothesis import example, given, settings
from hypothesis import strategies as st

from memogen import sandbox, thai
from memogen.compose.filling import Filler, Tags, numbered_lines
from memogen.model import Paragraph, Table


def filler(**values: Any) -> Filler:
    return Filler(file="x.md", given=sandbox.Given(values), tags=Tags("x.md"))


@each(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("น\u0e4dา", "นำ"),
        (True, "ใช่"),
        (False, "ไม่"),
        (0, "0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (date(2023, 3, 27), "๒๗ มีนาคม ๒๕๖๖"),
    ],
)
def test_a_plain_value_in_words(value: object, text: str) -> None:
    assert filler(ค่า=value).line("{{ ค่า }}", line=1) == thai.hold_together(thai.to_thai_digits(text))


def test_a_list_is_not_printed_as_python_shows_it() -> None:
    filling = filler(ค่า=["ก", "ข"])
    assert filling.line("{{ ค่า }}", line=7) == ""
    assert [(finding.code, finding.line) for finding in filling.findings] == [("M04", 7)]


@each(("reading", "words"), [("spoken", "หนึ่งร้อยเอ็ดบาทถ้วน"), ("spreadsheet", "หนึ่งร้อยหนึ่งบาทถ้วน")])
def test_amounts_are_read_as_the_office_wants(reading: str, words: str) -> None:
    given = sandbox.Given({"ยอด": Decimal(101)})
    filling = Filler(file="x.md", given=given, tags=Tags("x.md", reading))
    assert filling.line("{{ ยอด|บาทตัวอักษร }}", line=1) == words


def test_a_value_asked_for_in_arabic_digits_keeps_them() -> None:
    assert filler(ค่า="๒.๐").line("รุ่น {{ ค่า|เลขอารบิก }}", line=1) == "รุ่น\u00a02.0"


@each("text", ["ก { ข }", "50%", "ก \\ ข", "", "`", "``", "ก ` ข"])
def test_text_without_tags_stays(text: str) -> None:
    assert filler().line(text, line=1) == thai.to_thai_digits(text)


@each(
    ("source", "text"),
    [
        ("ปี 2566", "ปี\u00a0๒๕๖๖"),
        ("ปี `2566`", "ปี\u00a02566"),
        ("`1` 2 `3` 4", "1 ๒ 3 ๔"),
        ("``1`` 2", "1 ๒"),
        ("`{{ x }}` {{ x }}", "5 ๕"),
        ("{{ x }} บาท", "๕\u00a0บาท"),
        ("{% if x %}มี{% endif %}", "มี"),
        ("ก{# ไม่พิมพ์ #}ข", "กข"),
    ],
)
def test_a_line_is_filled_and_finished(source: str, text: str) -> None:
    assert filler(x=5).line(source, line=1) == text


def test_backticks_in_a_value_are_text() -> None:
    assert filler(x="`1` {{ y }}").line("{{ x }}", line=1) == "`๑` {{ y }}"


def test_a_straight_quote_in_a_value_pairs_with_one_in_another() -> None:
    values = {"ก": 'ก"', "ข": 'ค" A 1 "'}
    text = filler(**values).line("{{ ก }} ขอแจ้ง ผลการประชุม ให้ทราบ ทั่วกัน {{ ข }}", line=1)
    assert text == 'ก" ขอแจ้ง ผลการประชุม ให้ทราบ ทั่วกัน ค" A ๑ "'


def test_neighbours_are_finished_as_one_text() -> None:
    assert filler().finish("จำนวน ", "1,000", " บาท") == ["จำนวน\u00a0", "๑,๐๐๐", "\u00a0บาท"]


def test_keys_and_addresses_keep_their_digits() -> None:
    assert filler(x=5).plain("https://example.go.th/`5`/{{ x }}", line=1) == "https://example.go.th/`5`/5"


def test_a_fault_while_filling_is_collected_with_its_line() -> None:
    broken = filler(x="ก")
    assert broken.line("{{ x|บาท }}", line=7) == ""
    assert [(fault.code, fault.line) for fault in broken.findings] == [("M08", 7)]


def test_data_that_could_not_be_read_is_not_asked_for_its_columns() -> None:
    waiting = Filler(file="x.md", given=sandbox.Given({}, unread=["แผน"]), tags=Tags("x.md"))
    assert waiting.line("{% for แถว in แผน %}{{ แถว.ก }}{% endfor %}", line=1) == ""
    assert waiting.findings == []


@each("char", ["\x01", "\x02", "\x03", "\u202e"])
def test_a_value_no_document_can_hold_is_told(char: str) -> None:
    odd = filler(x=f"ก{char}0{char}")
    assert odd.line("{{ x }}", line=1) == "ก๐"
    ((code, _line, text),) = told(odd.findings)
    assert (code, text) == ("L16", "ก�0�")


def test_lines_know_where_in_the_file_they_come_from() -> None:
    source = (
        "ก\n{% for n in rows %}\n{{ n.a }}\n{% endfor %}\nข\n"
        "{% if rows %}\nค {{ rows|length }}\n{% endif %}\nง"
    )
    rows = [{"a": 1}, {"a": 2}]
    filled, _values = filler(rows=rows).body(source, line=10)
    found = [(number, len(text)) for number, text in numbered_lines(filled, 10)]
    assert [number for number, _length in found] == [10, 12, 12, 14, 16, 18]


def test_lines_of_a_tag_over_several_lines_are_left_alone() -> None:
    source = "ก\n{% if a\n and\n b %}\nข\n{% endif %}\nค {{ a\n}} ง"
    filled, _values = filler(a="1", b="2").body(source, line=1)
    assert list(numbered_lines(filled, 1))[:2] == [(1, "ก"), (5, "ข")]


# --- values come out exactly ----------------------------------------------------------------------

NASTY = [
    *("*ก*", "**ก**", "# ก", "| ก | ข |", "|", "1. ก", "- ก", "(1) ก", "> ก", "    ก", "---", "==="),
    *("{{ ก }}", "{% if %}", "{# ก #}", "}}", "`2566`", "`", "\\", "\\*", "ก\\", "ก\nข", "ก\n\nข", "ก\n# ข"),
    *("A & B", "<ฝ่าย>", "&amp;", "\"ก\" 'ข'", "ก\tข", " ก ", "[ก](ข)", "![](x)", "<b>", "_ก_", "~~ก~~"),
    *("ก" * 500, "ก | ข\nค", "\n", "\t", " ", "ก  ข", "$&\\1", "%s %d {0}", "ว" + "\u0e48" * 2),
]


def plain(text: str) -> str:
    """A text for comparing: which digits are Thai and which spaces hold is told elsewhere."""
    return thai.to_thai_digits(text.replace("\u00a0", " "))


def check_everywhere(value: str) -> None:
    """The value as a header, a paragraph, a heading, bold text, items and a cell of a table."""
    body = (
        "พ {{ ค[0].ก }} พ\n\n{{ ค[0].ก }}\n\n# ห {{ ค[0].ก }} ห\n\nน **{{ ค[0].ก }}** น\n\n"
        "1. ร {{ ค[0].ก }} ร\n2. ส\n\n- ข {{ ค[0].ก }} ข\n\n"
        "| ก | ข |\n| --- | --- |\n{% for แถว in ค %}\n| {{ แถว.ก }} | จ |\n{% endfor %}\n\nจบ"
    )
    memo = memo_of(body, heads="ส่วนราชการ: {{ ค[0].ก }}.", data={"ค": [{"ก": value}]})
    seen = thai.normalise(value)
    texts = [plain(block.text) for block in memo.blocks if isinstance(block, Paragraph)]
    assert plain(memo.agency) == plain(f"{seen}.")
    assert texts == [
        plain(text)
        for text in (
            *(f"พ {seen} พ", seen, f"๑. ห {seen} ห", f"น {seen} น", f"๑.๑ ร {seen} ร", "๑.๒ ส"),
            *(f"- ข {seen} ข", "จบ"),
        )
    ]
    (table,) = (block for block in memo.blocks if isinstance(block, Table))
    assert [[plain(cell) for cell in row] for row in cells_of(table)] == [["ก", "ข"], [plain(seen), "จ"]]


@each("value", NASTY)
def test_a_value_that_looks_like_markup_comes_out_as_it_is(value: str) -> None:
    check_everywhere(value)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("กข1๒*#|`\\-_{}%.)([]<>&\"' \t\n~^=+!:@$"), max_size=12))
@example("1. {{")
def test_any_value_comes_out_as_it_is(value: str) -> None:
    check_everywhere(value)
