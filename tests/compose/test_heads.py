"""Header lines turned into what is printed, and what is wrong with them."""

from __future__ import annotations

from datetime import date

from cases import each
from compose_samples import faults_of, memo_of, told

from memogen.findings import Finding, Severity
from memogen.model import Decision, QrCode, Signature

NB = "\u00a0"


def letter(*heads: str, signer: str = "ผอ.") -> str:
    """A whole letter; its further headers begin on line 4."""
    return "\n".join(("เรื่อง: ก", "เรียน: ข", f"ผู้ลงนาม: {signer}", *heads, "", "ค"))


def fault_of(*heads: str, signer: str = "ผอ.") -> Finding:
    (fault,) = faults_of(letter(*heads, signer=signer))
    return fault


# --- text -----------------------------------------------------------------------------------------


def test_the_agency_line_comes_from_the_settings() -> None:
    assert memo_of().agency == (
        f"กลุ่มตัวอย่าง โทร.{NB}๐{NB}๒๐๐๐{NB}๐๐๐๐{NB}ต่อ{NB}271 ไปรษณีย์อิเล็กทรอนิกส์: unit2@example.go.th"
    )


@each(("typed", "agency"), [("กองหนึ่ง โทร. 271", f"กองหนึ่ง โทร.{NB}๒๗๑"), ("", memo_of().agency)])
def test_the_agency_line_may_be_typed(typed: str, agency: str) -> None:
    assert memo_of(heads=f"ส่วนราชการ: {typed}").agency == agency


def test_one_addressee_stands_in_the_line() -> None:
    assert memo_of().to == "ข"


def test_several_addressees_stand_under_each_other() -> None:
    assert memo_of(heads="เรียน: ผู้อำนวยการกอง 2\nเรียน:\nเรียน: ค").to == "ข\nผู้อำนวยการกอง ๒\nค"


def test_a_long_list_of_addressees_stays_one_text() -> None:
    listed = " ".join(f"ผู้อำนวยการกอง{number}" for number in "กขคงจฉชซฌญ" * 4)
    memo = memo_of(heads=f"เรียน: {listed}")
    assert memo.to == f"ข\n{listed}"


@each("text", ["A & B", "<ฝ่าย>", '"ก"', "ก  ข", "ก\tข", "ก | ข", "# ก", "*ก*", "**ก**", "\\ก", "ก: ข"])
def test_a_header_is_not_markdown(text: str) -> None:
    memo = memo_of(heads=f"ส่วนราชการ: {text}\nอ้างถึง: {text}")
    assert (memo.agency, memo.references) == (text, (text,))


@each(
    ("typed", "printed"),
    [
        ("ปีงบประมาณ พ.ศ. 2566", f"ปีงบประมาณ พ.ศ.{NB}๒๕๖๖"),
        ("Windows 11 และ ISO 9001:2015", "Windows 11 และ ISO 9001:2015"),
        ("แบบ 4x รุ่น `2.0`", f"แบบ{NB}4x รุ่น{NB}2.0"),
        ("{{ หน่วยงาน.ชื่อ }}", "กอง ๑ & <ฝ่าย>"),
    ],
)
def test_digits_of_a_header_become_thai_but_for_the_known_exceptions(typed: str, printed: str) -> None:
    assert memo_of(heads=f"ส่วนราชการ: {typed}").agency == printed


def test_references_and_enclosures_are_kept_and_told_as_out_of_place() -> None:
    memo = memo_of(heads="อ้างถึง: หนังสือ ก\nอ้างถึง: หนังสือ ข\nสิ่งที่ส่งมาด้วย: แบบ จำนวน 1 ชุด")
    assert memo.references == ("หนังสือ ก", "หนังสือ ข")
    assert memo.enclosures == (f"แบบ จำนวน{NB}๑{NB}ชุด",)
    assert [(fault.code, fault.line) for fault in memo.findings] == [("H03", 4), ("H03", 5), ("H03", 6)]
    assert all("ข้อ ๑๒" in fault.source for fault in memo.findings)


# --- what must be there ---------------------------------------------------------------------------


