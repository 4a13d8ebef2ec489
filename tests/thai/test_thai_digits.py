"""Digits one for one, and the digits that stay as typed in prose."""

from __future__ import annotations

from time import process_time

from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.thai import LATIN_NAMES, prose, thai_digits, to_arabic_digits, to_thai_digits

BECOME_THAI = [
    ("ปี2566", "ปี๒๕๖๖"),
    ("ปี 2566", "ปี ๒๕๖๖"),
    ("พ.ศ. 2566", "พ.ศ. ๒๕๖๖"),
    ("27 มี.ค. 66", "๒๗ มี.ค. ๖๖"),
    ("27/3/2566", "๒๗/๓/๒๕๖๖"),
    ("27.3.2566", "๒๗.๓.๒๕๖๖"),
    ("2566-03-27", "๒๕๖๖-๐๓-๒๗"),
    ("1,397,139.50 บาท", "๑,๓๙๗,๑๓๙.๕๐ บาท"),
    ("84.07%", "๘๔.๐๗%"),
    ("ร้อยละ 84.07", "ร้อยละ ๘๔.๐๗"),
    ("10 MB", "๑๐ MB"),
    ("เวลา 09.30 - 12.00 น.", "เวลา ๐๙.๓๐ - ๑๒.๐๐ น."),
    ("13:30น.", "๑๓:๓๐น."),
    ("กษ1113/653", "กษ๑๑๑๓/๖๕๓"),
    ("ที่ กษ 1113/ว 71", "ที่ กษ ๑๑๑๓/ว ๗๑"),
    ("โทร. 271", "โทร. ๒๗๑"),
    ("โทร. 0 2628 5143", "โทร. ๐ ๒๖๒๘ ๕๑๔๓"),
    ("โทร. 0-2628-5143", "โทร. ๐-๒๖๒๘-๕๑๔๓"),
    ("สายด่วน 1111", "สายด่วน ๑๑๑๑"),
    ("สัดส่วน 3 ต่อ 1", "สัดส่วน ๓ ต่อ ๑"),
    ("100 บาท ต่อ 5 คน", "๑๐๐ บาท ต่อ ๕ คน"),
    ("1,200 ต่อ 300", "๑,๒๐๐ ต่อ ๓๐๐"),
    ("ข้อ 2.1.3.4", "ข้อ ๒.๑.๓.๔"),
    ("ข้อ 1.1", "ข้อ ๑.๑"),
    ("(1) (2)", "(๑) (๒)"),
    ("(ข้อ 5 แบบ A)", "(ข้อ ๕ แบบ A)"),
    ("“แผน 5 ปี”", "“แผน ๕ ปี”"),
    ("3×4 เมตร", "๓×๔ เมตร"),
    ("5°", "๕°"),
    ("1", "๑"),
    ("0123456789", "๐๑๒๓๔๕๖๗๘๙"),
    ("๒๕๖๖", "๒๕๖๖"),
    ("๒๕6๖", "๒๕๖๖"),
    ("Fiscal Year 2023", "Fiscal Year ๒๐๒๓"),
    ("เกษตรกร 1,500 ราย (ร้อยละ 12)", "เกษตรกร ๑,๕๐๐ ราย (ร้อยละ ๑๒)"),
    ("300.1.1.1", "๓๐๐.๑.๑.๑"),
    ("192.168.1.1.5", "๑๙๒.๑๖๘.๑.๑.๕"),
    ("MyISO 9001", "MyISO ๙๐๐๑"),
    ("เวอร์ชัน 2.1", "เวอร์ชัน ๒.๑"),
    ("Apples 5", "Apples ๕"),
    ("ISO  9001", "ISO  ๙๐๐๑"),
]

