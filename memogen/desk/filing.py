"""Issued documents in their folder: written when missing, left alone when right, never overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TypeAlias

from memogen import thai
from memogen.books import Entry
from memogen.files import legal_name, put_all
from memogen.findings import Finding, Severity

Marks: TypeAlias = tuple[str, str, str, str]
MARKS = ("code", "kind", "year", "serial")
"""Custom properties of an issued document are memogen.code and so on."""


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a document stands, and what is to be told of it."""

    path: Path
    finding: Finding | None = None


def file_away(
    folder: Path, issued: Sequence[tuple[Entry, bytes]], *, known: Callable[[str], bool]
) -> list[Filed]:
    """Every document in `folder`; those missing are written, all or none.

    `known` tells whether a digest is that of another issued document, which then keeps its name.
    Raises OutputError.
    """
    filed: list[Filed] = []
    missing: list[tuple[Path, bytes]] = []
    for entry, content in issued:
        path, there = _place(folder, entry, content, known, {place for place, _content in missing})
        if there is None:
            missing.append((path, content))
        edited = there is not None and there != _digest(content)
        filed.append(Filed(path, _edited(path, entry) if edited else None))
    put_all(missing)
    return filed


def _place(
    folder: Path, entry: Entry, content: bytes, known: Callable[[str], bool], taken: set[Path]
) -> tuple[Path, str | None]:
    """The document's place and the digest of what stands there, if anything does."""
    *first_choices, last = (folder / name for name in _names(entry))
    for path in first_choices:
        there = _digest_at(path)
        if path in taken or (
            there and there != _digest(content) and _is_of_another(path, entry, content, known(there))
        ):
            continue
        return path, there
    return last, _digest_at(last)


def _names(entry: Entry) -> Iterator[str]:
    """The number and subject; with the year, then with the book's kind, when another has that name."""
    year = thai.to_thai_digits(str(entry.year_be))
    yield legal_name(f"{entry.number} {entry.subject}")
    yield legal_name(f"{entry.number} พ.ศ. {year} {entry.subject}")
    yield legal_name(f"{entry.number} พ.ศ. {year} {entry.kind.value} {entry.code} {entry.subject}")


def _is_of_another(path: Path, entry: Entry, content: bytes, known: bool) -> bool:
    """Whether a document has another number, or goes to another recipient of this one.

    Its own word for it, which Word keeps on saving, counts before its digest.
    """
    there = path.read_bytes()
    marks = marks_of(there)
    return (marks, key_of(there)) != (marks_for(entry), key_of(content)) if marks else known


def marks_for(entry: Entry) -> Marks:
    """What a document of this number keeps: code, kind, year พ.ศ. and running number, as text."""
    return entry.code, entry.kind.value, str(entry.year_be), str(entry.serial)


def marks_of(content: bytes) -> Marks | None:
    """What a document says of its own number; None when it was never issued here."""
    from memogen.render import custom_properties

    kept = custom_properties(content)
    code, kind, year_be, serial = (kept.get(f"memogen.{name}", "") for name in MARKS)
    return (code, kind, year_be, serial) if serial else None


def key_of(content: bytes) -> str:
    """The letter that a document says it is, with its recipient after #; empty when it says none."""
    from memogen.render import custom_properties

    return custom_properties(content).get("memogen.key", "")


def recipient_of(content: bytes, entry: Entry) -> str:
    """For whom a document was made of the entry's letter; empty when it was not made for each recipient."""
    key, opening = key_of(content), f"{entry.letter}#"
    return key.removeprefix(opening) if key.startswith(opening) else ""


def _digest_at(path: Path) -> str | None:
    return _digest(path.read_bytes()) if path.is_file() else None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _edited(path: Path, entry: Entry) -> Finding:
    return Finding(
        code="R91",
        severity=Severity.WARNING,
        file=str(path),
        text=entry.number,
        message=_("ไฟล์นี้ถูกแก้ไขหลังออกเลข {number} จึงไม่เขียนทับ").format(number=entry.number),
        hint=_("ย้ายไฟล์นี้ไปที่อื่น แล้วสั่ง issue เดิมซ้ำ จะได้ฉบับที่ออกเลขไว้กลับมา"),
    )