@each("name", ["เรื่อง", "เรียน", "ผู้ลงนาม"])
def test_a_missing_header_is_told(name: str) -> None:
    text = "\n".join(line for line in letter().split("\n") if not line.startswith(name))
    (fault,) = faults_of(text)
    assert fault == Finding(
        code="L05",
        file="x.md",
        line=1,
        message=f"ยังไม่มีหัวข้อ “{name}”",
        hint=f"เพิ่มบรรทัด “{name}: …” ไว้ส่วนบนของไฟล์",
    )


@each(("name", "line"), [("เรื่อง", 1), ("เรียน", 2), ("ผู้ลงนาม", 3)])
def test_an_empty_header_is_told_with_its_line(name: str, line: int) -> None:
    text = "\n".join(f"{name}:" if head.startswith(name) else head for head in letter().split("\n"))
    (fault,) = faults_of(text)
    assert (fault.code, fault.line, fault.message) == ("L04", line, f"หัวข้อ “{name}” ว่างอยู่")


@each(
    ("head", "kind"),
    [
        ("คำลงท้าย: ขอแสดงความนับถือ", "หนังสือภายนอก"),
        ("ถึง: ก", "หนังสือประทับตรา"),
        ("ผู้มาประชุม: ก", "รายงานการประชุม"),
        ("ผู้เข้าร่วมประชุม (ออนไลน์): ก", "รายงานการประชุม"),
        ("ออกให้แก่: ก", "หนังสือรับรอง"),
    ],
)
def test_a_header_of_another_kind_is_told(head: str, kind: str) -> None:
    fault = fault_of(head)
    assert (fault.code, fault.line) == ("L06", 4)
    assert f"ใช้กับ{kind} ไม่ใช้กับบันทึกข้อความ" in fault.message


# --- date, number, marks --------------------------------------------------------------------------


@each(
    "typed", ["๒๗ มีนาคม ๒๕๖๖", "27 มี.ค. 66", "27/3/2566", "2566-03-27", "2023-03-27", "วันจันทร์ที่ 27 มีนาคม 2566"]
)
def test_a_date_is_read_as_people_type_it(typed: str) -> None:
    memo = memo_of(heads=f"วันที่: {typed}")
    assert (memo.dated, memo.date_text) == (date(2023, 3, 27), f"๒๗{NB}มีนาคม{NB}๒๕๖๖")


@each("heads", ["", "วันที่:"])
def test_a_letter_may_have_no_date_yet(heads: str) -> None:
    memo = memo_of(heads=heads)
    assert (memo.dated, memo.date_text) == (None, "")


def test_the_date_asked_for_stands_in_place_of_the_letters_own() -> None:
    assert memo_of(heads="วันที่: 27/3/2566", on=date(2024, 2, 29)).date_text == f"๒๙{NB}กุมภาพันธ์{NB}๒๕๖๗"


@each("typed", ["๓๑ กุมภาพันธ์ ๒๕๖๖", "31/4/2566", "29 ก.พ. 66", "พรุ่งนี้", "27 มีนาคม", "วันอังคารที่ 27 มีนาคม 2566"])
def test_a_date_that_does_not_exist_is_told(typed: str) -> None:
    fault = fault_of(f"วันที่: {typed}")
    assert (fault.code, fault.line, fault.text) == ("L07", 4, typed)


@each(
    ("typed", "number", "serial"),
    [
        ("", "กต ๐๑๐๑/", None),
        ("กต ๐๑๐๑/", "กต ๐๑๐๑/", None),
        ("กต0101/653", "กต ๐๑๐๑/๖๕๓", 653),
        ("ที่ กษ 1113/ว 71", "กษ ๑๑๑๓/ว๗๑", 71),
    ],
)
def test_a_number_is_read_as_people_type_it(typed: str, number: str, serial: int | None) -> None:
    memo = memo_of(heads=f"ที่: {typed}" if typed else "")
    assert (memo.number.replace(NB, " "), memo.serial) == (number, serial)
    assert (memo.series, memo.circular) == (number.split("/")[0], "ว" in number)
    assert " " not in memo.number


