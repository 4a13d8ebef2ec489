"""The officer's own words: the text of a letter without what it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memogen.check.kept import Spans, is_within
from memogen.check.spelling import Spelling
from memogen.paper import Paper, Part, Passage

_QUOTED = re.compile('“[^”]{0,2000}”|"[^"\n]{0,500}"|‘[^’\n]{0,500}’')


def prose(paper: Paper) -> Iterator[Passage]:
    """The passages of the letter's text, those in tables too."""
    return (one for one in paper.text_passages if one.part is Part.BODY)


def quotations(text: str) -> Spans:
    """The stretches between quotation marks: somebody else's words."""
    if not any(mark in text for mark in '“"‘'):
        return ()
    return tuple(found.span() for found in _QUOTED.finditer(text))


def unquoted(paper: Paper, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every match of a pattern in the officer's own words."""
    for passage in prose(paper):
        quoted: Spans | None = None
        for found in pattern.finditer(passage.seen):
            quoted = quotations(passage.seen) if quoted is None else quoted
            if not is_within(quoted, *found.span()):
                yield passage, found


def unquoted_words(paper: Paper, words: Spelling) -> Iterator[tuple[Passage, re.Match[str], str]]:
    """Every word of a table in the officer's own words, with what is written instead."""
    for passage in prose(paper):
        quoted: Spans | None = None
        for found, instead in words.wrong_words(passage.seen):
            quoted = quotations(passage.seen) if quoted is None else quoted
            if not is_within(quoted, *found.span()):
                yield passage, found, instead
