"""Citations found in running text as people write them, and none where there are none."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from memogen.citations import Citation, CitedKind, find_citations

OFFICE = Path(__file__).parent.parent


def only(text: str) -> Citation:
    found = find_citations(text)
    assert len(found) == 1, found
    assert text[found[0].start : found[0].end] == found[0].text
    return found[0]


LETTERS = {
    "ตามหนังสือกลุ่มพัฒนาระบบบริหาร ด่วนที่สุด ที่ กษ ๑๑๑๓/๓๓๕ ลงวันที่ ๓๐ กันยายน ๒๕๖๕ แจ้งว่า": (
        "กลุ่มพัฒนาระบบบริหาร",
        "กษ ๑๑๑๓/๓๓๕",
        date(2022, 9, 30),
    ),
    "แจ้งเวียนแล้ว (หนังสือที่ กษ 1102/ว77 ลว 23 มี.ค. 66) งบประมาณ": ("", "กษ ๑๑๐๒/ว๗๗", date(2023, 3, 23)),
    "หนังสือกระทรวงพาณิชย์ ลับมาก ด่วนที่สุด ที่ พณ 0201/4575 ลงวันที่ 27 มกราคม 2556": (
        "กระทรวงพาณิชย์",
        "พณ ๐๒๐๑/๔๕๗๕",
        date(2013, 1, 27),
    ),
    "หนังสือกระทรวงพาณิชย์ ลับมากที่ พณ 0201/0056 ลว. 27/1/2556": (
        "กระทรวงพาณิชย์",
        "พณ ๐๒๐๑/๕๖",
        date(2013, 1, 27),
    ),
    "ตามที่กรมบัญชีกลางได้มีหนังสือ ที่ กค (กวจ) 0405.2/ว 89 ลงวันที่ 17 กุมภาพันธ์ 2563 นั้น": (
        "กรมบัญชีกลาง",
        "กค (กวจ) ๐๔๐๕.๒/ว๘๙",
        date(2020, 2, 17),
    ),
    "ตามบันทึกข้อความกองคลังที่ กษ๑๑๐๔/๑๒ ลงวันที่ ๓ เมษายน พ.ศ. ๒๕๖๖": (
        "กองคลัง",
        "กษ ๑๑๐๔/๑๒",
        date(2023, 4, 3),
    ),
    "ตามบันทึก กองคลัง เลขที่ กษ ๑๑๐๔/๑๒ วันที่ ๓ เมษายน ๒๕๖๖": ("กองคลัง", "กษ ๑๑๐๔/๑๒", date(2023, 4, 3)),
    "หนังสือสำนักงานที่ดินจังหวัดนนทบุรี ที่ นบ 0020/5": ("สำนักงานที่ดินจังหวัดนนทบุรี", "นบ ๐๐๒๐/๕", None),
    "หนังสือกองหนังสือเดินทาง ที่ กต 0203/5": ("กองหนังสือเดินทาง", "กต ๐๒๐๓/๕", None),
    "หนังสือ กษ ๑๑๑๓/ว๗๑": ("", "กษ ๑๑๑๓/ว๗๑", None),
    "ตาม กษ ๑๑๑๓/ว ๗๑": ("", "กษ ๑๑๑๓/ว๗๑", None),
    "หนังสือกษ 1113/5": ("", "กษ ๑๑๑๓/๕", None),
    "ตาม กษ 1113/5 ลว. 3 เม.ย. 66": ("", "กษ ๑๑๑๓/๕", date(2023, 4, 3)),
    "หนังสือกองคลัง ที่ กษ ๑๑๐๔/๑๒ และ ลงวันที่ ๓ เมษายน ๒๕๖๖": ("กองคลัง", "กษ ๑๑๐๔/๑๒", date(2023, 4, 3)),
    "หนังสือกองคลัง ที่ กษ ๑๑๐๔/๑๒, ลงวันที่ ๓ เมษายน ๒๕๖๖": ("กองคลัง", "กษ ๑๑๐๔/๑๒", date(2023, 4, 3)),
    "หนังสือที่ กษ ๑๑๐๔/๑๒ เรื่อง ขอส่งรายงาน ลงวันที่ ๓ เมษายน ๒๕๖๖": ("", "กษ ๑๑๐๔/๑๒", date(2023, 4, 3)),
    "หนังสือกองคลัง ท่ี กษ ๑๑๐๔/๑๒ ลงวันท่ี ๓ เมษายน ๒๕๖๖": ("กองคลัง", "กษ ๑๑๐๔/๑๒", date(2023, 4, 3)),
    "หนังสือ\u00a0กองคลัง  ที่\u00a0กษ\u00a0๑๑๐๔ / ๑๒   ลงวันที่\u00a0๓\u00a0เมษายน\u00a0๒๕๖๖": (
        "กองคลัง",
        "กษ ๑๑๐๔/๑๒",
        date(2023, 4, 3),
    ),
    "หนังสือกอง\u200bคลัง ที่\u2060 กษ ๑๑๐๔/\u200b๑๒ ลง\u00adวันที่ ๓ เมษายน ๒๕๖๖\u200b": (
        "กองคลัง",
        "กษ ๑๑๐๔/๑๒",
        date(2023, 4, 3),
    ),
    "หนังสือกองคลัง\nที่ กษ ๑๑๐๔/๑๒\r\n   ลงวันที่ ๓\nเมษายน ๒๕๖๖": ("กองคลัง", "กษ ๑๑๐๔/๑๒", date(2023, 4, 3)),
    "หนังสือกองคลัง ที่ กษ\n๑๑๐๔/\n๑๒ ลงวันที่ ๓ เมษายน\n๒๕๖๖": ("กองคลัง", "กษ ๑๑๐๔/๑๒", date(2023, 4, 3)),
    "หนังสือสำนักงานตำรวจ ที่ ตช 0018 (นม).32/731 ลงวันที่ ๓ เมษายน ๒๕๖๖": (
        "สำนักงานตำรวจ",
        "ตช ๐๐๑๘ (นม).๓๒/๗๓๑",
        date(2023, 4, 3),
    ),
    "หนังสือที่ กษ ๑๑1๓/6๕ ลงวันที่ ๒7 มีนาคม 2๕66": ("", "กษ ๑๑๑๓/๖๕", date(2023, 3, 27)),
}


@pytest.mark.parametrize("text", LETTERS)
def test_a_cited_letter_is_read(text: str) -> None:
    agency, number, dated = LETTERS[text]
    citation = only(text)
    assert (citation.agency, str(citation.number), citation.dated) == (agency, number, dated)
    assert citation.kind is CitedKind.LETTER
    assert not citation.fault


def test_a_citation_runs_from_its_noun_to_the_end_of_its_date() -> None:
    text = "ตามหนังสือกองคลัง ที่ กษ ๑๑๐๔/๑๒ ลงวันที่ ๓ เมษายน ๒๕๖๖ นั้น"
    assert only(text).text == "หนังสือกองคลัง ที่ กษ ๑๑๐๔/๑๒ ลงวันที่ ๓ เมษายน ๒๕๖๖"


FAULTS = {
    "หนังสือกองคลัง ที่ กษ ๑๑๐๔/๑๒ ลงวันที่ ๓๑ เมษายน ๒๕๖๖": ("กษ ๑๑๐๔/๑๒", "ไม่มีวันที่ ๓๑"),
    "หนังสือกองคลัง ที่ กษ ๑๑๐๔/๑๒ ลงวันที่ ๓ เมษายน": ("กษ ๑๑๐๔/๑๒", "ไม่มีปี"),
    "หนังสือกองคลัง ที่ กษ ๑๑๐๔/๑๒ ลงวันที่ ๓ เมกายน ๒๕๖๖": ("กษ ๑๑๐๔/๑๒", "ไม่รู้จักเดือน"),
    "หนังสือกองคลัง ที่ กษ ๑๑๐๔/๑๒ ลงวันที่ ......... ๒๕๖๖": ("กษ ๑๑๐๔/๑๒", "อ่านวันที่"),
    "หนังสือกองคลัง ที่ กษ ๑๑๐๔/ ลงวันที่ ๓ เมษายน ๒๕๖๖": ("กษ ๑๑๐๔/", "ยังไม่มีเลข"),
    "หนังสือกองคลัง ที่ กษ ๑๑๐๔/๑๒/๒๕๖๖ ลงวันที่ ๓ เมษายน ๒๕๖๖": ("None", "มีปีต่อท้าย"),
    "หนังสือกองคลัง ที่ ก.ษ. ๑๑๐๔/๑๒ ลงวันที่ ๓ เมษายน ๒๕๖๖": ("None", "มีจุด"),
    "หนังสือกองคลัง ที่ กษ ๑๑๐๔-๑๒ ลงวันที่ ๓ เมษายน ๒๕๖๖": ("None", "ไม่มีเครื่องหมายทับ"),
    "คำสั่งกรมตัวอย่าง ที่ ๑๒/๒๓๖๖": ("None", "ปี พ.ศ."),
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_cannot_be_read_is_kept_with_its_fault(text: str) -> None:
    number, fault = FAULTS[text]
    citation = only(text)
    assert str(citation.number) == number
    assert fault in citation.fault
    assert citation.text == text


def test_a_letter_known_by_its_date_alone_has_no_number_and_no_fault() -> None:
    citation = only("ตามหนังสือบริษัทตัวอย่าง จำกัด ลงวันที่ ๓ เมษายน ๒๕๖๖ ขอให้")
    assert (citation.agency, citation.number, citation.dated) == (
        "บริษัทตัวอย่าง จำกัด",
        None,
        date(2023, 4, 3),
    )
    assert not citation.fault


ORDERS = {
    "ตามคำสั่งกรมส่งเสริมสหกรณ์ ที่ ๑๒๓/๒๕๖๕ ลงวันที่ ๑ มีนาคม ๒๕๖๕": (
        CitedKind.ORDER,
        "กรมส่งเสริมสหกรณ์",
        (123, 2565),
        date(2022, 3, 1),
    ),
    "คำสั่งกรมส่งเสริมสหกรณ์ที่ 123/65 เรื่อง แต่งตั้งคณะทำงาน ลงวันที่ 1 มี.ค. 65": (
        CitedKind.ORDER,
        "กรมส่งเสริมสหกรณ์",
        (123, 2565),
        date(2022, 3, 1),
    ),
    "ตามคำสั่งที่ ๑๒๓ / ๒๕๖๕": (CitedKind.ORDER, "", (123, 2565), None),
    "หนังสือรับรองกรมตัวอย่าง เลขที่ ๗/๒๕๖๖": (CitedKind.CERTIFICATE, "กรมตัวอย่าง", (7, 2566), None),
}


@pytest.mark.parametrize("text", ORDERS)
def test_an_order_has_serial_and_year(text: str) -> None:
    citation = only(text)
    assert (citation.kind, citation.agency, citation.order, citation.dated) == ORDERS[text]
    assert citation.number is None


def test_a_list_gives_every_letter_its_own_date() -> None:
    text = (
        "ตามหนังสือกองคลัง ที่ กษ ๑๑๐๔/๑ ลงวันที่ ๑ มีนาคม ๒๕๖๖ และที่ กษ ๑๑๐๔/๒ ลงวันที่ ๒ มีนาคม ๒๕๖๖ "
        "หนังสือกองแผนงาน ที่ กษ ๑๑๐๕/ว๓ ลงวันที่เดียวกัน กษ ๑๑๐๕/๔"
    )
    assert [(str(c.number), c.dated and c.dated.day, c.agency) for c in find_citations(text)] == [
        ("กษ ๑๑๐๔/๑", 1, "กองคลัง"),
        ("กษ ๑๑๐๔/๒", 2, "กองคลัง"),
        ("กษ ๑๑๐๕/ว๓", 2, "กองแผนงาน"),
        ("กษ ๑๑๐๕/๔", None, "กองแผนงาน"),
    ]


def test_a_date_behind_the_next_number_is_not_taken() -> None:
    text = "หนังสือ ที่ กษ ๑๑๐๔/๑ เรื่อง ก และหนังสือ ที่ กษ ๑๑๐๔/๒ ลงวันที่ ๒ มีนาคม ๒๕๖๖"
    assert [c.dated for c in find_citations(text)] == [None, date(2023, 3, 2)]


def test_orders_in_a_list_are_orders() -> None:
    text = "คำสั่งกรมตัวอย่าง ที่ ๑/๒๕๖๕ ลงวันที่ ๑ มีนาคม ๒๕๖๕ ที่ ๒/๒๕๖๕ และที่ ๓/๒๕๖๕"
    assert [(c.order, c.agency) for c in find_citations(text)] == [
        ((n, 2565), "กรมตัวอย่าง") for n in (1, 2, 3)
    ]


def test_an_empty_line_ends_a_citation() -> None:
    found = find_citations("หนังสือกองคลัง\n\nที่ กษ ๑๑๐๔/๑๒ ลงวันที่ ๓ เมษายน ๒๕๖๖\n\nลงวันที่ ๔ เมษายน ๒๕๖๖")
    assert [(c.agency, c.dated) for c in found] == [("", date(2023, 4, 3))]


def test_a_bare_number_counts_when_its_code_is_asked_for() -> None:
    text = "ดูรายละเอียดใน กษ 1113/653 ประกอบ"
    assert find_citations(text) == ()
    assert [str(c.number) for c in find_citations(text, codes={"กษ ๑๑๑๓"})] == ["กษ ๑๑๑๓/๖๕๓"]


PROSE = [
    "",
    "แผนปฏิบัติราชการ ๕ ปี (พ.ศ. ๒๕๖๖/๒๕๗๐) แผนงานที่ ๒/๒๕๖๖",
    "รายละเอียดตามข้อ ๒.๑/๑ และข้อ ๓/๒",
    "ประชุมครั้งที่ ๑/๒๕๖๕ (๓๑ ม.ค. ๖๕) และครั้งที่ 2/2565 เมื่อวันที่ 29 เม.ย. 65",
    "ตามคำสั่งกรมตัวอย่าง ในการประชุมครั้งที่ ๑/๒๕๖๕",
    "ตามมติคณะกรรมการตามคำสั่งกรมตัวอย่าง ครั้งที่ ๑/๒๕๖๕",
    "ภายในวันที่ ๑๕ สิงหาคม ๒๕๖๖ และวันที่ 27/3/2566",
    "ประกาศ ณ วันที่ ๒๐ มกราคม ๒๕๖๐ ลงวันที่ ๒๐ มกราคม ๒๕๖๐",
    "โทร. ๐ ๒๖๒๘ ๕๑๔๓ โทรสาร 0 2281 1900/2 ต่อ 827/271",
    "เปิดบริการ 24/7 ทุกวัน ได้ผล 1,250/2,000 คน คิดเป็นร้อยละ ๖๒.๕",
    "รวม 1234/5678 ราย ครบ 1200/1500 คน ของ 1000/2000",
    "กอง/สำนัก แผน/ผล และ/หรือ ระเบียบ/คำสั่ง https://example.com/psdg/2566/1113/653",
    "บ้านเลขที่ ๑๒๓/๔ หมู่ที่ ๕/๒๕๖๖ ถนน ๑๒๓๔/๕",
    "คดีหมายเลขแดงที่ ผบ ๑๒๓๔/๒๕๖๖ ลงวันที่ ๓ เมษายน ๒๕๖๖",
    "สัญญาจ้างเลขที่ สพ ๑๒๓/๒๕๖๖ ลงวันที่ ๓ เมษายน ๒๕๖๖",
    "ใบเสร็จรับเงิน เลขที่ กข 1234/5 ลงวันที่ ๓ เมษายน ๒๕๖๖",
    "หมายเลขครุภัณฑ์ที่ สปก 7440/65",
    "ตามหนังสือที่อ้างถึง จัดทำหนังสือการจัดการความรู้ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖/๒๕๖๗",
    "ที่ กษ ๑๑๑๓/๖๕๓\tวันที่ ๒๗ มีนาคม ๒๕๖๖",
    "บันทึกข้อความ\nส่วนราชการ กลุ่มตัวอย่าง โทร. ๒๗๑\nที่ กษ ๑๑๑๓/ ๖๕๓\nวันที่ ๒๗ มีนาคม ๒๕๖๖",
    "ที่ กษ ๑๑๑๓/\n๒๗ มีนาคม ๒๕๖๖",
    "ที่: กษ ๑๑๑๓/๖๗๑\nวันที่: ๖ ตุลาคม ๒๕๖๕",
    "ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ มาตรา ๘/๑",
]


@pytest.mark.parametrize("text", PROSE)
def test_ordinary_prose_cites_nothing(text: str) -> None:
    assert find_citations(text) == ()


def test_the_shipped_letters_cite_what_their_readers_see() -> None:
    found = {
        path.stem: [str(c.number) for c in find_citations(path.read_text(encoding="utf-8"))]
        for path in (OFFICE / "letters").glob("*.md")
    }
    assert found == {
        "2560-01-30-ส่งหลักฐานเชิงประจักษ์": ["ดช ๐๐๓๕.๕๓/ว๒๑"],
        "2560-01-31-ดำเนินการตามนโยบายคุณธรรม": [],
        "2565-10-06-แจ้งผลสำรวจความพึงพอใจ": [],
        "2566-03-10-ขออนุมัติแผนปรับปรุงการให้บริการ": ["กษ ๑๑๑๓/๓๓๕"],
        "2566-03-27-แจ้งแผนปรับปรุงการให้บริการ": ["กษ ๑๑๑๓/ว๗๑", "กษ ๑๑๑๓/๖๗๑"],
        "เวียนแผนรายหน่วยงาน": ["กษ ๑๑๑๓/๖๗๑"],
    }


@pytest.mark.parametrize(
    "piece",
    [
        "/",
        "กษ 1113/",
        "ที่ 1/",
        "1/",
        "หนังสือ",
        "ลงวันที่ ",
        "ที่ กษ 1113/1 เรื่อง ก",
        "\n",
        " ",
        "ลว 1",
        "กษ",
        "\u200b/",
    ],
)
def test_the_time_grows_with_the_text(piece: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        find_citations(text)
        return time.process_time() - start

    text = piece * (20_000 // len(piece))
    short, long = (min(seconds(text * times) for _ in range(3)) for times in (1, 8))
    assert long < max(short * 32, 0.5)  # squared, it would be 64 times as long
