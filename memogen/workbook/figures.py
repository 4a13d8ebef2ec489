"""The numbers of a table, column by column, as its own cells hold them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from memogen.sheets.kinds import NAMES_THINGS, Sort, number_in
from memogen.sheets.sorting import Understood
from memogen.sheets.table import Rows

Figures = Sequence[Decimal | None]
"""Of one column, a row each; None where nothing stands, or the number belongs to a cell above."""


def number_columns(sheet: Understood) -> list[str]:
    """The columns of numbers that may be added, from the left: not those that name or count the rows."""
    return [
        column
        for column, kind in sheet.kinds.items()
        if kind.sort in (Sort.NUMBER, Sort.PERCENT) and not NAMES_THINGS.search(column)
    ]


def figures_of(rows: Rows, column: str) -> list[Decimal | None]:
    """The numbers of the column; a merged cell counts in its first row alone."""
    layout = rows.layout
    place = layout.places[column]
    figures = [number_in(raws[place]) for raws in rows.raws]
    if not layout.corners:
        return figures
    number = layout.numbers[place]
    here = ((row - 1, number) for row in rows.numbers)
    return [
        figure if layout.corners.get(cell, cell) == cell else None
        for figure, cell in zip(figures, here, strict=True)
    ]


def grouped(value: Decimal) -> str:
    """A number for a sentence, at most four places after the point.

    >>> grouped(Decimal("1397139.50"))
    '1,397,139.5'
    """
    short = value.quantize(Decimal("0.0001"), ROUND_HALF_UP) if value.adjusted() < 20 else value
    text = f"{short:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_near(first: Decimal, second: Decimal) -> bool:
    """Equal to half a satang, which is what rounded items may add up to."""
    return abs(first - second) <= Decimal("0.005")