@each("typed", ["653", "ก.ษ. ๑๑๑๓/๖๕๓", "กษ ๑๑๑๓", "กษ ๑๑๑๓/๖๕๓/๒๕๖๖", "กษ ๑๑๑๓/๐"])
def test_a_number_of_no_known_form_is_told(typed: str) -> None:
    fault = fault_of(f"ที่: {typed}")
    assert (fault.code, fault.line, fault.text) == ("L08", 4, typed)


@each(("answer", "number"), [("ใช่", f"กต{NB}๐๑๐๑/ว"), ("ไม่", f"กต{NB}๐๑๐๑/"), ("", f"กต{NB}๐๑๐๑/")])
def test_a_circular_has_its_mark(answer: str, number: str) -> None:
    memo = memo_of(heads=f"หนังสือเวียน: {answer}")
    assert (memo.number, memo.circular) == (number, answer == "ใช่")


def test_a_circular_is_answered_with_yes_or_no() -> None:
    fault = fault_of("หนังสือเวียน: อาจจะ")
    assert (fault.code, fault.line, fault.hint) == ("L18", 4, "เขียน หนังสือเวียน: ใช่")


@each("word", ["ด่วน", "ด่วนมาก", "ด่วนที่สุด", ""])
def test_the_words_of_urgency(word: str) -> None:
    assert memo_of(heads=f"ชั้นความเร็ว: {word}").urgency == word


@each("word", ["ลับ", "ลับมาก", "ลับที่สุด", ""])
def test_the_words_of_secrecy(word: str) -> None:
    assert memo_of(heads=f"ชั้นความลับ: {word}").secrecy == word


@each(
    ("head", "hint"),
    [
        ("ชั้นความเร็ว: ด่วนที่สุดๆ", "หมายถึง “ด่วนที่สุด” ใช่หรือไม่"),
        ("ชั้นความเร็ว: ปกติ", "ที่ใช้ได้: ด่วน, ด่วนมาก, ด่วนที่สุด"),
        ("ชั้นความลับ: ปกปิด", "ที่ใช้ได้: ลับ, ลับมาก, ลับที่สุด"),
        ("ชั้นความลับ: ลับมากก", "หมายถึง “ลับมาก” ใช่หรือไม่"),
    ],
)
def test_another_word_of_urgency_or_secrecy_is_told(head: str, hint: str) -> None:
    fault = fault_of(head)
    assert (fault.code, fault.line, fault.hint) == ("L10", 4, hint)


# --- people ---------------------------------------------------------------------------------------


def signature(words: str) -> Signature:
    return memo_of(heads=f"ผู้พิจารณา: {words} = อนุมัติ").decisions[0].by


@each(
    ("words", "name", "position"),
    [
        ("ผอ.", "นางสาวตัวอย่าง หนึ่งนาม", ("ผู้อำนวยการกลุ่มตัวอย่าง",)),
        ("ผู้อำนวยการกลุ่มตัวอย่าง", "นางสาวตัวอย่าง หนึ่งนาม", ("ผู้อำนวยการกลุ่มตัวอย่าง",)),
        ("นายสมมติ สองนาม", "นายสมมติ สองนาม", ("อธิบดีกรมตัวอย่าง",)),
        (
            "รองอธิบดี ปฏิบัติราชการแทน อธิบดี",
            "นางสาธิต สามนาม",
            ("รองอธิบดีกรมตัวอย่าง ปฏิบัติราชการแทน", "อธิบดีกรมตัวอย่าง"),
        ),
        (
            "รองอธิบดีรักษาราชการแทนอธิบดี",
            "นางสาธิต สามนาม",
            ("รองอธิบดีกรมตัวอย่าง รักษาราชการแทน", "อธิบดีกรมตัวอย่าง"),
        ),
        (
            "ผอ. รักษาการในตำแหน่ง ผู้อำนวยการกอง 2",
            "นางสาวตัวอย่าง หนึ่งนาม",
            ("ผู้อำนวยการกลุ่มตัวอย่าง รักษาการในตำแหน่ง", "ผู้อำนวยการกอง ๒"),
        ),
        ("รอง 2", "นายทดลอง ห้านาม", ("รองอธิบดี ปฏิบัติราชการแทน", "อธิบดีกรมตัวอย่าง")),
        ("รอง 2 รักษาราชการแทน อธิบดี", "นายทดลอง ห้านาม", ("รองอธิบดี รักษาราชการแทน", "อธิบดีกรมตัวอย่าง")),
        ("ผอ. ทำการแทน อธิบดี", "นางสาวตัวอย่าง หนึ่งนาม", ("ผู้อำนวยการกลุ่มตัวอย่าง ทำการแทน", "อธิบดีกรมตัวอย่าง")),
    ],
)
def test_a_signature_in_each_form(words: str, name: str, position: tuple[str, ...]) -> None:
    signed = signature(words)
    assert (signed.name, signed.rank) == (name.replace(" ", NB), "")
    assert tuple(line.replace(NB, " ") for line in signed.position) == position


