"""B09: the text speaks of อ้างถึง that is not there, or never of the one that is."""

from __future__ import annotations

from cases import each
from papers import external, faults, memo, texts

from memogen.findings import Severity

CITED = "หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖"


@each(
    ("case", "wrong"),
    [
        ([None, "ตามหนังสือที่อ้างถึง กรมตัวอย่างขอทราบผล นั้น"], "หนังสือที่อ้างถึง"),
        ([None, "ตามบันทึกที่อ้างถึง กรมตัวอย่างขอทราบผล นั้น"], "บันทึกที่อ้างถึง"),
        ([CITED, "ตามหนังสือที่อ้างถึง ๒ กรมตัวอย่างขอทราบผล นั้น"], "หนังสือที่อ้างถึง ๒"),
        ([CITED, "กรมตัวอย่างจะจัดประชุมในวันศุกร์"], CITED),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(external(reference=case[0], body=[case[1], "จึงเรียนมาเพื่อโปรดทราบ"]), "B09") == [wrong]


@each(
    "case",
    [
        [CITED, "ตามหนังสือที่อ้างถึง กรมตัวอย่างขอทราบผล นั้น"],
        [f"๑. {CITED} ๒. {CITED}", "ตามหนังสือที่อ้างถึง ๒ กรมตัวอย่างขอทราบผล นั้น"],
        [None, "ตามหนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖ ขอทราบผล นั้น กรมตอบหนังสือที่อ้างถึงแล้ว"],
        [CITED, "ด้วยกรมตัวอย่างจะจัดประชุม"],
        [None, "กฎหมายที่อ้างถึงในข้อความ"],
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(external(reference=case[0], body=[case[1], "จึงเรียนมาเพื่อโปรดทราบ"]), "B09") == []


def test_a_memo_names_the_letter_in_its_text():
    [fault] = faults(memo(body=["ตามหนังสือที่อ้างถึง ขอทราบผล นั้น", "จึงเรียนมาเพื่อโปรดทราบ"]), "B09")
    assert (fault.text, fault.severity) == ("หนังสือที่อ้างถึง", None)


def test_a_reference_that_is_not_taken_up_is_only_a_warning():
    [fault] = faults(external(reference=CITED, body=["กรมตัวอย่างจะจัดประชุมในวันศุกร์"]), "B09")
    assert fault.severity is Severity.WARNING


def test_references_in_one_field_are_counted_by_their_lines():
    body = ["ตามหนังสือที่อ้างถึง ๒ กรมตัวอย่างขอทราบผล นั้น", "จึงเรียนมาเพื่อโปรดทราบ"]
    assert texts(external(reference=f"{CITED}\n{CITED}", body=body), "B09") == []
