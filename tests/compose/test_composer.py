"""One letter for many recipients: what is read once changes nothing in what comes out."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from unittest.mock import patch

import pytest
from cases import each
from compose_samples import HEADS, OFFICE, UNIT, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memogen import sandbox, thai
from memogen.compose import Composer, Outline, body, compose, wording
from memogen.errors import InputError
from memogen.findings import Finding, Severity, has_errors
from memogen.letters import parse_letter
from memogen.model import Letter, Memo, Paragraph, Table

NB = "\u00a0"


def letter(text: str, heads: str = "") -> Letter:
    return parse_letter("\n".join(filter(None, (HEADS, heads))) + f"\n\n{text}", "x.md")


def unit(**values: Any) -> dict[str, Any]:
    return {**UNIT, **values}


# --- the same as made afresh ----------------------------------------------------------------------

HEADINGS = "เรื่อง: ก\nเรียน: ข\nผู้ลงนาม: ผอ.\n"
LETTERS = [
    # values in headers and running text, beside what holds together
    """\
เรื่อง: แจ้งผล {{ หน่วยงาน.ก }} ปี 2566
เรียน: {{ หน่วยงาน.ข }}
ผู้ลงนาม: ผอ.
คิวอาร์: {{ หน่วยงาน.ก }} 1 = https://example.go.th/1

ตามที่ นายสมมติ สองนาม เสนอ {{ หน่วยงาน.ก }} มีนาคม 2566 จำนวน {{ หน่วยงาน.ข }} คน ดังนี้ ขอแจ้งผล ให้ทราบ นั้น

**ภายใน{{ หน่วยงาน.ข }}** (A {{ หน่วยงาน.ก }}) `{{ หน่วยงาน.ข }}` แบบ 4x \\*{{ หน่วยงาน.ก|เลขอารบิก }}\\*

จึงเรียนมา
""",
    # numbers of headings, items and paragraphs
    HEADINGS
    + """
# {{ หน่วยงาน.ก }}

1. ก
   1. {{ หน่วยงาน.ข }}

# ค {{ หน่วยงาน.ข }}

## ง

1. จ
3. {{ หน่วยงาน.ก }}

{{ หน่วยงาน.ข }}

| {{ หน่วยงาน.ก }} |

{{ หน่วยงาน.ก }}
""",
    # as many rows as the recipient has
    HEADINGS
    + """
| ก | ข |
| --- | ---: |
{% for แถว in ค if แถว.ก == หน่วยงาน.ก %}
| {{ แถว.ก }} | {{ แถว.ข }} บาท |
{% endfor %}

{% for แถว in ค %}
1. {{ แถว.ข }}
{% endfor %}

รวม {{ ค|length }} เรื่อง
""",
    # paragraphs that some have and others have not
    HEADINGS
    + """ชั้นความเร็ว: {{ หน่วยงาน.ข }}

ก
{% if หน่วยงาน.ก %}

# มี

มี 1 คน
{% else %}

ไม่มี {{ หน่วยงาน.ข }}
{% endif %}

# ถัดไป

{% if หน่วยงาน.ข %}**ข**{% else %}ข{% endif %} | {{ หน่วยงาน.ก|บาท }}

ทราบ{% if หน่วยงาน.ข %} และถือปฏิบัติ{% endif %}

จึงเรียนมา
""",
    # tables of data: the recipient's own rows, and the same for all
    HEADINGS
    + """
ดังนี้
[[ตาราง: ค | คอลัมน์: ข = {{ หน่วยงาน.ข }}, ก | เฉพาะ: ก = {{ หน่วยงาน.ก }} | กลุ่ม: ข | ลำดับ]]
[[ตาราง: ค | นับ: ก = คน | วันที่ย่อ]]

จึงเรียนมา