def test_the_signer_is_read_like_one_who_decides() -> None:
    assert memo_of().signature == signature("ผอ.")


def test_a_rank_stands_before_the_signature_not_in_the_brackets() -> None:
    assert signature("หัวหน้าฝ่าย") == Signature(
        f"จำลอง{NB}สี่นาม", (f"หัวหน้าฝ่ายที่{NB}๒", "กลุ่มตัวอย่าง"), "พันตำรวจเอกหญิง"
    )


@each(
    ("words", "hint"),
    [
        ("อธิบดึ", "หมายถึง “อธิบดี” ใช่หรือไม่"),
        ("ผอ", "หมายถึง “ผอ.” ใช่หรือไม่"),
        ("ผู้อำนวยการกลุ่มตัวอยาง", "หมายถึง “ผู้อำนวยการกลุ่มตัวอย่าง” ใช่หรือไม่"),
        ("อธิบดึ ปฏิบัติราชการแทน รัฐมนตรี", "หมายถึง “อธิบดี” ใช่หรือไม่"),
    ],
)
def test_a_signer_who_is_not_in_the_settings_is_told(words: str, hint: str) -> None:
    (fault,) = faults_of(letter(signer=words))
    assert (fault.code, fault.line, fault.text, fault.hint) == ("L09", 3, words, hint)
    assert "memogen.toml" in fault.message


def test_a_signer_like_no_other_gets_the_list() -> None:
    (fault,) = faults_of(letter(signer="xyz"))
    assert "อธิบดี" in fault.hint
    assert "ผู้อำนวยการกลุ่มตัวอย่าง" in fault.hint


def test_acting_for_nobody_is_told() -> None:
    (fault,) = faults_of(letter(signer="รองอธิบดี ปฏิบัติราชการแทน"))
    assert (fault.code, fault.line) == ("L09", 3)
    assert "ปฏิบัติราชการแทน" in fault.message


def test_several_decide_in_turn() -> None:
    memo = memo_of(heads="ผู้พิจารณา: รองอธิบดี = เห็นชอบ - ลงนามแล้ว\nผู้พิจารณา: อธิบดี = อนุมัติ {{ หน่วยงาน.ย่อ }}")
    assert [(decision.result, decision.by.name) for decision in memo.decisions] == [
        ("เห็นชอบ - ลงนามแล้ว", f"นางสาธิต{NB}สามนาม"),
        ("อนุมัติ ก๑", f"นายสมมติ{NB}สองนาม"),
    ]
    assert isinstance(memo.decisions[0], Decision)


@each("value", ["อธิบดี", "อธิบดี =", "= อนุมัติ", "อธิบดี: อนุมัติ"])
def test_a_decision_that_cannot_be_read_shows_how(value: str) -> None:
    fault = fault_of(f"ผู้พิจารณา: {value}")
    assert (fault.code, fault.line) == ("L11", 4)
    assert fault.hint == "เขียนอย่าง ผู้พิจารณา: อธิบดี = อนุมัติ"


def test_one_who_decides_must_be_in_the_settings() -> None:
    fault = fault_of("ผู้พิจารณา: อธิบดึ = อนุมัติ")
    assert (fault.code, fault.hint) == ("L09", "หมายถึง “อธิบดี” ใช่หรือไม่")


