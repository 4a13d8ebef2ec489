"""The nouns of the register: books, entries, events and the anchor of the trail; all frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from memogen import thai
from memogen.findings import N_


class BookKind(StrEnum):
    """Which series a number belongs to (regulation clauses 16, 24, 32, 38, 43)."""

    SENDING = "sending"
    CIRCULAR = "circular"
    ORDER = "order"
    CERTIFICATE = "certificate"
    RECEIVING = "receiving"


BOOK_TITLES = {
    BookKind.SENDING: N_("ทะเบียนหนังสือส่ง"),
    BookKind.CIRCULAR: N_("ทะเบียนหนังสือเวียน"),
    BookKind.ORDER: N_("ทะเบียนคำสั่ง"),
    BookKind.CERTIFICATE: N_("ทะเบียนหนังสือรับรอง"),
    BookKind.RECEIVING: N_("ทะเบียนหนังสือรับ"),
}
"""What the books are called; translated where they are shown."""


class Status(StrEnum):
    """What has become of a number; it is never deleted and never given again."""

    RESERVED = "reserved"
    ISSUED = "issued"
    DISPATCHED = "dispatched"
    VOID = "void"


class Origin(StrEnum):
    """How an entry came into the book."""

    MEMOGEN = "memogen"
    IMPORT = "import"


@dataclass(frozen=True, slots=True, order=True)
class Book:
    """One running series: an agency's code (กษ ๑๑๑๓), a kind and a calendar year พ.ศ. in Bangkok."""

    code: str
    kind: BookKind
    year_be: int

    def number(self, serial: int, *, circular: bool = False) -> str:
        """The number as printed: กษ ๑๑๑๓/๖๕๓, กษ ๑๑๑๓/ว๗๑, ๑๒/๒๕๖๖ of orders and certificates, ๔๕ received.

        `circular` marks a circular that takes its number from the ordinary series.
        """
        return _number(self.code, self.kind, self.year_be, serial, circular)


def _number(code: str, kind: BookKind, year_be: int, serial: int, circular: bool) -> str:
    digits = thai.to_thai_digits(str(serial))
    if kind is BookKind.ORDER or kind is BookKind.CERTIFICATE:
        return f"{digits}/{thai.to_thai_digits(str(year_be))}"
    if kind is BookKind.RECEIVING:
        return digits
    return _before_serial(code, circular or kind is BookKind.CIRCULAR) + digits


@lru_cache(maxsize=256)
def _before_serial(code: str, circular: bool) -> str:
    """กษ ๑๑๑๓/ว, which thousands of numbers share."""
    return str(thai.DocumentNumber(code, circular=circular))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a book. Texts are empty and dates None where nothing is known.

    `sender` and `to` are the columns จาก and ถึง; `key` identifies the letter that the number was given to,
    `payload` is its content as JSON text, `sha256` the digest of its DOCX, or of the list of its copies where
    one number has many. Moments are ISO texts with offset.
    """

    code: str
    kind: BookKind
    year_be: int
    serial: int
    circular: bool = False
    status: Status
    dated: date | None = None
    sender: str = ""
    to: str = ""
    subject: str = ""
    action: str = ""
    note: str = ""
    letter: str | None = None
    key: str | None = None
    payload: str | None = None
    sha256: str | None = None
    reason: str | None = None
    holder: str = ""
    purpose: str = ""
    due: date | None = None
    way: str = ""
    dispatched_on: date | None = None
    recipient: str = ""
    their_number: str = ""
    their_date: date | None = None
    received_at: str = ""
    origin: Origin = Origin.MEMOGEN
    cell: str = ""
    created_at: str = ""
    changed_at: str = ""
    actor: str = ""

    @property
    def book(self) -> Book:
        return Book(self.code, self.kind, self.year_be)

    @property
    def number(self) -> str:
        """The number as printed."""
        return _number(self.code, self.kind, self.year_be, self.serial, self.circular)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One step of the trail: who did what to which entry when, and the entry's row after it as JSON text."""

    seq: int
    at: str
    actor: str
    action: str
    code: str
    kind: str
    year_be: int
    serial: int
    row: str
    hash: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """How many events the trail has and the hash of the last one: printed, it proves the whole book."""

    count: int
    head: str
