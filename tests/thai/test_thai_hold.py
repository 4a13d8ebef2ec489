"""What must stay on one line. In these tables ~ is the no-break space."""

from __future__ import annotations

from time import process_time

from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.thai import hold, hold_together, to_arabic_digits

HELD = [
    *("๒๗~มีนาคม~๒๕๖๖", "วันที่~๒๗", "วันที่ ๒๗~มีนาคม~๒๕๖๖", "วันจันทร์ที่ ๒๗~มีนาคม~๒๕๖๖", "ลงวันที่ ๒๗~มี.ค.~๖๖"),
    *("พ.ศ.~๒๕๖๖", "๒๗~มีนาคม~พ.ศ.~๒๕๖๖", "ปีงบประมาณ พ.ศ.~๒๕๖๖", "ปี~๒๕๖๖", "ค.ศ.~๒๐๒๓", "๑๕~-~๑๗~มีนาคม~๒๕๖๖"),
    *("ที่~กษ~๑๑๑๓/๖๕๓", "ตามหนังสือ ที่~กษ~๑๑๑๓/ว~๗๑ ลงวันที่ ๒๐~มีนาคม~๒๕๖๖", "กษ~๑๑๑๓/", "ว~๗๑", "ที่ว~๗๑"),
    *(
        "กค~(กวจ)~๐๔๐๕.๒/ว~๘๙",
        "ที่~กค~(กวจ)~๐๔๐๕.๒/ว~๘๙",
        "ตช~๐๐๑๘~(นม).๓๒/๗๓๑",
        "ที่~นว~๕๒๐๐๗.๓/",
        "(กษ~๑๑๑๓/๖๕๓)",
    ),
    *("๑,๐๐๐~บาท", "จำนวน~๑๕~หน่วยงาน", "จำนวน~๑๕~หน่วยงานที่เกี่ยวข้อง", "ร้อยละ~๘๔.๐๗", "ข้อ~๒.๒", "ครั้งที่~๑/๒๕๖๖"),
    *(
        "ด้านที่~๔",
        "ด้านที่~๔ การพัฒนา",
        "๓~คน",
        "๕~วัน",
        "ภายใน ๕~วันทำการ",
        "๒~ปี~๓~เดือน",
        "๑๐~MB",
        "๒๕๐๐~บาท",
        "มาตรา~๕",
    ),
    *("เวลา~๐๙.๓๐~น.", "๐๙.๐๐~-~๑๒.๐๐~น.", "เวลา~๐๙.๐๐~-~๑๒.๐๐~น. ณ ห้องประชุม~๑", "๐๙.๓๐~นาฬิกา"),
    *("โทร.~๐~๒๖๒๘~๕๑๔๓", "โทร.~๒๗๑", "โทร.~๐~๒๖๒๘~๕๑๔๓~ต่อ~๒๗๑", "โทรสาร~๐~๒๖๒๘~๕๑๔๓", "๐~๒๖๒๘~๕๑๔๓"),
    *("โทรศัพท์~๐~๒๖๒๘~๕๑๔๓-๕", "โทร.~(๐๒)~๖๒๘~๕๑๔๓", "โทร.~+๖๖~๒๖๒๘~๕๑๔๓", "โทร.~๐~๒๖๒๘~๕๑๔๓, ๐~๒๖๒๘~๕๑๔๔"),
    *(
        "นางสาวตัวอย่าง~หนึ่ง",
        "นายตัวอย่าง~หนึ่ง",
        "นางตัวอย่าง~หนึ่ง",
        "(นายตัวอย่าง~หนึ่ง)",
        "นายก~ข",
        "ให้นางสาวตัวอย่าง~หนึ่ง เป็น",
    ),
    *("ดร.ตัวอย่าง~หนึ่ง", "ศาสตราจารย์ตัวอย่าง~หนึ่ง", "รองศาสตราจารย์~ดร.ตัวอย่าง~หนึ่ง", "ผศ.ตัวอย่าง~หนึ่ง"),
    *("พลตรี~ตัวอย่าง~หนึ่ง", "พันตำรวจเอกหญิง~ตัวอย่าง~หนึ่ง", "ว่าที่ร้อยตรี~ตัวอย่าง~หนึ่ง", "นายแพทย์ตัวอย่าง~หนึ่ง"),
    *("นายตัวอย่าง~หนึ่ง และนางตัวอย่าง~สอง", "“นายตัวอย่าง~หนึ่ง”", "พ.ต.อ.~ตัวอย่าง~หนึ่ง"),
    *("เมื่อวันจันทร์ที่ ๒๗~มีนาคม~๒๕๖๖ เวลา~๐๙.๓๐~น.", "เป็นเงิน~๑,๓๙๗,๑๓๙.๕๐~บาท (หนึ่งล้าน)"),
]

