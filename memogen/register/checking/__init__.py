"""The last check before dispatch: books, letters and files held against each other; nothing is changed.

Codes, with those of saraban page 10.9: R01 double, R03 gap, R04 date that goes back, R05 numbers that do not
follow the calendar year, R07 void number used again, R09 old reservation, R10 inserted number, R11 dispatch
not complete, R12 empty column, R13 counter behind the book, R14 order in a letter book; R15 cited letter not
in the books, R16 cited with another date, R17 cited with another agency, R18 file changed after issue, R19
file missing; H12 number or date printed that is not its row's, J09 subject, A08 addressee likewise; B12 cited
letter dated after the one that cites it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from memogen.books import Book, Entry
from memogen.findings import Finding
from memogen.register.checking.files import check_files
from memogen.register.checking.index import Index
from memogen.register.checking.nouns import CitingText, FoundFile
from memogen.register.checking.rows import check_rows
from memogen.register.checking.series import check_series
from memogen.register.checking.texts import check_texts
from memogen.register.copies import Copies

__all__ = ["CitingText", "FoundFile", "check"]


def check(
    entries: Sequence[Entry],
    books: Sequence[tuple[Book, int, int]],
    letters: Iterable[CitingText],
    files: Sequence[FoundFile],
    *,
    today: date,
    old_after_days: int = 30,
    own_names: Sequence[str] = (),
    copies: Mapping[str, Copies] = MappingProxyType({}),
) -> list[Finding]:
    """Everything that should be looked at before letters go out: books first, then rows, letters and files.

    `books` are (book, floor, last). `own_names` are the office's names that may stand in a citation in place
    of the sender's (the department, its ministry). A reservation is old `old_after_days` after it was made.
    Without `files` every issued document counts as missing. `copies` are those of every number that has many,
    by the digest in its row.
    """
    index = Index(entries, books, copies)
    return [
        *check_series(index),
        *check_rows(index, today=today, old_after_days=old_after_days),
        *check_texts(letters, index, own_names),
        *check_files(files, index),
    ]
