"""Where the signature of a letter stands: it is never alone on a page (saraban.md 2.6, T12)."""

from __future__ import annotations

from collections.abc import Sequence

from memogen.layout.paging.galley import Set
from memogen.layout.paging.measures import FEWEST_LINES
from memogen.layout.paging.story import Story


def latest_page(story: Story, lines: Sequence[Set]) -> int:
    """The last of these lines that a page may begin with, for two lines to go along with the signature.

    That is the first signature, so that decisions, owner and codes stay with it too. Where there is none, any
    line may begin a page.
    """
    signs = (
        number
        for number in range(1, len(lines))
        if _is_room_above(story, lines[number - 1].block, lines[number].block)
        and any(line.letters.startswith("(") for line in lines[number : number + 2])
    )
    return next(signs, len(lines) + FEWEST_LINES) - FEWEST_LINES


def _is_room_above(story: Story, above: int, below: int) -> bool:
    """Whether there are empty lines to sign in; a name in brackets, maybe under a rank, stands below."""
    return any(story.is_blank(block) and not story.is_spacer(block) for block in range(above + 1, below))
