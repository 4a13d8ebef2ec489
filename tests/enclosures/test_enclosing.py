"""What a line of สิ่งที่ส่งมาด้วย says, printed and sent along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memogen.compose import compose
from memogen.compose.enclosing import Stated, bare, missing_count, parted, stated
from memogen.errors import InputError
from memogen.letters import parse_letter
from memogen.model import Memo, Office, Signer

OFFICE = Office(
    file="memogen.toml",
    name="กรมตัวอย่าง",
    unit="กองทดสอบ",
    code="กษ ๑๑๑๓",
    signers=(Signer(key="ผอ.", name="นายสมมติ สองนาม", position="ผู้อำนวยการกองทดสอบ"),),
)


def memo_of(*lines: str, kind: str = "หนังสือภายนอก") -> Memo:
    heads = [f"ชนิด: {kind}", "เรื่อง: ขอเชิญประชุม", "เรียน: ผู้อำนวยการกองคลัง", "ผู้ลงนาม: ผอ.", *lines]
    return compose(parse_letter("\n".join([*heads, "", "ด้วยจะจัดประชุม"]), "x.md"), OFFICE)


def plain(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text.replace("\u00a0", " ") for text in texts)


@pytest.mark.parametrize(
    ("text", "name", "counts"),
    [
        ("กำหนดการ จำนวน ๓ แผ่น", "กำหนดการ", [(3, "แผ่น")]),
        ("กำหนดการ 2 หน้า", "กำหนดการ", [(2, "หน้า")]),
        ("รายชื่อ ๑ ชุด (๓ แผ่น)", "รายชื่อ", [(1, "ชุด"), (3, "แผ่น")]),
        ("รายชื่อ จำนวน ๑ ชุด ชุดละ ๓ แผ่น", "รายชื่อ", [(1, "ชุด"), (3, "แผ่น")]),
        ("ตัวอย่าง จำนวน ๑ กล่อง", "ตัวอย่าง", []),
        ("กำหนดการ\u00a0จำนวน\u00a0๓\u00a0แผ่น", "กำหนดการ", [(3, "แผ่น")]),
    ],
)
def test_the_count_at_the_end_is_read(text: str, name: str, counts: list[tuple[int, str]]) -> None:
    assert bare(text) == name
    assert stated(text) == tuple(Stated(*count) for count in counts)
    assert missing_count(text, "ก.pdf") == ""


@pytest.mark.parametrize("text", ["กำหนดการ", "แผน พ.ศ. ๒๕๖๖ ฉบับทบทวน", "แบบ ๒", "สำเนาหนังสือ ที่ กษ ๑๑๑๓/๖๕๓"])
def test_a_name_with_digits_has_no_count(text: str) -> None:
    assert (bare(text), stated(text)) == (text, ())
    assert missing_count(text, "ก.pdf") == " จำนวน ๑ ฉบับ"
    assert missing_count(text, "ก.XLSX") == " จำนวน ๑ ชุด"


@given(st.text(max_size=60))
def test_a_text_is_its_name_and_its_count(text: str) -> None:
    assert text.startswith(bare(text))
    assert not stated(bare(text)) or bare(text) == text
    left, right = parted(text)
    assert not right or "=" in text
    assert left in text


def test_an_external_letter_prints_the_name_and_keeps_the_file() -> None:
    memo = memo_of("สิ่งที่ส่งมาด้วย: กำหนดการ จำนวน 3 แผ่น = เอกสารแนบ/กำหนดการ 1.pdf")
    assert plain(memo.enclosures) == ("กำหนดการ จำนวน ๓ แผ่น",)
    (attachment,) = memo.attachments
    assert (attachment.source, attachment.number, attachment.line) == ("เอกสารแนบ/กำหนดการ 1.pdf", 0, 5)


def test_a_file_without_a_count_is_one() -> None:
    lines = ("สิ่งที่ส่งมาด้วย: กำหนดการ = ก.pdf", "สิ่งที่ส่งมาด้วย: ตาราง = ข.xlsx", "สิ่งที่ส่งมาด้วย: โล่ จำนวน ๑ กล่อง")
    memo = memo_of(*lines)
    assert plain(memo.enclosures) == ("กำหนดการ จำนวน ๑ ฉบับ", "ตาราง จำนวน ๑ ชุด", "โล่ จำนวน ๑ กล่อง")
    assert [(one.source, one.number) for one in memo.attachments] == [("ก.pdf", 1), ("ข.xlsx", 2)]


def test_a_memo_sends_a_file_along_and_prints_no_heading() -> None:
    memo = memo_of("สิ่งที่ส่งมาด้วย: กำหนดการ = ก.pdf", kind="บันทึกข้อความ")
    assert memo.enclosures == ()
    assert [one.source for one in memo.attachments] == ["ก.pdf"]
    assert [finding.code for finding in memo.findings] == []


def test_a_memo_that_names_no_file_is_told_as_before() -> None:
    memo = memo_of("สิ่งที่ส่งมาด้วย: กำหนดการ จำนวน ๑ ฉบับ", kind="บันทึกข้อความ")
    assert plain(memo.enclosures) == ("กำหนดการ จำนวน ๑ ฉบับ",)
    assert [finding.code for finding in memo.findings] == ["H03"]


def test_a_kind_without_such_a_line_tells_what_it_will_not_print() -> None:
    heads = "ชนิด: คำสั่ง\nเรื่อง: แต่งตั้งคณะทำงาน\nผู้ลงนาม: ผอ.\n"
    letter = f"{heads}สิ่งที่ส่งมาด้วย: บัญชี = ก.pdf\nสิ่งที่ส่งมาด้วย: โล่\n\nด้วยเห็นสมควร"
    memo = compose(parse_letter(letter, "x.md"), OFFICE)
    assert [(finding.code, finding.line) for finding in memo.findings] == [("L40", 5)]
    assert [one.source for one in memo.attachments] == ["ก.pdf"]


def test_a_web_address_becomes_a_code_at_the_end() -> None:
    memo = memo_of(
        "สิ่งที่ส่งมาด้วย: แบบตอบรับ จำนวน ๑ แผ่น = https://example.go.th/a=1", "คิวอาร์: แผน = https://example.go.th/b"
    )
    assert [(code.caption, code.address) for code in memo.codes] == [
        ("แผน", "https://example.go.th/b"),
        ("แบบตอบรับ", "https://example.go.th/a=1"),
    ]
    assert plain(memo.enclosures) == ("แบบตอบรับ จำนวน ๑ แผ่น",)


def test_a_web_address_no_telephone_reads_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        memo_of(f"สิ่งที่ส่งมาด้วย: แบบตอบรับ = https://example.go.th/{'ก' * 300}")
    assert [(finding.code, finding.line) for finding in caught.value.findings] == [("L12", 5)]
