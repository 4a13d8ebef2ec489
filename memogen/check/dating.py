"""The dates of a letter: its own, and those in its text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from memogen import thai
from memogen.paper import Origin, Paper, Part, Passage


@lru_cache(maxsize=256)
def dates(text: str) -> tuple[thai.FoundDate, ...]:
    """The dates in a text that have their month in letters; several rules ask for those of one passage."""
    return tuple(thai.find_dates(text))


def letter_date(paper: Paper) -> date | None:
    """The day on which the letter is dated, None where there is none or it cannot be read."""
    field = paper.first(Part.DATE)
    if field is None:
        return None
    days = [found.day for found in dates(field.text) if found.day]
    if days:
        return days[0]
    try:
        return thai.parse_date(field.text)
    except thai.DateError:
        return None


def dated_passages(paper: Paper) -> Iterator[Passage]:
    """The passages whose dates a rule may judge: the header of a letter file is read by its own reader."""
    for passage in paper.passages:
        if not (paper.origin is Origin.LETTER and passage.part is Part.DATE):
            yield passage


def figures(text: str) -> int:
    """A whole number in either digits, commas left out."""
    return int(thai.to_arabic_digits(text).replace(",", ""))
