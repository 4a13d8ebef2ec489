"""Columns: how wide Thai is on a terminal, and where its lines break."""

from __future__ import annotations

from cases import each

from memogen.cli.columns import padded, width, wrapped


@each(
    ("text", "columns"), [("", 0), ("abc", 3), ("ที่", 1), ("กำ", 2), ("น้ำ", 2), ("เรื่อง", 4), ("ก\u200bข", 2)]
)
def test_marks_take_no_room(text: str, columns: int) -> None:
    assert width(text) == columns


def test_padding_counts_columns() -> None:
    assert padded("ที่", 3) + "|" == "ที่  |"


@each(
    ("text", "columns", "lines"),
    [
        ("ก ข ค", 3, ["ก ข", "ค"]),
        ("ที่ ที่ ที่", 3, ["ที่ ที่", "ที่"]),
        ("หนึ่ง\nสอง", 20, ["หนึ่ง สอง"]),
        ("หนึ่ง\n\nสอง", 20, ["หนึ่ง", "", "สอง"]),
        ("หนึ่ง\n  สอง\n  สาม", 20, ["หนึ่ง", "  สอง", "  สาม"]),
        ("กขคง", 2, ["กข", "คง"]),
        ("", 10, [""]),
    ],
)
def test_lines_break_at_spaces(text: str, columns: int, lines: list[str]) -> None:
    assert wrapped(text, columns) == lines


@each("columns", range(2, 8))
def test_a_long_word_is_never_cut_before_a_mark(columns: int) -> None:
    lines = wrapped("เรื่องที่น้ำแข็งเกี่ยวข้องใต้", columns)
    assert "".join(lines) == "เรื่องที่น้ำแข็งเกี่ยวข้องใต้"
    assert all(width(line[0]) == 1 and line[-1] not in "เแโใไ" for line in lines)
