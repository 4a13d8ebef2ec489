"""Adopting: the office's old book, as it is, into the register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from memogen.books import BookKind, Entry
from memogen.desk.folder import Folder
from memogen.findings import Finding
from memogen.register import Register
from memogen.register.importing import read_book


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What an old book held: its entries, how many of them the register did not know, and every oddity."""

    entries: tuple[Entry, ...]
    new: int
    findings: tuple[Finding, ...]


class _Rehearsed(Exception):
    """Ends a rehearsal's transaction, so that nothing of it stays."""


def adopt(
    home: Folder,
    path: Path,
    *,
    clock: Callable[[], datetime],
    code: str | None,
    kind: BookKind | None,
    year_be: int | None,
    dry_run: bool,
) -> Adoption:
    """See `Workspace.adopt`."""
    read = read_book(path, file=home.shown(path), code=code or home.office.code, year_be=year_be, kind=kind)
    if dry_run:
        with home.register_to_read(clock=clock) as register:
            new = _adopted(register, read.entries, keep=False)
    else:
        with home.register(clock=clock) as register:
            new = _adopted(register, read.entries, keep=True)
    return Adoption(entries=read.entries, new=new, findings=read.findings)


def _adopted(register: Register, entries: tuple[Entry, ...], *, keep: bool) -> int:
    new = 0
    try:
        with register.writing() as pen:
            new = pen.adopt(entries)
            if not keep:
                raise _Rehearsed
    except _Rehearsed:
        pass
    return new
