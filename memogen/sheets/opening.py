"""The file of a workbook: which kinds there are, and its bytes or why not."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from memogen.errors import InputError
from memogen.findings import Finding, nearest

MAX_BYTES = 64 * 1024 * 1024
WORKBOOKS = {".xlsx", ".xlsm"}
DELIMITED = {".csv", ".tsv"}


def content_of(path: Path, file: str) -> bytes:
    """The bytes of a workbook's file; X01 and X04 when there are none, or too many."""
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


def unknown_kind(path: Path, file: str) -> Finding:
    """X02: not a kind that we read."""
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
