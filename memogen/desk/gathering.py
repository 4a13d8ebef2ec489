"""Which of the files that were named can be letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from memogen import letters
from memogen.desk.folder import NO_LETTERS
from memogen.errors import InputError
from memogen.model import HEADERS

DOCUMENTS, OLD = (".docx", ".docm", ".dotx", ".dotm"), (".doc", ".rtf", ".odt")
ANNOTATED = "(ตรวจแล้ว)"
"""In the name of a copy with comments."""
BEFORE = "(ก่อนแก้)"
"""In the name of what a file was before it was mended."""


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file named, and those of the folders named that can be letters; each once.

    In a folder these are Word files and letter files (a Markdown page without headers is none), without what
    Word lays beside an open document, and without the copies that `check` itself makes, packs, file copies
    and lists.
    """
    seen: set[Path] = set()
    for path in paths:
        for file in _letters_in(path) if path.is_dir() else [path]:
            if file not in seen:
                seen.add(file)
                yield file


def _letters_in(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        if NO_LETTERS.isdisjoint(file.relative_to(folder).parts) and _can_be_letter(file):
            yield file


def _can_be_letter(path: Path) -> bool:
    if path.name.startswith(("~$", ".")) or not path.is_file():
        return False
    suffix = path.suffix.lower()
    if suffix in (*DOCUMENTS, *OLD):
        return not any(mark in path.stem for mark in (ANNOTATED, BEFORE))
    return suffix == ".md" and _has_headers(path)


def _has_headers(path: Path) -> bool:
    try:
        letter = letters.read_letter(path, file=path.name)
    except InputError:
        return True  # told when it is looked at
    return any(header.name in HEADERS for header in letter.headers)
