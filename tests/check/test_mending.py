"""What a rule mends mechanically is mended once and for all."""

from __future__ import annotations

from cases import each
from hypothesis import given
from hypothesis import strategies as st
from papers import faults, memo

CODES = (
    *(
        "C01",
        "C02",
        "C03",
        "C04",
        "C05",
        "C06",
        "C08",
        "C09",
        "C10",
        "C11",
        "C12",
        "C14",
        "C17",
        "C19",
        "C20",
    ),
    *("D02", "D10"),
)
FRAGMENTS = (
    *(
        "ต่าง",
        "ๆ",
        "ฯลฯ",
        " ",
        "  ",
        "   ",
        "(",
        ")",
        ",",
        "“",
        "”",
        "เเ",
        "แผน",
        "น\u0e4dา",
        "น่\u0e4dา",
        "ท่ี",
        "ท่่ี",
    ),
    *(
        "อนุญาติ",
        "กฏหมาย",
        "ปรากฎ",
        "เว็ปไซด์",
        "อีเมล์",
        "พ.ศ.",
        "พ.ศ",
        "๒๕๖๖",
        "2566",
        "๐๙.๓๐",
        "น.",
        "ณ.",
        "ห้องประชุม",
    ),
    *(
        "จำนวน",
        "๑๕",
        "บาท",
        "วันพฤหัส",
        "ที่",
        "นาย",
        "สมมติ",
        "โทร",
        "โทรสาร.",
        "๒๗๑",
        "นะค่ะ",
        "\u200b",
        "\uf70a",
        "ำ",
    ),
    *("unit@cpd.go.th", "https://www.cpd.go.th/ต่างๆ", "Windows 11", "\n", "า", "า", "่", "้", "ี", "ก"),
)


@given(words=st.lists(st.sampled_from(FRAGMENTS), max_size=12))
@each("code", CODES)
def test_mended_twice_is_mended_once(words, code):
    once = mended("".join(words), code)
    assert mended(once, code) == once


@given(words=st.lists(st.sampled_from(FRAGMENTS), max_size=8))
@each("code", CODES)
def test_addresses_telephones_and_product_names_stay(words, code):
    kept = ("unit@cpd.go.th", "https://www.cpd.go.th/ต่างๆ", "Windows 11", "โทร. ๐ ๒๒๘๑ ๐๐๐๐")
    text = "".join(words)
    after = mended(" \n".join((text, *kept, text)), code)
    assert all(one in after for one in kept)


def mended(text: str, code: str) -> str:
    """The text with every mechanical mending of the rule."""
    found = [one for one in faults(memo(body=[text]), code) if one.passage and one.passage.text == text]
    for fault in sorted(found, key=lambda one: one.span, reverse=True):
        if fault.fix is not None:
            start, end = fault.span
            text = text[:start] + fault.fix + text[end:]
    return text
