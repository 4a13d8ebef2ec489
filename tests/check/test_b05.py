"""B05: no paragraph of its own that begins with จึง and says what is wanted."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import faults, memo, order, texts


@each(
    ("case", "wrong"),
    [
        (["ด้วยกองแผนงานจะจัดประชุมชี้แจงแผน จึงเรียนมาเพื่อโปรดทราบ"], "จึงเรียน"),
        (["ด้วยกองแผนงานจะจัดประชุม", "รายละเอียดตามเอกสารแนบ จึงขอเรียนมาเพื่อโปรดพิจารณา"], "จึงขอเรียน"),
        (["ด้วยกองแผนงานจะจัดประชุม", "รายละเอียดตามเอกสารแนบ"], "รายละเอียดตามเอกสารแนบ"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=case), "B05") == [wrong]


@each(
    "case",
    [
        ["ด้วยกองแผนงานจะจัดประชุม", "จึงเรียนมาเพื่อโปรดทราบ"],
        ["ด้วยกองแผนงานจะจัดประชุม", "กองแผนงาน จึงเรียนมาเพื่อโปรดพิจารณา", "๑. อนุมัติ"],
        ["ด้วยกองแผนงานจะจัดประชุม\n\tจึงเรียนมาเพื่อโปรดทราบ"],
        ["กองแผนงานได้รับหนังสือแล้ว ขอขอบคุณมา ณ โอกาสนี้"],
        ["ด้วยกองแผนงานจะจัดประชุม", "๔. จึงเรียนมาเพื่อโปรดพิจารณา"],
        ["ด้วยกองแผนงานจะจัดประชุม", "￼￼￼"],
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=case), "B05") == []


def test_a_paper_that_was_not_understood_lacks_nothing():
    assert texts(replace(memo(body=["ด้วยกองแผนงานจะจัดประชุม"]), recognised=False), "B05") == []


def test_an_order_has_no_such_paragraph():
    assert texts(order(), "B05") == []


def test_a_title_may_stand_before_it():
    assert texts(memo(body=["๑. เรื่องเดิม ตามที่อนุมัติไว้", "๔. ข้อเสนอ จึงเรียนมาเพื่อโปรดพิจารณา"]), "B05") == []


@each(
    ("last", "wrong", "right"),
    [
        ("จึงเรียนมาโปรดทราบและพิจารณาดำเนินการต่อไป", "จึงเรียนมา", "จึงเรียนมาเพื่อ"),
        ("จึงขอเรียนมาทราบ", "จึงขอเรียนมา", "จึงขอเรียนมาเพื่อ"),
        ("จึงนมัสการมาพิจารณา", "จึงนมัสการมา", "จึงนมัสการมาเพื่อ"),
    ],
)
def test_a_purpose_without_เพื่อ_is_found(last, wrong, right):
    [fault] = faults(memo(body=["ด้วยกองแผนงานจะจัดประชุม", last]), "B05")
    assert (fault.text, fault.fix) == (wrong, right)


@each("last", ["จึงเรียนมาเพื่อโปรดทราบ", "จึงเรียนมาพร้อมนี้", "จึงเรียนหารือมาว่า", "จึงเรียนมาด้วยความนับถือ"])
def test_other_words_after_the_verb_are_left_alone(last):
    assert texts(memo(body=["ด้วยกองแผนงานจะจัดประชุม", last]), "B05") == []
