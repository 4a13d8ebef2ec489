"""PDFs put together, and their pages counted."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path


def joined(pdfs: Iterable[Path]) -> bytes:
    """One PDF with the pages of all, in their order."""
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    try:
        for path in pdfs:
            with pypdfium2.PdfDocument(path.read_bytes()) as part:
                whole.import_pages(part)
        file = io.BytesIO()
        whole.save(file)
    finally:
        whole.close()
    return file.getvalue()


def page_count(pdf: Path) -> int:
    """How many pages a PDF has."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf.read_bytes()) as document:
        return len(document)
