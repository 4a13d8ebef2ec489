"""Page breaks and catchwords set into a letter, so that Word and LibreOffice both keep them.

A page that begins with a paragraph: `w:pageBreakBefore`. A paragraph over two pages becomes two, the second
without indent. A table over two pages becomes two, with the same heads. The catchword is a paragraph of its
own below the last line.

The last line of a cut paragraph is left as it is. A line break after it would justify it too; but where Word
breaks lines a little otherwise, one word alone would be spread over the whole line.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memogen.layout.paging.letters import index_of, letters_of
from memogen.layout.paging.markup import W, local, new, properties, put
from memogen.layout.paging.measures import CATCHWORD_LINES, LINE_MM
from memogen.layout.paging.story import Story, text_of
from memogen.ooxml import twips

if TYPE_CHECKING:
    from lxml import etree

_SPACE_ABOVE = twips(LINE_MM * (CATCHWORD_LINES - 1))
_WORD_PARAGRAPH_IDS = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where a page begins: in a block of the letter, after `at` letters of a paragraph or rows of a table.

    `catchword` is what stands at the foot of the page before.
    """

    block: int
    at: int = 0
    catchword: str


Plan = tuple[Break, ...]
"""The breaks of a letter in their order; none when it is on one page."""


def paged(document: bytes, plan: Plan) -> bytes:
    """The DOCX with its page breaks and catchwords; the same bytes for the same document and plan.

    ValueError when the plan is of another text.
    """
    if not plan:
        return document
    story = Story.of(document)
    set_breaks(story, plan)
    return story.document()


def set_breaks(story: Story, plan: Plan) -> None:
    """See `paged`."""
    for one in reversed(plan):  # so that those before it still find their blocks
        if not is_of(story, one):
            raise ValueError(f"block {one.block} does not go on with {one.catchword}")
        block = story.blocks[one.block]
        if one.at == 0:
            _begin_page(block, one.catchword)
        elif story.is_table(one.block):
            _cut_table(block, one.at, story.head_rows(one.block), one.catchword)
        else:
            _cut_paragraph(block, one.at, one.catchword)


def is_of(story: Story, one: Break) -> bool:
    """Whether the letter goes on there as the catchword says."""
    if one.block >= len(story.blocks):
        return False
    if story.is_table(one.block):
        return one.at < len(story.rows(one.block)) and _says(story.text(one.block), one)
    block = one.block + 1 if story.is_spacer(one.block) else one.block
    text = story.text(block)
    return _says(text[index_of(text, one.at) :], one)


def _says(text: str, one: Break) -> bool:
    return letters_of(text).startswith(letters_of(one.catchword.strip("/…")))


def _begin_page(block: etree._Element, catchword: str) -> None:
    block.addprevious(_catchword(block, catchword))
    if local(block) == "p":
        _on_new_page(block)
    else:
        block.addprevious(_page_break(block))


def _on_new_page(paragraph: etree._Element) -> None:
    looks = properties(paragraph, "pPr")
    put(looks, "pageBreakBefore", val="1")
    put(looks, "spacing", before="0", beforeAutospacing="0")


def _page_break(like: etree._Element) -> etree._Element:
    """A paragraph of no height that begins a page: a table cannot do so itself."""
    found = new(like, "p")
    looks = properties(found, "pPr")
    put(looks, "keepNext")
    put(looks, "pageBreakBefore")
    put(looks, "spacing", before="0", after="0", line="20", lineRule="exact")
    return found


def _catchword(like: etree._Element, words: str) -> etree._Element:
    found = new(like, "p")
    looks = properties(found, "pPr")
    put(looks, "keepLines")
    put(looks, "spacing", before=str(_SPACE_ABOVE), after="0", line="240", lineRule="auto")
    put(looks, "ind", left="0", right="0", firstLine="0")
    put(looks, "jc", val="right")
    text = new(found, "t")
    text.text = words
    run = new(found, "r")
    run.append(text)
    found.append(run)
    return found


def _cut_table(table: etree._Element, row: int, heads: int, catchword: str) -> None:
    rest = copy.deepcopy(table)
    for number, own in enumerate(table.findall(f"{W}tr")):
        if number >= row:
            table.remove(own)
    for number, own in enumerate(rest.findall(f"{W}tr")):
        if heads <= number < row:
            rest.remove(own)
    between = [_catchword(table, catchword), _page_break(table), rest]
    for element in reversed(between):
        table.addnext(element)


def _cut_paragraph(paragraph: etree._Element, letters: int, catchword: str) -> None:
    rest = copy.deepcopy(paragraph)
    at = index_of(text_of(paragraph), letters)
    _keep(paragraph, 0, at)
    _keep(rest, at, None)
    for name in [name for name in rest.attrib if str(name).startswith(_WORD_PARAGRAPH_IDS)]:
        del rest.attrib[name]
    for mark in list(rest.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    _on_new_page(rest)
    put(properties(rest, "pPr"), "ind", firstLine="0")
    paragraph.addnext(rest)
    paragraph.addnext(_catchword(paragraph, catchword))


def _keep(paragraph: etree._Element, start: int, end: int | None) -> None:
    """Leaves of a paragraph the characters of `text_of(paragraph)[start:end]`, without spaces at the cut."""
    index = 0
    for found in list(paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")):
        if local(found.getparent()) != "r":
            continue
        text = (found.text or "") if local(found) == "t" else " "
        begins, index = index, index + len(text)
        kept = text[max(start - begins, 0) : None if end is None else max(end - begins, 0)]
        if local(found) == "t":
            found.text = kept.rstrip(" ") if end is not None and end <= index else kept
        elif not kept:
            found.getparent().remove(found)  # type: ignore[union-attr]
    for run in list(paragraph.iter(f"{W}r")):
        if not any(local(one) != "rPr" and (local(one) != "t" or one.text) for one in run):
            run.getparent().remove(run)  # type: ignore[union-attr]
