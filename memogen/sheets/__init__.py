"""Tables of an office's workbook, every value with its cell."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from memogen.errors import InputError
from memogen.findings import Finding, nearest
from memogen.sheets.delimited import read_delimited
from memogen.sheets.grid import to_table
from memogen.sheets.table import Cell, Row, Table, Value
from memogen.sheets.workbook import read_sheet

__all__ = ["Cell", "Row", "Table", "Value", "read_table"]

MAX_BYTES = 64 * 1024 * 1024

_WORKBOOKS = {".xlsx", ".xlsm"}
_DELIMITED = {".csv", ".tsv"}


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
    if kind in _WORKBOOKS:
        return to_table(read_sheet(_content(path, file), file=file, sheet=sheet))
    if kind in _DELIMITED:
        return to_table(read_delimited(_content(path, file), file=file))
    raise InputError(_unknown_kind(path, file))


def _content(path: Path, file: str) -> bytes:
    try:
        with path.open("rb") as book:
            content = book.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(_missing(path, file)) from error
    if len(content) > MAX_BYTES:
        raise InputError(_too_large(file))
    return content


def _missing(path: Path, file: str) -> Finding:
    if path.exists():
        message = _("เปิดไฟล์ “{name}” ไม่ได้").format(name=path.name)
    else:
        message = _("ไม่พบไฟล์ “{name}”").format(name=path.name)
    beside = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
    close = nearest(path.name, [name for name in beside if name != path.name])
    hint = _("หมายถึง “{name}” หรือไม่").format(name=close) if close else _("ตรวจดูชื่อไฟล์และโฟลเดอร์")
    return Finding(code="X01", file=file, message=message, hint=hint)


def _unknown_kind(path: Path, file: str) -> Finding:
    return Finding(
        code="X02",
        file=file,
        message=_("อ่านไฟล์ชนิด “{kind}” ไม่ได้").format(kind=path.suffix),
        hint=_("เปิดด้วย Excel แล้วบันทึกเป็น .xlsx หรือ .csv"),
    )


def _too_large(file: str) -> Finding:
    return Finding(
        code="X04",
        file=file,
        message=_("ไฟล์ใหญ่เกิน {limit} MB").format(limit=MAX_BYTES // 1024**2),
        hint=_("ลบรูปภาพและชีตที่ไม่ใช้ หรือแบ่งไฟล์"),
    )
