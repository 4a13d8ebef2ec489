"""What is told of one sheet: findings, those of which the same is to be said as one."""

from __future__ import annotations

from typing import Any

from memogen.findings import Finding
from memogen.register.importing.oddities import oddity
from memogen.sheets.table import Cell

Values = tuple[tuple[str, str], ...]


class Teller:
    """Collects the findings of the sheet `sheet` of `file`."""

    def __init__(self, file: str, sheet: str) -> None:
        self.file, self.sheet = file, sheet
        self.told: list[Finding] = []
        self.alike: dict[tuple[str, Values], list[str]] = {}  # code and values: addresses of cells

    def tell(self, code: str, cell: Cell | None = None, **values: Any) -> None:
        """The oddity of a code at a cell, whose text it quotes unless another `text` is given."""
        values.setdefault("text", cell.text if cell else "")
        at = cell.address if cell else ""
        self.told.append(oddity(code, file=self.file, sheet=self.sheet, cell=at, **values))

    def together(self, code: str, cell: Cell, **values: str) -> None:
        """One finding for all cells of which the same is to be said."""
        self.alike.setdefault((code, tuple(values.items())), []).append(cell.address)

    def findings(self, **common: Any) -> list[Finding]:
        """All that was told; of what was told together the cells are in `text`, `common` in the sentence."""
        for (code, values), cells in self.alike.items():
            text = ", ".join(cells)
            self.tell(code, Cell(None, cells[0], ""), text=text, count=len(cells), **common, **dict(values))
        self.alike = {}
        return self.told
