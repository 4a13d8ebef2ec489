"""A letter file as a paper: headers are fields, the body has its lines."""

from __future__ import annotations

from cases import each

from memogen.letters import parse_letter
from memogen.model import Kind
from memogen.paper import FILLED_LATER, Origin, Paper, Part, Region
from memogen.proof import paper_of

HEAD = "ชนิด: บันทึกข้อความ\nเรื่อง: ขอทดสอบ\nเรียน: {{ หน่วยงาน.เรียน }}\nข้อมูล: แผน = a.xlsx\nคิวอาร์: แบบรายงาน = https://a.b\n\n"


def read(body: str, head: str = HEAD) -> Paper:
    return paper_of(parse_letter(head + body, "ก.md"))


def body(text: str) -> list[tuple[int | None, str]]:
    return [(one.line, one.text) for one in read(text).passages if one.part is Part.BODY]


def test_headers_are_fields_with_their_lines() -> None:
    paper = read("ด้วย")
    assert (paper.file, paper.origin, paper.kind, paper.recognised) == (
        "ก.md",
        Origin.LETTER,
        Kind.MEMO,
        True,
    )
    assert [(one.part, one.label, one.passage.line) for one in paper.fields] == [
        (Part.SUBJECT, "เรื่อง", 2),
        (Part.TO, "เรียน", 3),
        (Part.OTHER, "คิวอาร์", 5),
    ]
    assert paper.value(Part.SUBJECT) == "ขอทดสอบ"
    assert paper.fields[-1].text == "แบบรายงาน"


def test_what_is_filled_later_stands_as_signs_that_say_so() -> None:
    paper = read("ขอให้{{ ก }}ทำ\n\n{% if ก %}\nข\n{% endif %}\n\n[[ตาราง: แผน]]")
    to = paper.first(Part.TO)
    assert to is not None
    assert to.text == FILLED_LATER * len("{{ หน่วยงาน.เรียน }}")
    texts = [passage.text for passage in paper.passages]
    assert "ขอให้" + FILLED_LATER * 7 + "ทำ" in texts
    assert FILLED_LATER * len("[[ตาราง: แผน]]") in texts
    assert [passage.text.strip(FILLED_LATER) for passage in paper.body] == [
        f"ขอให้{FILLED_LATER * 7}ทำ",
        "\nข\n",
    ]


BODIES = {
    "ก\nข\n\nค": [(7, "ก\nข"), (10, "ค")],
    "# หัวข้อ\nก": [(7, "หัวข้อ"), (8, "ก")],
    "1. หนึ่ง\n   ต่อ\n2) สอง\n- สาม": [(7, "หนึ่ง\nต่อ"), (9, "สอง"), (10, "สาม")],
    "๑. หนึ่ง": [(7, "หนึ่ง")],
}


@each("text", BODIES)
def test_the_body_has_its_lines(text: str) -> None:
    assert body(text) == BODIES[text]


def test_a_line_in_a_passage_is_found() -> None:
    (passage,) = read("ก\nข\nค").body
    assert [passage.line_at(at) for at in (0, 2, 4)] == [7, 8, 9]


def test_tables_are_cells() -> None:
    cells = [one for one in read("| ก | ข |\n| --- | :-: |\n| ค |  |\n").passages if one.row]
    assert [(one.text, one.row, one.line, one.region) for one in cells] == [
        ("ก", (1, 1, 1), 7, Region.TABLE),
        ("ข", (1, 1, 2), 7, Region.TABLE),
        ("ค", (1, 2, 1), 9, Region.TABLE),
    ]


@each(("name", "kind"), [("คำสั่ง", Kind.ORDER), ("จดหมาย", None)])
def test_the_kind_is_what_the_letter_says(name: str, kind: Kind | None) -> None:
    assert read("ก", f"ชนิด: {name}\n\n").kind is kind
