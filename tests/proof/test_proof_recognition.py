"""Parts of a letter told from plain texts: texts in, parts out."""

from __future__ import annotations

from cases import each

from memogen.model import Kind
from memogen.paper import Part, Passage, Region
from memogen.proof import Recognition, recognise

H, B, S, X = Part.HEADING, Part.BODY, Part.SIGNATURE, Part.OTHER


def known(*texts: str | Passage) -> Recognition:
    return recognise([text if isinstance(text, Passage) else Passage(text=text) for text in texts])


def parts(*texts: str | Passage) -> list[Part]:
    return [passage.part for passage in known(*texts).passages]


def value(found: Recognition, part: Part) -> list[tuple[str, str]]:
    return [(one.label, one.text) for one in found.fields if one.part is part]


MEMO_HEAD = (
    "บันทึกข้อความ",
    "ส่วนราชการ กองแผนงาน โทร. ๑",
    "ที่ กษ ๑๑๑๓/๑ วันที่ ๑ มีนาคม ๒๕๖๖",
    "เรื่อง ขอทดสอบ",
    "เรียน อธิบดี",
)
TEXT = ("ด้วยกองแผนงานขอทดสอบ", "จึงเรียนมาเพื่อโปรดพิจารณา")
NAME = ("(นายสมมติ สองนาม)", "ผู้อำนวยการกองแผนงาน")

HEADS = {
    "ที่ กษ ๑๑๑๓/๑\tวันที่ ๑ มีนาคม ๒๕๖๖": ("กษ ๑๑๑๓/๑", "๑ มีนาคม ๒๕๖๖"),
    "ที่......กษ 1113/1.......วันที่.....1 มี.ค. 66......": ("กษ 1113/1", "1 มี.ค. 66"),
    "ที่กษ ๑๑๑๓/๑                วันที่๑ มีนาคม ๒๕๖๖": ("กษ ๑๑๑๓/๑", "๑ มีนาคม ๒๕๖๖"),
    "ที่ : กษ ๑๑๑๓/ว ๑\tวันที่ : ๑ มีนาคม ๒๕๖๖": ("กษ ๑๑๑๓/ว ๑", "๑ มีนาคม ๒๕๖๖"),
    "ที่ กษ ๑๑๑๓/………วันที่…………": ("กษ ๑๑๑๓/", ""),
    "ที่ กษ ๑๑๑๓/      วันที่       มีนาคม ๒๕๖๖": ("กษ ๑๑๑๓/", "มีนาคม ๒๕๖๖"),
}


@each("line", HEADS)
def test_number_and_date_part_on_one_line(line: str) -> None:
    found = known(*MEMO_HEAD[:2], line, *MEMO_HEAD[3:], *TEXT, *NAME)
    (number,), (date,) = value(found, Part.NUMBER), value(found, Part.DATE)
    assert (number[1], date[1]) == HEADS[line]
    assert (number[0], date[0]) == ("ที่", "วันที่")


@each("line", ["ด่วนที่สุด\tที่ กษ ๑/๑\tกรมตัวอย่าง", "ด่วนที่สุด ที่ กษ ๑/๑     กรมตัวอย่าง"])
def test_urgency_may_stand_before_the_number(line: str) -> None:
    found = known(line, *KINDS[Kind.EXTERNAL][1:])
    said = [(one.part, one.text) for one in found.fields[:3]]
    assert said == [(Part.URGENCY, "ด่วนที่สุด"), (Part.NUMBER, "กษ ๑/๑"), (Part.AGENCY, "กรมตัวอย่าง")]


def test_a_memo_has_its_parts() -> None:
    found = known(*MEMO_HEAD, *TEXT, *NAME)
    assert (found.kind, found.recognised) == (Kind.MEMO, True)
    assert [one.part for one in found.passages] == [
        H, Part.AGENCY, Part.NUMBER, Part.SUBJECT, Part.TO, B, B, S, S
    ]  # fmt: skip


