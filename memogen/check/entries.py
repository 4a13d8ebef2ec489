"""A letter's own line in the books."""

from __future__ import annotations

from memogen import thai
from memogen.books import Entry, Status
from memogen.check import dating, numbering
from memogen.check.rule import Around
from memogen.paper import Paper


def own_entry(paper: Paper, around: Around) -> Entry | None:
    """The line in the books, by the printed number and year when nothing else tells; none when it is void."""
    entry = around.entry
    if entry is None and around.find_entry is not None:
        printed, dated = numbering.printed(paper), dating.letter_date(paper)
        entry = around.find_entry(printed.text, thai.be_year(dated)) if printed and dated else None
    return entry if entry and entry.status is not Status.VOID else None


def plain(text: str) -> str:
    """A text without spaces and in Thai digits, to be compared."""
    return thai.to_thai_digits("".join(text.split()))
