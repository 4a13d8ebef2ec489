"""A letter file of several kinds as each of them: its headers, its words, and what is wrong with them."""

from __future__ import annotations

import re

import pytest
from compose_samples import HEADS, OFFICE, UNIT, faults_of, memo_of

from memogen import sandbox
from memogen.compose import Composer, as_kind, compose, data_sources, kinds_of
from memogen.compose.settling import settled
from memogen.letters import parse_letter
from memogen.model import Kind, Letter, Paragraph

MEMO, EXTERNAL = Kind.MEMO, Kind.EXTERNAL
BOTH = "ชนิด: บันทึกข้อความ\nชนิด: หนังสือภายนอก"
OUTSIDE = '{% if ชนิด == "หนังสือภายนอก" %}'


def both(body: str = "ค", heads: str = "") -> Letter:
    return parse_letter("\n".join(filter(None, (BOTH, HEADS, heads))) + f"\n\n{body}", "x.md")


def words(letter: Letter, kind: Kind) -> list[str]:
    blocks = compose(letter, OFFICE, kind=kind, recipient=UNIT).blocks
    return ["".join(run.text for run in block.runs) for block in blocks if isinstance(block, Paragraph)]


def test_the_first_kind_is_the_usual_one() -> None:
    assert kinds_of(both()) == ((MEMO, EXTERNAL), [])
    assert compose(both(), OFFICE).kind is MEMO
    assert compose(both(), OFFICE, kind=EXTERNAL).kind is EXTERNAL


def test_each_kind_takes_the_headers_that_it_has() -> None:
    letter = both(
        heads="อ้างถึง: หนังสือ ก ที่ กต ๑/๑ ลงวันที่ ๑ มกราคม ๒๕๖๖\nสิ่งที่ส่งมาด้วย: แผน จำนวน ๑ ชุด\n"
        "สิ่งที่ส่งมาด้วย: แบบ จำนวน ๑ ฉบับ = แบบ.pdf\nสำเนาส่ง: กรม ก\nคำลงท้าย: ขอแสดงความนับถืออย่างยิ่ง\n"
        "ผู้พิจารณา: อธิบดี = อนุมัติ"
    )
    inside, outside = (compose(letter, OFFICE, kind=kind) for kind in (MEMO, EXTERNAL))
    assert (inside.references, inside.enclosures, inside.copies, inside.closing) == ((), (), (), "")
    assert [one.source for one in inside.attachments] == ["แบบ.pdf"]
    assert len(inside.decisions) == 1
    assert (len(outside.references), len(outside.enclosures), len(outside.copies)) == (1, 2, 1)
    assert outside.closing == "ขอแสดงความนับถืออย่างยิ่ง"
    assert outside.decisions == ()
    assert [found.code for memo in (inside, outside) for found in memo.findings] == []


@pytest.mark.parametrize("kind", [MEMO, EXTERNAL])
def test_a_header_that_no_kind_of_the_letter_has_is_the_error_that_it_was(kind: Kind) -> None:
    composer = Composer(both(heads="ทั้งนี้: ตั้งแต่บัดนี้"), OFFICE, kind=kind)
    assert [(found.code, found.line) for found in composer.outline(None).findings] == [("L06", 6)]


@pytest.mark.parametrize(
    "text",
    [
        f"ก{OUTSIDE}ข{{% else %}}ค{{% endif %}}ง",
        f"ก\n{OUTSIDE}\nข\n{{% else %}}\nค\n{{% endif %}}\nง",
        f"ก\n\n{OUTSIDE}\nข\n\nข๒\n\nข๓\n{{% endif %}}\n\nง",
        "ก{% if ชนิด != 'หนังสือภายนอก' %}ข{% endif %}ง",
        f'{OUTSIDE}ข{{% elif ชนิด == "บันทึกข้อความ" %}}ค{{% else %}}ง{{% endif %}}',
        f"{OUTSIDE}{{% if ก %}}ข{{% endif %}}{{% else %}}{{% for n in ข %}}ค{{% endfor %}}{{% endif %}}",
        f"{{% if ก %}}{OUTSIDE}ข{{% endif %}}{{% else %}}ค{{% endif %}}",
        f"{{% for n in ข %}}{{{{ n }}}}{OUTSIDE}ข{{% endif %}}{{% else %}}ค{{% endfor %}}",
        "{% if ชนิด == 'หนังสือภายนอก' and ก %}ข{% else %}ค{% endif %}",
        "{%- if ชนิด == “บันทึกข้อความ” -%} ข {%- endif -%} ง",
        "{# ชนิด #}{{ ชนิด }}",
    ],
)
def test_words_for_one_kind_stand_in_it_alone_and_no_sign_moves(text: str) -> None:
    for kind in (MEMO, EXTERNAL):
        given = {"ชนิด": kind.value, "ก": 1, "ข": [1, 2]}
        ours = settled(text, kind)
        filled = [sandbox.render(source, given, trim=True) for source in (text, ours)]
        by_jinja, by_us = (re.sub("(?: *\n){2,}", "\n\n", one) for one in filled)
        assert by_us == by_jinja
        assert [*map(len, ours.split("\n"))] == [*map(len, text.split("\n"))]
        assert sandbox.names(ours) <= sandbox.names(text)


