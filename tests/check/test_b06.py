"""B06: โปรด in what a superior tells subordinates to do."""

from __future__ import annotations

from cases import each
from papers import memo, texts


def from_to(to, conclusion, position):
    """A memo to someone from who holds a position."""
    return memo(to=to, body=["ด้วยมีระเบียบใหม่", conclusion], signature=("(นายสมมติ สองนาม)", position))


@each(
    ("case", "wrong"),
    [
        (["ผู้อำนวยการกองแผนงาน", "จึงเรียนมาเพื่อโปรดถือปฏิบัติต่อไป", "อธิบดีกรมตัวอย่าง"], "โปรด"),
        (["ผู้อำนวยการกลุ่มแผน", "จึงเรียนมาเพื่อโปรดดำเนินการต่อไป", "ผู้อำนวยการกองแผนงาน"], "โปรด"),
        (["หัวหน้าฝ่ายบริหาร", "จึงเรียนมาเพื่อโปรดรายงานภายในวันศุกร์", "นายกเทศมนตรีเมืองตัวอย่าง"], "โปรด"),
    ],
)
def test_a_fault_is_found(case, wrong):
    assert texts(from_to(*case), "B06") == [wrong]


@each(
    "case",
    [
        ["อธิบดีกรมตัวอย่าง", "จึงเรียนมาเพื่อโปรดดำเนินการต่อไป", "ผู้อำนวยการกองแผนงาน"],
        ["ผู้อำนวยการกองคลัง", "จึงเรียนมาเพื่อโปรดดำเนินการต่อไป", "ผู้อำนวยการกองแผนงาน"],
        ["ผู้อำนวยการกองแผนงาน", "จึงเรียนมาเพื่อถือปฏิบัติต่อไป", "อธิบดีกรมตัวอย่าง"],
        ["ผู้อำนวยการกองแผนงาน", "จึงเรียนมาเพื่อโปรดทราบ", "อธิบดีกรมตัวอย่าง"],
        ["ที่ปรึกษา", "จึงเรียนมาเพื่อโปรดดำเนินการ", "อธิบดีกรมตัวอย่าง"],
    ],
)
def test_what_is_right_is_left_alone(case):
    assert texts(from_to(*case), "B06") == []


def test_a_letter_file_names_the_signer_by_his_key():
    paper = memo(to="ข้าราชการในสังกัด", body=["จึงเรียนมาเพื่อโปรดถือปฏิบัติต่อไป"], signature="ผอ.กพร.")
    assert texts(paper, "B06") == ["โปรด"]
