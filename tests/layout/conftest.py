"""Real pages for every layout test: one font folder for the whole run, many documents in one conversion."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from memogen.layout import Page, prepare, read_pdf, to_pdf

Pages = tuple[Page, ...]


@pytest.fixture(scope="session")
def font_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A font folder that the workers of pytest-xdist share; whoever comes first builds it."""
    base = tmp_path_factory.getbasetemp()
    cache = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "font-cache"
    prepare(cache)
    return cache


@pytest.fixture(scope="session")
def pdf_files_of(
    tmp_path_factory: pytest.TempPathFactory, font_cache: Path
) -> Callable[[Sequence[bytes | Path]], list[Path]]:
    """Documents, as bytes or files, -> the PDF files that LibreOffice makes of them in one call."""

    def convert(documents: Sequence[bytes | Path]) -> list[Path]:
        folder = tmp_path_factory.mktemp("pdf")
        files = [_as_file(document, folder, number) for number, document in enumerate(documents)]
        return to_pdf(files, folder / "made", cache=font_cache)

    return convert


@pytest.fixture(scope="session")
def pdf_of(
    pdf_files_of: Callable[[Sequence[bytes | Path]], list[Path]],
) -> Callable[[Sequence[bytes | Path]], list[Pages]]:
    """Documents, as bytes or files, -> the measured pages of each."""

    def measure(documents: Sequence[bytes | Path]) -> list[Pages]:
        return [read_pdf(path) for path in pdf_files_of(documents)]

    return measure


def _as_file(document: bytes | Path, folder: Path, number: int) -> Path:
    if isinstance(document, Path):
        return document
    path = folder / f"document-{number}.docx"
    path.write_bytes(document)
    return path
