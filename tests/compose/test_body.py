"""The body of a letter: what each thing that a secretary types becomes."""

from __future__ import annotations

import re

from cases import each
from compose_samples import cells_of, faults_of, memo_of, shown, text_of, told
from hypothesis import given, settings
from hypothesis import strategies as st

from memogen.errors import InputError
from memogen.findings import Finding, Severity
from memogen.model import Align, Paragraph, Run, Table

BODY, CLOSING = "เนื้อความ", "ภาคสรุป"
H1, H2, H3 = "หัวข้อ ๑", "หัวข้อ ๒", "หัวข้อ ๓"
I1, I2, I3 = "ข้อ ๑", "ข้อ ๒", "ข้อ ๓"


def runs_of(body: str) -> list[tuple[str, bool]]:
    (block,) = memo_of(body).blocks
    assert isinstance(block, Paragraph)
    return [(run.text.replace("\u00a0", " "), run.bold) for run in block.runs]


# --- paragraphs -----------------------------------------------------------------------------------


def test_the_last_paragraph_is_the_closing_one() -> None:
    assert shown(memo_of("ก\n\nข\n\nค").blocks) == [(BODY, "ก"), (BODY, "ข"), (CLOSING, "ค")]


@each("body", ["ก\n\n1. ข", "ก\n\n# ข", "ก\n\n| ข |\n| --- |"])
def test_an_item_heading_or_table_at_the_end_is_no_closing(body: str) -> None:
    assert CLOSING not in [role for role, _text in shown(memo_of(body).blocks)]


@each(
    ("body", "text"),
    [
        ("ก\nข", "ก ข"),
        ("ก  \nข", "ก ข"),
        ("ก\t\n   ข", "ก ข"),
        ("ก\\\nข", "ก\nข"),
        ("ก\\\n  ข\\\nค", "ก\nข\nค"),
        ("ก\\", "ก\\"),
        ("ก\\  \nข", "ก\nข"),
    ],
)
def test_a_line_break_is_a_space_and_after_a_backslash_a_line_break(body: str, text: str) -> None:
    assert text_of(body) == text


@each(
    "text",
    [
        *("> ก", ">ก", "---", "***", "___", "- - -", "-", "+", "*", "#", "##", "####ก", "#######"),
        *("_ก_", "__ก__", "*ก*", "~~ก~~", "ก*ข", "ก ** ข", "**", "****", "** ก **", "**ก", "ก**", "*ก**"),
        *("[ก](ข)", "![](ก)", "![ก](ข)", "[ก]: http://ข", "[ก][ข]", "[x] ก", "<https://example.go.th>"),
        *("<b>ก</b>", "<br>", "<!-- ก -->", "&amp;", "&lt;", "&#65;", "A & B", "<ฝ่าย>", '"ก"', "'ก'", "“ก”"),
        *(
            "ก\tข",
            "ก  ข",
            "ก  (ข)",
            "C:\\งาน\\ก",
            "\\\\server\\แผน",
            "\\ก",
            "\\",
            "50% / ๑",
            "a_b_c",
            "2*3*4",
        ),
        *(
            "```",
            "~~~",
            "``` ก",
            "`",
            "ก`ข",
            ": ก",
            "$ก$",
            "ก^ข",
            "| ก",
            "|",
            "-ก",
            "– ก",
            "• ก",
            "1.5-2",
            "ก" * 3000,
        ),
        *("๑.", "๒๕๖๖. ก", "๑๕.๓๐ น. ก", "ก # ข", "ก #", "#๑"[:1] + " ", "ก: ข", "{ก}", "ก { ข } ค", "100%"),
    ],
)
def test_what_memogen_has_no_use_for_stays_as_typed(text: str) -> None:
    ((_role, shown_text),) = shown(memo_of(text).blocks)
    assert re.sub("[๐-๙]", lambda digit: str("๐๑๒๓๔๕๖๗๘๙".index(digit[0])), shown_text) == re.sub(
        "[๐-๙]", lambda digit: str("๐๑๒๓๔๕๖๗๘๙".index(digit[0])), text.strip()
    )


def test_a_line_of_equals_signs_makes_no_heading() -> None:
    assert text_of("ก\n===") == "ก ==="


def test_a_row_of_dashes_stands_in_a_paragraph_of_its_own() -> None:
    assert shown(memo_of("ก\n---\n\nข").blocks) == [(BODY, "ก"), (BODY, "---"), (CLOSING, "ข")]


@each("lead", ["    ", "\t", "        ", " "])
def test_spaces_before_a_paragraph_are_left_to_its_style(lead: str) -> None:
    assert shown(memo_of(f"{lead}ก\n\n{lead}1. ข\n{lead}2. ค\n\n{lead}# ง").blocks) == [
        (BODY, "ก"),
        (I1, "๑. ข"),
        (I1, "๒. ค"),
        (H1, "๑. ง"),
    ]


