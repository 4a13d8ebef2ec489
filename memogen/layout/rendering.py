"""Documents rendered only to be looked at: the measured pages of each, where it could be rendered."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from memogen.errors import InputError, OutputError
from memogen.layout.conversion import MOST_AT_ONCE
from memogen.layout.drawing import draw
from memogen.layout.fonts import prepare
from memogen.layout.office import Converter, required_office
from memogen.layout.pages import Page, read_pdf
from memogen.layout.printing import print_copy


def rendered(documents: Sequence[bytes], *, cache: Path, timeout_s: float = 120) -> list[tuple[Page, ...]]:
    """The pages of each DOCX, in the same order; none of one that LibreOffice cannot render.

    For documents of anyone: those that act or reach out when opened are not to be given in. `cache` is where
    fonts are kept between runs. Raises HelperMissing (LibreOffice or the font).
    """
    office, fonts = required_office(), prepare(cache)
    pages: list[tuple[Page, ...]] = []
    for start in range(0, len(documents), MOST_AT_ONCE):
        with tempfile.TemporaryDirectory(prefix="memogen-", ignore_cleanup_errors=True) as name:
            converter = Converter(office=office, folder=Path(name), fonts=fonts.config, timeout_s=timeout_s)
            pages += _rendered(converter, documents[start : start + MOST_AT_ONCE])
    return pages


def _rendered(converter: Converter, documents: Sequence[bytes]) -> Iterator[tuple[Page, ...]]:
    names = [f"{number:04}" for number in range(len(documents))]
    laid = [name for name, document in zip(names, documents, strict=True) if _lay(converter, name, document)]
    failed = draw(converter, [f"{name}.docx" for name in laid])
    for name in names:
        is_drawn = name in laid and f"{name}.docx" not in failed
        yield _pages(converter.folder / f"{name}.pdf") if is_drawn else ()


def _lay(converter: Converter, name: str, document: bytes) -> bool:
    try:
        (converter.folder / f"{name}.docx").write_bytes(print_copy(document))
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, InputError, OutputError):
        return False
    return True


def _pages(pdf: Path) -> tuple[Page, ...]:
    try:
        return read_pdf(pdf)
    except InputError:
        return ()
