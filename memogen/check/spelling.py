"""Words spelt wrong, found in text that has no spaces between words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from memogen.check.kept import untouched
from memogen.check.words import loanwords, misspellings


class Spelling:
    """A table of wrong forms, each with its right one, as one pattern.

    `before` and `after` hold alternatives of what stands around a form where it is part of another word.
    Where one wrong form begins another the longer is found; one that begins its right form is wrong only
    without its rest.
    """

    def __init__(self, right: Mapping[str, str], before: Mapping[str, str], after: Mapping[str, str]) -> None:
        self._right = right
        forms = [
            _guarded(wrong, right[wrong], before.get(wrong, ""), after.get(wrong, ""))
            for wrong in sorted(right, key=len, reverse=True)
        ]
        self._pattern = re.compile("|".join(_by_first_letter(forms)))

    def wrong_words(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Each wrong form with the right one; names of people and firms and addresses are left alone."""
        if not self._pattern.search(text):
            return
        for found in untouched(text, self._pattern.finditer(text)):
            yield found, self._right[found[0]]


def _guarded(wrong: str, right: str, before: str, after: str) -> tuple[str, str]:
    """The first letter, and the pattern of the form with what must not stand around it."""
    rest = right.removeprefix(wrong) if right.startswith(wrong) else ""
    not_after = "|".join(filter(None, (after, re.escape(rest))))
    behind = "".join(f"(?<!{one}{wrong})" for one in before.split("|") if one)
    return wrong[0], f"{re.escape(wrong[1:])}{behind}{f'(?!{not_after})' if not_after else ''}"


def _by_first_letter(forms: list[tuple[str, str]]) -> Iterator[str]:
    """Told apart by their first letter, forms are found several times as fast."""
    rests: dict[str, list[str]] = {}
    for first, rest in forms:
        rests.setdefault(first, []).append(rest)
    return (f"{first}(?:{'|'.join(some)})" for first, some in rests.items())


MISSPELT = Spelling(misspellings.MISSPELLINGS, misspellings.EXCEPT_BEFORE, misspellings.EXCEPT_AFTER)
MISSPELT_LOANWORDS = Spelling(
    {wrong: right for right, forms in loanwords.LOANWORDS.items() for wrong in forms.split()},
    loanwords.EXCEPT_BEFORE,
    loanwords.EXCEPT_AFTER,
)