@each(
    ("body", "text"),
    [
        ("\\*\\*ก\\*\\*", "**ก**"),
        ("\\`1\\`", "`๑`"),
        ("\\# ก", "# ก"),
        ("1\\. ก", "๑. ก"),
        ("1\\) ก", "๑) ก"),
        ("\\- ก", "- ก"),
        ("\\| ก", "| ก"),
        ("ก\\_ข\\<\\&\\[", "ก\\_ข\\<\\&\\["),
    ],
)
def test_a_backslash_makes_only_our_own_marks_plain(body: str, text: str) -> None:
    assert shown(memo_of(body).blocks) == [(CLOSING, text)]


@each(
    ("body", "runs"),
    [
        ("ก **ข** ค", [("ก ", False), ("ข", True), (" ค", False)]),
        ("**ก**", [("ก", True)]),
        ("**(ร่าง)**ตาม**“ก”**ข", [("(ร่าง)", True), ("ตาม", False), ("“ก”", True), ("ข", False)]),
        ("**ก\nข**", [("ก ข", True)]),
        ("**ก\\\nข**", [("ก\nข", True)]),
        ("**ก `1`** 1", [("ก 1", True), (" ๑", False)]),
        ("**ก** และ **ข", [("ก", True), (" และ **ข", False)]),
        ("***ก***", [("*", False), ("ก", True), ("*", False)]),
        ("**จำนวน 1,000** บาท", [("จำนวน ๑,๐๐๐", True), (" บาท", False)]),
    ],
)
def test_two_stars_on_each_side_are_bold_wherever_they_stand(body: str, runs: list[tuple[str, bool]]) -> None:
    assert runs_of(body) == runs


def test_bold_does_not_reach_over_paragraphs() -> None:
    assert shown(memo_of("**ก\n\nข**").blocks) == [(BODY, "**ก"), (CLOSING, "ข**")]


def test_a_bold_number_holds_on_to_its_unit() -> None:
    (block,) = memo_of("วันที่ **27 มีนาคม 2566** จำนวน **15** คน").blocks
    assert isinstance(block, Paragraph)
    assert block.text == "วันที่ ๒๗\u00a0มีนาคม\u00a0๒๕๖๖ จำนวน\u00a0๑๕\u00a0คน"


# --- headings -------------------------------------------------------------------------------------


def test_headings_are_numbered_in_thai_digits() -> None:
    assert shown(memo_of("# ก\n\n## ข\n\n### ค\n\n# ง\n## จ").blocks) == [
        (H1, "๑. ก"),
        (H2, "๑.๑ ข"),
        (H3, "(๑) ค"),
        (H1, "๒. ง"),
        (H2, "๒.๑ จ"),
    ]


@each(
    ("typed", "shown_text"),
    [
        ("# 3. ก", "๓. ก"),
        ("# ๓.ก", "๓.ก"),
        ("# ระเบียบวาระที่ 1 ก", "ระเบียบวาระที่ ๑ ก"),
        ("# (1) ก", "(๑) ก"),
        ("#ก", "๑. ก"),
        ("# ก #", "๑. ก #"),
        ("# ก ##", "๑. ก ##"),
        ("# ภาษา C#", "๑. ภาษา C#"),
        ("# `1` ก", "๑. 1 ก"),
        ("# **ก** ข", "๑. ก ข"),
        ("#### ก", "(๑) ก"),
    ],
)
def test_a_heading_as_it_is_printed(typed: str, shown_text: str) -> None:
    ((role, text),) = shown(memo_of(typed).blocks)
    assert role.startswith("หัวข้อ")
    assert text == shown_text


def test_a_heading_needs_no_empty_lines_around_it() -> None:
    assert shown(memo_of("ก\n# ข\nค").blocks) == [(BODY, "ก"), (H1, "๑. ข"), (CLOSING, "ค")]


# --- lists ----------------------------------------------------------------------------------------


@each("typed", ["1. ก\n2. ข", "๑. ก\n๒. ข", "1.ก\n2.ข", "1. ก\n\n2. ข", "1. ก\n1. ข"])
def test_a_list_may_be_typed_in_many_ways(typed: str) -> None:
    assert shown(memo_of(typed).blocks) == [(I1, "๑. ก"), (I1, "๒. ข")]


def test_a_list_with_brackets_keeps_them() -> None:
    assert shown(memo_of("๑) ก\n   ๑) ข\n๒) ค").blocks) == [(I1, "๑) ก"), (I2, "๑.๑) ข"), (I1, "๒) ค")]


