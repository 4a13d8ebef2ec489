"""H03: a memo has no lines อ้างถึง and สิ่งที่ส่งมาด้วย."""

from __future__ import annotations

from cases import each
from papers import external, memo, texts

LETTER = "หนังสือกองแผนงาน ที่ กษ ๑๑๐๓/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖"


@each(
    ("parts", "wrong"),
    [
        ({"reference": LETTER}, f"อ้างถึง  {LETTER}"),
        ({"enclosure": "กำหนดการ จำนวน ๑ ชุด"}, "สิ่งที่ส่งมาด้วย  กำหนดการ จำนวน ๑ ชุด"),
        ({"body": [f"อ้างถึง {LETTER}", "จึงเรียนมาเพื่อโปรดทราบ"]}, f"อ้างถึง {LETTER}"),
        ({"body": ["สิ่งที่ส่งมาด้วย : แบบรายงาน ๑ ชุด"]}, "สิ่งที่ส่งมาด้วย : แบบรายงาน ๑ ชุด"),
    ],
)
def test_these_headings_in_a_memo_are_found(parts, wrong):
    assert texts(memo(**parts), "H03") == [wrong]


@each(
    "text",
    [
        f"ตาม{LETTER} แจ้งว่า นั้น",
        "รายละเอียดตามสิ่งที่ส่งมาด้วย",
        "อ้างถึงข้อมูลที่ได้รับ กลุ่มพัฒนาระบบบริหารเห็นว่าถูกต้อง",
        "สิ่งที่ส่งมาด้วยนี้เป็นแบบรายงาน",
    ],
)
def test_mentions_in_the_text_are_left_alone(text):
    assert texts(memo(body=[text]), "H03") == []


def test_an_external_letter_has_them():
    assert texts(external(), "H03") == []
