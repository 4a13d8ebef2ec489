"""PDFs put together, and their pages counted.

Codes: Y13 a PDF that is locked · Y14 one that is damaged, or none.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.errors import InputError
from memogen.findings import Finding
from memogen.layout.identity import NO_MOMENT, moment_in, steadied

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_WRONG_PASSWORD = 4  # FPDF_ERR_PASSWORD


def joined(pdfs: Sequence[Path]) -> bytes:
    """One PDF with the pages of all, in their order, as of the first one's date: the same bytes every time.

    Raises InputError (Y13, Y14).
    """
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    try:
        for path in pdfs:
            with _opened(path) as part:
                whole.import_pages(part)
        file = io.BytesIO()
        whole.save(file)
    finally:
        whole.close()
    return steadied(file.getvalue(), moment_in(pdfs[0].read_bytes()) if pdfs else NO_MOMENT)


def page_count(pdf: Path) -> int:
    """How many pages a PDF has. Raises InputError (Y13, Y14)."""
    with _opened(pdf) as document:
        return len(document)


@contextmanager
def _opened(path: Path) -> Iterator[PdfDocument]:
    """A PDF that anyone may read, and that has pages."""
    import pypdfium2
    import pypdfium2.raw as pdf

    try:
        document = pypdfium2.PdfDocument(path.read_bytes())
    except OSError as error:
        raise InputError(_damaged(path, error.strerror or "")) from error
    except pypdfium2.PdfiumError as error:
        is_locked = error.err_code == _WRONG_PASSWORD
        raise InputError(_locked(path) if is_locked else _damaged(path, "")) from error
    with document:
        if pdf.FPDF_GetSecurityHandlerRevision(document.raw) >= 0:
            raise InputError(_locked(path))
        if not len(document):
            raise InputError(_damaged(path, ""))
        yield document


def _locked(path: Path) -> Finding:
    return Finding(
        code="Y13",
        file=str(path),
        message=_("ไฟล์ PDF “{name}” เข้ารหัสหรือจำกัดสิทธิไว้").format(name=path.name),
        hint=_("ขอไฟล์ที่ไม่ใส่รหัสจากเจ้าของ หรือพิมพ์เป็น PDF ใหม่"),
    )


def _damaged(path: Path, reason: str) -> Finding:
    return Finding(
        code="Y14",
        file=str(path),
        text=reason,
        message=_("เปิดไฟล์ PDF “{name}” ไม่ได้ ไฟล์เสียหรือไม่ใช่ PDF").format(name=path.name),
        hint=_("ขอไฟล์ใหม่ หรือเปิดด้วยโปรแกรมอ่าน PDF แล้วพิมพ์เป็น PDF ใหม่"),
    )
