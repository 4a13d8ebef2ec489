"""B27: items that skip a number, repeat one or change their style."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import faults, memo, order, texts, with_table


@each(
    ("case", "wrong"),
    [
        (["๑. ตรวจเอกสาร", "๓. รายงานผล"], "๓."),
        (["1) ตรวจเอกสาร", "2) แก้ไข", "4) รายงานผล"], "4)"),
        (["๑. เรื่องเดิม", "๑.๑ ก", "๑.๓ ข", "๒. ข้อเท็จจริง"], "๑.๓"),
        (["๑. ตรวจเอกสาร", "๒) แก้ไข", "๓) รายงาน"], "๒)"),
        (["๑. ตรวจ", "๒. แก้ไข", "๒. รายงาน"], "๒."),
        (["(๑) ตรวจ", "(๓) รายงาน"], "(๓)"),
        (["๑. ปิดไฟเวลา ๑๒.๐๐ น.", "๓. รายงานผล"], "๓."),
        (["ให้ดำเนินการ\n๑. ตรวจ\n๓. รายงาน"], "๓."),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(memo(body=case), "B27") == [wrong]


@each(
    "case",
    [
        ["๑. ตรวจ", "๒. แก้ไข", "๓. รายงาน"],
        ["๑. เรื่องเดิม", "๑.๑ ก", "๑.๒ ข", "๒. ข้อเท็จจริง", "๒.๑ ก", "๒.๒ ข"],
        ["๑. ก", "๑) ข", "๒) ค", "๒. ง", "๑) จ"],
        ["๑. ก", "(๑) ข", "(๒) ค", "๒. ง"],
        ["๑. ก", "ข้อความ", "๑. ค", "๒. ง"],
        ["๑) ก ๒) ข", "๓) ค"],
        ["๑. ก", "๑.๑) ข", "๒. ค", "๒.๑) ง", "๒.๒) จ"],
        ["๑๕ มีนาคม ๒๕๖๖", "๒๐ เมษายน ๒๕๖๖"],
        ["๑. ก", "๒. ข้อพิจารณา...", "๒. ข้อพิจารณา"],
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(memo(body=case), "B27") == []


def test_the_hint_says_the_right_mark():
    [fault] = faults(memo(body=["๑.๑ ตรวจเอกสาร", "๑.๓ รายงานผล"]), "B27")
    assert fault.hint == "ข้อที่ต่อจาก “๑.๑” คือ “๑.๒”"


def test_items_that_word_numbers_itself_are_not_counted():
    paper = memo(body=["๑. ตรวจเอกสาร", "แก้ไข", "๓. รายงานผล"])
    numbered = replace(paper.body[1], setting=replace(paper.body[1].setting, is_list_item=True))
    passages = tuple(numbered if one is paper.body[1] else one for one in paper.passages)
    assert texts(replace(paper, passages=passages), "B27") == []


def test_an_item_may_stand_in_a_table():
    paper = memo(body=["๑. ตรวจเอกสาร"])
    after = memo(body=["๓. รายงานผล"]).body
    paper = with_table(paper, [["๒. แก้ไข"]])
    table = [one for one in paper.passages if one.row]
    passages = (*paper.passages[: paper.passages.index(table[-1]) + 1], *after)
    assert texts(replace(paper, passages=passages), "B27") == []


def test_the_clauses_of_an_order_are_counted_too():
    clauses = ["ข้อ ๑ ให้รองอธิบดีอนุมัติการลา", "ข้อ ๓ ให้ผู้อำนวยการอนุมัติการเดินทาง"]
    assert texts(order(body=clauses), "B27") == ["ข้อ ๓"]
    assert texts(memo(body=clauses), "B27") == []


def test_clauses_of_an_order_run_on_and_those_that_a_memo_cites_need_not():
    clauses = ["ข้อ ๑ การอนุมัติการลา", "ข้อ ๓ การอนุมัติเดินทาง"]
    assert texts(order(body=clauses), "B27") == ["ข้อ ๓"]
    assert texts(order(body=[*clauses[:1], "ข้อ ๒ การอนุมัติเดินทาง"]), "B27") == []
    assert texts(memo(body=clauses), "B27") == []
