"""A package read into its parts, after its directory has been judged."""

from __future__ import annotations

import copy
import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _

from memogen.errors import InputError
from memogen.findings import Finding
from memogen.opc import refusals
from memogen.opc.markup import CONTENT_TYPES, is_foreign_markup
from memogen.opc.quick import quick_zlib

MEGABYTE = 1024 * 1024
MAX_PART = 20 * MEGABYTE
MAX_TOTAL = 64 * MEGABYTE
MAX_RATIO = 200  # of parts over a megabyte
MAX_PARTS = 2_000

_ENCRYPTED = 0x1
_WITHOUT_HEADER = -15
_DAMAGE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    quick_zlib.error,  # type: ignore[assignment]  # its stub takes the class for one of its errors
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def read_package(data: bytes, *, file: str) -> dict[str, bytes]:
    """The parts of a DOCX or XLSX by name, in the order of the file.

    The directory is judged before anything is inflated, and nothing is inflated past its word.
    Raises InputError with all that is wrong: K01 not a package, K02 damaged, K03 of Word or Excel
    97-2003, K04 locked by a password, K05 too large, K06 part names that no honest program writes,
    K07 entities in its XML, K09 no list of contents.
    """
    _stop_on([refusals.not_a_package(file, data)] if data[:2] != b"PK" else [])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _stop_on(_judged(entries, file))
            parts = {entry.filename: _inflated(package, entry) for entry in entries if not entry.is_dir()}
    except _DAMAGE as error:
        raise InputError(refusals.damaged(file)) from error
    _stop_on([refusals.entities(file, name) for name, part in parts.items() if is_foreign_markup(name, part)])
    return parts


def _stop_on(findings: list[Finding]) -> None:
    if findings:
        raise InputError(*findings)


def _judged(entries: list[zipfile.ZipInfo], file: str) -> list[Finding]:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return [refusals.locked(file)]
    findings = [refusals.too_large(file, why) for why in _excesses(entries)]
    findings += [refusals.strange_name(file, name) for name in _strange_names(entries)]
    if CONTENT_TYPES not in {entry.filename for entry in entries}:
        findings.append(refusals.no_contents(file))
    return findings


def _excesses(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    if len(entries) > MAX_PARTS:
        yield _("มีส่วนประกอบเกิน {limit} ส่วน").format(limit=f"{MAX_PARTS:,}")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        yield _("เนื้อหารวมเกิน {limit} MB").format(limit=MAX_TOTAL // MEGABYTE)
    for entry in entries:
        if entry.file_size > MAX_PART:
            yield _("ส่วน “{part}” ใหญ่เกิน {limit} MB").format(part=entry.filename, limit=MAX_PART // MEGABYTE)
        elif entry.file_size > max(MEGABYTE, MAX_RATIO * entry.compress_size):
            yield _("ส่วน “{part}” ถูกบีบอัดแน่นผิดปกติ").format(part=entry.filename)


def _strange_names(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    # Not `filename`: zipfile has already cut that at NUL and turned the backslashes on Windows.
    names = [entry.orig_filename for entry in entries]
    for name in names:
        steps = name.removesuffix("/").split("/")
        if "\\" in name or "\0" in name or ":" in name or {"", ".", ".."} & set(steps):
            yield name
    yield from (name for name, times in Counter(name.casefold() for name in names).items() if times > 1)


def _inflated(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """A part, inflated by isal: zipfile and its zlib would take twice as long."""
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError(entry.compress_type)
    as_it_stands = copy.copy(entry)
    as_it_stands.compress_type, as_it_stands.file_size = zipfile.ZIP_STORED, entry.compress_size
    del as_it_stands.CRC  # which is of the bytes inflated
    with package.open(as_it_stands) as part:
        content = part.read()
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        # Bounded, as a lie would be inflated whole before it is checked; 0 would be no bound.
        content = quick_zlib.decompressobj(_WITHOUT_HEADER).decompress(content, max(entry.file_size, 1))
    content = content[: entry.file_size]
    if quick_zlib.crc32(content) != entry.CRC:
        raise zipfile.BadZipFile(entry.filename)
    return content