def test_a_list_under_a_heading_goes_on_from_its_number() -> None:
    body = "# ก\n\n1. ข\n   1. ค\n      1. ง\n\n# จ\n\n1. ฉ\n2. ช\n\n## ซ\n\n1. ฌ"
    assert shown(memo_of(body).blocks) == [
        (H1, "๑. ก"),
        (I2, "๑.๑ ข"),
        (I3, "(๑) ค"),
        (I3, "(๑.๑) ง"),
        (H1, "๒. จ"),
        (I2, "๒.๑ ฉ"),
        (I2, "๒.๒ ช"),
        (H2, "๒.๑ ซ"),
        (I3, "(๑) ฌ"),
    ]


def test_a_list_under_an_agenda_item_goes_on_from_its_number() -> None:
    assert shown(memo_of("# ระเบียบวาระที่ ๓ ก\n\n1. ข").blocks)[1] == (I2, "๓.๑ ข")


def test_a_list_may_start_at_any_number() -> None:
    memo = memo_of("3. ก\n4. ข")
    assert shown(memo.blocks) == [(I1, "๓. ก"), (I1, "๔. ข")]
    assert memo.findings == ()


def test_a_list_goes_on_after_a_paragraph() -> None:
    assert shown(memo_of("1. ก\n\nข\n\n2. ค").blocks) == [(I1, "๑. ก"), (BODY, "ข"), (I1, "๒. ค")]


def test_a_list_needs_no_empty_line_before_it_whatever_its_number() -> None:
    assert shown(memo_of("ดังนี้\n๒. ก\n๓. ข").blocks) == [(BODY, "ดังนี้"), (I1, "๒. ก"), (I1, "๓. ข")]


@each("indent", ["  ", "   ", "    ", "\t"])
@each("first", [1, 10])
def test_any_indent_of_two_spaces_makes_a_level(indent: str, first: int) -> None:
    body = f"{first}. ก\n{indent}1. ข\n{indent}2. ค\n{indent * 2}- ง\n{first + 1}. จ"
    memo = memo_of(body)
    over = {1: "๑", 10: "๑๐"}[first]
    assert shown(memo.blocks) == [
        (I1, f"{over}. ก"),
        (I2, f"{over}.๑ ข"),
        (I2, f"{over}.๒ ค"),
        (I2, "- ง"),
        (I1, {1: "๒. จ", 10: "๑๑. จ"}[first]),
    ]
    assert memo.findings == ()


def test_an_item_may_have_paragraphs_and_tables_of_its_own() -> None:
    body = "1. ก\n\n   ข\n\n   | ค |\n   | --- |\n   | ง |\n\n2. จ\nต่อ"
    assert shown(memo_of(body).blocks) == [(I1, "๑. ก"), (BODY, "ข"), ("ตาราง", "ค\nง"), (I1, "๒. จ ต่อ")]


@each("mark", ["-", "+", "*"])
def test_a_bullet_is_printed_as_typed(mark: str) -> None:
    assert shown(memo_of(f"ก\n{mark} ข\n{mark} ค").blocks) == [
        (BODY, "ก"),
        (I1, f"{mark} ข"),
        (I1, f"{mark} ค"),
    ]


@each(
    ("body", "texts"),
    [
        ("1. - ก", ["๑. - ก"]),
        ("- 1. ก", ["- ๑. ก"]),
        ("- - ก", ["- - ก"]),
        ("1.\n2. ก", ["๑.", "๒. ก"]),
        ("1. # ก", ["๑. ๑. ก"]),
        ("- " * 60 + "ก", ["- " * 60 + "ก"]),
        ("- ก\n-\n- ข", ["- ก", "-", "- ข"]),
    ],
)
def test_no_mark_of_a_list_is_lost(body: str, texts: list[str]) -> None:
    assert [text for _role, text in shown(memo_of(body).blocks)] == texts


def test_no_text_is_lost_however_deep_its_list() -> None:
    body = "\n".join("  " * level + f"- {level}" for level in range(70))
    assert len(shown(memo_of(body).blocks)) == 70


def test_own_numbers_begin_their_own_paragraphs() -> None:
    assert shown(memo_of("ก\n๑.๑ ข\n๒.๑) ค\n(๓) ง\nต่อ").blocks) == [
        (BODY, "ก"),
        (I2, "๑.๑ ข"),
        (I2, "๒.๑) ค"),
        (I3, "(๓) ง ต่อ"),
    ]


def test_own_numbers_may_stand_under_an_item() -> None:
    assert shown(memo_of("1. ก\n   ๑.๑ ข\n   ๑.๒ ค\n2. ง").blocks) == [
        (I1, "๑. ก"),
        (I2, "๑.๑ ข"),
        (I2, "๑.๒ ค"),
        (I1, "๒. ง"),
    ]


def test_an_amount_at_the_start_of_a_line_is_read_on() -> None:
    assert text_of("เป็นเงิน\n๒.๕ ล้านบาท").replace("\u00a0", " ") == "เป็นเงิน ๒.๕ ล้านบาท"