FREE = [
    *("กรมตัวอย่าง ขอแจ้ง", "พ.ศ.~๒๕๖๖ โครงการ", "มีนาคม~๒๕๖๖ กิจกรรม", "๒๕๖๖ ครั้งที่~๒", "๒๗~มีนาคม~๒๕๖๖ วันจันทร์"),
    *("นายกรัฐมนตรี และคณะ", "นายทะเบียน ตรวจสอบ", "นายอำเภอ ตัวอย่าง", "ทนายความ ของรัฐ", "ตัวอย่าง หนึ่ง", "พ.ศ. ใด"),
    *("๑๒ ๑๓", "A 5", "5  บาท", "5\nบาท", "5\tบาท", "5 \u200bบาท", "๑. เรื่อง", "ที่ ประชุม", "กษ ๑๑๑๓", "ว่า ๗๑"),
    *("๑ ๒๓๔", "ข้อความ - อื่น", "", " ", "  ", "บาท ๕", "วันที่ จันทร์"),
]


def test_a_span_of_two_whole_dates_may_break_after_its_dash() -> None:
    held = hold_together("๑ ตุลาคม ๒๕๖๕ - ๓๑ กรกฎาคม ๒๕๖๖")
    assert held.replace("\u00a0", "~") == "๑~ตุลาคม~๒๕๖๕~- ๓๑~กรกฎาคม~๒๕๖๖"


@each("held", HELD)
def test_what_belongs_together_is_held(held: str) -> None:
    assert hold_together(held.replace("~", " ")).replace("\u00a0", "~") == held


@each("held", HELD)
def test_arabic_digits_are_held_the_same(held: str) -> None:
    arabic = to_arabic_digits(held)
    assert hold_together(arabic.replace("~", " ")).replace("\u00a0", "~") == arabic


@each("held", FREE)
def test_other_spaces_may_break(held: str) -> None:
    assert hold_together(held.replace("~", " ")).replace("\u00a0", "~") == held


@each("held", HELD)
def test_a_sentence_around_it_changes_nothing(held: str) -> None:
    text = f"ดังนี้ {held} ต่อไป"
    assert hold_together(text.replace("~", " ")).replace("\u00a0", "~") == text


WORDS = "๕|๒๕๖๖|๒๖๒๘|๑๑๑๓/|(กวจ)|(นม).32/5|กษ|ที่|วันที่|มีนาคม|พ.ศ.|บาท|คน|ต่อ|โทร.|นาย|ดร.|พลตรี|ตัวอย่าง|น.|เวลา|ให้"
PIECES = st.sampled_from([*"   \u00a0\n\t0๐วก-", *WORDS.split("|")])


@given(st.lists(PIECES, max_size=20).map("".join) | st.text())
def test_only_single_spaces_change_and_only_once(text: str) -> None:
    once = hold_together(text)
    assert once.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert all(now == was or (was, now) == (" ", "\u00a0") for was, now in zip(text, once, strict=True))
    assert hold_together(once) == once


@given(st.lists(PIECES, min_size=2, max_size=8), st.booleans())
def test_no_rule_speaks_of_neighbours_that_are_passed_over(words: list[str], in_phone: bool) -> None:
    for index in range(len(words) - 1):
        if not hold._may_hold(words[index], words[index + 1]):
            assert not hold._holds(words, index)
            assert not hold._goes_on_with_phone(words, index, in_phone)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_text_without_title_names_nobody(text: str) -> None:
    assert hold.TITLE.search(text) or not hold._titled_name().search(text)


@each("title", sorted({*hold.TITLES, *hold.RANKS, *hold.ABBREVIATED, hold.DOCTOR}))
def test_every_title_is_found(title: str) -> None:
    assert hold.TITLE.search(f"ให้{title}ตัวอย่าง")


@each("piece", [" ".join(HELD), " ", "1 ", "0 ", "นาย", "ดร. ", "ที่ กษ ", "- 1 "])
def test_a_hundred_thousand_characters_take_less_than_a_second(piece: str) -> None:
    text = piece.replace("~", " ") * (100_000 // len(piece))
    start = process_time()
    hold_together(text)
    assert process_time() - start < 1
