"""A03: how letters to monks open and close."""

from __future__ import annotations

from cases import each
from papers import external, memo, texts

PLAIN = "ขอนมัสการด้วยความเคารพ"
HIGH = f"{PLAIN}อย่างสูง"
HIGHEST = f"{PLAIN}อย่างยิ่ง"


@each(
    ("salutation", "to", "closing", "wrong"),
    [
        ("เรียน", "เจ้าอาวาสวัดตัวอย่าง", PLAIN, ["เรียน  เจ้าอาวาสวัดตัวอย่าง"]),
        ("กราบเรียน", "พระครูสมมติคุณ", PLAIN, ["กราบเรียน  พระครูสมมติคุณ"]),
        ("นมัสการ", "พระครูสมมติคุณ", HIGHEST, [HIGHEST]),
        ("นมัสการ", "รองสมเด็จพระราชาคณะ", HIGH, [HIGH]),
        ("นมัสการ", "เจ้าคณะจังหวัดตัวอย่าง", "ขอแสดงความนับถือ", ["ขอแสดงความนับถือ"]),
        ("นมัสการ", "อธิบดีกรมตัวอย่าง", "ขอแสดงความนับถือ", ["นมัสการ  อธิบดีกรมตัวอย่าง"]),
        ("เรียน", "สมเด็จพระสังฆราช", None, ["เรียน  สมเด็จพระสังฆราช"]),
        ("เรียน", "พระราชตัวอย่างเมธี เจ้าอาวาสวัดตัวอย่าง", HIGH, ["เรียน  พระราชตัวอย่างเมธี เจ้าอาวาสวัดตัวอย่าง"]),
        ("นมัสการ", "พระเทพตัวอย่างเวที เจ้าคณะจังหวัดตัวอย่าง", PLAIN, [PLAIN]),
        ("นมัสการ", "พระพรหมตัวอย่าง วัดตัวอย่าง", HIGH, [HIGH]),
    ],
)
def test_a_letter_to_a_monk_that_opens_or_closes_otherwise_is_found(salutation, to, closing, wrong):
    assert texts(external(salutation=salutation, to=to, closing=closing), "A03") == wrong


@each(
    ("salutation", "to", "closing"),
    [
        ("นมัสการ", "เจ้าอาวาสวัดตัวอย่าง", PLAIN),
        ("นมัสการ", "เจ้าคณะจังหวัดตัวอย่าง", HIGH),
        ("นมัสการ", "สมเด็จพระพุฒาจารย์", HIGHEST),
        ("นมัสการ", "พระมหาสมมติ", PLAIN),
        ("กราบทูล", "สมเด็จพระสังฆราช", None),
        ("นมัสการ", "พระธรรมตัวอย่างโสภณ รองเจ้าคณะภาค ๑๘", HIGH),
        ("เรียน", "พระราชวังตัวอย่าง วัดพระแก้ว", "ขอแสดงความนับถือ"),
        ("เรียน", "พระธรรมนูญทหารบก", "ขอแสดงความนับถือ"),
        ("เรียน", "ผู้อำนวยการสำนักงานพระพุทธศาสนาจังหวัด", "ขอแสดงความนับถือ"),
        ("เรียน", "พระนครศรีอยุธยาประชารัฐรักสามัคคี", "ขอแสดงความนับถือ"),
    ],
)
def test_letters_to_monks_as_they_should_be_and_others_are_left_alone(salutation, to, closing):
    assert texts(external(salutation=salutation, to=to, closing=closing), "A03") == []


def test_a_memo_is_asked_for_its_salutation_only():
    assert texts(memo(to="เจ้าอาวาสวัดตัวอย่าง"), "A03") == ["เรียน  เจ้าอาวาสวัดตัวอย่าง"]
    assert texts(memo(salutation="นมัสการ", to="เจ้าอาวาสวัดตัวอย่าง"), "A03") == []
