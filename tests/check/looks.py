"""Papers with one thing about their looks changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from papers import LOOKS

from memogen.paper import Field, Paper, Part, Passage, Piece


def changed(paper: Paper, change: Callable[[Passage], Passage]) -> Paper:
    """The paper with every passage changed, its fields along with them."""
    passages = {id(one): change(one) for one in paper.passages}
    return replace(
        paper,
        passages=tuple(passages.values()),
        fields=tuple(replace(one, passage=passages[id(one.passage)]) for one in paper.fields),
    )


def of_part(part: Part, change: Callable[[Passage], Passage]) -> Callable[[Passage], Passage]:
    return lambda one: change(one) if one.part is part else one


def looking(paper: Paper, words: str, **looks: Any) -> Paper:
    """The paper with these words in other looks, everything around them in the usual."""

    def change(passage: Passage) -> Passage:
        start = passage.text.find(words)
        if start < 0:
            return passage
        end = start + len(words)
        pieces = (
            Piece(0, start, LOOKS),
            Piece(start, end, replace(LOOKS, **looks)),
            Piece(end, len(passage.text), LOOKS),
        )
        return replace(passage, pieces=tuple(one for one in pieces if one.start < one.end))

    return changed(paper, change)


def setting(paper: Paper, part: Part, **values: Any) -> Paper:
    """The paper with the passages of a part set otherwise."""
    return changed(
        paper,
        of_part(part, lambda one: replace(one, setting=replace(one.setting, **values))),  # type: ignore[type-var]
    )


def field_of(paper: Paper, part: Part) -> Field:
    found = paper.first(part)
    assert found is not None
    return found
