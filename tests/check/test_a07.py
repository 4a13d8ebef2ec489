"""A07: the last paragraph's verb is not that of the salutation."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, stamped, texts


@each(
    ("salutation", "to", "last", "wrong", "right"),
    [
        ("กราบเรียน", "นายกรัฐมนตรี", "จึงเรียนมาเพื่อโปรดพิจารณา", "เรียน", "กราบเรียน"),
        ("เรียน", "อธิบดีกรมตัวอย่าง", "จึงกราบเรียนมาเพื่อโปรดทราบ", "กราบเรียน", "เรียน"),
        ("นมัสการ", "เจ้าอาวาสวัดตัวอย่าง", "จึงเรียนมาเพื่อโปรดทราบ", "เรียน", "นมัสการ"),
        ("กราบเรียน", "นายกรัฐมนตรี", "จึงขอเรียนมาเพื่อโปรดทราบ", "เรียน", "กราบเรียน"),
    ],
)
def test_another_verb_than_the_salutation_s_is_found_and_can_be_mended(salutation, to, last, wrong, right):
    [fault] = faults(external(salutation=salutation, to=to, body=["ด้วยมีเรื่อง", last]), "A07")
    assert (fault.text, fault.fix) == (wrong, right)


@each(
    ("salutation", "to", "last"),
    [
        ("กราบเรียน", "นายกรัฐมนตรี", "จึงกราบเรียนมาเพื่อโปรดพิจารณา"),
        ("เรียน", "อธิบดีกรมตัวอย่าง", "จึงขอเรียนเตือนมาเพื่อโปรดดำเนินการ"),
        ("กราบเรียน", "อธิบดีกรมตัวอย่าง", "จึงเรียนมาเพื่อโปรดทราบ"),
        ("เรียน", "ผู้อำนวยการกองแผนงาน", "กลุ่มพัฒนาระบบบริหาร จึงขอให้ดำเนินการ"),
        ("กราบเรียน", "นายกรัฐมนตรี", "จึงเรียกประชุม"),
    ],
)
def test_the_same_verb_and_wrong_salutations_are_left_alone(salutation, to, last):
    assert texts(memo(salutation=salutation, to=to, body=[last]), "A07") == []


def test_a_stamped_letter_is_not_asked():
    assert texts(stamped(body=["จึงกราบเรียนมาเพื่อทราบ"]), "A07") == []
