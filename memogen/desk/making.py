"""Making: letters to documents ready to sign, and documents to PDF; no number is spent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path

from memogen.desk.drafts import Made
from memogen.desk.folder import Folder
from memogen.errors import HelperMissing
from memogen.files import check_writable, put, put_all, sweep
from memogen.findings import Finding


def make(
    folder: Folder,
    letter_files: Sequence[Path],
    *,
    on: date | None,
    out: Path | None,
    pdf: bool,
    recipient: str | None,
    cache: Path | None,
) -> tuple[Made, ...]:
    """See `Workspace.make`."""
    composed = folder.compose_all(letter_files, on=on, recipient=recipient)
    place = folder.output(out)
    check_writable(place)
    sweep(place)
    documents = [(place / draft.file_name, folder.render(draft.memo)) for draft in composed]
    for path, _content in documents:
        keep_edited(path)
    put_all(documents)
    pdfs = to_pdf([path for path, _content in documents], place, cache) if pdf else []
    return tuple(
        draft.made(path, content, pdfs[n : n + 1])
        for n, (draft, (path, content)) in enumerate(zip(composed, documents, strict=True))
    )


def to_pdf(documents: Sequence[Path], folder: Path, cache: Path | None) -> list[Path]:
    """The PDF of each document, in the same folder; `cache` is where fonts are kept between runs."""
    from memogen import layout

    return layout.to_pdf(documents, folder, cache=cache or folder / ".memogen")


def need_libreoffice() -> None:
    """A number must not be spent on a PDF that cannot be made."""
    from memogen.layout import find_office

    if find_office() is None:
        raise HelperMissing(
            Finding(
                code="Y01",
                message=_("ทำ PDF ไม่ได้ เพราะไม่พบ LibreOffice ในเครื่องนี้ จึงยังไม่ได้ออกเลข"),
                hint=_("ติดตั้ง LibreOffice หรือสั่งใหม่โดยไม่มี --pdf"),
            )
        )


def keep_edited(path: Path) -> None:
    """Copies a draft that someone has edited in Word aside, so that making it again loses no work."""
    from memogen.render import made_by_us

    if not path.is_file() or made_by_us(content := path.read_bytes()):
        return
    number = 1
    while (kept := path.with_name(f"{path.stem} (ฉบับที่แก้ไขไว้ {number}){path.suffix}")).exists():
        number += 1
    put(kept, content)
