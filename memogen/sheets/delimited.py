"""A csv of a Thai office as a grid."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from decimal import Decimal
from itertools import islice

from memogen.errors import InputError
from memogen.files import decoded
from memogen.sheets import refusals
from memogen.sheets.bounds import MAX_COLUMNS, MAX_ROWS
from memogen.sheets.grid import Grid
from memogen.sheets.guard import unguarded
from memogen.sheets.table import address
from memogen.sheets.values import Raw

_DELIMITERS = ",;\t"
_SAMPLE = 20  # rows by which the delimiter is told
# Longer digits name people and accounts and a leading zero is part of a name: neither is a number.
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,11}|[1-9]\d{0,2}(,\d{3}){1,4})(\.\d+)?", re.ASCII)


def read_delimited(content: bytes, *, file: str) -> Grid:
    """The grid of a csv in any encoding that `files.decoded` knows, with , ; or tab between cells.

    Raises InputError: X04 too large, X05 quotation marks that do not pair, X06 another encoding.
    """
    try:
        text = decoded(content)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(refusals.unknown_encoding(file, line)) from error
    rows = _split(text, _delimiter(text, file), file)
    while rows and not any(map(str.strip, rows[-1])):
        rows.pop()
    width = max(map(len, rows), default=0)
    if len(rows) > MAX_ROWS or width > MAX_COLUMNS:
        cell = address(len(rows) - 1, width - 1)
        raise InputError(refusals.beyond(file, "", cell, MAX_ROWS, MAX_COLUMNS))
    cells = [[_read(text) for text in row] + [None] * (width - len(row)) for row in rows]
    return Grid(file=file, sheet="", rows=cells)


def _delimiter(text: str, file: str) -> str:
    """The one of , ; and tab that cuts the first rows cleanly, and most of them into equally many cells."""

    def evenness(delimiter: str) -> tuple[bool, int, int]:
        widths = Counter(map(len, _split(text, delimiter, file, most=_SAMPLE)))
        times, width = max(((times, width) for width, times in widths.items() if width > 1), default=(0, 0))
        return times > 0 and _is_clean(text, delimiter), times, width

    return max(_DELIMITERS, key=evenness)


def _is_clean(text: str, delimiter: str) -> bool:
    """Whether every quotation mark of the first rows begins or ends a cell."""
    try:
        list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), _SAMPLE))
    except csv.Error:
        return False
    return True


def _split(text: str, delimiter: str, file: str, *, most: int | None = None) -> list[list[str]]:
    """All rows, quotation marks held to their rules; or loosely the first `most` of them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=most is None)
    try:
        return list(islice(reader, most))
    except csv.Error as error:
        raise InputError(refusals.bad_quoting(file, reader.line_num, str(error))) from error


def _read(text: str) -> Raw:
    if (plain := unguarded(text)) != text:
        return plain
    text = text.strip()
    return Decimal(text.replace(",", "")) if _NUMBER.fullmatch(text) else text
