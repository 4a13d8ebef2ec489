"""Letters planned: rendered as galleys, their breaks chosen, rendered with them, and proved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, takewhile
from pathlib import Path

from memogen.layout.pages import Page
from memogen.layout.paging.catchwords import NONE, catchword
from memogen.layout.paging.choosing import Place, chosen, free_mm
from memogen.layout.paging.estimating import room_mm
from memogen.layout.paging.galley import WORDS_MM, Galley, galley_of, read_galley
from memogen.layout.paging.letters import index_of, letters_of
from memogen.layout.paging.measures import LINE_MM, SLACK_LINES
from memogen.layout.paging.proving import NARROWER, is_proved, proofs_of
from memogen.layout.paging.setting import Break, Plan, is_of
from memogen.layout.paging.story import MOST_BLOCKS, MOST_ROWS, Story
from memogen.layout.rendering import rendered

TRIES = 4
_MISJUDGED_MM = 60
"""By so much the room below a letter may be thought too small before it is rendered."""
AT_ONCE = 50

Render = Callable[[Sequence[bytes]], list[tuple[Page, ...]]]
"""The measured pages of each document, none of one that cannot be rendered."""


def planned(documents: Sequence[bytes], *, cache: Path) -> list[Plan | None]:
    """The proved plan of each DOCX, in the same order: empty for one page, None where none was found.

    Letters that differ only in short lines, as copies of a circular do, are planned once. `cache` is where
    fonts are kept between runs. Raises HelperMissing (LibreOffice or the font).
    """
    return plans(documents, partial(rendered, cache=cache))


def plans(documents: Sequence[bytes], render: Render) -> list[Plan | None]:
    """See `planned`."""
    stories = [Story.of(document) for document in documents]
    alike: dict[object, int] = {}
    models = [alike.setdefault(story.likeness(), number) for number, story in enumerate(stories)]
    found = _planned([*alike.values()], documents, stories, render)
    strangers = [
        number
        for number, model in enumerate(models)
        if not all(is_of(stories[number], one) for one in found[model] or ())
    ]
    found |= _planned(strangers, documents, stories, render)
    return [found[number] if number in found else found[model] for number, model in enumerate(models)]


def _planned(
    numbers: Sequence[int], documents: Sequence[bytes], stories: Sequence[Story], render: Render
) -> dict[int, Plan | None]:
    """The plans of some of the documents, fifty at a time."""
    found: dict[int, Plan | None] = {}
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        letters = _galleys(
            [documents[number] for number in some], [stories[number] for number in some], render
        )
        _find([letter for letter in letters if letter], render)
        found |= {
            number: letter.plan if letter else None for number, letter in zip(some, letters, strict=True)
        }
    return found


# --- one letter -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Letter:
    """A letter while its plan is found; `narrow` is its galley in a narrow column.

    `fits` says whether it was proved as it is, on one page; None of one that is certainly longer.
    """

    document: bytes
    story: Story
    galley: Galley
    narrow: Galley
    fits: bool | None
    tried: Plan = ()
    plan: Plan | None = None

    def try_plan(self, slack_lines: float) -> bool:
        """Makes the plan with so much slack; False when there is none."""
        places = chosen(self.story, self.galley, slack_lines=slack_lines)
        self.tried = tuple(self._break(place) for place in places or ())
        return places is not None and all(one.catchword != NONE for one in self.tried)

    def _break(self, place: Place) -> Break:
        story = self.story
        block = place.block + story.is_spacer(place.block)
        text, at, galley = story.text(block), place.at, self.narrow
        if story.is_table(block):
            at, galley = 0, self.galley  # its heads are printed again
        lines = [line.letters for line in galley.lines if line.block == block]
        if story.is_table(block) and lines[0] != letters_of(text):  # the heads take several lines
            text = _begun(story.cells(block)[0], lines[0])
        return Break(block=place.block, at=place.at, catchword=catchword(text, at, lines))


def _begun(text: str, line: str) -> str:
    """As much of a cell's text as stands on the first line of its row, which other cells share."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(letters_of(text), line, strict=False))
    return text[: index_of(text, len(list(same)))]


def _galleys(documents: Sequence[bytes], stories: Sequence[Story], render: Render) -> list[_Letter | None]:
    """The letters with their galleys; None for one that cannot be rendered, or has too many blocks.

    What may be a page long is rendered as it is too: asking LibreOffice once more takes a second.
    """
    proofs = [proofs_of(one, ()) if room_mm(one) > -_MISJUDGED_MM else [] for one in documents]
    galleys = ([galley_of(one, width_mm=width) for width in (None, WORDS_MM)] for one in documents)
    wanted = [one for both in zip(galleys, proofs, strict=True) for some in both for one in some]
    pages = iter(render(wanted))
    letters: list[_Letter | None] = []
    for document, story, own in zip(documents, stories, proofs, strict=True):
        galley, narrow = (read_galley(one, len(story.blocks)) for one in islice(pages, 2))
        rendered = [*islice(pages, len(own))]
        fits = all(is_proved(one, (), story) for one in rendered) if rendered else None
        if galley and narrow and _is_bounded(story):
            letters.append(_Letter(document, story, galley, narrow, fits))
        else:
            letters.append(None)
    return letters


def _is_bounded(story: Story) -> bool:
    blocks = range(len(story.blocks))
    return len(blocks) <= MOST_BLOCKS and all(len(story.rows(block)) <= MOST_ROWS for block in blocks)


# --- many letters ---------------------------------------------------------------------------------


def _find(letters: Sequence[_Letter], render: Render) -> None:
    """Gives each letter its proved plan, where there is one: what fails ends its pages a line sooner.

    A letter that fills its one page stays as it is where that was proved.
    """
    waiting: list[_Letter] = []
    full: list[_Letter] = []
    for letter in letters:
        free = free_mm(letter.story, letter.galley)
        if free >= SLACK_LINES * LINE_MM or (free >= 0 and letter.fits):
            letter.plan = ()
        else:
            (full if free >= 0 and letter.fits is None else waiting).append(letter)
    waiting += _unproved(full, render)
    for more in range(TRIES):
        waiting = _unproved([one for one in waiting if one.try_plan(SLACK_LINES + more)], render)


def _unproved(letters: Sequence[_Letter], render: Render) -> list[_Letter]:
    """Gives those letters their plan that are right with what was tried, and returns the others."""
    for letter, is_right in zip(letters, _proved(letters, render), strict=True):
        letter.plan = letter.tried if is_right else None
    return [letter for letter in letters if letter.plan is None]


def _proved(letters: Sequence[_Letter], render: Render) -> Iterator[bool]:
    if not letters:
        return
    pages = iter(render([proof for letter in letters for proof in proofs_of(letter.document, letter.tried)]))
    for letter in letters:
        results = [is_proved(one, letter.tried, letter.story) for one in islice(pages, len(NARROWER))]
        yield all(results)