STAY = [
    *(
        "A4",
        "COVID-19",
        "M404dn",
        "5G",
        "10MB",
        "report2566.pdf",
        "รายงาน2566.pdf",
        "e-Service4.0",
        "PM2.5",
        "MP3/4",
    ),
    *("x@y.go.th", "plan5@example.go.th", "อีเมล plan5@example.go.th", "แผน5@ตัวอย่าง.ไทย"),
    *("https://example.go.th/2566", "http://example.go.th/แผน/2566", "https://example.go.th/(ก5)/5"),
    *("www.example.go.th/2566", "www.example.go.th/แผน/2566", "www.ตัวอย่าง.ไทย/2566", "ตัวอย่าง5.ไทย/2566"),
    *("example.go.th/แผน/2566", "bit.ly/3abc", "ftp://example.go.th:21/5", "https://example.go.th/?q=ก&p=5"),
    *("192.168.1.1", "10.0.0.1", "255.255.255.0", "192.168.1.0/24", "127.0.0.1:8080", "IP 8.8.8.8"),
    *(
        "ISO 9001",
        "ISO 9001:2015",
        "ISO 9001 : 2015",
        "ISO/IEC 27001:2022",
        "ISO\u00a09001",
        "IEEE 802.11",
        "RFC 2119",
    ),
    *(
        "Windows 11",
        "Windows Server 2019",
        "Office 365",
        "Microsoft 365",
        "Microsoft Office 2019",
        "Excel 2016",
    ),
    *(
        "Thailand 4.0",
        "Industry 4.0",
        "Society 5.0",
        "Python 3.11",
        "Version 2.0",
        "v. 2",
        "PDF/A 2",
        "USB 3.0",
    ),
    *(
        "HTML 5",
        "IPv4 10.1.2.3",
        "COVID 19",
        "Agenda 2030",
        "SDG 13",
        "ext. 271",
        "Ext. 271",
        "Wi-Fi 6",
        "PM 2.5",
    ),
    *("Meeting ID: 812 3456 7890", "Passcode: 123456"),
    *("(Fiscal Year 2023)", "“Digital 2025”", '"Smart Farmer 2023"', "‘Plan 5’", "[Table 3]", "(Phase 2)"),
    *("(HP LaserJet 400)", "(Fiscal Year ๒๐๒๓ 5)"),
]

MIXED = [
    ("กระดาษ A4 80 แกรม", "กระดาษ A4 ๘๐ แกรม"),
    ("เครื่องพิมพ์ M404dn 5 เครื่อง", "เครื่องพิมพ์ M404dn ๕ เครื่อง"),
    ("ดู www.example.go.th/2566 หน้า 5", "ดู www.example.go.th/2566 หน้า ๕"),
    ("(www.example.go.th/5) ข้อ 5", "(www.example.go.th/5) ข้อ ๕"),
    ("x5@y.go.th, 5 ฉบับ", "x5@y.go.th, ๕ ฉบับ"),
    ("0 2628 5143 ต่อ 271", "๐ ๒๖๒๘ ๕๑๔๓ ต่อ 271"),
    ("0-2628-5143 ต่อ 271-3", "๐-๒๖๒๘-๕๑๔๓ ต่อ 271-3"),
    ("๐ ๒๖๒๘ ๕๑๔๓ ต่อ ๒๗๑", "๐ ๒๖๒๘ ๕๑๔๓ ต่อ ๒๗๑"),
    ("โทร. 0 2628 5143 ต่อ 271, 272 ภายใน 15 วัน", "โทร. ๐ ๒๖๒๘ ๕๑๔๓ ต่อ 271, 272 ภายใน ๑๕ วัน"),
    ("โทร. 0 2628 5143 ต่อ 271 และ 272", "โทร. ๐ ๒๖๒๘ ๕๑๔๓ ต่อ 271 และ 272"),
    ("0 2628 5143 ต่อ 271, 15 มีนาคม 2566", "๐ ๒๖๒๘ ๕๑๔๓ ต่อ 271, ๑๕ มีนาคม ๒๕๖๖"),
    ("0 2628 5143 (ต่อ 271)", "๐ ๒๖๒๘ ๕๑๔๓ (ต่อ 271)"),
    ("0 2628 5143-5 ต่อ 271", "๐ ๒๖๒๘ ๕๑๔๓-๕ ต่อ 271"),
    ("(02) 628 5143 ต่อ 271", "(๐๒) ๖๒๘ ๕๑๔๓ ต่อ 271"),
    ("+66 2628 5143 ต่อ 271", "+๖๖ ๒๖๒๘ ๕๑๔๓ ต่อ 271"),
    ("โทร. 1567 ต่อ 3", "โทร. ๑๕๖๗ ต่อ 3"),
    ("โทรศัพท์ 0 2628 5143 ต่อ271", "โทรศัพท์ ๐ ๒๖๒๘ ๕๑๔๓ ต่อ271"),
    ("เบอร์ต่อ 271", "เบอร์ต่อ 271"),
    ("มาตรฐาน ISO 9001:2015 ข้อ 4.1", "มาตรฐาน ISO 9001:2015 ข้อ ๔.๑"),
    ("ปี 2566 (Fiscal Year 2023) 5 ราย", "ปี ๒๕๖๖ (Fiscal Year 2023) ๕ ราย"),
    ('(เช่น "Digital 2025" ปี 5)', '(เช่น "Digital 2025" ปี ๕)'),
    ('"ก" 5 MB "ข"', '"ก" ๕ MB "ข"'),
    ("Thailand 4.0 ระยะ 20 ปี", "Thailand 4.0 ระยะ ๒๐ ปี"),
    ("A4๕5", "A4๕๕"),
    ("192.168.1.1 และข้อ 1.2.3.4", "192.168.1.1 และข้อ ๑.๒.๓.๔"),
]


