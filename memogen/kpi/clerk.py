"""The clerk who reads cells of one sheet, and notes what cannot be understood."""

from __future__ import annotations

from collections.abc import Sequence

from memogen.findings import Finding
from memogen.kpi import refusals
from memogen.kpi.columns import TARGETS, Column
from memogen.kpi.figures import entry_of, is_awaited, one_line
from memogen.kpi.nouns import Entry, Figure, Words
from memogen.kpi.tables import Line, Table


class Clerk:
    """`faults` are what the clerk could not understand, each with its cell."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.file, self.sheet = table.file, table.sheet
        self.faults: list[Finding] = [
            refusals.doubled_column(table.file, table.sheet, cell.address, cell.text)
            for cell in table.doubled
        ]

    def text(self, line: Line, column: Column) -> str:
        """The text of a name, in one line."""
        cell = line.cells.get(column)
        return one_line(cell.text) if cell else ""

    def words(self, line: Line, column: Column) -> Words | None:
        """The text of a name with its cell."""
        cell = line.cells.get(column)
        return Words(one_line(cell.text), self.sheet, cell.address) if cell else None

    def paragraphs(self, line: Line, column: Column) -> str:
        """The text with the line breaks that it has."""
        cell = line.cells.get(column)
        return "\n".join(map(one_line, cell.text.splitlines())) if cell else ""

    def entry(self, line: Line, column: Column) -> Entry | None:
        return entry_of(line.cells.get(column), self.sheet)

    def figure(self, line: Line, column: Column) -> Figure | None:
        """The number; None for nothing. Words are a fault (V03)."""
        entry = self.entry(line, column)
        if isinstance(entry, Words):
            self.faults.append(refusals.not_a_number(self.file, entry, column))
        return entry if isinstance(entry, Figure) else None

    def figure_or_later(self, line: Line, column: Column) -> Entry | None:
        """As `figure`, where words may also say that it is not yet known."""
        entry = self.entry(line, column)
        return entry if is_awaited(entry) else self.figure(line, column)

    def targets(self, line: Line) -> tuple[Figure | None, ...]:
        return tuple(self.figure(line, column) for column in TARGETS)

    def lacks(self, columns: Sequence[Column]) -> list[str]:
        """Those of the columns that the table does not have."""
        return [column.value for column in columns if column not in self.table.places]