def test_an_unsettled_text_is_as_it_was() -> None:
    for text in ("ก {{ ก }}", "{% if ก %}ชนิด{% endif %}", f"{OUTSIDE}ไม่จบ", "{% endif %}{% else %}ชนิด"):
        assert settled(text, MEMO) == text


def test_the_kind_chooses_paragraphs_and_words_of_headers() -> None:
    letter = parse_letter(
        f"{BOTH}\nเรื่อง: ก{OUTSIDE} ข{{% endif %}}\nเรียน: {{{{ หน่วยงาน.เรียน }}}}\nผู้ลงนาม: ผอ.\n\n"
        f"ต้น\n\n{OUTSIDE}\nนอก\n{{% else %}}\nใน\n\nในอีก\n{{% endif %}}\n\nท้าย {{{{ ชนิด }}}}",
        "x.md",
    )
    assert words(letter, MEMO) == ["ต้น", "ใน", "ในอีก", "ท้าย บันทึกข้อความ"]
    assert words(letter, EXTERNAL) == ["ต้น", "นอก", "ท้าย หนังสือภายนอก"]
    subjects = [compose(letter, OFFICE, kind=kind, recipient=UNIT).subject for kind in (MEMO, EXTERNAL)]
    assert subjects == ["ก", "ก ข"]


def test_what_the_kind_decides_is_no_difference_between_recipients() -> None:
    composer = Composer(both(f"ก {OUTSIDE}ข{{% endif %}} {{{{ หน่วยงาน.ย่อ }}}}"), OFFICE, kind=EXTERNAL)
    assert composer.outline(UNIT).texts == {"เนื้อความ": "ก ข ก๑"}
    composer = Composer(both(f"ก {OUTSIDE}ข{{% endif %}}"), OFFICE, kind=EXTERNAL)
    assert composer.outline(UNIT).texts == {"เนื้อความ": ""}


def test_a_letter_of_one_kind_is_itself_and_knows_its_kind() -> None:
    letter = parse_letter(f"{HEADS}\n\n{{{{ ชนิด }}}}", "x.md")
    assert as_kind(letter, MEMO) is letter
    assert words(letter, MEMO) == ["บันทึกข้อความ"]
    assert memo_of(f"ก{OUTSIDE}ข{{% endif %}}").findings == ()


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (f"ชนิด: หนังสือภายนอค\n{BOTH}\n{HEADS}\n\nค", "L17", 1),
        (f'{BOTH}\n{HEADS}\n\nก\n\n{{% if ชนิด == "คำสั่ง" %}}ข{{% endif %}}', "L58", 9),
        (f'{BOTH}\n{HEADS}\nที่: {{% if ชนิด != "หนังสือ" %}}{{% endif %}}\n\nก', "L58", 6),
    ],
)
def test_a_kind_that_there_is_not_is_told_with_its_line(text: str, code: str, line: int) -> None:
    assert [(found.code, found.line) for found in faults_of(text)] == [(code, line)]


def test_no_data_may_be_called_as_the_kind_is() -> None:
    sources, (fault,) = data_sources(parse_letter(f"{HEADS}\nข้อมูล: ชนิด = ก.xlsx\n\nค", "x.md"))
    assert (sources, fault.code, fault.line) == ([], "L57", 4)
