"""A paged letter held against its plan, line by line as it was rendered."""

from __future__ import annotations

from collections.abc import Sequence

from memogen.layout.lines import Line
from memogen.layout.pages import Page
from memogen.layout.paging.galley import Set, line_set, narrow, plain_numbers
from memogen.layout.paging.letters import letters_of
from memogen.layout.paging.measures import FEWEST_LINES
from memogen.layout.paging.setting import Break, Plan, set_breaks
from memogen.layout.paging.signatures import latest_page
from memogen.layout.paging.story import ADDED, Story

NARROWER = (0.0, 0.01, 0.02, 0.03)
"""By how much of its width the text is made narrower: Word breaks lines a little otherwise."""


def proofs_of(document: bytes, plan: Plan) -> list[bytes]:
    """The DOCX as planned, once for each of NARROWER, to be rendered for `is_proved`."""
    return [_proof(document, plan, share) for share in NARROWER]


def _proof(document: bytes, plan: Plan, share: float) -> bytes:
    story = Story.of(document)
    story.paint()
    set_breaks(story, plan)
    story.paint_rest()
    width = story.measure("pgSz", "w") - story.measure("pgMar", "left") - story.measure("pgMar", "right")
    narrow(story.section, width * (1 - share))
    plain_numbers(story.root)
    return story.document()


def is_proved(pages: Sequence[Page], plan: Plan, story: Story) -> bool:
    """Whether each page of a letter begins and ends as planned, without single lines.

    Where one page is planned, what does not fit on it may go to another if that does no harm.
    """
    found = [lines for page in pages if (lines := _of_letter(page, len(story.blocks)))]
    if not plan:
        return _does_no_harm([[line for _, line in lines if line] for lines in found], story)
    if len(found) != len(plan) + 1 or any(_is_added(line) for line, _ in found[-1]):
        return False
    return all(_is_turned(last, first, one) for last, first, one in zip(found, found[1:], plan, strict=False))


def _does_no_harm(pages: Sequence[Sequence[Set]], story: Story) -> bool:
    """Whether the letter is on one page, or on two with two lines at least along with the signature."""
    latest = latest_page(story, [line for lines in pages for line in lines])
    return len(pages) == 1 or (len(pages) == 2 and len(pages[0]) <= latest)


def _of_letter(page: Page, blocks: int) -> list[tuple[Line, Set | None]]:
    """The letter's own lines on a page, and its catchword."""
    lines = [(line, line_set(line, blocks)) for line in page.lines]
    return [(line, one) for line, one in lines if one is not None or _is_added(line)]


def _is_added(line: Line) -> bool:
    return ADDED in line.colours


def _is_turned(
    last: Sequence[tuple[Line, Set | None]], first: Sequence[tuple[Line, Set | None]], one: Break
) -> bool:
    """Whether one page ends with the catchword and the next goes on with its words."""
    *body, (foot, _) = last
    words = letters_of(one.catchword)
    if not _is_added(foot) or letters_of(foot.text) != words or any(_is_added(line) for line, _ in body):
        return False
    above, below = [line for _, line in body if line], [line for _, line in first if line]
    begins = "".join(line.letters for line in below[:2])
    if not above or not begins.startswith(words.strip("/…")):
        return False
    if one.at == 0:
        return above[-1].block < one.block
    return all(sum(line.block == one.block for line in lines) >= FEWEST_LINES for lines in (above, below))
