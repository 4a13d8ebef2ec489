"""T15: a name, date or number that a line's end tears apart."""

from __future__ import annotations

from cases import each
from pages import around, pages
from papers import faults, memo, texts

from memogen.findings import Severity


def broken(before, after, gap=" "):
    """A memo with a paragraph whose first line ends between the two."""
    text = f"ด้วยกลุ่มพัฒนาระบบบริหาร {before}{gap}{after} จะได้รายงาน"
    head, _gap, tail = text.rpartition(f"{gap}{after}") if gap else text.rpartition(after)
    seen = around(*pages([head, (gap + after if gap else after) + tail]))
    return memo(body=[text]), seen


@each(
    ("before", "after"),
    [
        ("๓๐", "มิถุนายน"),
        ("มิถุนายน", "๒๕๖๖"),
        ("พ.ศ.", "๒๕๖๖"),
        ("จำนวน ๑๕", "หน่วยงาน"),
        ("เป็นเงิน ๑,๐๐๐", "บาท"),
        ("เวลา ๐๙.๓๐", "น."),
        ("ที่ กษ", "๑๑๑๓/๖๕๓"),
        ("นายสมมติ", "สองนาม"),
    ],
)
def test_what_belongs_together_is_found(before, after):
    paper, seen = broken(before, after)
    [fault] = faults(paper, "T15", seen)
    assert fault.text == f"{before.split()[-1]} {after}"
    assert "LibreOffice" in fault.hint
    assert fault.severity is None


@each(("before", "after"), [("ร้อยละ", "๘๔.๐๗"), ("มาตรา", "๕๒"), ("ห้องประชุม", "๑"), ("ครั้งที่", "๓/๒๕๖๖")])
def test_a_word_and_its_number_are_only_remarked(before, after):
    paper, seen = broken(before, after)
    [fault] = faults(paper, "T15", seen)
    assert (fault.text, fault.severity) == (f"{before} {after}", Severity.INFO)


def test_the_end_of_a_long_word_is_enough():
    paper, seen = broken("ซึ่งพ้นจากตำแหน่งหน้าที่ราชการตามพระราชบัญญัติ พ.ศ.", "๒๕๔๒")
    assert texts(paper, "T15", seen) == ["พ.ศ. ๒๕๔๒"]
    paper, seen = broken("ซึ่งพ้นจากตำแหน่งหน้าที่ราชการตามมาตรา", "๕๒")
    [text] = texts(paper, "T15", seen)
    assert text.endswith("ตามมาตรา ๕๒")
    assert len(text) < 30


@each(("before", "after"), [("๑,๐๐๐,", "๐๐๐ บาท"), ("๑๒", "๓๔๕"), ("นาย", "สมมติ สองนาม")])
def test_a_number_or_name_torn_inside_is_found(before, after):
    paper, seen = broken(before, after, gap="")
    assert len(faults(paper, "T15", seen)) == 1


@each(
    ("before", "after"),
    [
        ("กลุ่มพัฒนาระบบบริหาร", "กรมส่งเสริมสหกรณ์"),
        ("วันที่", "๓๐ มิถุนายน ๒๕๖๖"),
        ("พ.ศ. ๒๕๖๖", "โครงการ"),
        ("ภายใน ๓๐ มิถุนายน ๒๕๖๖", "นั้น"),
        ("นายสมมติ สองนาม", "อธิบดี"),
    ],
)
def test_phrases_may_part(before, after):
    paper, seen = broken(before, after)
    assert texts(paper, "T15", seen) == []


@each(("before", "after"), [("หน่วย", "งาน"), ("บริษัท ตัวอย่าง", "การค้า จำกัด")])
def test_words_may_part_between_syllables(before, after):
    paper, seen = broken(before, after, gap="")
    assert texts(paper, "T15", seen) == []


def test_different_paragraphs_are_no_line_s_end():
    paper = memo(body=["รวม ๑๕", "หน่วยงาน"])
    assert texts(paper, "T15", around(*pages(["รวม ๑๕", "หน่วยงาน"]))) == []
