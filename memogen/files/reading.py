"""Text files read whatever Thai offices save them as."""

from __future__ import annotations

import codecs
import hashlib
import re
from gettext import gettext as _
from io import BufferedReader
from pathlib import Path

from memogen.errors import InputError
from memogen.findings import Finding, nearest

TEXT_LIMIT = 5 * 1024 * 1024  # bytes

_NEWLINE = re.compile(r"\r\n?")


def read_text(path: Path, limit: int = TEXT_LIMIT) -> str:
    r"""The text of a file in UTF-8 (with a mark or without), UTF-16 (by its mark) or Windows-874.

    Line ends become `\n`. Raises InputError: P11 not there or not readable, P12 over `limit` bytes,
    P13 in no encoding we know (the line is named).
    """
    return text_of(read_bytes(path, limit), file=path.as_posix())


def text_of(raw: bytes, *, file: str) -> str:
    """The text of a file's bytes; as `read_text`."""
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        raise InputError(_undecodable(file, raw.count(b"\n", 0, error.start) + 1)) from error
    if "\0" in text:
        raise InputError(_undecodable(file, text.count("\n", 0, text.index("\0")) + 1))
    return _NEWLINE.sub("\n", text)


def read_bytes(path: Path, limit: int) -> bytes:
    """What is in a file. Raises InputError: P11 not there or not readable, P12 over `limit` bytes."""
    try:
        with open_bytes(path) as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise InputError(_unreadable(path)) from error
    if len(raw) > limit:
        raise InputError(_too_long(path, limit))
    return raw


def open_bytes(path: Path) -> BufferedReader:
    """A file of any size, to be read piece by piece. Raises InputError: P11 not there or not readable."""
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(_unreadable(path)) from error


def digest_of(path: Path) -> str:
    """The sha256 of a file of any size. Raises InputError: P11 not there or not readable."""
    try:
        with open_bytes(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError(_unreadable(path)) from error


def decoded(raw: bytes) -> str:
    """The text of bytes in UTF-8, UTF-16 with its mark, or Windows-874; else UnicodeDecodeError."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        if _is_damaged_utf8(raw):
            raise
        return raw.decode("cp874")


def _is_damaged_utf8(raw: bytes) -> bool:
    """Whether `raw` is UTF-8 with a fault, which Windows-874 would show as gibberish.

    A third of the bytes of Thai in UTF-8 are E0, each before B8 or B9; in Windows-874 that pair is เธ
    or เน, and rare.
    """
    thai = raw.count(b"\xe0\xb8") + raw.count(b"\xe0\xb9")
    return thai * 6 > len(raw.translate(None, bytes(range(128))))


def _unreadable(path: Path) -> Finding:
    if path.is_dir():
        message = _("“{name}” เป็นโฟลเดอร์ ไม่ใช่ไฟล์").format(name=path.name)
    elif path.exists():
        message = _("เปิดไฟล์ “{name}” ไม่ได้").format(name=path.name)
    else:
        message = _("ไม่พบไฟล์ “{name}”").format(name=path.name)
    return Finding(code="P11", file=path.as_posix(), message=message, hint=_hint(path))


def _hint(path: Path) -> str:
    beside = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
    close = nearest(path.name, [name for name in beside if name != path.name])
    return _("หมายถึง “{name}” หรือไม่").format(name=close) if close else _("ตรวจดูชื่อไฟล์และโฟลเดอร์")


def _too_long(path: Path, limit: int) -> Finding:
    message = _("ไฟล์ “{name}” ใหญ่เกิน {limit} ไบต์").format(name=path.name, limit=f"{limit:,}")
    return Finding(code="P12", file=path.as_posix(), message=message, hint=_("แบ่งไฟล์ให้เล็กลง"))


def _undecodable(file: str, line: int) -> Finding:
    return Finding(
        code="P13",
        file=file,
        line=line,
        message=_("อ่านตัวอักษรในบรรทัดนี้ไม่ได้ ไฟล์เสียหรือไม่ใช่ไฟล์ข้อความ"),
        hint=_("เปิดไฟล์ด้วย Notepad แล้วบันทึกใหม่โดยเลือกการเข้ารหัส UTF-8"),
    )
