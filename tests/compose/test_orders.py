"""Lines that order a data table: what is read of them, and what is told of those that cannot be read."""

from __future__ import annotations

from cases import each
from compose_samples import HEADS, faults_of, memo_of, shown, told

from memogen.compose.orders import OPTIONS, TableOrder, is_order, read_order

DATA = {"แผน": [{"ก": "๑", "ข": "๒"}]}


def order_of(options: str) -> TableOrder:
    order, faults = read_order(f"[[ตาราง: แผน{options}]]")
    assert order, faults
    return order


@each(
    ("options", "order"),
    [
        ("", TableOrder(data="แผน")),
        (" | คอลัมน์: ก", TableOrder(data="แผน", columns=(("ก", "ก"),))),
        ("|คอลัมน์:ก,ข=หัว ใหม่", TableOrder(data="แผน", columns=(("ก", "ก"), ("ข", "หัว ใหม่")))),
        (" | คอลัมน์: ก | คอลัมน์: ข", TableOrder(data="แผน", columns=(("ก", "ก"), ("ข", "ข")))),
        (" | คอลัมน์: ก, ข,", TableOrder(data="แผน", columns=(("ก", "ก"), ("ข", "ข")))),
        (" | เฉพาะ: ก = ๑, ข = ค", TableOrder(data="แผน", only=(("ก", "๑"), ("ข", "ค")))),
        (" | เฉพาะ: ก = ๑\\, ๒ = ๓", TableOrder(data="แผน", only=(("ก", "๑, ๒ = ๓"),))),
        (" | เฉพาะ: ก =", TableOrder(data="แผน", only=(("ก", ""),))),
        (" | เอกสารแนบ: ก \\| ข", TableOrder(data="แผน", annex="ก | ข")),
        (" | ภาคผนวก: ก: ข", TableOrder(data="แผน", annex="ก: ข")),
        *(
            (f" | กลุ่ม: ก | {sums}", TableOrder(data="แผน", groups=("ก",), sums=("ข",), subtotals=True))
            for sums in ("รวม: ข | รวมตามกลุ่ม", "รวมตามกลุ่ม: ข", "รวม: ข | รวมตามกลุ่ม: ข")
        ),
        (
            " | กลุ่ม: ก | นับ: ข | รวมตามกลุ่ม",
            TableOrder(data="แผน", groups=("ก",), counts=(("ข", ""),), subtotals=True),
        ),
        (" | กลุ่ม: ก, ข | รวม: ค", TableOrder(data="แผน", groups=("ก", "ข"), sums=("ค",))),
        (" | นับ: ก, ข = ราย", TableOrder(data="แผน", counts=(("ก", ""), ("ข", "ราย")))),
        (" | ลำดับ", TableOrder(data="แผน", numbering="ลำดับ")),
        (" | ลำดับ: ที่ | วันที่ย่อ", TableOrder(data="แผน", numbering="ที่", short_dates=True)),
    ],
)
def test_a_line_is_read(options: str, order: TableOrder) -> None:
    assert order_of(options) == order


@each("line", ["[[ตาราง: แผน]]", "[[ ตาราง : แผน", "[[ตราง: แผน]]", "[[ตาราง]]"])
def test_what_is_meant_as_a_table_is_told(line: str) -> None:
    assert is_order(line)


@each("line", ["[ตาราง: แผน]", "[[ระบุชื่อ]]", "[[", "ก [[ตาราง]]", "[[ ]]"])
def test_other_words_in_brackets_are_text(line: str) -> None:
    assert not is_order(line)
    assert shown(memo_of(line).blocks)[0][1] == line


@each(
    ("line", "texts"),
    [
        ("[[ตาราง: แผน", ["[[ตาราง: แผน"]),
        ("[[ตาราง: แผน]] ดังนี้", ["[[ตาราง: แผน]] ดังนี้"]),
        ("ดังนี้ [[ตาราง: แผน]]", ["ดังนี้ [[ตาราง: แผน]]"]),
        ("- [[ตาราง: แผน]]", ["- [[ตาราง: แผน]]"]),
        ("[[ตราง: แผน]]", ["ตราง"]),
        ("[[ตาราง]]", ["ตาราง"]),
        ("[[ตาราง: แผน | คอลมน์: ก | รวม: | กลุ่ม]]", ["คอลมน์", "รวม", "กลุ่ม"]),
        ("[[ตาราง: แผน | เฉพาะ: ก, ข = ๑]]", ["ก"]),
        ("[[ตาราง: แผน | เอกสารแนบ: ก | ภาคผนวก: ข]]", ["เอกสารแนบ"]),
        ("[[ตาราง: แผน | {{ หน่วยงาน.ย่อ }}: ก]]", ["ก1"]),
    ],
)
def test_all_that_cannot_be_read_is_told_at_once_with_its_line(line: str, texts: list[str]) -> None:
    findings = faults_of(f"{HEADS}\n\nก\n{line}\nข", DATA)
    assert told(findings) == [("L23", 6, text) for text in texts]


@each("options", ["รวมตามกลุ่ม", "กลุ่ม: ก | รวมตามกลุ่ม", "รวม: ก | รวมตามกลุ่ม", "รวมตามกลุ่ม: ก"])
def test_totals_of_groups_need_groups_and_something_to_add_up(options: str) -> None:
    findings = faults_of(f"{HEADS}\n\n[[ตาราง: แผน | {options}]]", DATA)
    assert told(findings) == [("L35", 5, "รวมตามกลุ่ม")]


def test_between_backticks_it_is_text() -> None:
    assert shown(memo_of("เขียน `[[ตาราง: แผน]]`").blocks) == [("ภาคสรุป", "เขียน [[ตาราง: แผน]]")]


def test_a_misspelt_word_is_told_with_the_nearest_and_a_strange_one_with_all() -> None:
    near, far = faults_of(f"{HEADS}\n\n[[ตาราง: แผน | คอลมน์: ก | ฮฮฮ: ก]]", DATA)
    assert "คอลัมน์" in near.hint
    assert all(word in far.hint for word in OPTIONS)


def test_a_line_stands_alone_whatever_stands_about_it() -> None:
    body = "ก\n[[ตาราง: แผน | คอลัมน์: ก]]\nข\n| ค |\n| --- |\n[[ตาราง: แผน | คอลัมน์: ข]]"
    assert shown(memo_of(body, data=DATA).blocks) == [
        ("เนื้อความ", "ก"),
        ("ตาราง", "ก\n๑"),
        ("เนื้อความ", "ข"),
        ("ตาราง", "ค"),
        ("ตาราง", "ข\n๒"),
    ]