def test_a_subject_runs_on_until_the_salutation() -> None:
    found = known(*MEMO_HEAD[:4], "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", *MEMO_HEAD[4:], *TEXT)
    assert [text for _label, text in value(found, Part.SUBJECT)] == ["ขอทดสอบ", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"]


def test_addressees_run_on_by_number_or_position() -> None:
    listed = known(*MEMO_HEAD[:4], "เรียน ๑. ผู้อำนวยการกองคลัง", "๒. เลขานุการกรม", "๑. เรื่องเดิม", *TEXT)
    assert [text for _label, text in value(listed, Part.TO)] == ["๑. ผู้อำนวยการกองคลัง", "๒. เลขานุการกรม"]
    broken = known(*MEMO_HEAD[:4], "เรียน ผู้อำนวยการกองคลัง", "ผู้อำนวยการกองแผนงาน", "และเลขานุการกรม", *TEXT)
    assert len(value(broken, Part.TO)) == 3
    assert [one.part for one in broken.passages][-2:] == [B, B]


def test_a_first_paragraph_without_an_opening_is_text() -> None:
    assert parts(*MEMO_HEAD, "กองแผนงานขอส่งเอกสารมาให้", TEXT[1], *NAME)[5:] == [B, B, S, S]


def test_a_memo_without_its_addressee_still_parts_head_and_text() -> None:
    found = known(*MEMO_HEAD[:4], *TEXT, *NAME)
    assert (found.kind, found.recognised) == (Kind.MEMO, True)
    assert [one.part for one in found.passages][4:] == [B, B, S, S]


def test_a_stamp_of_receipt_is_not_the_head() -> None:
    stamp = [
        Passage(text=text, region=Region.BOX)
        for text in ("หน้าห้องอธิบดี", "รับที่... ๑๓๑๓", "วันที่ ๒ มี.ค. ๒๕๖๖", "เวลา ๑๓.๐๖ น.")
    ]
    found = known(MEMO_HEAD[0], *stamp, *MEMO_HEAD[1:], *TEXT, *NAME)
    assert [one.part for one in found.passages][1:5] == [X] * 4
    assert [text for _label, text in value(found, Part.DATE)] == ["๑ มีนาคม ๒๕๖๖"]


FEET = {
    "one who acts for another": (
        (NAME[0], "รองอธิบดี ปฏิบัติราชการแทน", "อธิบดีกรมตัวอย่าง"),
        [S, S, S],
    ),
    "a rank before the name": (("พันตำรวจเอก", "(สมมติ สองนาม)", "ผู้กำกับการ"), [S, S, S]),
    "a name to be filled in": (
        ("ลงชื่อ........................", "(........................)", "ผู้อำนวยการกอง"),
        [S, S, S],
    ),
    "name and position on one line": ((" ".join(NAME), "เอกสารแนบ"), [S, X]),
    "a decision below": ((*NAME, "- เห็นชอบ", "(นางตัวอย่าง สามนาม)", "อธิบดีกรมตัวอย่าง"), [S, S, X, S, S]),
    "a name without brackets": (("นายสมมติ สองนาม", "ผู้อำนวยการกองแผนงาน"), [S, S]),
    "another letter after it": ((*NAME, "บันทึกข้อความ", "ส่วนราชการ กองคลัง", "เรื่อง อื่น"), [S, S, X, X, X]),
    "an annex after it": ((*NAME, "เอกสารแนบ " + "ก" * 200), [S, S, X]),
}


@each("case", FEET)
def test_the_foot_is_those_who_sign(case: str) -> None:
    texts, expected = FEET[case]
    assert parts(*MEMO_HEAD, *TEXT, *texts)[7:] == expected


def test_two_may_sign_side_by_side() -> None:
    found = known(*MEMO_HEAD, *TEXT, "(นายสมมติ สองนาม)\t\t(นางตัวอย่าง สามนาม)", "ประธาน\t\tกรรมการ")
    assert [text for _label, text in value(found, S)] == [
        "(นายสมมติ สองนาม)", "(นางตัวอย่าง สามนาม)", "ประธาน", "กรรมการ"
    ]  # fmt: skip


def test_brackets_in_the_text_are_no_signature() -> None:
    assert parts(*MEMO_HEAD, TEXT[0], "(ยกเว้นหน่วยงานในภูมิภาค)", TEXT[1], *NAME)[5:] == [B, B, B, S, S]


KINDS = {
    Kind.EXTERNAL: ("ที่ กษ ๑/๑\tกรมตัวอย่าง", "๑ มีนาคม ๒๕๖๖", "เรื่อง ก", "เรียน อธิบดี", *TEXT, "ขอแสดงความนับถือ"),
    Kind.STAMPED: ("ที่ กษ ๑/๑", "ถึง กรมตัวอย่าง", *TEXT, "กรมตัวอย่าง", "๑ มีนาคม ๒๕๖๖"),
    Kind.ORDER: ("คำสั่งกรมตัวอย่าง", "ที่ ๑/๒๕๖๖", "เรื่อง ก", *TEXT, "สั่ง ณ วันที่ ๑ มีนาคม พ.ศ. ๒๕๖๖"),
    Kind.ANNOUNCEMENT: ("ประกาศกรมตัวอย่าง", "เรื่อง ก", *TEXT, "ประกาศ ณ วันที่ ๑ มีนาคม พ.ศ. ๒๕๖๖"),
    Kind.MINUTES: ("รายงานการประชุมกรม", "ผู้มาประชุม", "เริ่มประชุมเวลา ๐๙.๐๐ น."),
    Kind.CERTIFICATE: ("เลขที่ ๑/๒๕๖๖", "หนังสือฉบับนี้ให้ไว้เพื่อรับรองว่า นาย ก"),
    Kind.MEMO: ("ส่วนราชการ กอง", "ที่ กษ ๑/๑", "เรื่อง ก", "เรียน อธิบดี", *TEXT),
    None: ("รายงานประจำปี", "บทที่ ๑", "ที่ประชุมรับทราบ", "วันที่ผ่านมา เรื่องนี้จบแล้ว", "เรียนรู้ร่วมกัน"),
}


@each("kind", KINDS)
def test_a_kind_is_known_by_heading_or_labels(kind: Kind | None) -> None:
    found = known(*KINDS[kind])
    assert (found.kind, found.recognised) == (kind, kind is not None)


def test_a_stamped_letter_with_the_wrong_salutation_is_stamped_all_the_same() -> None:
    assert known("ที่ กษ ๑/๑", "เรียน อธิบดี", *TEXT, "กรมตัวอย่าง", "๑ มีนาคม ๒๕๖๖").kind is Kind.STAMPED


def test_secrecy_in_page_headers_and_the_owner_in_the_page_footer_are_known() -> None:
    found = known(
        *KINDS[Kind.EXTERNAL],
        *NAME,
        Passage(text="ลับมาก", region=Region.HEADER),
        Passage(text="กองแผนงาน", region=Region.FOOTER),
        Passage(text="โทร. ๐ ๒๒๘๑ ๐๐๐๐", region=Region.FOOTER),
    )
    assert value(found, Part.SECRECY) == [("", "ลับมาก")]
    assert [text for _label, text in value(found, Part.OWNER)] == ["กองแผนงาน", "โทร. ๐ ๒๒๘๑ ๐๐๐๐"]


def test_nothing_is_recognised_in_nothing() -> None:
    assert known() == Recognition(kind=None, passages=(), fields=(), recognised=False)


def test_a_report_form_is_a_title_over_its_text() -> None:
    """Its labels and its place to sign are for others to write behind: none is a field of a letter."""
    form = ("แบบรายงานผลการดำเนินงาน", "หน่วยงาน.....", "เรื่อง.....", "ลงชื่อ.....ผู้รายงาน", "(นายสมมติ สองนาม)")
    found = known(*form)
    assert (found.kind, found.recognised, parts(*form)) == (Kind.FORM, True, [H, B, B, B, B])
    assert [one.part for one in found.fields] == [H]
    assert known(*MEMO_HEAD, *TEXT, *NAME, "แบบรายงานผลการดำเนินงาน").kind is Kind.MEMO
