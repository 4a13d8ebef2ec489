"""A text cut into phrases: what stands in one changes nothing in the next.

Letters of a circular differ in a few words. Cut this way, all the rest of a long paragraph is set once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from memogen.thai.hold import BEFORE_YEAR, MONTH_NAMES, TITLE

_NOT_KNOWN = re.compile("[\x00-\x1f]")
_GAP_IN_THAI = re.compile("[ก-ฺเ-๎] [ก-ฮเ-ไ]")
_THAI_END = re.compile("[ก-ฺเ-๎]\\Z")
_THAI_START = re.compile("[ก-ฮเ-ไ]")
_HOLDS_NEXT = ("ที่", *BEFORE_YEAR)
_HELD_BY_LAST = (*MONTH_NAMES, "ต่อ", "พ.ศ.", "ค.ศ.")


def phrases(text: str, keep: Sequence[str] = ()) -> list[str]:
    """The text cut at single spaces, so that each phrase is set as it is within the whole.

    `" ".join(map(f, phrases(text)))` is `f(text)` for `hold_together` and, with this `keep`, `thai_digits`. A
    control character stands for words that are not known yet: the cuts hold whatever they are, unless there
    is a straight quote in them.
    """
    if '"' in text or any(_GAP_IN_THAI.search(f"ก{string}ก") for string in keep):
        return [text]
    words = text.split(" ")
    found = [words[:1]]
    for before, left, right in zip(["", *words], words, words[1:], strict=False):
        if _is_apart(before, left, right):
            found.append([])
        found[-1].append(right)
    return [" ".join(phrase) for phrase in found]


def _is_apart(before: str, left: str, right: str) -> bool:
    """Whether no rule reaches over the space between two words; `before` is the word before them.

    Between Thai letters only these do: the gaps of a person's name, which has its title one or two words
    ahead, and of some words with what follows them. Addresses, numbers, phones and brackets that keep
    their digits have no such space in them, and brackets with one keep none.
    """
    return (
        _THAI_END.search(left) is not None
        and _THAI_START.match(right) is not None
        and not left.endswith(_HOLDS_NEXT)
        and not right.startswith(_HELD_BY_LAST)
        and not TITLE.search(f"{before} {left}")
        and not _NOT_KNOWN.search(f"{before}{left}{right}")
    )
