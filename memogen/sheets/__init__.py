"""Tables of an office's workbook, every value with its cell."""

from __future__ import annotations

from pathlib import Path

from memogen.errors import InputError
from memogen.sheets.delimited import read_delimited
from memogen.sheets.grid import to_table
from memogen.sheets.opening import DELIMITED, WORKBOOKS, content_of, unknown_kind
from memogen.sheets.table import Cell, Row, Table
from memogen.sheets.values import Value
from memogen.sheets.workbook import read_sheet

__all__ = ["Cell", "Row", "Table", "Value", "read_table"]


def read_table(path: Path, sheet: str | None = None, *, file: str = "") -> Table:
    """The table on one sheet of an xlsx (the first one in sight if none is named), or in a csv.

    Titles above the header row are passed over; merged cells count for every place they cover; a พ.ศ.
    year in a date cell becomes the date it means. `file` is the name to show in place of the path.
    Raises InputError with everything that could not be understood, each with its cell: X01 no such
    file, X02 not a kind we read, X03 no such sheet, X04 too large, X05 damaged, X06 unknown encoding,
    X07 no header row, X08 a header twice, X09 data under no header, X10 formula not calculated, X11 an
    error value, X12 a date that does not exist; and K01 to K09 of `memogen.opc.read_package`.
    """
    kind, file = path.suffix.lower(), file or path.as_posix()
    if kind in WORKBOOKS:
        return to_table(read_sheet(content_of(path, file), file=file, sheet=sheet))
    if kind in DELIMITED:
        return to_table(read_delimited(content_of(path, file), file=file))
    raise InputError(unknown_kind(path, file))
