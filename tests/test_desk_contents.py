"""A letter's content in brief: long texts by their digest, however those before them began."""

from __future__ import annotations

import random
from hashlib import sha256

from memogen.desk.contents import LONG, in_brief


def test_a_long_text_is_told_by_its_own_digest_whatever_was_told_before_it() -> None:
    chance = random.Random(2566)
    shared = "".join(chance.choices("กขค 𝄞้", k=3 * LONG))
    for _copy in range(400):
        beginning = shared[: chance.choice((0, 10, LONG, LONG + 1, 2 * LONG, 3 * LONG))]
        text = beginning + "".join(chance.choices("กขคabc", k=chance.randrange(LONG + 1, 3 * LONG)))
        told = in_brief({"เนื้อความ": text})["เนื้อความ"]
        assert told == f"{text[: LONG // 2]}… sha256:{sha256(text.encode()).hexdigest()}"


def test_a_text_that_is_not_long_stays_as_it_is() -> None:
    assert in_brief({"เรื่อง": "ก" * LONG}) == {"เรื่อง": "ก" * LONG}
