"""Why a file cannot be written, in the officer's words."""

from __future__ import annotations

import errno
from gettext import gettext as _
from pathlib import Path

from memogen.findings import Finding

IN_USE = frozenset({5, 32, 33})  # Windows: access denied, sharing violation, lock violation

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def of_system(path: Path, error: OSError) -> Finding:
    """What the system's error number means for the file at `path`."""
    if getattr(error, "winerror", None) in IN_USE:
        return open_elsewhere(path)
    if error.errno in _FULL:
        return _finding(
            "P02",
            path,
            _("เขียนไฟล์ “{name}” ไม่ได้ เพราะพื้นที่ดิสก์เต็มหรือเกินโควตา"),
            _("ลบหรือย้ายไฟล์ที่ไม่ใช้ออกก่อน แล้วสั่งใหม่"),
        )
    if error.errno in _FORBIDDEN:
        return _finding(
            "P03",
            path,
            _("ไม่มีสิทธิ์เขียน “{name}” (ไฟล์หรือโฟลเดอร์เป็นแบบอ่านอย่างเดียว)"),
            _("เอาเครื่องหมายอ่านอย่างเดียวออก หรือเลือกโฟลเดอร์อื่นด้วย --out แล้วสั่งใหม่"),
        )
    if error.errno == errno.EISDIR:
        return _finding(
            "P05",
            path,
            _("เขียนไฟล์ “{name}” ไม่ได้ เพราะมีโฟลเดอร์ชื่อนี้อยู่แล้ว"),
            _("เปลี่ยนชื่อไฟล์ หรือย้ายโฟลเดอร์นั้นออกก่อน แล้วสั่งใหม่"),
        )
    return _finding(
        "P04",
        path,
        _("เขียนไฟล์ “{name}” ไม่ได้"),
        _("ตรวจดูชื่อไฟล์และโฟลเดอร์ปลายทาง แล้วสั่งใหม่"),
        text=error.strerror or str(error),
    )


def open_elsewhere(path: Path, owner: str = "") -> Finding:
    """`owner` is the name of the file by which the other program marks `path` as its own."""
    hint = _("ปิดไฟล์นี้ใน Word ก่อน แล้วสั่งใหม่")
    if owner:
        hint += " " + _("ถ้าปิดแล้วยังไม่ได้ ให้ลบไฟล์ “{owner}” ที่ค้างอยู่").format(owner=owner)
    return _finding("P01", path, _("ไฟล์ “{name}” เปิดอยู่ในโปรแกรมอื่น"), hint, text=owner)


def same_place(path: Path) -> Finding:
    """Two files of one batch are one file to Windows."""
    return _finding(
        "P06",
        path,
        _("มีสองฉบับที่จะใช้ชื่อไฟล์ “{name}” เหมือนกัน"),
        _("ทำให้ชื่อไฟล์ต่างกัน (Windows ถือว่าตัวพิมพ์เล็กกับตัวพิมพ์ใหญ่เป็นชื่อเดียวกัน)"),
    )


def _finding(code: str, path: Path, message: str, hint: str, *, text: str = "") -> Finding:
    return Finding(
        code=code, file=path.as_posix(), message=message.format(name=path.name), hint=hint, text=text
    )
