"""Texts cut into phrases. In these tables / is a cut and ~ stands for words that are not known."""

from __future__ import annotations

import re

from cases import each
from hypothesis import example, given
from hypothesis import strategies as st

from memogen.thai import hold_together, phrases, thai_digits

CUT = [
    "กรมตัวอย่าง/ขอแจ้ง/ผลการประชุม",
    "กรม/ขอแจ้ง ~ ให้ทราบ ตามนี้/ทั้งหมด",
    "กรม ขอแจ้ง~ ให้ทราบ ตามนี้/ทั้งหมด",
    "กรม/จำนวน ๑๕ คน/มาประชุม",
    "ในปีงบประมาณ พ.ศ. ๒๕๖๖ กรม/ขอแจ้ง",
    "ขอแจ้ง (ตามนี้) ให้ทราบ/ทั้งหมด",
    "เสนอ/นายสมมติ สองนาม เป็น/ประธาน",
    "ก  ข",
    "ก\tข",
    "ก\u00a0ข",
    "",
    " ",
]


@each("text", CUT)
def test_a_text_is_cut_where_nothing_reaches_over(text: str) -> None:
    assert "/".join(phrases(text.replace("/", " ").replace("~", "\x02"))).replace("\x02", "~") == text


@each(
    "text",
    [
        *("นายสมมติ สองนาม", "พันเอก สมมติ สองนาม", "รองศาสตราจารย์ ดร. สมมติ สองนาม", "ว่าที่ ร้อยตรี สมมติ สองนาม"),
        *("ที่ กษ ๑๑๑๓/๕", "มีนาคม พ.ศ. ๒๕๖๖", "ปีงบประมาณ พ.ศ.๒๕๖๖ โครงการ", "โทรศัพท์ ต่อ 271"),
        *("วันที่ มีนาคม", "ปี งบ", 'กล่าวว่า "ขอเชิญ ประชุม"', "กรม~ ขอแจ้ง", "~ขอ แจ้ง", "ขอ แจ้ง~"),
    ],
)
def test_words_that_may_hold_each_other_stay_together(text: str) -> None:
    assert len(phrases(text.replace("~", "\x02"))) == 1


def test_words_that_keep_their_digits_are_not_cut() -> None:
    assert phrases("ก ระบบ งาน 4 ข", keep=["ระบบ งาน 4"]) == ["ก ระบบ งาน 4 ข"]
    assert phrases("ก แบบ 4 ข ค", keep=["แบบ 4"]) == ["ก", "แบบ 4 ข", "ค"]


SAMPLES = (
    "๕|2566|๒๕๖๖|2628|1111/|(กวจ)|(นม).32/5|กษ|ที่|วันที่|มีนาคม|มี.ค.|พ.ศ.|ค.ศ.|บาท|คน|ต่อ|โทร.|โทรศัพท์|นาย|ดร."
    "|พลตรี|ว่าที่|ศ.|น.|เวลา|ให้|โดย|และ|หรือ|ISO 9001|ID: 812 345|A4|(|)|“|”|[|]|www.ก1.com|x.go.th/1|a@b1"
    "|ก1.ไทย|192.168.0.1|เบอร์|หมายเลข|-|–|,|271|0|+66|งบประมาณ|ปี|โครงการ|ว|/ว71|\u00a0|  |\n|\t|0 2628 5143"
    "|พระ|ก|ข|4x"
)
PLAIN = "การประชุม|ดำเนินการ|ของหน่วยงาน|ขอเชิญ|กรุณา|ทั้งนี้|กรม"
WORDS = st.lists(
    st.sampled_from(
        [word + gap for word in (*SAMPLES.split("|"), *PLAIN.split("|") * 6) for gap in ("", " ")]
    ),
    max_size=6,
).map("".join)


@given(
    st.lists(st.tuples(WORDS, WORDS), max_size=3),
    WORDS,
    st.sampled_from([(), ("4x",), ("ที่ 2",), ("กรม ก 2", " 2")]),
)
@example([("เสนอ ", "นาย")], "สมมติ สองนาม เป็น ประธาน", ())
@example([("โทร. ", "0 2628 5143")], " ต่อ 271", ())
@example([("(", "A 5)")], " ข้อ 3 (", ())
@example([], "วันที่ 27ก มีนาคม", ())
def test_phrases_are_set_as_the_whole_whatever_the_unknown_words(
    pairs: list[tuple[str, str]], end: str, keep: tuple[str, ...]
) -> None:
    text = "".join(f"{known}\x02{n}\x03" for n, (known, _unknown) in enumerate(pairs)) + end

    def filled(phrase: str) -> str:
        return re.sub("\x02([0-9])\x03", lambda slot: pairs[int(slot[1])][1], phrase)

    cut = [filled(phrase) for phrase in phrases(text, keep)]
    assert " ".join(cut) == filled(text)
    assert " ".join(map(hold_together, cut)) == hold_together(filled(text))
    digits = [thai_digits(phrase, keep=keep) for phrase in cut]
    assert " ".join(digits) == thai_digits(filled(text), keep=keep)
    assert " ".join(map(hold_together, digits)) == hold_together(" ".join(digits))
