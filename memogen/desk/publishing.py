"""Publishing: the books as the office prints them.

Code: R98 no book of that kind, code or year.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from gettext import gettext as _
from pathlib import Path

from memogen.books import Anchor, Book, BookKind
from memogen.desk.folder import BANGKOK, Folder
from memogen.errors import RegisterRefusal
from memogen.files import put
from memogen.findings import Finding
from memogen.register import Register
from memogen.register.certificate import Account, account, as_lines
from memogen.register.exporting import export_books


@dataclass(frozen=True, slots=True)
class Published:
    """How many books and numbers a file holds, and the anchor that it prints."""

    books: int
    entries: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Certified:
    """The account of a book, the anchor that its page prints, and the page as lines of text."""

    account: Account
    anchor: Anchor
    lines: tuple[str, ...]


def export(
    home: Folder,
    path: Path,
    *,
    clock: Callable[[], datetime],
    code: str | None,
    kind: BookKind | None,
    year_be: int | None,
) -> Published:
    """See `Workspace.export`."""
    with home.register_to_read(clock=clock) as register:
        books = _chosen(register, code, kind, year_be)
        entries = register.entries(code=code, kind=kind, year_be=year_be)
        anchor = register.anchor()
    content = export_books(
        entries, books, office=home.office.name, anchor=anchor, at=clock().astimezone(BANGKOK)
    )
    put(path, content)
    return Published(len(books), len(entries), anchor)


def certify(home: Folder, book: Book, *, clock: Callable[[], datetime]) -> Certified:
    """See `Workspace.certify`."""
    with home.register_to_read(clock=clock) as register:
        _chosen(register, book.code, book.kind, book.year_be)
        ((floor, last),) = [(floor, last) for found, floor, last in register.books() if found == book]
        entries = register.entries(code=book.code, kind=book.kind, year_be=book.year_be)
        anchor = register.anchor()
    accounted = account(book, floor, last, entries)
    on = clock().astimezone(BANGKOK).date()
    return Certified(accounted, anchor, as_lines(accounted, anchor, office=home.office.name, on=on))


def _chosen(register: Register, code: str | None, kind: BookKind | None, year_be: int | None) -> list[Book]:
    books = [
        book
        for book, _floor, _last in register.books()
        if code in (None, book.code) and kind in (None, book.kind) and year_be in (None, book.year_be)
    ]
    if not books:
        raise RegisterRefusal(
            Finding(
                code="R98",
                message=_("ยังไม่มีทะเบียนที่ตรงกับ --kind --code --year ที่บอก"),
                hint=_("ดูรายการที่มีด้วย memogen register list"),
            )
        )
    return books
