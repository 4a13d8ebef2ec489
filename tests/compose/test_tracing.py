"""Tracing: which values of its data a letter prints, where, and which only decide."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from cases import each
from compose_samples import HEADS, OFFICE, UNIT
from hypothesis import given
from hypothesis import strategies as st

from memogen.compose import compose
from memogen.compose.tracing import Spot, Tracer, Use
from memogen.letters import parse_letter
from memogen.model import Paragraph

ROWS: list[dict[str, Any]] = [
    {"ชื่อ": "ก", "งบ": Decimal("1200"), "ผล ปี ๖๖": "ดี", "วัน": date(2023, 3, 27)},
    {"ชื่อ": "ข", "งบ": Decimal("5.5"), "ผล ปี ๖๖": None, "วัน": None},
    {"ชื่อ": "ก", "งบ": Decimal("7"), "ผล ปี ๖๖": "a | b, c = d", "วัน": None},
]


def uses_of(body: str, *, heads: str = "", rows: list[dict[str, Any]] | None = None) -> list[Use]:
    letter = parse_letter("\n".join(filter(None, (HEADS, heads))) + f"\n\n{body}", "x.md")
    return Tracer(letter, OFFICE, {"แผน": ROWS if rows is None else rows}).uses({**UNIT, "ชื่อ": "ก"})


def told(body: str, **settings: Any) -> list[tuple[str | None, str]]:
    """What is printed, and the values of it as `งบ0 งบ2`."""
    return [
        (use.printed, " ".join(f"{spot.column}{spot.row}" for spot in use.spots))
        for use in uses_of(body, **settings)
    ]


@each(
    ("body", "expected"),
    [
        ("{{ แผน[0].งบ }}", [("๑๒๐๐", "งบ0")]),
        ("{{ แผน[0].งบ|บาท }}", [("๑,๒๐๐", "งบ0")]),
        ("{{ แผน[0]['ผล ปี ๖๖'] }}", [("ดี", "ผล ปี ๖๖0")]),
        ("{{ แผน[0].วัน }}", [("๒๗ มีนาคม ๒๕๖๖", "วัน0")]),
        ("{{ (แผน|first).งบ }}", [("๑๒๐๐", "งบ0")]),
        ("{{ (แผน|last).งบ }}", [("๗", "งบ2")]),
        ("{{ แผน[1]['ผล ปี ๖๖'] }}", [("", "ผล ปี ๖๖1")]),
        ("{{ แผน[0].งบ + แผน[2].งบ }}", [("๑๒๐๗", "งบ0 งบ2")]),
        ("{{ แผน|รวม('งบ')|บาท }}", [("๑,๒๑๒.๕๐", "งบ0 งบ1 งบ2")]),
        ("{{ แผน|join(' ', 'ชื่อ') }}", [("ก ข ก", "ชื่อ0 ชื่อ1 ชื่อ2")]),
        ("{{ แผน|เฉพาะ('ชื่อ', หน่วยงาน.ชื่อ)|รวม('งบ') }}", [("๑๒๐๗", "งบ0 งบ2")]),
        ("{{ แผน|selectattr('ชื่อ', 'eq', 'ข')|รวม('งบ') }}", [("๕.๕", "งบ1")]),
        ("{{ แผน[0].งบ|เลขอารบิก }}", [("1200", "งบ0")]),
        ("{{ หน่วยงาน.ชื่อ }} ของ {{ แผน|length }} แผน", []),
        (
            "{% for แถว in แผน|เฉพาะ('ชื่อ', 'ก') %}{{ loop.index }} {{ แถว.งบ }} {% endfor %}",
            [("๑๒๐๐", "งบ0"), ("๗", "งบ2"), (None, "ชื่อ0 ชื่อ2")],
        ),
        (
            "{% for แถว in แผน if แถว.ชื่อ == 'ข' %}{{ แถว.งบ }}{% endfor %}",
            [("๕.๕", "งบ1"), (None, "ชื่อ1")],
        ),
        (
            "{% for แถว in แผน %}{% if แถว.งบ > 100 %}{{ แถว.ชื่อ }}{% endif %}{% endfor %}",
            [("ก", "ชื่อ0"), (None, "งบ0")],
        ),
        ("{% if แผน[1].งบ > 3 %}มาก{% endif %}", [(None, "งบ1")]),
        ("{# {{ แผน[0].งบ }} #}ค", []),
        ("{{- แผน[0].งบ -}}", [("๑๒๐๐", "งบ0")]),
    ],
)
def test_what_is_printed_keeps_the_values_that_it_was_made_of(
    body: str, expected: list[tuple[str | None, str]]
) -> None:
    assert told(body) == expected


def test_a_table_keeps_row_and_column_of_each_cell_of_its_total_and_of_what_chose_its_rows() -> None:
    order = "[[ตาราง: แผน | คอลัมน์: งบ = บาท, ผล_ปี_๖๖ | เฉพาะ: ชื่อ = {{ หน่วยงาน.ชื่อ }} | รวม: งบ]]"
    assert told(f"ก\n\n{order}") == [
        ("๑,๒๐๐.๐๐", "งบ0"),
        ("ดี", "ผล ปี ๖๖0"),
        ("๗.๐๐", "งบ2"),
        ("a | b, c = d", "ผล ปี ๖๖2"),
        ("๑,๒๐๗.๐๐", "งบ0 งบ2"),
        (None, "ชื่อ0 ชื่อ2"),
    ]


def test_the_total_of_a_group_keeps_the_values_of_its_rows() -> None:
    order = "[[ตาราง: แผน | คอลัมน์: ชื่อ, งบ | กลุ่ม: ชื่อ | รวม: งบ | รวมตามกลุ่ม]]"
    rows = [ROWS[0], ROWS[2], ROWS[1], ROWS[1]]
    assert told(order, rows=rows)[8:] == [
        ("๑,๒๐๗.๐๐", "งบ0 งบ1"),
        ("๑๑.๐๐", "งบ2 งบ3"),
        ("๑,๒๑๘.๐๐", "งบ0 งบ1 งบ2 งบ3"),
    ]


def test_a_column_that_chooses_and_is_printed_stands_once() -> None:
    assert told("[[ตาราง: แผน | คอลัมน์: ชื่อ | เฉพาะ: ชื่อ = ข]]") == [("ข", "ชื่อ1")]


def test_rows_are_chosen_by_values_of_any_signs() -> None:
    body = "[[ตาราง: แผน | คอลัมน์: งบ | เฉพาะ: ผล ปี ๖๖ = {{ แผน[2]['ผล ปี ๖๖'] }}]]"
    assert ("๗.๐๐", "งบ2") in told(body)


def test_parts_and_lines_are_those_of_the_file() -> None:
    loop = "{% for แถว in แผน %}\n- {{ แถว.ชื่อ }}\n{% endfor %}"
    body = f"ก\nข {{{{ แผน[0].งบ }}}}\n\n{loop}\n\n[[ตาราง: แผน | คอลัมน์: งบ]]"
    uses = uses_of(body, heads="อ้างถึง: {{ แผน[1].งบ }}")
    assert list(dict.fromkeys((use.part, use.line) for use in uses)) == [
        ("อ้างถึง", 4),
        ("เนื้อความ", 7),
        ("เนื้อความ", 10),
        ("ตาราง", 13),
    ]


def test_a_tracer_tells_each_recipient_alone() -> None:
    letter = parse_letter(f"{HEADS}\n\n{{{{ แผน|เฉพาะ('ชื่อ', หน่วยงาน.ชื่อ)|รวม('งบ') }}}}", "x.md")
    tracer = Tracer(letter, OFFICE, {"แผน": ROWS})
    first, other = ([use.spots for use in tracer.uses({**UNIT, "ชื่อ": name})] for name in "กข")
    assert first == [(Spot("แผน", 0, "งบ"), Spot("แผน", 2, "งบ"))]
    assert other == [(Spot("แผน", 1, "งบ"),)]
    assert [use.spots for use in tracer.uses({**UNIT, "ชื่อ": "ก"})] == first


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=6), st.data())
def test_what_is_traced_is_what_the_letter_prints(numbers: list[Decimal], data: st.DataObject) -> None:
    rows = [{"เลข": number} for number in numbers]
    at = data.draw(st.integers(0, len(rows) - 1))
    letter = parse_letter(f"{HEADS}\n\n{{{{ แผน[{at}].เลข|บาท }}}}", "x.md")
    (use,) = Tracer(letter, OFFICE, {"แผน": rows}).uses(UNIT)
    (block,) = compose(letter, OFFICE, data={"แผน": rows}, recipient=UNIT).blocks
    assert isinstance(block, Paragraph)
    assert use.printed == block.text
    assert use.spots == (Spot("แผน", at, "เลข"),)