def test_numbers_out_of_order_are_told_with_the_line() -> None:
    (fault,) = memo_of("ก\n\n1. ข\n2. ค\n4. ง\n5. จ").findings
    assert fault == Finding(
        code="L14",
        severity=Severity.WARNING,
        file="x.md",
        line=9,
        text="๔",
        message="เลขข้อไม่เรียงลำดับ จะพิมพ์เป็นข้อ ๓",
        hint="แก้เลขข้อในร่างให้เรียงกัน หรือพิมพ์เลขเดียวกันทุกข้อเพื่อให้เรียงเอง",
    )


def test_a_line_after_a_loop_is_named_as_it_stands_in_the_file() -> None:
    body = "{% for แถว in ค %}\n- {{ แถว.ก }}\n{% endfor %}\n\n1. ก\n1. ข\n3. ค"
    memo = memo_of(body, data={"ค": [{"ก": str(n)} for n in range(9)]})
    assert told(memo.findings) == [("L14", 10, "๑")]


# --- tables ---------------------------------------------------------------------------------------


def table_of(body: str) -> Table:
    (table,) = (block for block in memo_of(body).blocks if isinstance(block, Table))
    return table


def test_a_table_has_head_rows_and_sides() -> None:
    table = table_of("| ก | ข | ค |\n| --- | ---: | :-: |\n| 1 | **2** | |\n| ง |\n")
    assert table.aligns == (Align.LEFT, Align.RIGHT, Align.CENTRE)
    assert cells_of(table) == [["ก", "ข", "ค"], ["๑", "๒", ""], ["ง", "", ""]]
    assert table.rows[0][1] == (Run("๒", bold=True),)


def test_a_bar_in_a_cell_is_typed_with_a_backslash() -> None:
    assert cells_of(table_of("| ก\\|ข |\n| --- |\n| `1|2` |")) == [["ก|ข"], ["1|2"]]


def test_text_right_after_a_table_is_not_taken_for_a_row() -> None:
    assert shown(memo_of("ก\n| ข |\n| --- |\n| ค |\nง\n1. จ").blocks) == [
        (BODY, "ก"),
        ("ตาราง", "ข\nค"),
        (BODY, "ง"),
        (I1, "๑. จ"),
    ]


def test_a_row_with_too_many_cells_is_told_not_cut() -> None:
    (fault,) = faults_of("เรื่อง: ก\nเรียน: ข\nผู้ลงนาม: ผอ.\n\n| ก | ข |\n| --- | --- |\n| 1 | 2 | 3 |")
    assert (fault.code, fault.line, fault.text) == ("L20", 7, "3")
    assert fault.message == "แถวนี้มี ๓ ช่อง แต่หัวตารางมี ๒ ช่อง"


@each(
    ("body", "line"),
    [("| ก | ข |\n| 1 | 2 |", 5), ("| ก |\n| --- |\n| 1 |\n\n| 2 |", 9), ("| ก | ข |\n| --- |", 5)],
)
def test_a_row_outside_a_table_is_printed_and_told(body: str, line: int) -> None:
    ((code, found, _text),) = told(memo_of(body).findings)
    assert (code, found) == ("L21", line)


def test_a_loop_makes_the_rows_and_none_leaves_the_head() -> None:
    body = "| ก |\n| --- |\n{% for แถว in ค %}\n| {{ แถว.ก }} |\n{% endfor %}\n\nจบ"
    for rows in ([], ["x"], ["x", "y"]):
        table = memo_of(body, data={"ค": [{"ก": row} for row in rows], "ง": []}).blocks[0]
        assert isinstance(table, Table)
        assert cells_of(table) == [["ก"], *([row] for row in rows)]


# --- nothing is lost ------------------------------------------------------------------------------

LINES = st.lists(
    st.text(alphabet=st.sampled_from("กข \t*#|-+>_~=`\\.()[]!<&:1๒"), max_size=14), min_size=1, max_size=6
)
OURS = re.compile(r"[\s*`\\#|\-+:.()0-9๐-๙]")
"""What may be a mark of ours, a number that is counted anew, or a space."""


@settings(derandomize=True, max_examples=300, deadline=None)
@given(LINES)
def test_no_letter_or_foreign_mark_is_ever_lost(lines: list[str]) -> None:
    body = "\n".join(("ก", *lines))
    if has_a_row_too_wide(body):
        return
    text = "".join(text for _role, text in shown(memo_of(body).blocks))
    assert OURS.sub("", text) == OURS.sub("", body)


def has_a_row_too_wide(body: str) -> bool:
    """Such a letter is refused (L20), so that nothing of the row is lost."""
    try:
        memo_of(body)
    except InputError as error:
        return {fault.code for fault in error.findings} == {"L20"}
    return False
