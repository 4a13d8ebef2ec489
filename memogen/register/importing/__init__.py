"""An old book of an office, Excel or CSV, read into entries: every oddity told, nothing dropped unseen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from memogen import thai
from memogen.books import BookKind, Entry
from memogen.errors import InputError
from memogen.findings import Finding
from memogen.register.importing.oddities import oddity
from memogen.register.importing.pages import Page, read_page
from memogen.register.importing.shelf import shelve
from memogen.register.importing.witnesses import Given
from memogen.sheets.raw import RawSheet, read_sheets

__all__ = ["Adopted", "read_book"]


@dataclass(frozen=True, slots=True)
class Adopted:
    """The entries of an old book, one a number, in the order of their books and numbers, and its oddities."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def read_book(
    path: Path,
    *,
    file: str = "",
    code: str | None = None,
    year_be: int | None = None,
    kind: BookKind | None = None,
) -> Adopted:
    """The entries of an old sending or receiving book; the register is not touched.

    Columns are those of แบบที่ ๑๓ and ๑๔ or near them, one book or one month a sheet. `code`, `year_be` and
    `kind` are for what the sheets do not say: believed are a title with รหัส and a code, a title and dates
    that agree on a year, and a sheet that calls itself a book of another kind (R68 tells where they differ
    from what was given). The same book gives the same entries.

    Entries have origin IMPORT, their cell (`ม.ค.66!A5`) and no key. They are ISSUED, but VOID with the words
    as reason where any column says ยกเลิก; DISPATCHED where การปฏิบัติ or หมายเหตุ gives way and day
    (`ส่งทางไปรษณีย์ 28 มี.ค. 66`); RESERVED where จองเลข is said and there is no letter, or nothing at all.
    What has no place in the columns goes to the note. For the codes of the findings see `oddities`.

    Raises InputError as `read_sheets` does, when no sheet is a register (R67), and when nothing tells the
    code (R74) or the year (R75); NumberError for a `code` that is none.
    """
    code = thai.parse_code(code) if code else None
    given = Given(file=file or path.as_posix(), code=code, year_be=year_be, kind=kind)
    pages, told = _pages(read_sheets(path, file=given.file), given)
    missing = list(_missing(pages, given))
    if missing or not pages:
        raise InputError(*(missing or told or [oddity("R67", file=given.file, count=0)]))
    told += [finding for page in pages for finding in page.findings]
    entries, oddities = shelve(pages, file=given.file)
    return Adopted(entries, (*told, *oddities))


def _pages(sheets: Iterable[RawSheet], given: Given) -> tuple[list[Page], list[Finding]]:
    """The sheets that are registers, and a finding for each other one that is not empty."""
    pages, told = [], []
    for sheet in sheets:
        page = read_page(sheet, given) if sheet.is_visible else None
        if page:
            pages.append(page)
        elif not sheet.is_empty:
            count = sum(map(any, sheet.rows))
            case = "R67" if sheet.is_visible else "R67 hidden"
            told.append(oddity(case, file=given.file, sheet=sheet.name, count=count))
    return pages, told


def _missing(pages: Sequence[Page], given: Given) -> Iterator[Finding]:
    """What must be known before a single number can be placed. One sheet's code serves those without."""
    has_code = any(page.code for page in pages)
    for page in pages:
        if not has_code:
            yield oddity("R74", file=given.file, sheet=page.sheet)
        if not page.year_be:
            yield oddity("R75", file=given.file, sheet=page.sheet)
