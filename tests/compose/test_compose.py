"""Composing: a letter, the office and its data become a memo, or every fault at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import each
from compose_samples import HEADS, OFFICE, UNIT, faults_of, memo_of, shown, told

from memogen.compose import compose, data_sources, names_recipient
from memogen.errors import InputError
from memogen.findings import Finding, Severity
from memogen.letters import parse_letter, read_letter
from memogen.model import Letter
from memogen.settings import read_office

ROOT = Path(__file__).parent.parent.parent
EVERYTHING_WRONG = """\
ชนิด: บันทึกขอความ
เรือง: ก
เรียน: {{ หน่วยงาน.เรยน }}
วันที่: ๓๑ เมษายน ๒๕๖๖
ผู้ลงนาม: อธิบดึ
ข้อมูล: แผน fixtures/แผน.xlsx

ตามที่ {{ หนวยงาน.ชื่อ }} นั้น

{% for แถว in แผน %}{{ แถว.ก }}{% endfor %}

เปิด {{ หน่วยงาน.ชื่อ
"""


def letter_of(body: str = "ค", heads: str = "") -> Letter:
    return parse_letter("\n".join(filter(None, (HEADS, heads))) + f"\n\n{body}", "x.md")


def test_every_mistake_is_told_at_once_with_line_and_nearest_word() -> None:
    faults = faults_of(EVERYTHING_WRONG)
    assert {fault.file for fault in faults} == {"x.md"}
    assert all(fault.message and fault.severity is Severity.ERROR for fault in faults)
    assert [(fault.code, fault.line) for fault in faults] == [
        ("L17", 1),
        ("L05", 1),
        ("L01", 2),
        ("M04", 3),
        ("L07", 4),
        ("L09", 5),
        ("M03", 8),
        ("M03", 10),
        ("M01", 12),
    ]
    hints = {fault.line: fault.hint for fault in faults}
    for line, word in ((1, "เรื่อง"), (2, "เรื่อง"), (3, "เรียน"), (5, "อธิบดี"), (8, "หน่วยงาน")):
        assert word in hints[line]


def test_an_unknown_kind_gets_the_nearest() -> None:
    (fault,) = faults_of(f"ชนิด: บันทึกขอความ\n{HEADS}\n\nค")
    assert fault == Finding(
        code="L17",
        file="x.md",
        line=1,
        text="บันทึกขอความ",
        message="ไม่รู้จักชนิดหนังสือ “บันทึกขอความ”",
        hint="หมายถึง “บันทึกข้อความ” ใช่หรือไม่",
    )


@each("heads", ["", "ชนิด:", "ชนิด: บันทึกข้อความ"])
def test_a_letter_is_a_memo_unless_it_says_otherwise(heads: str) -> None:
    assert memo_of(heads=heads).findings == ()


def test_each_kind_asks_for_its_own_headers() -> None:
    assert told(faults_of("ชนิด: หนังสือประทับตรา\nถึง: ก\nคำลงท้าย: ข\n\nค")) == [("L05", 1, ""), ("L06", 3, "ข")]
    assert [fault.message for fault in faults_of("ชนิด: คำสั่ง\n\nค")] == [
        "ยังไม่มีหัวข้อ “เรื่อง”",
        "ยังไม่มีหัวข้อ “ผู้ลงนาม”",
    ]


@each("body", ["", "\n\n", "   "])
def test_a_letter_without_body_is_told(body: str) -> None:
    assert [fault.code for fault in faults_of(f"{HEADS}\n\n{body}")] == ["L15"]


def test_an_unfilled_blank_of_the_skeleton_is_told_and_does_not_stop() -> None:
    memo = memo_of("ด้วย [ระบุเหตุ] นั้น\n\n[ระบุความประสงค์]", heads="ส่วนราชการ: [ระบุชื่อ]")
    assert told(memo.findings) == [
        ("H20", 4, "[ระบุชื่อ]"),
        ("H20", 6, "[ระบุเหตุ]"),
        ("H20", 8, "[ระบุความประสงค์]"),
    ]


@each(
    ("text", "code", "odd"),
    [
        ("ภายในวันที่ ๓๑ เมษายน ๒๕๖๖ นั้น", "D06", "๓๑ เมษายน ๒๕๖๖"),
        ("เมื่อ 29 ก.พ. 2566", "D06", "29 ก.พ. 2566"),
        ("ในวันอังคารที่ ๒๗ มีนาคม ๒๕๖๖ ณ", "D05", "วันอังคารที่ ๒๗ มีนาคม ๒๕๖๖"),
    ],
)
def test_a_date_in_the_text_that_does_not_exist_is_told_and_does_not_stop(
    text: str, code: str, odd: str
) -> None:
    assert told(memo_of(f"ค\n\n{text}").findings) == [(code, 7, odd)]


@each("text", ["วันที่ ๒๙ กุมภาพันธ์ ๒๕๖๗", "วันจันทร์ที่ 27 มีนาคม 2566", "ระหว่าง ๑ - ๕ มี.ค. ๖๖", "๑๕ คน"])
def test_a_date_that_exists_is_no_finding(text: str) -> None:
    assert memo_of(text).findings == ()


def test_what_does_not_stop_is_told_with_what_does() -> None:
    faults = faults_of(f"{HEADS}\nวันที่: x\n\nภายใน ๓๑ เมษายน ๒๕๖๖ [ระบุเหตุ] {{{{ ก }}}}")
    assert [fault.code for fault in faults] == ["L07", "M03", "H20", "D06"]


def test_faults_already_met_are_told_with_the_rest() -> None:
    met = Finding(code="K01", message="เปิดสมุดงานไม่ได้", file="แผน.xlsx")
    letter = letter_of("{% for แถว in แผน %}{{ แถว.ก }}{% endfor %} {{ อื่น }}", "ข้อมูล: แผน = แผน.xlsx\nวันที่: x")
    with pytest.raises(InputError) as stop:
        compose(letter, OFFICE, known=[met])
    assert [fault.code for fault in stop.value.findings] == ["K01", "L07", "M03"]


def test_warnings_already_met_are_handed_on() -> None:
    note = Finding(code="K09", message="ข้ามแถวว่าง", severity=Severity.WARNING)
    assert compose(letter_of(), OFFICE, known=[note]).findings == (note,)


def test_a_fault_of_a_value_does_not_hide_the_others() -> None:
    faults = faults_of(f"{HEADS}\nวันที่: x\n\n{{{{ ค[0].ก|บาท }}}}", data={"ค": [{"ก": "ข"}]})
    assert [(fault.code, fault.line) for fault in faults] == [("L07", 4), ("M08", 6)]


# --- the recipient and the data -------------------------------------------------------------------


@each(
    ("body", "heads"),
    [
        ("{{ หน่วยงาน.ชื่อ }}", ""),
        ("ค", "วันที่: {{ หน่วยงาน.วัน }}"),
        ("{% if หน่วยงาน.ชื่อ == 'ก' %}ข{% endif %}", ""),
        ("{% for แถว in แผน if แถว.หน่วยงาน == หน่วยงาน.ชื่อ %}ก{% endfor %}", ""),
        ("{{ หน่วยงาน.ชื่อ }} {{ ก }", ""),
    ],
)
def test_a_letter_that_names_its_recipient(body: str, heads: str) -> None:
    assert names_recipient(letter_of(body, heads))


@each(
    "body", ["หน่วยงาน", "{% for แถว in แผน %}{{ แถว.หน่วยงาน }}{% endfor %}", "{{ หน่วยงานอื่น }}", "{ หน่วยงาน }"]
)
def test_a_column_called_like_the_recipient_is_not_the_recipient(body: str) -> None:
    assert not names_recipient(letter_of(body))


@each(
    ("value", "source"),
    [
        ("แผน = fixtures/แผน.xlsx#แผ่น 1", ("แผน", "fixtures/แผน.xlsx", "แผ่น 1")),
        ("แผน=แผน ปี 2566.csv", ("แผน", "แผน ปี 2566.csv", None)),
        ("plan_1 = a.xlsx # b#c", ("plan_1", "a.xlsx", "b#c")),
    ],
)
def test_a_data_header_names_workbook_and_sheet(value: str, source: tuple[str, str, str | None]) -> None:
    ((_header, *found),), faults = data_sources(letter_of(heads=f"ข้อมูล: {value}"))
    assert (tuple(found), faults) == (source, [])


@each("value", ["", "แผน", "แผน แม่บท = a.xlsx", "1 = a.xlsx", "= a.xlsx", "แผน ="])
def test_a_data_header_that_cannot_be_read_is_told(value: str) -> None:
    sources, (fault,) = data_sources(letter_of(heads=f"ข้อมูล: {value}"))
    assert (sources, fault.code, fault.line) == ([], "L13", 4)


def test_several_data_headers_keep_their_order() -> None:
    sources, _faults = data_sources(letter_of(heads="ข้อมูล: ก = a.xlsx\nข้อมูล: ข = b.csv"))
    assert [name for _header, name, _book, _sheet in sources] == ["ก", "ข"]


def test_rows_of_the_recipient_come_in_their_order() -> None:
    body = "{% for แถว in แผน if แถว.หน่วยงาน == หน่วยงาน.ชื่อ %}\n1. {{ แถว.เรื่อง }}\n{% endfor %}"
    rows = [{"หน่วยงาน": unit, "เรื่อง": f"เรื่อง {n}"} for n, unit in enumerate((UNIT["ชื่อ"], "อื่น", UNIT["ชื่อ"]))]
    memo = memo_of(body, data={"แผน": rows})
    assert [text for _role, text in shown(memo.blocks)] == ["๑. เรื่อง ๐", "๒. เรื่อง ๒"]


# --- the shipped letters --------------------------------------------------------------------------

SHIPPED = sorted((ROOT / "letters").glob("*.md"))


@each("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_letter_is_composed_without_a_finding(path: Path) -> None:
    office = read_office(ROOT / "memogen.toml")
    letter = read_letter(path, file=path.name)
    names = [name for _header, name, _book, _sheet in data_sources(letter)[0]]
    columns = ("หน่วยงาน", "แผน", "เรื่อง", "ระยะเวลาดำเนินการ", "ตัวชี้วัดความสำเร็จ")
    unit = office.units[0] if names_recipient(letter) else None
    row = {**dict.fromkeys(columns, "ก"), "หน่วยงาน": unit["ชื่อ"] if unit else "ก"}
    data = {name: [row] for name in names}
    memo = compose(letter, office, data=data, recipient=unit)
    assert memo.findings == ()
    assert memo.blocks


def test_the_same_letter_gives_the_same_memo() -> None:
    assert memo_of("# ก\n\n1. {{ หน่วยงาน.ชื่อ }}") == memo_of("# ก\n\n1. {{ หน่วยงาน.ชื่อ }}")