def test_plain_digits_all_change() -> None:
    assert to_thai_digits("653/2566 A4") == "๖๕๓/๒๕๖๖ A๔"
    assert to_arabic_digits("๖๕๓/๒๕๖๖") == "653/2566"


@given(st.text(alphabet="0123456789กA /.,"))
def test_plain_digits_come_back(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == text


@each(("typed", "printed"), BECOME_THAI)
def test_a_digit_in_thai_prose_becomes_thai(typed: str, printed: str) -> None:
    assert thai_digits(typed) == printed


@each("typed", STAY)
def test_a_digit_of_what_is_not_thai_stays(typed: str) -> None:
    assert thai_digits(f"ตาม {typed} นั้น") == f"ตาม {typed} นั้น"


@each(("typed", "printed"), MIXED)
def test_both_stand_in_one_sentence(typed: str, printed: str) -> None:
    assert thai_digits(typed) == printed


@each("typed", [pair[0] for pair in BECOME_THAI + MIXED] + STAY)
def test_doing_it_twice_changes_nothing(typed: str) -> None:
    once = thai_digits(typed)
    assert thai_digits(once) == once


@each("name", LATIN_NAMES)
def test_a_known_name_keeps_its_number_and_no_other(name: str) -> None:
    assert thai_digits(f"ใช้ {name} 11 จำนวน 5 ชุด") == f"ใช้ {name} 11 จำนวน ๕ ชุด"


@each(
    ("typed", "keep", "printed"),
    [
        ("Somchai 88 จำนวน 5", ["Somchai 88"], "Somchai 88 จำนวน ๕"),
        ("โครงการ 9101 ตามรอย 9101 ปี 91010", ["9101"], "โครงการ 9101 ตามรอย 9101 ปี 9101๐"),
        ("มอก. 2677-2558", ["มอก. 2677-2558"], "มอก. 2677-2558"),
        ("111", ["11"], "111"),
        ("5 6 7", ["5", "7"], "5 ๖ 7"),
        ("5", [""], "๕"),
        ("5", ["6"], "๕"),
    ],
)
def test_the_office_keeps_what_it_names(typed: str, keep: list[str], printed: str) -> None:
    assert thai_digits(typed, keep=keep) == printed


WORDS = "ต่อ |โทร. |ISO |www.|https://|.go.th|ID: |0 2628 5143|192.168.1.1|ext. |Windows |มีนาคม|ไทย|.ไทย"
PIECES = st.sampled_from([*"0123456789๐๕กขี่ ()[]“”\"'‘’,.-/:@+A\u00a0\n", *WORDS.split("|")])


@given(
    st.lists(PIECES, max_size=25).map("".join), st.lists(st.sampled_from(["5", "ก5", "11", "A"]), max_size=2)
)
def test_any_text_changes_once_and_in_its_digits_alone(text: str, keep: list[str]) -> None:
    once = thai_digits(text, keep)
    assert thai_digits(once, keep) == once
    assert to_thai_digits(once) == to_thai_digits(text)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_no_rule_that_is_passed_over_would_keep_a_digit(text: str) -> None:
    spans = {match.span() for rule in (prose._ADDRESS, prose._NAMED_NUMBER) for match in rule.finditer(text)}
    spans |= {match.span() for match in prose._TOKEN.finditer(text) if prose._LATIN_LETTER.search(match[0])}
    spans |= {match.span() for match in prose._DOTTED_QUAD.finditer(text) if prose._is_ip_address(match[1])}
    for pair in prose._BRACKETED:
        spans |= {match.span() for match in pair.finditer(text) if prose._is_latin(match[0])}
    spans |= {match.span(1) for match in prose._EXTENSION.finditer(text)}
    assert set(prose._kept_spans(text, ())) == spans


@each("piece", ["(1", "a.", "a@", "www.(a1", "0 ", "ID 1 "])
def test_a_hundred_thousand_characters_take_less_than_a_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = process_time()
    thai_digits(text)
    assert process_time() - start < 1
