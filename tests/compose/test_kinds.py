"""Letters of every kind composed: numbers, dates, addressees, meetings, and what a kind does not have."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from compose_samples import OFFICE, UNIT, faults_of, shown, told

from memogen.compose import PARTS, compose, data_sources
from memogen.letters import parse_letter
from memogen.model import Kind, Memo
from memogen.settings import parse_office

SENDER = parse_office(
    '[office]\nname = "กรมตัวอย่าง"\nunit = "กอง ก"\ncode = "กต ๐๑๐๑"\nphone = "271"\n'
    'public_phone = "0 2000 0000"\nfax = "0 2000 0001"\nemail = "a1@example.go.th"\n'
    'address = "1 ถนน ก\\n กรุงเทพฯ 10200"\n'
    '[[signers]]\nkey = "ผอ."\nname = "นายสมมติ สองนาม"\nposition = "ผู้อำนวยการ"\n',
    "memogen.toml",
)
HEADS = {
    Kind.EXTERNAL: "เรื่อง: ก\nเรียน: อธิบดีกรมทดลอง\nผู้ลงนาม: ผอ.",
    Kind.STAMPED: "เรื่อง: ก\nถึง: กรมทดลอง",
    Kind.ORDER: "เรื่อง: ก\nผู้ลงนาม: ผอ.",
    Kind.ANNOUNCEMENT: "เรื่อง: ก\nผู้ลงนาม: ผอ.",
    Kind.CERTIFICATE: "ออกให้แก่: นางสาวตัวอย่าง หนึ่งนาม\nผู้ลงนาม: ผอ.",
    Kind.MINUTES: "การประชุม: ก\nครั้งที่: ๑/๒๕๖๕\nเมื่อ: วันศุกร์ที่ ๑๘ มีนาคม ๒๕๖๕\nณ: ห้อง 1\n"
    "ผู้มาประชุม: นายทดลอง สี่นาม | หัวหน้า | ประธาน\nเริ่มประชุม: 09.30 น.\nเลิกประชุม: เวลา ๑๒.๐๐ น.\n"
    "ผู้จดรายงานการประชุม: นายจำลอง ห้านาม | นักวิเคราะห์",
}


def letter_of(kind: Kind, heads: str = "", body: str = "ค", **more: Any) -> Memo:
    text = "\n".join(filter(None, (f"ชนิด: {kind}", HEADS[kind], heads)))
    return compose(parse_letter(f"{text}\n\n{body}", "x.md"), SENDER, recipient=UNIT, **more)


def faults(kind: Kind, heads: str) -> list[str]:
    text = "\n".join((f"ชนิด: {kind}", HEADS[kind], heads))
    return [fault.code for fault in faults_of(f"{text}\n\nค")]


@pytest.mark.parametrize("kind", HEADS)
def test_the_headers_that_a_kind_must_have_are_enough(kind: Kind) -> None:
    memo = letter_of(kind)
    assert (memo.kind, memo.findings) == (kind, ())
    assert memo.blocks


@pytest.mark.parametrize("kind", HEADS)
def test_every_missing_header_is_told_at_once(kind: Kind) -> None:
    missing = [fault.message for fault in faults_of(f"ชนิด: {kind}\n\nค")]
    assert missing[: len(PARTS[kind].required)] == [f"ยังไม่มีหัวข้อ “{name}”" for name in PARTS[kind].required]


# --- letters to others ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "salutation", "closing"),
    [
        ("ผู้ว่าราชการจังหวัดกระบี่", "เรียน", "ขอแสดงความนับถือ"),
        ("รัฐมนตรีว่าการกระทรวงเกษตรและสหกรณ์", "เรียน", "ขอแสดงความนับถือ"),
        ("นายกรัฐมนตรี", "กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง"),
        ("กราบเรียน ประธานรัฐสภา", "กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง"),
        ("พระครูตัวอย่าง", "นมัสการ", "ขอนมัสการด้วยความเคารพ"),
        ("นางสาวตัวอย่าง หนึ่งนาม", "เรียน", "ขอแสดงความนับถือ"),
    ],
)
def test_salutation_and_closing_follow_the_addressee(to: str, salutation: str, closing: str) -> None:
    text = f"ชนิด: หนังสือภายนอก\nเรื่อง: ก\nเรียน: {to}\nผู้ลงนาม: ผอ.\n\nค"
    memo = compose(parse_letter(text, "x.md"), SENDER)
    assert (memo.salutation, memo.closing) == (salutation, closing)
    assert memo.to.replace("\u00a0", " ") == to.removeprefix("กราบเรียน ")


def test_closing_follows_the_recipient_of_each_copy() -> None:
    text = "ชนิด: หนังสือภายนอก\nเรื่อง: ก\nเรียน: {{ หน่วยงาน.เรียน }}\nผู้ลงนาม: ผอ.\n\nค"
    letter = parse_letter(text, "x.md")
    both = [compose(letter, SENDER, recipient={**UNIT, "เรียน": to}) for to in ("อธิบดี", "ประธานศาลฎีกา")]
    assert [memo.closing for memo in both] == ["ขอแสดงความนับถือ", "ขอแสดงความนับถืออย่างยิ่ง"]


def test_a_letter_to_the_royal_family_is_refused_with_the_reason() -> None:
    text = "ชนิด: หนังสือภายนอก\nเรื่อง: ก\nเรียน: สมเด็จพระกนิษฐาธิราชเจ้า กรมสมเด็จ\nผู้ลงนาม: ผอ.\n\nค"
    (fault,) = faults_of(text)
    assert (fault.code, fault.line) == ("L41", 3)
    assert "พระราชโองการ" in fault.message


def test_the_office_says_who_sends_and_whose_matter_it_is() -> None:
    memo = letter_of(Kind.EXTERNAL)
    assert memo.agency == "กรมตัวอย่าง"
    assert [line.replace("\u00a0", " ") for line in memo.address] == ["๑ ถนน ก", "กรุงเทพฯ ๑๐๒๐๐"]
    assert [line.replace("\u00a0", " ") for line in memo.owner] == [
        "กอง ก",
        "โทร. ๐ ๒๐๐๐ ๐๐๐๐",
        "โทรสาร ๐ ๒๐๐๐ ๐๐๐๑",
        "ไปรษณีย์อิเล็กทรอนิกส์ a1@example.go.th",
    ]


def test_what_the_letter_says_itself_stands_in_place_of_the_office() -> None:
    heads = "ส่วนราชการ: กองอื่น\nที่อยู่: ๙ ถนน ข\nคำลงท้าย: ขอแสดงความนับถือ\nสำเนาส่ง: กอง ข\nสำเนาส่ง: กอง ค"
    memo = letter_of(Kind.EXTERNAL, heads)
    assert (memo.agency, [line[-1] for line in memo.address]) == ("กองอื่น", ["ข"])
    assert len(memo.copies) == 2


def test_a_stamped_letter_has_neither_signer_nor_closing() -> None:
    memo = letter_of(Kind.STAMPED, "ที่: กต ๐๑๐๑/๕")
    assert (memo.to, memo.signature.name, memo.closing, memo.serial) == ("กรมทดลอง", "", "", 5)


# --- orders, announcements, certificates ----------------------------------------------------------


@pytest.mark.parametrize("kind", [Kind.ORDER, Kind.CERTIFICATE])
@pytest.mark.parametrize(
    ("heads", "number", "serial"),
    [
        ("ที่: 12/2566\nวันที่: 27/3/2566", "๑๒/๒๕๖๖", 12),
        ("ที่: ๑๒/๒๕๖๖", "๑๒/๒๕๖๖", 12),
        ("วันที่: ๒๗ มีนาคม ๒๕๖๖", "/๒๕๖๖", None),
        ("ที่: /๒๕๖๖", "/๒๕๖๖", None),
        ("", "/", None),
    ],
)
def test_a_number_by_year_is_blank_before_its_stroke_at_first(
    kind: Kind, heads: str, number: str, serial: int | None
) -> None:
    memo = letter_of(kind, heads)
    assert (memo.number.strip("\u00a0"), memo.serial, memo.series) == (number, serial, "กต ๐๑๐๑")


@pytest.mark.parametrize(
    ("heads", "code"), [("ที่: กต ๐๑๐๑/๕", "L08"), ("ที่: 12", "L08"), ("ที่: 12/2565\nวันที่: 27/3/2566", "L42")]
)
def test_a_number_that_is_none_of_a_year_is_told(heads: str, code: str) -> None:
    assert faults(Kind.ORDER, heads) == [code]


@pytest.mark.parametrize("kind", [Kind.ORDER, Kind.ANNOUNCEMENT, Kind.CERTIFICATE])
def test_a_solemn_date_has_its_era(kind: Kind) -> None:
    memo = letter_of(kind, "วันที่: 27/3/2566")
    assert memo.date_text.replace("\u00a0", " ") == "๒๗ มีนาคม พ.ศ. ๒๕๖๖"
    assert letter_of(kind, on=date(2023, 3, 28)).date_text.startswith("๒๘")
    assert letter_of(kind).date_text.strip("\u00a0") == "พ.ศ."


def test_an_order_is_by_the_office_unless_it_names_another() -> None:
    assert letter_of(Kind.ORDER).agency == "กรมตัวอย่าง"
    other = letter_of(Kind.ORDER, "ผู้ออก: อธิบดีกรมตัวอย่าง\nทั้งนี้: ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป")
    assert (other.agency, other.effective) == ("อธิบดีกรมตัวอย่าง", "ตั้งแต่บัดนี้เป็นต้นไป")


@pytest.mark.parametrize("body", ["รับราชการจริง", "หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า นางสาวตัวอย่าง หนึ่งนาม รับราชการจริง"])
def test_a_certificate_begins_with_the_words_of_the_form(body: str) -> None:
    memo = letter_of(Kind.CERTIFICATE, body=body)
    assert shown(memo.blocks) == [("ภาคสรุป", "หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า นางสาวตัวอย่าง หนึ่งนาม รับราชการจริง")]


# --- minutes --------------------------------------------------------------------------------------


def test_minutes_tell_their_meeting_in_the_words_of_the_form() -> None:
    meeting = letter_of(Kind.MINUTES).meeting
    assert meeting is not None
    assert (meeting.session, meeting.place, meeting.ends.replace("\u00a0", " ")) == (
        "๑/๒๕๖๕",
        "ห้อง\u00a0๑",
        "๑๒.๐๐ น.",
    )
    assert meeting.recorder.position == ("นักวิเคราะห์", "ผู้จดรายงานการประชุม")
    assert meeting.reviewer.name == ""


def test_groups_of_attendance_stand_in_the_order_of_the_form() -> None:
    heads = "ผู้เข้าร่วมประชุม: นาย ก ข\nผู้มาประชุม (ออนไลน์): นาย ค ง\nผู้ไม่มาประชุม: นาย จ ฉ | หัวหน้า | ติดราชการ"
    meeting = letter_of(Kind.MINUTES, heads).meeting
    assert meeting is not None
    assert [(group.title, len(group.people)) for group in meeting.attendance] == [
        ("ผู้มาประชุม", 1),
        ("ผู้มาประชุม (ออนไลน์)", 1),
        ("ผู้ไม่มาประชุม", 1),
        ("ผู้เข้าร่วมประชุม", 1),
    ]
    assert meeting.attendance[2].people[0].remark == "ติดราชการ"


def test_a_list_of_people_may_be_in_a_workbook() -> None:
    heads = "ผู้เข้าร่วมประชุม (ออนไลน์): fixtures/คน.xlsx#ออนไลน์"
    text = f"ชนิด: รายงานการประชุม\n{HEADS[Kind.MINUTES]}\n{heads}\n\nค"
    ((_header, name, book, sheet),) = data_sources(parse_letter(text, "x.md"))[0]
    assert (book, sheet) == ("fixtures/คน.xlsx", "ออนไลน์")
    rows = [
        {"ที่": 1, "ชื่อ": "นางสาวตัวอย่าง", "นามสกุล": "หนึ่งนาม", "ตำแหน่ง": "นักวิเคราะห์ระดับ 7", "หมายเหตุ": None},
        {"ที่": 2, "ชื่อ": None, "นามสกุล": None, "ตำแหน่ง": None, "หมายเหตุ": None},
    ]
    meeting = letter_of(Kind.MINUTES, heads, data={name: rows}).meeting
    assert meeting is not None
    (person,) = meeting.attendance[1].people
    assert (person.name, person.position) == ("นางสาวตัวอย่าง\u00a0หนึ่งนาม", "นักวิเคราะห์ระดับ\u00a0๗")


def test_a_workbook_without_a_column_of_names_is_told() -> None:
    heads = "ผู้เข้าร่วมประชุม: fixtures/คน.xlsx"
    text = f"ชนิด: {Kind.MINUTES}\n{HEADS[Kind.MINUTES]}\n{heads}\n\nค"
    (fault,) = faults_of(text, data={"fixtures/คน.xlsx": [{"รายการ": "ก"}]})
    assert (fault.code, fault.line) == ("L46", 10)


def test_a_recorder_may_be_a_signer_of_the_settings() -> None:
    meeting = letter_of(Kind.MINUTES, "ผู้ตรวจรายงานการประชุม: ผอ.").meeting
    assert meeting is not None
    assert meeting.reviewer.position == ("ผู้อำนวยการ", "ผู้ตรวจรายงานการประชุม")


# --- what a kind does not have --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "header"),
    [
        (Kind.ORDER, "เรียน: ก"),
        (Kind.ANNOUNCEMENT, "ที่: ๑/๒๕๖๖"),
        (Kind.STAMPED, "ผู้ลงนาม: ผอ."),
        (Kind.MINUTES, "วันที่: 1/1/2566"),
    ],
)
def test_a_header_that_is_not_printed_is_told_and_does_not_stop(kind: Kind, header: str) -> None:
    memo = letter_of(kind, header)
    line = 2 + len(HEADS[kind].split("\n"))
    assert told(memo.findings) == [("L40", line, header.partition(": ")[2])]


def test_a_memo_has_every_common_header() -> None:
    text = "เรื่อง: ก\nเรียน: ข\nผู้ลงนาม: ผอ.\nหนังสือเวียน: ไม่\nชั้นความเร็ว: ด่วน\n\nค"
    assert compose(parse_letter(text, "x.md"), OFFICE).findings == ()


# --- report forms ---------------------------------------------------------------------------------


def form_of(body: str, heads: str = "", **more: Any) -> Memo:
    text = "\n".join(filter(None, ("ชนิด: แบบรายงาน", "เรื่อง: แบบรายงานผล", heads)))
    return compose(parse_letter(f"{text}\n\n{body}", "x.md"), SENDER, recipient=UNIT, **more)


def test_each_line_of_a_form_stands_as_it_is_typed_and_needs_a_title_alone() -> None:
    memo = form_of("หน่วยงาน.....\nผู้ติดต่อ.....\n\nลงชื่อ.....")
    assert [block.text for block in memo.blocks] == ["หน่วยงาน.....\nผู้ติดต่อ.....", "ลงชื่อ....."]
    assert (memo.subject, memo.number, memo.signature.name, memo.findings) == ("แบบรายงานผล", "", "", ())
    assert letter_of(Kind.EXTERNAL, body="หน่วยงาน\nผู้ติดต่อ").blocks[0].text == "หน่วยงาน ผู้ติดต่อ"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("หน่วยงาน....\nวันที่.....", ["L47"]),
        ("จำนวน…คน [ ] มี", ["L47"]),
        ("ขอให้รายงาน", ["L48"]),
        ("| ก | ข |\n| --- | --- |\n| ๑ | |", []),
        ("รอบที่ ☐", []),
    ],
)
def test_a_form_says_where_its_blanks_are_none(body: str, codes: list[str]) -> None:
    memo = form_of(body)
    assert [(found.code, found.severity) for found in memo.findings] == [(code, "warning") for code in codes]


def test_headers_that_a_form_does_not_print_are_told() -> None:
    memo = form_of("ก.....", "เรียน: อธิบดี\nผู้ลงนาม: ผอ.")
    assert [(found.code, found.line) for found in memo.findings] == [("L40", 3), ("L40", 4)]


def test_a_form_with_a_wide_table_is_turned_and_keeps_it_in_its_text() -> None:
    rows = [{str(number): number for number in range(8)}]
    wide = form_of("[[ตาราง: แผน]]", data={"แผน": rows})
    narrow = form_of("[[ตาราง: แผน | คอลัมน์: 1, 2]]", data={"แผน": rows})
    assert (wide.is_landscape, narrow.is_landscape, wide.findings) == (True, False, ())
    assert wide.blocks[0].annex is None
    assert not letter_of(
        Kind.EXTERNAL, body="[[ตาราง: แผน | เอกสารแนบ: ไม่]]", data={"แผน": rows}
    ).is_landscape
