"""Paragraphs and tables as they were read, to be filled with the values of one recipient after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from memogen.compose.numbering import depth, own_number
from memogen.compose.orders import TableOrder
from memogen.compose.wording import Wording
from memogen.model import Align, Paragraph, Role, Run, Table

ITEMS = (Role.ITEM_1, Role.ITEM_2, Role.ITEM_3)


@dataclass(frozen=True, slots=True)
class TextSketch:
    """The text of a paragraph or cell, every second stretch bold; each of the `marks` is put before it."""

    wording: Wording
    marks: tuple[str, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether there are values to come."""
        return bool(self.wording.slots)

    def runs(self, values: Sequence[str]) -> tuple[Run, ...]:
        """The runs with their values."""
        stretches = enumerate(self.wording.filled(values))
        runs = tuple(Run(text, index % 2 == 1) for index, text in stretches if text)
        for mark in self.marks:
            runs = _marked(mark, runs)
        return runs

    def words(self, values: Sequence[str]) -> str:
        """The text alone, without marks."""
        return "".join(self.wording.filled(values))


@dataclass(frozen=True, slots=True)
class ParagraphSketch:
    """A paragraph; in the role of the body it becomes an item when it begins with a number of its own.

    `lines` are its first and last in the file.
    """

    role: Role
    text: TextSketch
    lines: tuple[int, int]

    @property
    def waits(self) -> bool:
        """Whether there are values to come."""
        return self.text.waits

    def filled(self, values: Sequence[str]) -> Paragraph:
        """The paragraph with its values."""
        paragraph = Paragraph(self.role, self.text.runs(values))
        number = own_number(paragraph.text) if self.role is Role.BODY else ""
        return replace(paragraph, role=ITEMS[depth(number) - 1]) if number else paragraph


@dataclass(frozen=True, slots=True)
class TableSketch:
    """A table; its first row is the head, and `lines` are its first and last in the file."""

    rows: tuple[tuple[TextSketch, ...], ...]
    aligns: tuple[Align, ...]
    lines: tuple[int, int]

    @property
    def waits(self) -> bool:
        """Whether there are values to come."""
        return any(cell.waits for row in self.rows for cell in row)

    def filled(self, values: Sequence[str]) -> Table:
        """The table with its values."""
        head, *rows = (tuple(cell.runs(values) for cell in row) for row in self.rows)
        return Table(head, tuple(rows), self.aligns)


@dataclass(frozen=True, slots=True)
class DataSketch:
    """A table that the data are to fill (see `DataTables`); `lines` are its first and last in the file."""

    order: TableOrder
    lines: tuple[int, int]

    @property
    def waits(self) -> bool:
        """It does: a body is remembered without its letter's data."""
        return True


Sketch: TypeAlias = "ParagraphSketch | TableSketch | DataSketch"


def _marked(mark: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not mark or not runs:
        return (Run(mark),) if mark else runs
    first, *rest = runs
    if first.bold:
        return (Run(f"{mark} "), *runs)
    return (Run(f"{mark} {first.text}"), *rest)
