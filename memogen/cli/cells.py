"""The cells that a letter's figures come from, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from gettext import gettext as _
from typing import Any

from memogen.cli.columns import padded, width
from memogen.cli.seat import Seat
from memogen.compose.tracing import BODY
from memogen.desk.tracing import Figure, Quote, Trace

_WIDEST = (16, 28, 20, 20, 26)
"""Columns of the terminal that each column of the table takes at most."""
_DIGITS = "0123456789"


def document(seat: Seat, trace: Trace) -> dict[str, Any]:
    """The trace as JSON has it."""
    return {
        "letter": seat.shown(trace.letter),
        "recipient": trace.recipient,
        "figures": [
            {
                "part": figure.part,
                "line": figure.line,
                "printed": figure.printed,
                "cells": [
                    {
                        "data": quote.data,
                        "file": seat.shown(quote.file),
                        "sheet": quote.sheet,
                        "cell": quote.cell,
                        "column": quote.column,
                        "value": quote.value,
                    }
                    for quote in _once(figure.quotes)
                ],
            }
            for figure in trace.figures
        ],
    }


def lines(seat: Seat, trace: Trace) -> Iterator[str]:
    """The letter, its workbooks, and a table with a line a figure and column; nothing without figures."""
    if not trace.figures:
        return
    letter = seat.shown(trace.letter)
    yield (
        _("{letter} ฉบับของ {unit}").format(letter=letter, unit=trace.recipient) if trace.recipient else letter
    )
    for name, quote in {quote.data: quote for one in trace.figures for quote in one.quotes}.items():
        sheet = _(" ชีต “{sheet}”").format(sheet=quote.sheet) if quote.sheet else ""
        yield f"  {name} = {seat.shown(quote.file)}{sheet}"
    yield ""
    head = (_("บรรทัด"), _("พิมพ์ว่า"), _("ช่อง"), _("คอลัมน์"), _("ในสมุดงาน"))
    rows = [head, *(row for figure in trace.figures for row in _rows(figure))]
    cut = [[_cut(text, most) for text, most in zip(row, _WIDEST, strict=True)] for row in rows]
    columns = [max(map(width, texts)) for texts in zip(*cut, strict=True)]
    for row in cut:
        yield "  ".join(padded(text, most) for text, most in zip(row, columns, strict=True)).rstrip()


def _once(quotes: Sequence[Quote]) -> list[Quote]:
    """Each cell once, however many rows a merged one counts for."""
    return list({(quote.data, quote.cell): quote for quote in quotes}.values())


def _rows(figure: Figure) -> Iterator[tuple[str, ...]]:
    """A line for each column that a figure was made of."""
    by_column: dict[tuple[str, str], list[Quote]] = {}
    for quote in _once(figure.quotes):
        by_column.setdefault((quote.data, quote.column), []).append(quote)
    line = "-" if figure.line is None else str(figure.line)
    place = line if figure.part == BODY else f"{line} {figure.part}"
    printed = _("(ใช้เลือก ไม่ได้พิมพ์)") if figure.printed is None else figure.printed
    for (name, column), quotes in by_column.items():
        cells = _ranges([quote.cell for quote in quotes])
        value = quotes[0].value if len(quotes) == 1 else _("({count} ช่อง)").format(count=len(quotes))
        yield place, printed, f"{name} {cells}", column, value


def _ranges(cells: Sequence[str]) -> str:
    """Cells of one column, those that follow each other as one.

    >>> _ranges(["F9", "F5", "F3", "F4"])
    'F3:F5, F9'
    """
    column = cells[0].rstrip(_DIGITS)
    rows = sorted({int(cell.removeprefix(column)) for cell in cells})
    starts = [row for row in rows if row - 1 not in rows]
    ends = [row for row in rows if row + 1 not in rows]
    return ", ".join(
        f"{column}{start}" if start == end else f"{column}{start}:{column}{end}"
        for start, end in zip(starts, ends, strict=True)
    )


def _cut(text: str, columns: int) -> str:
    """A text in one line of so many columns; the end of a longer one is left out."""
    line = " ".join(text.split())
    if width(line) <= columns:
        return line
    end = next(end for end in range(len(line), 0, -1) if width(line[:end]) < columns)
    return line[:end].rstrip() + "…"