# --- QR codes -------------------------------------------------------------------------------------


@each(
    ("value", "caption", "address"),
    [
        ("ชุด ก1 = https://example.go.th/แบบ1?a=1&b=2#3", "ชุด ก๑", "https://example.go.th/แบบ1?a=1&b=2#3"),
        ("ก=http://example.go.th", "ก", "http://example.go.th"),
        ("{{ หน่วยงาน.ย่อ }} = https://example.go.th/{{ หน่วยงาน.ย่อ }}", "ก๑", "https://example.go.th/ก1"),
    ],
)
def test_a_qr_code_has_caption_and_address(value: str, caption: str, address: str) -> None:
    assert memo_of(heads=f"คิวอาร์: {value}").qr_codes == (QrCode(caption, address),)


def test_several_qr_codes_keep_their_order() -> None:
    memo = memo_of(heads="คิวอาร์: ก = https://example.go.th/1\nคิวอาร์: ข = https://example.go.th/2")
    assert [code.caption for code in memo.qr_codes] == ["ก", "ข"]


@each(
    "value",
    [
        "https://example.go.th",
        "แบบ",
        "แบบ = example.go.th",
        "แบบ = https://a b",
        "แบบ = javascript:ก",
        f"แบบ = https://{'ก' * 200}",
    ],
)
def test_a_qr_code_without_caption_or_web_address_is_told(value: str) -> None:
    fault = fault_of(f"คิวอาร์: {value}")
    assert (fault.code, fault.line, fault.severity) == ("L12", 4, Severity.ERROR)


# --- filled headers -------------------------------------------------------------------------------


@each(
    ("head", "code"),
    [
        ("เรียน: {{ หน่วยงาน.เรยน }}", "M04"),
        ("เรียน: {{ หนวยงาน.เรียน }}", "M03"),
        ("เรียน: {{ หน่วยงาน.เรียน }", "M01"),
        ("วันที่: {{ วัน }}", "M03"),
        ("ที่: {{ เลข }}", "M03"),
        ("ชั้นความลับ: {{ ลับ }}", "M03"),
        ("หนังสือเวียน: {{ เวียน }}", "M03"),
        ("ผู้พิจารณา: อธิบดี = {{ ผล }}", "M03"),
        ("คิวอาร์: ก = {{ ที่อยู่ }}", "M03"),
    ],
)
def test_a_broken_tag_is_told_once_with_its_header(head: str, code: str) -> None:
    fault = fault_of(head)
    assert (fault.code, fault.line, fault.place) == (code, 4, head.split(":")[0])


def test_dates_numbers_marks_and_people_may_come_from_data() -> None:
    data = {"ค": [{"วัน": date(2023, 3, 27), "เลข": "กต 0101/5", "เร็ว": "ด่วน", "ลง": "อธิบดี"}]}
    heads = "วันที่: {{ ค[0].วัน }}\nที่: {{ ค[0].เลข }}\nชั้นความเร็ว: {{ ค[0].เร็ว }}\nหนังสือเวียน: ไม่"
    memo = memo_of(heads=heads + "\nผู้พิจารณา: {{ ค[0].ลง }} = อนุมัติ", data=data)
    assert (memo.dated, memo.serial, memo.urgency) == (date(2023, 3, 27), 5, "ด่วน")
    assert memo.decisions[0].by.position == ("อธิบดีกรมตัวอย่าง",)


def test_faults_of_many_headers_are_told_at_once() -> None:
    heads = ("วันที่: 31/2/2566", "ที่: x", "ชั้นความเร็ว: เร็ว", "ผู้พิจารณา: x", "คิวอาร์: x", "หนังสือเวียน: x")
    assert [(code, line) for code, line, _text in told(faults_of(letter(*heads, signer="x")))] == [
        ("L09", 3),
        ("L07", 4),
        ("L08", 5),
        ("L10", 6),
        ("L11", 7),
        ("L12", 8),
        ("L18", 9),
    ]
