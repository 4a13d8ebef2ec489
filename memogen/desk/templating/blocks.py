"""Paragraphs and tables of a document: which hold others, which stand together, and which may go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from memogen.desk.templating.fragments import W, remove
from memogen.proof.content import content_of
from memogen.proof.markup import word

if TYPE_CHECKING:
    from lxml import etree

_HOLDERS = ("body", "tc", "txbxContent")


def cleared(block: etree._Element, *, keep: bool = False) -> None:
    """The block goes; one that is to be kept, or that ends a section, stays without its own text."""
    if not keep and next(block.iter(f"{W}sectPr"), None) is None:
        remove(block)
        return
    for one in content_of(block).atoms:
        remove(one[1])


def blocks_of(held: Sequence[etree._Element]) -> list[etree._Element]:
    """The paragraphs and tables, one after the other in one holder, that hold all these paragraphs."""
    for holder in held[0].iterancestors():
        if word(holder) not in _HOLDERS:
            continue
        order = {block: number for number, block in enumerate(holder)}
        found = [
            order[block]
            for one in held
            for block in (one, *one.iterancestors())
            if block.getparent() is holder
        ]
        if len(found) == len(held):
            return list(holder)[min(found) : max(found) + 1]
    return []


def top_of(element: etree._Element) -> etree._Element:
    """What stands in the document's body itself and holds the element."""
    at = element
    while (above := at.getparent()) is not None and word(above) != "body":
        at = above
    return at


def together(held: Sequence[etree._Element]) -> list[etree._Element]:
    """These and the blank lines between, if they stand together in the body: they can go and leave what
    Word wants. Nothing where they do not.
    """
    holder = held[0].getparent() if held else None
    if holder is None or word(holder) != "body" or any(one.getparent() is not holder for one in held):
        return []
    indices = [holder.index(one) for one in held]
    found = list(holder)[indices[0] : indices[-1] + 1]
    others = [one for one in found if one not in held]
    return found if all(word(one) == "p" and is_empty(one) and may_go(one) for one in others) else []


def is_empty(element: etree._Element) -> bool:
    """Whether a paragraph says nothing."""
    return not content_of(element).text.strip()


def may_go(element: etree._Element) -> bool:
    """Whether a paragraph can go without a drawing, a section's end or a cell's only paragraph."""
    holder = element.getparent()
    if holder is None or any(word(one) in ("drawing", "pict", "sectPr") for one in element.iter("*")):
        return False
    if word(holder) == "body":
        return True
    previous, following = element.getprevious(), element.getnext()
    is_last = following is None and (previous is None or word(previous) != "p")
    return sum(word(one) == "p" for one in holder) > 1 and not is_last
