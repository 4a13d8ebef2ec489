"""What is remembered from one letter to the next, while several threads are at it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from memogen.desk.contents import LONG, in_brief
from memogen.model import Memo, Paragraph, Role, Run, Signature
from memogen.render import read_template
from memogen.render.fields import field_values
from memogen.render.memo import styles_of
from memogen.render.moulds import moulder

TEMPLATE = Path(__file__).parents[2] / "templates" / "บันทึกข้อความ.docx"
MEMO = Memo(
    agency="กองทดสอบ",
    number="กษ ๑๑๑๓/",
    date_text="๒๗ มีนาคม ๒๕๖๖",
    subject="ขอทดสอบ",
    to="",
    blocks=(Paragraph(Role.BODY, (Run("ข้อความ"),)),),
    signature=Signature("นางสาวตัวอย่าง หนึ่งนาม", ("ผู้อำนวยการ",)),
    series="กษ ๑๑๑๓",
)


@pytest.fixture(autouse=True)
def _threads_in_turn_all_the_time() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_no_letter_gets_a_text_of_another() -> None:
    """The fields are looked at alone, without the rendering that seldom lets another thread come between."""
    template = read_template(TEMPLATE)
    memos = [replace(MEMO, to=f"ผู้รับ {n}", subject=f"เรื่อง {n % 2}") for n in range(40)]
    letters = [field_values(memo, styles_of(template), emblem=True) for memo in memos]
    find = moulder(template).of

    def mixed(start: int) -> list[tuple[bytes, bytes]]:
        """What came out of the letters from one on, taken in turn, and is not theirs."""
        wrong = []
        for letter in (letters[start::4] * 2_000)[:20_000]:
            _moulds, texts = find(letter)
            said = texts["เรียน"], texts["เรื่อง"]
            if said != (letter["เรียน"].encode(), letter["เรื่อง"].encode()):
                wrong.append(said)
        return wrong

    with ThreadPoolExecutor(4) as threads:
        assert [*threads.map(mixed, range(4))] == [[]] * 4


def test_no_digest_is_that_of_another_text() -> None:
    texts = ["ก" * (LONG + n % 5) + "ข" * (n % 11) + "ค" * LONG for n in range(3_000)]
    with ThreadPoolExecutor(8) as threads:
        told = [*threads.map(lambda text: in_brief({"": text})[""], texts)]
    assert told == [f"{text[: LONG // 2]}… sha256:{sha256(text.encode()).hexdigest()}" for text in texts]