[[ตาราง: ค | กลุ่ม: ก, ข | นับ: ข | เอกสารแนบ: ของ {{ หน่วยงาน.ข }}]]
""",
    HEADINGS
    + """
{% if หน่วยงาน.ข %}
[[ตาราง: ค | กลุ่ม: ก, ข]]
{% else %}
[[ตาราง: ค | คอลัมน์: ก, ข | รวม: ข]]
{% endif %}
""",
]
WORDS = [
    *(
        "",
        " ",
        "ก",
        "กอง 1",
        "นาย",
        "นายสมมติ สองนาม",
        "27",
        "มีนาคม",
        "ต่อ 271",
        "โทร. 0 2628 5143",
        "พ.ศ.",
        "A4 5",
    ),
    *(
        "*",
        "**",
        "# ก",
        "|",
        "ก|ข",
        "- ก",
        "1. ก",
        "๓. ก",
        "๑.๑ ก",
        "1.2 ก",
        "(๒) ก",
        "ระเบียบวาระที่ ๔",
        "\n",
        "ก\nข",
    ),
    *(
        "\t",
        "`1`",
        "\\",
        '"',
        '"A 1',
        "{{ ก }}",
        "<b>&",
        "ยาว" * 400,
        "\x01ก",
        "\u202e",
        "น\u0e4dา",
        "ด่วน",
        "บาท",
        "ที่",
    ),
]
VALUES = (
    st.sampled_from(WORDS)
    | st.text(alphabet='กขแ1๒ .*#|()"-', max_size=8)
    | st.sampled_from([None, True, 0, 15, Decimal("84.07"), date(2023, 3, 27)])
)
ROWS = st.lists(st.fixed_dictionaries({"ก": VALUES, "ข": VALUES}), max_size=4)


def afresh(
    text: Letter, data: Mapping[str, Any], recipient: Mapping[str, Any] | None
) -> Memo | list[Finding]:
    """What comes out when nothing was remembered and no paragraph is cut into phrases."""
    for remembering in (body._read, wording.wording, wording._finished):
        remembering.cache_clear()
    try:
        with patch.object(thai, "phrases", lambda text, keep: [text]):
            return compose(text, OFFICE, data=data, recipient=recipient)
    except InputError as stop:
        return [*stop.findings]
    finally:
        wording.wording.cache_clear()
        body._read.cache_clear()


def outcome(composer: Composer, recipient: Mapping[str, Any] | None) -> Memo | list[Finding]:
    try:
        return composer.memo(recipient)
    except InputError as stop:
        return [*stop.findings]


@settings(derandomize=True, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(LETTERS), ROWS, st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=4), st.randoms()
)
def test_each_recipient_gets_what_compose_makes_for_it_alone(
    text: str, rows: list[dict[str, Any]], pairs: list[tuple[Any, Any]], order: Any
) -> None:
    draft = parse_letter(text, "x.md")
    own = [{"ก": row["ก"], "ข": "มีแถว"} for row in rows]
    recipients = [*({"ก": first, "ข": second} for first, second in pairs), *own, {"ก": "ขาดช่อง"}, None]
    expected = [afresh(draft, {"ค": rows}, recipient) for recipient in recipients]
    composer = Composer(draft, OFFICE, data={"ค": rows})
    turns = [*range(len(recipients))] * 2
    order.shuffle(turns)
    for turn in turns:
        assert outcome(composer, recipients[turn]) == expected[turn]
        assert_outlined(composer.outline(recipients[turn]), expected[turn])
    assert_told_apart(
        [
            (composer.outline(recipient), memo)
            for recipient, memo in zip(recipients, expected, strict=True)
            if isinstance(memo, Memo)
        ]
    )


def assert_outlined(outline: Outline, made: Memo | list[Finding]) -> None:
    """The outline tells all that the memo raises or carries, and how long it is."""
    if isinstance(made, Memo):
        assert outline.findings == made.findings
        assert outline.size == size(made)
    else:
        assert [*outline.findings] == made
        assert has_errors(outline.findings)


def assert_told_apart(made: list[tuple[Outline, Memo]]) -> None:
    """Outlines have the same texts exactly when the memos print the same."""
    for outline, memo in made:
        for other, other_memo in made:
            assert (outline.texts == other.texts) == (memo == other_memo)


def size(memo: Memo) -> int:
    """Every printed character, counted the long way."""
    cells = [
        cell
        for block in memo.blocks
        for cell in (
            [block.runs]
            if isinstance(block, Paragraph)
            else [cell for row in (block.head, *block.rows) for cell in row]
        )
    ]
    heads = (memo.date_text, memo.number, memo.agency, memo.subject, memo.to, memo.urgency, memo.secrecy)
    people = "\n".join(filter(None, (memo.signature.rank, memo.signature.name, *memo.signature.position)))
    codes = "\n".join(f"{code.caption} = {code.address}" for code in memo.qr_codes)
    titles = [block.annex or "" for block in memo.blocks if isinstance(block, Table)]
    return sum(map(len, (*heads, people, codes, *titles))) + sum(
        len(run.text) for cell in cells for run in cell
    )


def test_the_data_may_be_read_in_full_for_every_recipient() -> None:
    """Each letter has its own budget of rows (M09)."""
    rows = [{"ก": str(n)} for n in range(450)]
    text = letter("{% for ก in ค %}{% for ข in ค %}{% endfor %}{% endfor %}{{ หน่วยงาน.ชื่อ }}")
    composer = Composer(text, OFFICE, data={"ค": rows})
    assert sandbox.STEPS < 2 * 450 * 450
    assert [composer.memo(UNIT).findings for _turn in range(3)] == [(), (), ()]


def test_too_many_rows_are_told_for_every_text_with_tags() -> None:
    rows = [{"ก": 1}] * (sandbox.ROWS + 1)
    composer = Composer(
        letter("{{ หน่วยงาน.ชื่อ }} {{ ค|จำนวน }}", "คิวอาร์: {{ หน่วยงาน.ย่อ }} = https://ก"),
        OFFICE,
        data={"ค": rows},
    )
    for _turn in range(2):
        assert [(found.code, found.line) for found in composer.outline(UNIT).findings] == [
            ("M09", 4),
            ("M09", 6),
        ]


def test_a_recipient_without_a_column_is_told_and_the_next_one_is_not() -> None:
    composer = Composer(letter("{{ หน่วยงาน.ย่อ }}"), OFFICE)
    found = [composer.outline(person).findings for person in (UNIT, {"ชื่อ": "ก"}, UNIT)]
    assert [told(findings) for findings in found] == [[], [("M04", 5, "{{ หน่วยงาน.ย่อ }}")], []]


def test_a_value_in_a_heading_numbers_the_headings_after_it() -> None:
    composer = Composer(letter("# {{ หน่วยงาน.ชื่อ }}\n\n1. ก\n\n# ข"), OFFICE)
    shown = {
        name: [block.text for block in composer.memo(unit(ชื่อ=name)).blocks if isinstance(block, Paragraph)]
        for name in ("ก", "๓. ก", "ระเบียบวาระที่ 5", "ข")
    }
    assert shown == {
        "ก": ["๑. ก", "๑.๑ ก", "๒. ข"],
        "๓. ก": ["๓. ก", "๓.๑ ก", "๔. ข"],
        "ระเบียบวาระที่ 5": [f"ระเบียบวาระที่{NB}๕", "๕.๑ ก", "๖. ข"],
        "ข": ["๑. ข", "๑.๑ ก", "๒. ข"],
    }


def test_what_the_letter_has_typed_wrong_is_told_of_each_with_its_values() -> None:
    composer = Composer(letter("1. ก\n3. ข\n\n| {{ หน่วยงาน.ชื่อ }} |"), OFFICE)
    found = [told(composer.memo(unit(ชื่อ=name)).findings) for name in ("ก", "ข")]
    assert found == [[("L14", 6, "๓"), ("L21", 8, f"| {name} |")] for name in ("ก", "ข")]


def test_what_was_read_before_is_told_in_the_language_of_now(monkeypatch: pytest.MonkeyPatch) -> None:
    text = letter("1. ก\n3. ข")
    Composer(text, OFFICE).memo(None)
    monkeypatch.setattr(body, "_", lambda sentence: "out of order" + "{number}" * ("{number}" in sentence))
    (found,) = Composer(text, OFFICE).memo(None).findings
    assert found.message == "out of order๒"


def test_a_body_is_read_once_for_values_that_differ() -> None:
    composer = Composer(letter("ก {{ หน่วยงาน.ชื่อ }}\n\n# ข\n\n1. ค {{ หน่วยงาน.ย่อ }}"), OFFICE)
    composer.memo(UNIT)
    before = body._read.cache_info().misses
    for n in range(200):
        composer.memo(unit(ชื่อ=f"กอง {n}", ย่อ=str(n)))
        composer.outline(unit(ชื่อ=f"กอง {n}", ย่อ=str(n)))
    assert body._read.cache_info().misses == before


# --- outlines -------------------------------------------------------------------------------------


def test_an_outline_has_the_parts_with_tags_alone() -> None:
    text = letter(
        "ตามที่ 1\n\nขอให้{{ หน่วยงาน.ชื่อ }}ส่ง **15 คน**\n\n{% if หน่วยงาน.ย่อ %}\nมีย่อ 2\n{% endif %}\n\n"
        "| ก | {{ หน่วยงาน.ย่อ }} |\n| --- | --- |\n| 1 | 2 |\n\nจึงเรียนมา",
        "ส่วนราชการ: ก {{ หน่วยงาน.ย่อ }}\nคิวอาร์: ก = https://example.go.th/{{ หน่วยงาน.ย่อ }}\nวันที่: 27/3/2566",
    )
    assert Composer(text, OFFICE).outline(unit(ชื่อ="กอง 7")).texts == {
        "ส่วนราชการ": "ก ก๑",
        "คิวอาร์": "ก = https://example.go.th/ก1",
        "เนื้อความ": f"ขอให้กอง ๗ส่ง **๑๕{NB}คน**\nมีย่อ ๒\nก | ก๑\n๑ | ๒",
    }


@each(
    ("text", "body_text"),
    [
        ("ก\n\nข", None),
        ("{{ หน่วยงาน.ชื่อ }}\n\nข", "กอง"),
        ("ก\n{% if not หน่วยงาน.ชื่อ %}\n\n{% endif %}\nข\n\nค", "ก ข"),
        ("ก\n{% if หน่วยงาน.ชื่อ %}\n\n{% endif %}\nข\n\nค", "ข"),
        ("ก\n\n{% for แถว in ค %}\n- ข\n{% endfor %}\n\nค", "- ข\n- ข"),
        ("ก {% if หน่วยงาน.ชื่อ %}ข{% endif %} ค\n\nง", "ก ข ค"),
        ("ก {% if หน่วยงาน.ชื่อ %}ข{% endif %}\n\nค\n\nง", "ก ข ค"),
    ],
)
def test_of_the_body_an_outline_has_what_values_and_conditions_touch(
    text: str, body_text: str | None
) -> None:
    composer = Composer(letter(text), OFFICE, data={"ค": [{"ก": 1}, {"ก": 2}]})
    assert composer.outline(unit(ชื่อ="กอง")).texts.get("เนื้อความ") == body_text


def test_an_outline_tells_everything_of_a_letter_that_cannot_be_made() -> None:
    note = Finding(code="K09", message="ข้าม", severity=Severity.WARNING)
    text = letter("{{ หน่วยงาน.ชือ }}\n\n[ระบุเหตุ]", "วันที่: x\nชั้นความเร็ว: {{ หน่วยงาน.ย่อ }}")
    composer = Composer(text, OFFICE, known=[note])
    outline = composer.outline(UNIT)
    with pytest.raises(InputError) as stop:
        composer.memo(UNIT)
    assert [found.code for found in outline.findings] == ["K09", "L07", "L10", "M04", "H20"]
    assert outline.findings == tuple(stop.value.findings)
    assert outline.texts == {"ชั้นความเร็ว": "", "เนื้อความ": ""}


def test_an_outline_crosses_processes() -> None:
    import pickle

    outline = Composer(letter("{{ หน่วยงาน.ชื่อ }}"), OFFICE).outline(UNIT)
    assert pickle.loads(pickle.dumps(outline)) == outline


def test_tables_are_filled_cell_by_cell() -> None:
    text = letter("| ก | {{ หน่วยงาน.ชื่อ }} |\n| --- | ---: |\n| **{{ หน่วยงาน.ย่อ }}** | 1 |")
    memos = [Composer(text, OFFICE).memo(unit(ชื่อ=name, ย่อ="")) for name in ("1", "2")]
    tables = [block for memo in memos for block in memo.blocks if isinstance(block, Table)]
    assert [[run.text for run in table.head[1]] for table in tables] == [["๑"], ["๒"]]
    assert dataclasses.replace(tables[0], head=()) == dataclasses.replace(tables[1], head=())
