"""What a recipient makes of a letter, before it is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from memogen.findings import Finding
from memogen.model import Block, Paragraph, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a recipient changes in a letter, and what is wrong with it then.

    `findings` are all that its memo raises or carries; with no error among them the memo can be made. `texts`
    are what is printed in each part that has tags (เรียน, เนื้อความ …), of the body in the paragraphs and tables
    with tags alone, bold between `**`: they are the same for two recipients whose letters are. `size` counts
    the printed characters of the whole letter.
    """

    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    size: int


def text_of(block: Block) -> str:
    """A block as printed, a table with a row a line; ‹ and ^ stand in cells that were made one."""
    if isinstance(block, Paragraph):
        return _shown(block.runs)
    rows = [[*map(_shown, row)] for row in (block.head, *block.rows)]
    for span in block.spans:
        for down in range(span.down):
            for across in range(span.across):
                if down or across:
                    rows[1 + span.row + down][span.column + across] = "^" if down else "‹"
    title = [] if block.annex is None else [f"[{block.annex}]"]
    return "\n".join([*title, *map(" | ".join, rows)])


def size_of(block: Block) -> int:
    """The printed characters of a block."""
    if isinstance(block, Paragraph):
        return _size(block.runs)
    return len(block.annex or "") + sum(_size(cell) for row in (block.head, *block.rows) for cell in row)


def _shown(runs: Iterable[Run]) -> str:
    return "".join([f"**{run.text}**" if run.bold else run.text for run in runs])


def _size(runs: Iterable[Run]) -> int:
    return sum([len(run.text) for run in runs])
