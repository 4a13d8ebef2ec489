"""The places where pages may end, and the choice among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from memogen.layout.paging.galley import Galley, Set
from memogen.layout.paging.letters import index_of, letters_of
from memogen.layout.paging.measures import CATCHWORD_LINES, FEWEST_LINES, LINE_MM, NEAR_LINES, SLACK_LINES
from memogen.layout.paging.signatures import latest_page
from memogen.layout.paging.story import Story

HELD_BY = "\u00a0\u200d\u2060"
"""What stands within phrases that belong together (`thai.hold_together`)."""
_NOT_THAI = re.compile("[^ก-ฮะ-๎]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page may begin: before `line` of the galley, in `block` after `at` letters or rows of it.

    `above_mm` is what is printed again above the line there: the heads of a table. `after_one_line` says that
    the page before ends with a paragraph of one line, which may well head what follows; above a heading it
    heads nothing, as the last words of an item of minutes.
    """

    line: int
    block: int
    at: int = 0
    above_mm: float = 0.0
    after_one_line: bool = False


def free_mm(story: Story, galley: Galley) -> float:
    """How much of the first page is left below the letter; less than nothing when it needs a second one."""
    return story.bottom_mm - galley.lines[-1].bottom_mm


def chosen(story: Story, galley: Galley, *, slack_lines: float = SLACK_LINES) -> list[Place] | None:
    """The first place of every page after the first; None when there is a page that no place can end."""
    places, lines = list(_places(story, galley.lines)), galley.lines
    latest = latest_page(story, lines)
    bottom = story.bottom_mm - slack_lines * LINE_MM
    found: list[Place] = []
    start, shift = 0, 0.0
    while lines[-1].bottom_mm + shift > bottom:
        fitting = [
            place
            for place in places
            if place.line > start
            and lines[place.line - 1].bottom_mm + shift + CATCHWORD_LINES * LINE_MM <= bottom
        ]
        if not fitting:
            return None
        best = _best([place for place in fitting if place.line <= latest] or fitting)
        found.append(best)
        start = best.line
        shift = galley.top_mm + best.above_mm - lines[start].baseline_mm
    return found


def _best(places: Sequence[Place]) -> Place:
    """The last one, or one just before it that does not cut a block in two, or part it from its head."""
    last = places[-1]
    near = [place for place in reversed(places) if last.line - place.line <= NEAR_LINES]
    whole = [place for place in near if place.at == 0]
    return next((place for place in whole if not place.after_one_line), (*whole, last)[0])


def _places(story: Story, lines: Sequence[Set]) -> Iterator[Place]:
    """Every place where a page may begin, in order."""
    start, last_count = 0, 0
    for block, group in groupby(lines, key=lambda line: line.block):
        own = list(group)
        if start and (first := _begins_at(story, lines[start - 1].block, block)) is not None:
            may_head = last_count == 1 and not story.keeps_next(first)
            yield Place(line=start, block=first, after_one_line=may_head)
        yield from (
            _row_places(story, block, start, own)
            if story.is_table(block)
            else _line_places(story, block, start, own)
        )
        last_count = len(own)
        start += last_count


def _begins_at(story: Story, last: int, block: int) -> int | None:
    """The block that a page begins with when it begins with the text of `block`; None when it may not.

    No page begins or ends with an empty line: that is the space for a signature.
    """
    first = last + 1
    is_near = first == block or (first + 1 == block and story.is_spacer(first))
    return first if is_near and not story.keeps_next(last) else None


def _line_places(story: Story, block: int, start: int, lines: Sequence[Set]) -> Iterator[Place]:
    if len(lines) < 2 * FEWEST_LINES or not story.may_be_cut(block):
        return
    text = story.text(block)
    if "".join(line.letters for line in lines) != letters_of(text):
        return
    for count in range(FEWEST_LINES, len(lines) - FEWEST_LINES + 1):
        at = sum(len(line.letters) for line in lines[:count])
        if not _is_torn(text, index_of(text, at)):
            yield Place(line=start + count, block=block, at=at)


def _is_torn(text: str, index: int) -> bool:
    """Whether a cut there may part what is held together: a name, a date, a number, an address."""
    if text[index - 1] in " \n":
        return False
    begins = max(text.rfind(sign, 0, index) for sign in " \n") + 1
    ends = min(found for sign in " \n" if (found := f"{text}{sign}".find(sign, index)) >= 0)
    is_held = any(sign in text[begins:ends] for sign in HELD_BY)
    return is_held or bool(_NOT_THAI.match(text[index - 1]) and _NOT_THAI.match(text[index]))


def _row_places(story: Story, block: int, start: int, lines: Sequence[Set]) -> Iterator[Place]:
    heads = story.head_rows(block)
    body = [number for number, line in enumerate(lines) if line.row >= heads]
    if not body:
        return
    above = lines[body[0]].baseline_mm - lines[0].baseline_mm
    for count in range(body[0] + FEWEST_LINES, len(lines) - FEWEST_LINES + 1):
        row = lines[count].row
        is_held = story.row_keeps_next(block, row - 1) or story.goes_on_above(block, row)
        if row > lines[count - 1].row and not is_held:
            yield Place(line=start + count, block=block, at=row, above_mm=above)
