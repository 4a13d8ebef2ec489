"""T23: words in the middle of the text in bold, italics, underlined or in colour."""

from __future__ import annotations

from cases import each
from looks import looking
from papers import BODY, faults, memo, order, texts, with_table

DAY = "๓๐ มิถุนายน ๒๕๖๖"


@each(
    ("looks", "said"),
    [
        ({"bold": True}, "ตัวหนา"),
        ({"underline": True}, "ขีดเส้นใต้"),
        ({"italic": True}, "ตัวเอน"),
        ({"colour": "FF0000"}, "ตัวสี"),
        ({"colour": "0070C0", "bold": True}, "ตัวหนา ตัวสี"),
    ],
)
def test_words_that_stand_out_are_found(looks, said):
    [fault] = faults(looking(memo(), DAY, **looks), "T23")
    assert fault.text == DAY
    assert fault.message.endswith(said)


def test_a_whole_paragraph_in_colour_is_found():
    assert texts(looking(memo(), BODY[2], colour="FF0000"), "T23") == [BODY[2]]


@each(
    ("text", "words"),
    [
        ("๑. เรื่องเดิม", "๑. เรื่องเดิม"),
        ("๑. ชื่อโครงการ พัฒนาระบบ", "ชื่อโครงการ"),
        ("ข้อเท็จจริง กลุ่มได้จัดทำแผน", "ข้อเท็จจริง"),
    ],
)
@each("looks", [{"bold": True}, {"bold": True, "underline": True}])
def test_titles_at_the_start_may_be_bold(text, words, looks):
    assert texts(looking(memo(body=[text]), words, **looks), "T23") == []


@each("colour", ["", "0D0D0D", "262626"])
def test_almost_black_is_black(colour):
    assert texts(looking(memo(), DAY, colour=colour), "T23") == []


def test_addresses_heads_tables_and_orders_are_left_alone():
    web = looking(memo(body=["ดูที่ www.cpd.go.th ได้"]), "www.cpd.go.th", colour="0000FF", underline=True)
    assert texts(web, "T23") == []
    assert texts(memo(), "T23") == []
    assert texts(looking(with_table(memo(), [["หัวตาราง", "ข"]]), "หัวตาราง", bold=True), "T23") == []
    assert texts(looking(order(), "พ.ศ. ๒๕๓๔", bold=True), "T23") == []
