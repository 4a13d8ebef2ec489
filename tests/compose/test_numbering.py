"""Numbers of headings and items."""

from __future__ import annotations

from cases import each

from memogen.compose.numbering import Headings, depth, heading_number, label, list_marker, own_number


@each(
    ("text", "number"),
    [
        ("๑.๑ ก", "๑.๑"),
        ("2.1 ก", "2.1"),
        ("๒.๑) ก", "๒.๑)"),
        ("๒.๑. ก", "๒.๑."),
        ("๑.๑.๑ ก", "๑.๑.๑"),
        ("๑๐.๑๒ ก", "๑๐.๑๒"),
        ("(๓) ก", "(๓)"),
        ("(1.2) ก", "(1.2)"),
        ("(๓)ก", "(๓)"),
        ("๑.๑ก", "๑.๑"),
        ("๑.๑ น.ส.ตัวอย่าง", "๑.๑"),
    ],
)
def test_a_number_of_several_levels_or_in_brackets_is_the_paragraphs_own(text: str, number: str) -> None:
    assert own_number(text) == number


@each(
    "text",
    [
        *("ก ๑.๑ ข", "๑ ก", "๑. ก", "๑) ก", "(ก) ข", "() ก", "", "๑.๑"),
        *("๒.๕ ล้านบาท", "๑๕.๓๐ น. ประชุม", "๑๕.๓๐ น.", "๙.๕ บาท", "๘๔.๐๗ %"),
        *("๐๙.๓๐ ก", "(๒๕๖๖) ก", "๒๕๖๖.๑ ก", "๑๒๓.๔ ก", "๑.๕,๒ ก", "1.5-2 ก"),
    ],
)
def test_amounts_times_and_years_are_no_numbers_of_items(text: str) -> None:
    assert own_number(text) == ""


@each(
    ("line", "markdown"),
    [
        ("๑. ก", "1. ก"),
        ("๑) ก", "1) ก"),
        ("12.   ก", "12. ก"),
        ("๓.\tก", "3. ก"),
        ("๑.ก", "1. ก"),
        ("๑)เก", "1) เก"),
        ("๔.", "4. "),
    ],
)
def test_a_list_number_is_written_for_markdown(line: str, markdown: str) -> None:
    assert list_marker(line) == markdown


@each("line", ["๑.๑ ก", "๒๕๖๖. ก", "๑ ก", "1.5 ก", "0. ก", "ก ๑. ข", "๑.A", "(๑) ก", ""])
def test_what_is_no_list_number_is_left(line: str) -> None:
    assert list_marker(line) == ""


@each(
    ("number", "level"),
    [("๑.", 1), ("๑)", 1), ("๑.๑", 2), ("๑.๑)", 2), ("๑.๑.๑", 3), ("(๑)", 3), ("(๑.๑)", 3), ("๑.๑.๑.๑", 3)],
)
def test_depth_of_a_number(number: str, level: int) -> None:
    assert depth(number) == level


@each(
    ("parent", "mark", "number"),
    [
        ("", ".", "๔."),
        ("", ")", "๔)"),
        ("๒.", ".", "๒.๔"),
        ("๒.", ")", "๔)"),
        ("๑)", ")", "๑.๔)"),
        ("๑)", ".", "๔."),
        ("๑.๑", ".", "(๔)"),
        ("๑.๑)", ")", "(๔)"),
        ("๑.๑", ")", "๔)"),
        ("(๑)", ".", "(๑.๔)"),
        ("(๑)", ")", "๔)"),
        ("(๑.๒)", ".", "(๑.๒.๔)"),
    ],
)
def test_an_item_is_numbered_under_its_parent(parent: str, mark: str, number: str) -> None:
    assert label(parent, 4, mark) == number


def labels(*headings: tuple[int, str]) -> list[str]:
    counter = Headings()
    return [counter.number(level, heading_number(text)) for level, text in headings]


def test_headings_are_counted_by_level() -> None:
    levels = (1, 2, 2, 3, 3, 2, 1, 2, 3)
    assert labels(*((level, "ก") for level in levels)) == [
        *("๑.", "๑.๑", "๑.๒", "(๑)", "(๒)", "๑.๓", "๒.", "๒.๑", "(๑)")
    ]


def test_a_second_level_without_first_counts_as_one() -> None:
    assert labels((2, "ก"), (2, "ข"), (3, "ค"), (1, "ง")) == ["๑.", "๒.", "(๑)", "๑."]


@each(
    ("own", "following"),
    [
        ("๓. ก", "๔."),
        ("๓.ก", "๔."),
        ("3) ก", "๔."),
        ("ระเบียบวาระที่ ๔ ก", "๕."),
        ("วาระที่ 4", "๕."),
        ("ระเบียบวาระที่๔ ก", "๕."),
        ("ข้อ ๒ ก", "๓."),
        ("ส่วนที่ ๑", "๒."),
        ("หมวด ๑ ก", "๒."),
    ],
)
def test_a_heading_keeps_its_own_number_and_the_next_goes_on(own: str, following: str) -> None:
    assert labels((1, own), (1, "ก")) == ["", following]


def test_a_sub_heading_keeps_its_own_number() -> None:
    assert labels((1, "๒. ก"), (2, "๒.๕ ข"), (2, "ค")) == ["", "", "๒.๖"]


@each("text", ["ก", "วันที่ ๒๗", "๑๕ หน่วยงาน", "๒๕๖๖. ก", "๒.๕ ล้านบาท", "ครั้งที่ ๑", "ข้อ ๒.๒ ก"])
def test_a_number_inside_a_heading_is_not_its_own(text: str) -> None:
    assert labels((1, text)) == ["๑."]


def test_lists_go_on_from_the_heading_above() -> None:
    counter = Headings()
    seen = []
    for level, text in ((1, "ก"), (2, "ข"), (1, "ระเบียบวาระที่ ๓"), (3, "(๒) ค")):
        counter.number(level, heading_number(text))
        seen.append(counter.current)
    assert seen == ["๑.", "๑.๑", "๓.", "(๒)"]
