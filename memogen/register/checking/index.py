"""The books laid out so that every question of the check is one look in a dictionary."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from memogen import thai
from memogen.books import Book, BookKind, Entry
from memogen.register.copies import Copies

_SENT = (BookKind.SENDING, BookKind.CIRCULAR)
_NUMBERED_BY_YEAR = (BookKind.ORDER, BookKind.CERTIFICATE)
_LABEL = re.compile(r"^(?:เลข)?ที่|\s+")
_ZEROS = re.compile(r"(?<=[/ว])0+(?=[1-9])")


class Index:
    """Entries by book, by number and by what others call them."""

    def __init__(
        self,
        entries: Sequence[Entry],
        books: Sequence[tuple[Book, int, int]],
        copies: Mapping[str, Copies],
    ) -> None:
        grouped: dict[tuple[str, BookKind, int], list[Entry]] = defaultdict(list)
        for entry in entries:
            grouped[entry.code, entry.kind, entry.year_be].append(entry)
        self.bounds = {book: (floor, last) for book, floor, last in books}
        """Floor and last number of each book."""
        self.books = {Book(*key): sorted(rows, key=_serial) for key, rows in grouped.items()}
        """The rows of each book, by number; books without rows have none here."""
        for book in self.books:
            self.bounds.setdefault(book, (0, 0))
        self.codes = frozenset(book.code for book in self.bounds if book.kind in _SENT)
        """The codes whose letters stand in our sending books."""
        self._copies = copies

    def copies(self, entry: Entry) -> Copies:
        """Recipient and digest of each copy; nothing where there is one document."""
        return self._copies.get(entry.sha256 or "", ())

    @cached_property
    def sent(self) -> dict[tuple[str, bool, int], list[Entry]]:
        """Letters by code, whether they carry ว, and number: one a year."""
        found: dict[tuple[str, bool, int], list[Entry]] = defaultdict(list)
        for book, rows in self.books.items():
            if book.kind in _SENT:
                always = book.kind is BookKind.CIRCULAR
                for entry in rows:
                    found[book.code, always or entry.circular, entry.serial].append(entry)
        return found

    @cached_property
    def by_year(self) -> dict[tuple[BookKind, int, int], list[Entry]]:
        """Orders and certificates by kind, number and year."""
        found: dict[tuple[BookKind, int, int], list[Entry]] = defaultdict(list)
        for book, rows in self.books.items():
            if book.kind in _NUMBERED_BY_YEAR:
                for entry in rows:
                    found[book.kind, entry.serial, book.year_be].append(entry)
        return found

    @cached_property
    def received(self) -> dict[str, list[Entry]]:
        """Received letters by the sender's number, as `alike` spells it."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for book, rows in self.books.items():
            if book.kind is BookKind.RECEIVING:
                for entry in rows:
                    if entry.their_number:
                        found[alike(entry.their_number)].append(entry)
        return found

    @cached_property
    def keeps_received(self) -> bool:
        """Whether there is a receiving book at all."""
        return any(book.kind is BookKind.RECEIVING for book in self.bounds)

    @cached_property
    def by_digest(self) -> dict[str, Entry]:
        """Rows by the digest of their document, or of each of their copies."""
        documented = [entry for rows in self.books.values() for entry in rows if entry.sha256]
        found = {entry.sha256: entry for entry in documented if entry.sha256}
        return found | {copy: entry for entry in documented for _who, copy in self.copies(entry)}

    def book_of(self, code: str, *, circular: bool, year_be: int) -> Book | None:
        """The book in which a letter's number would stand: the circulars' own, where there is one."""
        for kind in (BookKind.CIRCULAR, BookKind.SENDING) if circular else (BookKind.SENDING,):
            book = Book(code, kind, year_be)
            if book in self.bounds:
                return book
        return None

    def last(self, book: Book) -> int:
        """The last number that the book has given."""
        rows = self.books.get(book)
        return max(self.bounds[book][1], rows[-1].serial if rows else 0)


def alike(number: str) -> str:
    """A number as it compares: Arabic digits, no spaces, no ที่, no zeros before it (พณ 0201/0056)."""
    return _ZEROS.sub("", _LABEL.sub("", thai.to_arabic_digits(number)))


def _serial(entry: Entry) -> int:
    return entry.serial
