"""Making: letters to documents ready to sign, and documents to PDF; no number is spent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from memogen.desk.drafts import Made
from memogen.desk.folder import Folder
from memogen.desk.paging import Begins, Pager, Undivided
from memogen.errors import HelperMissing
from memogen.files import check_writable, put, put_all, sweep
from memogen.findings import Finding

if TYPE_CHECKING:
    from memogen.desk.extras import Extras


def make(
    folder: Folder,
    letter_files: Sequence[Path],
    *,
    on: date | None,
    out: Path | None,
    pdf: bool,
    recipient: str | None,
    kind: str | None,
    catchwords: bool | None,
    cache: Path | None,
    extras: Extras,
    begins: Begins | None,
) -> tuple[Made, ...]:
    """See `Workspace.make`."""
    from memogen.desk import extras as beside  # they ask this module for PDFs
    from memogen.desk.enclosing import Enclosures, remarked

    enclosures = Enclosures(folder, cache)
    drafts = folder.compose_all(
        letter_files, on=on, recipient=recipient, kind=kind, every_kind=recipient is None
    )
    composed = remarked(enclosures, drafts)
    place = folder.output(out)
    enclosed = [enclosures.files(draft.memo) for draft in composed]
    beside.check(extras, enclosed, place, cache)
    check_writable(place)
    sweep(place)
    rendered = [folder.written(draft.memo) for draft in composed]
    pages = Pager.of(folder, catchwords, cache, begins).pages(
        [
            Undivided(draft.letter.file, draft.memo.kind, document)
            for draft, document in zip(composed, rendered, strict=True)
        ]
    )
    documents = [
        (place / draft.file_name, one.set_in(document).whole)
        for draft, document, one in zip(composed, rendered, pages, strict=True)
    ]
    for path, _content in documents:
        keep_edited(path)
    put_all(documents)
    pdfs = to_pdf([path for path, _content in documents], place, cache) if pdf or extras.append else []
    made = [
        draft.made(path, content, pdfs[n : n + 1], pages[n].findings)
        for n, (draft, (path, content)) in enumerate(zip(composed, documents, strict=True))
    ]
    if not extras:
        return tuple(made)
    ready = [
        beside.Ready(document=path, pdf=pdfs[n] if pdfs else None, enclosed=enclosed[n], content=content)
        for n, (path, content) in enumerate(documents)
    ]
    more = beside.make_beside(extras, ready, place, cache, is_issued=False)
    return tuple(map(beside.with_beside, made, more))


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
